"""Which key the server may have used instead of the secret: one row a mistake, and the keys that come of them."""

from __future__ import annotations

import base64
import contextlib
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake, SearchStats
from convot_inspector.core.search.changes.encodings import in_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convot_inspector.core.model import AppSecrets

_Changed = tuple["str | bytes", str]
_ENV_NAMES = ("CONVOT_IDENTITY_SECRET", "IDENTITY_SECRET", "CONVOT_SECRET", "CONVOT_IDENTITY_VERIFICATION_SECRET",
              "CONVOT_HMAC_SECRET", "CONVOT_APP_SECRET", "HMAC_SECRET", "SECRET")  # fmt: skip
_LITERALS = (
    "undefined", "null", "None", "nil", "secret", "your_identity_secret", "YOUR_IDENTITY_SECRET", "identity_secret",
    "identitySecret", "your-identity-secret", "<your identity secret>", "<identity_secret>", "your_secret",
    "YOUR_SECRET", "your-secret", "YOUR_SECRET_KEY", "your-secret-key", "your_secret_key", "secret_key",
    "SECRET_KEY", "key", "SECRET", "SET-ME-PLEASE", "changeme", "change-me", "CHANGE_ME", "xxx", "test", "password",
    "false", "true", "0", "NULL", "[object Object]", "[object Promise]", "[identity secret]", "your identity secret",
    "secret123", "default",
)  # fmt: skip


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
    data = secret.encode()
    yield base64.b64encode(data), lazy_tr("base64 of the secret's text")
    yield base64.b64encode(data).rstrip(b"="), lazy_tr("base64 of the secret's text, without =")
    yield base64.b64encode(data) + b"\n", lazy_tr("base64 of the secret's text, with a line feed")
    yield base64.encodebytes(data), lazy_tr("base64 of the secret's text, with line feeds")
    yield in_lines(base64.b64encode(data)), lazy_tr("base64 of the secret's text, with line feeds")
    try:
        raw = bytes.fromhex(secret)
    except ValueError:
        return
    yield base64.b64encode(raw), lazy_tr("base64 of the secret's bytes")
    yield base64.b64encode(raw).rstrip(b"="), lazy_tr("base64 of the secret's bytes, without =")
    yield base64.urlsafe_b64encode(raw), lazy_tr("base64url of the secret's bytes")
    yield base64.urlsafe_b64encode(raw).rstrip(b"="), lazy_tr("base64url of the secret's bytes, without =")
    yield base64.b64encode(raw) + b"\n", lazy_tr("base64 of the secret's bytes, with a line feed")


def _whitespace(secret: str) -> Iterator[_Changed]:
    for added, detail in (
        ("\n", lazy_tr("a line feed")), ("\r\n", lazy_tr("a carriage return and line feed")), (" ", lazy_tr("a space")),
        ("\t", lazy_tr("a tab")),
        ("\r", lazy_tr("a carriage return")), ("\u00a0", lazy_tr("a no-break space")),
        ("\n\n", lazy_tr("two line feeds")),
        ("\u200b", lazy_tr("a zero-width space")),
    ):  # fmt: skip
        yield secret + added, lazy_tr("{mark} at its end", mark=detail)
    for added, detail in (
        ("\ufeff", lazy_tr("a byte order mark")), (" ", lazy_tr("a space")), ("\n", lazy_tr("a line feed")),
        ("\t", lazy_tr("a tab")), ("\u00a0", lazy_tr("a no-break space")), ("\u200b", lazy_tr("a zero-width space")),
    ):  # fmt: skip
        yield added + secret, lazy_tr("{mark} at its start", mark=detail)
    yield f" {secret} ", lazy_tr("spaces at both ends")
    yield f"\ufeff{secret}\n", lazy_tr("a byte order mark at its start and a line feed at its end")
    yield f"\ufeff{secret}\r\n", lazy_tr("a byte order mark at its start and a line end at its end")
    yield f"\n{secret}\n", lazy_tr("line feeds at both ends")


def _quoted(secret: str) -> Iterator[_Changed]:
    for quote, detail in (
        ('"', lazy_tr("double quotes")),
        ("'", lazy_tr("single quotes")),
        ("`", lazy_tr("back-quotes")),
        ('\\"', lazy_tr("escaped quotes")),
    ):
        yield quote + secret + quote, lazy_tr("in {quotes}", quotes=detail)
    yield f"\u201c{secret}\u201d", lazy_tr("in curled quotes")
    yield f"b'{secret}'", lazy_tr("as Python shows bytes")
    yield f"<{secret}>", lazy_tr("in angle brackets")
    yield f'"{secret}', lazy_tr("with a double quote before it")
    yield f'{secret}"', lazy_tr("with a double quote behind it")
    yield f"{secret};", lazy_tr("with a semicolon behind it")
    yield f"{secret},", lazy_tr("with a comma behind it")


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
    inputs = [(secret.encode(), lazy_tr("the secret's text"))]
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


_MONTHS = (
    lazy_tr("January"), lazy_tr("February"), lazy_tr("March"), lazy_tr("April"), lazy_tr("May"), lazy_tr("June"),
    lazy_tr("July"), lazy_tr("August"), lazy_tr("September"), lazy_tr("October"), lazy_tr("November"),
    lazy_tr("December"),
)  # fmt: skip


