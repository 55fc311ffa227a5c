"""Choosing where secrets are kept. The only importer of keyring, and only when a store is opened."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from convot_inspector.core.language import lazy_tr
from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.reasons import reason_of
from convot_inspector.keychain.stores import deadline
from convot_inspector.keychain.stores.keychain_store import USERNAME, KeychainStore
from convot_inspector.keychain.stores.session_store import SessionStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.stores.secret_store import SecretStore


def open_store(platform: str = sys.platform) -> SecretStore:
    """The keychain of this system if there is one that works, otherwise a `SessionStore` that knows why not.

    Never raises and never prompts; takes two and a half seconds at most once keyring is imported. A locked keychain is
    there: its calls say "locked" until `KeychainStore.unlock`.
    """
    _forget_redirections()
    reason: Reason = "absent"
    if platform not in ("win32", "darwin") and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return SessionStore(reason)  # without a session bus nobody answers, and 20 MB would be loaded to find that out
    try:
        store, viable = _keychain(platform)
        if deadline.call(viable, deadline.DETECT_SECONDS):
            return store
    except StoreError as error:
        reason = error.reason
    except Exception as error:  # noqa: BLE001 -- a broken installation must not keep the program from opening
        reason = reason_of(error)
    return SessionStore(reason)


def _forget_redirections() -> None:
    """Drop the variables that make keyring use another store or change the chosen one's settings."""
    for name in tuple(os.environ):
        if name.startswith("KEYRING_PROPERTY_") or name in {"PYTHON_KEYRING_BACKEND", "KEYCHAIN_PATH"}:
            del os.environ[name]


def _keychain(platform: str) -> tuple[KeychainStore, Callable[[], bool]]:
    """The one backend for that system, and the question whether it works here."""
    if platform == "win32":
        return _windows()
    if platform == "darwin":
        return _macos()
    return _secret_service()


# Plain imports, not importlib: PyInstaller has to see them.


def _windows() -> tuple[KeychainStore, Callable[[], bool]]:
    from keyring.backends.Windows import WinVaultKeyring as Chosen

    vault: Any = Chosen()  # type: ignore[no-untyped-call]

    def viable() -> bool:
        if Chosen.viable:
            vault.persist = "local machine"  # the default, "enterprise", may roam to other computers
        return bool(Chosen.viable)

    return KeychainStore(vault, label=lazy_tr("Windows Credential Manager"), name=_name(Chosen)), viable


def _macos() -> tuple[KeychainStore, Callable[[], bool]]:
    from keyring.backends.macOS import Keyring as Chosen

    backend: Any = Chosen()  # type: ignore[no-untyped-call]
    # any call may make macOS ask for a password, so each has the time that answering takes, and none is made unasked
    store = KeychainStore(
        backend, label=lazy_tr("the macOS keychain"), name=_name(Chosen), quiet=False, seconds=deadline.UNLOCK_SECONDS
    )
    return store, lambda: bool(Chosen.viable)


def _secret_service() -> tuple[KeychainStore, Callable[[], bool]]:
    from keyring.backends.SecretService import Keyring as Chosen

    from convot_inspector.keychain.stores import secret_service

    class NeverPrompting(Chosen):
        """keyring's backend on one connection at a time; what is locked is an error instead of a prompt."""

        @contextmanager
        def together(self) -> Iterator[None]:
            with secret_service.opened_collection() as self._collection:
                yield

        def get_preferred_collection(self) -> object:
            return self._collection

        def unlock(self, item: Any) -> None:  # noqa: ANN401 -- the base class is untyped
            if item.is_locked():
                raise StoreError("locked")

    backend: Any = NeverPrompting()  # type: ignore[no-untyped-call]
    store = KeychainStore(
        backend,
        label=lazy_tr("GNOME Keyring or KWallet (Secret Service)"),
        name=_name(Chosen),
        together=backend.together,
        prompt=lambda seconds: secret_service.unlock({"username": USERNAME}, seconds),
    )
    return store, lambda: bool(Chosen.viable)


def _name(backend: type) -> str:
    return f"{backend.__module__}.{backend.__qualname__}"
