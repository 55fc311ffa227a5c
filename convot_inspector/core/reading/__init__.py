"""Readers of pasted text: identify calls with positions. One file per notation; ``notations.py`` lists them all."""

from __future__ import annotations

from convot_inspector.core.reading.recognition import read

__all__ = ["read"]
