"""Random changes of the list of apps, with the list that they must give, kept without the program's code."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from pathlib import Path

    from convot_inspector.keychain.apps import Apps

Files = dict[str, bytes]
"""The content of the data folder by file name."""


@dataclass
class Expected:
    """An app: its name, its key, and its secrets, the current one first."""

    name: str
    key: str
    secrets: list[str]


def secret_of(number: int) -> str:
    return hashlib.sha256(f"of the history {number}".encode()).hexdigest()


@dataclass
class History:
    """``apps``: what was acknowledged, by app id. ``removed``: ids of apps that were removed."""

    seed: int
    apps: dict[str, Expected] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    count: int = 0

    def change(self, apps: Apps, chance: random.Random) -> None:
        """Make one random change, and remember it when it was acknowledged."""
        self.count += 1
        number = self.seed * 10_000 + self.count
        kinds = ("add", "add", "rotate", "rotate", "back", "older", "forget", "remove", "rename", "key", "move", "swap")
        kind = chance.choice(kinds) if len(self.apps) > 2 else "add"
        app_id = chance.choice(sorted(self.apps)) if self.apps else ""
        app = self.apps.get(app_id)
        if kind == "add" or app is None:
            added = apps.add(f"App {number}", secret_of(number), key=f"app_{number}" if number % 2 else "")
            self.apps[added.id] = Expected(added.name, added.key, [secret_of(number)])
        elif kind == "rotate":
            apps.rotate(app_id, secret_of(number))
            app.secrets.insert(0, secret_of(number))
        elif kind == "back" and len(app.secrets) > 1:
            secret = app.secrets.pop(chance.randrange(1, len(app.secrets)))
            apps.rotate(app_id, secret)
            app.secrets.insert(0, secret)
        elif kind == "older":
            apps.add_previous(app_id, secret_of(number))
            app.secrets.append(secret_of(number))
        elif kind == "forget" and len(app.secrets) > 1:
            at = chance.randrange(1, len(app.secrets))
            apps.secrets(app_id)
            listed = next(each for each in apps.apps if each.id == app_id)
            apps.forget_previous(app_id, listed.previous[at - 1].uid)
            del app.secrets[at]
        elif kind == "remove":
            apps.remove(app_id)
            del self.apps[app_id]
            self.removed.add(app_id)
        elif kind == "rename":
            apps.change(app_id, name=f"App {number}")
            app.name = f"App {number}"
        elif kind == "key":
            apps.change(app_id, key=f"app_{number}")
            app.key = f"app_{number}"
        elif kind == "move":
            apps.move(app_id, chance.choice(sorted(self.apps)))
        elif kind == "swap":  # the user had exchanged two names
            other_id = chance.choice(sorted(self.apps))
            if other_id != app_id:
                other = self.apps[other_id]
                apps.change(app_id, name=f"For a moment {number}")
                apps.change(other_id, name=app.name)
                apps.change(app_id, name=other.name)
                app.name, other.name = other.name, app.name

    def to_text(self) -> str:
        """Return what happened, with the secrets' numbers instead of them."""
        numbers = {secret_of(number): number for number in range(self.seed * 10_000, self.seed * 10_000 + 10_000)}
        apps = {id_: [app.name, app.key, *(numbers[s] for s in app.secrets)] for id_, app in self.apps.items()}
        return json.dumps([self.seed, self.count, sorted(self.removed), apps])

    @classmethod
    def from_text(cls, text: str) -> History:
        """Return the history from the text."""
        seed, count, removed, apps = json.loads(text)
        expected = {
            id_: Expected(name, key, [secret_of(number) for number in numbers])
            for id_, (name, key, *numbers) in apps.items()
        }
        return cls(seed, expected, set(removed), count)

    def differences(self, apps: Apps) -> dict[str, list[str]]:
        """Return the ids of apps that are lost, wrong, unlisted or back, by these words, after a start."""
        listed = {app.id: app for app in apps.apps}
        found: dict[str, list[str]] = {}
        for app_id, expected in self.apps.items():
            app = listed.get(app_id)
            if app is None:
                found.setdefault("unlisted", []).append(app_id)
            elif app.problem is not None:
                found.setdefault("lost", []).append(app_id)
            else:
                held = apps.secrets(app_id)
                if [str(held.current), *held.previous] != expected.secrets:
                    found.setdefault("wrong secrets", []).append(app_id)
                if (app.name, app.key) != (expected.name, expected.key):
                    found.setdefault("wrong name", []).append(app_id)
        for app_id in listed.keys() - self.apps.keys():
            app = listed[app_id]
            is_empty = app.problem == "missing" and not any(previous.fingerprint for previous in app.previous)
            kind = "removed and back without a secret" if app_id in self.removed and is_empty else "of nobody"
            found.setdefault(kind, []).append(app_id)
        return found


def files_in(folder: Path) -> Files:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}


def put(folder: Path, files: Files, names: Sequence[str] = ()) -> None:
    """Put files into the folder in place of all others, or only those with these names in place of theirs."""
    for file in folder.iterdir():
        if not names or file.name in names:
            file.unlink()
    for name, content in files.items():
        if not names or name in names:
            (folder / name).write_bytes(content)
