"""Changes of the identity secret before it is used as a key: one row for each mistake."""

from __future__ import annotations

import base64
import contextlib
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.search.changes.encodings import in_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Changed = tuple["str | bytes", str]
_ENV_NAMES = ("CONVOT_IDENTITY_SECRET", "IDENTITY_SECRET", "CONVOT_SECRET", "CONVOT_IDENTITY_VERIFICATION_SECRET",
              "CONVOT_HMAC_SECRET", "CONVOT_APP_SECRET", "HMAC_SECRET", "SECRET")  # fmt: skip


def _hex_decoded(secret: str) -> Iterator[_Changed]:
    try:
        yield bytes.fromhex(secret), lazy_tr("the 32 bytes that the secret's digits stand for")
    except ValueError:
        return
    yield bytes.fromhex(secret)[::-1], lazy_tr("the secret's bytes in the other order")


def _base64_decoded(secret: str) -> Iterator[_Changed]:
    try:
        yield base64.b64decode(secret + "=" * (-len(secret) % 4), validate=True), lazy_tr("decoded from base64")
    except ValueError:
        return


def _base64(secret: str) -> Iterator[_Changed]:
    data = secret.encode("utf-8", "surrogatepass")
    yield base64.b64encode(data), lazy_tr("base64 of the secret's text")
    yield base64.b64encode(data).rstrip(b"="), lazy_tr("base64 of the secret's text, without =")
    yield b"base64:" + base64.b64encode(data), lazy_tr("base64 of the secret's text, with base64: before it")
    yield "base64:" + secret, lazy_tr("the secret with base64: before it")
    yield base64.b64encode(data) + b"\n", lazy_tr("base64 of the secret's text, with a line feed")
    yield base64.encodebytes(data), lazy_tr("base64 of the secret's text, with line feeds")
    yield in_lines(base64.b64encode(data)), lazy_tr("base64 of the secret's text, with line feeds")
    try:
        raw = bytes.fromhex(secret)
    except ValueError:
        return
    yield base64.b64encode(raw), lazy_tr("base64 of the secret's bytes")
    yield base64.b64encode(raw).rstrip(b"="), lazy_tr("base64 of the secret's bytes, without =")
    yield b"base64:" + base64.b64encode(raw), lazy_tr("base64 of the secret's bytes, with base64: before it")
    yield base64.urlsafe_b64encode(raw), lazy_tr("base64url of the secret's bytes")
    yield base64.urlsafe_b64encode(raw).rstrip(b"="), lazy_tr("base64url of the secret's bytes, without =")
    yield base64.b64encode(raw) + b"\n", lazy_tr("base64 of the secret's bytes, with a line feed")


def _whitespace(secret: str) -> Iterator[_Changed]:
    for added, detail in (
        ("\n", lazy_tr("a line feed")), ("\r\n", lazy_tr("a carriage return and line feed")), (" ", lazy_tr("a space")),
        ("\t", lazy_tr("a tab")),
        ("\r", lazy_tr("a carriage return")), ("\u00a0", lazy_tr("a no-break space")),
        ("\n\n", lazy_tr("two line feeds")),
        ("\u200b", lazy_tr("a zero-width space")), ("\0", lazy_tr("a NUL")),
    ):  # fmt: skip
        yield secret + added, lazy_tr("{mark} at its end", mark=detail)
    for added, detail in (
        ("\ufeff", lazy_tr("a byte order mark")), (" ", lazy_tr("a space")), ("\n", lazy_tr("a line feed")),
        ("\r\n", lazy_tr("a carriage return and line feed")), ("\r", lazy_tr("a carriage return")),
        ("\t", lazy_tr("a tab")), ("\u00a0", lazy_tr("a no-break space")), ("\u200b", lazy_tr("a zero-width space")),
    ):  # fmt: skip
        yield added + secret, lazy_tr("{mark} at its start", mark=detail)
    for width in (80, 96, 100, 128, 255, 256, 512):
        yield secret.ljust(width, "\0"), lazy_tr("NULs after it, {count} characters in all", count=str(width))
    yield f" {secret} ", lazy_tr("spaces at both ends")
    yield f"\ufeff{secret}\n", lazy_tr("a byte order mark at its start and a line feed at its end")
    yield f"\ufeff{secret}\r\n", lazy_tr("a byte order mark at its start and a line end at its end")
    yield f"\n{secret}\n", lazy_tr("line feeds at both ends")


def _quoted(secret: str) -> Iterator[_Changed]:
    for quote, detail in (
        ('"', lazy_tr("double quotes")),
        ("'", lazy_tr("single quotes")),
        ("`", lazy_tr("backticks")),
        ('\\"', lazy_tr("escaped quotes")),
    ):
        yield quote + secret + quote, lazy_tr("in {quotes}", quotes=detail)
    yield f"\u201c{secret}\u201d", lazy_tr("in curly quotes")
    yield f"b'{secret}'", lazy_tr("as Python shows bytes")
    yield f"<{secret}>", lazy_tr("in angle brackets")
    yield f'"{secret}', lazy_tr("with a double quote before it")
    yield f'{secret}"', lazy_tr("with a double quote after it")
    yield f"{secret};", lazy_tr("with a semicolon after it")
    yield f"{secret},", lazy_tr("with a comma after it")


