"""Findings that compare the calls of one text."""

from __future__ import annotations

import pytest
from paste import EMAIL, SHOP, Js, call, inspect, sign

OTHER = "mary@example.com"
SIGNED = call(email=EMAIL, user_hash=sign(EMAIL))
UNSIGNED = call(email=EMAIL)


def ids(text: str) -> list[list[tuple[str, str]]]:
    """Return the findings of every call that come from other calls, with their detail."""
    across = ("calls-disagree", "unsigned-before-signed")
    return [[(row.id, row.detail) for row in found.findings if row.id in across] for found in inspect(text).calls]


DISAGREE = [("calls-disagree", "email")]
BEFORE = [("unsigned-before-signed", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SIGNED, [[]]),
        (SIGNED + SIGNED, [[], []]),
        (UNSIGNED, [[]]),
        (SIGNED + call(email=OTHER, user_hash=sign(OTHER)), [DISAGREE, DISAGREE]),
        (SIGNED + call(name="x", user_hash=sign(OTHER)) + call(email=OTHER), [DISAGREE, [], DISAGREE]),
        (
            call(external_id="1", email=EMAIL) + call(external_id="2", email=OTHER),
            [[("calls-disagree", "external_id"), *DISAGREE]] * 2,
        ),
        (call(email=Js("user.email"), user_hash="x") + SIGNED, [[], []]),
        (call(email="{{ email }}", user_hash="x") + SIGNED, [[], []]),
        (call(external_id=1, user_hash="x") + call(external_id="1", user_hash="x"), [[], []]),
        (call(shop=SHOP, email=EMAIL, user_hash="x") + call(shop="b" + SHOP, email=EMAIL, user_hash="x"), [[], []]),
        (UNSIGNED + SIGNED, [BEFORE, []]),
        (SIGNED + UNSIGNED, [[], []]),
        (UNSIGNED + UNSIGNED + SIGNED + UNSIGNED, [BEFORE, BEFORE, [], []]),
        (call(name="John") + SIGNED, [BEFORE, []]),
        (call(email=EMAIL, user_hash="") + call(external_id="1", email=EMAIL, user_hash=sign("1")), [BEFORE, []]),
        (call(email=Js("user.email")) + call(email=EMAIL, user_hash=Js("hash")), [BEFORE, []]),
        (call(email=OTHER) + SIGNED, [DISAGREE, DISAGREE]),
    ],
)
def test_findings_that_depend_on_the_other_calls(text: str, expected: list[list[tuple[str, str]]]) -> None:
    assert ids(text) == expected


def test_every_call_keeps_its_own_verdict() -> None:
    statuses = [found.user.status for found in inspect(UNSIGNED + SIGNED + call(email=OTHER, user_hash="0" * 64)).calls]
    assert statuses == ["missing", "verified", "mismatch"]
