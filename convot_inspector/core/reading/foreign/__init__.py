"""Texts that are recognized but not read as calls: other vendors' calls and server code."""
