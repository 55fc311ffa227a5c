"""Tab reaches everything that can be used, in reading order, and the focus is visible."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from contrast import contrast, differing
from keyboard import Keyboard, name_of
from paste import SECRET
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QRadioButton, QWidget
from window_states import DIALOGS, STATES, UNEXPLAINED, wait_until_closed

if TYPE_CHECKING:
    from app_driver import AppDriver

pytestmark = pytest.mark.slow

REGIONS = ("topBar", "leftSide", "cards", "handOver")


def usable(window: QWidget) -> list[QWidget]:
    """Return everything that can be used with a mouse, except in other tabs and disabled."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit | QComboBox)
        and each.isVisible()
        and each.isEnabled()
        and not isinstance(each.parent(), QLineEdit)  # a field's clear button: keyboards have Ctrl+A and Delete
        and not (isinstance(each, QRadioButton) and not each.isChecked())  # the arrow keys go from the chosen one
    ]


def place(widget: QWidget) -> tuple[int, QPoint]:
    """Return the index in ``REGIONS`` of the part that contains a widget, and its position there without scrolling."""
    above, region = widget.parentWidget(), None
    while above is not None:
        region = above if above.objectName() in REGIONS else region
        above = above.parentWidget()
    if region is None:  # the cards' scroll area comes before them
        return REGIONS.index("cards"), QPoint(0, -1)
    return REGIONS.index(region.objectName()), widget.mapTo(region, QPoint(0, 0))


def comes_before(one: QWidget, other: QWidget) -> bool:
    """Return whether ``one`` is read first: in an earlier part, further up, or further left on the same line."""
    if one.isAncestorOf(other):
        return True
    (part, at), (other_part, other_at) = place(one), place(other)
    if part != other_part:
        return part < other_part
    same_line = at.y() < other_at.y() + other.height() // 2 and other_at.y() < at.y() + one.height() // 2
    return at.x() < other_at.x() if same_line else at.y() < other_at.y()


@pytest.mark.parametrize(
    "state", ["nothing pasted", "wrong, with its cause", "problem", "several calls", "finding", "typing the values"]
)
def test_tab_order_is_the_reading_order(driver_without_keychain: AppDriver, state: str) -> None:
    driver = driver_without_keychain
    STATES[state](driver)
    keyboard = Keyboard(driver.qtbot)
    keyboard.wait_for_focus_in(driver.window)
    keyboard.tab_to("App: ")
    passed = keyboard.round()
    assert {name_of(each) for each in usable(driver.window)} - {name_of(each) for each in passed} == set()
    wrong = [(name_of(a), name_of(b)) for a, b in pairwise(passed) if not comes_before(a, b)]
    assert wrong == []
    for expected in reversed(passed):
        keyboard.press("Shift+Tab")
        assert keyboard.focus() is expected


def test_tab_goes_through_the_dialogs_and_escape_closes_them(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(UNEXPLAINED)
    driver.wait_to_read("No known mistake", driver.card("user_hash"))
    keyboard = Keyboard(driver.qtbot)
    for opener, title in DIALOGS:
        if any(each.text() == opener for each in driver.buttons()):
            driver.click(opener)
        else:
            driver.choose(opener)
        dialog = driver.dialog(title)
        keyboard.wait_for_focus_in(dialog)
        if title == "Export":
            wait_for_the_preview(driver)
        first = name_of(keyboard.focus())
        passed = keyboard.round()
        assert {name_of(each) for each in usable(dialog)} - {name_of(each) for each in passed} == set(), title
        bottom = [each for each in passed if each.geometry().bottom() > dialog.height() - 40]
        assert passed[-len(bottom) :] == bottom or title == "Apps", (title, first)
        assert sorted(bottom, key=lambda each: each.x()) == bottom, title
        keyboard.press("Escape")
        wait_until_closed(driver, title)
        keyboard.wait_for_focus_in(driver.window)


def wait_for_the_preview(driver: AppDriver) -> None:
    driver.qtbot.waitUntil(lambda: all(each.isEnabled() for each in driver.buttons(driver.dialog("Export"))))


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_where_the_focus_is_can_be_seen(driver: AppDriver, theme: str) -> None:
    driver.choose(theme)
    STATES["wrong, with its cause"](driver)
    driver.qtbot.waitUntil(lambda: not driver.reads("Stop waiting"))
    keyboard = Keyboard(driver.qtbot)
    kinds = set()
    keyboard.wait_for_focus_in(driver.window)
    for opener, title in (("", ""), ("Add an app…", "Add an app"), ("Manage apps…", "Apps"), ("Export…", "Export")):
        if opener:
            driver.choose(opener)
            keyboard.wait_for_focus_in(driver.dialog(title))
        if title == "Export":
            wait_for_the_preview(driver)
        keyboard.press("Tab", "Tab")
        for stop in keyboard.round():
            assert keyboard.focus() is stop
            with_focus = stop.grab().toImage()
            keyboard.press("Shift+Tab")  # not Tab: the next widget may be inside the examined one
            changed = differing(stop.grab().toImage(), with_focus)
            kinds.add(type(stop).__name__)
            what = f"{type(stop).__name__} {name_of(stop)!r}"
            assert len(changed) >= min(stop.width(), 40), f"{what}: {len(changed)} pixels"
            clear = [pair for pair in changed if contrast(*pair) >= 3]
            keyboard.press("Tab", "Tab")
            assert len(clear) >= min(stop.width(), 40), f"{what}: {max(contrast(*pair) for pair in changed):.1f}"
        if opener:
            keyboard.press("Escape")
            keyboard.wait_for_focus_in(driver.window)
    assert kinds >= {"PressButton", "AppChooser", "_Segment", "Editor", "_Bar", "ValueButton", "VerdictPanel"}
    assert kinds >= {"QLineEdit", "SecretField", "QCheckBox", "QListWidget", "ChoiceBox", "Page"}


def test_the_find_bar_is_left_by_escape_and_the_editor_by_tab(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    keyboard = Keyboard(driver.qtbot)
    keyboard.wait_for_focus_in(driver.window)
    editor = keyboard.focus()
    keyboard.type("a")
    keyboard.press("Tab")
    assert keyboard.focus() is not editor
    keyboard.press("Shift+Tab", "Ctrl+F")
    assert name_of(keyboard.focus()) == "Find in the text"
    keyboard.press("Escape")
    assert keyboard.focus() is editor
    assert Qt.FocusPolicy.TabFocus & editor.focusPolicy()
