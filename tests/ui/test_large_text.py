"""Nothing is cut off in a window of 900 × 600: with usual and with twice the text size, in narrow and in wide fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fonts import FONTS, use_font
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from window_tour import TOURS, Tour

from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import ElidingButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app_driver import AppDriver

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("few_numbers")]

SMALL = (900, 600)


@pytest.fixture(
    params=[(family, percent) for percent in (100, 200) for family in FONTS], ids=lambda p: f"{p[0]} {p[1]}"
)
def font(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """Use one of the fonts for all text; return its name."""
    usual = qapp.font()
    family, percent = request.param
    use_font(qapp, family, percent)
    yield family
    qapp.setFont(usual)


def cut_off(shown: QWidget) -> list[str]:
    """Return the texts that are cut off. Elided texts are in full in the tool tip and the accessible name."""
    found = []
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not shown or isinstance(widget.parent(), QLineEdit):
            continue
        room, needed = widget.size(), widget.sizeHint()
        if isinstance(widget, QTabBar):
            fits = all(fits_in_tab(widget, tab) for tab in range(widget.count()))
        elif isinstance(widget, ValueLabel | ValueButton):
            fits = room.height() >= widget.heightForWidth(room.width()) - 2
        elif isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.minimumSizeHint()  # the longest word
            needed.setHeight(widget.heightForWidth(room.width()))
            fits = room.height() >= needed.height() and room.width() >= needed.width()
        elif isinstance(widget, QLineEdit):
            needed.setWidth(widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 12)
            is_said = widget.toolTip() == widget.placeholderText()
            fits = (is_said or room.width() >= needed.width()) and room.height() >= needed.height()
        elif isinstance(widget, QLabel) or (
            isinstance(widget, QAbstractButton) and not isinstance(widget, ElidingButton)
        ):
            fits = room.width() >= needed.width() and room.height() >= needed.height()
        else:
            continue
        if not fits or sticks_out(widget):
            text = getattr(widget, "text", str)()
            found.append(f"{type(widget).__name__} {text[:60]!r}: {room.toTuple()} of {needed.toTuple()}")
    return found


def fits_in_tab(bar: QTabBar, tab: int) -> bool:
    lines, area, metrics = bar.tabText(tab).split("\n"), bar.tabRect(tab), bar.fontMetrics()
    is_wide = all(metrics.horizontalAdvance(line) <= area.width() for line in lines)
    return is_wide and len(lines) * metrics.height() <= area.height() <= bar.height()


def sticks_out(widget: QWidget) -> bool:
    """Return whether a widget exceeds the window, or the width of a vertical scroll area."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above.parentWidget(), QScrollArea) and not above.isWindow():
        above = above.parentWidget()
    assert above is not None
    at = widget.mapTo(above, QPoint(0, 0))
    is_below = above.isWindow() and at.y() + widget.height() > above.height()
    return is_below or at.x() < 0 or at.x() + widget.width() > above.width() + 1


def windows() -> list[QWidget]:
    """Return the main window, and every open dialog and list."""
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def too_large(shown: QWidget) -> list[str]:
    """Return whether a window needs more space than there is."""
    if isinstance(shown, QDialog):
        shown.resize(min(shown.width(), SMALL[0]), min(shown.height(), SMALL[1]))
    fits = shown.width() <= SMALL[0] and shown.height() <= SMALL[1]
    return [] if fits else [f"{type(shown).__name__} {shown.windowTitle()!r} takes {shown.size().toTuple()}"]


@pytest.mark.parametrize("tour", TOURS)
def test_nothing_is_cut_off(font: str, driver_without_keychain: AppDriver, tour: str) -> None:
    driver = driver_without_keychain
    driver.window.resize(*SMALL)
    assert QFontInfo(QApplication.font()).family() == font
    problems: dict[str, list[str]] = {}

    def look(state: str, *_: str) -> None:
        def faults() -> list[str]:
            return [fault for shown in windows() for fault in (*too_large(shown), *cut_off(shown))]

        try:
            driver.qtbot.waitUntil(lambda: not faults(), timeout=10_000)  # layouts may be pending
        except driver.qtbot.TimeoutError:
            problems[state] = faults()

    TOURS[tour](Tour(driver, str, look))
    assert not problems, "\n".join(f"{state}:\n  " + "\n  ".join(found) for state, found in problems.items())
