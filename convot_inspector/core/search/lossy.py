"""Ways of writing a digest that lose information and cannot be undone: candidates are written and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

GROWN = lazy_tr("negative bytes have six extra digits")
"""The detail of bytes that were printed as negative numbers of 32 bits."""

_HEX = re.compile(r"[0-9a-fA-F-]{24,512}")
_LEAST_LEFT = 8  # bytes that a damaged text must still show
_SIZES = (16, 20, 28, 32, 48, 64)  # bytes of known digests
_MOST_SMALL = 0.5  # of a digest's bytes; one in 16 is under 0x10, so half of them being so is as rare as a collision


@dataclass(frozen=True, slots=True)
class Lossy:
    """A text that may be one of several digests.

    ``is_written``: whether a digest is written as this text; ``sizes``, ``first``: the lengths and the first bytes that
    such a digest can have, which rule out most candidates at once.
    """

    mistakes: tuple[Mistake, ...]
    sizes: frozenset[int]
    first: frozenset[int]
    is_written: Callable[[bytes], bool]

    def among(self, digests: Sequence[bytes]) -> Iterator[int]:
        """Give the indices of those digests, all of one length, that are written as the text."""
        if len(digests[0]) not in self.sizes:
            return
        for at, digest in enumerate(digests):
            if digest[0] in self.first and self.is_written(digest):
                yield at


@dataclass(frozen=True)
class _Printing:
    """One way to print bytes as numbers that loses or adds digits. ``mark``: what a text must hold to be one."""

    detail: str
    mark: str
    write: Callable[[bytes], str]


_PRINTINGS = (
    _Printing(
        lazy_tr("the first digit of every small byte is missing"), "", lambda d: "".join(f"{byte:x}" for byte in d)
    ),
    _Printing(GROWN, "ffffff", lambda d: "".join(f"{byte:x}" if byte < 128 else f"ffffff{byte:x}" for byte in d)),
    _Printing(
        lazy_tr("negative bytes have a minus sign"),
        "-",
        lambda d: "".join(f"{byte if byte < 128 else byte - 256:x}" for byte in d),
    ),
    _Printing(
        lazy_tr("negative bytes have a minus sign"),
        "-",
        lambda d: "".join(f"{byte if byte < 128 else byte - 256:02x}" for byte in d),
    ),
)


def lossy_forms(text: str, outer: tuple[Mistake, ...]) -> Iterator[Lossy]:
    """Give the ways in which a text may have been written."""
    if _HEX.fullmatch(text):
        yield from _as_numbers(text, outer)
    elif "\ufffd" in text:
        yield from _as_utf8(text, outer)


def _as_numbers(text: str, outer: tuple[Mistake, ...]) -> Iterator[Lossy]:
    lower = text.lower()
    upper = (Mistake("digest-upper-case"),) if lower != text else ()
    for printing in _PRINTINGS:
        sizes = frozenset(_SIZES) if printing.mark else _short_sizes(lower)
        if not sizes or printing.mark not in lower:
            continue
        first = frozenset(byte for byte in range(256) if lower.startswith(printing.write(bytes([byte]))))
        mistakes = (*upper, Mistake("digest-zeros-lost", printing.detail), *outer)
        yield Lossy(mistakes, sizes, first, partial(_is_printed, printing.write, lower))


def _is_printed(write: Callable[[bytes], str], text: str, digest: bytes) -> bool:
    return write(digest) == text


def _short_sizes(text: str) -> frozenset[int]:
    """Return the sizes of digests whose small bytes can have lost that many digits, at least one."""
    return frozenset(size for size in _SIZES if 0 < 2 * size - len(text) <= _MOST_SMALL * size)


def _as_utf8(text: str, outer: tuple[Mistake, ...]) -> Iterator[Lossy]:
    """Yield the digests that UTF-8 decoding may have damaged: each replacement character is one to three bytes."""
    try:
        known = text.replace("\ufffd", "").encode()
    except UnicodeEncodeError:  # half of a surrogate pair: no decoder yields that
        return
    replaced = text.count("\ufffd")
    sizes = frozenset(size for size in _SIZES if len(known) + replaced <= size <= len(known) + 3 * replaced)
    if len(known) < _LEAST_LEFT or not sizes:
        return
    pattern = re.compile(b"[\x80-\xff]{1,3}".join(re.escape(part.encode()) for part in text.split("\ufffd")), re.DOTALL)
    first = frozenset(range(128, 256)) if text[0] == "\ufffd" else frozenset((known[0],))

    def is_written(digest: bytes) -> bool:
        return pattern.fullmatch(digest) is not None and digest.decode("utf-8", "replace") == text

    yield Lossy((Mistake("digest-raw", "UTF-8"), *outer), sizes, first, is_written)
