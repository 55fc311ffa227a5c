"""The composition root: makes the preferences, the services and the window, and hands them down."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from convot_inspector import __version__
from convot_inspector.paths import RESOURCES
from convot_inspector.ui import languages, theme
from convot_inspector.ui.main_window import MainWindow
from convot_inspector.ui.one_instance import OneInstance, already_open
from convot_inspector.ui.preferences import Preferences

if TYPE_CHECKING:
    from convot_inspector.ui.contents import Contents

# Seconds after which a thread that computes lets the window's thread go on: Python's own 5 ms, a few times while the
# window draws something, are a frame too many.
_SWITCH = 0.0005

ALREADY_OPEN = 3
"""Exit status of a second window."""


def run() -> int:
    """Open the window and stay until it is closed."""
    from convot_inspector.keychain.place import default_folder

    application = QApplication(sys.argv[:1])
    languages.load(application)
    instance = OneInstance(default_folder())
    if not instance.take():
        box = already_open()
        box.finished.connect(application.quit)
        box.open()
        application.exec()
        return ALREADY_OPEN
    settings = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    preferences = Preferences(Path(settings) / "Convot Inspector" / "window.ini")
    set_up(application, preferences)
    window = make_window(application, preferences)
    window.show()
    _load_the_rest()  # while the system puts the window on the screen
    status = application.exec()
    instance.release()
    return status


def _load_the_rest() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends it; Qt's loop would never see it
    from convot_inspector.ui import apps_service, contents  # noqa: F401


def set_up(application: QApplication, preferences: Preferences) -> None:
    """Name, icon and style, how threads take turns, and the theme, which follows the system's from now on."""
    sys.setswitchinterval(_SWITCH)
    application.setApplicationName("Convot Inspector")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("convot-inspector")
    QTimer.singleShot(
        0, application, lambda: _give_icon(application)
    )  # after the first picture, as it is no part of it
    application.setStyle("Fusion")
    application.styleHints().colorSchemeChanged.connect(lambda _: theme.apply(application, preferences.theme))
    theme.apply(application, preferences.theme)


def _give_icon(application: QApplication) -> None:
    from PySide6.QtGui import QIcon

    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app-256.png")))


def make_window(application: QApplication, preferences: Preferences) -> MainWindow:
    """The window. It gets its contents and its services when it is on the screen, and they open the keychain then."""

    def fill(window: MainWindow) -> Contents:
        from convot_inspector.ui.apps_service import AppsService
        from convot_inspector.ui.contents import Contents

        contents = Contents(AppsService(application), preferences, window)
        window.setCentralWidget(contents)
        theme.dress(window)  # at last: a style sheet would be applied anew to each part put into the window
        return contents

    return MainWindow(fill, preferences)
