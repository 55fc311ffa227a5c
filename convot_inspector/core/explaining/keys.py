"""Which key the server may have used instead of the secret: one row a mistake, and the keys that come of them."""

from __future__ import annotations

import base64
import contextlib
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convot_inspector.core.explaining.changes.encodings import in_lines
from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.model import Mistake, Searched

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
        yield bytes.fromhex(secret), "the 32 bytes that the secret's digits stand for"
    except ValueError:
        return
    yield bytes.fromhex(secret)[::-1], "the secret's bytes in the other order"


def _base64_decoded(secret: str) -> Iterator[_Changed]:
    try:
        yield base64.b64decode(secret + "=" * (-len(secret) % 4), validate=True), "decoded from base64"
    except ValueError:
        return


def _base64(secret: str) -> Iterator[_Changed]:
    data = secret.encode()
    yield base64.b64encode(data), "base64 of the secret's text"
    yield base64.b64encode(data).rstrip(b"="), "base64 of the secret's text, without ="
    yield base64.b64encode(data) + b"\n", "base64 of the secret's text, with a line feed"
    yield base64.encodebytes(data), "base64 of the secret's text, with line feeds"
    yield in_lines(base64.b64encode(data)), "base64 of the secret's text, with line feeds"
    try:
        raw = bytes.fromhex(secret)
    except ValueError:
        return
    yield base64.b64encode(raw), "base64 of the secret's bytes"
    yield base64.b64encode(raw).rstrip(b"="), "base64 of the secret's bytes, without ="
    yield base64.urlsafe_b64encode(raw), "base64url of the secret's bytes"
    yield base64.urlsafe_b64encode(raw).rstrip(b"="), "base64url of the secret's bytes, without ="
    yield base64.b64encode(raw) + b"\n", "base64 of the secret's bytes, with a line feed"


def _whitespace(secret: str) -> Iterator[_Changed]:
    for added, detail in (
        ("\n", "a line feed"), ("\r\n", "a carriage return and line feed"), (" ", "a space"), ("\t", "a tab"),
        ("\r", "a carriage return"), ("\u00a0", "a no-break space"), ("\n\n", "two line feeds"),
        ("\u200b", "a zero-width space"),
    ):  # fmt: skip
        yield secret + added, f"{detail} at its end"
    for added, detail in (
        ("\ufeff", "a byte order mark"), (" ", "a space"), ("\n", "a line feed"), ("\t", "a tab"),
        ("\u00a0", "a no-break space"), ("\u200b", "a zero-width space"),
    ):  # fmt: skip
        yield added + secret, f"{detail} at its start"
    yield f" {secret} ", "spaces at both ends"
    yield f"\ufeff{secret}\n", "a byte order mark at its start and a line feed at its end"
    yield f"\ufeff{secret}\r\n", "a byte order mark at its start and a line end at its end"
    yield f"\n{secret}\n", "line feeds at both ends"


def _quoted(secret: str) -> Iterator[_Changed]:
    for quote, detail in (
        ('"', "double quotes"),
        ("'", "single quotes"),
        ("`", "back-quotes"),
        ('\\"', "escaped quotes"),
    ):
        yield quote + secret + quote, f"in {detail}"
    yield f"\u201c{secret}\u201d", "in curled quotes"
    yield f"b'{secret}'", "as Python shows bytes"
    yield f"<{secret}>", "in angle brackets"
    yield f'"{secret}', "with a double quote before it"
    yield f'{secret}"', "with a double quote behind it"
    yield f"{secret};", "with a semicolon behind it"
    yield f"{secret},", "with a comma behind it"


def _case(secret: str) -> Iterator[_Changed]:
    yield secret.upper(), "in upper case"
    yield secret.lower(), "in lower case"


def _env_line(secret: str) -> Iterator[_Changed]:
    for name in _ENV_NAMES:
        yield f"{name}={secret}", f"{name}=…"
        yield name, name
        for quote in "\"'":
            yield f"{name}={quote}{secret}{quote}", f"{name}={quote}…{quote}"
        yield f"{name}={secret}\n", f"{name}=… and a line feed"
        yield f"export {name}={secret}", f"export {name}=…"
        yield f'export {name}="{secret}"', f'export {name}="…"'
        yield f"{name} = {secret}", f"{name} = …"
        yield f"{name}: {secret}", f"{name}: …"
        yield f'{name}="{secret}"\n', f'{name}="…" and a line feed'
        for written in (f"${name}", f"${{{name}}}", f"%{name}%", f"process.env.{name}", name.lower(), f"{name}="):
            yield written, written


