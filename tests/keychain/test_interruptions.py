"""Whatever dies at whatever step: the next start has the app with its secret, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from backend_fakes import Backend, Corrupt, CredentialError, Late, Refusing, SilentDrop

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.errors import InvalidName, StoreError
from convot_inspector.keychain.index_file import IndexFile
from convot_inspector.keychain.store import KeychainStore

if TYPE_CHECKING:
    from pathlib import Path

    from convot_inspector.keychain.index import Index

SECRET = "0123456789abcdef" * 4


class Killed(BaseException):
    """Nothing catches it, as nothing catches SIGKILL."""


class Countdown:
    def __init__(self) -> None:
        self.left = -1

    def step(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1


class Mortal(Backend):
    """Dies before or after any of its steps."""

    def __init__(self, countdown: Countdown) -> None:
        super().__init__()
        self.countdown = countdown

    def get_password(self, service: str, username: str, /) -> str | None:
        self.countdown.step()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.countdown.step()
        super().set_password(service, username, password)
        self.countdown.step()

    def delete_password(self, service: str, username: str, /) -> None:
        self.countdown.step()
        super().delete_password(service, username)
        self.countdown.step()


@pytest.fixture
def countdown(monkeypatch: pytest.MonkeyPatch) -> Countdown:
    """Steps are counted in the index file's writing too."""
    counter = Countdown()
    write = IndexFile.write

    def mortal_write(self: IndexFile, index: Index) -> None:
        counter.step()
        write(self, index)
        counter.step()

    monkeypatch.setattr(IndexFile, "write", mortal_write)
    return counter


def store_of(backend: Backend, seconds: float = 5) -> KeychainStore:
    return KeychainStore(backend, label="a fake", name="a.Fake", seconds=seconds)


def test_adding(countdown: Countdown, tmp_path: Path) -> None:
    outcomes = []
    for steps in range(100):
        backend, folder = Mortal(countdown), tmp_path / str(steps)
        apps = Apps(store_of(backend), folder)
        countdown.left = steps
        try:
            apps.add("Acme", SECRET)
        except Killed:
            acknowledged = False
        else:
            acknowledged = True
        countdown.left = -1
        restarted = Apps(store_of(backend), folder)
        listed = restarted.load()
        assert len(listed) == len(backend.values) <= 1
        assert len(listed) == 1 or not acknowledged
        for app in listed:
            assert restarted.secrets(app.id).current == SECRET
        assert '"pending"' not in _index_text(folder)
        outcomes.append(len(listed))
        if acknowledged:
            break
    assert set(outcomes) == {0, 1}
    assert outcomes[-1] == 1
    assert len(outcomes) > 8


def test_removing(countdown: Countdown, tmp_path: Path) -> None:
    outcomes = []
    for steps in range(100):
        backend, folder = Mortal(countdown), tmp_path / str(steps)
        apps = Apps(store_of(backend), folder)
        app = apps.add("Acme", SECRET)
        countdown.left = steps
        try:
            apps.remove(app.id)
        except Killed:
            acknowledged = False
        else:
            acknowledged = True
        countdown.left = -1
        restarted = Apps(store_of(backend), folder)
        listed = restarted.load()
        assert len(listed) == len(backend.values) <= 1
        assert not (listed and acknowledged)
        for kept in listed:
            assert restarted.secrets(kept.id).current == SECRET
        assert '"deleting"' not in _index_text(folder)
        outcomes.append(len(listed))
        if acknowledged:
            break
    assert set(outcomes) == {0, 1}
    assert len(outcomes) > 8


def test_a_reader_beside_changes_nothing(countdown: Countdown, tmp_path: Path) -> None:
    backend = Mortal(countdown)
    countdown.left = 20  # 16 slots looked into, the index before and after, a look, the item before
    with pytest.raises(Killed):
        Apps(store_of(backend), tmp_path).add("Acme", SECRET)
    countdown.left = -1
    assert '"pending"' in _index_text(tmp_path)
    before = {f: f.read_bytes() for f in tmp_path.iterdir()}
    Apps(store_of(backend), tmp_path).load(repair=False)
    assert {f: f.read_bytes() for f in tmp_path.iterdir()} == before


