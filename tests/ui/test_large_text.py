"""Nothing is cut off with twice the text size in a window of 900 × 600."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import SECRET
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QTabBar, QWidget
from window_states import DIALOGS, STATES, UNEXPLAINED

from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import ElidingButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app_driver import AppDriver
    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.slow

SMALL = (900, 600)


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    usual, large = qapp.font(), qapp.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def cut_off(shown: QWidget) -> list[str]:
    """Words for which there is not room enough. What shortens itself says all of it on hover and to screen readers."""
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
            fits = room.height() >= widget.heightForWidth(room.width())
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
    """Whether it goes over the edge of the window, or of what scrolls it up and down only."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above.parentWidget(), QScrollArea) and not above.isWindow():
        above = above.parentWidget()
    assert above is not None
    left = widget.mapTo(above, QPoint(0, 0)).x()
    return left < 0 or left + widget.width() > above.width() + 1


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("state", ["nothing pasted", "no secret", "wrong, with its cause", "several calls", "finding"])
def test_nothing_in_the_window_is_cut_off(driver_without_keychain: AppDriver, state: str) -> None:
    driver = driver_without_keychain
    driver.window.resize(*SMALL)
    STATES[state](driver)
    wait_until_whole(driver, driver.window)
    assert driver.window.size().toTuple() == SMALL


def wait_until_whole(driver: AppDriver, shown: QWidget) -> None:
    """The layouts may have something to do yet."""

    def whole() -> None:
        assert cut_off(shown) == []

    driver.qtbot.waitUntil(whole, timeout=5_000)


@pytest.mark.usefixtures("large_text")
def test_nothing_in_the_dialogs_is_cut_off(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(UNEXPLAINED)
    driver.wait_to_read("No known mistake", driver.card("user_hash"))
    for words, title in DIALOGS:
        if driver.reads(words):
            driver.click(words)
        else:
            driver.choose(words)
        dialog = driver.dialog(title)
        dialog.resize(min(dialog.width(), SMALL[0]), min(dialog.height(), SMALL[1]))
        wait_until_whole(driver, dialog)
        assert dialog.width() <= SMALL[0], title
        assert dialog.height() <= SMALL[1], title
        dialog.close()
