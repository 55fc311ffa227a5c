"""The replacement for the files in Shiboken's library."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from package import shiboken_support

# Wrong calls of each kind, introspection of a function, and the modules that were loaded for it.
_PROGRAM = """
import sys
from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Source(QObject):
    told = Signal(str)

application = QApplication([])
loaded = sorted(name for name in sys.modules if name.startswith("shibokensupport."))
heard = []
source = Source()
source.told.connect(heard.append)
source.told.emit("heard")
for wrong in (
    lambda: QWidget().resize("x"),
    lambda: QLabel(3, 4, 5),
    lambda: QWidget(nonsense=3),
    lambda: QTimer.singleShot(),
    lambda: QSize(1, 2, 3),
    lambda: QLabel().setText(3),
    lambda: source.told.emit(1, 2),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(heard, QWidget.resize.__doc__, QLabel.__doc__, QSize(1, 2))
print(*loaded, file=sys.stderr)
"""


def test_a_wrong_call_is_explained_as_without_it(tmp_path: Path) -> None:
    installed = Path(shiboken6.__file__).parent
    shutil.copytree(installed, tmp_path / "shiboken6", ignore=shutil.ignore_patterns("__pycache__", "*.pyi"))
    for name, source, _ in shiboken_support.compiled(tmp_path / "work"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, tmp_path / name)
    theirs, theirs_loaded = _run({})
    ours, ours_loaded = _run({"PYTHONPATH": str(tmp_path)})
    assert ours == theirs
    assert "called with wrong argument types" in ours
    assert "shibokensupport.signature.lib.pyi_generator" in theirs_loaded
    assert ours_loaded == ["shibokensupport.signature", "shibokensupport.signature.loader",
                           "shibokensupport.signature.mapping"]  # fmt: skip


def _run(changes: dict[str, str]) -> tuple[str, list[str]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **changes}
    done = subprocess.run([sys.executable, "-c", _PROGRAM], check=True, capture_output=True, text=True, env=environment)
    return done.stdout, done.stderr.split()


def test_the_files_are_the_same_each_time(tmp_path: Path) -> None:
    first, second = (shiboken_support.compiled(tmp_path / name) for name in "ab")
    assert [Path(file).read_bytes() for _, file, _ in first] == [Path(file).read_bytes() for _, file, _ in second]
    assert [name for name, _, _ in first] == [name for name, _, _ in second]


KNOWN = b"# name used in signature.cpp\ndef make_helptext(func):\n"
NEW = KNOWN + b"# name used in signature.cpp\ndef make_coffee(func):\n"


def test_the_loader_fits_this_qt_and_files_with_windows_line_ends() -> None:
    held = shiboken_support.held_files()
    assert shiboken_support.misfit(held) is None
    assert b"\r" not in held[shiboken_support.LOADER]
    assert shiboken_support.misfit({shiboken_support.LOADER: KNOWN.replace(b"\n", b"\r\n")}) is None


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({shiboken_support.LOADER: NEW}, "make_coffee"),
        ({shiboken_support.LOADER: NEW.replace(b"\n", b"\r\n")}, "make_coffee"),
        ({shiboken_support.LOADER: b"def make_helptext(func):\n"}, "does not mark"),
        ({}, "has no"),
    ],
    ids=["a new function", "a new function, CRLF", "other marks", "no loader"],
)
def test_a_shiboken_that_asks_for_more_keeps_its_own_loader(
    files: dict[str, bytes],
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(shiboken_support, "held_files", lambda: files)
    assert shiboken_support.compiled(tmp_path) == []
    assert reason in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_qt_that_has_to_be_corrected_keeps_its_own_loader(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from PySide6.support import deprecated

    monkeypatch.setattr(deprecated, "fix_for_QtCore", lambda _: None, raising=False)
    assert shiboken_support.compiled(tmp_path) == []
    assert "fix_for_QtCore" in capsys.readouterr().err
