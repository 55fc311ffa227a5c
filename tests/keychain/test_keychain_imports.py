from __future__ import annotations

import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import convot_inspector.keychain
from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.item import Item, new_item, parse_item

MODULES = [m.name for m in pkgutil.walk_packages(convot_inspector.keychain.__path__, "convot_inspector.keychain.")]


def test_importing_loads_neither_keyring_nor_qt() -> None:
    code = f"import sys, {', '.join(MODULES)}\nprint(*{{m.partition('.')[0] for m in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "convot_inspector" in loaded
    assert not loaded & {"keyring", "secretstorage", "jeepney", "PySide6", "cryptography"}


def test_without_a_session_bus_nothing_is_loaded_to_find_no_keychain() -> None:
    code = "import sys\nfrom convot_inspector.keychain.stores.opening import open_store\n"
    code += "print(open_store('linux').reason, *sys.modules)"
    environment = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    reason, *loaded = done.stdout.split()
    assert reason == "absent"
    assert not {name.partition(".")[0] for name in loaded} & {"keyring", "secretstorage", "jeepney", "cryptography"}


def test_only_the_store_names_keyring() -> None:
    (folder,) = convot_inspector.keychain.__path__
    naming = [
        f.name for f in Path(folder).rglob("*.py") if re.search(r"^\s*(from|import) keyring", f.read_text(), re.M)
    ]
    assert naming == ["opening.py"]


def test_fingerprint() -> None:
    secret = "0123456789abcdef" * 4
    assert re.fullmatch("[0-9A-F]{4}-[0-9A-F]{4}", fingerprint(secret))
    assert fingerprint(secret) == fingerprint(secret)
    assert fingerprint(secret) != fingerprint(secret.upper())


def test_an_item_s_size_suits_windows() -> None:
    item = new_item("\U0001f511" * 100, "0123456789abcdef" * 4)
    assert len(item.to_text().encode("utf-16-le")) // 2 < 1000
    assert parse_item(item.to_text()) == item
    assert "0123456789" not in repr(item)


def test_invalid_items_are_rejected() -> None:
    good = new_item("Acme", "0123456789abcdef" * 4).to_text()
    bad = [good[:-1], good.replace('"v":1', '"v":2'), good.replace("Acme", ""), good.replace("89ab", "zzzz"), "[]", "7"]
    assert [parse_item(b) for b in bad] == [None, None, Item(*_parts(bad[2])), None, None, None]
    assert parse_item(good.replace('"Acme"', "[]")) is None


def _parts(text: str) -> tuple[str, str, str, str]:
    item = parse_item(text)
    assert item is not None
    return item.uid, item.app, item.created, item.secret
