"""Apps in a real keychain."""

from __future__ import annotations

import gc
import json
import logging
import os
import secrets
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING

import pytest
from leaks import assert_clean, assert_error_clean

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.errors import InvalidInput, InvalidKey, InvalidName, InvalidSecret, StoreError
from convot_inspector.keychain.stores import deadline
from convot_inspector.keychain.stores.keychain_store import KeychainStore
from convot_inspector.keychain.stores.opening import open_store
from convot_inspector.keychain.stores.session_store import SessionStore

if TYPE_CHECKING:
    from keychain_lab import Keychain

pytestmark = pytest.mark.slow

ONE, TWO, THREE = (f"{n}" * 8 + "0123456789abcdef" * 3 + "feedbeef" for n in (1, 2, 3))


@pytest.fixture
def folder(keychain: Keychain) -> Path:
    return keychain.home / "data"


def test_add_restart_remove(keychain: Keychain, folder: Path) -> None:
    app = Apps(open_store(), folder).add("  Acme,   production ", ONE)
    assert (app.name, app.setting, app.previous, app.where, app.problem) == (
        "Acme, production", "unknown", (), "keychain", None,
    )  # fmt: skip
    assert app.fingerprint == fingerprint(ONE)

    restarted = Apps(open_store(), folder)
    assert restarted.load() == (app,)
    assert restarted.secrets(app.id).current == ONE
    assert len(keychain.items()) == 1

    restarted.remove(app.id)
    assert restarted.load() == ()
    assert keychain.items() == []
    assert Apps(open_store(), folder).load() == ()


def test_the_daemon_restarts_between(keychain: Keychain, folder: Path) -> None:
    app = Apps(open_store(), folder).add("Acme", ONE)
    keychain.kill()
    keychain.start()
    assert Apps(open_store(), folder).load() == (app,)


