"""An index that is valid and wrong, against a real gnome-keyring: the keychain is right.

Each test counts apps that are lost, wrong, unlisted, or of nobody. ``CONVOT_INDEX_ROUNDS`` multiplies the rounds:
100 gives 2,000 damaged and 200 older indexes.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from apps_history import History, files_in, put, secret_of
from places import HELPERS

import convot_inspector
from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.index.serialization import checksum
from convot_inspector.keychain.stores.opening import open_store

if TYPE_CHECKING:
    from apps_history import Files
    from keychain_lab import Keychain

    from convot_inspector.keychain.stores.secret_store import SecretStore

pytestmark = pytest.mark.slow

ROUNDS = int(os.environ.get("CONVOT_INDEX_ROUNDS", "1"))
INDEX, BACKUP = "profiles.json", "profiles.json.bak"
BACK = "removed and back without a secret"


def started(store: SecretStore) -> Apps:
    apps = Apps(store, default_folder())
    apps.load()
    return apps


def assert_right(keychain: Keychain, history: History, apps: Apps, *, back: bool = False) -> Counter[str]:
    """Assert that nothing is lost, wrong or unlisted, and that the keychain holds what is listed and nothing else.

    ``back``: whether apps that were removed may be listed again, without a secret.
    """
    differences = history.differences(apps)
    counts = Counter({kind: len(ids) for kind, ids in differences.items()})
    assert not {kind for kind in counts if not (back and kind == BACK)}, differences
    assert len(keychain.items()) == sum(len(app.secrets) for app in history.apps.values())
    return counts


def made(store: SecretStore, seed: int, changes: int) -> tuple[History, list[Files]]:
    """Return a history of changes, and the files after each."""
    history, chance = History(seed), random.Random(seed)
    apps = started(store)
    files = []
    for _ in range(changes):
        history.change(apps, chance)
        files.append(files_in(default_folder()))
    return history, files


def test_an_older_index_that_is_put_back_is_completed(keychain: Keychain) -> None:
    store, chance, counts = open_store(), random.Random(1), Counter[str]()
    for seed in range(ROUNDS):
        history, files = made(store, seed, 12)
        present = files[-1]
        for _ in range(2):
            older = chance.choice(files[:-1])
            alone = chance.random() < 0.5
            put(default_folder(), older, (INDEX,) if alone else ())
            before_repair = Apps(store, default_folder())
            before_repair.load(repair=False)  # as the command line: in memory only
            assert not history.differences(before_repair).keys() - {BACK}
            assert files_in(default_folder()).items() >= {(INDEX, older[INDEX])}
            counts += assert_right(keychain, history, started(store), back=not alone)
            again = started(store)
            assert (again.condition, again.recovered) == ("sound", 0)
            put(default_folder(), present)
            counts["older indexes"] += 1
        started(store).remove_everything()
    print(dict(counts))  # noqa: T201 -- the figures, for whoever asks with -s


def test_a_flipped_bit_is_noticed(keychain: Keychain) -> None:
    store, chance, counts = open_store(), random.Random(2), Counter[str]()
    for seed in range(ROUNDS):
        history, files = made(store, seed, 8)
        for _ in range(20):
            name = chance.choice((INDEX, INDEX, BACKUP))
            content = bytearray(files[-1][name])
            for _ in range(chance.choice((1, 1, 1, 2, 20))):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            put(default_folder(), files[-1] | {name: bytes(content)})
            apps = started(store)
            assert_right(keychain, history, apps)
            counts[f"{name}: {apps.condition}"] += 1
        put(default_folder(), files[-1])
        started(store).remove_everything()
    print(dict(counts))  # noqa: T201
    assert not {kind for kind in counts if "newer" in kind}


def exchanged(content: bytes, part: str, *, checksum_too: bool) -> bytes:
    """Return an index with the names, ids or uids of its first two apps exchanged by hand."""
    data = json.loads(content)
    one, two = data["apps"][:2]
    slots = list(data["slots"].values())
    if part in ("name", "id"):
        one[part], two[part] = two[part], one[part]
    elif part == "app":
        for slot in slots:
            slot["app"] = {one["id"]: two["id"], two["id"]: one["id"]}.get(slot["app"], slot["app"])
    elif part == "number":
        numbers = list(data["slots"])
        data["slots"] = dict(zip(numbers, [*slots[1:], slots[0]], strict=True))
    elif part == "uid":
        slots[0][part], slots[-1][part] = slots[-1][part], slots[0][part]
    else:
        for slot in slots:
            slot["role"] = {"current": "previous", "previous": "current"}[slot["role"]]
    if checksum_too:
        del data["checksum"]
        data["checksum"] = checksum(data)
    return json.dumps(data).encode()


def of_early_version(content: bytes) -> bytes:
    data = json.loads(content)
    del data["checksum"], data["generation"]
    for entry in data["apps"]:
        del entry["changed"]
    return json.dumps(data | {"schema": 2}).encode()


@pytest.mark.parametrize("part", ["name", "id", "app", "uid", "number", "role"])
def test_what_is_exchanged_by_hand_is_put_right(part: str, keychain: Keychain) -> None:
    store = open_store()
    history, files = made(store, 3, 12)
    index = files[-1][INDEX]
    as_it_was, anew = (exchanged(index, part, checksum_too=too) for too in (False, True))
    assert json.loads(anew)["checksum"] != json.loads(index)["checksum"]
    for wrong in (as_it_was, of_early_version(anew), anew):
        put(default_folder(), {INDEX: wrong, BACKUP: wrong})
        apps = started(store)
        if wrong == anew and part in ("name", "id"):
            # Who computes the checksum can also rename apps: the secrets stay with the ids that the items have.
            assert not history.differences(apps).keys() - {"wrong name"}
        else:
            assert_right(keychain, history, apps)


def test_an_index_of_an_early_version_is_taken_over_without_loss(keychain: Keychain) -> None:
    store = open_store()
    history, files = made(store, 5, 12)
    put(default_folder(), {name: of_early_version(content) for name, content in files[-1].items()})
    order = [entry["id"] for entry in json.loads(files[-1][INDEX])["apps"]]
    apps = started(store)
    assert (apps.condition, apps.recovered) == ("sound", 0)
    assert [app.id for app in apps.apps] == order
    assert_right(keychain, history, apps)
    history.change(apps, random.Random(1))
    assert_right(keychain, history, started(store))


def test_processes_that_write_at_once_lose_nothing(keychain: Keychain) -> None:
    counts: Counter[str] = Counter()
    environment = keychain.env | {"PYTHONPATH": str(Path(convot_inspector.__file__).parent.parent)}
    for round_ in range(max(1, ROUNDS // 5)):
        processes = [
            subprocess.Popen(
                [sys.executable, str(HELPERS / "worker_beside.py"), str(round_ * 3 + who), "8"],
                env=environment, stdout=subprocess.PIPE, text=True,
            )
            for who in range(3)
        ]  # fmt: skip
        history = History(0)
        for process in processes:
            out, _ = process.communicate()
            assert process.returncode == 0
            one = History.from_text(out)
            history.apps |= one.apps
            history.removed |= one.removed
            counts["changes"] += one.count
        assert len({app.name for app in history.apps.values()}) == len(history.apps)
        apps = Apps(open_store(), default_folder())
        apps.list()
        assert apps.condition == "sound"
        assert {app.id for app in apps.apps} == history.apps.keys()  # before the keychain is asked
        apps.load()
        assert apps.recovered == 0
        assert_right(keychain, history, apps)
        counts["rounds"] += 1
        apps.remove_everything()
    print(dict(counts))  # noqa: T201


def test_a_process_sees_what_another_one_changed(keychain: Keychain) -> None:
    one, two = started(open_store()), started(open_store())
    acme = one.add("Acme", secret_of(1))
    assert two.add("Other", secret_of(2)).name == "Other"
    two.rotate(acme.id, secret_of(3))
    two.forget_previous(acme.id, next(a for a in two.apps if a.id == acme.id).previous[0].uid)
    assert one.secrets(acme.id).current == secret_of(3)
    two.remove(acme.id)
    with pytest.raises(KeyError):
        one.rotate(acme.id, secret_of(4))
    assert [app.name for app in one.apps] == ["Other"]
    assert len(keychain.items()) == 1


def test_an_index_that_is_put_back_while_the_program_runs_is_not_believed(keychain: Keychain) -> None:
    store = open_store()
    history, files = made(store, 7, 8)
    apps = started(store)
    put(default_folder(), files[2])
    history.change(apps, random.Random(1))
    assert_right(keychain, history, apps)
    put(default_folder(), {INDEX: b"noise"})
    assert_right(keychain, history, apps)
    history.change(apps, random.Random(2))
    assert_right(keychain, history, apps)
    assert_right(keychain, history, started(store))


@pytest.mark.parametrize("noise", [b"noise", b"", b"{}"])
def test_an_item_that_was_damaged_before_it_was_confirmed_does_not_stay_unlisted(
    noise: bytes, keychain: Keychain
) -> None:
    store = open_store()
    apps = started(store)
    kept = apps.add("Kept", secret_of(1))
    new = apps.add("New", secret_of(2))
    apps.rotate(kept.id, secret_of(3))
    data = json.loads((default_folder() / INDEX).read_text())
    for number in ("1", "2"):  # as if the program had been killed after it wrote the items
        data["slots"][number]["state"] = "pending"
        keychain.alter(int(number), noise)
    data["slots"]["0"] |= {"role": "current", "rotated": ""}
    del data["checksum"]
    put(default_folder(), {INDEX: json.dumps(data | {"checksum": checksum(data)}).encode()})
    apps = started(store)
    assert {(app.id, app.problem) for app in apps.apps} == {(kept.id, None), (new.id, "damaged")}
    assert apps.secrets(kept.id).current == secret_of(1)
    assert '"pending"' not in (default_folder() / INDEX).read_text()
    assert apps.rotate(new.id, secret_of(2)).problem is None
    assert len(keychain.items()) == 2
