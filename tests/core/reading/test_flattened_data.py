"""JSON in which numbers are indices: only the values that they stand for are checked."""

from __future__ import annotations

import json

import pytest
from paste import EMAIL, inspect, sign

HASH = sign(EMAIL)


def nuxt(*elements: object) -> str:
    return f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(elements)}</script>'


@pytest.mark.parametrize(
    "elements",
    [
        ({"data": 1}, {"convot": 2}, {"email": 3, "user_hash": 4}, EMAIL, HASH),
        (
            ["Reactive", 1],
            {"me": 2},
            ["ShallowRef", 3],
            {"email": 4, "user_hash": 5, "at": 6},
            EMAIL,
            HASH,
            ["Date", "x"],
        ),
        ([1], ["null", "email", 2, "user_hash", 3], EMAIL, HASH, {"user": 1}, {"email": 2, "user_hash": 3, "x": -1}),
        ({"users": 1}, ["Set", 2], {"email": 3, "user_hash": 4, "tags": 5, "of": 2}, EMAIL, HASH, [3, 4]),
    ],
)
def test_values_stand_behind_indices(elements: tuple[object, ...]) -> None:
    page = nuxt(*elements)
    (call,) = inspect(page).calls
    assert call.user.status == "verified"
    hash_ = call.call.fields["user_hash"]
    assert page[hash_.start : hash_.end].strip('"') == HASH


@pytest.mark.parametrize(
    "elements",
    [
        ({"convot": 1}, {"email": 2, "user_hash": 3}, ["Secret", "x"], HASH),
        ({"convot": 1}, {"email": 2, "user_hash": 3}, EMAIL, ["Ref", 3]),
        ({"convot": 1}, {"email": 2, "user_hash": -3}, EMAIL),
    ],
)
def test_a_value_of_an_unknown_type_is_not_known(elements: tuple[object, ...]) -> None:
    (call,) = inspect(nuxt(*elements)).calls
    assert call.user.status == "not-checked"


def test_the_numbers_of_other_arrays_are_values() -> None:
    ids = [{"external_id": 1, "user_hash": sign("1")}, {"external_id": 0, "user_hash": sign("0")}]
    assert [call.user.status for call in inspect(json.dumps(ids)).calls] == ["verified", "verified"]
    (call,) = inspect(json.dumps([{"external_id": "1", "user_hash": sign("1")}, "text"])).calls
    assert call.user.status == "verified"


def test_an_array_may_stand_in_a_text() -> None:
    text = "curl says:\n" + json.dumps([{"user": 1}, {"email": 2, "user_hash": 3}, EMAIL, HASH]) + "\nDone."
    (call,) = inspect(text).calls
    assert call.user.status == "verified"
