"""The window in the pseudo-language: everything is translated, and everything fits, in both writing directions."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import pytestqt.exceptions
from paste import EMAIL, SECRET, SHOP, call, sign
from pseudo import Pseudo, left_in_english, pseudo
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QTreeWidget,
    QWidget,
)
from window_tour import HELP, TOURS, WRONG, Tour, add_app, paste

from convot_inspector import diagnostics, licences
from convot_inspector.core import language
from convot_inspector.core.reports.code_lines import CODE, LANGUAGES
from convot_inspector.core.wording.mistakes import MISTAKES
from convot_inspector.ui import languages
from convot_inspector.ui.widgets.disclosure import Disclosure
from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import ElidingButton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from app_driver import AppDriver as _AppDriver
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("few_numbers")]

OTHER = hashlib.sha256(b"other").hexdigest()
HEBREW = "שלום"
# Texts that are the same in every language: names, and what was typed or pasted.
_SAME = [
    *LANGUAGES, *(line for lines in CODE.values() for line in lines.values()), *MISTAKES,
    "Acme, production", "Beta", "Gamma", "Delta", "Eta", "john", "app_acme1", "app_…", EMAIL, SHOP, "Convot.identify",
    "j***.myshopify.com",
    "identity secret, not shown",  # it replaces a value, in every report in the same way
]  # fmt: skip


# Facts in *About* about this machine and other projects.
_OF_THE_SYSTEM = [
    *re.findall(r"[\w.-]{3,}", " ".join(f"{part.name} {part.licence}" for part in licences.parts())),
    *re.findall(r"[\w.-]{3,}", diagnostics.as_text(diagnostics.facts()[1:])),
    *("offscreen", "unknown", "light", "dark", "absent", "new", "sound", "locked", "PySide6", "keyring", "MIT"),
    *("he_IL", "de_DE", "LeftToRight", "RightToLeft", "Ctrl", "Shift", "RFC", "JavaScript"),
]  # fmt: skip


@pytest.fixture(params=["he", "de"], ids=["right to left", "left to right"])
def driver(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[_AppDriver]:
    """Open the window in the pseudo-language, at the smallest common size."""
    from app_driver import AppDriver

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no-bus'}")
    translator = Pseudo(qapp)
    qapp.installTranslator(translator)
    languages.use(qapp, QLocale(request.param))
    made = AppDriver(qtbot, qapp, tmp_path)
    made.window.resize(900, 600)
    yield made
    made.close()
    qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    language.use()


# What people read


def read_on(widget: QWidget) -> Iterator[str]:
    """Return every text that a widget shows, or gives to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow() and isinstance(widget, QDialog):
        yield widget.windowTitle()
    match widget:
        case ValueLabel() | ValueButton():
            return
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        case QMenuBar() | QMenu():
            yield from (action.text() for action in widget.actions())
        case QTextBrowser():
            yield widget.toPlainText()
        case QTreeWidget():
            items = [widget.headerItem(), *(widget.topLevelItem(row) for row in range(widget.topLevelItemCount()))]
            yield from (item.text(column) for item in items if item for column in range(widget.columnCount()))


def widgets() -> Iterator[QWidget]:
    """Return every visible widget, and every menu."""
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            yield top
            yield from (each for each in top.findChildren(QWidget) if each.isVisible() or isinstance(each, QMenu))


def in_english(values: Iterable[str]) -> set[str]:
    """Return the visible texts that are not translated."""
    stay = [*_SAME, *values]
    found = set()
    for widget in widgets():
        for text in read_on(widget):
            words = left_in_english(text.replace("&&", "&"), stay)
            if words:
                found.add(f"{type(widget).__name__} {widget.objectName()}: {words}")
    return found


# Whether it fits


def cut_off() -> set[str]:
    """Return labels, buttons and tabs that are too small for their text, and widgets that exceed their parent."""
    found = set()
    for widget in widgets():
        words = without_room(widget)
        if words:
            found.add(f"{type(widget).__name__} {widget.width()}×{widget.height()}: {words}")
        parent = widget.parentWidget()
        if parent is not None and not widget.isWindow() and not isinstance(widget, QMenu):
            place = widget.geometry()
            if place.left() < 0 or place.right() > parent.width():
                found.add(f"{type(widget).__name__} reaches over the edge: {place} in {parent.size()}")
    return found


