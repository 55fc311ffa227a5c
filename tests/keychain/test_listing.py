"""Which slots have an item, as each system can tell, and what is done where one cannot."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import keyring.backends.Windows
import pytest
from apps_history import files_in, put, secret_of
from backend_fakes import Backend, KeyringLocked

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.slots import listed_slots, occupied_slots
from convot_inspector.keychain.stores import opening
from convot_inspector.keychain.stores.keychain_store import KeychainStore, service_name
from convot_inspector.keychain.stores.opening import open_store
from convot_inspector.keychain.stores.session_store import SessionStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from keychain_lab import Keychain

FOREIGN = [
    "", "Convot Inspector", "Convot Inspector secret ", "Convot Inspector secret 7", "Convot Inspector secret 0007",
    "Convot Inspector secret -07", "Convot Inspector secret 960", "Convot Inspector secret ٠٠٧",
    "Convot Inspector secret 007 ", "x Convot Inspector secret 007", "github.com",
]  # fmt: skip


def listing(list_services: Callable[[], list[str]]) -> KeychainStore:
    return KeychainStore(Backend(), label="a fake", name="a.Fake", list_services=list_services)


def test_only_items_of_this_program_are_listed() -> None:
    assert listed_slots(listing(lambda: [*FOREIGN, service_name(0), service_name(959)])) == frozenset({0, 959})


def test_a_store_that_cannot_list_is_read_slot_by_slot() -> None:
    def fails() -> list[str]:
        raise RuntimeError("of an unknown library")

    for store in (listing(fails), KeychainStore(Backend(), label="a fake", name="a.Fake"), SessionStore()):
        assert listed_slots(store) is None
        store.write(7, "x")
        assert occupied_slots(store) == [7]


def test_a_locked_store_lists_nothing() -> None:
    def fails() -> list[str]:
        raise KeyringLocked

    with pytest.raises(StoreError) as caught:
        listed_slots(listing(fails))
    assert caught.value.reason == "locked"


class CredentialManager:
    """Stands for win32cred, which exists on Windows only."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    def CredEnumerate(self, pattern: str, _flags: int) -> list[dict[str, Any]]:  # noqa: N802 -- Windows' name
        assert pattern.endswith("*")
        found = [name for name in self._names if name.startswith(pattern[:-1])]
        if not found:
            error = CredentialError(1168)
            raise error
        return [{"TargetName": name, "CredentialBlob": b"of no interest"} for name in found]


class CredentialError(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.winerror = code


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], []), (["github.com"], []), (["github.com", "Convot Inspector secret 012"], ["Convot Inspector secret 012"])],
)
def test_windows_lists_its_credentials(names: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    module = keyring.backends.Windows
    monkeypatch.setattr(module, "win32cred", CredentialManager(names), raising=False)
    monkeypatch.setattr(module, "pywintypes", SimpleNamespace(error=CredentialError), raising=False)
    assert opening._windows_services() == expected


@pytest.mark.slow
def test_the_secret_service_lists_what_it_has(keychain: Keychain) -> None:
    store = open_store()
    assert listed_slots(store) == frozenset()
    for number in (0, 7, 300):
        store.write(number, "x")
    assert listed_slots(store) == frozenset({0, 7, 300})
    assert occupied_slots(store) == [0, 7, 300]
    keychain.lock()
    with pytest.raises(StoreError) as caught:
        listed_slots(store)
    assert caught.value.reason == "locked"


def test_where_nothing_is_listed_an_older_index_is_completed_when_an_app_is_added(tmp_path: Path) -> None:
    """As on macOS: the items are found on the way to an empty slot."""
    store = KeychainStore(Backend(), label="a fake", name="a.Fake")
    apps = Apps(store, tmp_path)
    first = apps.add("First", secret_of(1))
    older = files_in(tmp_path)
    second = apps.add("Second", secret_of(2))
    apps.rotate(first.id, secret_of(3))
    put(tmp_path, older)
    apps = Apps(store, tmp_path)
    assert [app.name for app in apps.load()] == ["First"]
    third = apps.add("Third", secret_of(4))
    assert {app.id for app in apps.apps} == {first.id, second.id, third.id}
    assert apps.secrets(first.id).current == secret_of(3)
    assert apps.recovered == 2


def test_where_nothing_is_listed_an_older_index_beside_its_backup_is_noticed(tmp_path: Path) -> None:
    store = KeychainStore(Backend(), label="a fake", name="a.Fake")
    apps = Apps(store, tmp_path)
    first = apps.add("First", secret_of(1))
    older = files_in(tmp_path)
    apps.rotate(first.id, secret_of(3))
    second = apps.add("Second", secret_of(2))
    put(tmp_path, older, ("profiles.json",))
    apps = Apps(store, tmp_path)
    assert {app.id for app in apps.load()} == {first.id, second.id}
    assert (apps.condition, apps.secrets(first.id).current) == ("older", secret_of(3))
