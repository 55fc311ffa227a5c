"""Adds the pictures to the AppStream metadata that software centres show; `debian.py` calls it.

https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html: a picture is an http(s) address. It depends on
where the repository is published, so the release workflow sets it.
"""

from __future__ import annotations

import os
from xml.sax.saxutils import escape

ADDRESS = "CONVOT_PICTURES"
"""The environment variable with the https address of the folder resources/pictures at the packaged commit."""

CAPTIONS = {
    "window": "A pasted call on the left, the cause of the wrong hash and its fix on the right",
    "verified": "Both hashes verify",
    "first-steps": "Three steps lead to the first answer",
    "unexplained": "What was tried where no known mistake explains a hash, and what to ask next",
}
"""The pictures and their captions; the first one is the default."""

_BEFORE = "  <launchable "


def with_pictures(metadata: str) -> str:
    """Return the metadata with the pictures; unchanged where no address is set."""
    address = os.environ.get(ADDRESS, "").rstrip("/")
    if not address:
        return metadata
    if not address.startswith("https://"):
        raise ValueError(f"{ADDRESS} has to begin with https://")
    first = next(iter(CAPTIONS))
    shown = ""
    for name, caption in CAPTIONS.items():
        kind = ' type="default"' if name == first else ""
        image = escape(f"{address}/{name}.png")
        shown += (
            f"    <screenshot{kind}>\n      <caption>{escape(caption)}</caption>\n"
            f"      <image>{image}</image>\n    </screenshot>\n"
        )
    return metadata.replace(_BEFORE, f"  <screenshots>\n{shown}  </screenshots>\n{_BEFORE}", 1)
