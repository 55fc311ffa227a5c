"""Any payload, written in any notation by an independent writer, reads back identically; any text has an answer."""

from __future__ import annotations

import re

import pytest
from fast import every_eighth
from hypothesis import assume, example, given
from hypothesis import strategies as st
from paste import inspect, sign
from payloads import fewer_examples
from soundness import assert_sound, line_and_column
from writers import WRITERS

from convot_inspector.core.reading.kinds import kind_of_text
from convot_inspector.core.reading.repair.smart_quotes import QUOTES

PIECES = [
    "'", '"', "`", "\\", "\\\\", "\\'", '\\"', "\\n", "\\u0041", "\\x41", "${", "#{x}", "$x", "%41", "%", "+", "&amp;",
    "&#39;", "&", "=", ";", ":", ",", " #", ": ", "{", "}", "[", "]", "(", ")", "//", "/*", "*/", "<b>", "</b>", "|",
    "^", "~", "@", "😀", "é", "e\u0301", "用户", "\u00a0", "\u200b", "\ufeff", "’", "“", "…", "a", "b", "1", "0", "''",
    "john@example.com", "\n", "\t", "\r\n", "\u2028", " ", "  ", "-", ">", "!", "*",
]  # fmt: skip
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4)
VALUES = st.lists(st.sampled_from(PIECES) | LETTERS, min_size=1, max_size=6).map("".join)
PLAIN = st.from_regex(r"[a-zé用][a-z0-9é+-]{0,8}@[a-z]{1,5}\.(com|de)", fullmatch=True)


def is_certain(name: str, value: str) -> bool:
    """Return whether a value looks neither like a placeholder nor damaged."""
    if name == "email" and "\n" in value:
        return False
    return kind_of_text(name, value) == "text" and not re.search(rf"[…\u00a0\u2028\u2029\x85\ufffd]|^[{QUOTES}]", value)


@pytest.mark.parametrize("notation", every_eighth(WRITERS))
@fewer_examples
@given(email=VALUES | PLAIN, name=VALUES | PLAIN)
@example(email="zoë+o'neil\"q\\x😀@exämple.com", name="</b> & 'x' \\ \"y\" ${z} #{w} %41 +")
@example(email="john+tag@example.com", name="Zoë")
@example(email="'", name="#${")
@example(email="#@1", name="#$ and #@")
@example(email="a@b.co", name="x ^")
def test_written_values_read_back(notation: str, email: str, name: str) -> None:
    writer = WRITERS[notation]
    assume(writer.allowed(email) and writer.allowed(name) and email.strip() == email != "" != name == name.strip())
    payload = {"email": email, "user_hash": sign(email), "name": name}
    text = writer.write(payload)
    inspection = inspect(text)
    assert_sound(text, inspection, is_inside=False)
    assert inspection.format in writer.format.split()
    assert (inspection.problems, len(inspection.calls)) == ((), writer.calls)
    for call in inspection.calls:
        fields = call.call.fields
        for field, value in payload.items():
            assert fields[field].known or not is_certain(field, value)
            assert fields[field].value == value or not fields[field].known
            assert (fields[field].line, fields[field].column) == line_and_column(text, fields[field].start)
        assert call.user.status == ("verified" if fields["email"].known else "not-checked")


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6) | st.sampled_from(sorted(WRITERS)).map(
    lambda notation: WRITERS[notation].write({"email": "a@b.co", "user_hash": sign("a@b.co"), "name": "x"})
), max_size=12).map("".join))  # fmt: skip
def test_any_text_has_a_sound_result(text: str) -> None:
    assert_sound(text, inspect(text), is_inside=False)
