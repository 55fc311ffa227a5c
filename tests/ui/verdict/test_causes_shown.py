"""The window shows the proven cause with its proof and fix, and what to ask if nothing is proven."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, SHOP, call, sign
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.model import AppSecrets
from convot_inspector.ui.paste.check_runner import CheckRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from app_driver import AppDriver
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from convot_inspector.core.model import Inspection

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("few_numbers")]

OTHER_SECRET = "5e" * 32
UNEXPLAINED = call(email=EMAIL, user_hash="7" * 64)


def test_the_headline_and_the_card_tell_the_cause_and_the_fold_has_the_proof(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    assert driver.reads(f"signing “{EMAIL}” reproduces this user_hash exactly", driver.card("headline"))
    assert driver.reads("For the developer of the page or server", driver.card("headline"))
    card = driver.card("user_hash")
    assert driver.reads("Proven: this mistake makes exactly the hash that was sent.", card)
    assert driver.reads("On the server, compute the hash of external_id.", card)
    assert not driver.reads("Should be", card)
    driver.click("What was tried", card)
    for words in (
        "Signed",
        EMAIL,
        "Should be",
        SHOP,
        fingerprint(SECRET),
        "HMAC-SHA256(key, text)",
        "Tried: the current",
    ):
        assert driver.reads(words, card), words
    assert not driver.reads(sign(SHOP))  # the right hash stays hidden
    assert not driver.reads(SECRET)


def test_invisible_characters_that_were_signed_are_seen(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL + "\n").upper()))
    driver.wait_to_read("The white space around email differs", driver.card("headline"))
    card = driver.card("user_hash")
    driver.click("What was tried", card)
    assert f"{EMAIL}⏎" in driver.texts(card)
    assert driver.reads("hex with capitals", card)


def test_the_fix_is_shown_in_the_language_that_was_chosen_once(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    text = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL))
    driver.paste(text)
    card = driver.card("user_hash")
    driver.wait_to_read('OpenSSL::HMAC.hexdigest("SHA256", identity_secret, value)', card)
    driver.choose("PHP")
    driver.wait_to_read('hash_hmac("sha256", $value, $identitySecret)', card)
    driver.restart()
    driver.wait_to_read("Acme")
    driver.paste(text)
    driver.wait_to_read('hash_hmac("sha256", $value, $identitySecret)', driver.card("user_hash"))


def test_other_apps_of_the_user_are_tried_also_one_that_is_added_later(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)))
    driver.wait_to_read("No known mistake", driver.card("user_hash"))
    driver.add_app("Staging", OTHER_SECRET)
    driver.wait_to_read("Verified", driver.card("headline"))  # an app that was added is the chosen one
    driver.click("Manage apps…")
    driver.dialog("Apps").close()
    driver.choose_app("Acme")
    driver.wait_to_read("The hash was made with the secret of another app", driver.card("headline"))
    assert driver.reads("the secret of Staging", driver.card("user_hash"))


def test_unexplained_hash_shows_what_was_tried_and_what_helps(driver: AppDriver) -> None:
    driver.add_app("Staging", OTHER_SECRET)
    driver.add_app("Acme", SECRET)
    driver.paste(UNEXPLAINED)
    card = driver.card("user_hash")
    driver.wait_to_read("No known mistake with these secrets makes this hash", card)
    assert driver.reads("Tried: the current secret, 1 other app; ", card)
    assert driver.reads("Was the secret ever regenerated?", card)
    assert driver.reads("Which text does the server sign for email", card)
    assert driver.reads("No known mistake makes this hash", driver.card("headline"))


CODE = fingerprint(OTHER_SECRET)


def try_another(driver: AppDriver, sent: str) -> QDialog:
    """Paste a call whose hash nothing explains, and open the dialog for another secret."""
    driver.paste(call(email=EMAIL, user_hash=sent))
    card = driver.card("user_hash")
    driver.wait_to_read("No known mistake", card)
    driver.click("Check with another secret…", card)
    dialog = driver.dialog("Check with another secret")
    driver.click("A previous secret of “Acme”", dialog)
    return dialog


def test_a_call_is_checked_with_another_secret_that_is_not_saved(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    before = keychain.items()
    dialog = try_another(driver, sign(EMAIL, OTHER_SECRET))
    card, notice = driver.card("user_hash"), driver.card("notice")
    driver.fill("Secret to try", "not a secret", dialog)
    driver.click("Check", dialog)
    driver.wait_to_read("64", dialog)
    driver.fill("Secret to try", "44" * 32, dialog)
    driver.click("Check", dialog)
    driver.wait_to_read("No known mistake makes this user_hash with that secret", dialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    QGuiApplication.clipboard().setText(f" {OTHER_SECRET}\n")
    field.selectAll()
    field.paste()
    assert driver.reads("The spaces or line breaks around it were left out.", dialog)
    driver.click("Check", dialog)
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
    assert [top.windowTitle() for top in QApplication.topLevelWidgets() if top.isVisible()] == ["Convot Inspector"]
    assert driver.reads(f"Checked with another secret too: {CODE}", notice)
    driver.press("Ctrl+Shift+C")
    assert "uses an old identity secret" in QGuiApplication.clipboard().text()
    driver.click("Forget it", notice)
    driver.wait_to_read("No known mistake", card)
    assert not notice.isVisible()
    assert keychain.items() == before


def test_another_secret_is_forgotten_with_its_text_and_with_a_lock(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    ways: list[Callable[[], None]] = [
        lambda: driver.paste(UNEXPLAINED),
        lambda: driver.choose("Lock now"),
        lambda: driver.choose("Clear"),
    ]
    for leave in ways:
        dialog = try_another(driver, sign(EMAIL, OTHER_SECRET))
        driver.fill("Secret to try", OTHER_SECRET, dialog)
        driver.click("Check", dialog)
        driver.wait_to_read("Checked with another secret", driver.card("notice"))
        driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
        leave()
        assert driver.main_view.current_app.other is None
        assert not driver.reads("Checked with another secret")


def test_another_secret_stays_with_its_case(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    dialog = try_another(driver, sign(EMAIL, OTHER_SECRET))
    driver.fill("Secret to try", OTHER_SECRET, dialog)
    driver.click("Check", dialog)
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("Verified", driver.card("headline"))
    assert not driver.reads("Checked with another secret")
    driver.press("Ctrl+Tab")
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
    assert driver.reads(f"Checked with another secret too: {CODE}", driver.card("notice"))
    driver.press("Ctrl+Tab")
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("Lock now")
    driver.press("Ctrl+Tab")
    driver.wait_to_read("No known mistake", driver.card("user_hash"))
    assert driver.main_view.current_app.other is None


def test_another_secret_is_saved_as_a_previous_one(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    dialog = try_another(driver, sign(EMAIL, OTHER_SECRET))
    driver.fill("Secret to try", OTHER_SECRET, dialog)
    driver.click("Check", dialog)
    driver.click("Save as previous secret", driver.card("notice"))
    driver.wait_to_read("Saved as a previous secret of “Acme”.", driver.card("notice"))
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
    assert len(keychain.items()) == 2
    driver.click("OK", driver.card("notice"))
    assert not driver.card("notice").isVisible()
    driver.click("Manage apps…")
    assert driver.reads(CODE, driver.dialog("Apps"))
    driver.click("Close", driver.dialog("Apps"))


def test_the_secret_of_another_app_is_added_as_an_app(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    dialog = try_another(driver, sign(EMAIL, OTHER_SECRET))
    driver.fill("Secret to try", OTHER_SECRET, dialog)
    driver.click("The secret of another app", dialog)
    driver.click("Check", dialog)
    driver.wait_to_read("The hash was made with the secret of another app", driver.card("headline"))
    driver.click("Add as an app…", driver.card("notice"))
    adding = driver.dialog("Add an app")
    driver.fill("Name", "Beta", adding)
    driver.click("Save", adding)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads(f"Beta  ·  secret {CODE}")
    assert not driver.reads("Checked with another secret")


def test_mistake_made_with_another_secret_is_explained(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    sent = base64.b64encode(bytes.fromhex(sign(EMAIL, OTHER_SECRET))).decode()
    driver.paste(call(email=EMAIL, user_hash=sent))
    card = driver.card("user_hash")
    driver.wait_to_read("No known mistake", card)
    driver.click("Check with another secret…", card)
    dialog = driver.dialog("Check with another secret")
    driver.fill("Secret to try", OTHER_SECRET, dialog)
    driver.click("Check", dialog)
    driver.wait_to_read("Choose what it is", dialog)
    driver.click("A previous secret of “Acme”", dialog)
    driver.click("Check", dialog)
    driver.wait_to_read("The hash is written in base64", card)
    driver.wait_to_read("previous secret", card)


def test_pasted_text_in_a_proof_is_never_markup(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    hostile = "<b>bold</b><img src=x>"
    driver.paste(call(external_id="u1", name=hostile, user_hash=sign(hostile)))
    driver.wait_to_read("The server signed name instead of external_id", driver.card("headline"))
    driver.click("What was tried", driver.card("user_hash"))
    assert driver.reads(hostile, driver.card("user_hash"))
    assert {label.textFormat().name for label in driver.visible(QLabel)} == {"PlainText"}


def test_open_sections_stay_open_when_the_causes_arrive(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(UNEXPLAINED)
    card = driver.card("user_hash")
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    driver.click("What was checked", card)
    driver.click("Reveal", card)
    driver.wait_to_read("No known mistake", card)
    assert driver.reads(sign(EMAIL), card)


@pytest.fixture
def runner(qtbot: QtBot) -> CheckRunner:  # noqa: ARG001  # there is no QObject without an application
    owner = QObject()
    made = CheckRunner(owner)
    made.owner = owner  # type: ignore[attr-defined]  # it lives as long as what it owns
    return made


def test_the_verdict_comes_before_the_search_and_does_not_wait_for_it(qtbot: QtBot, runner: CheckRunner) -> None:
    came: list[str] = []
    runner.verdict.connect(lambda _: came.append("verdict"))
    runner.searching.connect(lambda: came.append("searching"))
    runner.explained.connect(lambda _: came.append("explained"))
    fields = {f"field_{n}": f"value {n}" for n in range(10)}
    others = {f"App {n}": f"{n:064x}" for n in range(5)}
    with qtbot.waitSignal(runner.explained):
        runner.ask(call(email=EMAIL, **fields, user_hash="7" * 64), AppSecrets(SECRET, (OTHER_SECRET,), others))
    assert came == ["verdict", "searching", "explained"]
    runner.stop()
    assert runner.worker.wait(20)


def test_only_the_newest_check_is_answered(qtbot: QtBot, runner: CheckRunner) -> None:
    answers: list[Inspection] = []
    runner.explained.connect(answers.append)
    with qtbot.waitSignal(runner.verdict):
        runner.ask(UNEXPLAINED, AppSecrets(SECRET))
    with qtbot.waitSignal(runner.explained):
        runner.ask(call(email="ann@example.com", user_hash=sign(EMAIL)), AppSecrets(SECRET))
    assert [answer.calls[0].call.fields["email"].value for answer in answers] == ["ann@example.com"]
    runner.stop()
    assert runner.worker.wait(20)
