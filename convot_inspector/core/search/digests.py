"""How a digest may have been written: every digest that a sent text can stand for, with the mistakes of the writing.

The text is taken apart from outside to inside; the mistakes are listed in the order in which they were made.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
import urllib.parse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake
from convot_inspector.core.search.digest_reprs import inner_texts, shown_bytes
from convot_inspector.core.search.lossy import lossy_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.search.lossy import Lossy

SIZES = (32, 20, 16, 64, 48, 28)  # bytes of the digests that there are; the right one first
START = 8  # bytes by which digests are looked up; a shorter beginning proves nothing
_LONGEST = 2_000  # characters
_DEEPEST = 4  # mistakes of writing in one text
_HEX = re.compile(r"[0-9a-fA-F]{16,256}")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{11,400}={0,2}|[A-Za-z0-9_-]{11,400}={0,2}")
_SPACES = re.compile("[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00a0]")
_SEPARATED = re.compile(r"[0-9a-fA-F]{2}([-: ])[0-9a-fA-F]{2}(?:\1[0-9a-fA-F]{2}){6,62}")
_LOOSELY = re.compile(r"[0-9a-fA-F]{1,2}([-: ,])[0-9a-fA-F]{1,2}(?:\1[0-9a-fA-F]{1,2}){6,62}")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([/\"'\\]))")
_AROUND_HEX = re.compile(
    r"(?s)(.{0,80}?)(?<![0-9a-fA-F])((?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64}|[0-9a-fA-F]{56}|[0-9a-fA-F]{40}"
    r"|[0-9a-fA-F]{32}))(?![0-9a-fA-F])(.{0,40})"
)
_BEFORE = re.compile(
    r"(?i)(?:(?:hmac[-_ ]?)?sha-?(?:2-)?(?:1|256|384|512)(?:\(stdin\))?|hmac(?:-sha2?-?256)?(?:\(stdin\))?|\(stdin\)"
    r"|v[0-9]|t=\d{1,12},\s?v[0-9]|md5|hash|signature|digest|user_hash|shop_hash|hex|base64|b64)\s{0,2}[=:$ -]\s{0,2}"
    r"|0x|\\x|#|\$"
)
_MARKED = re.compile(r"""(?s)(?:rb|[bBuUr@:])?['"`\u2018\u201c\[{(<].*['"`\u2019\u201d\]})>]""")


