"""In damaged and wrapped texts every line, column and index is within the pasted text."""

from __future__ import annotations

import json

from damaged import WRAPPED
from hypothesis import example, given
from hypothesis import strategies as st
from paste import SECRET, inspect
from payloads import fewer_examples
from places import SAMPLES
from soundness import assert_sound
from writers import WRITERS

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.reports.text_report import to_text

PAYLOAD = {"email": "zoë@exämple.com", "user_hash": "0f" * 32, "name": "O'Brien 😀"}
FILES = (file for file in SAMPLES.rglob("*") if file.is_file() and file.stat().st_size < 3_000 and file.suffix != ".py")
TEXTS = sorted(
    {writer.write(PAYLOAD) for writer in WRITERS.values()}
    | {file.read_bytes().decode(errors="surrogateescape") for file in FILES}
)
PIECES = st.sampled_from([
    "Convot.identify(", "Convot.push([", "{", "}", "(", ")", "[", "]", "email", "user_hash", "external_id",
    "custom_data", ":", ",", ";", "=", "=>", "'", '"', "`", "${", "\\", "\\u00", "/*", "*/", "//", "#", "<!--", "-->",
    "\n", "\r\n", "\r", " ", "\t", "...", "…", "0x1", "1e9", "null", "&quot;", "&lt;", "&", "%22", "+", "<script>",
    "</script>", "<p ", "data-email=", ">", "```", "~~~", "> ", "12 ", "13 | ", "curl ", " -d ", "fetch(", "<<<EOT\n",
    "EOT", "<<'EOF'\n", "EOF", "array(", "string(", "{{", "}}", "<%=", "%>", "<?php", "?>", "“", "”", "’", "«",
    "\x1b[32m", "\x1b[0m", "[39m", "POST / HTTP/1.1\n", "\n\n", "- ", "  ", "|", "---", "\ufeff", "\ud83d", "\ude00",
    "\udcff", "\ufffd", "\0", "😀", "é", "\u2028", "\u00a0", "[email\u00a0protected]", "***", "var a = ",
    "const email = ", "interface A {}", " as any", "!",
])  # fmt: skip
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\r"])


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """Draw a text of any notation with parts inserted, removed and repeated, and maybe wrapped."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + draw(PIECES | st.just("") | st.just(text[start:end] * 2)) + text[end:]
    if draw(st.booleans()):
        text = draw(st.sampled_from(sorted(WRAPPED.items())))[1](text)
    if draw(st.booleans()):
        text = text.replace("\n", draw(LINE_ENDS))
    return text[draw(st.integers(0, 3)) :] if draw(st.booleans()) else text


@given(damaged_texts())
@example(
    'Invoke-WebRequest -Uri "https://a.example/" `\r\n-Body "{`"external_id`"\r\n\r\n"email`":`"b@c.de`",'
    '`"user_hash`":`"12e4`"}"'
)
def test_a_damaged_text_of_any_notation_has_places_inside_it(text: str) -> None:
    assert_sound(text, inspect(text), is_inside=False)


@given(st.lists(PIECES, max_size=30).map("".join))
@example("{//user_hash")
@example("{))]\nuser_hash1'a'////email}")
def test_any_pieces_have_places_inside_them(text: str) -> None:
    assert_sound(text, inspect(text), is_inside=False)


ANY = st.text(st.characters(exclude_categories=[]), max_size=70) | st.sampled_from(
    ["\ufffd" * 30 + "\ud83d", "\ud83d" * 64, "0" * 63 + "\udcff", "%ud83d" * 8, "\\ud83d" * 8]
)


@fewer_examples
@given(name=st.sampled_from(["user_hash", "shop_hash"]), value=ANY, hash_=ANY, is_ascii=st.booleans())
@example(name="user_hash", value="a", hash_="\ufffd" * 8 + "abcdefgh\ud83d", is_ascii=False)
def test_the_search_for_causes_takes_any_value(name: str, value: str, hash_: str, *, is_ascii: bool) -> None:
    text = json.dumps({"email": value, "shop": value, name: hash_}, ensure_ascii=is_ascii)
    inspection = inspect_text(text, AppSecrets(SECRET))
    assert json.dumps(inspection.to_dict("none"))
    assert to_text(inspection)
