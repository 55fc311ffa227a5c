"""What software centres show of the program: its AppStream metadata, with pictures where they have an address.

https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html: a picture is named by an http(s) address. Only
whoever publishes the repository knows it, so the release workflow hands it in.
"""

from __future__ import annotations

import os
from xml.sax.saxutils import escape

ADDRESS = "CONVOT_PICTURES"
"""The variable with the https address of the folder resources/pictures, at the commit that is packaged."""

CAPTIONS = {
    "window": "A pasted call on the left, the cause of the wrong hash and its fix on the right",
    "verified": "Both hashes verify",
    "first-steps": "Three steps lead to the first answer",
    "unexplained": "What was tried where no known mistake explains a hash, and what to ask next",
}
"""The pictures, the first of which stands for the program, and what they show."""

_BEFORE = "  <launchable "


def with_pictures(metadata: str) -> str:
    """The metadata with the pictures in it; as it is where no address is given."""
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