def without_room(widget: QWidget) -> str:
    """Return the words that a widget has no room for."""
    match widget:
        case ElidingButton() | ValueLabel() | ValueButton():
            return ""  # one is elided and has a tool tip, the other breaks anywhere
        case QLabel() if widget.text():
            wraps = widget.wordWrap()
            height = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
            width = widget.minimumSizeHint().width() if wraps else widget.sizeHint().width()
            return widget.text() if height > widget.height() or width > widget.width() else ""
        case QAbstractButton() if widget.text():
            return widget.text() if widget.sizeHint().width() > widget.width() else ""
        case QLineEdit():
            wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            return widget.placeholderText() if wide > widget.width() - 12 else ""
        case QTabBar():
            for tab in range(widget.count()):
                lines = widget.tabText(tab).split("\n")
                wide = max(map(widget.fontMetrics().horizontalAdvance, lines))
                if wide > widget.tabRect(tab).width() or widget.tabRect(tab).right() > widget.width():
                    return widget.tabText(tab)
        case QScrollArea():
            content, outside = widget.widget(), widget.viewport().width()
            if widget.objectName() == "rightSide" and outside < 290:
                return f"only {outside}"
            return f"{content.width()} in {outside}" if content is not None and content.width() > outside else ""
    return ""


def look(driver: _AppDriver, problems: dict[str, set[str]], state: str, *values: str) -> None:
    """Check everything that is visible now."""
    for fold in driver.visible(Disclosure):
        fold.open(is_open=True)
    with suppress(pytestqt.exceptions.TimeoutError):
        driver.qtbot.waitUntil(lambda: not cut_off(), timeout=10_000)  # the layout may be pending
    found = in_english(values) | cut_off()
    if found:
        problems[state] = found


def report(problems: dict[str, set[str]]) -> str:
    return "\n".join(f"{state}:\n  " + "\n  ".join(sorted(found)) for state, found in problems.items())


@pytest.mark.parametrize("tour", TOURS)
def test_all_of_it_is_translated_and_fits(driver: _AppDriver, tour: str) -> None:
    problems: dict[str, set[str]] = {}

    def look_at(state: str, *values: str) -> None:
        look(driver, problems, state, *values, *(_OF_THE_SYSTEM if state in HELP else ()))

    TOURS[tour](Tour(driver, pseudo, look_at))
    assert not problems, report(problems)


def test_copied_texts_are_in_the_language_of_the_window(driver: _AppDriver) -> None:
    tour = Tour(driver, pseudo, lambda *_: None)
    add_app(tour, "Acme, production", SECRET)
    paste(tour, WRONG, "The server signed {detail} instead of {value}")
    driver.click(pseudo("Copy answer for the merchant"))
    answer = QGuiApplication.clipboard().text()
    assert answer.startswith(pseudo("Thank you, I have checked what you sent."))
    assert left_in_english(answer) == ""
    driver.press("Ctrl+Shift+D")  # its button may be in a menu
    ticket = QGuiApplication.clipboard().text()
    assert ticket.startswith("# " + pseudo("Convot identity verification: {title}").partition("{")[0])
    assert (
        left_in_english(
            re.sub(r"```.*?```", "", ticket, flags=re.DOTALL), [SHOP, "j***", "j***.myshopify.com", "Acme, production"]
        )
        == ""
    )


def test_a_value_of_the_other_direction_stands_in_its_own_line_or_isolated(driver: _AppDriver) -> None:
    tour = Tour(driver, pseudo, lambda *_: None)
    add_app(tour, "Acme, production", SECRET)
    text = call(external_id=HEBREW, email=EMAIL, user_hash=sign(HEBREW + " "))
    paste(tour, text, "The white space around {signed} differs")
    assert driver.reads(f"\u2068{HEBREW}␣\u2069", driver.card("headline"))  # between its quotes, whatever comes after
    assert any(each.text() == HEBREW for each in driver.visible(ValueButton, driver.card("signed")))
