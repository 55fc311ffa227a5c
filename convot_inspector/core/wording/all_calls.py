"""The words around an answer about all calls of a text."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr

THANKS_FOR_ALL = lazy_tr("Thank you, I have checked all {count} calls that you sent.")
LINE = lazy_tr("Line {lines}: {title}")
LINES = lazy_tr("Lines {lines}: {title}")
"""Heads what is said about one call, or about several with the same result."""
AND_MORE = lazy_tr("{lines} and {count} more")
