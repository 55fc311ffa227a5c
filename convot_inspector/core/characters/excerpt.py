"""Excerpts of pasted text that are safe inside a sentence."""

from __future__ import annotations

from convot_inspector.core.shown import Shown


def excerpt(text: str, most: int) -> Shown:
    """Return at most ``most`` characters on one line, all of them visible. A shortened text ends in ``…``."""
    shown = text if type(text) is Shown else Shown(text[: most + 1])
    return shown if len(shown) <= most else Shown(shown[: most - 1] + "…")
