"""Candidate keys by number of mistakes, without duplicates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake, SearchStats
from convot_inspector.core.search.key_mistakes import KEY_MISTAKES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convot_inspector.core.model import AppSecrets
    from convot_inspector.core.search.credentials import Credential

_LITERALS = (
    "undefined", "null", "None", "nil", "secret", "your_identity_secret", "YOUR_IDENTITY_SECRET", "identity_secret",
    "identitySecret", "your-identity-secret", "<your identity secret>", "<identity_secret>", "your_secret",
    "YOUR_SECRET", "your-secret", "YOUR_SECRET_KEY", "your-secret-key", "your_secret_key", "secret_key",
    "SECRET_KEY", "key", "SECRET", "SET-ME-PLEASE", "changeme", "change-me", "CHANGE_ME", "xxx", "test", "password",
    "false", "true", "0", "NULL", "[object Object]", "[object Promise]", "[identity secret]", "your identity secret",
    "secret123", "default",
)  # fmt: skip
_MOST_CHANGED = 30  # secrets besides the current one
_MONTHS = (
    lazy_tr("January"), lazy_tr("February"), lazy_tr("March"), lazy_tr("April"), lazy_tr("May"), lazy_tr("June"),
    lazy_tr("July"), lazy_tr("August"), lazy_tr("September"), lazy_tr("October"), lazy_tr("November"),
    lazy_tr("December"),
)  # fmt: skip


def _day(moment: str) -> str:
    """Return the day of an ISO 8601 date or time, as people write it; empty if it is none."""
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return ""
    return lazy_tr("{day} {month} {year}", day=str(day.day), month=_MONTHS[day.month - 1], year=str(day.year))


@dataclass(frozen=True, slots=True)
class Key:
    """One key. ``name``: a description that shows nothing of it. ``mistakes``: how it was made from the right one."""

    data: bytes
    mistakes: tuple[Mistake, ...]
    name: str
    common: bool

    def __repr__(self) -> str:
        return f"Key({self.name!r}, {self.mistakes!r})"


class Keys:
    """Candidate keys by number of mistakes, without duplicates."""

    def __init__(
        self, secrets: AppSecrets, credentials: Sequence[Credential] = (), *, has_all_credentials: bool = True
    ) -> None:
        self._secrets, self._credentials = secrets, credentials
        self._has_all_credentials = has_all_credentials
        self._levels: list[list[Key]] = []
        self._seen: set[bytes] = set()
        self._now: dict[bytes, Key] = {}
        self._makers = (self._right, self._wrong, self._twice_wrong)

    def __repr__(self) -> str:
        return "Keys(…)"

    def searched(self, *, complete: bool) -> SearchStats:
        """Return how many secrets of each sort these keys are made of."""
        held = self._secrets
        return SearchStats(
            held.current is not None, len(held.previous), len(held.others), len(self._credentials), complete
        )

    def level(self, mistakes: int) -> list[Key]:
        """Return the keys that take so many mistakes; none beyond two."""
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

    @property
    def is_complete(self) -> bool:
        """Whether no key was left out: of many secrets, only the first are changed as well."""
        count = len(self._secrets.previous) + len(self._secrets.others)
        return self._has_all_credentials and count <= _MOST_CHANGED

    def _twice_wrong(self) -> None:
        for mistake, secret, name in islice(self._other_secrets(), _MOST_CHANGED):
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
