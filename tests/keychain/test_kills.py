"""The program, or the keychain's daemon, killed at random moments against a real gnome-keyring.

20 rounds, or ``CONVOT_KILL_ROUNDS``. No acknowledged change may be lost, and after the next
start the keychain holds what the list says and nothing else.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from apps_history import files_in, put
from places import HELPERS
from worker_to_kill import secret_of

import convot_inspector
from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.stores.opening import open_store

if TYPE_CHECKING:
    from apps_history import Files
    from keychain_lab import Keychain

ROUNDS = int(os.environ.get("CONVOT_KILL_ROUNDS", "20"))
PROGRAM = HELPERS / "worker_to_kill.py"
State = dict[str, list[int]]  # app → the numbers of its secrets, the current one first


def changed(state: State, kind: str, name: str, number: int) -> State:
    """Return the state after a change."""
    after = {app: list(numbers) for app, numbers in state.items()}
    if kind == "add":
        after[name] = [number]
    elif kind == "rotate":
        after[name].insert(0, number)
    elif kind == "forget":
        after[name].remove(number)
    elif kind == "remove":
        del after[name]
    return after


def run_and_kill(keychain: Keychain, run: int, chance: random.Random) -> list[tuple[str, str, int]]:
    """Kill the worker after a random number of lines and a random time; return its output."""
    environment = keychain.env | {"PYTHONPATH": str(Path(convot_inspector.__file__).parent.parent)}
    command = [sys.executable, str(PROGRAM), str(run)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(chance.randrange(2, 24))]
        with suppress(subprocess.TimeoutExpired):  # a change takes about 50 ms, so the time is anywhere within one
            process.wait(chance.random() * 0.1)
        process.kill()
        said += process.stdout.readlines()
    lines = [line.split() for line in said if line.endswith("\n")]
    assert lines[0] == ["ready", "-", "0"]
    return [(kind, name, int(number)) for kind, name, number in lines[1:]]


def damage(keychain: Keychain, kind: int, older: list[Files], chance: random.Random) -> str:
    """Damage the index in one of five ways, or the keychain's daemon; return what was done."""
    folder = default_folder()
    if kind == 1:
        shutil.rmtree(folder)
    elif kind == 2:
        for file in folder.iterdir():
            file.write_bytes(file.read_bytes()[: chance.randrange(200)])
    elif kind == 3:
        for file in folder.iterdir():
            file.write_bytes(chance.randbytes(500))
    elif kind == 4:
        keychain.kill()
        keychain.start()
    elif kind == 5:
        put(folder, chance.choice(older), ("profiles.json",))
    return ("", *["index rebuilt"] * 3, "daemon killed", "older index put back")[kind]


def found(apps: Apps) -> State:
    numbers = {}
    for app in apps.apps:
        secrets = apps.secrets(app.id)
        numbers[app.name] = [NUMBERS[str(s)] for s in (secrets.current, *secrets.previous)]
    return numbers


NUMBERS = {secret_of(number): number for number in range((ROUNDS + 1) * 1_000)}


def check(keychain: Keychain, allowed: list[State], what: str, *, may_be_back: bool = False) -> State:
    """Start again, and assert that the state is one of those and that the keychain holds it without orphans.

    ``may_be_back``: whether an app that was removed may be listed again, without a secret; it is removed then.
    """
    apps = Apps(open_store(), default_folder())
    apps.load()
    back = [app for app in apps.apps if app.problem == "missing" and not any(app.name in state for state in allowed)]
    for app in back if may_be_back else ():
        apps.remove(app.id)
    state = found(apps)
    assert state in allowed, what
    assert len(keychain.items()) == sum(map(len, state.values())), what
    assert len({app.name for app in apps.apps}) == len(apps.apps)
    return state


@pytest.mark.slow
def test_killed_at_random_moments(keychain: Keychain) -> None:
    chance = random.Random(20_261_125)
    state: State = {}
    counts: Counter[str] = Counter()
    older: list[Files] = []
    for run in range(ROUNDS):
        before = state
        tried: State | None = None
        for kind, name, number in run_and_kill(keychain, run, chance):
            if kind.startswith("trying-"):
                tried = changed(before, kind.removeprefix("trying-"), name, number)
            else:
                before, tried = changed(before, kind, name, number), None
                counts[f"acknowledged {kind}"] += 1
        state = check(keychain, [before, *([tried] if tried is not None else [])], f"round {run}")
        if tried is not None:
            counts["killed in the middle"] += 1
            counts["of which came through"] += state == tried
        older.append(files_in(default_folder()))
        kind = damage(keychain, run % 6, older, chance)
        if kind:
            state = check(keychain, [state], f"{kind} after round {run}", may_be_back=kind == "older index put back")
            counts[kind] += 1
    print(dict(counts))  # noqa: T201 -- the figures, for whoever asks with -s
    assert counts["killed in the middle"] > ROUNDS // 4
    assert counts["index rebuilt"] > ROUNDS // 3
