"""Literals and printed values of PHP, Python, Ruby and JavaScript consoles."""
