"""The `.deb` on a machine with only its dependencies, from installation to removal."""

from __future__ import annotations

import re
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from bench import xwindow
from clean_root import USER, CleanRoot, may_mount
from keyboard_input import KeyboardInput
from needs import absent, needs, only_on_linux
from package import bundle
from places import ROOT

from convot_inspector import __version__
from convot_inspector.examples import load_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from keychain_lab import Keychain

pytestmark = [
    pytest.mark.packaged,
    only_on_linux("a .deb is for Linux"),
]

SECRET = load_examples().secret
EXAMPLE = load_examples().examples[0].text
COMMAND = "/usr/bin/convot-inspector"

# README's "Updating and removing" names them; other files in the home are other programs' (fontconfig, keychain).
LEFT_BEHIND = {".local/share/Convot Inspector", ".config/Convot Inspector"}


@pytest.fixture
def deb() -> Path:
    from keychain_lab import PROGRAMS  # needs packages that exist only on Linux

    needs("dpkg", "unshare", "chroot", "ldconfig", *PROGRAMS, packages="dpkg util-linux gnome-keyring dbus-daemon")
    if not may_mount():
        absent("this process may not mount anything, which a root of one's own needs: run as root")
    found = list((ROOT / "dist" / "release").glob("*.deb"))
    assert len(found) == 1, "run: python3 build/dev.py package"
    return found[0]


@pytest.fixture
def clean(deb: Path, tmp_path: Path) -> CleanRoot:
    done = subprocess.run(["dpkg-deb", "-f", deb, "Depends"], check=True, capture_output=True, text=True)
    return CleanRoot(tmp_path / "root", done.stdout)


@pytest.fixture
def their_keychain() -> Iterator[Keychain]:
    from keychain_lab import Keychain

    with closing(Keychain(user=USER)) as lab:
        yield lab


def test_installs_checks_updates_and_leaves_only_what_is_documented(
    deb: Path, clean: CleanRoot, their_keychain: Keychain
) -> None:
    before = clean.files()
    clean.dpkg("--install", str(deb))
    assert clean.dpkg("--verify", "convot-inspector") == ""

    answer = use_the_window(clean, their_keychain)
    assert "Everything is right: the visitor and the shop are verified." in answer
    assert_checks_with_the_stored_secret(clean, their_keychain)

    clean.dpkg("--install", str(deb))  # as an update does: the same files again, over the old ones
    assert_checks_with_the_stored_secret(clean, their_keychain)

    said = clean.dpkg("--purge", "convot-inspector")
    assert "What you saved with it stays" in said
    assert clean.files() == before
    own = their_keychain.home
    assert {name for name in LEFT_BEHIND if (own / name).is_dir()} == LEFT_BEHIND
    named = [
        file for file in own.rglob("*onvot*") if not any(own / name in (file, *file.parents) for name in LEFT_BEHIND)
    ]
    assert named == []
    documented = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"~/{name}" in documented for name in LEFT_BEHIND)
    written = b"".join(file.read_bytes() for file in own.rglob("*") if file.is_file())
    assert SECRET.encode() not in written


def binaries_in(program: Path) -> list[Path]:
    """Return the executable and the shared libraries in a program's folder."""
    needs("objdump", packages="binutils")
    return [program / "ConvotInspector", *(file for file in program.rglob("*.so*") if not file.is_symlink())]


def test_everything_that_its_libraries_need_is_there(deb: Path, clean: CleanRoot) -> None:
    clean.dpkg("--install", str(deb))
    inside = clean.folder / "usr/lib/convot-inspector"
    there = {file.name for place in (inside, clean.folder / "usr/lib") for file in place.rglob("*.so*")}
    missing = {str(file.relative_to(inside)): set(bundle.needed_by(str(file))) - there for file in binaries_in(inside)}
    assert {name: libraries for name, libraries in missing.items() if libraries} == {}
    assert bundle.needed_by(str(inside / "_internal/PySide6/QtGui.abi3.so"))  # proves that the check below can fail


def test_nothing_looks_for_a_library_where_it_was_built(deb: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "-x", deb, tmp_path], check=True)
    inside = tmp_path / "usr/lib/convot-inspector"
    folders = {folder for file in binaries_in(inside) for folder in bundle.searched_by(str(file))}
    assert any(folder.startswith("$ORIGIN") for folder in folders)
    assert {folder for folder in folders if not folder.startswith("$ORIGIN")} == set()


def use_the_window(clean: CleanRoot, keychain: Keychain) -> str:
    """Add an app, check a call, and close the window, by keyboard; return the answer that was copied."""
    with xwindow.virtual_display() as display, closing(xwindow.Screen(display)) as screen:
        environment = {**keychain.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        keys = KeyboardInput(environment)
        with xwindow.started(clean.command(COMMAND, shared=keychain.home), environment) as process:
            window = screen.wait_for_window(process)
            screen.wait_for_text(window, process)
            keys.focus(window)
            keys.press("ctrl+shift+a")
            dialog = screen.wait_for_window(process)
            keys.focus(dialog)
            keys.type("Demo shop")
            keys.press("Tab")
            keys.type(SECRET)
            keys.press("Return")
            screen.wait_until_gone(dialog, process)
            keys.focus(window)
            answer = keys.answer_to(EXAMPLE)
            screen.ask_to_close(window)
            out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, b"", b"")
    return answer


def assert_checks_with_the_stored_secret(clean: CleanRoot, keychain: Keychain) -> None:
    command = clean.command(COMMAND, "check", "--app", "Demo shop", "-", shared=keychain.home)
    done = subprocess.run(command, check=False, input=EXAMPLE, capture_output=True, text=True, env=keychain.env)
    assert (done.returncode, done.stderr) == (0, "")
    assert SECRET not in done.stdout


def test_says_which_version_it_is(deb: Path) -> None:
    done = subprocess.run(["dpkg-deb", "-f", deb, "Version"], check=True, capture_output=True, text=True)
    assert re.fullmatch(rf"{re.escape(__version__)}\n", done.stdout)
