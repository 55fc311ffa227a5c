"""The search has one budget for a paste, whatever its content; the result says what was not tried."""

from __future__ import annotations

import hashlib
import time
from functools import cache

import pytest
from paste import EMAIL, SECRET, call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.inspection import Check
from convot_inspector.core.reading.source import Source
from convot_inspector.core.search.evidence.pairs import prove
from convot_inspector.core.search.explainer import LARGEST_NUMBER, MOST_SPENT


def random_hash(number: int) -> str:
    return hashlib.sha256(f"nobody knows {number}".encode()).hexdigest()


FIELDS = {f"field_{number}": f"value number {number}" for number in range(8)}
MANY = AppSecrets(
    SECRET, tuple(random_hash(n) for n in range(400)), {f"App {n}": random_hash(1_000 + n) for n in range(400)}
)
PASTES = {
    "many calls": (
        "".join(call(external_id=f"u-{n}", **FIELDS, user_hash=random_hash(n)) for n in range(60)),
        AppSecrets(SECRET),
    ),
    "long values": (
        "".join(call(external_id="\U0001f600" * 3_000 + str(n), user_hash=random_hash(n)) for n in range(12)),
        AppSecrets(SECRET),
    ),
    "many secrets": (call(email=EMAIL, **FIELDS, user_hash=random_hash(0)), MANY),
}


@cache
def check(name: str) -> Check:
    """Return the check of a paste, which can be explained any number of times; reading it takes longest."""
    return Check(*PASTES[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", PASTES)
def test_a_paste_has_one_budget_and_asks_every_few_milliseconds_whether_to_go_on(name: str) -> None:
    """Count the hashes between two questions: a bound on time that does not depend on the machine."""
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return False

    begin = time.process_time()
    calls = check(name).explained(cancelled).calls
    spent = time.process_time() - begin
    assert calls
    tried = 0
    for found in calls:
        assert (found.user.status, found.user.causes) == ("mismatch", ())
        assert found.user.searched is not None
        assert not found.user.searched.complete
        tried += max(found.user.tried - LARGEST_NUMBER, 0)
    assert tried <= MOST_SPENT * 1.2
    assert tried / asked <= 8_192
    assert spent < 20  # about 3 seconds on an idle machine


@pytest.mark.parametrize("count", [8, 12, 24])
def test_a_text_of_hashes_without_values_has_bounds_too(count: int) -> None:
    lines = "\n".join(
        f"In row {n} of page {n * 7} it said {random_hash(n)} for user{n}@example.com." for n in range(400)
    )
    source = Source(lines)
    most = 5_000 * count
    evidence = prove(source, [random_hash(9_000 + n) for n in range(count)], most=most)
    assert not evidence.pairs
    assert evidence.computed <= most * 1.1
    assert evidence.unproven


@pytest.mark.parametrize("after", [0, 1, 3, 10, 30])
@pytest.mark.parametrize("name", PASTES)
def test_search_can_be_cancelled_at_any_poll(name: str, after: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    report = check(name).explained(cancelled)
    assert asked == after + 1
    for found in report.calls:
        assert (found.user.status, found.user.causes) == ("mismatch", ())
        assert found.user.searched is not None
        assert not found.user.searched.complete


def test_texts_near_a_call_are_tried_first_however_many_stand_before_it() -> None:
    before = "\n".join(f'"text {n}"' for n in range(3_000))
    text = f'{before}\nvar account = "acct-0815";\n{call(email=EMAIL, user_hash=sign("acct-0815"))}'
    found = inspect_text(text, AppSecrets(SECRET)).calls[0]
    assert found.user.causes == ("wrong-field",)


@pytest.mark.slow
def test_each_call_of_many_gets_its_share() -> None:
    wrong = "".join(call(external_id=f"u-{n}", user_hash=random_hash(n)) for n in range(40))
    last = call(external_id="last", email=EMAIL, user_hash=sign(EMAIL).upper())
    found = inspect_text(wrong + last, AppSecrets(SECRET)).calls[-1]
    assert found.user.causes == ("wrong-field", "digest-upper-case")


@pytest.mark.slow
def test_an_ordinary_call_is_searched_to_the_end() -> None:
    found = inspect_text(call(external_id="u1", email=EMAIL, user_hash=random_hash(1)), AppSecrets(SECRET)).calls[0]
    assert found.user.searched is not None
    assert found.user.searched.complete
    assert found.user.causes == ()
