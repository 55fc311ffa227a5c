"""Lines, columns and indices refer to the pasted source, whatever comes before it."""

from __future__ import annotations

import pytest
from paste import EMAIL, call, inspect, only_call, sign
from soundness import line_and_column

from convot_inspector.core.model import Field
from convot_inspector.core.reading.source import Source

BEFORE = {
    "nothing": "",
    "lines": "// one\n\n",
    "CRLF": "// one\r\n\r\n",
    "CR": "// one\r\r",
    "mixed line ends": "// one\r\n\n\r// two\n",
    "emoji": "// 😀👩\u200d💻\n/* 😀 */ ",
    "accents": "/* ünïcödé e\u0301 用户 */ ",
    "lone surrogate": "// \ud800\n/* \udfff */ ",
    "byte order mark": "\ufeff",
    "byte order mark and lines": "\ufeff\n\n ",
    "prose": "Hello, it does not work:\n\n> ",
    "U+2028 is no line end in an editor": "/* \u2028 */ ",
    "more than a block of bytes": "/* " + "é😀" * 500 + " */ ",
    "long text": "// é😀\n" * 20_000,
}
SOURCES = {
    "email": '"j\\u00f6hn@example.com"',
    "external_id": "0x1F",
    "name": "'😀 \\'x\\''",
    "user_hash": "`abc\n😀`",
    "shop": "user.shop",
    "shop_hash": "(\"a\" + 'b')",
    "avatar_url": "[ 1, {a: 2} ]",
    "company": "{ plan: 'é' }",
    "phone": "null",
}
TEXT = "Convot.identify({" + ", ".join(f"/* 😀 */\r\n  {name}: {source}" for name, source in SOURCES.items()) + "})"


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE.keys())
def test_the_place_of_a_value_is_where_its_source_stands(before: str) -> None:
    text = before + TEXT + ";\n"
    found = only_call(text).call
    fields = {name: field for name, field in found.fields.items() if "." not in name}
    assert {name: text[field.start : field.end] for name, field in fields.items()} == SOURCES
    for field in found.fields.values():
        assert (field.line, field.column) == line_and_column(text, field.start)
    assert text[found.start : found.end] == TEXT
    assert (found.line, found.column) == line_and_column(text, found.start)


def test_the_lines_and_columns_of_a_short_text_are_these() -> None:
    found = only_call(' \n\n  Convot.identify({\r\n\temail: "a",\r  name : "b" })').call
    assert (found.line, found.column) == (3, 3)
    assert [(f.line, f.column) for f in found.fields.values()] == [(4, 9), (5, 10)]


@pytest.mark.parametrize("before", ["", "\ufeff", " \n\t", "\n😀"[:1], "\r\n"], ids=ascii)
@pytest.mark.parametrize(
    "text", ['{"email": "😀", "shop": "b"}', "{email: '😀', shop: `b`};"], ids=["json", "javascript"]
)
def test_fields_of_a_bare_object_have_positions(text: str, before: str) -> None:
    whole = before + text
    found = only_call(whole).call
    sources = [whole[field.start : field.end] for field in found.fields.values()]
    assert sources in (['"😀"', '"b"'], ["'😀'", "`b`"])
    assert (found.line, found.column) == line_and_column(whole, found.start)
    assert whole[found.start : found.end] == text.rstrip(";")


def test_fields_inside_custom_data_have_places() -> None:
    text = call(email=EMAIL, custom_data={"plan": "pro", "team": {"size": 3}})
    fields = only_call(text).call.fields
    assert text[fields["custom_data.plan"].start : fields["custom_data.plan"].end] == '"pro"'
    assert text[fields["custom_data.team.size"].start : fields["custom_data.team.size"].end] == "3"


def test_a_field_that_stands_twice_has_the_place_of_the_last_and_remembers_the_first() -> None:
    text = 'Convot.identify({email: "first", name: "n", email: "last"})'
    found = only_call(text).call
    last, (first,) = found.fields["email"], found.repeated
    assert (last.value, text[last.start : last.end]) == ("last", '"last"')
    assert (first.value, text[first.start : first.end]) == ("first", '"first"')


def test_several_calls_keep_the_order_and_the_places_of_the_text() -> None:
    emails = [f"{name}@example.com" for name in ("c", "a", "b")]
    text = "\n\n".join(call(email=email, user_hash=sign(email)) for email in emails)
    found = inspect(text).calls
    assert [inspected.call.fields["email"].value for inspected in found] == emails
    assert [inspected.user.status for inspected in found] == ["verified"] * 3
    assert [inspected.call.line for inspected in found] == [1, 7, 13]
    starts = [inspected.call.start for inspected in found]
    assert starts == sorted(starts)
    assert all(text[start:].startswith("Convot.identify(") for start in starts)


def test_objects_in_an_array_have_their_own_places() -> None:
    text = '[{"email": "a"},\n {"email": "b"}]'
    first, second = inspect(text).calls
    assert (first.call.line, first.call.column, second.call.line, second.call.column) == (1, 2, 2, 2)
    assert text[second.call.start : second.call.end] == '{"email": "b"}'


def test_the_signed_field_is_the_one_in_the_call() -> None:
    found = only_call(call(email=EMAIL))
    assert isinstance(found.signed, Field)
    assert found.signed is found.call.fields["email"]


def test_between_cr_and_lf_there_is_no_column() -> None:
    source = Source("ab\r\ncd\r\n")
    assert [source.place(index) for index in range(9)] == [
        (1, 1), (1, 2), (1, 3), (1, 3), (2, 1), (2, 2), (2, 3), (2, 3), (3, 1),
    ]  # fmt: skip
