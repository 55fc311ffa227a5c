"""Literals and printouts of PHP, Python, Ruby and JavaScript consoles."""
