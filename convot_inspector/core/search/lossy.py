"""Ways to write a digest that lose something, so that it cannot be read back: a candidate is written and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_HEX = re.compile(r"[0-9a-fA-F-]{24,512}")
_LEAST_LEFT = 8  # bytes that a damaged text must still show
_SIZES = (16, 20, 28, 32, 48, 64)  # bytes of the digests that there are
_MOST_SMALL = 0.5  # of a digest's bytes; one in 16 is under 0x10, so that half of them are is as rare as a collision


@dataclass(frozen=True, slots=True)
class Lossy:
    """``write`` makes the text of a digest; ``sizes``, ``first``: its possible lengths and first bytes, to be quick."""

    mistakes: tuple[Mistake, ...]
    sizes: frozenset[int]
    first: frozenset[int]
    text: str
    write: Callable[[bytes], str]

    def among(self, digests: Sequence[bytes]) -> Iterator[int]:
        """Which of some digests, all of one length, are written so."""
        if len(digests[0]) not in self.sizes:
            return
        for at, digest in enumerate(digests):
            if digest[0] in self.first and self.write(digest) == self.text:
                yield at


def lossy_forms(text: str, outer: tuple[Mistake, ...]) -> Iterator[Lossy]:
    """The ways in which a text may have been written."""
    if _HEX.fullmatch(text):
        lower = text.lower()
        upper = (Mistake("digest-upper-case"),) if lower != text else ()
        for write, detail, sizes in (
            (_each_short, lazy_tr("the first digit of every small byte is missing"), _short_sizes(lower)),
            (
                _sign_extended,
                lazy_tr("bytes below zero have grown by six digits"),
                frozenset(_SIZES if "ffffff" in lower else ()),
            ),
            (
                _signed,
                lazy_tr("a minus sign stands before each byte below zero"),
                frozenset(_SIZES if "-" in lower else ()),
            ),
        ):
            first = frozenset(byte for byte in range(256) if lower.startswith(write(bytes([byte]))))
            if sizes:
                yield Lossy((*upper, Mistake("digest-zeros-lost", detail), *outer), sizes, first, lower, write)
    elif "\ufffd" in text and len(text.replace("\ufffd", "").encode("utf-8", "replace")) >= _LEAST_LEFT:
        any_byte = frozenset(range(256))
        yield Lossy((Mistake("digest-raw", "UTF-8"), *outer), frozenset(_SIZES), any_byte, text, _as_utf8)


def _short_sizes(text: str) -> frozenset[int]:
    """The digests whose small bytes can have lost so many digits, and at least one."""
    return frozenset(size for size in _SIZES if 0 < 2 * size - len(text) <= _MOST_SMALL * size)


def _each_short(digest: bytes) -> str:
    return "".join(f"{byte:x}" for byte in digest)


def _sign_extended(digest: bytes) -> str:
    return "".join(f"{byte:x}" if byte < 128 else f"ffffff{byte:x}" for byte in digest)


def _signed(digest: bytes) -> str:
    return "".join(f"{byte if byte < 128 else byte - 256:x}" for byte in digest)


def _as_utf8(digest: bytes) -> str:
    return digest.decode("utf-8", "replace")
