"""A call with its payload pasted beside it, and escapes that two languages read differently."""

from __future__ import annotations

import json

import pytest
from paste import inspect, sign

VALUE = "jö@b.c"
HASH = sign(VALUE)
PAYLOAD = {"email": VALUE, "user_hash": HASH}


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("Convot.identify(payload)\n\n" + json.dumps(PAYLOAD, indent=2), "json"),
        (f"We call Convot.identify(payload);\nthe console shows\n{{email: '{VALUE}', user_hash: '{HASH}'}}", "console"),
        (f"Convot.identify(user)\nemail: {VALUE}\nuser_hash: {HASH}\n", "lines"),
        (json.dumps(PAYLOAD) + "\nConvot.identify(payload)", "json"),
    ],
)
def test_the_payload_beside_the_call_is_read(text: str, format_: str) -> None:
    inspection = inspect(text)
    assert (inspection.format, [call.user.status for call in inspection.calls]) == (format_, ["verified"])
    assert [problem.id for problem in inspection.problems] == ["values-elsewhere"]


@pytest.mark.parametrize(
    "text",
    [
        "My email: a@b.c\nWe call Convot.identify(user)\nThanks, Bob\nphone: 123",
        "Convot.identify(user)\n{name: 'Bob', email: 'a@b.c'}",
    ],
)
def test_prose_around_a_call_is_not_what_it_sends(text: str) -> None:
    inspection = inspect(text)
    assert (inspection.calls, [problem.id for problem in inspection.problems]) == ((), ["values-elsewhere"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"""send('{"email":"a\\\\b","user_hash":"HASH"}')""", "a\\b"),
        (r"""x('{"email":"a\\nb@c","user_hash":"HASH"}')""", "a\nb@c"),
        (r"""send('{"email":"o\'b@c.d","user_hash":"HASH"}')""", "o'b@c.d"),
        (r"""b'{"email": "a\\u0040b", "user_hash": "HASH"}'""", "a@b"),
        (r"""DEBUG body=b'{"email": "j\xc3\xb6@b.c", "user_hash": "HASH"}' status=200""", "jö@b.c"),
        (r"""DEBUG body='{"email": "o\'b\\\\x@b.c", "user_hash": "HASH"}' status=200""", "o'b\\x@b.c"),
    ],
)
def test_escapes_inside_quotes_are_not_guessed(text: str, value: str) -> None:
    (call,) = inspect(text.replace("HASH", sign("somebody else"))).calls
    assert (call.user.status, call.call.fields["email"].kind) == ("not-checked", "expression")
    (proven,) = inspect(text.replace("HASH", sign(value))).calls
    assert (proven.user.status, proven.call.fields["email"].value) == ("verified", value)


def test_quotes_without_escapes_change_nothing() -> None:
    (call,) = inspect(f"INFO body='{json.dumps(PAYLOAD, ensure_ascii=False)}' status=200").calls
    assert call.user.status == "verified"


@pytest.mark.parametrize("text", ["email=j%F6hn&user_hash\u200b", "external_id: ü\nuser_hash:"])
def test_an_empty_value_at_the_end_of_the_text(text: str) -> None:
    assert inspect(text) is not None
