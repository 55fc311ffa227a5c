"""A tour through every state of the window and every dialog, in any language."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paste import EMAIL, RIGHT, SECRET, SHOP, call, sign
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTabBar

from convot_inspector.ui.widgets.question_box import QuestionBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from app_driver import AppDriver
    from PySide6.QtWidgets import QDialog

    class Look(Protocol):
        """Called at each stop with its name and the texts in it that come from the paste."""

        def __call__(self, state: str, *values: str) -> None: ...


OTHER = hashlib.sha256(b"other").hexdigest()


@dataclass(frozen=True)
class Tour:
    """``say`` translates an English sentence into the window's language."""

    driver: AppDriver
    say: Callable[[str], str]
    look: Look


def paste(tour: Tour, text: str, title: str) -> None:
    """Paste a text, and wait for the headline or for a part of it."""
    driver = tour.driver
    QGuiApplication.clipboard().setText(text)
    driver.click(tour.say("Paste"))
    pieces = [piece for piece in re.split(r"\{\w+\}", tour.say(title)) if len(piece) > 1]

    def there() -> None:
        assert all(driver.reads(piece, driver.card("headline")) for piece in pieces), driver.texts(
            driver.card("headline")
        )

    driver.qtbot.waitUntil(there)


def add_app(tour: Tour, name: str, secret: str) -> None:
    """Add an app through its dialog."""
    driver, say = tour.driver, tour.say
    driver.choose(say("Add an app…"))
    dialog = driver.dialog(say("Add an app"))
    driver.fill(say("Name"), name, dialog)
    driver.fill(say("Identity secret"), secret, dialog)
    driver.click(say("Save"), dialog)
    driver.wait_to_read(name)


def close(dialog: QDialog) -> None:
    """Close a dialog by Escape."""
    dialog.reject()
    QApplication.processEvents()


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
    (RIGHT.replace("});", "  email: 'x',\n});"), "Verified, with {remarks}"),
    (call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP), "The user is verified, the shop is not signed"),
    (call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP, shop_hash="abc"), "The user is verified, the shop is not"),
    (call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL)), "The server signed {detail} instead of {value}"),
    (call(email=EMAIL, user_hash=sign(EMAIL + "\n", SECRET.upper())), "{first} (and {second})"),
    (call(email=EMAIL, user_hash="ab" * 32), "user_hash does not verify"),
    (call(email=EMAIL), "Not verified: no user_hash is sent"),
    (call(email="{{ customer.email }}", user_hash="YOUR_HASH"), "{detail} is a placeholder from an example"),
    (call(user_hash=sign(EMAIL)), "user_hash is sent, but not the value that it signs"),
    (call(email=EMAIL, user_hash=SECRET), "This text contains an identity secret"),
    (call(email=EMAIL) + call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL)), "The server signed {detail}"),
)


def window_states(tour: Tour) -> None:
    """Go through the first steps, every headline without a secret, and every headline with one."""
    driver, say = tour.driver, tour.say
    driver.wait_to_read(say("Welcome to Convot Inspector"))
    steps = driver.card("firstSteps")
    driver.click(say("Next"), steps)
    tour.look("first step, without a name")
    driver.fill(say("Name of the app"), "Beta", steps)
    driver.click(say("Next"), steps)
    driver.fill(say("Identity secret of the app"), "short", steps)
    driver.click(say("Save the app"), steps)
    tour.look("second step, with a wrong secret")
    driver.fill(say("Identity secret of the app"), OTHER, steps)
    driver.click(say("Save the app"), steps)
    driver.wait_to_read(say("Show me an example"), steps)
    tour.look("third step")
    driver.click(say("Skip these steps"))
    driver.main_view.service.remove(driver.main_view.service.apps[0].id, lambda _: None)
    driver.wait_to_read(say("No app yet"))
    for text, title in _TEXTS:
        paste(tour, text, title)
        tour.look(f"{title} ({text[:30]!r})", *re.findall(r"[\w.@-]+", text))
    add_app(tour, "Acme, production", SECRET)
    for text, title in _CALLS:
        paste(tour, text, title)
        tour.look(f"{title} ({text[:60]!r})", *re.findall(r"[\w.@-]+", text), "customer")


WRONG = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL))
_NOT_EXPLAINED = call(email=EMAIL + "\u200b", user_hash="ab" * 32)


def typed_values(tour: Tour) -> None:
    """Show values that the text does not hold in the tab with the fields."""
    driver, say = tour.driver, tour.say
    tabs = next(bar for bar in driver.visible(QTabBar) if bar.count() == 2)
    placeholder, unknown = "{detail} is a placeholder from an example", "Cannot tell from this text"
    for text, title, kind in (
        (call(email="{{ customer.email }}", user_hash="YOUR_HASH"), placeholder, "a template"),
        ("Convot.identify({email: '[email\u00a0protected]', user_hash: 'abcdef…'})", unknown, "hidden in this copy"),
        ("Convot.identify({ email: user.email, user_hash: makeHash() })", unknown, "code"),
    ):
        paste(tour, text, title)
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())

        def there(kind: str = kind) -> None:
            said = [each.placeholderText() for each in driver.visible(QLineEdit)]
            assert any(say(kind) in words for words in said), said

        driver.qtbot.waitUntil(there)
        tour.look(kind, *re.findall(r"[\w.@-]+", text))


