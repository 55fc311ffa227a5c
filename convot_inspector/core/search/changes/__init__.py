"""What code does to a text before signing it. A function yields the changed texts, none where it does not apply."""

Changed = tuple[str | bytes, str]
"""The changed text (or the bytes, where they are no UTF-8) and the detail that makes the mistake exact."""