def _day(moment: str) -> str:
    """The day of an ISO 8601 date or time, as people write it; empty if it is none."""
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return ""
    return lazy_tr("{day} {month} {year}", day=str(day.day), month=_MONTHS[day.month - 1], year=str(day.year))


@dataclass(frozen=True)
class KeyMistake:
    """``change`` gives the keys that come of a secret; the first ``common`` of them are tried with everything else."""

    id: str
    change: Callable[[str], Iterator[_Changed]]
    common: int = 99


# The most frequent first: among equally small explanations the first one wins.
KEY_MISTAKES = (
    KeyMistake("key-hex-decoded", _hex_decoded),
    KeyMistake("key-whitespace", _whitespace),
    KeyMistake("key-quoted", _quoted),
    KeyMistake("key-env-line", _env_line, common=6),
    KeyMistake("key-base64-decoded", _base64_decoded),
    KeyMistake("key-base64", _base64),
    KeyMistake("key-case", _case),
    KeyMistake("key-hashed", _hashed, common=6),
    KeyMistake("key-truncated", _truncated, common=6),
)


@dataclass(frozen=True, slots=True)
class Key:
    """One key. ``name``: what it is, in words, without anything of it. ``mistakes``: how it came of the right one."""

    data: bytes
    mistakes: tuple[Mistake, ...]
    name: str
    common: bool

    def __repr__(self) -> str:
        return f"Key({self.name!r}, {self.mistakes!r})"


class Keys:
    """Every key that may have been used, by the number of mistakes that it takes: none, one, two. None twice."""

    def __init__(self, secrets: AppSecrets, credentials: Sequence[tuple[str, str]] = ()) -> None:
        self._secrets, self._credentials = secrets, credentials
        self._levels: list[list[Key]] = []
        self._seen: set[bytes] = set()
        self._now: dict[bytes, Key] = {}
        self._makers = (self._right, self._wrong, self._twice_wrong)

    def __repr__(self) -> str:
        return "Keys(…)"

    def searched(self, *, complete: bool) -> SearchStats:
        """How many secrets of each sort these keys come of."""
        held = self._secrets
        return SearchStats(
            held.current is not None, len(held.previous), len(held.others), len(self._credentials), complete
        )

    def level(self, mistakes: int) -> list[Key]:
        """The keys that take so many mistakes; empty beyond two."""
        while len(self._levels) <= min(mistakes, len(self._makers) - 1):
            self._makers[len(self._levels)]()
            self._levels.append(list(self._now.values()))
            self._seen.update(self._now)
            self._now = {}
        return self._levels[mistakes] if mistakes < len(self._levels) else []

    def _right(self) -> None:
        if self._secrets.current is not None:
            name = lazy_tr("the identity secret ({code})", code=fingerprint(self._secrets.current))
            self._add(self._secrets.current, (), name, common=True)

    def _wrong(self) -> None:
        for mistake, secret, name in self._other_secrets():
            self._add(secret, (mistake,), name, common=True)
        if self._secrets.current is not None:
            name = lazy_tr("the identity secret ({code})", code=fingerprint(self._secrets.current))
            self._add_changes(self._secrets.current, (), name)
        self._add("", (Mistake("key-empty"),), lazy_tr("an empty key"), common=True)
        for index, literal in enumerate(_LITERALS):
            name = lazy_tr("the text “{text}”", text=literal)
            self._add(literal, (Mistake("key-literal", literal),), name, common=index < 8)
        for shown, credential in self._credentials:
            name = lazy_tr("{token} from the text", token=shown)
            self._add(credential, (Mistake("key-other-credential", shown),), name, common=True)

    def _twice_wrong(self) -> None:
        for mistake, secret, name in self._other_secrets():
            self._add_changes(secret, (mistake,), name)

    def _other_secrets(self) -> Iterator[tuple[Mistake, str, str]]:
        for secret in self._secrets.previous:
            code = fingerprint(secret)
            day = _day(self._secrets.rotated.get(code, ""))
            if day:
                name = lazy_tr("a previous secret, rotated {day} ({code})", day=day, code=code)
                yield Mistake("key-previous", lazy_tr("{code}, rotated {day}", code=code, day=day)), secret, name
            else:
                yield Mistake("key-previous", code), secret, lazy_tr("a previous secret ({code})", code=code)
        for app, secret in self._secrets.others.items():
            name = lazy_tr("the secret of {app} ({code})", app=app, code=fingerprint(secret))
            yield Mistake("key-other-app", app), secret, name

    def _add_changes(self, secret: str, before: tuple[Mistake, ...], name: str) -> None:
        for row in KEY_MISTAKES:
            for index, (key, detail) in enumerate(row.change(secret)):
                common = index < row.common
                if common or not before:
                    self._add(
                        key,
                        (*before, Mistake(row.id, detail)),
                        lazy_tr("{key}: {change}", key=name, change=detail),
                        common=common,
                    )

    def _add(self, key: str | bytes, mistakes: tuple[Mistake, ...], name: str, *, common: bool) -> None:
        data = key if isinstance(key, bytes) else key.encode("utf-8", "surrogatepass")
        if data not in self._seen and data not in self._now:
            self._now[data] = Key(data, mistakes, name, common)