_CHARSETS = (("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE"), ("utf-32-le", "UTF-32LE"), ("utf-32-be", "UTF-32BE"))
_MISREADINGS = (("latin-1", "Latin-1"), ("utf-8", "UTF-8"), ("cp1252", "Windows-1252"), ("ascii", "ASCII"))


def _charset(secret: str) -> Iterator[_Changed]:
    """Yield the secret's text in other charsets, and the bytes that it stands for taken for text and encoded again."""
    for charset, shown in _CHARSETS:
        yield secret.encode(charset, "surrogatepass"), lazy_tr("the secret's text in {charset}", charset=shown)
    for mark, charset, shown in ((b"\xff\xfe", "utf-16-le", "UTF-16LE"), (b"\xfe\xff", "utf-16-be", "UTF-16BE")):
        detail = lazy_tr("the secret's text in {charset} with a byte order mark", charset=shown)
        yield mark + secret.encode(charset, "surrogatepass"), detail
    for raw, of in _decoded(secret):
        for charset, shown in _MISREADINGS:
            text = raw.decode(charset, "replace")
            for encoding, written in (("utf-8", "UTF-8"), ("latin-1", "Latin-1")):
                detail = lazy_tr(
                    "the secret's bytes ({origin}) read as {charset} and encoded as {encoding}",
                    origin=of, charset=shown, encoding=written,
                )  # fmt: skip
                yield text.encode(encoding, "replace"), detail


def _decoded(secret: str) -> Iterator[tuple[bytes, str]]:
    with contextlib.suppress(ValueError):
        yield bytes.fromhex(secret), lazy_tr("decoded from hex")
    with contextlib.suppress(ValueError):
        yield base64.b64decode(secret + "=" * (-len(secret) % 4), validate=True), lazy_tr("decoded from base64")


def _case(secret: str) -> Iterator[_Changed]:
    yield secret.upper(), lazy_tr("in upper case")
    yield secret.lower(), lazy_tr("in lower case")


def _env_line(secret: str) -> Iterator[_Changed]:
    for name in _ENV_NAMES:
        yield f"{name}={secret}", f"{name}=…"
        yield name, name
        for quote in "\"'":
            yield f"{name}={quote}{secret}{quote}", f"{name}={quote}…{quote}"
        yield f"{name}={secret}\n", lazy_tr("{line} and a line feed", line=f"{name}=…")
        yield f"export {name}={secret}", f"export {name}=…"
        yield f'export {name}="{secret}"', f'export {name}="…"'
        yield f"{name} = {secret}", f"{name} = …"
        yield f"{name}: {secret}", f"{name}: …"
        yield f'{name}="{secret}"\n', lazy_tr("{line} and a line feed", line=f'{name}="…"')
        for written in (f"${name}", f"${{{name}}}", f"%{name}%", f"process.env.{name}", name.lower(), f"{name}="):
            yield written, written


def _hashed(secret: str) -> Iterator[_Changed]:
    inputs = [(secret.encode("utf-8", "surrogatepass"), lazy_tr("the secret's text"))]
    with contextlib.suppress(ValueError):
        inputs.append((bytes.fromhex(secret), lazy_tr("the secret's bytes")))
    for data, of in inputs:
        for name, shown in (("sha256", "SHA-256"), ("md5", "MD5"), ("sha1", "SHA-1"), ("sha512", "SHA-512"),
                            ("sha384", "SHA-384")):  # fmt: skip
            digest = hashlib.new(name, data, usedforsecurity=False)
            yield digest.hexdigest(), lazy_tr("{algorithm} of {text}, in hex", algorithm=shown, text=of)
            yield digest.digest(), lazy_tr("{algorithm} of {text}, as bytes", algorithm=shown, text=of)
            yield (
                base64.b64encode(digest.digest()),
                lazy_tr("{algorithm} of {text}, in base64", algorithm=shown, text=of),
            )


def _truncated(secret: str) -> Iterator[_Changed]:
    length = len(secret)
    for kept in (32, 63, 16, *range(length - 1, 7, -1)):
        if kept < length:
            yield secret[:kept], lazy_tr("the secret's first {count} characters", count=str(kept))
            yield secret[-kept:], lazy_tr("the secret's last {count} characters", count=str(kept))
    try:
        raw = bytes.fromhex(secret)
    except ValueError:
        return
    yield raw[:16], lazy_tr("the first 16 of the secret's bytes")
    yield raw[:24], lazy_tr("the first 24 of the secret's bytes")


@dataclass(frozen=True)
class KeyMistake:
    """A mistake with the key. ``change`` yields keys; the first ``common`` are combined with everything else."""

    id: str
    change: Callable[[str], Iterator[_Changed]]
    common: int = 99


# The most frequent first: among explanations with equally few mistakes the first one wins.
KEY_MISTAKES = (
    KeyMistake("key-hex-decoded", _hex_decoded),
    KeyMistake("key-whitespace", _whitespace),
    KeyMistake("key-quoted", _quoted),
    KeyMistake("key-env-line", _env_line, common=6),
    KeyMistake("key-base64-decoded", _base64_decoded),
    KeyMistake("key-base64", _base64),
    KeyMistake("key-case", _case),
    KeyMistake("key-charset", _charset, common=6),
    KeyMistake("key-hashed", _hashed, common=6),
    KeyMistake("key-truncated", _truncated, common=6),
)
