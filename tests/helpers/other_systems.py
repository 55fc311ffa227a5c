"""Fakes of the system calls of Windows and macOS that keyring's back ends use: what they store, and what they raise.

The keyring code above them is real. Figures and codes come from the systems' documentation and from keyring's
issues; nothing here was run on either system.
"""

from __future__ import annotations

import platform
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import keyring.backends.macOS
import keyring.backends.Windows

if TYPE_CHECKING:
    import pytest

_MOST_BYTES = 2_560  # CRED_MAX_CREDENTIAL_BLOB_SIZE


class WindowsError(Exception):
    """pywintypes.error."""

    def __init__(self, winerror: int, funcname: str, strerror: str) -> None:
        super().__init__(winerror, funcname, strerror)
        self.winerror, self.funcname, self.strerror = winerror, funcname, strerror


class CredentialManager:
    """win32cred. ``refuses``: the error code of every call, 0 for none."""

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_SESSION, CRED_PERSIST_LOCAL_MACHINE, CRED_PERSIST_ENTERPRISE = 1, 2, 3

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.refuses = 0

    def CredRead(self, TargetName: str, Type: int) -> dict[str, Any]:  # noqa: N802, N803, ARG002 -- Windows' names
        self._refuse("CredRead")
        if TargetName.lower() not in self.kept:
            raise WindowsError(1168, "CredRead", "Element not found.")
        return self.kept[TargetName.lower()]

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:  # noqa: N802, ARG002
        self._refuse("CredWrite")
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if len(blob) > _MOST_BYTES:
            raise WindowsError(1783, "CredWrite", "The stub received bad data.")
        self.kept[credential["TargetName"].lower()] = {**credential, "CredentialBlob": blob}

    def CredDelete(self, TargetName: str, Type: int) -> None:  # noqa: N802, N803, ARG002
        self._refuse("CredDelete")
        del self.kept[TargetName.lower()]

    def _refuse(self, function: str) -> None:
        if self.refuses:
            raise WindowsError(self.refuses, function, repr(self.kept))


class Keychain:
    """What keyring's ``api`` module uses of Security.framework. ``refuses``: every call's status, 0 for none."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.refuses = 0
        self.prompts = 0

    class Error(Exception):
        """keyring's ``api.Error``, the base of the following."""

    class NotFound(Error):  # noqa: N818 -- keyring's names
        """errSecItemNotFound."""

    class KeychainDenied(Error):  # noqa: N818
        """errSecUserCanceled, also for "Deny"."""

    def find_generic_password(self, _: object, service: str, __: str) -> str:
        self._refuse()
        if service not in self.kept:
            raise self.NotFound(-25300, "Item not found")
        self.prompts += 1
        return self.kept[service]

    def set_generic_password(self, _: object, service: str, __: str, password: str) -> None:
        self._refuse()
        self.kept.pop(service, None)
        self.kept[service] = password

    def delete_generic_password(self, _: object, service: str, __: str) -> None:
        self._refuse()
        if service not in self.kept:
            raise self.NotFound(-25300, "Item not found")
        del self.kept[service]

    def _refuse(self) -> None:
        if self.refuses == -128:
            raise self.KeychainDenied(-128, "Keychain Access Denied", repr(self.kept))
        if self.refuses:
            raise self.Error(self.refuses, "Unknown Error", repr(self.kept))


def be_windows(monkeypatch: pytest.MonkeyPatch) -> CredentialManager:
    """Make keyring's back end for Windows find Windows."""
    manager, module = CredentialManager(), keyring.backends.Windows
    monkeypatch.setattr(module, "win32cred", manager, raising=False)
    monkeypatch.setattr(module, "pywintypes", SimpleNamespace(error=WindowsError), raising=False)
    monkeypatch.setattr(module, "missing_deps", None)
    return manager


def be_macos(monkeypatch: pytest.MonkeyPatch) -> Keychain:
    """Make keyring's back end for macOS find macOS."""
    keychain = Keychain()
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    monkeypatch.setattr(keyring.backends.macOS, "api", keychain, raising=False)
    return keychain
