"""A day of support: forty tickets in a row, half of them by keyboard and half with the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest
from heartbeat import Heartbeat
from keyboard import Keyboard
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget
from tickets import APPS, tickets

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.diagnosis.diagnosis import Circumstances
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.headline import headline
from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver
    from PySide6.QtGui import QClipboard
    from tickets import Ticket

    from convot_inspector.core.model import Inspection

pytestmark = pytest.mark.slow

LONGEST_PAUSE = 50  # milliseconds of computing between two beats of the event loop
COPIES = {
    "answer": ("Ctrl+Shift+C", "Copy answer for the merchant"),
    "ticket": ("Ctrl+Shift+D", "Copy developer ticket"),
}


class Expected(NamedTuple):
    """What is true of a ticket, from core alone. ``answer``: empty where nothing can be copied."""

    ticket: Ticket
    title: str
    tone: str
    answer: str


class Results(QObject):
    """Emits ``final`` once the window shows a verdict for which no cause is looked for any more."""

    final = Signal(str)  # the app that is chosen

    def __init__(self, driver: AppDriver) -> None:
        super().__init__(driver.window)
        self._driver = driver
        for signal in (driver.main_view._runner.verdict, driver.main_view._runner.explained):
            signal.connect(self._look)  # connected last, so the window has shown it

    def _look(self, inspection: Inspection | None) -> None:
        current = self._driver.main_view.current_app
        if inspection is None or current.app is None or not current.fingerprint:
            return  # nothing was checked, or the secret is still being fetched
        if not any(call.user.is_pending or call.shop.is_pending for call in inspection.calls):
            self.final.emit(current.app.name)


class Agent:
    """Somebody who answers tickets. Only what the window does is in the beats, not what the test computes."""

    def __init__(self, driver: AppDriver) -> None:
        self.driver, self.results = driver, Results(driver)
        self.beat, self.keyboard = Heartbeat(driver.window), Keyboard(driver.qtbot)
        self.keyboard.wait_for_focus_in(driver.window)

    def paste(self, ticket: Ticket) -> None:
        """Paste a ticket and choose its app, unless the window finds it by its key."""
        raise NotImplementedError

    def copy(self, what: str) -> None:
        """Copy the answer or the ticket."""
        raise NotImplementedError

    @property
    def has_to_choose(self) -> str:
        """The name of the app that is chosen now."""
        app = self.driver.main_view.current_app.app
        return app.name if app is not None else ""

    def handle(self, ticket: Ticket) -> None:
        """Paste a ticket and wait for its final verdict."""
        clipboard().setText(ticket.text)
        self.beat.forget()
        is_this_app = partial(str.__eq__, ticket.app)
        with self.driver.qtbot.waitSignal(self.results.final, timeout=30_000, check_params_cb=is_this_app):
            self.paste(ticket)
        self.breathe()

    def copied(self, what: str, *, is_there: bool) -> str:
        """Copy something; return what is in the clipboard then. ``is_there``: whether there is something to copy."""
        clipboard().setText("before")
        self.beat.forget()
        self.copy(what)
        if is_there:
            self.driver.qtbot.waitUntil(lambda: clipboard().text() != "before", timeout=30_000)
        self.breathe()
        return clipboard().text()

    def breathe(self) -> None:
        """Let the window draw, and forget what the test computes from now on."""
        now = self.beat.beats
        self.driver.qtbot.waitUntil(lambda: self.beat.beats > now + 5)
        # Without a window manager, a popup becomes active after it was closed.
        self.driver.window.activateWindow()
        self.driver.qtbot.waitUntil(self.driver.window.isActiveWindow)


class WithKeyboard(Agent):
    """Uses no mouse."""

    def paste(self, ticket: Ticket) -> None:
        if not ticket.has_key and self.has_to_choose != ticket.app:
            self.keyboard.press("Ctrl+N", "Ctrl+K")
            self.keyboard.type(ticket.app)
            self.keyboard.press("Return")
            self.keyboard.wait_for_focus_in(self.driver.window)
        self.keyboard.press("Ctrl+V")

    def copy(self, what: str) -> None:
        self.keyboard.press(COPIES[what][0])


class WithMouse(Agent):
    """Uses no keyboard."""

    def paste(self, ticket: Ticket) -> None:
        self._click("Paste")
        if not ticket.has_key and self.has_to_choose != ticket.app:
            self.driver.click_on(self.driver.card("appChooser"))
            listed = self.driver.visible(QListWidget, self.driver.card("popup"))[0]
            (item,) = listed.findItems(ticket.app, Qt.MatchFlag.MatchExactly)
            where = listed.visualItemRect(item).center()
            QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def copy(self, what: str) -> None:
        self._click(COPIES[what][1])

    def _click(self, words: str) -> None:
        found = next(each for each in self.driver.visible(QAbstractButton) if each.text() == words)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def clipboard() -> QClipboard:
    return QGuiApplication.clipboard()


@pytest.fixture(scope="module")
def expected() -> list[Expected]:
    return [expected_of(ticket) for ticket in tickets()]


def expected_of(ticket: Ticket) -> Expected:
    """Inspect a ticket without the window; the table says what has to come out."""
    others = {name: secret for name, (secret, _) in APPS.items() if name != ticket.app}
    inspection = inspect_text(ticket.text, AppSecrets(APPS[ticket.app][0], (), others))
    if ticket.conclusion is None:
        assert not inspection.calls
        return Expected(ticket, "No identify call found", "unknown", "")
    known = Circumstances(
        setting="on" if "identity_verification_required" in ticket.text else "unknown",
        shows_rejection="identity_verification_required" in ticket.text,
        has_app_key=ticket.has_key,
        shows_call="identify" in ticket.text,
        input_format=inspection.format,
    )
    worst = min(inspection.diagnoses(known), key=lambda found: headline(found).badness)
    assert ((worst.subject, worst.conclusion), worst.about.verdict.causes) == (ticket.conclusion, ticket.causes)
    return Expected(ticket, headline(worst).title, headline(worst).tone, merchant_answer(worst))


def test_forty_tickets_by_keyboard_and_with_the_mouse(driver: AppDriver, expected: list[Expected]) -> None:
    for name, (secret, key) in APPS.items():
        driver.add_app(name, secret, key)
    half, pauses = len(expected) // 2, []
    for agent, cases in ((WithKeyboard(driver), expected[:half]), (WithMouse(driver), expected[half:])):
        for case in cases:
            agent.beat.longest = 0.0
            scroll_down(driver)
            agent.handle(case.ticket)
            assert_is_shown(driver, case)
            assert_is_copied(agent, case)
            pauses.append(agent.beat.longest)
    # Two exceptions: sharing caches with other processes makes the same computing longer.
    *usual, _, longest = sorted(pauses)
    assert len(pauses) == 40
    assert usual[-1] < LONGEST_PAUSE, pauses
    assert longest < 2 * LONGEST_PAUSE, pauses


def scroll_down(driver: AppDriver) -> None:
    bar = driver.main_view._verdict.verticalScrollBar()
    bar.setValue(bar.maximum())


def assert_is_shown(driver: AppDriver, case: Expected) -> None:
    """The whole window is about this ticket: text, headline from its top, app, and the newest of the cases."""
    driver.qtbot.waitUntil(lambda: driver.main_view._verdict.verticalScrollBar().value() == 0)
    head = driver.card("headline")
    # When the list of apps changes, the same text is checked once more.
    driver.qtbot.waitUntil(lambda: head.accessibleName() == case.title, timeout=30_000)
    assert (head.accessibleName(), head.property("tone")) == (case.title, case.tone), case.ticket
    assert driver.window.findChildren(Editor)[0].text() == case.ticket.text
    with_secret = [text for text in driver.texts(head) if text.startswith("Checked on ")]
    assert all(f"the secret of {case.ticket.app} (" in text for text in with_secret)
    assert bool(with_secret) == (case.ticket.conclusion is not None)
    assert driver.main_view.cases.current.title == case.title


def assert_is_copied(agent: Agent, case: Expected) -> None:
    """Answer and ticket are about this ticket and its app; the focus is where the next paste is the next ticket."""
    others = [name for name in APPS if name != case.ticket.app]
    answer, ticket = (agent.copied(what, is_there=bool(case.answer)) for what in COPIES)
    assert answer == (case.answer or "before"), case.ticket
    assert not any(name in text for name in others for text in (answer, ticket)), case.ticket
    if case.answer:
        assert case.title in ticket
        assert f"the secret of {case.ticket.app} (" in ticket
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not (isinstance(focused, Editor) and case.answer), case.ticket
