"""Masks secrets in what is shown, whatever their letter case."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.model import AppSecrets

HIDDEN = "[identity secret, not shown]"

_SECRET_INSIDE = re.compile(r"[0-9a-fA-F]{64}")
_SHORTEST = 16
_STEP = 4


class SecretMasker:
    """Finds and masks the secrets that it is made with. Its ``repr`` is Python's own and holds nothing of them."""

    def __init__(self, secrets: AppSecrets, others: Iterable[str] = ()) -> None:
        """``others``: what else must not be shown, such as a token that served as a secret."""
        self._texts = _texts((*secrets.all(), *others))

    def is_secret(self, text: str) -> bool:
        """Return whether a text is a secret and nothing else."""
        return text.lower() in self._texts

    def contains(self, text: str) -> bool:
        """Return whether a text contains a secret."""
        if text.isascii() or not "".join(self._texts).isascii():
            lower = text.lower()
            return any(secret in lower for secret in self._texts)
        # The same for a secret in ASCII, a hundred times as fast: page source and HAR are large and seldom ASCII.
        sample = text[::_STEP].encode("ascii", "replace").lower()
        if not any(_may_stand_in(sample, secret) for secret in self._texts):
            return False
        data = text.encode("utf-8", "surrogatepass").lower()
        return any(secret.encode() in data for secret in self._texts)

    def mask(self, text: str) -> str:
        """Replace every secret in a text by ``HIDDEN``. A ``LazyString`` that contains none is returned as it is."""
        hidden = self._pattern.sub(HIDDEN, text) if self._texts else text
        return text if hidden == text else hidden

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self._texts)), re.IGNORECASE)


def _may_stand_in(sample: bytes, secret: str) -> bool:
    """Whether a part of the secret stands in a sample, every ``_STEP``th character of a text: nearly always no."""
    return any(secret[start::_STEP].encode() in sample for start in range(_STEP))


def _texts(held: Iterable[str]) -> tuple[str, ...]:
    """What must not be shown, in lower case, the longest first: every secret, and the one inside of a stored text.

    A text too short to be any secret would only blank out harmless words.
    """
    bare = (text for each in held for text in (each.strip(), *_SECRET_INSIDE.findall(each)) if len(text) >= _SHORTEST)
    return tuple(sorted({text.lower() for text in bare}, key=len, reverse=True))
