"""Text → identify calls with their positions: one file a notation, all of them in ``notations.py``."""

from __future__ import annotations

from convot_inspector.core.reading.recognition import read

__all__ = ["read"]
