"""Every part of the window agrees with the diagnosis: of generated texts, during and after the search, and locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, sign
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QGroupBox, QLabel, QPushButton

from convot_inspector import AppSecrets
from convot_inspector.core.diagnosis.diagnosis import Circumstances
from convot_inspector.core.inspection import Check
from convot_inspector.core.reports import sentences
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.wording.phrases import status_pill

if TYPE_CHECKING:
    from collections.abc import Callable

    from app_driver import AppDriver
    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.inspection import InspectionReport

pytestmark = pytest.mark.slow

APP, OTHER_APP = "Acme", "Globex of somebody else"
HELD = AppSecrets(SECRET, (), {OTHER_APP: OTHER_SECRET})
ABSENT = object()


def hashes_of(value: str) -> list[object]:
    right = sign(value)
    return [right, right, right.upper(), right[:40], sign(value, SECRET + "\n"), sign(value, OTHER_SECRET)]


FIELDS: dict[str, list[object]] = {
    "external_id": ["user-4711", "user-4711", 4711, "{{ id }}", Js("user.id"), "", ABSENT, ABSENT, ABSENT],
    "email": [EMAIL, EMAIL, f"{EMAIL} ", ABSENT],
    "user_hash": [*hashes_of("user-4711"), *hashes_of(EMAIL), "7" * 64, "undefined", Js("hash"), "", ABSENT, SECRET],
    "userHash": [ABSENT, ABSENT, ABSENT, sign(EMAIL)],
    "shop": [SHOP, ABSENT, ABSENT],
    "shop_hash": [*hashes_of(SHOP), "6" * 64, ABSENT, ABSENT],
}
FORMS: dict[str, Callable[[str], str]] = {
    "page": lambda calls: f"<script>\n{calls}</script>",
    "code": lambda calls: calls,
    "rejected": lambda calls: f"403 identity_verification_required\n{calls}",
    "prose": lambda _: f"The hash of {EMAIL} is {sign(EMAIL)}, and still anonymous.",
}


@st.composite
def pastes(draw: st.DrawFn) -> str:
    calls = "".join(
        call(
            **{name: value for name, values in FIELDS.items() if (value := draw(st.sampled_from(values))) is not ABSENT}
        )
        for _ in range(draw(st.sampled_from([1, 1, 2, 3])))
    )
    return FORMS[draw(st.sampled_from(["code", "code", "page", "rejected", "prose"]))](calls)


class Gate(QObject):
    """Holds the window's searches back until they are let through, so that their state can be looked at."""

    seen = Signal(object)

    def __init__(self, driver: AppDriver) -> None:
        super().__init__(driver.window)
        self._runner = driver.main_view._runner
        self._search, self._held = self._runner._search, list[tuple[Check, int]]()
        self._runner._search = self._hold  # type: ignore[method-assign]  # on this object only
        for signal in (self._runner.verdict, self._runner.explained):
            signal.connect(self.seen)  # connected last, so the window has shown it

    def _hold(self, check: Check, mine: int) -> None:
        self._held.append((check, mine))

    def open(self) -> None:
        """Let the held searches through; those of texts that were left end by themselves."""
        held, self._held = self._held, []
        for search in held:
            self._search(*search)

    def let_through(self, driver: AppDriver) -> None:
        """Let the searches through until the window shows a result; a check can begin again, as after unlocking."""
        final: list[bool] = []
        self.seen.connect(
            lambda found: final.append(not any(c.user.is_pending or c.shop.is_pending for c in found.calls))
        )

        def is_final() -> bool:
            self.open()
            return final[-1:] == [True]

        driver.qtbot.waitUntil(is_final, timeout=30_000)

    def forget(self) -> None:
        """Drop what is held."""
        self._held.clear()


@pytest.mark.parametrize("with_app", [True, False])
def test_no_part_of_the_window_contradicts_the_diagnosis(
    driver: AppDriver, monkeypatch: pytest.MonkeyPatch, *, with_app: bool
) -> None:
    monkeypatch.setattr("convot_inspector.core.search.explainer.MOST_SPENT", 2_000)
    if with_app:
        driver.add_app(OTHER_APP, OTHER_SECRET)
        driver.add_app(APP, SECRET)
    secrets = HELD if with_app else AppSecrets()
    gate = Gate(driver)

    @settings(
        max_examples=24 if with_app else 8,
        phases=[Phase.explicit, Phase.generate],  # each example takes a second: none is made smaller
        suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture],
    )
    @given(pastes(), st.sampled_from(["copy", "export", "lock"]))
    @example(call(email=EMAIL, user_hash="7" * 64), "copy")
    @example(call(email=EMAIL, user_hash="undefined"), "lock")
    @example(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)) + call(email="b@example.com"), "export")
    @example(call(external_id="user-4711", email=EMAIL, user_hash=sign(EMAIL)), "copy")
    def agrees(text: str, then: str) -> None:
        check = Check(text, secrets)
        assert_shows(driver, gate, check.verdict(), text)
        answer = answer_while_searching(driver, text)
        inspection = check.explained()
        if check.has_more:
            gate.let_through(driver)
            assert_is_shown(driver, inspection, text)
            if answer:
                assert QGuiApplication.clipboard().text() == merchant_answer(shown(driver, inspection, text))
        do_then(driver, gate, inspection, text, then)

    agrees()


