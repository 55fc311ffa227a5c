"""The texts that real programs printed, with the identities that they were given."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

from places import SAMPLES

IDENTITIES: list[dict[str, Any]] = json.loads((SAMPLES / "identities.json").read_text("utf-8"))


def texts(notation: str) -> dict[str, str]:
    """Return the printed texts of a notation by file name, which begins with the identity's number or ``all``."""
    found = {path.stem: path.read_bytes().decode() for path in sorted((SAMPLES / notation).glob("*.txt"))}
    assert found
    return found


def identities(name: str) -> list[dict[str, Any]]:
    """Return the identities in the text of that name."""
    which = name.partition("-")[0]
    return IDENTITIES if which == "all" else [IDENTITIES[int(which)]] * (2 if name.endswith("-list") else 1)


def all_texts() -> Iterator[tuple[str, str]]:
    """Return every printed text that contains a hash, also those in JSON files, with the folder of its notation."""
    for path in sorted(SAMPLES.rglob("*")):
        folder = path.relative_to(SAMPLES).parts[0]
        if path.suffix in (".txt", ".har"):
            yield folder, path.read_bytes().decode()
        elif path.suffix == ".json":
            texts = _strings(json.loads(path.read_text("utf-8")))
            yield from ((folder, text) for text in texts if "_hash" in text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
