"""Qt is used under the LGPL: users can replace it as the licence notice says."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest
from bench import xwindow
from needs import needs, only_on_linux
from packaged_programs import FOLDER

if TYPE_CHECKING:
    from keychain_lab import Keychain

pytestmark = [pytest.mark.packaged, only_on_linux("needs a Linux display")]


def test_another_qt_can_be_put_in(keychain: Keychain, tmp_path: Path) -> None:
    """The other Qt is that of the wheels with a mark in each file: different files of the same version."""
    needs("objcopy", packages="binutils")
    program = tmp_path / "exchanged"
    shutil.copytree(FOLDER, program, symlinks=True)
    wheels, inside = Path(PySide6.__file__).parent.parent, program / "_internal"
    mark = tmp_path / "mark"
    mark.write_text("another one")
    files = [file for part in ("PySide6", "shiboken6") for file in inside.glob(f"{part}/**/*.so*")]
    for file in (file for file in files if not file.is_symlink()):
        other = wheels / file.relative_to(inside)
        subprocess.run(["objcopy", f"--add-section=.mark={mark}", other, file], check=True)
    shutil.rmtree(inside / "shiboken6" / "files.dir", ignore_errors=True)
    command = str(program / FOLDER.name)
    assert subprocess.run([command, "--version"], check=False, capture_output=True).returncode == 0
    with xwindow.virtual_display() as display, closing(xwindow.Screen(display)) as screen:
        environment = {**keychain.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with xwindow.started([command], environment) as process:
            window = screen.wait_for_window(process)
            screen.ask_to_close(window)
            _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, b"")
