"""The texts that real programs printed, with what they were told to print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def all_texts() -> Iterator[tuple[str, str]]:
    """Every printed text that names a hash, with the folder of its notation; those inside JSON files too."""
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
