"""Where a text has more than can be tried as the value of a hash, that is said, and not that nothing was found."""

from __future__ import annotations

import hashlib

import pytest
from paste import EMAIL, SECRET, call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.reading.evidence.hashes import MOST_HASHES
from convot_inspector.core.reading.problems import message
from convot_inspector.core.reading.source import Source
from convot_inspector.core.search.credentials import credentials_in
from convot_inspector.core.search.evidence.pairs import prove
from convot_inspector.core.search.paste_texts import paste_texts

SECRETS = AppSecrets(SECRET)
UNKNOWN = hashlib.sha256(b"nobody").hexdigest()
PROSE = "\n".join(f"word{number} thing, {number * 3}" for number in range(3_000))
LONG_LINE = " ".join(f"w{number}" for number in range(5_000))


def rows(count: int) -> str:
    people = [f"user{number}@example.com" for number in range(count)]
    return "\n".join(f"In row {number} it said {sign(one)} for {one}." for number, one in enumerate(people))


def test_a_hash_that_nothing_makes_is_named_as_such() -> None:
    inspection = inspect_text(f"Hello,\nthe hash is {UNKNOWN} and the mail {EMAIL}.", SECRETS)
    (problem,) = inspection.problems
    assert (problem.id, problem.line, problem.column) == ("no-identify-call", 2, 13)
    assert problem.message == message("no-identify-call", "unproven")


@pytest.mark.parametrize("secrets", [AppSecrets(), AppSecrets("not a secret")], ids=["none", "damaged"])
def test_a_hash_outside_of_calls_without_a_secret_is_named_as_such(secrets: AppSecrets) -> None:
    (problem,) = inspect_text(f"<email>{EMAIL}</email>\n<user_hash>{sign(EMAIL)}</user_hash>", secrets).problems
    assert (problem.id, problem.line, problem.column) == ("no-identify-call", 2, 12)
    assert problem.message == message("no-identify-call", "no-secret")


def test_a_text_without_a_hash_and_a_secret_has_no_call() -> None:
    (problem,) = inspect_text(f"Hello, {EMAIL} does not work.", AppSecrets()).problems
    assert problem.message == message("no-identify-call")


@pytest.mark.slow
@pytest.mark.parametrize("text", [PROSE, LONG_LINE], ids=["long text", "long line"])
def test_a_text_that_is_too_long_for_all_of_it_is_said_to_be(text: str) -> None:
    inspection = inspect_text(f"{text}\nthe hash is {UNKNOWN}\n{text}", SECRETS)
    (problem,) = inspection.problems
    assert inspection.calls == ()
    assert (problem.id, problem.column) == ("too-large", 13)
    assert problem.message == message("too-large", "unproven")


@pytest.mark.slow
def test_a_value_that_may_be_read_in_more_ways_than_can_be_tried_is_said_to_be() -> None:
    lines = f"\nemail: john, doe@example.com.\nuser_hash: {UNKNOWN}\n"
    conclusions = {
        name: [diagnose(found).conclusion for found in inspect_text(text, SECRETS).calls]
        for name, text in {"short": lines, "long": PROSE + lines + PROSE}.items()
    }
    assert conclusions == {"short": ["several-readings"], "long": ["too-many-readings"]}


def test_a_long_text_whose_hash_is_proven_is_not_said_to_be_cut() -> None:
    inspection = inspect_text(f"{PROSE}\nthe hash of {EMAIL} is {sign(EMAIL)}\n{PROSE}", SECRETS)
    assert ([found.user.status for found in inspection.calls], inspection.problems) == (["verified"], ())


def test_hashes_beyond_the_bound_are_said_to_be_left_out() -> None:
    inspection = inspect_text(rows(MOST_HASHES), SECRETS)
    assert (len(inspection.calls), inspection.problems) == (MOST_HASHES, ())
    inspection = inspect_text(rows(MOST_HASHES + 5), SECRETS)
    assert {found.user.status for found in inspection.calls} == {"verified"}
    assert [(problem.id, problem.line) for problem in inspection.problems] == [("too-large", MOST_HASHES + 1)]


def test_hashes_that_need_no_value_do_not_count() -> None:
    answered = frozenset(sign(f"user{number}@example.com") for number in range(MOST_HASHES))
    evidence = prove(Source(rows(MOST_HASHES + 1)), (SECRET,), answered)
    assert [pair.value.text for pair in evidence.pairs] == [f"user{MOST_HASHES}@example.com"]
    assert (evidence.complete, evidence.rest) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        call(email=EMAIL, **{f"f{number}": f"v{number}" for number in range(60)}, user_hash=UNKNOWN),
        call(email=EMAIL, note="long " * 600, user_hash=UNKNOWN),
        call(email="long " * 1_000, user_hash=UNKNOWN),
        call(email=EMAIL, user_hash=UNKNOWN) + "".join(f"x = 'text {number}';\n" for number in range(3_000)),
        call(email=EMAIL, user_hash=UNKNOWN) + "".join(f"k = 'token_{number:08}';\n" for number in range(60)),
    ],
    ids=["many fields", "a long field", "a long value", "many texts", "many tokens"],
)
@pytest.mark.slow
def test_a_search_without_all_candidates_does_not_rule_a_mistake_out(text: str) -> None:
    (found,) = inspect_text(text, SECRETS).calls
    assert found.user.searched is not None
    assert not found.user.searched.complete
    assert diagnose(found).conclusion == "interrupted"


def test_what_the_search_takes_from_a_paste_says_whether_it_is_all() -> None:
    few, many = ("".join(f"x = 'token_{number:08}';\n" for number in range(count)) for count in (5, 1_500))
    assert [credentials_in(text, set()).is_complete for text in (few, many)] == [True, False]
    assert [paste_texts(text, 0, 32).is_complete for text in (few, many)] == [True, False]
    assert not paste_texts(few + " " * 200_000, 0, 32).is_complete