def app_dialogs(tour: Tour) -> None:
    """Open every dialog of the apps, with mistakes in what is typed."""
    driver, say = tour.driver, tour.say
    driver.choose(say("Add an app…"))
    adding = driver.dialog(say("Add an app"))
    tour.look("add")
    for secret in ("", "app_123", "CONVOT_SECRET=1", "'a'", "a b", "zz", "g" * 64):
        driver.fill(say("Identity secret"), secret, adding)
        driver.click(say("Save"), adding)
        tour.look(f"add with {secret!r}")
    close(adding)
    for name, secret in (("Acme, production", SECRET), ("Beta", OTHER)):
        add_app(tour, name, secret)
    driver.click_on(driver.card("appChooser"))
    tour.look("the list of apps")
    driver.fill(say("Search the apps by name"), "zzz", driver.card("popup"))
    tour.look("no such app")
    driver.card("popup").hide()
    driver.choose(say("Manage apps…"))
    managing = driver.dialog(say("Apps"))
    tour.look("manage")
    driver.click(say("New secret…"), managing)
    renewing = driver.dialog(say("New secret"))
    tour.look("new secret")
    driver.fill(say("Identity secret"), hashlib.sha256(b"new").hexdigest(), renewing)
    driver.click(say("Save"), renewing)
    driver.qtbot.waitUntil(lambda: len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 2)
    tour.look("with a previous secret")
    for words in ("Remove…", "Forget…"):
        driver.click(say(words), managing)
        driver.qtbot.waitUntil(lambda: bool(managing.findChildren(QuestionBox)))
        tour.look(words)
        for box in managing.findChildren(QuestionBox):
            close(box)
            driver.qtbot.waitUntil(lambda: not managing.findChildren(QuestionBox))
    driver.click(say("Edit…"), managing)
    editing = driver.dialog(say("Edit the app"))
    driver.fill(say("Public app key, optional"), "no key", editing)
    driver.click(say("Save"), editing)
    driver.qtbot.waitUntil(lambda: driver.reads(say("Save"), editing))
    tour.look("edit")
    close(editing)
    close(managing)
    table = f"Gamma\t{hashlib.sha256(b'3').hexdigest()}\nBeta\t{OTHER}\nDelta\tshort\n\t{'1' * 64}\nEta\t{OTHER}"
    QGuiApplication.clipboard().setText(table)
    driver.choose(say("Import several apps…"))
    importing = driver.dialog(say("Import several apps"))
    tour.look("import")
    driver.click(say("Paste the table"), importing)
    tour.look("a table to import")
    driver.click(say("Import {count} apps").replace("{count}", "2"), importing)
    driver.wait_to_read(say("{count} apps were added.").replace("{count}", "2"), importing)
    tour.look("imported", "Gamma")
    close(importing)
    driver.choose(say("Lock now"))
    tour.look("locked", "Gamma")
    driver.choose(say("Remove all data…"))
    removing = driver.dialog(say("Remove all data"))
    tour.look("remove all data", "Gamma")
    close(removing)


HELP = {
    "How identity verification works": "How identity verification works",
    "Check this installation": "Check of this installation",
    "About Convot Inspector": "About Convot Inspector",
}
"""Entries of the Help menu, and the titles of their dialogs."""


def other_dialogs(tour: Tour) -> None:
    """Open every dialog about a call, and those of the Help menu."""
    driver, say = tour.driver, tour.say
    add_app(tour, "Acme, production", SECRET)
    paste(tour, _NOT_EXPLAINED, "user_hash does not verify")
    driver.wait_to_read(say("Check with another secret…"))
    driver.click(say("Characters…"))
    characters = driver.dialog(say("Characters"))
    tour.look("characters")
    close(characters)
    driver.click(say("Check with another secret…"))
    trying = driver.dialog(say("Check with another secret"))
    tour.look("another secret")
    driver.click(say("The secret of another app"), trying)
    for secret in ("5" * 63, OTHER):
        driver.fill(say("Secret to try"), secret, trying)
        driver.click(say("Check"), trying)
        driver.qtbot.waitUntil(lambda: not driver.reads(say("Checking…"), trying))
        tour.look(f"another secret: {secret[:5]}")
    close(trying)
    driver.choose(say("Find…"))
    QTest.keyClicks(driver.field(say("Find in the text")), "zzz")
    tour.look("find", "zzz")
    paste(tour, WRONG, "The server signed {detail} instead of {value}")
    driver.click(say("Complete code…"), driver.card("user_hash"))
    coding = driver.dialog(say("Complete code"))
    tour.look("code")
    close(coding)
    for entry, title in HELP.items():
        driver.choose(say(entry))
        helping = driver.dialog(say(title))
        tour.look(entry)
        close(helping)
    driver.choose(say("Export…"))
    exporting = driver.dialog(say("Export"))
    kinds, _ = exporting.findChildren(QComboBox)
    for kind in range(kinds.count()):
        kinds.setCurrentIndex(kind)
        driver.qtbot.waitUntil(lambda: all(each.isEnabled() for each in driver.buttons(exporting)))
        tour.look(f"export {kind}", *re.findall(r"[\w.@*-]+", WRONG))
    close(exporting)


TOURS: dict[str, Callable[[Tour], None]] = {
    "the window": window_states,
    "the typed values": typed_values,
    "the apps": app_dialogs,
    "the other dialogs": other_dialogs,
}
