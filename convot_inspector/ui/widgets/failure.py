"""What is said of something that did not work, and its reason for those who offer a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason


class Failure(NamedTuple):
    """``words``: a sentence. ``reason``: the keychain's, None if what the user gave was refused."""

    words: str
    reason: Reason | None = None


def failure_of(error: Exception) -> Failure:
    """The failure behind an error. Only our own errors speak for themselves: any other's text may hold anything."""
    from convot_inspector.keychain.errors import InvalidInput, StoreError, sentence

    if isinstance(error, StoreError):
        return Failure(str(error), error.reason)
    if isinstance(error, InvalidInput):
        return Failure(str(error))
    return Failure(sentence("failed"), "failed")
