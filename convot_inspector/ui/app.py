"""The composition root: makes the preferences, the services and the window, and hands them down."""

from __future__ import annotations

import signal
import sys

from platformdirs import user_config_path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from convot_inspector import __version__
from convot_inspector.examples import load_examples
from convot_inspector.keychain.apps import default_folder
from convot_inspector.paths import RESOURCES
from convot_inspector.ui import theme
from convot_inspector.ui.apps_service import AppsService
from convot_inspector.ui.main_window import MainWindow
from convot_inspector.ui.preferences import Preferences


def run() -> int:
    """Open the window and stay until it is closed."""
    application = QApplication(sys.argv[:1])
    preferences = Preferences(user_config_path("Convot Inspector", appauthor=False) / "window.ini")
    set_up(application, preferences)
    window = make_window(application, preferences)
    window.show()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends it; Qt's loop would never see it
    return application.exec()


def set_up(application: QApplication, preferences: Preferences) -> None:
    """Name, icon, style and theme of the application; the theme follows the system from now on."""
    application.setApplicationName("Convot Inspector")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("convot-inspector")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app-256.png")))
    application.setStyle("Fusion")
    application.styleHints().colorSchemeChanged.connect(lambda _: theme.apply(application, preferences.theme))
    theme.apply(application, preferences.theme)


def make_window(application: QApplication, preferences: Preferences) -> MainWindow:
    """The window with its services; the keychain is opened when the window is up."""
    service = AppsService(default_folder(), application)
    window = MainWindow(service, preferences, load_examples())
    QTimer.singleShot(0, service, service.open)
    return window
