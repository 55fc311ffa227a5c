"""Program: tour the window and every dialog on this screen; prints what does not fit, or cannot be reached.

Its screen comes from the platform's configuration: see ``tests/ui/test_small_screens.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app_driver import AppDriver
from fonts import use_font
from patient_bot import PatientBot
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qt_compat import qt_api
from window_tour import TOURS, Tour

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QWidget


def faults(shown: QWidget) -> list[str]:
    """Return whether a window is larger than the screen, and its buttons that are outside of it."""
    room, size = shown.screen().availableGeometry(), shown.frameGeometry()
    found = []
    if not room.contains(size):
        found.append(f"{shown.windowTitle()!r} is at {size.getRect()} of {room.getRect()}")
    for button in shown.findChildren(QAbstractButton):
        if button.isVisible() and button.window() is shown and not button.rect().isEmpty() and not scrolls(button):
            place = button.rect().translated(button.mapTo(shown, QPoint(0, 0)))
            if not shown.rect().contains(place) or covered(button):
                found.append(f"{button.text()!r} is at {place.getRect()} of {shown.rect().getRect()}")
    return found


def scrolls(widget: QWidget) -> bool:
    """Return whether a widget is inside a scroll area, whose content can be scrolled to it."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def covered(button: QAbstractButton) -> bool:
    """Return whether a part of a button is cut off by a part of the window around it."""
    return button.visibleRegion().boundingRect().height() < button.height() - 2


def write(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(folder: Path) -> None:
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]  # pytest-qt's own
    application = QApplication([])
    use_font(application, "DejaVu Sans")
    write(f"screen {application.primaryScreen().size().toTuple()}")
    bot = PatientBot(cast("pytest.FixtureRequest", None))  # its request is only used for widgets that it closes
    for name, tour in TOURS.items():
        driver = AppDriver(bot, application, folder / name)

        def look(state: str, *_: str) -> None:
            def all_faults() -> list[str]:
                return [fault for top in application.topLevelWidgets() if top.isVisible() for fault in faults(top)]

            try:
                bot.waitUntil(lambda: not all_faults(), timeout=10_000)  # layouts may be pending
            except bot.TimeoutError:
                write(f"{state}: " + "; ".join(all_faults()))

        tour(Tour(driver, str, look))
        driver.close()
    write("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
