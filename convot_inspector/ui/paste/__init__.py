"""The left side: what came in, read and checked as it changes."""