def assert_shows(driver: AppDriver, gate: Gate, inspection: InspectionReport, text: str) -> None:
    """Paste a text; its verdict is shown for every call, and only what is right is called so."""
    gate.forget()
    QGuiApplication.clipboard().setText(text)
    current = driver.main_view.current_app

    def is_with_secret(_: object) -> bool:
        return current.app is None or bool(current.fingerprint)

    with driver.qtbot.waitSignal(gate.seen, timeout=30_000, check_params_cb=is_with_secret):
        driver.press_any("Ctrl+Shift+V")
    assert_is_shown(driver, inspection, text)
    box = driver.visible(QComboBox, driver.main_view._paste)
    for row in reversed(range(box[0].count() if len(inspection.calls) > 1 else 0)):  # the worst one last
        box[0].setCurrentIndex(row)
        box[0].activated.emit(row)
        assert_is_shown(driver, inspection, text)


def shown(driver: AppDriver, inspection: InspectionReport, text: str) -> Diagnosis:
    """Return the diagnosis of the call that the window shows."""
    known = Circumstances(
        setting="on" if "identity_verification_required" in text else "unknown",
        shows_rejection="identity_verification_required" in text,
        shows_call="identify" in text,
        input_format=inspection.format,
    )
    return inspection.diagnoses(known)[driver.main_view._shown]


def assert_is_shown(driver: AppDriver, inspection: InspectionReport, text: str, *, is_locked: bool = False) -> None:
    """Headline and cards say the diagnosis of the shown call, and nothing else."""
    head = driver.card("headline")
    if not inspection.calls:
        assert head.property("tone") == "unknown"
        assert not driver.card("user_hash").isVisible()
        return
    found = shown(driver, inspection, text)
    said = headline(found)
    if not (is_locked and "not-checked" in (found.inspected.user.status, found.inspected.shop.status)):
        assert (head.accessibleName(), head.accessibleDescription()) == (said.title, said.text)
    assert head.property("tone") == said.tone
    for about in found.hashes:
        card = driver.card(about.hash_name)
        texts = driver.texts(card)
        is_empty = about.hash_name in found.inspected.call.fields
        assert status_pill(about.verdict.status, is_empty=is_empty)[0] in texts
        means = sentences.no_cause(about)
        assert not means or means in texts
        assert titles(card) == [row.title for row in found.inspected.findings if row.target == about.target]
    signed = found.inspected.signed
    if signed is not None and signed.known and isinstance(signed.value, str):
        sent = found.inspected.call.sent("user_hash")
        is_right = sent is not None and sent.known and sent.value == sign(signed.value)
        assert (found.inspected.user.status == "verified") <= is_right  # computed without the code under test
        assert (head.property("tone") == "right") <= is_right


def titles(card: QWidget) -> list[str]:
    """Return the titles of the findings in a card; a row that is new is visible a little later."""
    fixes = [each for each in card.findChildren(QGroupBox) if each.objectName() == "fix"]
    return [each.findChildren(QLabel)[0].text() for each in fixes]


def answer_while_searching(driver: AppDriver, text: str) -> bool:
    """Copy the answer; return whether it is promised for later because the search runs."""
    diagnosis = driver.main_view._sharing._diagnosis
    if diagnosis is None or diagnosis.search_ended:
        return False
    driver.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == text
    assert driver.reads("The answer is copied when the cause is known.")
    return True


def do_then(driver: AppDriver, gate: Gate, inspection: InspectionReport, text: str, then: str) -> None:
    """Copy, export, or lock; everything that leaves the window is about the same diagnosis and names no other app."""
    copied: list[str] = []
    for keys in ("Ctrl+Shift+C", "Ctrl+Shift+D"):
        QGuiApplication.clipboard().setText("before")
        driver.press(keys)
        copied.append(QGuiApplication.clipboard().text())
    if not inspection.calls:
        assert copied == ["before", "before"]
        return
    found = shown(driver, inspection, text)
    assert copied[0] == merchant_answer(found)
    assert sentences.title(found) in copied[1].replace("\\", "")
    if then == "export":
        copied.append(exported(driver))
        assert all(call_.signed is None or "user_hash" in copied[2] for call_ in inspection.calls)
    for each in copied:
        assert OTHER_APP not in each
        assert SECRET not in each
    if then == "lock" and driver.main_view.current_app.app is not None:
        with driver.qtbot.waitSignal(gate.seen, timeout=30_000):
            driver.choose("Lock now")
        assert_is_shown(driver, Check(text, None).verdict(), text, is_locked=True)


def exported(driver: AppDriver) -> str:
    """Return what the export dialog copies."""
    driver.press("Ctrl+E")
    dialog = driver.dialog("Export")
    assert isinstance(dialog, QDialog)
    copy = next(each for each in driver.visible(QPushButton, dialog) if each.text() == "Copy")
    driver.qtbot.waitUntil(copy.isEnabled)
    driver.click("Copy", dialog)
    dialog.reject()
    return QGuiApplication.clipboard().text()
