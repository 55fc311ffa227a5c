"""Interruption at every step: the next start has the app with its secret, or neither."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from backend_fakes import Backend, Corrupt, CredentialError, Late, Refusing, SilentDrop

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.errors import InvalidName, StoreError
from convot_inspector.keychain.index.file import IndexFile
from convot_inspector.keychain.stores.keychain_store import KeychainStore
from convot_inspector.keychain.stores.secret_store import SLOTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.index.model import Index

SECRET = "0123456789abcdef" * 4
FIRST, NEW = SECRET[::-1], "feedbeef" * 8


class Killed(BaseException):
    """Stands for SIGKILL: nothing catches it."""


class Countdown:
    def __init__(self) -> None:
        self.left = -1

    def step(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1


class InterruptedBackend(Backend):
    """A backend that raises ``Killed`` when the countdown of its steps ends."""

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
    """Count the steps of writing the index file too."""
    counter = Countdown()
    write = IndexFile.write

    def interrupted_write(self: IndexFile, index: Index) -> None:
        counter.step()
        write(self, index)
        counter.step()

    monkeypatch.setattr(IndexFile, "write", interrupted_write)
    return counter


def store_of(backend: Backend, seconds: float = 5) -> KeychainStore:
    return KeychainStore(backend, label="a fake", name="a.Fake", seconds=seconds)


@dataclass
class Step:
    """The state that the next start finds after the program was killed before a step."""

    done: bool
    apps: Apps
    listed: tuple[App, ...]
    items: int


def killed_at_every_step(
    countdown: Countdown, folder: Path, prepare: Callable[[Apps, Backend], object], change: Callable[[Apps], object]
) -> list[Step]:
    """Kill a change before its first step, then its second …, until it completes; start again each time."""
    found = []
    for steps in range(100):
        backend, place = InterruptedBackend(countdown), folder / str(steps)
        apps = Apps(store_of(backend), place)
        apps.load()
        prepare(apps, backend)
        countdown.left = steps
        try:
            change(apps)
        except Killed:
            done = False
        else:
            done = True
        countdown.left = -1
        restarted = Apps(store_of(backend), place)
        listed = restarted.load()
        for app in listed:
            if app.problem is None:
                restarted.secrets(app.id)
        text = _index_text(place)
        assert '"pending"' not in text
        assert '"deleting"' not in text
        found.append(Step(done, restarted, restarted.apps, len(backend.values)))
        assert Apps(store_of(backend), place).load() == tuple(_unread(a) for a in restarted.apps)
        if done:
            assert len(found) > 6
            return found
    raise AssertionError("it never ends")


def _unread(app: App) -> App:
    return replace(app, previous=tuple(replace(p, fingerprint=None) for p in app.previous))


def held(step: Step) -> list[tuple[str, tuple[str, ...]]]:
    """Return the current and previous secrets of every app."""
    both = [step.apps.secrets(app.id) for app in step.listed]
    return [(str(secrets.current), secrets.previous) for secrets in both]


def test_adding(countdown: Countdown, tmp_path: Path) -> None:
    steps = killed_at_every_step(countdown, tmp_path, lambda _, __: None, lambda apps: apps.add("Acme", SECRET))
    for step in steps:
        assert step.items == len(step.listed) <= 1
        assert held(step) == [(SECRET, ())] * step.items
    assert {step.items for step in steps} == {0, 1}
    assert steps[-1].items == 1


def test_rotating(countdown: Countdown, tmp_path: Path) -> None:
    def prepare(apps: Apps, _: Backend) -> None:
        apps.add("Acme", FIRST)
        apps.rotate(apps.apps[0].id, SECRET)

    steps = killed_at_every_step(countdown, tmp_path, prepare, lambda apps: apps.rotate(apps.apps[0].id, NEW))
    before, after = [(SECRET, (FIRST,))], [(NEW, (SECRET, FIRST))]
    outcomes = [held(step) for step in steps]
    assert all(outcome in (before, after) for outcome in outcomes)
    assert (outcomes[0], outcomes[-1]) == (before, after)
    assert [step.items for step in steps] == [len(o[0][1]) + 1 for o in outcomes]  # and no orphan


def test_rotating_back_keeps_a_secret_once(countdown: Countdown, tmp_path: Path) -> None:
    def prepare(apps: Apps, _: Backend) -> None:
        apps.add("Acme", FIRST)
        apps.rotate(apps.apps[0].id, SECRET)

    steps = killed_at_every_step(countdown, tmp_path, prepare, lambda apps: apps.rotate(apps.apps[0].id, FIRST))
    outcomes = [held(step) for step in steps]
    assert outcomes[0] == [(SECRET, (FIRST,))]
    assert outcomes[-1] == [(FIRST, (SECRET,))]
    for outcome in outcomes:  # after a kill in between, the start does not know yet that two are equal
        assert outcome in (outcomes[0], outcomes[-1], [(FIRST, (SECRET, FIRST))])


def test_pasting_a_lost_secret_again(countdown: Countdown, tmp_path: Path) -> None:
    def prepare(apps: Apps, backend: Backend) -> None:
        app = apps.add("Acme", FIRST)
        apps.rotate(app.id, SECRET)
        backend.values["Convot Inspector secret 001"] = "damaged"
        apps.forget()

    steps = killed_at_every_step(countdown, tmp_path, prepare, lambda apps: apps.rotate(apps.apps[0].id, NEW))
    assert steps[0].listed[0].problem == "damaged"
    assert held(steps[-1]) == [(NEW, (FIRST,))]
    assert steps[-1].items == 2
    for step in steps:
        assert step.listed[0].problem == "damaged" or held(step) == [(NEW, (FIRST,))]


def test_adding_a_previous_one(countdown: Countdown, tmp_path: Path) -> None:
    def prepare(apps: Apps, _: Backend) -> None:
        apps.add("Acme", SECRET)

    steps = killed_at_every_step(countdown, tmp_path, prepare, lambda apps: apps.add_previous(apps.apps[0].id, FIRST))
    before, after = [(SECRET, ())], [(SECRET, (FIRST,))]
    outcomes = [held(step) for step in steps]
    assert all(outcome in (before, after) for outcome in outcomes)
    assert (outcomes[0], outcomes[-1]) == (before, after)
    assert [step.items for step in steps] == [len(o[0][1]) + 1 for o in outcomes]


def test_forgetting_a_previous_one(countdown: Countdown, tmp_path: Path) -> None:
    def prepare(apps: Apps, _: Backend) -> None:
        app = apps.add("Acme", FIRST)
        apps.rotate(app.id, SECRET)
        apps.rotate(app.id, NEW)

    def change(apps: Apps) -> None:
        (app,) = apps.apps
        apps.forget_previous(app.id, app.previous[1].uid)

    steps = killed_at_every_step(countdown, tmp_path, prepare, change)
    for step in steps:
        assert held(step) in ([(NEW, (SECRET, FIRST))], [(NEW, (SECRET,))])
        assert step.items == len(held(step)[0][1]) + 1
    assert steps[-1].items == 2


def test_removing(countdown: Countdown, tmp_path: Path) -> None:
    def prepare(apps: Apps, _: Backend) -> None:
        app = apps.add("Acme", FIRST)
        apps.rotate(app.id, SECRET)
        apps.add("Other", NEW)

    steps = killed_at_every_step(countdown, tmp_path, prepare, lambda apps: apps.remove(apps.apps[0].id))
    for step in steps:
        assert held(step) in ([(SECRET, (FIRST,)), (NEW, ())], [(NEW, ())])
        assert step.items == {1: 1, 2: 3}[len(step.listed)]
    assert steps[-1].items == 1


def test_another_process_that_only_reads_finishes_no_change(countdown: Countdown, tmp_path: Path) -> None:
    backend = InterruptedBackend(countdown)
    apps = Apps(store_of(backend), tmp_path)
    apps.load()
    countdown.left = 20  # 16 slots read, the index before and after, one read, the item before
    with pytest.raises(Killed):
        apps.add("Acme", SECRET)
    countdown.left = -1
    assert '"pending"' in _index_text(tmp_path)
    before = {f: f.read_bytes() for f in tmp_path.iterdir()}
    Apps(store_of(backend), tmp_path).load(repair=False)
    assert {f: f.read_bytes() for f in tmp_path.iterdir()} == before


@pytest.mark.parametrize("backend", [SilentDrop(), Corrupt(), Refusing(CredentialError(8))])
def test_failed_save_leaves_nothing(backend: Backend, tmp_path: Path) -> None:
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
    assert caught.value.reason == "unconfirmed"
    assert [*apps.apps] == []
    store.seconds = 5
    backend.go.set()
    with pytest.raises(InvalidName):  # the second attempt finds that the first one succeeded
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
    assert caught.value.reason == "unconfirmed"
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


def test_store_needs_only_three_methods(tmp_path: Path) -> None:
    class Plain:
        label = "plain"
        persistent = True
        reads_silently = True

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


def test_store_without_free_slots_raises_full(tmp_path: Path) -> None:
    backend = Backend()
    backend.values = {f"Convot Inspector secret {n:03}": "?" for n in range(SLOTS)}
    with pytest.raises(StoreError) as caught:
        Apps(store_of(backend), tmp_path).add("Acme", SECRET)
    assert caught.value.reason == "full"
    del backend.values["Convot Inspector secret 300"]
    Apps(store_of(backend), tmp_path).add("Acme", SECRET)
    assert "Acme" in backend.values["Convot Inspector secret 300"]


def _index_text(folder: Path) -> str:
    file = folder / "profiles.json"
    return file.read_text() if file.exists() else ""
