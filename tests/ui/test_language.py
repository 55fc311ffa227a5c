"""The window in a language that nobody speaks: all of it is translated, and all of it fits, in both directions."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytestqt.exceptions
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QMessageBox,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QTreeWidget,
    QWidget,
)
from pseudo import Pseudo, left_in_english, pseudo
from test_first_light import EMAIL, RIGHT, SECRET, SHOP, call, signed

from convot_inspector.core import language
from convot_inspector.core.answering.code_lines import CODE, LANGUAGES
from convot_inspector.examples import load_examples
from convot_inspector.ui import languages
from convot_inspector.ui.fold import Fold
from convot_inspector.ui.pieces import ElidingButton
from convot_inspector.ui.value_label import ValueLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desk import Desk as _Desk
    from pytestqt.qtbot import QtBot

OTHER = hashlib.sha256(b"other").hexdigest()
HEBREW = "שלום"
# What stays as it is in every language: names of ours and of others, and what people typed or pasted.
_SAME = [
    *LANGUAGES, *(line for lines in CODE.values() for line in lines.values()),
    "Acme, production", "Beta", "john", "app_acme1", "app_…", EMAIL, SHOP, "Convot.identify", "Version", "OK",
]  # fmt: skip


@pytest.fixture(params=["he", "de"], ids=["right to left", "left to right"])
def desk(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[_Desk]:
    """The window in the made-up language, at its smallest common size."""
    from desk import Desk

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no-bus'}")
    translator = Pseudo(qapp)
    qapp.installTranslator(translator)
    languages.use(qapp, QLocale(request.param))
    made = Desk(qtbot, qapp, tmp_path)
    made.window.resize(900, 600)
    yield made
    made.close()
    qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    language.use()


# What people read


def read_on(widget: QWidget) -> Iterator[str]:
    """Every text that this one widget shows, or says to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow() and isinstance(widget, QDialog):
        yield widget.windowTitle()
    match widget:
        case ValueLabel():
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
            yield from (widget.headerItem().text(column) for column in range(widget.columnCount()))
            yield from (widget.topLevelItem(row).text(3) for row in range(widget.topLevelItemCount()))


def widgets() -> Iterator[QWidget]:
    """Everything that can be seen, and every menu."""
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            yield top
            yield from (each for each in top.findChildren(QWidget) if each.isVisible() or isinstance(each, QMenu))


def in_english(values: Iterable[str]) -> set[str]:
    """What can be read and is not translated."""
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
    """Labels, buttons and tabs with less room than their words need, and what reaches over an edge of the window."""
    found = set()
    for widget in widgets():
        size, words = widget.size(), ""
        match widget:
            case ElidingButton() | ValueLabel():
                continue  # the one ends in "…" and has a tool tip, the other breaks anywhere
            case QLabel() if widget.text():
                needed = widget.heightForWidth(size.width()) if widget.wordWrap() else widget.sizeHint().height()
                width = widget.minimumSizeHint().width() if widget.wordWrap() else widget.sizeHint().width()
                words = widget.text() if needed > size.height() or width > size.width() else ""
            case QAbstractButton() if widget.text():
                words = widget.text() if widget.sizeHint().width() > size.width() else ""
            case QLineEdit() if widget.placeholderText():
                room = size.width() - 12
                wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
                words = widget.placeholderText() if wide > room else ""
            case QTabBar():
                texts = [widget.tabText(tab) for tab in range(widget.count())]
                if texts != [widget.tabToolTip(tab) for tab in range(widget.count())]:
                    words = ", ".join(texts)  # it may end in "…" if its tool tip has the whole
            case QScrollArea():
                inside, outside = widget.widget(), widget.viewport()
                if inside is not None and inside.width() > outside.width():
                    words = f"{inside.width()} in {outside.width()}"
        if words:
            found.add(f"{type(widget).__name__} {size.width()}×{size.height()}: {words}")
        parent = widget.parentWidget()
        if parent is not None and not widget.isWindow() and not isinstance(widget, QMenu):
            inside = widget.geometry()
            if inside.left() < 0 or inside.right() > parent.width():
                found.add(f"{type(widget).__name__} reaches over the edge: {inside} in {parent.size()} {next(read_on(widget))}")
    return found