def test_several_apps(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    first, second, third = (apps.add(n, s) for n, s in (("One", ONE), ("Two", TWO), ("Three", THREE)))
    held = apps.secrets(second.id)
    assert (held.current, held.previous, dict(held.others)) == (TWO, (), {"One": ONE, "Three": THREE})
    assert apps.by_name(" tWO ") == second
    assert apps.by_name("four") is None

    renamed = apps.change(second.id, name="Deux")
    assert renamed.name == "Deux"
    assert apps.change(second.id, setting="on").setting == "on"
    apps.remove(first.id)
    assert [(a.name, a.setting) for a in Apps(open_store(), folder).load()] == [("Deux", "on"), ("Three", "unknown")]
    assert apps.add("Four", ONE).name == "Four"
    used = {attributes["service"][-3:] for _, attributes in keychain.items()}
    # the lowest empty slot is used again; the renamed app's item was written anew
    assert used == {"000", "002", "003"}
    assert third in apps.apps
    with pytest.raises(KeyError):
        apps.secrets(first.id)


def test_session_only(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    passing = apps.add("Passing", ONE, session_only=True)
    assert passing.where == "session"
    assert keychain.items() == []
    assert not folder.exists()
    kept = apps.add("Kept", TWO)
    assert apps.load() == (kept, passing)
    assert apps.secrets(kept.id).others == {"Passing": ONE}
    assert apps.secrets(passing.id).others == {"Kept": TWO}
    with pytest.raises(InvalidName):
        apps.add("passing", THREE)
    assert Apps(open_store(), folder).load() == (kept,)
    apps.remove(passing.id)
    assert apps.apps == (kept,)


@pytest.mark.parametrize("name", ["", "  \n", "x" * 101, "a\x00b", "a\ud800", "ACME", " acme "])
def test_names_that_cannot_be(name: str, keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    acme = apps.add("Acme", ONE)
    with pytest.raises(InvalidName):
        apps.add(name, TWO)
    assert apps.change(acme.id, name="ACME").name == "ACME"
    assert len(keychain.items()) == 1


@pytest.mark.parametrize("secret", ["", ONE[:-1], ONE + " ", f"'{ONE}'", "app_" + ONE[4:], "g" * 64])
def test_secrets_that_cannot_be(secret: str, keychain: Keychain, folder: Path) -> None:
    with pytest.raises(InvalidSecret) as caught:
        Apps(open_store(), folder).add("Acme", secret)
    if secret.strip():
        assert_error_clean(caught.value, secret)
    assert keychain.items() == []
    assert not folder.exists()


def test_locked(keychain: Keychain, folder: Path) -> None:
    before = Apps(open_store(), folder)
    app = before.add("Acme", ONE)
    keychain.lock()

    apps = Apps(open_store(), folder)
    (listed,) = apps.load()
    assert (listed.name, listed.fingerprint, listed.problem) == ("Acme", None, "locked")
    for refused in (
        lambda: apps.secrets(app.id),
        lambda: apps.remove(app.id),
        lambda: apps.add("Two", TWO),
    ):
        with pytest.raises(StoreError) as caught:
            refused()
        assert caught.value.reason == "locked"
    assert apps.add("Passing", TWO, session_only=True).problem is None
    assert before.secrets(app.id).current == ONE  # read before the change

    keychain.unlock()
    assert apps.load()[0] == app
    assert apps.secrets(app.id).current == ONE


def test_missing_and_damaged(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    for name, secret in (("Fine", ONE), ("Gone", TWO), ("Noise", THREE), ("Other", ONE[::-1])):
        apps.add(name, secret)
    keychain.alter(1, None)
    keychain.alter(2, b"\x00noise")
    keychain.alter(3, json.dumps({"v": 1, "uid": "0" * 16, "app": "?", "created": "", "secret": TWO}).encode())

    apps = Apps(open_store(), folder)
    listed = apps.load()
    # the item in the slot of the last app says that it is another one's
    assert [(a.name, a.problem) for a in listed] == [
        ("Fine", None), ("Gone", "missing"), ("Noise", "damaged"), ("Other", "missing"), ("?", None),
    ]  # fmt: skip
    assert apps.secrets(listed[0].id).others == {"?": TWO}
    for app in listed[1:4]:
        with pytest.raises(StoreError) as caught:
            apps.secrets(app.id)
        assert caught.value.reason == app.problem
        apps.remove(app.id)
    assert apps.apps == (listed[0], listed[4])
    # the damaged item is removed with its app
    assert sorted(attributes["service"][-3:] for _, attributes in keychain.items()) == ["000", "003"]


def test_no_keychain_any_more(keychain: Keychain, folder: Path) -> None:
    app = Apps(open_store(), folder).add("Acme", ONE)
    written = (folder / "profiles.json").read_bytes()
    keychain.kill()

    store = open_store()
    assert isinstance(store, SessionStore)
    apps = Apps(store, folder)
    (listed,) = apps.load()
    assert (listed.id, listed.problem) == (app.id, "absent")
    added = apps.add("Passing", TWO)
    assert (added.where, added.problem) == ("session", None)
    assert apps.secrets(added.id).current == TWO
    with pytest.raises(StoreError) as caught:
        apps.remove(app.id)
    assert caught.value.reason == "absent"
    assert (folder / "profiles.json").read_bytes() == written

    keychain.start()
    assert Apps(open_store(), folder).load() == (app,)


def test_a_keychain_that_hangs(keychain: Keychain, folder: Path) -> None:
    app = Apps(open_store(), folder).add("Acme", ONE)
    store = open_store()
    assert isinstance(store, KeychainStore)
    store.seconds = 0.3
    keychain.stop()
    apps = Apps(store, folder)
    assert [a.problem for a in apps.load()] == ["unresponsive"]
    with pytest.raises(StoreError) as caught:
        apps.add("Two", TWO)
    assert caught.value.reason == "unresponsive"

    impatient = open_store()  # as the command line does: one deadline for a whole operation
    with pytest.raises(StoreError) as caught:
        deadline.run(Apps(impatient, folder).load, 0.3)
    assert caught.value.reason == "unresponsive"

    keychain.cont()
    store.seconds = 8
    assert apps.load() == (app,)
    assert impatient.read(0) is not None  # the abandoned call has ended


def test_the_environment_cannot_redirect_it(keychain: Keychain) -> None:
    configuration = Path(keychain.changes["XDG_CONFIG_HOME"]) / "python_keyring/keyringrc.cfg"
    configuration.parent.mkdir(parents=True)
    configuration.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    code = (
        "import sys\n"
        "from convot_inspector.keychain.apps import Apps\n"
        "from convot_inspector.keychain.data_folder import default_folder\n"
        "from convot_inspector.keychain.stores.opening import open_store\n"
        "store = open_store()\n"
        "Apps(store, default_folder()).add('Acme', sys.stdin.read())\n"
        "print(store.backend_name)"
    )
    environment = keychain.env | {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/session",
        "KEYRING_PROPERTY_SCHEME": "KeePassXC",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, input=ONE, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "keyring.backends.SecretService.Keyring"
    assert [label[-3:-1] for label, _ in keychain.items()] == ["00"]
    assert [a.name for a in Apps(open_store(), default_folder()).load()] == ["Acme"]


def test_default_folder_is_the_user_s(keychain: Keychain) -> None:
    assert default_folder() == Path(keychain.changes["XDG_DATA_HOME"]) / "Convot Inspector"


def test_the_canary_stays_in_the_keychain(
    keychain: Keychain, folder: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    canary = secrets.token_hex(32)
    apps = Apps(open_store(), folder)
    app = apps.add("Acme", canary)
    other = apps.add("Other", ONE)
    apps.change(app.id, name="Acme 2")
    shown = [repr(apps), repr(app), repr(apps.secrets(app.id)), repr(apps.secrets(other.id)), repr(vars(apps))]
    keychain.alter(1, f"{canary} is no item".encode())
    keychain.lock()
    again = Apps(open_store(), folder)
    again.load()
    for refused in (lambda: again.secrets(app.id), lambda: again.add("New", canary)):
        with pytest.raises(StoreError) as caught:
            refused()
        assert_error_clean(caught.value, canary)
    keychain.unlock()
    shown += [repr(a) for a in again.load()]
    keychain.kill()
    with pytest.raises(StoreError) as caught:
        again.add("New", canary)
    assert_error_clean(caught.value, canary)
    out, err = capfd.readouterr()
    for text in (*shown, caplog.text, out, err, *os.environ.values(), *sys.argv):
        assert_clean(text, canary)
    files = [f for f in keychain.home.rglob("*") if f.is_file()]
    assert folder / "profiles.json" in files
    for file in files:
        assert_clean(file.read_bytes().decode("latin-1"), canary)
        if folder in file.parents:
            assert str(app.fingerprint).replace("-", "").lower() not in file.read_text().lower().replace("-", "")


def test_a_previous_secret_is_added_and_never_becomes_the_current_one(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    app = apps.add("Acme", ONE)
    assert [p.fingerprint for p in apps.add_previous(app.id, TWO).previous] == [fingerprint(TWO)]
    for known, words in ((ONE, "current secret"), (TWO, "already")):
        with pytest.raises(InvalidInput, match=words):
            apps.add_previous(app.id, known)
    assert apps.secrets(app.id).previous == (TWO,)
    with pytest.raises(InvalidSecret):
        apps.add_previous(app.id, "short")
    apps.rotate(app.id, THREE)
    assert apps.secrets(app.id).previous == (ONE, TWO)
    for file in folder.iterdir():
        file.unlink()
    rebuilt = Apps(open_store(), folder)
    rebuilt.load()  # from the items alone
    secrets = rebuilt.secrets(rebuilt.apps[0].id)
    assert (secrets.current, secrets.previous) == (THREE, (ONE, TWO))
    assert len(keychain.items()) == 3


def test_rotating_forgetting_and_the_order(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    acme, other = apps.add("Acme", ONE, key=" app_acme "), apps.add("Other", TWO)
    assert acme.key == "app_acme"
    before = datetime.now(UTC)
    assert apps.rotate(acme.id, TWO).fingerprint == fingerprint(TWO)
    rotated = apps.rotate(acme.id, THREE)
    assert [p.fingerprint for p in rotated.previous] == [fingerprint(TWO), fingerprint(ONE)]
    moments = [datetime.fromisoformat(p.rotated) for p in rotated.previous]
    assert moments == sorted(moments, reverse=True)
    assert all(before - timedelta(seconds=1) < moment <= datetime.now(UTC) + timedelta(seconds=1) for moment in moments)
    assert apps.secrets(acme.id).previous == (TWO, ONE)
    assert len(keychain.items()) == 4

    with pytest.raises(InvalidInput, match="already has"):
        apps.rotate(acme.id, THREE)
    with pytest.raises(InvalidSecret):
        apps.rotate(acme.id, THREE[1:])
    back = apps.rotate(acme.id, ONE)  # a previous secret becomes current again: it is not stored twice
    assert [p.fingerprint for p in back.previous] == [fingerprint(THREE), fingerprint(TWO)]
    assert len(keychain.items()) == 4

    left = apps.forget_previous(acme.id, back.previous[0].uid)
    assert [p.fingerprint for p in left.previous] == [fingerprint(TWO)]
    with pytest.raises(KeyError):
        apps.forget_previous(acme.id, back.previous[0].uid)
    apps.move(other.id, acme.id)
    apps.move(apps.add("Last", ONE).id, None)
    apps.move(acme.id, None)
    started = Apps(open_store(), folder)
    assert [a.name for a in started.load()] == ["Other", "Last", "Acme"]
    assert started.secrets(acme.id).previous == (TWO,)
    assert len(keychain.items()) == 4
    started.remove(acme.id)
    assert len(keychain.items()) == 2


def test_keys_are_of_one_app_each(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    acme = apps.add("Acme", ONE, key="app_1")
    for key in ("app_1", "app-2", ONE):
        with pytest.raises(InvalidKey) as caught:
            apps.add("Other", TWO, key=key)
        assert_clean(str(caught.value), ONE)
    other = apps.add("Other", TWO)
    with pytest.raises(InvalidKey):
        apps.change(other.id, key="app_1")
    assert apps.change(other.id, key="app_2").key == "app_2"
    assert apps.change(acme.id, key="").key == ""
    assert [a.key for a in Apps(open_store(), folder).load()] == ["", "app_2"]
    assert len(keychain.items()) == 2


def test_pasting_a_secret_again_that_was_lost_or_damaged(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    gone, noise, other = (apps.add(name, secret) for name, secret in (("Gone", ONE), ("Noise", TWO), ("Other", THREE)))
    apps.rotate(gone.id, TWO)
    keychain.alter(3, None)
    keychain.alter(1, b"noise")
    apps = Apps(open_store(), folder)
    assert [a.problem for a in apps.load()] == ["missing", "damaged", None]
    again = apps.rotate(gone.id, TWO)
    assert (again.fingerprint, again.problem, len(again.previous)) == (fingerprint(TWO), None, 1)
    assert apps.rotate(noise.id, ONE).previous == ()
    assert apps.secrets(gone.id).previous == (ONE,)
    assert len(keychain.items()) == 4
    assert [a.problem for a in Apps(open_store(), folder).load()] == [None] * 3
    assert apps.secrets(other.id).current == THREE


def texts_in(thing: object) -> set[str]:
    """Return every text that is reachable from an object."""
    seen: dict[int, object] = {}
    left = [thing]
    while left:
        each = left.pop()
        if id(each) not in seen and not isinstance(each, (type, ModuleType, FunctionType)):
            seen[id(each)] = each
            left += gc.get_referents(each)
    return {each for each in seen.values() if isinstance(each, str)}


def test_locking_forgets_what_was_read_and_what_was_of_the_session(keychain: Keychain, folder: Path) -> None:
    apps = Apps(open_store(), folder)
    kept, passing = apps.add("Kept", ONE), apps.add("Passing", TWO, session_only=True)
    assert {ONE, TWO} & {text[-66:-2] for text in texts_in(apps)} == {TWO}  # the session's item
    assert {ONE, TWO} <= texts_in(apps)
    apps.forget()
    assert not [text for text in texts_in(apps) if ONE in text or TWO in text]
    assert [(a.fingerprint, a.problem) for a in apps.apps] == [(None, None), (None, "forgotten")]
    with pytest.raises(StoreError) as caught:
        apps.secrets(passing.id)
    assert caught.value.reason == "forgotten"
    assert apps.secrets(kept.id).current == ONE
    assert apps.rotate(passing.id, THREE).problem is None
    assert apps.secrets(passing.id).current == THREE
    assert apps.secrets(kept.id).others == {"Passing": THREE}
    assert len(keychain.items()) == 1


def test_secrets_are_read_when_they_are_needed(keychain: Keychain, folder: Path) -> None:
    writing = Apps(open_store(), folder)
    for number in range(20):
        writing.add(f"App {number}", f"{number:064x}")
    apps = Apps(open_store(), folder)
    listed = apps.list()
    assert {(a.fingerprint, a.problem) for a in listed} == {(None, None)}
    assert apps.secrets(listed[7].id).current == f"{7:064x}"
    assert [a.name for a in apps.apps if a.fingerprint] == ["App 7"]
    assert apps.read_ahead(16)
    assert sum(a.fingerprint is not None for a in apps.apps) == 17
    assert not apps.read_ahead(16)
    assert len(apps.secrets(listed[0].id).others) == 19
    keychain.lock()
    again = Apps(open_store(), folder)
    again.list()
    assert not again.read_ahead(16)  # one answer is enough for all
    keychain.unlock()
    again.retry()
    assert again.read_ahead(16)
