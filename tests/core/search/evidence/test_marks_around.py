"""Characters without width around an unquoted value or hash in lines and prose: copying put them there."""

from __future__ import annotations

import pytest
from paste import EMAIL, SECRET, inspect_briefly, sign

from convot_inspector import AppSecrets

MARKS = ("\u200e", "\u200f", "\u200b", "\u2060", "\ufeff", "\u061c", "\u202a\u202c", "\u2066\u2069", "\u00ad")
ID = "92639"


def outcome(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    inspected = inspect_briefly(text, AppSecrets(SECRET), 600)
    return [
        (call.user.status, call.signed.value if call.signed else "", tuple(call.user.causes))
        for call in inspected.calls
    ]


def between(mark: str, value: str) -> str:
    return f"{mark[0]}{value}{mark[-1]}"


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
@pytest.mark.parametrize("form", ["{name}: {value}\nuser_hash: {hash}", "{name} = {value}, user_hash = {hash} x"])
@pytest.mark.parametrize(("name", "value"), [("email", EMAIL), ("external_id", ID)])
def test_marks_around_values_and_hashes_are_not_part_of_them(name: str, value: str, form: str, mark: str) -> None:
    text = form.format(name=name, value=between(mark, value), hash=between(mark, sign(value)))
    assert outcome(text) == [("verified", value, ())]


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_marks_in_a_sentence_are_not_part_of_the_address(mark: str) -> None:
    text = f"For {between(mark, EMAIL)} the hash was {between(mark, sign(EMAIL))} today."
    assert outcome(text) == [("verified", EMAIL, ())]


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_a_mistake_beside_marks_is_that_mistake_alone(mark: str) -> None:
    wrong = sign(EMAIL, f"{SECRET}\n")
    text = f"email: {between(mark, EMAIL)}\nuser_hash: {between(mark, wrong)}"
    assert outcome(text) == [("mismatch", EMAIL, ("key-whitespace",))]


def test_marks_inside_quotes_were_sent() -> None:
    text = f'axios.post("/i", {{ email: "{EMAIL}", user_hash: "{sign(EMAIL)}\u200e" }})'
    assert outcome(text) == [("mismatch", EMAIL, ("digest-whitespace",))]
