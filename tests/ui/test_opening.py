"""The empty window is shown first; what is loaded later never blocks it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from convot_inspector.paths import RESOURCES
from convot_inspector.ui.app import make_window, set_up
from convot_inspector.ui.main_window import MainWindow
from convot_inspector.ui.paste.editor import Editor
from convot_inspector.ui.preferences import Preferences
from convot_inspector.ui.theme import DARK

if TYPE_CHECKING:
    from pathlib import Path

    from keychain_lab import Keychain
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from convot_inspector.ui.main_view import MainView

_TO_THE_FIRST_PICTURE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from convot_inspector.ui import app
from convot_inspector.ui.preferences import Preferences

application = QApplication([])
preferences = Preferences(Path(sys.argv[1]))
app.set_up(application, preferences)
window = app.make_window(application, preferences)
window.show()
print(*sys.modules)
for part in app._PARTS:
    app._load_ahead(window, [part])
print(*sys.modules)
"""


def opened(qapp: QApplication, folder: Path) -> MainWindow:
    """Return a window that has drawn its first picture."""
    preferences = Preferences(folder / "window.ini")
    preferences.theme = "dark"
    set_up(qapp, preferences)
    window = make_window(qapp, preferences)
    window.show()
    return window


def test_first_frame_is_empty_and_has_the_background_colour(
    qtbot: QtBot, qapp: QApplication, keychain: Keychain, tmp_path: Path
) -> None:
    assert keychain.home.is_dir()
    window = opened(qapp, tmp_path)
    picture = window.grab().toImage()
    corners = [(2, 2), (picture.width() - 2, 2), (2, picture.height() - 2), (400, 300)]
    assert {picture.pixelColor(x, y).name() for x, y in corners} == {DARK.background}
    assert window.main_view is None
    qtbot.waitUntil(lambda: window.main_view is not None and window.main_view.service.loaded)
    main_view = window.main_view
    assert main_view is not None
    assert main_view.isVisible()
    assert isinstance(window.focusWidget(), Editor)
    assert main_view.width() == window.width()
    assert [action.text() for action in window.menuBar().actions()] == ["&File", "&Edit", "&Apps", "&View", "&Help"]
    window.close()
    assert main_view.wait_for_threads(20.0)
    main_view.service.deleteLater()
    window.deleteLater()


def test_window_closed_before_it_is_filled_stays_empty(qapp: QApplication, tmp_path: Path) -> None:
    window = opened(qapp, tmp_path)
    window.resize(700, 500)
    window.grab()
    window.close()
    qapp.processEvents()  # events that the first picture posted
    assert window.main_view is None
    assert not window.findChildren(QWidget)
    window.deleteLater()
    again = make_window(qapp, Preferences(tmp_path / "window.ini"))
    assert (again.width(), again.height()) == (700, 500)
    again.deleteLater()


def test_window_that_fails_to_open_shows_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    def fail(_: MainWindow) -> MainView:
        raise FileNotFoundError("/secret/place/style.qss")

    window = MainWindow(fail, Preferences(tmp_path / "window.ini"))
    with qtbot.captureExceptions() as faults:
        window.show()
        qtbot.waitUntil(lambda: bool(window.findChildren(QLabel)))
    (words,) = (each.text() for each in window.findChildren(QLabel) if each.isVisible())
    assert "is damaged or missing" in words
    assert "are unchanged" in words
    assert "Install it again" in words
    assert "secret/place" not in words
    assert [kind for kind, _, _ in faults] == [FileNotFoundError]
    window.close()
    window.deleteLater()


def test_first_frame_loads_only_what_it_needs(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(RESOURCES.parent)}
    command = [sys.executable, "-c", _TO_THE_FIRST_PICTURE, str(tmp_path / "window.ini")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    first, both = (set(modules.split()) for modules in done.stdout.splitlines())
    late = {"keyring", "secretstorage", "jeepney", "cryptography", "tree_sitter", "hashlib", "dataclasses", "json"}
    assert both & late == set()
    assert {name for name in both if name.startswith(("convot_inspector.core.", "convot_inspector.keychain."))} == {
        "convot_inspector.core.language", "convot_inspector.core.shown",
    }  # fmt: skip
    ours = {name.removeprefix("convot_inspector.") for name in first if name.startswith("convot_inspector.ui.")}
    assert ours == {
        "ui.app", "ui.languages", "ui.main_window", "ui.one_instance", "ui.preferences", "ui.screen", "ui.text_size",
        "ui.theme",
    }  # fmt: skip
    assert "convot_inspector.ui.main_view" in both
