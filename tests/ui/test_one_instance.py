"""A second instance, which would overwrite the first one's changes, says that one is open, and ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import convot_inspector
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.ui.app import ALREADY_OPEN
from convot_inspector.ui.one_instance import OneInstance

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain

pytestmark = pytest.mark.slow

HOLD = """
import sys
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.ui.one_instance import OneInstance
instance = OneInstance(default_folder())
print(instance.take(), flush=True)
sys.stdin.readline()
"""


def other_program(environment: dict[str, str]) -> subprocess.Popen[str]:
    environment = environment | {"PYTHONPATH": str(Path(convot_inspector.__file__).parent.parent)}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", HOLD], env=environment, stdin=pipe, stdout=pipe, text=True)


def test_one_instance_at_a_time_and_a_killed_one_frees_the_lock(keychain: Keychain) -> None:
    with other_program(keychain.env) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"
        assert not OneInstance(default_folder()).take()
        first.kill()
    mine = OneInstance(default_folder())
    assert mine.take()
    with other_program(keychain.env) as second:
        assert second.communicate("\n")[0] == "False\n"
    mine.release()
    with other_program(keychain.env) as third:
        assert third.communicate("\n")[0] == "True\n"


@pytest.mark.parametrize(
    "left",
    [b"", b"\x00\xff", b"1\nconvot-inspector\nanother-machine\n\n\n", b"999999999\nx\n"],
    ids=["empty", "noise", "of another machine", "of nobody"],
)
def test_lock_file_that_nobody_holds_does_not_matter(left: bytes, tmp_path: Path) -> None:
    (tmp_path / "window.lock").write_bytes(left)
    instance = OneInstance(tmp_path)
    assert instance.take()
    assert not OneInstance(tmp_path).take()
    instance.release()
    assert OneInstance(tmp_path).take()


def test_last_instance_removes_its_empty_folder(tmp_path: Path) -> None:
    for kept in (False, True):
        instance = OneInstance(tmp_path / "Convot Inspector")
        assert instance.take()
        if kept:
            (tmp_path / "Convot Inspector" / "apps.json").touch()
        instance.release()
        assert (tmp_path / "Convot Inspector").exists() is kept


def test_read_only_folder_does_not_block_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert OneInstance(tmp_path / "file" / "below").take()


def program(environment: dict[str, str]) -> tuple[list[str], dict[str, str]]:
    """Return the command that opens the window, and its environment."""
    words = "import sys; from convot_inspector.cli import main; sys.argv[1:] = []; sys.exit(main())"
    more = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    path = str(Path(convot_inspector.__file__).parent.parent)
    return [sys.executable, "-c", words], environment | more | {"PYTHONPATH": path}


@pytest.mark.parametrize("list_of_apps", ["none"], indirect=True)
def test_second_instance_raises_the_first_window(keychain: Keychain, driver: AppDriver) -> None:
    first = OneInstance(default_folder())
    assert first.take()
    first.listen(driver.window.come_forward)
    driver.window.showMinimized()
    assert driver.window.isMinimized()
    command, environment = program(keychain.env)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True) as second:
        driver.qtbot.waitUntil(lambda: not driver.window.isMinimized())
        assert second.communicate() == ("", "")  # without a window of its own
    assert second.returncode == ALREADY_OPEN
    assert driver.window.isActiveWindow()
    first.release()
    assert not default_folder().exists()


def test_second_instance_reports_the_first_and_changes_nothing(keychain: Keychain, driver: AppDriver) -> None:
    driver.add_app("Acme", "0" * 64)
    driver.window.close()
    before = {file: file.read_bytes() for file in default_folder().iterdir() if file.suffix != ".lock"}
    command, environment = program(keychain.env)
    mine = OneInstance(default_folder())
    assert mine.take()
    closing = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton
import convot_inspector.ui.app as app
made = app.already_open
def seen():
    box = made()
    print(*(label.text() for label in box.findChildren(QLabel)), bool(box.styleSheet()), flush=True)
    QTimer.singleShot(0, lambda: next(b for b in box.findChildren(QPushButton) if b.text() == "OK").click())
    return box
app.already_open = seen
{command[-1]}
"""
    done = subprocess.run([sys.executable, "-c", closing], env=environment, capture_output=True, text=True, timeout=30)
    mine.release()
    assert done.returncode == ALREADY_OPEN
    assert "already open" in done.stdout
    assert done.stdout.endswith("True\n")  # it has the window's look
    assert "Traceback" not in done.stderr
    assert {file: file.read_bytes() for file in before} == before