def _hashed(secret: str) -> Iterator[_Changed]:
    inputs = [(secret.encode(), "the secret's text")]
    with contextlib.suppress(ValueError):
        inputs.append((bytes.fromhex(secret), "the secret's bytes"))
    for data, of in inputs:
        for name, shown in (("sha256", "SHA-256"), ("md5", "MD5"), ("sha1", "SHA-1"), ("sha512", "SHA-512"),
                            ("sha384", "SHA-384")):  # fmt: skip
            digest = hashlib.new(name, data, usedforsecurity=False)
            yield digest.hexdigest(), f"{shown} of {of}, in hex"
            yield digest.digest(), f"{shown} of {of}, as bytes"
            yield base64.b64encode(digest.digest()), f"{shown} of {of}, in base64"


def _truncated(secret: str) -> Iterator[_Changed]:
    length = len(secret)
    for kept in (32, 63, 16, *range(length - 1, 7, -1)):
        if kept < length:
            yield secret[:kept], f"the secret's first {kept} characters"
            yield secret[-kept:], f"the secret's last {kept} characters"
    try:
        raw = bytes.fromhex(secret)
    except ValueError:
        return
    yield raw[:16], "the first 16 of the secret's bytes"
    yield raw[:24], "the first 24 of the secret's bytes"


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def _day(moment: str) -> str:
    """The day of an ISO 8601 date or time, as people write it; empty if it is none."""
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return ""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class KeyMistake:
    """``change`` gives the keys that come of a secret; the first ``often`` of them are tried with everything else."""

    id: str
    change: Callable[[str], Iterator[_Changed]]
    often: int = 99


# The most frequent first: among equally small explanations the first one wins.
KEY_MISTAKES = (
    KeyMistake("key-hex-decoded", _hex_decoded),
    KeyMistake("key-whitespace", _whitespace),
    KeyMistake("key-quoted", _quoted),
    KeyMistake("key-env-line", _env_line, often=6),
    KeyMistake("key-base64-decoded", _base64_decoded),
    KeyMistake("key-base64", _base64),
    KeyMistake("key-case", _case),
    KeyMistake("key-hashed", _hashed, often=6),
    KeyMistake("key-truncated", _truncated, often=6),
)


@dataclass(frozen=True, slots=True)
class Key:
    """One key. ``name``: what it is, in words, without anything of it. ``mistakes``: how it came of the right one."""

    data: bytes
    mistakes: tuple[Mistake, ...]
    name: str
    often: bool

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

    def searched(self, *, complete: bool) -> Searched:
        """How many secrets of each sort these keys come of."""
        held = self._secrets
        return Searched(
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
            name = f"the identity secret ({fingerprint(self._secrets.current)})"
            self._add(self._secrets.current, (), name, often=True)

    def _wrong(self) -> None:
        for mistake, secret, name in self._other_secrets():
            self._add(secret, (mistake,), name, often=True)
        if self._secrets.current is not None:
            name = f"the identity secret ({fingerprint(self._secrets.current)})"
            self._add_changes(self._secrets.current, (), name)
        self._add("", (Mistake("key-empty"),), "an empty key", often=True)
        for index, literal in enumerate(_LITERALS):
            self._add(literal, (Mistake("key-literal", literal),), f"the text “{literal}”", often=index < 8)
        for shown, credential in self._credentials:
            self._add(credential, (Mistake("key-other-credential", shown),), f"{shown} from the text", often=True)

    def _twice_wrong(self) -> None:
        for mistake, secret, name in self._other_secrets():
            self._add_changes(secret, (mistake,), name)

    def _other_secrets(self) -> Iterator[tuple[Mistake, str, str]]:
        for secret in self._secrets.previous:
            code = fingerprint(secret)
            day = _day(self._secrets.rotated.get(code, ""))
            when = f", rotated {day}" if day else ""
            yield Mistake("key-previous", code + when), secret, f"a previous secret{when} ({code})"
        for app, secret in self._secrets.others.items():
            yield Mistake("key-other-app", app), secret, f"the secret of {app} ({fingerprint(secret)})"

    def _add_changes(self, secret: str, before: tuple[Mistake, ...], name: str) -> None:
        for row in KEY_MISTAKES:
            for index, (key, detail) in enumerate(row.change(secret)):
                often = index < row.often
                if often or not before:
                    self._add(key, (*before, Mistake(row.id, detail)), f"{name}: {detail}", often=often)

    def _add(self, key: str | bytes, mistakes: tuple[Mistake, ...], name: str, *, often: bool) -> None:
        data = key if isinstance(key, bytes) else key.encode("utf-8", "surrogatepass")
        if data not in self._seen and data not in self._now:
            self._now[data] = Key(data, mistakes, name, often)
