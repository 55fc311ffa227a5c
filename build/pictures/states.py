"""The states that `screenshots.py` takes pictures of: examples, texts, and a made-up list of apps."""

from __future__ import annotations

import hashlib

from PySide6.QtGui import QGuiApplication

from convot_inspector.examples import load_examples
from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.stores.opening import open_store

EXAMPLES = {
    "verified": "Everything right: external_id and shop",
    "wrong-field": "The server signed the email, but external_id is sent",
    "two-mistakes": "Two mistakes: echo without -n, and base64",
    "unexplained": "A hash that nothing explains",
    "missing": "No user_hash",
    "shop-unsigned": "The shop is not signed",
    "template": "A template that was not filled in",
    "exposed": "Computed in the browser, where everyone sees the secret",
    "remark": "Curly quotes from a word processor",
    "wrong-field-opened": "The server signed the email, but external_id is sent",
    "two-mistakes-opened": "Two mistakes: echo without -n, and base64",
}
"""The titles of examples by the pictures' names."""


def states() -> dict[str, tuple[str, str]]:
    """Return what to show by the picture's name: the title of an example, or a text."""
    several = "\n".join(example.text for example in load_examples().examples[:6])
    return {
        "empty": ("", ""),
        **{name: (title, "") for name, title in EXAMPLES.items()},
        "no-secret": ("", several.replace("example.com", "shop.test").replace("johns-store", "acme")),
        "several": ("", several),
        "prose": ("", "Hello, our chat shows anonymous visitors. Can you help?"),
        "cut-off": ("", 'Convot.identify({\n  email: "john@exam'),
    }


def add_apps() -> None:
    """Fill the list of apps as if it had been used for a while, unless it already is."""
    apps = Apps(open_store(), default_folder())
    if apps.list():
        return
    for number, name in enumerate(("Acme, production", "Acme, staging", "Båtsman & Söner", "Northwind", "Zeta shop")):
        key = f"app_{hashlib.sha256(name.encode()).hexdigest()[:12]}" if number < 3 else ""
        apps.add(name, hashlib.sha256(f"secret {number}".encode()).hexdigest(), key=key)
    for turn in range(2):
        apps.rotate(apps.apps[0].id, hashlib.sha256(f"rotated {turn}".encode()).hexdigest())


def add_table() -> None:
    """Copy a table of apps for the import to the clipboard; some of its lines are wrong."""
    table = "Name\tSecret\tApp key\n" + "".join(
        f"Shop {n}\t{hashlib.sha256(bytes([n])).hexdigest()[: 64 - n // 3]}\tapp_{n}shop\n" for n in range(1, 5)
    )
    QGuiApplication.clipboard().setText(f"{table}Acme, staging\t{'0' * 64}\n")
