from __future__ import annotations

import errno
import json
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from backend_fakes import Backend

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.index import Entry, Index, Slot, read_index
from convot_inspector.keychain.index_file import IndexFile
from convot_inspector.keychain.store import KeychainStore

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "0123456789abcdef" * 4
ONE = Index(
    (Entry("a" * 16, "Åcme “one”", enforced=True), Entry("b" * 16, "Two")),
    (
        Slot(0, "a" * 16, "1" * 16, "current", "active", "2025-01-01T00:00:00+00:00"),
        Slot(7, "a" * 16, "2" * 16, "previous", "active", "2024-01-01T00:00:00+00:00"),
        Slot(8, "b" * 16, "3" * 16, "current", "pending", "2025-01-01T00:00:00+00:00"),
    ),
)
TWO = Index((Entry("c" * 16, "Three"),))


def names(folder: Path) -> set[str]:
    return {f.name for f in folder.iterdir()}


def test_round_trip(tmp_path: Path) -> None:
    file = IndexFile(tmp_path / "new" / "folder")
    assert file.read() == (Index(), "sound")
    file.write(ONE)
    assert file.read() == (ONE, "sound")
    assert json.loads(file.path.read_text(encoding="utf-8"))["schema"] == 1
    file.write(TWO)
    assert file.read() == (TWO, "sound")
    assert read_index(file.backup.read_text(encoding="utf-8")).index == ONE
    assert names(file.path.parent) == {"profiles.json", "profiles.json.bak"}


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
        if failing == "link":  # a file system without links: a copy does
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
    apps.set_enforced(app.id, False)
    (tmp_path / "profiles.json").write_bytes(b"noise")
    apps = Apps(store, tmp_path)
    assert apps.load() == (app,)
    assert apps.condition == "restored"


def test_a_lost_index_costs_no_secret(tmp_path: Path) -> None:
    backend = Backend()
    Apps(store_of(backend), tmp_path).add("Acme", SECRET)
    saved = dict(backend.values)
    for file in tmp_path.iterdir():
        file.write_bytes(b"noise")
    apps = Apps(store_of(backend), tmp_path)
    assert apps.load() == ()
    assert apps.condition == "lost"
    apps.add("New", SECRET)
    assert saved.items() < backend.values.items()


@pytest.mark.parametrize("understood", [True, False])
def test_a_newer_version_s_index_is_only_read(understood: bool, tmp_path: Path) -> None:
    store = store_of(Backend())
    app = Apps(store, tmp_path).add("Acme", SECRET)
    file = tmp_path / "profiles.json"
    newer = json.loads(file.read_text()) | {"schema": 2, "folders": []}
    if not understood:
        newer["slots"] = "elsewhere"
    file.write_text(json.dumps(newer))
    before = {f: f.read_bytes() for f in tmp_path.iterdir()}

    apps = Apps(store, tmp_path)
    assert apps.load() == ((app,) if understood else ())
    assert apps.condition == "newer"
    changes: list[Callable[[], object]] = [lambda: apps.add("New", SECRET)]
    if understood:
        assert apps.secrets(app.id).current == SECRET
        changes += [lambda: apps.rename(app.id, "Other"), lambda: apps.set_enforced(app.id, True)]
        with pytest.raises(StoreError):
            apps.remove(app.id)
    for change in changes:
        with pytest.raises(StoreError) as caught:
            change()
        assert caught.value.reason == "read-only"
    assert apps.add("Passing", SECRET, session_only=True).where == "session"
    assert {f: f.read_bytes() for f in tmp_path.iterdir()} == before


def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Backend()
    apps = Apps(store_of(backend), tmp_path)
    app = apps.add("Acme", SECRET)

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", fails)
    changes: list[Callable[[], object]] = [lambda: apps.add("New", SECRET), lambda: apps.rename(app.id, "Other")]
    for change in changes:
        with pytest.raises(StoreError) as caught:
            change()
        assert caught.value.reason == "full"
    assert apps.apps == (app,)
    assert len(backend.values) == 1


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "profiles.json").mkdir()
    with pytest.raises(StoreError) as caught:
        Apps(store_of(Backend()), tmp_path).load()
    assert caught.value.reason == "failed"
