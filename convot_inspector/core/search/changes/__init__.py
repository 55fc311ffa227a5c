"""What code does to a text before it signs it. A function gives the changed texts, none where it does not apply."""

Changed = tuple[str | bytes, str]
"""The changed text (or the bytes, where they are no UTF-8) and the detail that makes the mistake exact."""
