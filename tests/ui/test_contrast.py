"""Every drawn text has WCAG's contrast in both themes: 4.5 : 1, and 3 : 1 for icons and edges.

Measured in pictures of the real window and dialogs. Disabled widgets are left out, as in WCAG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from contrast import contrast, drawn, large
from keyboard import Keyboard, name_of
from paste import EMAIL, SECRET, call
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QTreeWidget,
    QWidget,
)
from window_states import STATES, UNEXPLAINED, pasted, wait_to_click

from convot_inspector.ui.paste.editor import Editor
from convot_inspector.ui.widgets.widgets import ToneIcon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app_driver import AppDriver
    from contrast import Drawn

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("few_numbers")]

THEMES = ("Light", "Dark")
TEXT, SIGN = 4.5, 3.0


def texts(shown: QWidget) -> Iterator[Drawn]:
    """Measure every visible text in a window."""
    picture = large(shown)
    for widget in shown.findChildren(QWidget):
        if widget.window() is shown and widget.isVisible() and widget.isEnabled():
            seen = widget.visibleRegion().boundingRect()
            for area, what in places(widget):
                within = area.intersected(seen)
                if within.width() > 8 and within.height() > 4:
                    at = widget.mapTo(shown, QPoint(0, 0))
                    yield drawn(picture, within.translated(at), f"{type(widget).__name__} {what!r}")


def places(widget: QWidget) -> Iterator[tuple[QRect, str]]:  # noqa: C901  # one kind of widget after another
    """Return where a widget draws its texts, without its border."""
    inside = widget.rect().adjusted(10, 5, -10, -5)
    match widget:
        case QCheckBox():
            yield widget.rect().adjusted(24, 3, -3, -3), widget.text()
        case QLabel():
            framed = widget.property("pill") is not None
            if widget.text():
                yield inside.adjusted(0, -2, 0, 2) if framed else widget.rect(), widget.text()
        case QAbstractButton():
            if widget.text():
                yield widget.rect().adjusted(3, 3, -3, -3) if widget.property("quiet") else inside, widget.text()
        case QComboBox():
            yield inside.adjusted(0, 0, -14, 0), widget.currentText()
            yield widget.rect().adjusted(widget.width() - 26, 5, -6, -5), "▾"
        case QLineEdit():
            if widget.text() or widget.placeholderText():
                yield inside, widget.text() or widget.placeholderText()
        case QTabBar():
            for tab in range(widget.count()):
                yield widget.tabRect(tab).adjusted(2, 2, -2, -4), widget.tabText(tab)
        case QMenuBar() | QMenu():
            for action in widget.actions():
                if action.text() and action.isEnabled():
                    yield widget.actionGeometry(action).adjusted(4, 2, -4, -2), action.text()
        case QTextBrowser():
            yield widget.viewport().geometry().adjusted(4, 4, -16, -4), "preview"
        case _:
            pass
    above = widget.parentWidget()
    if isinstance(above, QAbstractScrollArea) and widget is above.viewport():
        yield from places_in_rows(above)
    elif type(widget).__name__ == "_Gutter":
        yield QRect(0, 8, widget.width() - 4, 14), "a line's number"


def places_in_rows(area: QAbstractScrollArea) -> Iterator[tuple[QRect, str]]:
    """Return the rows of a list, a table or the text."""
    match area:
        case QListWidget():
            for row in range(area.count()):
                yield area.visualItemRect(area.item(row)).adjusted(8, 2, -8, -2), area.item(row).text()
        case QTreeWidget():
            for row in range(area.topLevelItemCount()):
                item = area.topLevelItem(row)
                if item is not None and not item.isDisabled():
                    yield area.visualItemRect(item).adjusted(8, 2, -8, -2), item.text(0)
        case Editor():
            yield from places_in_the_text(area)
        case _:
            pass


def places_in_the_text(editor: Editor) -> Iterator[tuple[QRect, str]]:
    """Return each marked value and an unmarked part, or the placeholder text."""
    if not editor.text():
        yield editor.viewport().rect().adjusted(2, 2, -20, -60), "placeholder"
        return
    selections = editor.extraSelections()
    for selection in selections:
        cursor = QTextCursor(selection.cursor)
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart() + 1)
        corner = editor.cursorRect(start)
        end = QTextCursor(cursor)
        end.setPosition(min(cursor.selectionEnd(), cursor.selectionStart() + 12))
        width = editor.cursorRect(end).left() - corner.left()
        yield QRect(corner.left() + 1, corner.top() + 1, width, corner.height() - 5), f"marked {cursor.selectedText()}"
    first = editor.cursorRect(QTextCursor(editor.document()))
    yield QRect(first.left() + 2, first.top(), 60, first.height()), "not marked"


def unreadable(shown: QWidget) -> list[str]:
    QTest.qWait(40)  # a change of theme is drawn in steps
    measured = list(texts(shown))
    assert len(measured) > 1, "nothing was measured"
    return [str(each) for each in measured if each.contrast < TEXT]


CHOSEN = {
    "nothing pasted": STATES["nothing pasted"],
    "wrong, with its cause": STATES["wrong, with its cause"],
    "hash missing": pasted(call(email=EMAIL), "no user_hash is sent"),
    "finding": STATES["finding"],
    "typing the values": STATES["typing the values"],
}


@pytest.mark.parametrize("state", CHOSEN)
def test_every_text_in_the_window_can_be_read(driver_without_keychain: AppDriver, state: str) -> None:
    driver = driver_without_keychain
    CHOSEN[state](driver)
    for theme in THEMES:
        driver.choose(theme)
        assert unreadable(driver.window) == [], theme
        for icon in driver.visible(ToneIcon):
            assert drawn(large(icon), icon.rect().adjusted(6, 6, -6, -6), "icon").contrast >= SIGN


def both_themes(driver: AppDriver, shown: QWidget) -> None:
    for theme in THEMES:
        driver.choose(theme)
        assert unreadable(shown) == [], (theme, shown.windowTitle())
        picture = shown.grab().toImage()
        for field in driver.visible(QWidget, shown):
            if isinstance(field, QLineEdit | QComboBox | QPlainTextEdit) and field.isEnabled():
                # The border may be the only visible part of an empty field
                at = field.mapTo(shown, QPoint(0, field.height() // 2))
                outside = picture.pixelColor(at - QPoint(2, 0)).name()
                assert contrast(picture.pixelColor(at).name(), outside) >= SIGN, (theme, name_of(field))


def test_every_text_in_the_dialogs_can_be_read(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.add_app("Other", "b" * 64)
    driver.paste(UNEXPLAINED)
    driver.wait_to_read("No known mistake", driver.card("user_hash"))
    for words, title, then in (
        ("Add an app…", "Add an app", "Save"),
        ("Manage apps…", "Apps", "Move up"),
        ("Import several apps…", "Import several apps", "Paste the table"),
        ("Export…", "Export", "Copy"),
    ):
        driver.choose(words)
        dialog = driver.dialog(title)
        if title == "Add an app":  # nothing is typed: the placeholder text is shown
            both_themes(driver, dialog)
        QGuiApplication.clipboard().setText(f"Name\tSecret\nShop\t{'a' * 64}\nOther\tnone\n")
        wait_to_click(driver, then, dialog)
        driver.click(then, dialog)
        both_themes(driver, dialog)
        dialog.reject()
    driver.wait_to_read("Check with another secret…")
    for words, title in (("Check with another secret…", "Check with another secret"), ("Characters…", "Characters")):
        driver.click(words)
        both_themes(driver, driver.dialog(title))
        driver.dialog(title).reject()
    driver.click_on(driver.card("appChooser"))
    both_themes(driver, driver.card("popup"))
    driver.card("popup").hide()


def test_menus_tool_tips_and_what_is_selected_can_be_read(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    STATES["wrong, with its cause"](driver)
    keyboard = Keyboard(driver.qtbot)
    keyboard.wait_for_focus_in(driver.window)
    keyboard.tab_to("What the page sends")
    for theme in THEMES:
        driver.choose(theme)
        keyboard.press("Alt+F")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.activeAction() is not None
        assert [str(each) for each in measured_menu(menu) if each.contrast < TEXT] == []
        keyboard.press("Escape", "Escape")  # leaves the menu, then the menu bar
        keyboard.wait_for_focus_in(driver.window)
        keyboard.press("Ctrl+Home", "Down", "Down", "End", "Left", "Left", "Ctrl+I")
        (tip,) = (each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible())
        assert drawn(large(tip), tip.rect().adjusted(4, 4, -4, -4), "tool tip").contrast >= TEXT
        keyboard.press("Ctrl+A")
        assert unreadable(driver.window) == []
        keyboard.press("Ctrl+Home")


def measured_menu(menu: QMenu) -> list[Drawn]:
    picture = large(menu)
    measured = [drawn(picture, area, what) for area, what in places(menu)]
    assert len(measured) > 5
    return measured


BAD = {
    'QLabel[role="dim"] { color: #8a93a3; }': "PlainLabel 'Proven",
    'QLabel[pill="wrong"] { color: #e0705f; }': "Pill '✕ Does not verify'",
    "QPushButton { color: #8a93a3; }": "PressButton 'Paste'",
    'QPushButton[primary="true"] { color: white; background: #8ea7ff; }': "PressButton 'Copy answer",
    'QPushButton[quiet="true"] { color: #7d93e8; }': "PressButton 'Characters…'",
    "QTabBar::tab { color: #8a93a3; }": "_Bar 'Type the values'",
    "QPlainTextEdit { color: #8a93a3; }": "QWidget 'not marked'",
    "QMenuBar { color: #8a93a3; }": "QMenuBar '&View'",
}


def test_bad_colours_are_found(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.choose("Light")
    STATES["wrong, with its cause"](driver)
    assert unreadable(driver.window) == []
    driver.window.setStyleSheet(driver.window.styleSheet() + "".join(BAD))
    found = " ".join(unreadable(driver.window))
    assert [what for what in BAD.values() if what not in found] == []


def test_bad_colours_of_the_marks_are_found(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    STATES["wrong, with its cause"](driver)
    (editor,) = driver.window.findChildren(Editor)
    selections = editor.extraSelections()
    for selection in selections:
        selection.format.setForeground(QColor("#98a1b0"))
        selection.format.setBackground(QColor("#eaecef"))
    editor.setExtraSelections(selections)
    found = unreadable(driver.window)
    assert len([each for each in found if "marked" in each]) == len(selections)