def look(desk: _Desk, problems: dict[str, set[str]], state: str, *values: str) -> None:
    """Look at everything that can be seen now."""
    for fold in desk.visible(Fold):
        fold.open(is_open=True)
    with suppress(pytestqt.exceptions.TimeoutError):
        desk.qtbot.waitUntil(lambda: not cut_off(), timeout=700)  # the layout may be under way
    found = in_english(values) | cut_off()
    if found:
        problems[state] = found


def paste(desk: _Desk, text: str, title: str) -> None:
    """Paste a text, and wait until the headline, or what stands in it, is there."""
    QGuiApplication.clipboard().setText(text)
    desk.click(pseudo("Paste"))
    pieces = [piece for piece in re.split(r"\{\w+\}", pseudo(title)) if len(piece) > 1]

    def there() -> None:
        assert all(desk.reads(piece, desk.card("headline")) for piece in pieces), desk.texts(desk.card("headline"))

    desk.qtbot.waitUntil(there, timeout=10_000)


def report(problems: dict[str, set[str]]) -> str:
    return "\n".join(f"{state}:\n  " + "\n  ".join(sorted(found)) for state, found in problems.items())


def add_app(desk: _Desk, name: str, secret: str) -> None:
    desk.choose(pseudo("Add an app…"))
    dialog = desk.dialog(pseudo("Add an app"))
    desk.fill(pseudo("Name"), name, dialog)
    desk.fill(pseudo("Identity secret"), secret, dialog)
    desk.click(pseudo("Save"), dialog)
    desk.wait_to_read(name)


# The states

_TEXTS = (
    ("", "Paste what the page sends"),
    ("Hello, our chat shows anonymous visitors.", "No identify call found"),
    ('Convot.identify({\n  email: "john@exam', "The text is cut off"),
    ("Convot.identify({ email: 'a' 'b' })", "The call is damaged"),
    ('{"email": "a" "user_hash": "b"}', "The JSON is damaged"),
    ("Convot.identify(currentUser)", "The values are not in this text"),
    ("Intercom('boot', { user_id: 1 })", "This cannot be read"),
    ("\x89PNG\r\n", "This is not text"),
    (RIGHT, "Add this app's identity secret to check the hash"),
)
_CALLS = (
    (RIGHT, "Verified"),
    (RIGHT.replace("});", "  email: 'x',\n});"), "Verified, with remarks"),
    (call(email=EMAIL, user_hash=signed(EMAIL), shop=SHOP), "The user is verified, the shop is not signed"),
    (call(email=EMAIL, user_hash=signed(EMAIL), shop=SHOP, shop_hash="ab"), "The user is verified, the shop is not"),
    (call(external_id=SHOP, email=EMAIL, user_hash=signed(EMAIL)), "The server signed {detail} instead of {value}"),
    (call(email=EMAIL, user_hash=signed(EMAIL + "\n", SECRET.upper())), "{first} (and {second})"),
    (call(email=EMAIL, user_hash="ab" * 32), "user_hash does not verify"),
    (call(email=EMAIL), "Not verified: no user_hash is sent"),
    (call(email="{{ customer.email }}", user_hash="YOUR_HASH"), "Cannot tell from this text"),
    (call(user_hash=signed(EMAIL)), "A user_hash is sent, but nothing that it could belong to"),
    (call(email=EMAIL, user_hash=SECRET), "An identity secret stands in this text"),
    (call(email=EMAIL) + call(email="a", user_hash="z"), "user_hash does not verify"),
)


def test_every_state_of_the_window_is_translated_and_fits(desk: _Desk) -> None:
    problems: dict[str, set[str]] = {}
    for text, title in _TEXTS:
        paste(desk, text, title)
        look(desk, problems, f"{title} ({text[:30]!r})", *re.findall(r"[\w.@-]+", text))
    add_app(desk, "Acme, production", SECRET)
    for text, title in _CALLS:
        paste(desk, text, title)
        look(desk, problems, f"{title} ({text[:60]!r})", *re.findall(r"[\w.@-]+", text), "customer")
    assert not problems, report(problems)
