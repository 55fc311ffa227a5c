"""Opening the store for this system. The only module that imports keyring, and only in `open_store`."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from convot_inspector.core.language import lazy_tr
from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.reasons import reason_of
from convot_inspector.keychain.stores import deadline
from convot_inspector.keychain.stores.keychain_store import USERNAME, KeychainStore, service_name
from convot_inspector.keychain.stores.session_store import SessionStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.stores.secret_store import SecretStore

_NOT_FOUND = 1168


def open_store(platform: str = sys.platform) -> SecretStore:
    """Return the system's keychain, or a `SessionStore` with the reason why there is none.

    Never raises and never prompts. Takes at most 2.5 s after keyring is imported. A locked keychain is returned too:
    its methods raise StoreError("locked") until `KeychainStore.unlock`.
    """
    _clear_keyring_overrides()
    reason: Reason = "absent"
    if platform not in ("win32", "darwin") and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return SessionStore(reason)  # without a session bus there is no service; importing keyring would cost 20 MB
    try:
        store, viable = _keychain(platform)
        if deadline.run(viable, deadline.DETECT_SECONDS):
            return store
    except StoreError as error:
        reason = error.reason
    except Exception as error:  # noqa: BLE001 -- the program must open even if keyring is broken
        reason = reason_of(error)
    return SessionStore(reason)


def _clear_keyring_overrides() -> None:
    """Remove the environment variables that make keyring use another backend or change its settings."""
    for name in tuple(os.environ):
        if name.startswith("KEYRING_PROPERTY_") or name in {"PYTHON_KEYRING_BACKEND", "KEYCHAIN_PATH"}:
            del os.environ[name]


def _keychain(platform: str) -> tuple[KeychainStore, Callable[[], bool]]:
    """Return the store for a platform, and a function that tests whether it works here."""
    if platform == "win32":
        return _windows()
    if platform == "darwin":
        return _macos()
    return _secret_service()


# Import statements instead of importlib, because PyInstaller searches for them.


def _windows() -> tuple[KeychainStore, Callable[[], bool]]:
    from keyring.backends.Windows import WinVaultKeyring as Chosen

    vault: Any = Chosen()  # type: ignore[no-untyped-call]

    def viable() -> bool:
        if Chosen.viable:
            vault.persist = "local machine"  # the default, "enterprise", can roam to other computers
        return bool(Chosen.viable)

    label = lazy_tr("Windows Credential Manager")
    return KeychainStore(vault, label=label, name=_name(Chosen), list_services=_windows_services), viable


def _windows_services() -> list[str]:
    """Return the names of this program's credentials. The call returns their secrets too, which are dropped."""
    import keyring.backends.Windows

    module: Any = keyring.backends.Windows
    try:
        found = module.win32cred.CredEnumerate(service_name(0)[:-3] + "*", 0)
    except module.pywintypes.error as error:
        if error.winerror == _NOT_FOUND:  # there are none
            return []
        raise
    return [credential["TargetName"] for credential in found]


def _macos() -> tuple[KeychainStore, Callable[[], bool]]:
    from keyring.backends.macOS import Keyring as Chosen

    backend: Any = Chosen()  # type: ignore[no-untyped-call]
    # macOS may prompt at any call, so each has the time for a prompt, and none is made without user action.
    store = KeychainStore(
        backend,
        label=lazy_tr("the macOS keychain"),
        name=_name(Chosen),
        reads_silently=False,
        seconds=deadline.UNLOCK_SECONDS,
    )
    return store, lambda: bool(Chosen.viable)


def _secret_service() -> tuple[KeychainStore, Callable[[], bool]]:
    from keyring.backends.SecretService import Keyring as Chosen

    from convot_inspector.keychain.stores import secret_service

    class NonPromptingKeyring(Chosen):
        """keyring's backend with one connection for several calls, and an error instead of an unlock prompt."""

        @contextmanager
        def connection_scope(self) -> Iterator[None]:
            with secret_service.default_collection() as self._collection:
                yield

        def services(self) -> list[str]:
            return secret_service.services(self._collection, {"username": USERNAME})

        def get_preferred_collection(self) -> object:
            return self._collection

        def unlock(self, item: Any) -> None:  # noqa: ANN401 -- the base class is untyped
            if item.is_locked():
                raise StoreError("locked")

    backend: Any = NonPromptingKeyring()  # type: ignore[no-untyped-call]
    store = KeychainStore(
        backend,
        label=lazy_tr("GNOME Keyring or KWallet (Secret Service)"),
        name=_name(Chosen),
        list_services=backend.services,
        connection_scope=backend.connection_scope,
        unlock_prompt=lambda seconds: secret_service.unlock({"username": USERNAME}, seconds),
    )
    return store, lambda: bool(Chosen.viable)


def _name(backend: type) -> str:
    return f"{backend.__module__}.{backend.__qualname__}"
