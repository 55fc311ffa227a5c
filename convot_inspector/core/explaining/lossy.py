"""Ways to write a digest that lose something, so that it cannot be read back: a candidate is written and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.model import Mistake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HEX = re.compile(r"[0-9a-fA-F-]{32,256}")
_LEAST_LEFT = 8  # bytes that a damaged text must still show


@dataclass(frozen=True, slots=True)
class Lossy:
    """``write`` makes the text of a digest; ``first``: the bytes that the digest can begin with, to be quick."""

    mistakes: tuple[Mistake, ...]
    first: frozenset[int]
    text: str
    write: Callable[[bytes], str]

    def matches(self, digest: bytes) -> bool:
        """Whether this digest is written so."""
        return digest[0] in self.first and self.write(digest) == self.text


def lossy_forms(text: str, outer: tuple[Mistake, ...]) -> Iterator[Lossy]:
    """The ways in which a text may have been written."""
    if _HEX.fullmatch(text):
        lower = text.lower()
        upper = (Mistake("digest-upper-case"),) if lower != text else ()
        for write, detail in (
            (_each_short, "the first digit of every small byte"),
            (_sign_extended, "bytes below zero grew"),
            (_signed, "a minus sign before each byte below zero"),
        ):
            first = frozenset(byte for byte in range(256) if lower.startswith(write(bytes([byte]))))
            yield Lossy((*upper, Mistake("digest-zeros-lost", detail), *outer), first, lower, write)
    elif "\ufffd" in text and len(text.replace("\ufffd", "").encode()) >= _LEAST_LEFT:
        yield Lossy((Mistake("digest-raw", "UTF-8"), *outer), frozenset(range(256)), text, _as_utf8)


def _each_short(digest: bytes) -> str:
    return "".join(f"{byte:x}" for byte in digest)


def _sign_extended(digest: bytes) -> str:
    return "".join(f"{byte:x}" if byte < 128 else f"ffffff{byte:x}" for byte in digest)


def _signed(digest: bytes) -> str:
    return "".join(f"{byte if byte < 128 else byte - 256:x}" for byte in digest)


def _as_utf8(digest: bytes) -> str:
    return digest.decode("utf-8", "replace")
