"""The texts that real programs printed, with what they were told to print."""

from __future__ import annotations

import json
from typing import Any

from places import SAMPLES

IDENTITIES: list[dict[str, Any]] = json.loads((SAMPLES / "identities.json").read_text("utf-8"))


def texts(notation: str) -> dict[str, str]:
    """Every printed text of a notation by its file's name, which begins with the identity's number or ``all``."""
    found = {path.stem: path.read_bytes().decode() for path in sorted((SAMPLES / notation).glob("*.txt"))}
    assert found
    return found


def identities(name: str) -> list[dict[str, Any]]:
    """What the text of that name holds."""
    which = name.partition("-")[0]
    return IDENTITIES if which == "all" else [IDENTITIES[int(which)]] * (2 if name.endswith("-list") else 1)
