"""The window tells the proven cause with its proof and fix, and what to ask where nothing is proven."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit
from test_first_light import EMAIL, SECRET, SHOP, call
from test_first_light import signed as sign

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.model import AppSecrets
from convot_inspector.ui.paste.check_runner import Inspecting

if TYPE_CHECKING:
    from desk import Desk
    from keychain_lab import Keychain
    from pytestqt.qtbot import QtBot

    from convot_inspector.core.model import Inspection

OTHER_SECRET = "5e" * 32
UNEXPLAINED = call(email=EMAIL, user_hash="7" * 64)


def test_the_headline_and_the_card_tell_the_cause_and_the_fold_has_the_proof(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL)))
    desk.wait_to_read("The server signed email instead of external_id", desk.card("headline"))
    assert desk.reads(f"signing “{EMAIL}” reproduces this user_hash exactly", desk.card("headline"))
    assert desk.reads("For the developer", desk.card("headline"))
    card = desk.card("user_hash")
    assert desk.reads("Proven: this mistake makes exactly the hash that was sent.", card)
    assert desk.reads("On the server, compute the hash of external_id.", card)
    assert not desk.reads("Should be", card)
    desk.click("What was tried, and the proof", card)
    for words in (
        "Signed",
        EMAIL,
        "Should be",
        SHOP,
        fingerprint(SECRET),
        "HMAC-SHA256(key, text)",
        "Tried: the current",
    ):
        assert desk.reads(words, card), words
    assert not desk.reads(sign(SHOP))  # the right hash stays hidden
    assert not desk.reads(SECRET)


def test_invisible_characters_that_were_signed_are_seen(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(email=EMAIL, user_hash=sign(EMAIL + "\n").upper()))
    desk.wait_to_read("White space differs at the ends of email", desk.card("headline"))
    card = desk.card("user_hash")
    desk.click("What was tried, and the proof", card)
    assert f"{EMAIL}⏎" in desk.texts(card)
    assert desk.reads("hex with capitals", card)


def test_the_fix_is_shown_in_the_language_that_was_chosen_once(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    text = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL))
    desk.paste(text)
    card = desk.card("user_hash")
    desk.wait_to_read('OpenSSL::HMAC.hexdigest("SHA256", identity_secret, value)', card)
    desk.choose("PHP")
    desk.wait_to_read('hash_hmac("sha256", $value, $identitySecret)', card)
    desk.restart()
    desk.wait_to_read("Acme")
    desk.paste(text)
    desk.wait_to_read('hash_hmac("sha256", $value, $identitySecret)', desk.card("user_hash"))


def test_other_apps_of_the_user_are_tried_also_one_that_is_added_later(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)))
    desk.wait_to_read("No known mistake", desk.card("user_hash"))
    desk.add_app("Staging", OTHER_SECRET)
    desk.wait_to_read("Verified", desk.card("headline"))  # an app that was added is the chosen one
    desk.click("Manage apps…")
    desk.dialog("Apps").close()
    desk.choose_app("Acme")
    desk.wait_to_read("The server uses the secret of another app", desk.card("headline"))
    assert desk.reads("the secret of Staging", desk.card("user_hash"))


def test_where_nothing_is_proven_it_says_what_was_tried_and_what_would_help(desk: Desk) -> None:
    desk.add_app("Staging", OTHER_SECRET)
    desk.add_app("Acme", SECRET)
    desk.paste(UNEXPLAINED)
    card = desk.card("user_hash")
    desk.wait_to_read("No known mistake with these secrets makes this hash", card)
    assert desk.reads("Tried: the current secret, 1 other app; ", card)
    assert desk.reads("Was the secret ever regenerated?", card)
    assert desk.reads("Which text does the server sign for email", card)
    assert desk.reads("No known mistake reproduces it", desk.card("headline"))


def test_a_call_is_checked_with_another_secret_that_is_not_saved(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    before = keychain.items()
    desk.paste(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)))
    card = desk.card("user_hash")
    desk.wait_to_read("No known mistake", card)
    desk.click("Check with another secret…", card)
    dialog = desk.dialog("Check with another secret")
    desk.fill("Secret to try", "not a secret", dialog)
    desk.click("Check", dialog)
    desk.wait_to_read("64", dialog)
    desk.fill("Secret to try", "44" * 32, dialog)
    desk.click("Check", dialog)
    desk.wait_to_read("user_hash does not come of this secret", dialog)
    desk.fill("Secret to try", OTHER_SECRET, dialog)
    desk.click("Check", dialog)
    desk.wait_to_read("user_hash is right with this secret", dialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    desk.click("Close", dialog)
    assert keychain.items() == before
    assert desk.reads("No known mistake", card)


def test_a_call_that_was_signed_with_a_changed_other_secret_is_told_so(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    sent = base64.b64encode(bytes.fromhex(sign(EMAIL, OTHER_SECRET))).decode()
    desk.paste(call(email=EMAIL, user_hash=sent))
    card = desk.card("user_hash")
    desk.wait_to_read("No known mistake", card)
    desk.click("Check with another secret…", card)
    dialog = desk.dialog("Check with another secret")
    desk.fill("Secret to try", OTHER_SECRET, dialog)
    desk.click("Check", dialog)
    desk.wait_to_read("with a mistake besides: The hash is written in base64", dialog)


def test_pasted_text_in_a_proof_is_never_markup(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    hostile = "<b>bold</b><img src=x>"
    desk.paste(call(external_id="u1", name=hostile, user_hash=sign(hostile)))
    desk.wait_to_read("The server signed name instead of external_id", desk.card("headline"))
    desk.click("What was tried, and the proof", desk.card("user_hash"))
    assert desk.reads(hostile, desk.card("user_hash"))
    assert {label.textFormat().name for label in desk.visible(QLabel)} == {"PlainText"}


def test_what_was_opened_stays_open_when_the_causes_come(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(UNEXPLAINED)
    card = desk.card("user_hash")
    desk.wait_to_read("user_hash does not verify", desk.card("headline"))
    desk.click("What was checked", card)
    desk.click("Reveal", card)
    desk.wait_to_read("No known mistake", card)
    assert desk.reads(sign(EMAIL), card)


@pytest.fixture
def inspecting(qtbot: QtBot) -> Inspecting:  # noqa: ARG001  # there is no QObject without an application
    owner = QObject()
    made = Inspecting(owner)
    made.owner = owner  # type: ignore[attr-defined]  # it lives as long as what it owns
    return made


def test_the_verdict_comes_before_the_search_and_does_not_wait_for_it(qtbot: QtBot, inspecting: Inspecting) -> None:
    came: list[str] = []
    inspecting.verdict.connect(lambda _: came.append("verdict"))
    inspecting.searching.connect(lambda: came.append("searching"))
    inspecting.explained.connect(lambda _: came.append("explained"))
    fields = {f"field_{n}": f"value {n}" for n in range(10)}
    others = {f"App {n}": f"{n:064x}" for n in range(5)}
    with qtbot.waitSignal(inspecting.explained, timeout=60_000):
        inspecting.ask(call(email=EMAIL, **fields, user_hash="7" * 64), AppSecrets(SECRET, (OTHER_SECRET,), others))
    assert came == ["verdict", "searching", "explained"]
    inspecting.stop()
    assert inspecting.worker.wait(20)


def test_only_the_newest_question_is_answered(qtbot: QtBot, inspecting: Inspecting) -> None:
    answers: list[Inspection] = []
    inspecting.explained.connect(answers.append)
    with qtbot.waitSignal(inspecting.verdict, timeout=20_000):
        inspecting.ask(UNEXPLAINED, AppSecrets(SECRET))
    with qtbot.waitSignal(inspecting.explained, timeout=60_000):
        inspecting.ask(call(email="ann@example.com", user_hash=sign(EMAIL)), AppSecrets(SECRET))
    assert [answer.calls[0].call.fields["email"].value for answer in answers] == ["ann@example.com"]
    inspecting.stop()
    assert inspecting.worker.wait(20)
