from __future__ import annotations

import errno
import os
import random
import threading
from typing import TYPE_CHECKING

import pytest
from backend_fakes import (
    Backend,
    Corrupt,
    CredentialError,
    DBusErrorResponse,
    Flaky,
    KeyringLocked,
    Late,
    Refusing,
    SilentDrop,
    Undeletable,
)
from leaks import assert_error_clean
from other_systems import be_macos, be_windows

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.errors import StoreError, sentence
from convot_inspector.keychain.stores.keychain_store import KeychainStore
from convot_inspector.keychain.stores.opening import open_store
from convot_inspector.keychain.stores.secret_store import SLOTS
from convot_inspector.keychain.stores.session_store import SessionStore, UnavailableStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from keychain_lab import Keychain

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.stores.secret_store import SecretStore

CANARY = "5ec4e7" + "0123456789abcdef" * 3 + "5ec4e7feed"
assert len(CANARY) == 64


def store_of(backend: Backend, seconds: float = 5) -> KeychainStore:
    return KeychainStore(backend, label="a fake", name="a.Fake", seconds=seconds)


def reason_of_call(operation: Callable[[], object]) -> Reason:
    with pytest.raises(StoreError) as caught:
        operation()
    assert_error_clean(caught.value, CANARY)
    assert str(caught.value) == sentence(caught.value.reason)
    return caught.value.reason


WORKING = ["session", "in memory", "Windows", "macOS", "Secret Service"]
FAILING: dict[str, Callable[[], Backend]] = {
    "silent drop": SilentDrop,
    "corrupt": Corrupt,
    "undeletable": Undeletable,
    "flaky": Flaky,
    "full": lambda: Refusing(CredentialError(8)),
    "policy": lambda: Refusing(CredentialError(1312)),
    "declined": lambda: Refusing(RuntimeError(-128)),
    "no disk": lambda: Refusing(OSError(errno.ENOSPC, "disk")),
    "unreadable": lambda: Refusing(ValueError(), reading=True),
    "hang": Late,
}


def opened(kind: str, request: pytest.FixtureRequest) -> SecretStore:
    """Return a store of that kind, as the program opens it on its system."""
    if kind == "session":
        return SessionStore()
    if kind == "unavailable":
        return UnavailableStore("absent")
    if kind == "in memory":
        return store_of(Backend())
    if kind in FAILING:
        return store_of(FAILING[kind](), seconds=0.05 if kind == "hang" else 5)
    if kind == "Secret Service":
        request.getfixturevalue("keychain")
        store = open_store()
    else:
        monkeypatch = request.getfixturevalue("monkeypatch")
        (be_windows if kind == "Windows" else be_macos)(monkeypatch)
        store = open_store("win32" if kind == "Windows" else "darwin")
    assert isinstance(store, KeychainStore)
    return store


@pytest.fixture(params=WORKING)
def store(request: pytest.FixtureRequest) -> SecretStore:
    return opened(request.param, request)


@pytest.fixture(params=[*WORKING, "unavailable", *FAILING])
def any_store(request: pytest.FixtureRequest) -> SecretStore:
    return opened(request.param, request)


class TestContract:
    """The contract that every store passes."""

    def test_an_empty_slot_is_none(self, store: SecretStore) -> None:
        assert store.read(0) is None
        assert store.read(SLOTS - 1) is None

    def test_what_is_written_is_read(self, store: SecretStore) -> None:
        values = {0: CANARY, 7: '{"app":"Åsa & Söhne — \U0001f511 \\"Ω\\""}', SLOTS - 1: "x" * 1000}
        for slot, value in values.items():
            store.write(slot, value)
        assert {slot: store.read(slot) for slot in values} == values

    def test_a_slot_in_use_is_never_replaced(self, store: SecretStore) -> None:
        store.write(3, "first")
        assert reason_of_call(lambda: store.write(3, CANARY)) == "not-saved"
        assert store.read(3) == "first"

    def test_deleting_empties_that_slot_only(self, store: SecretStore) -> None:
        store.write(1, "one")
        store.write(11, "eleven")
        store.delete(1)
        assert (store.read(1), store.read(11)) == (None, "eleven")
        store.write(1, "again")
        assert store.read(1) == "again"

    def test_deleting_what_is_not_there_is_fine(self, store: SecretStore) -> None:
        store.delete(5)

    def test_nothing_of_a_secret_in_repr(self, store: SecretStore) -> None:
        store.write(0, CANARY)
        assert CANARY[:12] not in f"{store!r}{store}"


