"""Mapping from keychain exceptions to reasons, by type and error code, never by message.

A message may contain anything, even a secret. Types are compared by name, because their modules exist on one platform
each; so every row can be tested on every platform.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.keychain.errors import Reason

_WINDOWS: dict[int, Reason] = {
    5: "policy",  # access denied
    8: "full",  # CredWrite: the vault is full
    1223: "declined",  # cancelled by the user
    1312: "policy",  # no such logon session: storage forbidden by policy, elevation or SSH
}
_MACOS: dict[int, Reason] = {
    -128: "declined",  # user cancelled; also "Deny"
    -34: "full",
    -61: "policy",  # no write permission
    -25291: "absent",  # no keychain is available
    -25293: "policy",  # authorisation failed: not signed, keyring#629
    -25300: "missing",
    -25307: "absent",  # no default keychain
    -25308: "locked",  # interaction not allowed: no desktop session, keyring#302
    -67030: "policy",  # unsigned, keyring#629
}
_DBUS: dict[str, Reason] = {
    "org.freedesktop.DBus.Error.AccessDenied": "declined",
    "org.freedesktop.DBus.Error.Disconnected": "stopped",
    "org.freedesktop.DBus.Error.NameHasNoOwner": "stopped",
    "org.freedesktop.DBus.Error.NoReply": "stopped",  # the service ended during the call
    "org.freedesktop.DBus.Error.ServiceUnknown": "stopped",
    "org.freedesktop.DBus.Error.Timeout": "unresponsive",
    "org.freedesktop.Secret.Error.IsLocked": "locked",
}
_TYPES: dict[str, Reason] = {
    "KeyringLocked": "locked",  # keyring
    "NoKeyringError": "absent",  # keyring
    "LockedException": "locked",  # secretstorage
    "PromptDismissedException": "declined",  # secretstorage
    "SecretServiceNotAvailableException": "stopped",  # secretstorage: the service ended after detection
    "ConnectionError": "stopped",  # of the bus
    "TimeoutError": "unresponsive",
}
_ERRNO: dict[int, Reason] = {errno.ENOSPC: "full", getattr(errno, "EDQUOT", errno.ENOSPC): "full"}


def reason_of(error: BaseException) -> Reason:
    """Return the reason for an exception of any library; "failed" if none is known.

    The whole chain of causes is searched for operating system codes first, as they are more precise than the types
    around them: keyring turns a macOS refusal (−128) into ``KeyringLocked``.
    """
    chain = tuple(_chain(error))
    for lookup in (_by_code, _by_type):
        for link in chain:
            reason = lookup(link)
            if reason is not None:
                return reason
    return "failed"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _by_code(error: BaseException) -> Reason | None:
    windows = getattr(error, "winerror", None)
    if isinstance(windows, int):
        return _WINDOWS.get(windows)
    dbus = getattr(error, "name", None)
    if isinstance(dbus, str) and dbus in _DBUS:
        return _DBUS[dbus]
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0)
    first = error.args[0] if error.args else None
    return _MACOS.get(first) if isinstance(first, int) else None


def _by_type(error: BaseException) -> Reason | None:
    return next((_TYPES[t.__name__] for t in type(error).__mro__ if t.__name__ in _TYPES), None)
