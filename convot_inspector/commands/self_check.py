"""``self-check``: test this installation. One line for each part, made to be sent to support.

The window shows the same checks in a dialog.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from convot_inspector import AppSecrets, __version__, inspect_text
from convot_inspector.core import convot
from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from convot_inspector.commands import Subparsers

_SELF_CHECK_SLOT = 999  # in the keychain, above those that apps use

# RFC 4231, test case 2, tests HMAC-SHA256; its key is text, as Convot's keys are.
_RFC_4231 = ("Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")


@dataclass(frozen=True)
class Check:
    """The result of one part. ``ok`` is None where the part is absent and the program works without it."""

    name: str
    ok: bool | None
    detail: str


def checks() -> tuple[Check, ...]:
    """Return the result of each check, in the order of the table at the end."""
    return tuple(_guarded(name, check) for name, check in _CHECKS.items())


def add_parser(commands: Subparsers) -> None:
    """Add the command's arguments to the command line."""
    parser = commands.add_parser("self-check", help="test this installation")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.set_defaults(func=run)


def run(options: Namespace) -> int:
    """Do every check and print the results; return 0 if none failed, else 1."""
    done = checks()
    if options.json:
        rows = [asdict(check) for check in done]
        print(json.dumps({"version": __version__, "checks": rows}, indent=2))
    else:
        signs = {True: "ok", False: "FAILED", None: "none"}
        for check in done:
            print(f"{signs[check.ok]:7} {check.name}: {check.detail}")
    return 1 if any(check.ok is False for check in done) else 0


def _guarded(name: str, check: Callable[[], tuple[bool | None, str]]) -> Check:
    try:
        return Check(name, *check())
    except Exception as error:  # noqa: BLE001  # whatever is broken here is what the user came to find out
        return Check(name, ok=False, detail=lazy_tr("stopped with {error}", error=type(error).__name__))


def _vectors() -> tuple[bool, str]:
    key, message, digest = _RFC_4231
    return convot.expected_hash(key, message) == digest, lazy_tr("HMAC-SHA256 gives RFC 4231's result")


def _resources() -> tuple[bool, str]:
    from convot_inspector.examples import load_examples
    from convot_inspector.paths import RESOURCES

    count = len(load_examples().examples)
    icon = RESOURCES / "icons" / "app.svg"
    return count > 0 and icon.is_file(), lazy_tr("icon and {count} examples", count=str(count))


def _grammar() -> tuple[bool, str]:
    from convot_inspector.examples import load_examples

    bundled = load_examples()
    inspection = inspect_text(bundled.examples[0].text, AppSecrets(bundled.secret))
    right = [(call.user.status, call.shop.status) for call in inspection.calls] == [("verified", "verified")]
    return right, lazy_tr("an example is read and both its hashes verify")


def _keychain() -> tuple[bool | None, str]:
    from convot_inspector.core.secret_format import format_problem
    from convot_inspector.keychain.errors import StoreError
    from convot_inspector.keychain.stores.keychain_store import KeychainStore
    from convot_inspector.keychain.stores.opening import open_store

    store = open_store()
    if not isinstance(store, KeychainStore):
        return None, lazy_tr("no password store here; secrets are kept until the program is closed")
    throwaway = "0" * 64
    try:
        store.delete(_SELF_CHECK_SLOT)
        store.write(_SELF_CHECK_SLOT, throwaway)
        kept = store.read(_SELF_CHECK_SLOT)
        store.delete(_SELF_CHECK_SLOT)
        gone = store.read(_SELF_CHECK_SLOT) is None
    except StoreError as error:
        return None if error.reason == "locked" else False, f"{store.backend_name}: {error}"
    sound = kept == throwaway and gone and format_problem(throwaway) is None
    return sound, lazy_tr("{place}: an entry was written, read and removed", place=store.backend_name)


_CHECKS: dict[str, Callable[[], tuple[bool | None, str]]] = {
    lazy_tr("hashes"): _vectors,
    lazy_tr("resources"): _resources,
    lazy_tr("JavaScript grammar"): _grammar,
    lazy_tr("keychain"): _keychain,
}
