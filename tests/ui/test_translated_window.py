"""The window in a language that nobody speaks: all of it is translated, and all of it fits, in both directions."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import pytestqt.exceptions
from paste import EMAIL, RIGHT, SECRET, SHOP, call, sign
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

pytestmark = pytest.mark.slow

OTHER = hashlib.sha256(b"other").hexdigest()
HEBREW = "שלום"
# What stays as it is in every language: names of ours and of others, and what people typed or pasted.
_SAME = [
    *LANGUAGES, *(line for lines in CODE.values() for line in lines.values()), *MISTAKES,
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
def driver(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[_AppDriver]:
    """The window in the made-up language, at its smallest common size."""
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


def look(driver: _AppDriver, problems: dict[str, set[str]], state: str, *values: str) -> None:
    """Look at everything that can be seen now."""
    for fold in driver.visible(Disclosure):
        fold.open(is_open=True)
    with suppress(pytestqt.exceptions.TimeoutError):
        driver.qtbot.waitUntil(lambda: not cut_off(), timeout=700)  # the layout may be under way
    found = in_english(values) | cut_off()
    if found:
        problems[state] = found


def paste(driver: _AppDriver, text: str, title: str) -> None:
    """Paste a text, and wait until the headline, or what stands in it, is there."""
    QGuiApplication.clipboard().setText(text)
    driver.click(pseudo("Paste"))
    pieces = [piece for piece in re.split(r"\{\w+\}", pseudo(title)) if len(piece) > 1]

    def there() -> None:
        assert all(driver.reads(piece, driver.card("headline")) for piece in pieces), driver.texts(
            driver.card("headline")
        )

    driver.qtbot.waitUntil(there, timeout=10_000)


def report(problems: dict[str, set[str]]) -> str:
    return "\n".join(f"{state}:\n  " + "\n  ".join(sorted(found)) for state, found in problems.items())


def add_app(driver: _AppDriver, name: str, secret: str) -> None:
    driver.choose(pseudo("Add an app…"))
    dialog = driver.dialog(pseudo("Add an app"))
    driver.fill(pseudo("Name"), name, dialog)
    driver.fill(pseudo("Identity secret"), secret, dialog)
    driver.click(pseudo("Save"), dialog)
    driver.wait_to_read(name)


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
    (call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP), "The user is verified, the shop is not signed"),
    (call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP, shop_hash="abc"), "The user is verified, the shop is not"),
    (call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL)), "The server signed {detail} instead of {value}"),
    (call(email=EMAIL, user_hash=sign(EMAIL + "\n", SECRET.upper())), "{first} (and {second})"),
    (call(email=EMAIL, user_hash="ab" * 32), "user_hash does not verify"),
    (call(email=EMAIL), "Not verified: no user_hash is sent"),
    (call(email="{{ customer.email }}", user_hash="YOUR_HASH"), "Cannot tell from this text"),
    (call(user_hash=sign(EMAIL)), "A user_hash is sent, but nothing that it could belong to"),
    (call(email=EMAIL, user_hash=SECRET), "An identity secret stands in this text"),
    (call(email=EMAIL) + call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL)), "The server signed {detail}"),
)


def test_every_state_of_the_window_is_translated_and_fits(driver: _AppDriver) -> None:
    problems: dict[str, set[str]] = {}
    driver.wait_to_read(pseudo("Welcome to Convot Inspector"))
    steps = driver.card("firstSteps")
    driver.click(pseudo("Next"), steps)
    look(driver, problems, "first step, without a name")
    driver.fill(pseudo("Name of the app"), "Beta", steps)
    driver.click(pseudo("Next"), steps)
    driver.fill(pseudo("Identity secret of the app"), "short", steps)
    driver.click(pseudo("Save the app"), steps)
    look(driver, problems, "second step, with a wrong secret")
    driver.fill(pseudo("Identity secret of the app"), OTHER, steps)
    driver.click(pseudo("Save the app"), steps)
    driver.wait_to_read(pseudo("Show me an example"), steps)
    look(driver, problems, "third step")
    driver.click(pseudo("Skip these steps"))
    driver.main_view.service.remove(driver.main_view.service.apps[0].id, lambda _: None)
    driver.wait_to_read(pseudo("No app yet"))
    for text, title in _TEXTS:
        paste(driver, text, title)
        look(driver, problems, f"{title} ({text[:30]!r})", *re.findall(r"[\w.@-]+", text))
    add_app(driver, "Acme, production", SECRET)
    for text, title in _CALLS:
        paste(driver, text, title)
        look(driver, problems, f"{title} ({text[:60]!r})", *re.findall(r"[\w.@-]+", text), "customer")
    assert not problems, report(problems)


WRONG = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL))
_NOT_EXPLAINED = call(email=EMAIL + "\u200b", user_hash="ab" * 32)


def close(dialog: QDialog) -> None:
    dialog.reject()
    QApplication.processEvents()


def test_the_typed_values_are_translated_and_fit(driver: _AppDriver) -> None:
    problems: dict[str, set[str]] = {}
    tabs = next(bar for bar in driver.visible(QTabBar) if bar.count() == 2)
    for text, kind in (
        (call(email="{{ customer.email }}", user_hash="YOUR_HASH"), "a template"),
        (call(email="[email\u00a0protected]", user_hash="abcdef…"), "hidden in this copy"),
        ("Convot.identify({ email: user.email, user_hash: makeHash() })", "code"),
    ):
        paste(driver, text, "Cannot tell from this text")
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())

        def there(kind: str = kind) -> None:
            said = [each.placeholderText() for each in driver.visible(QLineEdit)]
            assert any(pseudo(kind) in words for words in said), said

        driver.qtbot.waitUntil(there)
        look(driver, problems, kind, *re.findall(r"[\w.@-]+", text))
    assert not problems, report(problems)


def test_the_apps_dialogs_are_translated_and_fit(driver: _AppDriver) -> None:
    problems: dict[str, set[str]] = {}
    driver.choose(pseudo("Add an app…"))
    adding = driver.dialog(pseudo("Add an app"))
    look(driver, problems, "add")
    for secret in ("", "app_123", "CONVOT_SECRET=1", "'a'", "a b", "zz", "g" * 64):
        driver.fill(pseudo("Identity secret"), secret, adding)
        driver.click(pseudo("Save"), adding)
        look(driver, problems, f"add with {secret!r}")
    close(adding)
    for name, secret in (("Acme, production", SECRET), ("Beta", OTHER)):
        add_app(driver, name, secret)
    driver.click_on(driver.card("appChooser"))
    look(driver, problems, "the list of apps")
    driver.fill(pseudo("Search the apps by name"), "zzz", driver.card("popup"))
    look(driver, problems, "no such app")
    driver.card("popup").hide()
    driver.choose(pseudo("Manage apps…"))
    managing = driver.dialog(pseudo("Apps"))
    look(driver, problems, "manage")
    driver.click(pseudo("New secret…"), managing)
    renewing = driver.dialog(pseudo("New secret"))
    look(driver, problems, "new secret")
    driver.fill(pseudo("Identity secret"), hashlib.sha256(b"new").hexdigest(), renewing)
    driver.click(pseudo("Save"), renewing)
    driver.qtbot.waitUntil(
        lambda: len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 2, timeout=10_000
    )
    look(driver, problems, "with a previous secret")
    for words in ("Remove…", "Forget…"):
        driver.click(pseudo(words), managing)
        driver.qtbot.waitUntil(lambda: bool(managing.findChildren(QMessageBox)))
        look(driver, problems, words)
        for box in managing.findChildren(QMessageBox):
            close(box)
            driver.qtbot.waitUntil(lambda: not managing.findChildren(QMessageBox))
    driver.click(pseudo("Edit…"), managing)
    editing = driver.dialog(pseudo("Edit the app"))
    driver.fill(pseudo("Public app key, optional"), "no key", editing)
    driver.click(pseudo("Save"), editing)
    driver.qtbot.waitUntil(lambda: driver.reads(pseudo("Save"), editing))
    look(driver, problems, "edit")
    close(editing)
    close(managing)
    table = f"Gamma\t{hashlib.sha256(b'3').hexdigest()}\nBeta\t{OTHER}\nDelta\tshort\n\t{'1' * 64}\nEta\t{OTHER}"
    QGuiApplication.clipboard().setText(table)
    driver.choose(pseudo("Import several apps…"))
    importing = driver.dialog(pseudo("Import several apps"))
    look(driver, problems, "import")
    driver.click(pseudo("Paste the table"), importing)
    look(driver, problems, "a table to import")
    driver.click(pseudo("Import {count} apps").replace("{count}", "2"), importing)
    driver.wait_to_read(pseudo("{count} apps were added.").replace("{count}", "2"), importing)
    look(driver, problems, "imported", "Gamma")
    close(importing)
    driver.choose(pseudo("Lock now"))
    look(driver, problems, "locked", "Gamma")
    assert not problems, report(problems)


def test_the_other_dialogs_are_translated_and_fit(driver: _AppDriver) -> None:
    problems: dict[str, set[str]] = {}
    add_app(driver, "Acme, production", SECRET)
    paste(driver, _NOT_EXPLAINED, "user_hash does not verify")
    driver.wait_to_read(pseudo("Check with another secret…"))
    driver.click(pseudo("Characters…"))
    characters = driver.dialog(pseudo("Characters"))
    look(driver, problems, "characters")
    close(characters)
    driver.click(pseudo("Check with another secret…"))
    trying = driver.dialog(pseudo("Check with another secret"))
    look(driver, problems, "another secret")
    for secret in ("short", OTHER):
        driver.fill(pseudo("Secret to try"), secret, trying)
        driver.click(pseudo("Check"), trying)
        driver.qtbot.waitUntil(lambda: not driver.reads(pseudo("Checking…"), trying), timeout=20_000)
        look(driver, problems, f"another secret: {secret[:5]}")
    close(trying)
    driver.choose(pseudo("Find…"))
    QTest.keyClicks(driver.field(pseudo("Find in the text")), "zzz")
    look(driver, problems, "find", "zzz")
    paste(driver, WRONG, "The server signed {detail} instead of {value}")
    driver.click(pseudo("The whole code…"), driver.card("user_hash"))
    coding = driver.dialog(pseudo("The whole code"))
    look(driver, problems, "code", *LANGUAGES)
    close(coding)
    for entry, title in (
        ("How identity verification works", "How identity verification works"),
        ("Check this installation", "Check of this installation"),
        ("About Convot Inspector", "About Convot Inspector"),
    ):
        driver.choose(pseudo(entry))
        helping = driver.dialog(pseudo(title))
        look(driver, problems, entry, *_OF_THE_SYSTEM)
        close(helping)
    driver.choose(pseudo("Export…"))
    exporting = driver.dialog(pseudo("Export"))
    kinds, _ = exporting.findChildren(QComboBox)
    for kind in range(kinds.count()):
        kinds.setCurrentIndex(kind)
        driver.qtbot.waitUntil(lambda: all(each.isEnabled() for each in driver.buttons(exporting)))
        look(driver, problems, f"export {kind}", *re.findall(r"[\w.@*-]+", WRONG))
    close(exporting)
    assert not problems, report(problems)


def test_what_is_handed_over_is_in_the_windows_language(driver: _AppDriver) -> None:
    add_app(driver, "Acme, production", SECRET)
    paste(driver, WRONG, "The server signed {detail} instead of {value}")
    driver.click(pseudo("Copy answer for the merchant"))
    answer = QGuiApplication.clipboard().text()
    assert answer.startswith(pseudo("Thank you for sending this, I have checked it."))
    assert left_in_english(answer) == ""
    driver.click(pseudo("Copy developer ticket"))
    ticket = QGuiApplication.clipboard().text()
    assert ticket.startswith("# " + pseudo("Convot identity verification: {title}").partition("{")[0])
    assert (
        left_in_english(re.sub(r"```.*?```", "", ticket, flags=re.DOTALL), [SHOP, "j***", "j***.myshopify.com"]) == ""
    )


def test_a_value_of_the_other_direction_stands_in_its_own_line_or_isolated(driver: _AppDriver) -> None:
    add_app(driver, "Acme, production", SECRET)
    text = call(external_id=HEBREW, email=EMAIL, user_hash=sign(HEBREW + " "))
    paste(driver, text, "White space differs at the ends of {value}")
    assert driver.reads(f"\u2068{HEBREW}␣\u2069", driver.card("headline"))  # between its quotes, whatever stands behind
    assert any(each.text() == HEBREW for each in driver.visible(ValueButton, driver.card("signed")))
