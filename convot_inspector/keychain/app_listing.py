"""Apps as shown to the user interface, made of index entries and of what was read of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.app import App, PreviousSecret

if TYPE_CHECKING:
    from convot_inspector.keychain.index.model import AppEntry, Index, Slot
    from convot_inspector.keychain.secret_cache import SecretCache


def is_listed(entry: AppEntry, index: Index) -> bool:
    """Return whether an app is more than an unfinished addition or removal."""
    slots = index.slots_of(entry.id)
    return not slots or any(s.state == "active" for s in slots)


def app_of(entry: AppEntry, index: Index, cache: SecretCache, where: Literal["keychain", "session"]) -> App:
    """Return the app of an entry."""
    slot = index.current(entry.id)
    return App(
        id=entry.id,
        name=entry.name,
        key=entry.key,
        setting=entry.setting,
        fingerprint=_fingerprint(slot, cache) if slot else None,
        previous=tuple(PreviousSecret(s.uid, s.rotated, _fingerprint(s, cache)) for s in index.previous(entry.id)),
        where=where,
        problem=cache.failure(slot.uid) if slot else "missing",
    )


def _fingerprint(slot: Slot, cache: SecretCache) -> str | None:
    secret = cache.secret(slot.uid)
    return None if secret is None else fingerprint(secret)
