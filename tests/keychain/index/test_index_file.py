from __future__ import annotations

import errno
import json
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from backend_fakes import Backend, KeyringLocked

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.index.file import IndexFile, InMemoryIndex
from convot_inspector.keychain.index.model import AppEntry, Index, Slot
from convot_inspector.keychain.index.serialization import SCHEMA, checksum, parse_index, serialize_index
from convot_inspector.keychain.stores.keychain_store import KeychainStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.index.file import IndexBackend

SECRET = "0123456789abcdef" * 4
ONE = Index(
    (AppEntry("a" * 16, "Åcme “one”", setting="on", key="app_1"), AppEntry("b" * 16, "Two")),
    (
        Slot(0, "a" * 16, "1" * 16, "current", "active", "2025-01-01T00:00:00+00:00"),
        Slot(7, "a" * 16, "2" * 16, "previous", "active", "2024-01-01T00:00:00+00:00", "2025"),
        Slot(8, "b" * 16, "3" * 16, "current", "pending", "2025-01-01T00:00:00+00:00"),
    ),
)
TWO = Index((AppEntry("c" * 16, "Three"),))


def signed(data: dict[str, Any]) -> str:
    """Return the content of an index file with a valid checksum."""
    rest = {name: value for name, value in data.items() if name != "checksum"}
    return json.dumps(rest | {"checksum": checksum(rest)})


def of_early_version(text: str, schema: int) -> str:
    """Return an index as that schema has it."""
    data = json.loads(text) | {"schema": schema}
    for name in ("checksum", "generation"):
        del data[name]
    for part in (*data["apps"], *data["slots"].values()):
        for name in ("changed",) if schema == 2 else ("changed", "key", "rotated"):
            part.pop(name, None)
    return json.dumps(data)


def names(folder: Path) -> set[str]:
    return {f.name for f in folder.iterdir()}


@pytest.mark.parametrize("make", [IndexFile, lambda _: InMemoryIndex()], ids=["file", "memory"])
def test_every_backend_keeps_the_interface(make: Callable[[Path], IndexBackend], tmp_path: Path) -> None:
    backend = make(tmp_path)
    empty = backend.read(repair=False)
    assert empty[0] == Index()
    for index in (ONE, TWO):
        backend.write(index)
        assert backend.read() == backend.read(repair=False) == (index, "sound")
    backend.remove()
    assert backend.read() == empty
    backend.remove()
    backend.write(ONE)
    assert backend.read() == (ONE, "sound")


def test_round_trip(tmp_path: Path) -> None:
    file = IndexFile(tmp_path / "new" / "folder")
    assert file.read() == (Index(), "new")
    file.write(ONE)
    assert file.read() == (ONE, "sound")
    assert json.loads(file.path.read_text(encoding="utf-8"))["schema"] == SCHEMA
    file.write(TWO)
    assert file.read() == (TWO, "sound")
    assert parse_index(file.backup.read_text(encoding="utf-8")).index == ONE
    assert names(file.path.parent) == {"profiles.json", "profiles.json.bak"}


