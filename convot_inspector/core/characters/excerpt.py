"""Excerpts of pasted text that are safe inside a sentence."""

from __future__ import annotations


def excerpt(text: str, most: int) -> str:
    """Return at most ``most`` characters on one line; characters that are not printable become U+FFFD.

    So no control character of a pasted text reaches a terminal. A shortened text ends in ``…``.
    """
    clean = "".join(character if character.isprintable() else "\ufffd" for character in text[: most + 1])
    return clean if len(clean) <= most else clean[: most - 1] + "…"
