"""Limits shared by readers, so that hostile text costs bounded time. Lengths are in characters."""

from __future__ import annotations

MAX_CHARACTERS = 32 * 1024 * 1024
"""Length of a pasted text or a file."""
MAX_PAGE = 4 * 1024 * 1024
"""Length of an HTML page, of a bundle that is parsed as a whole, and of a text that is repaired."""
MAX_BODY = 1024 * 1024
"""Length of one object, form, request body or command."""
MAX_SNIPPET = 256 * 1024
"""Length up to which all readers are tried; longer texts are files, and only a few notations are."""
MAX_WASTED = 256 * 1024
"""Characters that one reader may read without finding anything."""
MAX_LITERAL = 128 * 1024
"""Length of one literal of PHP, Python or Ruby, or of one JavaScript ``fetch`` call."""
MAX_LINE = 64 * 1024
"""Length of one line of ``name: value`` or logfmt."""
MAX_CODE = 4096
"""Length of one expression, which only execution would evaluate."""
MAX_DIGITS = 400
"""Digits of one number; a double has at most 309 before the decimal point."""

MAX_CALLS = 200
"""Calls and problems that are reported for one text."""
MAX_FIELDS = 2_000
"""Fields of one call."""
MAX_VALUES = 10_000
"""Values of all calls together."""
MAX_DEPTH = 64
"""Levels of nested objects and lists."""
MAX_NAMED_DEPTH = 4
"""Levels of nested objects whose fields are reported by their path, such as ``custom_data.plan``."""
