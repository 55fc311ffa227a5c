"""The window in a language that nobody speaks: all of it is translated, and all of it fits, in both directions."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import pytestqt.exceptions
from pseudo import Pseudo, left_in_english, pseudo
from PySide6.QtCore import QLocale, Qt
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
from test_first_light import EMAIL, RIGHT, SECRET, SHOP, call, signed

from convot_inspector import diagnostics, licences
from convot_inspector.core import language
from convot_inspector.core.reports.code_lines import CODE, LANGUAGES
from convot_inspector.core.wording.cause_words import CAUSES
from convot_inspector.ui import languages
from convot_inspector.ui.widgets.disclosure import Fold
from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import ElidingButton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from desk import Desk as _Desk
    from pytestqt.qtbot import QtBot

OTHER = hashlib.sha256(b"other").hexdigest()
HEBREW = "שלום"
# What stays as it is in every language: names of ours and of others, and what people typed or pasted.
_SAME = [
    *LANGUAGES, *(line for lines in CODE.values() for line in lines.values()), *CAUSES,
    "Acme, production", "Beta", "Gamma", "Delta", "Eta", "john", "app_acme1", "app_…", EMAIL, SHOP, "Convot.identify",
    "j***.myshopify.com",
    "identity secret, not shown",  # it stands in the place of a value, in every report the same
]  # fmt: skip


# What About tells of this machine and of others' work.
_OF_THE_SYSTEM = [
    *re.findall(r"[\w.-]{3,}", " ".join(f"{part.name} {part.licence}" for part in licences.parts())),
    *re.findall(r"[\w.-]{3,}", diagnostics.as_text(diagnostics.facts()[1:])),
    *("offscreen", "unknown", "light", "dark", "absent", "new", "sound", "locked", "PySide6", "keyring", "MIT"),
    *("he_IL", "de_DE", "LeftToRight", "RightToLeft", "Ctrl", "Shift", "RFC", "JavaScript"),
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
    """Labels, buttons and tabs with less room than their words need, and what reaches over an edge of its parent."""
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
    """The words that this widget has no room for."""
    match widget:
        case ElidingButton() | ValueLabel() | ValueButton():
            return ""  # the one ends in "…" and has a tool tip, the other breaks anywhere
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
    (call(email=EMAIL, user_hash=signed(EMAIL), shop=SHOP, shop_hash="abc"), "The user is verified, the shop is not"),
    (call(external_id=SHOP, email=EMAIL, user_hash=signed(EMAIL)), "The server signed {detail} instead of {value}"),
    (call(email=EMAIL, user_hash=signed(EMAIL + "\n", SECRET.upper())), "{first} (and {second})"),
    (call(email=EMAIL, user_hash="ab" * 32), "user_hash does not verify"),
    (call(email=EMAIL), "Not verified: no user_hash is sent"),
    (call(email="{{ customer.email }}", user_hash="YOUR_HASH"), "Cannot tell from this text"),
    (call(user_hash=signed(EMAIL)), "A user_hash is sent, but nothing that it could belong to"),
    (call(email=EMAIL, user_hash=SECRET), "An identity secret stands in this text"),
    (call(email=EMAIL) + call(external_id=SHOP, email=EMAIL, user_hash=signed(EMAIL)), "The server signed {detail}"),
)


def test_every_state_of_the_window_is_translated_and_fits(desk: _Desk) -> None:
    problems: dict[str, set[str]] = {}
    desk.wait_to_read(pseudo("Welcome to Convot Inspector"))
    steps = desk.card("firstSteps")
    desk.click(pseudo("Next"), steps)
    look(desk, problems, "first step, without a name")
    desk.fill(pseudo("Name of the app"), "Beta", steps)
    desk.click(pseudo("Next"), steps)
    desk.fill(pseudo("Identity secret of the app"), "short", steps)
    desk.click(pseudo("Save the app"), steps)
    look(desk, problems, "second step, with a wrong secret")
    desk.fill(pseudo("Identity secret of the app"), OTHER, steps)
    desk.click(pseudo("Save the app"), steps)
    desk.wait_to_read(pseudo("Show me an example"), steps)
    look(desk, problems, "third step")
    desk.click(pseudo("Skip these steps"))
    desk.contents.service.remove(desk.contents.service.apps[0].id, lambda _: None)
    desk.wait_to_read(pseudo("No app yet"))
    for text, title in _TEXTS:
        paste(desk, text, title)
        look(desk, problems, f"{title} ({text[:30]!r})", *re.findall(r"[\w.@-]+", text))
    add_app(desk, "Acme, production", SECRET)
    for text, title in _CALLS:
        paste(desk, text, title)
        look(desk, problems, f"{title} ({text[:60]!r})", *re.findall(r"[\w.@-]+", text), "customer")
    assert not problems, report(problems)


WRONG = call(external_id=SHOP, email=EMAIL, user_hash=signed(EMAIL))
_NOT_EXPLAINED = call(email=EMAIL + "\u200b", user_hash="ab" * 32)


def close(dialog: QDialog) -> None:
    dialog.reject()
    QApplication.processEvents()


def test_the_typed_values_are_translated_and_fit(desk: _Desk) -> None:
    problems: dict[str, set[str]] = {}
    tabs = next(bar for bar in desk.visible(QTabBar) if bar.count() == 2)
    for text, kind in (
        (call(email="{{ customer.email }}", user_hash="YOUR_HASH"), "a template"),
        (call(email="[email\u00a0protected]", user_hash="abcdef…"), "hidden in this copy"),
        ("Convot.identify({ email: user.email, user_hash: makeHash() })", "code"),
    ):
        paste(desk, text, "Cannot tell from this text")
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())

        def there(kind: str = kind) -> None:
            said = [each.placeholderText() for each in desk.visible(QLineEdit)]
            assert any(pseudo(kind) in words for words in said), said

        desk.qtbot.waitUntil(there)
        look(desk, problems, kind, *re.findall(r"[\w.@-]+", text))
    assert not problems, report(problems)


def test_the_apps_dialogs_are_translated_and_fit(desk: _Desk) -> None:
    problems: dict[str, set[str]] = {}
    desk.choose(pseudo("Add an app…"))
    adding = desk.dialog(pseudo("Add an app"))
    look(desk, problems, "add")
    for secret in ("", "app_123", "CONVOT_SECRET=1", "'a'", "a b", "zz", "g" * 64):
        desk.fill(pseudo("Identity secret"), secret, adding)
        desk.click(pseudo("Save"), adding)
        look(desk, problems, f"add with {secret!r}")
    close(adding)
    for name, secret in (("Acme, production", SECRET), ("Beta", OTHER)):
        add_app(desk, name, secret)
    desk.click_on(desk.card("appChooser"))
    look(desk, problems, "the list of apps")
    desk.fill(pseudo("Search the apps by name"), "zzz", desk.card("popup"))
    look(desk, problems, "no such app")
    desk.card("popup").hide()
    desk.choose(pseudo("Manage apps…"))
    managing = desk.dialog(pseudo("Apps"))
    look(desk, problems, "manage")
    desk.click(pseudo("New secret…"), managing)
    renewing = desk.dialog(pseudo("New secret"))
    look(desk, problems, "new secret")
    desk.fill(pseudo("Identity secret"), hashlib.sha256(b"new").hexdigest(), renewing)
    desk.click(pseudo("Save"), renewing)
    desk.qtbot.waitUntil(lambda: len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 2, timeout=10_000)
    look(desk, problems, "with a previous secret")
    for words in ("Remove…", "Forget…"):
        desk.click(pseudo(words), managing)
        desk.qtbot.waitUntil(lambda: bool(managing.findChildren(QMessageBox)))
        look(desk, problems, words)
        for box in managing.findChildren(QMessageBox):
            close(box)
            desk.qtbot.waitUntil(lambda: not managing.findChildren(QMessageBox))
    desk.click(pseudo("Edit…"), managing)
    editing = desk.dialog(pseudo("Edit the app"))
    desk.fill(pseudo("Public app key, optional"), "no key", editing)
    desk.click(pseudo("Save"), editing)
    desk.qtbot.waitUntil(lambda: desk.reads(pseudo("Save"), editing))
    look(desk, problems, "edit")
    close(editing)
    close(managing)
    table = f"Gamma\t{hashlib.sha256(b'3').hexdigest()}\nBeta\t{OTHER}\nDelta\tshort\n\t{'1' * 64}\nEta\t{OTHER}"
    QGuiApplication.clipboard().setText(table)
    desk.choose(pseudo("Import several apps…"))
    importing = desk.dialog(pseudo("Import several apps"))
    look(desk, problems, "import")
    desk.click(pseudo("Paste the table"), importing)
    look(desk, problems, "a table to import")
    desk.click(pseudo("Import {count} apps").replace("{count}", "2"), importing)
    desk.wait_to_read(pseudo("{count} apps were added.").replace("{count}", "2"), importing)
    look(desk, problems, "imported", "Gamma")
    close(importing)
    desk.choose(pseudo("Lock now"))
    look(desk, problems, "locked", "Gamma")
    assert not problems, report(problems)


def test_the_other_dialogs_are_translated_and_fit(desk: _Desk) -> None:
    problems: dict[str, set[str]] = {}
    add_app(desk, "Acme, production", SECRET)
    paste(desk, _NOT_EXPLAINED, "user_hash does not verify")
    desk.wait_to_read(pseudo("Check with another secret…"))
    desk.click(pseudo("Characters…"))
    characters = desk.dialog(pseudo("Characters"))
    look(desk, problems, "characters")
    close(characters)
    desk.click(pseudo("Check with another secret…"))
    trying = desk.dialog(pseudo("Check with another secret"))
    look(desk, problems, "another secret")
    for secret in ("short", OTHER):
        desk.fill(pseudo("Secret to try"), secret, trying)
        desk.click(pseudo("Check"), trying)
        desk.qtbot.waitUntil(lambda: not desk.reads(pseudo("Checking…"), trying), timeout=20_000)
        look(desk, problems, f"another secret: {secret[:5]}")
    close(trying)
    desk.choose(pseudo("Find…"))
    QTest.keyClicks(desk.field(pseudo("Find in the text")), "zzz")
    look(desk, problems, "find", "zzz")
    paste(desk, WRONG, "The server signed {detail} instead of {value}")
    desk.click(pseudo("The whole code…"), desk.card("user_hash"))
    coding = desk.dialog(pseudo("The whole code"))
    look(desk, problems, "code", *LANGUAGES)
    close(coding)
    for entry, title in (
        ("How identity verification works", "How identity verification works"),
        ("Check this installation", "Check of this installation"),
        ("About Convot Inspector", "About Convot Inspector"),
    ):
        desk.choose(pseudo(entry))
        helping = desk.dialog(pseudo(title))
        look(desk, problems, entry, *_OF_THE_SYSTEM)
        close(helping)
    desk.choose(pseudo("Export…"))
    exporting = desk.dialog(pseudo("Export"))
    kinds, _ = exporting.findChildren(QComboBox)
    for kind in range(kinds.count()):
        kinds.setCurrentIndex(kind)
        desk.qtbot.waitUntil(lambda: all(each.isEnabled() for each in desk.buttons(exporting)))
        look(desk, problems, f"export {kind}", *re.findall(r"[\w.@*-]+", WRONG))
    close(exporting)
    assert not problems, report(problems)


def test_what_is_handed_over_is_in_the_windows_language(desk: _Desk) -> None:
    add_app(desk, "Acme, production", SECRET)
    paste(desk, WRONG, "The server signed {detail} instead of {value}")
    desk.click(pseudo("Copy answer for the merchant"))
    answer = QGuiApplication.clipboard().text()
    assert answer.startswith(pseudo("Thank you for sending this, I have checked it."))
    assert left_in_english(answer) == ""
    desk.click(pseudo("Copy developer ticket"))
    ticket = QGuiApplication.clipboard().text()
    assert ticket.startswith("# " + pseudo("Convot identity verification: {title}").partition("{")[0])
    assert (
        left_in_english(re.sub(r"```.*?```", "", ticket, flags=re.DOTALL), [SHOP, "j***", "j***.myshopify.com"]) == ""
    )


def test_a_value_of_the_other_direction_stands_in_its_own_line_or_isolated(desk: _Desk) -> None:
    add_app(desk, "Acme, production", SECRET)
    text = call(external_id=HEBREW, email=EMAIL, user_hash=signed(HEBREW + " "))
    paste(desk, text, "White space differs at the ends of {value}")
    assert desk.reads(f"\u2068{HEBREW}␣\u2069", desk.card("headline"))  # between its quotes, whatever stands behind
    assert any(each.text() == HEBREW for each in desk.visible(ValueButton, desk.card("signed")))
