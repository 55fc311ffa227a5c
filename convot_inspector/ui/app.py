"""Composition root: creates the preferences, the services and the window."""

from __future__ import annotations

import gc
import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from convot_inspector import __version__
from convot_inspector.paths import RESOURCES
from convot_inspector.ui import languages, text_size, theme
from convot_inspector.ui.main_window import MainWindow
from convot_inspector.ui.one_instance import OneInstance, already_open
from convot_inspector.ui.preferences import Preferences

if TYPE_CHECKING:
    from convot_inspector.ui.main_view import MainView

# Seconds after which a computing thread yields to the window's thread. A few waits of Python's default 5 ms during one
# repaint take longer than a frame.
_SWITCH = 0.0005

# The modules of the window, imported in steps of a few milliseconds.
_PARTS = (
    "apps.apps_service",
    "menus",
    "widgets.widgets",
    "paste.editor",
    "paste.paste_panel",
    "top_bar",
    "verdict.verdict_panel",
    "main_view",
)

ALREADY_OPEN = 3
"""Exit status of a second window."""


def run() -> int:
    """Open the window and stay until it is closed."""
    from convot_inspector.keychain.data_folder import default_folder

    gc.disable()  # until the window is complete: its objects stay alive, so collecting would only cost time
    application = QApplication(sys.argv[:1])
    languages.load(application)
    instance = OneInstance(default_folder())
    settings = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    preferences = Preferences(Path(settings) / "Convot Inspector" / "window.ini")
    if not instance.take():
        if not instance.show_the_other():
            set_up(application, preferences)
            box = already_open()
            box.finished.connect(application.quit)
            box.open()
            application.exec()
        return ALREADY_OPEN
    set_up(application, preferences)
    window = make_window(application, preferences)
    window.show()
    instance.listen(window.come_forward)
    _load_ahead(window, list(_PARTS))
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # for Ctrl+C in a terminal, which Qt's loop would ignore
    status = application.exec()
    instance.release()
    return status


def _load_ahead(window: MainWindow, parts: list[str]) -> None:
    """Import the window's parts one event-loop step at a time, so that the window is drawn in between."""
    if parts and not window.is_on_screen:
        import_module(f"convot_inspector.ui.{parts.pop(0)}")
        QTimer.singleShot(0, window, lambda: _load_ahead(window, parts))


def set_up(application: QApplication, preferences: Preferences) -> None:
    """Set the application's name, style, thread switch interval, and the theme, which follows the system's."""
    sys.setswitchinterval(_SWITCH)
    application.setApplicationName("Convot Inspector")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("convot-inspector")
    application.setStyle("Fusion")
    _keep_no_places()
    application.styleHints().colorSchemeChanged.connect(lambda _: theme.apply(application, preferences.theme))
    text_size.apply(application, preferences.text_percent)
    theme.apply(application, preferences.theme)


def _keep_no_places() -> None:
    """Keep Qt's file dialog from saving the folders that were visited, to ``QtProject.conf`` in the user's settings."""
    if sys.platform.startswith("linux"):  # elsewhere the system's own dialog is used
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _start_collecting() -> None:
    gc.freeze()  # exclude the window's objects from every later collection, which stops all threads
    gc.enable()


def _free_what_was_dropped() -> None:
    """Free pasted text and secrets that only Python's internals still hold."""
    re.purge()  # compiled patterns made from search terms
    gc.collect()  # reference cycles left by a search; the collector would not run while the program is idle


def _give_icon(application: QApplication) -> None:
    from PySide6.QtGui import QIcon

    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app-256.png")))


def make_window(application: QApplication, preferences: Preferences) -> MainWindow:
    """Create the window. Its view and services are created, and the keychain opened, once it is on the screen."""

    def fill(window: MainWindow) -> MainView:
        from convot_inspector.ui.apps.apps_service import AppsService
        from convot_inspector.ui.main_view import MainView

        main_view = MainView(AppsService(application), preferences, window)
        main_view.completed.connect(_start_collecting)
        main_view.dropped.connect(lambda: QTimer.singleShot(0, main_view, _free_what_was_dropped))
        window.setCentralWidget(main_view)
        theme.dress(window)  # last: a style sheet would be applied again for each part that is added
        QTimer.singleShot(0, application, lambda: _give_icon(application))  # not needed for the first paint
        return main_view

    return MainWindow(fill, preferences)
