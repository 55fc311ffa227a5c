"""A piece of pasted text that is safe to put into a sentence."""

from __future__ import annotations


def excerpt(text: str, most: int) -> str:
    """Return at most ``most`` characters on one line, without control characters that could steer a terminal."""
    clean = "".join(character if character.isprintable() else "\ufffd" for character in text[: most + 1])
    return clean if len(clean) <= most else clean[: most - 1] + "…"
