"""Every digest that a sent text can stand for, with the mistakes that were made in writing it.

The text is decoded from the outside in; the mistakes are listed in the order in which they were made.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake
from convot_inspector.core.search.digest_reprs import shown_bytes
from convot_inspector.core.search.lossy import GROWN, lossy_forms
from convot_inspector.core.search.unwrapping import BASE64, HEX, SEPARATED, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.search.lossy import Lossy

SIZES = (32, 20, 16, 64, 48, 28)  # bytes of known digests; SHA-256 first
START = 8  # bytes by which digests are looked up; a shorter prefix proves nothing
_OBJECT = re.compile(r"\s*\[object \w{1,40}\]\s*")  # JavaScript's text of an object, which holds no byte of it
_LONGEST = 2_000  # characters
_DEEPEST = 4  # mistakes of writing in one text
_LOOSELY = re.compile(r"[0-9a-fA-F]{1,2}([-: ,])[0-9a-fA-F]{1,2}(?:\1[0-9a-fA-F]{1,2}){6,62}")
_LONG_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){17,2000}")
_GROWN = re.compile(r"(?:ffffff[89a-f][0-9a-f]|[0-7][0-9a-f]){16,64}")
_GROWN_BYTE = re.compile(r"(?:ffffff)?([0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Form:
    """A digest, or a prefix of one, that the text stands for.

    ``exact``: the digest, None where the text can only be its prefix; ``beginning``: the prefix, as it is written.
    """

    inner: tuple[Mistake, ...]
    outer: tuple[Mistake, ...]
    start: bytes
    exact: bytes | None
    beginning: str
    writing: str

    @property
    def least(self) -> int:
        """The fewest mistakes that it takes."""
        return len(once((*self.inner, *self.outer))) + (self.exact is None)

    def mistakes(self, digest: bytes) -> tuple[Mistake, ...] | None:
        """Return the mistakes by which this digest becomes the text, None if it does not become it."""
        if digest == self.exact:
            return once(self.inner + self.outer)
        if not self.is_beginning_of(len(digest)) or not _write(digest, self.writing).startswith(self.beginning):
            return None
        kept = lazy_tr("{count} characters", count=str(len(self.beginning)))
        return once((*self.inner, Mistake("digest-truncated", kept), *self.outer))

    def is_beginning_of(self, size: int) -> bool:
        """Return whether the text can be a prefix of a digest of that many bytes."""
        return 0 < len(self.beginning) * (4 if self.writing == "hex" else 6) < size * 8


def once(mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
    """Return the mistakes without those whose id came earlier: quotes inside quotes are one mistake."""
    by_id: dict[str, Mistake] = {}
    for mistake in mistakes:
        by_id.setdefault(mistake.id, mistake)
    return tuple(by_id.values())


def forms(text: str) -> tuple[list[Form], list[Lossy]]:
    """Return every digest that a text can stand for, those with the fewest mistakes first."""
    if not 8 <= len(text) <= _LONGEST or _OBJECT.fullmatch(text):
        return [], []
    found: dict[tuple[bytes, bytes | None, str], Form] = {}
    lossy: list[Lossy] = []
    for form in _take_apart(text, (), 0, is_escaped=False, lossy=lossy):
        key = form.start, form.exact, form.beginning
        if key not in found or found[key].least > form.least:
            found[key] = form
    return sorted(found.values(), key=lambda form: form.least), lossy


def _take_apart(
    text: str, outer: tuple[Mistake, ...], depth: int, *, is_escaped: bool, lossy: list[Lossy]
) -> Iterator[Form]:
    """Undo one writing. ``is_escaped``: the outer one was an escaping, which counts for the base64 inside too."""
    yield from _in_hex(text, outer)
    yield from _in_base64(text, outer, is_escaped=is_escaped)
    yield from _raw(text, outer)
    for data in shown_bytes(text):
        yield _exactly(data, (Mistake("digest-repr", lazy_tr("the bytes")),), outer)
    lossy.extend(lossy_forms(text, outer))
    if depth >= _DEEPEST:
        return
    for inner, mistakes in unwrapped(text):
        escaping = mistakes[0].id in ("digest-url-encoded", "digest-escaped")
        yield from _take_apart(inner, (*mistakes, *outer), depth + len(mistakes), is_escaped=escaping, lossy=lossy)


def _exactly(data: bytes, inner: tuple[Mistake, ...], outer: tuple[Mistake, ...]) -> Form:
    return Form(inner, outer, data[:START], data, "", "")


def _in_hex(text: str, outer: tuple[Mistake, ...]) -> Iterator[Form]:
    upper = (Mistake("digest-upper-case"),) if text != text.lower() else ()
    negative = re.fullmatch(r"-([0-9a-fA-F]{16,128})", text)
    if negative is not None:  # a signed number, as Java's BigInteger prints it
        for size in SIZES:
            if len(negative[1]) <= 2 * size:
                number = -int(negative[1], 16) % (1 << (8 * size))
                yield _exactly(
                    number.to_bytes(size),
                    (*upper, Mistake("digest-zeros-lost", lazy_tr("one large number with a minus sign"))),
                    outer,
                )
        return
    loosely = _LOOSELY.fullmatch(text)
    if loosely is not None and not SEPARATED.fullmatch(text):
        data = bytes(int(part, 16) for part in text.split(loosely[1]))
        mistakes = (
            Mistake("digest-zeros-lost", lazy_tr("the first digit of every small byte is missing")),
            Mistake("digest-separated", loosely[1]),
        )
        if len(data) in SIZES:
            yield _exactly(data, (*upper, *mistakes), outer)
    lower = text.lower()
    inner: tuple[Mistake, ...] = upper
    if "ffffff" in lower and _GROWN.fullmatch(lower):  # C's %02x of a negative char
        data = bytes.fromhex("".join(_GROWN_BYTE.findall(lower)))
        if len(data) in SIZES:
            yield _exactly(data, (*inner, Mistake("digest-zeros-lost", GROWN)), outer)
    if _LONG_HEX.fullmatch(text):
        yield from _appended(bytes.fromhex(text), inner, outer)
    if not HEX.fullmatch(text):
        return
    even = bytes.fromhex(lower) if len(lower) % 2 == 0 else None
    yield Form(inner, outer, bytes.fromhex(lower[: 2 * START]), even, lower, "hex")
    for size in SIZES:
        lost = 2 * size - len(lower)
        if 0 < lost <= 8 and lower[0] != "0":
            data = bytes.fromhex(lower.zfill(2 * size))
            yield _exactly(data, (*inner, Mistake("digest-zeros-lost", _zeros(lost))), outer)


def _zeros(lost: int) -> str:
    if lost == 1:
        return lazy_tr("a zero is missing at the start")
    return lazy_tr("{count} zeros are missing at the start", count=str(lost))


def _in_base64(text: str, outer: tuple[Mistake, ...], *, is_escaped: bool) -> Iterator[Form]:
    joined = re.sub(r"[\r\n]+", "", text)
    candidates = [(joined, lazy_tr("base64 with line breaks") if joined != text else "base64")]
    if joined[-1:] in ("0", "1", "2"):
        candidates.append((joined[:-1] + "=" * int(joined[-1]), lazy_tr("base64url with the number of =")))
    for written, name in candidates:
        if not BASE64.fullmatch(written) or HEX.fullmatch(written):
            continue
        is_url = "-" in written or "_" in written
        digits = written.rstrip("=")
        detail = "base64url" if is_url and name == "base64" else name
        inner = () if is_escaped else (Mistake("digest-base64", detail),)
        standard = digits.replace("-", "+").replace("_", "/")
        try:
            data = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
        except (binascii.Error, ValueError):
            data = None  # not a valid length of base64: truncated
        if data is not None:
            yield from _appended(data, inner, outer)
        exact = data is not None and base64.b64encode(data).decode().rstrip("=") == standard
        start = base64.b64decode(standard[:12].ljust(12, "A"))[:START]
        if len(standard) < 11 or name.endswith("="):
            if exact and data is not None:
                yield _exactly(data, inner, outer)
            continue
        beginning = standard if digits == written else ""
        yield Form(inner, outer, start, data if exact else None, beginning, "base64")


def _raw(text: str, outer: tuple[Mistake, ...]) -> Iterator[Form]:
    if text.isascii() and text.isprintable():
        return
    for charset, name in (("latin-1", "Latin-1"), ("cp1252", "Windows-1252")):
        try:
            data = text.encode(charset)
        except UnicodeEncodeError:
            if charset != "cp1252":
                continue
            data = b"".join(c.encode("cp1252", "ignore") or c.encode("latin-1", "ignore") for c in text)
        if len(data) in SIZES and len(data) == len(text):
            yield _exactly(data, (Mistake("digest-raw", name),), outer)


def _appended(data: bytes, inner: tuple[Mistake, ...], outer: tuple[Mistake, ...]) -> Iterator[Form]:
    detail = lazy_tr("the bytes of a text before it")
    for digest in _behind_a_text(data):
        yield _exactly(digest, (Mistake("digest-prefixed", detail), *inner), outer)


def _behind_a_text(data: bytes) -> Iterator[bytes]:
    """Yield digests at the end of bytes that begin with a text: Go's ``Sum(value)`` appends the digest to the value."""
    for size in SIZES:
        if len(data) > size:
            try:
                is_text = data[:-size].decode().isprintable()
            except UnicodeDecodeError:
                continue
            if is_text:
                yield data[-size:]


def _write(digest: bytes, writing: str) -> str:
    return digest.hex() if writing == "hex" else base64.b64encode(digest).decode()
