"""Every kind of misleading words that was found once: what the texts must say, and what they must not."""

from __future__ import annotations

import pytest
from paste import EMAIL, OTHER_SECRET, SECRET, Js, call, sign
from renderings import plain, renderings, says

from convot_inspector import AppSecrets
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.diagnosis.diagnosis import Circumstances
from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.inspection import Check
from convot_inspector.core.language import tr
from convot_inspector.core.reports import sentences
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.document import Code
from convot_inspector.core.reports.export import export
from convot_inspector.core.reports.formats.markdown import to_markdown
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.signed_call import signed_call
from convot_inspector.core.reports.ticket import ticket
from convot_inspector.core.wording.conclusions.next_steps import (
    NO_CALL_ANSWER,
    NOTHING_TO_CHANGE,
    OTHER_KEY,
    OTHER_KEY_ANSWER,
)
from convot_inspector.core.wording.conclusions.table import CONCLUSIONS
from convot_inspector.core.wording.findings import WORDS

APP = "Staging of Globex"
ONE, SEVERAL = AppSecrets(SECRET), AppSecrets(SECRET, (), {APP: OTHER_SECRET})

BROKEN = {
    "comma": "Convot.identify({ email: 'E' user_hash: 'H' })",
    "lines": "Convot.identify({\n  email: 'E'\n  user_hash: 'H'\n});",
    "quotes": "Convot.identify({ email: E, user_hash: 'H' })",
    "quote": "Convot.identify({ email: 'E, user_hash: 'H' })",
    "end": "Convot.identify({ email: 'E', user_hash: 'H'",
    "semicolon": "Convot.identify({ email: 'E'; user_hash: 'H' })",
    "braces": "Convot.identify(email: 'E', user_hash: 'H')",
    "page": "<script>Convot.identify({ email: 'E' user_hash: 'H' })</script>",
    "commas": "Convot.identify({ email: 'E',, user_hash: 'H' })",
    "assigned": "Convot.identify = { email: 'E', user_hash: 'H' }",
    "json": '{ "email": "E" "user_hash": "H" }',
}
NOT_RECEIVED = {
    "push": "Convot.push(['identify', {email: 'E', user_hash: 'H'}])",
    "set": "window.Convot.push(['set', 'user', {email: 'E', user_hash: 'H'}])",
    "function": "Convot('identify', {email: 'E', user_hash: 'H'})",
}
WORKING = {
    "call": "Convot.identify({ email: 'E', user_hash: 'H' })",
    "optional": "window.Convot?.identify?.({ email: 'E', user_hash: 'H', })",
    "log": "Convot.identify {email: 'E', user_hash: 'H'}",
    "ready": "Convot.ready(() => signIn({ email: 'E', user_hash: 'H' }))",
    "prose": "The email is E and the user_hash is H",
    "prose beside a call": "Convot.identify(user) (see the page) sends E and H",
    "json": '{ "email": "E", "user_hash": "H" }',
}


def of_pattern(pattern: str) -> str:
    return pattern.replace("E", EMAIL).replace("H", sign(EMAIL))


@pytest.mark.parametrize("pattern", [*BROKEN.values(), *NOT_RECEIVED.values()])
def test_what_no_browser_passes_to_convot_is_not_called_verified(pattern: str) -> None:
    found = Check(of_pattern(pattern), ONE).explained().diagnoses()[0]
    assert found.user.verdict.status == "verified"
    assert found.conclusion == ("broken" if pattern in BROKEN.values() else "not-received")
    assert headline(found).tone == "warning"
    for text in renderings(found).values():
        assert not says(text, "Convot trusts this identity.")
        assert not says(text, NOTHING_TO_CHANGE)
        assert not says(text, CONCLUSIONS["call", "verified"].answer[1])


@pytest.mark.parametrize("pattern", WORKING.values())
def test_what_works_is_not_called_broken(pattern: str) -> None:
    assert Check(of_pattern(pattern), ONE).explained().diagnoses()[0].conclusion == "verified"


@pytest.mark.parametrize("known", [Circumstances(shows_rejection=True), Circumstances(loads_other_key=True)])
def test_a_right_hash_beside_a_rejection_or_another_key_is_told_with_it(known: Circumstances) -> None:
    found = diagnose(Check(call(email=EMAIL, user_hash=sign(EMAIL)), ONE).verdict().calls[0], known)
    assert (headline(found).tone, found.conclusion) == ("warning", "rejected" if known.shows_rejection else "other-key")
    for name, text in renderings(found).items():
        assert not says(text, NOTHING_TO_CHANGE), name
        assert not says(text, "Convot trusts this identity."), name


def test_another_key_in_the_text_is_told_where_the_hash_is_wrong() -> None:
    inspection = Check(call(email=EMAIL, user_hash="7" * 64), ONE).verdict()
    said = renderings(diagnose(inspection.calls[0], Circumstances(loads_other_key=True)))
    assert all(says(said[name], OTHER_KEY) for name in ("headline", "ticket", "markdown"))
    assert says(said["answer"], OTHER_KEY_ANSWER)


