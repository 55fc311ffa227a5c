"""Any text gives a verdict or a problem: no exception, and bounded work.

Time is not asserted here, but the limits are; `dev.py bench` measures time.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from paste import EMAIL, SECRET, call, inspect, sign
from payloads import PAYLOAD, fewer_examples
from soundness import assert_sound
from written_calls import MENTIONED, WRITTEN

from convot_inspector.core.reading.javascript.numbers import number_text, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable


CALL = call(email=EMAIL, user_hash=sign(EMAIL))
MEGABYTES = 10 * 1024 * 1024


def long(piece: str, size: int = MEGABYTES) -> str:
    return piece * (size // len(piece))


NEST = 100_000
# Created per test: all of them at once would take 500 MB.
LARGE: dict[str, Callable[[], str]] = {
    "one letter": lambda: long("a"),
    "spaces": lambda: long(" "),
    "line ends": lambda: long("\n"),
    "line ends and a call": lambda: long("\n") + CALL,
    "prose": lambda: long("It's a long story, and nobody reads it. "),
    "braces": lambda: long("{"),
    "closing braces": lambda: long("}"),
    "quotes": lambda: long('"'),
    "backticks": lambda: long("`"),
    "backslashes": lambda: long("\\"),
    "comments": lambda: long("/*"),
    "slashes": lambda: long("/"),
    "emoji": lambda: long("😀", 2 * MEGABYTES // 4),
    "lone surrogates": lambda: long("\ud800"),
    "NULs": lambda: long("\0"),
    "byte order marks": lambda: long("\ufeff"),
    "base64 image": lambda: "data:image/png;base64," + long("iVBORw0KGgoAAAANSUhEUg"),
    "JSON array of numbers": lambda: "[" + long("1,") + "1]",
    "JSON array of calls": lambda: "[" + long('{"email":"a"},') + '{"email":"b"}]',
    "JSON string": lambda: '{"email":"' + long("a") + '"}',
    "JSON object": lambda: "{" + ",".join(f'"k{at}":{at}' for at in range(500_000)) + ',"email":"a"}',
    "JSON array of many calls": lambda: "[" + ",".join(['{"email":"a"}'] * 1_900) + "]",
    "JSON array of large calls": lambda: json.dumps([dict.fromkeys(("email", *map(str, range(50))), 1)] * 1_500),
    "JSON array of one large call": lambda: json.dumps([dict.fromkeys(("email", *map(str, range(70_000))), 1)]),
    "large calls": lambda: long(call(email="a", **{f"f{at}": "b" for at in range(1_900)})),
    "templates that never end": lambda: json.dumps(
        {"email": "a"} | {f"f{at}": "{{<%{%${<?php#{{!!" * 200 for at in range(240)}
    ),
    "stars": lambda: json.dumps({"email": "a"} | {f"f{at}": "*" * 4_000 for at in range(240)}),
    "brackets": lambda: json.dumps({"email": "a"} | {f"f{at}": "[ ( <a" * 600 for at in range(240)}),
    "mentions": lambda: long("Convot.identify "),
    "unclosed calls": lambda: long("Convot.identify({"),
    "unclosed strings": lambda: long("Convot.identify('"),
    "bad calls": lambda: long("Convot.identify({a b});"),
    "calls without anything": lambda: long("Convot.identify();\n"),
    "calls": lambda: long(CALL),
    "calls in comments": lambda: long("// Convot.identify({email: 'a'})\n"),
    "a call in the middle": lambda: long("var a = 1;\n", MEGABYTES // 2) + CALL + long("var a = 1;\n", MEGABYTES // 2),
    "a call behind minified code": lambda: long("var a=1;") + CALL,
    "a call with a large value": lambda: f'Convot.identify({{email: "{long("a")}", user_hash: "x"}})',
    "a call with many fields": lambda: "Convot.identify({" + ",".join(f"k{at}:{at}" for at in range(500_000)) + "})",
    "a call with a large list": lambda: "Convot.identify({email: [" + long("1,") + "]})",
    "a call with a long sum": lambda: "Convot.identify({email: " + long("'a'+") + "'b'})",
    "a call with a long chain": lambda: "Convot.identify({email: a" + long(".b") + "})",
    "a call with long comments": lambda: "Convot.identify({/*" + long("x") + "*/ email: 'a'})",
    "Convot and spaces": lambda: long("Convot" + " " * 100),
    "a hash that is no hash": lambda: call(email=EMAIL, user_hash="[" * 1_000_000),
}
NESTED = {
    f"{name} {NEST} {opening}{middle}{closing}": (before, opening, middle, closing, after)
    for name, before, after in (
        ("alone", "", ""),
        ("in a call", "Convot.identify({email: ", "})"),
        ("in JSON", '{"email": ', "}"),
        ("in an object", "{email: ", "}"),
        ("before a call", "", CALL),
        ("behind a call", CALL, ""),
    )
    for opening, middle, closing in (
        ("[", "", ""),
        ("[", "", "]"),
        ("{", "", ""),
        ("{a:", "1", "}"),
        ('{"a":', "1", "}"),
        ("(", "1", ")"),
        ("${`", "", ""),
        ("`${", "", "}`"),
        ("-", "1", ""),
        ("!", "0", ""),
        ("a=>", "1", ""),
        ("<a>", "", "</a>"),
    )
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_large_text_has_an_answer_of_bounded_size(name: str) -> None:
    text = LARGE[name]()
    inspection = inspect(text)
    assert_sound(text, inspection)
    assert sum(len(inspected.call.fields) for inspected in inspection.calls) <= 20_000


@pytest.mark.parametrize("name", ["line ends and a call", "a call in the middle", "a call behind minified code"])
def test_a_call_in_a_large_text_is_found(name: str) -> None:
    assert [inspected.user.status for inspected in inspect(LARGE[name]()).calls] == ["verified"]


def nested(name: str) -> str:
    before, opening, middle, closing, after = NESTED[name]
    return before + opening * NEST + middle + closing * NEST + after


@pytest.mark.slow
@pytest.mark.parametrize("name", NESTED)
def test_deep_text_has_an_answer(name: str) -> None:
    text = nested(name)
    inspection = inspect(text)
    assert_sound(text, inspection)


@pytest.mark.parametrize("name", [name for name in NESTED if name.startswith("behind")])
def test_deep_text_behind_a_call_does_not_hide_it(name: str) -> None:
    assert "verified" in [inspected.user.status for inspected in inspect(nested(name)).calls]


SMALL = {
    "empty": "",
    "prose": "Dear support,\n\nwhy is our visitor anonymous?\n",
    "PNG": "\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + "\0\1\2\3\xff" * 100,
    "lone surrogates": '\udfffConvot.identify({"\ud800": "\udc00", email: "\ud83d", user_hash: "\ude00"})\ud800',
    "NULs": '\0Convot\0.identify({email: "a\0"})\0',
    "NULs inside": 'Convot.identify({\0email\0: "a\0"\0})',
    "number beyond 2^53": "Convot.identify({external_id: 99999999999999999999999})",
    "number of many digits": "Convot.identify({external_id: " + "9" * 10_000 + "})",
    "hex of many digits": "Convot.identify({external_id: 0x" + "f" * 10_000 + "})",
    "octal of many digits": "Convot.identify({external_id: 0" + "7" * 10_000 + "})",
    "BigInt of many digits": "Convot.identify({external_id: " + "9" * 10_000 + "n})",
    "exponent": "Convot.identify({external_id: 1e99999999999, shop: 1e-99999999999})",
    "bad numbers": "Convot.identify({external_id: 0x, shop: 1_, email: 0b2, name: 1__0, a: 0o8, b: 09.5, c: 0_1})",
    "number names": "Convot.identify({1: 1, 0x10: 2, 1e999: 3, 1n: 4, .5: 5, 08: 6})",
    "odd names": "Convot.identify({'': 1, ' ': 2, 'a.b': 3, __proto__: {email: 'x'}, constructor: 4, toString: 5})",
    "private name": "Convot.identify({#email: 1})",
    "duplicate keys": '{"email": "a", "email": "b", "email": null, "user_hash": "c", "user_hash": "d"}',
    "bad escapes": r"Convot.identify({email: '\x4', name: '\u{}', a: '\u{110000}', b: '\u12', '\x4': 1})",
    "bad escapes in names": r"Convot.identify({\u0065mail: 'a', \u{65}mail: 'b', \u{zz}: 1, e\x6dail: 2})",
    "class": "class Convot { static identify({email}) {} }",
    "regular expression": "Convot.identify(/[/*'\"`]/)",
    "nothing but the name": "Convot.identify",
    "one bracket": "{",
    "a bracket and a name": "{email",
    "array of arrays": '[[{"email": "a"}]]',
}


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL.keys())
@pytest.mark.parametrize("secret", [SECRET, None])
def test_unusual_text_has_a_result(text: str, secret: str | None) -> None:
    assert_sound(text, inspect(text, secret))


# Properties


SEEDS = sorted(text for text in (*WRITTEN.values(), *MENTIONED.values()) if len(text) < 2_000)
PIECES = st.sampled_from(
    [
        "Convot", ".identify", "(", ")", "{", "}", "[", "]", "email", ":", ",", ";", "'", '"', "`", "${", "\\", "/*",
        "*/", "//", "\n", "\r\n", " ", "...", "0x1", "1e9", "null", "user_hash", "shop", EMAIL, "=>", "<", ">", "&",
        "\ufeff", "\ud800", "\0", "😀", "\u2028", "#", "@", "!", "-", "+", "[email protected]",
        "{{", "}}", "***", sign(EMAIL), SECRET,
    ]
)  # fmt: skip


@given(st.text(st.characters(exclude_categories=[])))
@example("\ufeff{")
@example("{\ud800email")
def test_any_text_has_an_answer(text: str) -> None:
    assert_sound(text, inspect(text))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_random_pieces_give_a_sound_result(text: str) -> None:
    assert_sound(text, inspect(text))


@given(st.data())
def test_any_damaged_call_has_an_answer(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SEEDS))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 5)))
        text = text[:start] + data.draw(PIECES | st.just("")) + text[end:]
    assert_sound(text, inspect(text))


@given(st.integers(0, len(CALL)))
def test_a_call_cut_short_is_judged_only_by_its_hash(length: int) -> None:
    text = CALL.rstrip(";\n")[:length]
    inspection = inspect(text)
    assert_sound(text, inspection)
    assert {found.user.status for found in inspection.calls} <= {"verified"}


def _template_pair(pair: tuple[str, object]) -> str:
    if not isinstance(pair[1], str):
        return f"{pair[0]}: {json.dumps(pair[1])}"
    special = {"\\": "\\\\", "`": "\\`", "$": "\\$", "\r": "\\r"}
    return f"{pair[0]}: `{''.join(special.get(c, c) for c in pair[1])}`"


def _single_pair(pair: tuple[str, object]) -> str:
    if not isinstance(pair[1], str):
        return f"'{pair[0]}': {json.dumps(pair[1])}"
    return f"'{pair[0]}': '" + "".join(c if c.isalnum() else f"\\u{{{ord(c):x}}}" for c in pair[1]) + "'"


def _call_of(pair: Callable[[tuple[str, object]], str]) -> Callable[[dict[str, object]], str]:
    return lambda payload: "Convot.identify({" + ", ".join(map(pair, payload.items())) + "})"


WRITERS: dict[str, Callable[[dict[str, object]], str]] = {
    "JSON": lambda payload: json.dumps(payload, ensure_ascii=False),
    "JSON in ASCII": lambda payload: json.dumps(payload, indent=2),
    "a call": lambda payload: f"Convot.identify({json.dumps(payload)});",
    "a call in templates": _call_of(_template_pair),
    "a call in single quotes": _call_of(_single_pair),
}


@pytest.mark.parametrize("writer", WRITERS)
@fewer_examples
@given(payload=PAYLOAD)
def test_written_values_read_back_and_verify(writer: str, payload: dict[str, object]) -> None:
    sent = payload.get("external_id", payload["email"])
    text = WRITERS[writer](payload | {"user_hash": sign(str(sent))})
    (found,) = inspect(text).calls
    fields = found.call.fields
    for name, value in payload.items():
        if isinstance(value, str):
            assert fields[name].value == value
    known = found.signed is not None and found.signed.known
    assert found.user.status == ("verified" if known else "not-checked")


@given(st.floats(allow_nan=False, allow_infinity=False))
@example(0.0)
@example(5e-324)
@example(1.7976931348623157e308)
@example(1e21)
@example(123456789012345680000.0)
@example(1e-7)
def test_the_text_of_a_number_reads_back_as_that_number(number: float) -> None:
    text = number_text(number)
    assert float(text) == number
    assert parse_number(text.lstrip("-")) == abs(number)
    digits = text.lstrip("-").partition("e")[0].replace(".", "").strip("0")
    assert len(digits) <= len(repr(abs(number)).partition("e")[0].replace(".", "").strip("0"))
