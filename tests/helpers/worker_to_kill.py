"""Changes apps without end, and prints each completed change. `test_kills` runs and kills it.

Argument: the run's unique number. Each line of output is one completed change: its kind, the app's name,
and the secret's number. Secrets are computed from numbers, so none stands in the output.
"""

from __future__ import annotations

import hashlib
import random
import sys

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.stores.opening import open_store

_MOST_APPS = 8


def secret_of(number: int) -> str:
    return hashlib.sha256(f"to be killed {number}".encode()).hexdigest()


def say(kind: str, name: str, number: int) -> None:
    sys.stdout.write(f"{kind} {name} {number}\n")
    sys.stdout.flush()


def work(run: int) -> None:
    chance = random.Random(run)
    apps = Apps(open_store(), default_folder())
    apps.load()
    numbers = {secret_of(number): number for number in range((run + 1) * 1_000)}
    say("ready", "-", 0)
    for count in range(run * 1_000, (run + 1) * 1_000):
        there = apps.apps
        kind = chance.choice(("add", "rotate", "rotate", "forget", "remove"))
        if not there or (kind == "add" and len(there) < _MOST_APPS):
            say("trying-add", f"app{count}", count)
            apps.add(f"app{count}", secret_of(count))
            say("add", f"app{count}", count)
            continue
        app = chance.choice(there)
        if kind == "rotate" and len(app.previous) < 4:
            say("trying-rotate", app.name, count)
            apps.rotate(app.id, secret_of(count))
            say("rotate", app.name, count)
        elif kind == "forget" and app.previous:
            last = numbers[apps.secrets(app.id).previous[-1]]
            say("trying-forget", app.name, last)
            apps.forget_previous(app.id, app.previous[-1].uid)
            say("forget", app.name, last)
        elif kind == "remove" or len(there) >= _MOST_APPS:
            say("trying-remove", app.name, 0)
            apps.remove(app.id)
            say("remove", app.name, 0)


if __name__ == "__main__":
    work(int(sys.argv[1]))