@pytest.mark.parametrize("place", ["comment", "hash", "field"])
def test_a_leaked_secret_of_another_app_is_not_called_the_merchants(place: str) -> None:
    text = {
        "comment": call(email=EMAIL, user_hash=sign(EMAIL)) + f"// {OTHER_SECRET}",
        "hash": call(email=EMAIL, user_hash=OTHER_SECRET),
        "field": call(email=EMAIL, user_hash=sign(EMAIL), company=OTHER_SECRET),
    }[place]
    found = Check(text, SEVERAL).verdict().diagnoses()[0]
    said = renderings(found)
    assert found.conclusion == "other-exposed"
    assert f"{APP} ({fingerprint(OTHER_SECRET)})" in said["headline"]
    for name in ("answer", "ticket", "markdown", "html"):
        assert APP not in said[name]
        assert fingerprint(OTHER_SECRET) not in said[name]
        assert not says(said[name], WORDS["secret-exposed"].title)
        assert not says(said[name], CONCLUSIONS["call", "exposed"].answer[0])


@pytest.mark.parametrize("extra", [{"external_id": 42}, {"shop": "shop.example.com"}])
def test_what_the_cards_suggest_is_in_the_ticket_too(extra: dict[str, object]) -> None:
    signed = str(extra.get("external_id", EMAIL))
    fields = {"email": EMAIL, "user_hash": sign(signed), **extra}
    if "shop" in extra:
        fields["shop_hash"] = sign(str(extra["shop"]))
    found = Check(call(**fields), ONE).verdict().diagnoses()[0]
    assert found.conclusion == "verified"
    fixes = [finding.fix for finding in found.inspected.findings if finding.fix]
    assert fixes
    for fix in fixes:
        assert plain(tr("Suggestion: {fix}", fix=fix)) in renderings(found)["markdown"]


NOT_MADE = {
    "boot": ("Convot.boot({ email: 'E', user_hash: 'H' })", "Convot.boot"),
    "letters": ("convot.identify({ email: 'E', user_hash: 'H' })", "convot.identify"),
    "comment": ("// Convot.identify({ email: 'E', user_hash: 'H' })\nload();", "comment"),
}


@pytest.mark.parametrize("name", NOT_MADE)
def test_code_to_copy_holds_no_masked_value_and_the_answer_says_why_convot_gets_nothing(name: str) -> None:
    pattern, why = NOT_MADE[name]
    found = Check(of_pattern(pattern), ONE).verdict().diagnoses()[0]
    assert found.conclusion == "not-received"
    code = [block.text for block in ticket(found, "Ruby").blocks if isinstance(block, Code)]
    assert code
    assert not any("***" in text or "…" in text for text in code)
    assert why in merchant_answer(found)


FOR_SUPPORT = {
    "unexplained": (call(email=EMAIL, user_hash="7" * 64), ONE),
    "no secret": (call(email=EMAIL, user_hash=sign(EMAIL)), AppSecrets()),
    "hidden": (call(email="j***@example.com", user_hash=sign(EMAIL)), ONE),
    "code": (call(email=Js("user.email"), user_hash=Js("hash")), ONE),
}


@pytest.mark.parametrize("name", FOR_SUPPORT)
def test_a_ticket_tells_the_developer_nothing_that_support_has_to_do(name: str) -> None:
    found = Check(*FOR_SUPPORT[name]).explained(lambda: True).diagnoses()[0]
    assert found.owner == "support"
    text = plain(to_markdown(ticket(found, "Ruby")))
    assert plain(sentences.to_do_for_developer(found)) in text
    assert plain(sentences.to_do(found)) not in text
    for finding in found.inspected.findings:
        assert finding.owner != "support" or not finding.fix or plain(finding.fix) not in text


def test_a_running_search_claims_no_cause_and_asks_nobody() -> None:
    found = Check(call(email=EMAIL, user_hash="7" * 64), ONE).verdict().diagnoses()[0]
    assert (found.conclusion, headline(found).owner) == ("searching", None)
    assert not says(headline(found).text, "The server signed another text or used another secret.")


def test_an_empty_hash_is_called_empty_everywhere() -> None:
    inspection = Check(call(email=EMAIL, user_hash=""), ONE).verdict()
    text = to_markdown(ticket(inspection.diagnoses()[0], "Ruby")) + export(inspection, "text")
    assert "not sent" not in text.replace("shop_hash | not sent", "").replace("shop_hash      not sent", "")
    assert text.count("sent empty") >= 2
    assert "***" not in text.replace("j***@example.com", "")


def test_the_test_call_keeps_what_the_page_sends() -> None:
    inspected = Check(call(email=EMAIL, name="John", user_hash="7" * 64), ONE).verdict().calls[0]
    assert 'name: "John"' in signed_call(inspected)


def test_the_code_for_a_promise_is_of_a_language_that_has_promises() -> None:
    found = Check(call(email=EMAIL, user_hash="[object Promise]"), ONE).verdict().diagnoses()[0]
    assert "createHmac" in to_markdown(ticket(found, "Ruby"))


def test_values_without_a_call_are_said_to_be_none() -> None:
    inspected = Check(of_pattern(WORKING["json"]), ONE).verdict().calls[0]
    found = diagnose(inspected, Circumstances(shows_call=False))
    assert says(merchant_answer(found), NO_CALL_ANSWER)


def test_the_date_is_said_without_an_app_or_a_secret_too() -> None:
    for known in (Circumstances(day="1 May 2026"), Circumstances("Acme", day="1 May 2026")):
        assert "1 May 2026" in sentences.checked_with(known)