@pytest.mark.parametrize(
    ("written", "read", "for_earlier_versions"),
    [
        ({"enforced": True}, "on", True),
        ({"enforced": False}, "unknown", False),  # nobody chose it: it was so from the beginning
        ({}, "unknown", False),
        ({"enforced": False, "setting": "off"}, "off", False),
        ({"enforced": True, "setting": "on"}, "on", True),
        ({"enforced": False, "setting": "unknown"}, "unknown", False),
        ({"enforced": True, "setting": ["strange"]}, "on", True),
    ],
)
def test_the_setting_of_earlier_versions_is_read_and_written(
    written: dict[str, object], read: str, *, for_earlier_versions: bool
) -> None:
    text = json.dumps({"schema": 2, "apps": [{"id": "a", "name": "Acme", "key": ""} | written], "slots": {}})
    index = parse_index(text).index
    assert [entry.setting for entry in index.apps] == [read]
    (entry,) = json.loads(serialize_index(index))["apps"]
    assert (entry["setting"], entry["enforced"]) == (read, for_earlier_versions)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        file = IndexFile(tmp_path / "new")
        file.write(ONE)
        file.write(TWO)
    finally:
        os.umask(before)
    assert [stat.S_IMODE(p.stat().st_mode) for p in (file.path, file.backup)] == [0o600, 0o600]
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("failing", ["fsync", "replace", "link"])
def test_a_write_that_fails_leaves_the_old_one(failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = IndexFile(tmp_path)
    file.write(ONE)

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    target = {"fsync": (os, "fsync"), "replace": (Path, "replace"), "link": (Path, "hardlink_to")}[failing]
    with monkeypatch.context() as patch:
        patch.setattr(*target, fails)
        if failing == "link":  # a file system without hard links: the file is copied
            file.write(TWO)
        else:
            with pytest.raises(OSError, match="no space"):
                file.write(TWO)
    assert file.read() == ((TWO if failing == "link" else ONE), "sound")
    file.write(TWO)
    assert file.read() == (TWO, "sound")
    assert names(tmp_path) == {"profiles.json", "profiles.json.bak"}


NOISE = [
    b"", b"\x00" * 100, b"\xff\xfe", b"[", b"[]", b"{}", b"null", b'"x"', b"[" * 100_000,
    b'{"schema":1}', b'{"schema":0,"apps":[],"slots":{}}', b'{"schema":true,"apps":[],"slots":{}}',
    b'{"schema":1,"apps":[{}],"slots":{}}', b'{"schema":1,"apps":[],"slots":[]}',
    b'{"schema":1,"apps":[],"slots":{"0":{"app":"x","uid":"","role":"current","state":"active","created":""}}}',
    b'{"schema":1,"apps":[{"id":"x","name":"y"}],"slots":{"0":{"app":"x","uid":"","role":"?","state":"active"}}}',
]  # fmt: skip


@pytest.mark.parametrize("noise", NOISE, ids=range(len(NOISE)))
def test_a_damaged_file_is_kept_aside_and_the_backup_used(noise: bytes, tmp_path: Path) -> None:
    file = IndexFile(tmp_path)
    file.write(ONE)
    file.write(TWO)
    file.path.write_bytes(noise)
    assert file.read(repair=False) == (ONE, "restored")
    assert file.path.read_bytes() == noise
    assert file.read() == (ONE, "restored")
    assert (tmp_path / "profiles.json.corrupt-1").read_bytes() == noise
    file.write(ONE)
    file.path.write_bytes(noise)
    file.backup.write_bytes(noise)
    assert file.read() == (Index(), "lost")
    assert names(tmp_path) == {
        "profiles.json.corrupt-1", "profiles.json.corrupt-2", "profiles.json.bak.corrupt-1",
    }  # fmt: skip


def store_of(backend: Backend) -> KeychainStore:
    return KeychainStore(backend, label="a fake", name="a.Fake")


def test_apps_survive_a_damaged_index(tmp_path: Path) -> None:
    store = store_of(Backend())
    apps = Apps(store, tmp_path)
    app = apps.add("Acme", SECRET)
    apps.change(app.id, setting="unknown")
    (tmp_path / "profiles.json").write_bytes(b"noise")
    apps = Apps(store, tmp_path)
    assert apps.load() == (app,)
    assert apps.condition == "restored"


FIRST, SECOND = SECRET[::-1], "feedbeef" * 8


def put_to_use(backend: Backend, folder: Path) -> tuple[App, ...]:
    """Return an index file that has been changed several times."""
    apps = Apps(store_of(backend), folder)
    acme, gone, other = (apps.add(name, SECRET, key=key) for name, key in (("Acme", "app_1"), ("Gone", ""), ("B", "")))
    apps.rotate(acme.id, FIRST)
    apps.rotate(acme.id, SECOND)
    apps.remove(gone.id)
    apps.rotate(other.id, FIRST)
    apps.forget_previous(other.id, apps.apps[1].previous[0].uid)
    return apps.load()


def listed(apps: tuple[App, ...]) -> list[object]:
    return [(a.id, a.name, a.key, a.fingerprint, a.problem, [(p.uid, p.rotated) for p in a.previous]) for a in apps]


@pytest.mark.parametrize("damage", ["deleted", "emptied", "cut", "noise", "other JSON"])
def test_the_index_is_rebuilt_from_the_keychain(damage: str, tmp_path: Path) -> None:
    backend = Backend()
    before = put_to_use(backend, tmp_path)
    items = dict(backend.values)
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        if damage == "deleted":
            file.unlink()
        else:
            damaged = {"emptied": b"", "cut": content[: len(content) // 2], "noise": os.urandom(999)}
            file.write_bytes(damaged.get(damage, b'{"schema": 2, "apps": {}}'))
    apps = Apps(store_of(backend), tmp_path)
    assert listed(apps.load()) == listed(before)
    assert apps.recovered == len(items) == 4
    assert apps.condition == ("new" if damage == "deleted" else "lost")
    held = apps.secrets(before[0].id)
    assert (held.current, held.previous) == (SECOND, (FIRST, SECRET))
    assert backend.values == items
    again = Apps(store_of(backend), tmp_path)
    assert listed(again.load()) == listed(before)
    assert (again.condition, again.recovered) == ("sound", 0)


def test_a_backup_that_is_older_is_completed(tmp_path: Path) -> None:
    backend = Backend()
    put_to_use(backend, tmp_path)
    older = (tmp_path / "profiles.json").read_bytes()
    apps = Apps(store_of(backend), tmp_path)
    apps.rotate(apps.list()[0].id, "0" * 64)
    apps.add("C", "1" * 64)
    before = apps.load()
    (tmp_path / "profiles.json").write_bytes(b"noise")
    (tmp_path / "profiles.json.bak").write_bytes(older)
    apps = Apps(store_of(backend), tmp_path)
    assert listed(apps.load()) == listed(before)
    assert (apps.condition, apps.recovered) == ("restored", 2)


def test_a_keychain_that_is_locked_then_is_searched_when_it_is_not(tmp_path: Path) -> None:
    class Lockable(Backend):
        locked = False

        def get_password(self, service: str, username: str, /) -> str | None:
            if self.locked:
                raise KeyringLocked
            return super().get_password(service, username)

    backend = Lockable()
    before = put_to_use(backend, tmp_path)
    for file in tmp_path.iterdir():
        file.unlink()
    backend.locked = True
    apps = Apps(store_of(backend), tmp_path)
    assert apps.load() == ()
    with pytest.raises(StoreError) as caught:
        apps.add("New", SECRET)
    assert caught.value.reason == "locked"
    assert not list(tmp_path.iterdir())  # nothing that the next start would take for a valid list
    backend.locked = False
    apps.add("New", SECRET)
    assert listed(apps.load())[:2] == listed(before)
    assert len(apps.apps) == 3


def test_items_from_before_they_had_an_app_s_id_are_put_to_their_names(tmp_path: Path) -> None:
    backend = Backend()
    for number, (name, secret) in enumerate([("Acme", FIRST), ("B", SECRET), ("Acme", SECOND)]):
        item = {"v": 1, "uid": f"{number}" * 16, "app": name, "created": f"2025-01-0{number + 1}T00:00:00+00:00"}
        backend.values[f"Convot Inspector secret {number:03}"] = json.dumps(item | {"secret": secret})
    apps = Apps(store_of(backend), tmp_path)
    acme, other = apps.load()
    assert (acme.name, other.name, [p.rotated[:10] for p in acme.previous]) == ("Acme", "B", ["2025-01-03"])
    assert (apps.secrets(acme.id).current, apps.secrets(acme.id).previous) == (SECOND, (FIRST,))


@pytest.mark.parametrize("is_read", [True, False])
def test_reused_names_are_distinguished(is_read: bool, tmp_path: Path) -> None:
    backend = Backend()
    app = Apps(store_of(backend), tmp_path).add("Acme", FIRST)
    apps = Apps(store_of(backend), tmp_path)
    if is_read:
        apps.load()
    apps.change(app.id, name="Acme, old", key="app_1")
    apps.add("Acme", SECOND)
    assert len(backend.values) == 2
    for file in tmp_path.iterdir():
        file.unlink()
    rebuilt = Apps(store_of(backend), tmp_path)
    # the name in the keychain is changed too if the secret was read already: reading it may make the system ask
    assert [(a.name, a.key) for a in rebuilt.load()] == (
        [("Acme, old", "app_1"), ("Acme", "")] if is_read else [("Acme", ""), ("Acme (2)", "")]
    )
    assert [rebuilt.secrets(a.id).current for a in rebuilt.apps] == [FIRST, SECOND]


def test_index_of_schema_1_is_migrated(tmp_path: Path) -> None:
    backend = Backend()
    before = put_to_use(backend, tmp_path)
    file = tmp_path / "profiles.json"
    file.write_text(of_early_version(file.read_text(encoding="utf-8"), 1), encoding="utf-8")
    (tmp_path / "profiles.json.bak").unlink()
    apps = Apps(store_of(backend), tmp_path)
    assert [a.name for a in apps.load()] == [a.name for a in before]
    assert [p.rotated for p in apps.apps[0].previous] == ["", ""]
    assert apps.condition == "sound"
    apps.change(before[0].id, key="app_2")
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == SCHEMA


def test_an_item_of_a_newer_version_is_neither_used_nor_removed(tmp_path: Path) -> None:
    backend = Backend()
    app = Apps(store_of(backend), tmp_path).add("Acme", SECRET)
    ((service, text),) = backend.values.items()
    backend.values[service] = text.replace('"v":1', '"v":2')
    apps = Apps(store_of(backend), tmp_path)
    assert [a.problem for a in apps.load()] == ["read-only"]
    for change in (lambda: apps.remove(app.id), lambda: apps.secrets(app.id)):
        with pytest.raises(StoreError) as caught:
            change()
        assert caught.value.reason == "read-only"
    assert backend.values == {service: text.replace('"v":1', '"v":2')}


@pytest.mark.parametrize("understood", [True, False])
def test_a_newer_version_s_index_is_only_read(understood: bool, tmp_path: Path) -> None:
    store = store_of(Backend())
    app = Apps(store, tmp_path).add("Acme", SECRET)
    file = tmp_path / "profiles.json"
    newer = json.loads(file.read_text()) | {"schema": SCHEMA + 1, "folders": []}
    if not understood:
        newer["slots"] = "elsewhere"
    file.write_text(signed(newer))
    before = {f: f.read_bytes() for f in tmp_path.iterdir()}

    apps = Apps(store, tmp_path)
    assert apps.load() == ((app,) if understood else ())
    assert apps.condition == "newer"
    changes: list[Callable[[], object]] = [lambda: apps.add("New", SECRET)]
    if understood:
        assert apps.secrets(app.id).current == SECRET
        changes += [lambda: apps.change(app.id, name="Other"), lambda: apps.change(app.id, setting="on")]
        with pytest.raises(StoreError):
            apps.remove(app.id)
    for change in changes:
        with pytest.raises(StoreError) as caught:
            change()
        assert caught.value.reason == "read-only"
    assert apps.add("Passing", SECRET, session_only=True).where == "session"
    assert {f: f.read_bytes() for f in tmp_path.iterdir()} == before


def test_failing_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Backend()
    apps = Apps(store_of(backend), tmp_path)
    app = apps.add("Acme", SECRET)

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", fails)
    changes: list[Callable[[], object]] = [lambda: apps.add("New", SECRET), lambda: apps.change(app.id, name="Other")]
    for change in changes:
        with pytest.raises(StoreError) as caught:
            change()
        assert caught.value.reason == "full"
    assert apps.apps == (app,)
    assert len(backend.values) == 1


def test_unreadable_index_file_raises_store_error(tmp_path: Path) -> None:
    (tmp_path / "profiles.json").mkdir()
    with pytest.raises(StoreError) as caught:
        Apps(store_of(Backend()), tmp_path).load()
    assert caught.value.reason == "failed"