class TestPromises:
    """Promises of every store, also a failing one: a reported change is stored, and no error contains a secret."""

    @pytest.mark.parametrize("seed", range(3))
    @pytest.mark.slow
    def test_acknowledged_changes_are_stored(self, any_store: SecretStore, seed: int) -> None:
        chance = random.Random(seed)
        kept: dict[int, str | None] = dict.fromkeys(range(6))
        unknown: set[int] = set()  # a failed change may have happened or not
        for number in range(24):
            slot = chance.randrange(6)
            value = f"{number} {CANARY}"
            try:
                if chance.random() < 0.6:
                    any_store.write(slot, value)
                    assert kept[slot] is None or slot in unknown
                    kept[slot] = value
                else:
                    any_store.delete(slot)
                    kept[slot] = None
            except StoreError as error:
                assert_error_clean(error, CANARY)
                if error.reason != "not-saved" or kept[slot] is None:
                    unknown.add(slot)
            else:
                unknown.discard(slot)
            for other, expected in kept.items():
                if other not in unknown:
                    try:
                        assert any_store.read(other) == expected
                    except StoreError as error:
                        assert_error_clean(error, CANARY)

    def test_a_store_that_fails_says_why_and_an_app_s_list_is_none_the_worse(
        self, any_store: SecretStore, tmp_path: Path
    ) -> None:
        apps = Apps(any_store, tmp_path)
        try:
            app = apps.add("Acme", CANARY)
        except StoreError as error:
            assert_error_clean(error, CANARY)
            assert apps.apps == ()
            assert apps.add("Passing", CANARY, session_only=True).where == "session"
        else:
            assert apps.secrets(app.id).current == CANARY
            assert app.where == ("keychain" if any_store.persistent else "session")


