"""The left side: the input, read and checked as it changes."""
