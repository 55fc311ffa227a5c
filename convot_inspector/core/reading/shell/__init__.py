"""Splitting of command lines into words, for the readers of requests."""