class TestOtherSystems:
    """keyring's code for Windows and macOS, on fakes of the documented system calls."""

    def test_windows_backend_stores_local_credentials(self, monkeypatch: pytest.MonkeyPatch) -> None:
        manager = be_windows(monkeypatch)
        store = open_store("win32")
        assert isinstance(store, KeychainStore)
        assert store.backend_name == "keyring.backends.Windows.WinVaultKeyring"
        store.write(7, "x" * 1_000)
        ((target, credential),) = manager.kept.items()
        assert target == "convot inspector secret 007"
        assert credential["Persist"] == manager.CRED_PERSIST_LOCAL_MACHINE  # "enterprise" may roam
        assert reason_of_call(lambda: store.write(8, "x" * 1_281)) == "failed"
        for code, reason in ((8, "full"), (5, "policy"), (1312, "policy"), (1223, "declined"), (1783, "failed")):
            manager.refuses = code
            assert reason_of_call(lambda: store.read(7)) == reason
            assert reason_of_call(lambda: store.write(9, CANARY)) == reason
        manager.refuses = 0
        assert len(manager.kept) == 1  # and no copy under a second name (keyring issue 545)

    def test_macos_backend_maps_its_errors(self, monkeypatch: pytest.MonkeyPatch) -> None:
        keychain = be_macos(monkeypatch)
        store = open_store("darwin")
        assert isinstance(store, KeychainStore)
        assert store.backend_name == "keyring.backends.macOS.Keyring"
        assert not store.reads_silently
        store.write(7, CANARY)
        statuses = ((-128, "declined"), (-25293, "policy"), (-67030, "policy"), (-25308, "locked"), (-34, "full"))
        for status, reason in statuses:
            keychain.refuses = status
            assert reason_of_call(lambda: store.read(7)) == reason
            assert reason_of_call(lambda: store.write(9, CANARY)) == reason
            assert reason_of_call(lambda: store.delete(7)) == reason
        keychain.refuses = 0
        assert store.read(7) == CANARY

    def test_macos_is_asked_for_no_secret_before_it_is_needed(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        keychain = be_macos(monkeypatch)
        apps = Apps(open_store("darwin"), tmp_path)
        one, _, _ = (apps.add(name, secret) for name, secret in (("A", "a" * 64), ("B", "b" * 64), ("C", "c" * 64)))
        keychain.prompts = 0  # each read may open a password window
        started = Apps(open_store("darwin"), tmp_path)
        started.list()
        started.recover()
        assert not started.read_ahead()
        assert keychain.prompts == 0
        assert started.secrets(one.id).others == {}
        assert keychain.prompts == 1


class TestFailures:
    """Backends that fail as real ones do, with the secret in their errors."""

    @pytest.mark.parametrize("backend", [SilentDrop, Corrupt])
    def test_write_that_is_not_stored_raises_not_saved(self, backend: type[Backend]) -> None:
        assert reason_of_call(lambda: store_of(backend()).write(0, CANARY)) == "not-saved"

    def test_item_that_stays_after_deleting_raises_failed(self) -> None:
        store = store_of(Undeletable())
        store.write(0, CANARY)
        assert reason_of_call(lambda: store.delete(0)) == "failed"

    @pytest.mark.parametrize(
        ("error", "reason"),
        [
            (CredentialError(8), "full"),
            (CredentialError(1312), "policy"),
            (CredentialError(1783), "failed"),
            (OSError(errno.ENOSPC, "disk"), "full"),
            (DBusErrorResponse("org.freedesktop.DBus.Error.AccessDenied"), "declined"),
            (DBusErrorResponse("org.freedesktop.DBus.Error.Failed"), "failed"),
            (KeyringLocked(), "locked"),
            (TimeoutError(), "unresponsive"),
            (UnicodeDecodeError("utf-8", CANARY.encode(), 0, 1, CANARY), "failed"),
            (ValueError(CANARY), "failed"),
        ],
        ids=lambda value: value if isinstance(value, str) else f"{type(value).__name__}",
    )
    def test_errors_become_reasons(self, error: Exception, reason: Reason) -> None:
        assert reason_of_call(lambda: store_of(Refusing(error)).write(0, CANARY)) == reason
        assert reason_of_call(lambda: store_of(Refusing(error, reading=True)).read(0)) == reason
        refusing = Refusing(error)
        refusing.values["Convot Inspector secret 000"] = CANARY
        assert reason_of_call(lambda: store_of(refusing).delete(0)) == reason

    def test_flaky_backend_acknowledges_only_what_it_stored(self) -> None:
        backend = Flaky()
        store = store_of(backend)
        written = []
        for slot in range(30):
            try:
                store.write(slot, f"{slot} {CANARY}")
            except StoreError as error:
                assert_error_clean(error, CANARY)
            else:
                written.append(slot)
        assert written
        assert all(backend.values[f"Convot Inspector secret {s:03}"].startswith(f"{s} ") for s in written)

    def test_many_at_once_tell_one_failure_from_all(self) -> None:
        store = store_of(Refusing(ValueError(CANARY), reading=True))
        failed = store.read_many([1, 2])
        assert [error.reason for error in failed.values() if isinstance(error, StoreError)] == ["failed"] * 2
        locked = store_of(Refusing(KeyringLocked(CANARY), reading=True))
        assert reason_of_call(lambda: locked.read_many([1, 2])) == "locked"

    def test_late_success_is_kept(self) -> None:
        backend = Late()
        store = store_of(backend, seconds=0.05)
        assert reason_of_call(lambda: store.write(0, CANARY)) == "unresponsive"
        # no second call while one hangs, although reading would work
        assert reason_of_call(lambda: store.read(0)) == "unresponsive"
        store.seconds = 5
        backend.go.set()
        assert store.read(0) == CANARY


class TestSecretService:
    """A real gnome-keyring."""

    def test_linux_backend_is_secret_service(self, keychain: Keychain) -> None:
        store = open_store()
        assert isinstance(store, KeychainStore)
        assert store.backend_name == "keyring.backends.SecretService.Keyring"
        assert store.persistent
        store.write(7, CANARY)
        ((label, attributes),) = keychain.items()
        assert label == "Password for 'convot-inspector' on 'Convot Inspector secret 007'"
        assert attributes["service"] == "Convot Inspector secret 007"
        assert attributes["username"] == "convot-inspector"

    def test_locked_keychain_is_reported_without_a_prompt(self, keychain: Keychain) -> None:
        store = open_store()
        assert isinstance(store, KeychainStore)
        store.write(0, CANARY)
        keychain.hang_prompts()
        keychain.lock()
        assert isinstance(open_store(), KeychainStore)
        assert reason_of_call(lambda: store.read(0)) == "locked"
        assert reason_of_call(lambda: store.read(1)) == "locked"  # not None: it is unknown
        assert reason_of_call(lambda: store.read_many([0, 1])) == "locked"
        assert reason_of_call(lambda: store.write(1, CANARY)) == "locked"
        assert reason_of_call(lambda: store.delete(0)) == "locked"
        assert keychain.prompts() == 0
        keychain.unlock()
        assert store.read(0) == CANARY
        assert store.read(1) is None

    def test_a_prompt_that_nobody_answers(self, keychain: Keychain) -> None:
        store = open_store()
        assert isinstance(store, KeychainStore)
        store.unlock()  # nothing to do
        keychain.hang_prompts()
        keychain.lock()
        store.unlock_seconds = 0.5
        assert reason_of_call(store.unlock) == "unresponsive"
        assert keychain.prompts() > 0

    def test_no_prompter_at_all(self, keychain: Keychain) -> None:
        store = open_store()
        assert isinstance(store, KeychainStore)
        keychain.lock()
        assert reason_of_call(store.unlock) == "declined"

    def test_a_keychain_that_was_never_made(self, keychain: Keychain) -> None:
        keychain.kill()
        for file in (keychain.home / ".local/share/keyrings").iterdir():
            file.unlink()
        keychain.start(locked=True)
        store = open_store()
        assert isinstance(store, KeychainStore)
        assert reason_of_call(lambda: store.read(0)) == "locked"

    def test_a_daemon_that_hangs(self, keychain: Keychain) -> None:
        store = open_store()
        assert isinstance(store, KeychainStore)
        store.write(0, CANARY)
        store.seconds = 0.3
        keychain.stop()
        assert isinstance(open_store(), KeychainStore)  # the bus still lists it
        assert reason_of_call(lambda: store.read(0)) == "unresponsive"
        keychain.cont()
        store.seconds = 8
        assert store.read(0) == CANARY

    def test_a_daemon_that_dies_and_comes_back(self, keychain: Keychain) -> None:
        store = open_store()
        store.write(0, CANARY)
        keychain.kill()
        assert reason_of_call(lambda: store.read(0)) == "stopped"
        assert isinstance(open_store(), SessionStore)
        keychain.start()
        assert store.read(0) == CANARY

    def test_a_bus_that_dies(self, keychain: Keychain) -> None:
        store = open_store()
        keychain.kill_bus()
        assert reason_of_call(lambda: store.read(0)) == "stopped"

    def test_failing_leaves_nothing_open(self, keychain: Keychain) -> None:
        store = open_store()
        keychain.lock()
        reason_of_call(lambda: store.read(0))
        before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 -- names are enough
        for _ in range(20):
            reason_of_call(lambda: store.read(0))
        assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208

    @pytest.mark.usefixtures("keychain")
    def test_eight_threads(self) -> None:
        store = open_store()
        read: list[str | None] = []

        def work(slot: int) -> None:
            store.write(slot, f"value {slot}")
            read.append(store.read(slot))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(str(r) for r in read) == [f"value {n}" for n in range(8)]


class TestNoKeychain:
    @pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "nonsense", "unix:", "tcp:host=x", None])
    def test_without_a_session_bus_the_store_is_absent(
        self, address: str | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
        if address is None:
            monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        else:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        store = open_store()
        assert isinstance(store, SessionStore)
        assert store.reason == "absent"
        assert (store.label, store.persistent) == ("this session only", False)

    @pytest.mark.parametrize("platform", ["win32", "darwin"])
    def test_another_system_s_backend_does_not_work_here(self, platform: str) -> None:
        store = open_store(platform)
        assert isinstance(store, SessionStore)
        assert store.reason == "absent"