@pytest.mark.parametrize("backend", [SilentDrop(), Corrupt(), Refusing(CredentialError(8))])
def test_what_was_not_saved_leaves_nothing(backend: Backend, tmp_path: Path) -> None:
    apps = Apps(store_of(backend), tmp_path)
    with pytest.raises(StoreError) as caught:
        apps.add("Acme", SECRET)
    assert caught.value.reason in {"not-saved", "full"}
    assert apps.apps == ()
    assert backend.values == {}
    assert "Acme" not in _index_text(tmp_path)
    assert apps.add("Acme", SECRET, session_only=True).where == "session"


def test_saved_after_the_deadline(tmp_path: Path) -> None:
    backend = Late()
    store = store_of(backend, seconds=0.05)
    apps = Apps(store, tmp_path)
    with pytest.raises(StoreError) as caught:
        apps.add("Acme", SECRET)
    assert caught.value.reason == "unresponsive"
    assert [*apps.apps] == []
    store.seconds = 5
    backend.go.set()
    with pytest.raises(InvalidName):  # trying again finds that it has arrived after all
        apps.add("Acme", SECRET)
    (app,) = apps.apps
    assert apps.secrets(app.id).current == SECRET
    assert Apps(store, tmp_path).load() == (app,)


def test_removed_after_the_deadline(tmp_path: Path) -> None:
    backend = Late()
    backend.go.set()
    store = store_of(backend)
    apps = Apps(store, tmp_path)
    app = apps.add("Acme", SECRET)
    backend.go.clear()
    store.seconds = 0.05
    with pytest.raises(StoreError) as caught:
        apps.remove(app.id)
    assert caught.value.reason == "unresponsive"
    store.seconds = 5
    backend.go.set()
    assert apps.load() == ()
    assert backend.values == {}


def test_a_removal_that_is_declined_changes_nothing(tmp_path: Path) -> None:
    class Guarded(Refusing):
        def set_password(self, service: str, _username: str, password: str, /) -> None:
            self.values[service] = password

    error = RuntimeError(-128)
    backend = Guarded(error)
    apps = Apps(store_of(backend), tmp_path)
    app = apps.add("Acme", SECRET)
    with pytest.raises(StoreError) as caught:
        apps.remove(app.id)
    assert caught.value.reason == "declined"
    assert apps.apps == (app,)
    assert Apps(store_of(backend), tmp_path).load() == (app,)


def test_a_store_of_three_methods_will_do(tmp_path: Path) -> None:
    class Plain:
        label = "plain"
        persistent = True

        def __init__(self) -> None:
            self.values: dict[int, str] = {}

        def read(self, slot: int) -> str | None:
            return self.values.get(slot)

        def write(self, slot: int, value: str) -> None:
            self.values[slot] = value

        def delete(self, slot: int) -> None:
            self.values.pop(slot, None)

    store = Plain()
    app = Apps(store, tmp_path).add("Acme", SECRET)
    assert Apps(store, tmp_path).load() == (app,)


def test_full(tmp_path: Path) -> None:
    backend = Backend()
    backend.values = {f"Convot Inspector secret {n:03}": "?" for n in range(512)}
    with pytest.raises(StoreError) as caught:
        Apps(store_of(backend), tmp_path).add("Acme", SECRET)
    assert caught.value.reason == "full"
    del backend.values["Convot Inspector secret 300"]
    Apps(store_of(backend), tmp_path).add("Acme", SECRET)
    assert "Acme" in backend.values["Convot Inspector secret 300"]


def _index_text(folder: Path) -> str:
    file = folder / "profiles.json"
    return file.read_text() if file.exists() else ""
