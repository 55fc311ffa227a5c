"""Limits that more than one reader keeps, so that hostile text costs bounded time. Lengths are in characters."""

from __future__ import annotations

MAX_CHARACTERS = 32 * 1024 * 1024
"""Of a pasted text or a file."""
MAX_PAGE = 4 * 1024 * 1024
"""Of a page or a bundle that is read as a whole."""
MAX_BODY = 1024 * 1024
"""Of one object, form, request body or command."""
MAX_SNIPPET = 256 * 1024
"""Of what is pasted by hand; a longer text is a file, which fewer readers are asked for."""
MAX_WASTED = 256 * 1024
"""That one reader may read without finding anything."""
MAX_LITERAL = 128 * 1024
"""Of one literal of PHP, Python or Ruby, or one call of JavaScript's ``fetch``."""
MAX_LINE = 64 * 1024
"""Of one line of ``name: value`` or logfmt."""
MAX_CODE = 4096
"""Of one expression that would have to be executed."""
MAX_DIGITS = 400
"""Of one number; a double has at most 309 digits before the point."""

MAX_CALLS = 200
"""Calls and problems that are reported of one text."""
MAX_FIELDS = 2_000
"""Fields of one call."""
MAX_VALUES = 10_000
"""Values of all calls together."""
MAX_DEPTH = 64
"""Levels of nested objects and lists."""
MAX_NAMED_DEPTH = 4
"""Levels of nested objects whose fields are reported by their path, such as ``custom_data.plan``."""
