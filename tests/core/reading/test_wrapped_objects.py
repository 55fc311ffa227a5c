"""Objects inside others: request bodies, lists, JSON in a text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paste import inspect, sign

WHO = 'Zoë "O\'Neil" \\ 😀+tag@exämple.com'
USER = {"email": WHO, "user_hash": sign(WHO), "custom_data": {"email": "other", "user_hash": "x"}}
J = json.dumps

WRAPPED = {
    "visitor": J({"visitor": USER}),
    "event": J({"event": "identify", "data": USER}, ensure_ascii=False),
    "payload": J({"payload": {"user": USER}, "v": 1}, indent=2),
    "list in a body": J({"batch": [{"type": "identify", "traits": USER}]}),
    "text in a text": J(J(USER)),
    "text in a text in a text": J(J(J(USER))),
    "body in a text": J({"body": J({"visitor": USER})}),
    "list of texts": J([J(USER)]),
    "text with spaces": J(J(USER, indent=1)) + "\n",
}
LOOSE = {
    "JavaScript": f"{{visitor: {J(USER)}}}",
    "JSON in single quotes": "'" + J(USER).replace("\\", "\\\\").replace("'", "\\'") + "'",
    "JSON in single quotes in an object": "{body: '" + J(USER).replace("\\", "\\\\").replace("'", "\\'") + "'}",
    "JSON in a template": "`" + J(USER).replace("\\", "\\\\") + "`;",
}
ROWS = [*((text, "json") for text in WRAPPED.values()), *((text, "javascript") for text in LOOSE.values())]


@pytest.mark.parametrize(("text", "format_"), ROWS, ids=[*WRAPPED, *LOOSE])
def test_a_wrapped_object_is_read(text: str, format_: str) -> None:
    inspection = inspect(text)
    assert (inspection.format, inspection.problems) == (format_, ())
    (found,) = inspection.calls
    assert (found.user.status, found.signed and found.signed.value) == ("verified", WHO)
    assert found.call.fields["custom_data.email"].value == "other"
    field = found.call.fields["user_hash"]
    assert text[field.start : field.end].strip("\\\"'") == sign(WHO)
    before = text[: field.start]
    assert (field.line, field.column) == (before.count("\n") + 1, field.start - before.rfind("\n"))


def test_all_wrapped_objects_are_read() -> None:
    inspection = inspect(J({"events": [{"data": USER}, {"data": {"plan": 1}}, {"body": J(USER)}]}))
    assert [found.user.status for found in inspection.calls] == ["verified", "verified"]


@pytest.mark.parametrize("text", [J({"a": {"b": 1}}), J("email"), J({"note": "email: a"}), J(J({"name": "shop"}))])
def test_other_wrapped_data_is_no_call(text: str) -> None:
    assert inspect(text).calls == ()


@given(st.text(), st.integers(0, 3))
def test_any_text_reads_back_from_json_in_json(value: str, layers: int) -> None:
    text = J({"email": value})
    for _ in range(layers):
        text = J(text)
    (found,) = inspect(text).calls
    assert found.call.fields["email"].value == value


def test_json_is_json_even_where_ruby_would_read_another_value() -> None:
    (found,) = inspect(J({"email": "#@a", "user_hash": "#{x}"})).calls
    assert found.call.fields["email"].value == "#@a"
