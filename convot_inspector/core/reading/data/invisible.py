"""Characters without width, and marks of a text's direction, that copying puts around a text."""

from __future__ import annotations

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""For a set in a regular expression."""
