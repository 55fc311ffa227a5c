"""One answer about all calls of a text."""

from __future__ import annotations

from paste import EMAIL, OTHER_SECRET, SECRET, call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.diagnosis.diagnosis import Circumstances
from convot_inspector.core.reports.all_calls import answer_for_all
from convot_inspector.core.reports.answer import merchant_answer

RIGHT = call(email=EMAIL, user_hash=sign(EMAIL))  # four lines
WRONG = call(external_id="4711", email=EMAIL, user_hash=sign(EMAIL))  # five lines
UNSIGNED = call(email="b@example.com")
OTHER = call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET))


def answer(text: str, known: Circumstances | None = None) -> str:
    found = inspect_text(text, AppSecrets(SECRET, (), {"Globex": OTHER_SECRET})).diagnoses(known)
    return answer_for_all(found, "Hello,", "Kim")


def test_each_call_is_named_by_its_line_with_its_own_conclusion_the_worst_first() -> None:
    said = answer(RIGHT + WRONG + UNSIGNED + WRONG.replace("4711", "4712")).split("\n\n")
    assert (said[0], said[-1]) == ("Hello,", "Kim")
    heads = [part.split("\n")[0] for part in said if part.startswith("Line")]
    assert heads == [
        "Lines 5, 13: The server signed email instead of external_id",
        "Line 10: Not verified: no user_hash is sent",
        "Line 1: Verified, with a remark",  # that the calls name different people
    ]


def test_what_is_said_of_a_call_is_what_its_own_answer_says_once() -> None:
    text = WRONG + UNSIGNED + RIGHT
    said = answer(text)
    for found in inspect_text(text, AppSecrets(SECRET)).diagnoses():
        thanks, *paragraphs = merchant_answer(found).split("\n\n")
        assert thanks.partition(". ")[2] in said
        assert all(said.count(paragraph) == 1 for paragraph in paragraphs)


def test_it_holds_no_name_of_another_app_no_value_and_no_hash() -> None:
    for key_is_known in (True, False):
        said = answer(OTHER + WRONG, Circumstances(has_app_key=key_is_known))
        assert not any(held in said for held in ("Globex", EMAIL, "4711", sign(EMAIL), sign(EMAIL, OTHER_SECRET)))


def test_hundreds_of_calls_make_a_short_answer() -> None:
    text = "".join(call(external_id=str(number), user_hash="") for number in range(200))
    assert len(answer(text)) < 1_000
    assert "and 188 more" in answer(text)


def test_one_call_has_its_usual_answer() -> None:
    assert answer(WRONG) == merchant_answer(inspect_text(WRONG, AppSecrets(SECRET)).diagnoses()[0], "Hello,", "Kim")
