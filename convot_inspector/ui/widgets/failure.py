"""A failure as the window shows it: a sentence, and the keychain's reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason


class Failure(NamedTuple):
    """A failure. ``words``: a sentence. ``reason``: the keychain's, None if the user's input was refused."""

    words: str
    reason: Reason | None = None


def failure_of(error: Exception) -> Failure:
    """Return the failure for an error. The text of foreign errors is not shown: it may hold a secret."""
    from convot_inspector.keychain.errors import InvalidInput, StoreError, sentence

    if isinstance(error, StoreError):
        return Failure(str(error), error.reason)
    if isinstance(error, InvalidInput):
        return Failure(str(error))
    return Failure(sentence("failed"), "failed")