@dataclass(frozen=True, slots=True)
class Form:
    """One digest, or the beginning of one, that the text stands for.

    ``exact``: the digest, None where the text can only be its beginning; ``beginning``: that, in the writing.
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
        return len(self.inner) + len(self.outer) + (self.exact is None)

    def mistakes(self, digest: bytes) -> tuple[Mistake, ...] | None:
        """How this digest becomes the text; None if it does not."""
        if digest == self.exact:
            return self.inner + self.outer
        if not self.is_beginning_of(len(digest)) or not _write(digest, self.writing).startswith(self.beginning):
            return None
        kept = lazy_tr("{count} characters", count=str(len(self.beginning)))
        return (*self.inner, Mistake("digest-truncated", kept), *self.outer)

    def is_beginning_of(self, size: int) -> bool:
        """Whether the text can be the beginning of a digest of so many bytes."""
        return 0 < len(self.beginning) * (4 if self.writing == "hex" else 6) < size * 8


def forms(text: str) -> tuple[list[Form], list[Lossy]]:
    """Everything that a text can stand for, with the fewest mistakes first."""
    if not 8 <= len(text) <= _LONGEST:
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
    """``is_escaped``: the mistake before was an escaping, which counts for the base64 below it too."""
    yield from _in_hex(text, outer)
    yield from _in_base64(text, outer, is_escaped=is_escaped)
    yield from _raw(text, outer)
    for data in shown_bytes(text):
        yield _exactly(data, (Mistake("digest-repr", lazy_tr("the bytes")),), outer)
    lossy.extend(lossy_forms(text, outer))
    if depth >= _DEEPEST:
        return
    for inner, mistakes in _peeled(text):
        escaping = mistakes[0].id in ("digest-url-encoded", "digest-escaped")
        yield from _take_apart(inner, (*mistakes, *outer), depth + len(mistakes), is_escaped=escaping, lossy=lossy)


def _exactly(data: bytes, inner: tuple[Mistake, ...], outer: tuple[Mistake, ...]) -> Form:
    return Form(inner, outer, data[:START], data, "", "")


def _in_hex(text: str, outer: tuple[Mistake, ...]) -> Iterator[Form]:
    negative = re.fullmatch(r"-([0-9a-fA-F]{16,128})", text)
    if negative is not None:  # a number with a sign, as Java's BigInteger prints it
        for size in SIZES:
            if len(negative[1]) <= 2 * size:
                number = -int(negative[1], 16) % (1 << (8 * size))
                yield _exactly(
                    number.to_bytes(size),
                    (Mistake("digest-zeros-lost", lazy_tr("one large number with a minus sign")),),
                    outer,
                )
        return
    loosely = _LOOSELY.fullmatch(text)
    if loosely is not None and not _SEPARATED.fullmatch(text):
        data = bytes(int(part, 16) for part in text.split(loosely[1]))
        mistakes = (
            Mistake("digest-zeros-lost", lazy_tr("the first digit of every small byte is missing")),
            Mistake("digest-separated", loosely[1]),
        )
        upper = (Mistake("digest-upper-case"),) if text != text.lower() else ()
        if len(data) in SIZES:
            yield _exactly(data, (*upper, *mistakes), outer)
    if not _HEX.fullmatch(text):
        return
    lower = text.lower()
    inner = (Mistake("digest-upper-case"),) if text != lower else ()
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
        if not _BASE64.fullmatch(written) or _HEX.fullmatch(written):
            continue
        is_url = "-" in written or "_" in written
        digits = written.rstrip("=")
        detail = "base64url" if is_url and name == "base64" else name
        inner = () if is_escaped else (Mistake("digest-base64", detail),)
        standard = digits.replace("-", "+").replace("_", "/")
        try:
            data = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
        except (binascii.Error, ValueError):
            data = None  # a length that base64 does not have: cut off
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


def _peeled(text: str) -> Iterator[tuple[str, tuple[Mistake, ...]]]:
    """What is left when one mistake is taken back, with that mistake."""
    separated = _SEPARATED.fullmatch(text)
    if separated is not None:
        yield text.replace(separated[1], ""), (Mistake("digest-separated", separated[1]),)
        return
    solid = _SPACES.sub("", text)
    if solid != text:
        yield solid, (Mistake("digest-whitespace"),)
    if " " in text:
        yield text.replace(" ", "+"), (Mistake("digest-escaped", lazy_tr("a space for +")),)
    yield from _unescaped(text)
    for inner in inner_texts(text):
        yield inner, (Mistake("digest-repr", lazy_tr("the text")),)
    yield from _without_prefix(text)
    yield from _decoded_twice(text)


def _unescaped(text: str) -> Iterator[tuple[str, tuple[Mistake, ...]]]:
    if re.search("%[0-9a-fA-F]{2}", text):
        yield urllib.parse.unquote(text), (Mistake("digest-url-encoded"),)
    if "&" in text:
        yield html.unescape(text), (Mistake("digest-escaped", lazy_tr("as in HTML")),)
    if "\\" in text:
        plain = _ESCAPE.sub(lambda e: e[3] or chr(int(e[1] or e[2], 16)), text)
        if plain != text:
            yield plain, (Mistake("digest-escaped", lazy_tr("as in JavaScript")),)


def _without_prefix(text: str) -> Iterator[tuple[str, tuple[Mistake, ...]]]:
    """Something before or behind the digest that is neither a display form nor white space."""
    if _MARKED.fullmatch(text):
        return
    around = _AROUND_HEX.fullmatch(text)
    if around is not None:
        before, digits, after = around.groups()
        if before.strip() or after.strip():
            yield digits, (Mistake("digest-prefixed", _outside(before, after)),)
            return
    known = _BEFORE.match(text)
    if known is not None and len(text) - known.end() >= START:
        yield text[known.end() :], (Mistake("digest-prefixed", _outside(known[0], "")),)


def _outside(before: str, after: str) -> str:
    quoted = [lazy_tr("“{text}”", text=part) for part in (before, after) if part]
    return lazy_tr("{first} and {second}", first=quoted[0], second=quoted[1]) if len(quoted) == 2 else quoted[0]


def _decoded_twice(text: str) -> Iterator[tuple[str, tuple[Mistake, ...]]]:
    """A hex text that was written in hex or base64 again."""
    data: bytes | None = None
    mistakes: tuple[Mistake, ...]
    if _HEX.fullmatch(text) and len(text) % 2 == 0:
        data = bytes.fromhex(text)
        mistakes = (Mistake("digest-hex-of-hex"),)
        if text != text.lower():
            mistakes = (*mistakes, Mistake("digest-upper-case"))
    else:
        joined = re.sub(r"[\r\n]+", "", text).rstrip("=").replace("-", "+").replace("_", "/")
        mistakes = (Mistake("digest-base64-of-hex"),)
        if _BASE64.fullmatch(joined):
            try:
                data = base64.b64decode(joined + "=" * (-len(joined) % 4), validate=True)
            except (binascii.Error, ValueError):
                data = None
    if data is not None and re.fullmatch(rb"[0-9a-fA-F]{32,256}\s*", data):
        yield data.decode().strip(), mistakes


def _write(digest: bytes, writing: str) -> str:
    return digest.hex() if writing == "hex" else base64.b64encode(digest).decode()
