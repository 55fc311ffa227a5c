"""Command lines split into words, for the readers of requests."""
