"""Masking of secrets in text that is shown, regardless of letter case."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from convot_inspector.core.secret_spellings import Spellings, merged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.model import AppSecrets

HIDDEN = "[identity secret, not shown]"

_EMBEDDED_SECRET = re.compile(r"[0-9a-fA-F]{64}")
_MIN_LENGTH = 16
_STEP = 4
_KEPT = "_spellings"


class SecretMasker:
    """Finds and masks all known secrets in a text. Its ``repr`` is the default one and contains no secret."""

    def __init__(self, secrets: AppSecrets, others: Iterable[str] = ()) -> None:
        """Take all secrets of the apps and ``others`` that must not be shown, such as a token that was used as a key.

        Texts of fewer than 16 characters are ignored. The apps' secrets are also found in other spellings.
        """
        self._texts = _texts((*secrets.all(), *others))
        self._spellings = _spellings_of(secrets)

    def is_secret(self, text: str) -> bool:
        """Return whether a text is exactly a secret."""
        return text.lower() in self._texts

    def contains(self, text: str) -> bool:
        """Return whether a text contains a secret, in any spelling."""
        return self._contains_as_it_is(text) or self._spellings.contain(text)

    def _contains_as_it_is(self, text: str) -> bool:
        if text.isascii() or not "".join(self._texts).isascii():
            lower = text.lower()
            return any(secret in lower for secret in self._texts)
        # Equivalent for ASCII secrets and about 100 times as fast: large texts (pages, HAR) are seldom pure ASCII.
        sample = text[::_STEP].encode("ascii", "replace").lower()
        if not any(_may_contain(sample, secret) for secret in self._texts):
            return False
        data = text.encode("utf-8", "surrogatepass").lower()
        return any(secret.encode("utf-8", "surrogatepass") in data for secret in self._texts)

    def mask(self, text: str) -> str:
        """Replace every secret by ``HIDDEN``. A text without one is returned itself, so a LazyString remains one."""
        shown: list[str] = []
        at = 0
        for start, end in self.places(text):
            shown += (text[at:start], HIDDEN)
            at = end
        return "".join((*shown, text[at:])) if shown else text

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where secrets stand in a text: indices of the first character and of that after the last."""
        if not self._texts:
            return ()
        as_they_are = [found.span() for found in self._pattern.finditer(text)]
        return merged((*as_they_are, *self._spellings.places(text)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self._texts)), re.IGNORECASE)


def _spellings_of(secrets: AppSecrets) -> Spellings:
    """Return the spellings of the apps' secrets; they are kept with them, for the next check with the same ones."""
    made = vars(secrets).get(_KEPT)
    if not isinstance(made, Spellings):
        made = Spellings(digits for each in secrets.all() for digits in _EMBEDDED_SECRET.findall(each))
        vars(secrets)[_KEPT] = made
    return made


def _may_contain(sample: bytes, secret: str) -> bool:
    """Return whether a sample, every ``_STEP``-th character of a text, contains such a sample of the secret.

    A necessary condition for the text to contain the secret, which hardly any other text meets.
    """
    return any(secret[start::_STEP].encode("ascii", "replace") in sample for start in range(_STEP))


def _texts(held: Iterable[str]) -> tuple[str, ...]:
    """Return the texts to mask, in lower case, longest first: stripped secrets, and 64 hex digits inside of them.

    Texts of fewer than ``_MIN_LENGTH`` characters are left out: masking them would only hide harmless words.
    """
    bare = (
        text for each in held for text in (each.strip(), *_EMBEDDED_SECRET.findall(each)) if len(text) >= _MIN_LENGTH
    )
    return tuple(sorted({text.lower() for text in bare}, key=len, reverse=True))
