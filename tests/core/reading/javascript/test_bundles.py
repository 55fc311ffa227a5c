"""Modules of webpack's development builds and the data that Next.js pushes are read with exact values and places."""

from __future__ import annotations

import json

import pytest
from paste import EMAIL, inspect, only_call, sign

MODULE = """/***/ "./src/index.js":
/***/ ((module, exports, __webpack_require__) => {

eval(%s);

/***/ })
"""
CALL = f"const me = {{ email: '{EMAIL}' }};\nConvot.identify({{ ...me, user_hash: 'HASH' }});"


def module(code: str) -> str:
    return MODULE % json.dumps(f"{code}\n\n//# sourceURL=webpack:///./src/index.js?")


@pytest.mark.parametrize(("sent", "status"), [(sign(EMAIL), "verified"), ("0f" * 32, "mismatch")])
def test_the_call_in_a_module_is_read(sent: str, status: str) -> None:
    for text in (module(CALL.replace("HASH", sent)), f"const a = {{\n{module(CALL.replace('HASH', sent))}\n}};"):
        found = only_call(text)
        assert (found.user.status, found.call.runs) == (status, True)
        field = found.call.fields["email"]
        assert (field.line, text[field.start : field.end]) == (text[: field.start].count("\n") + 1, f"'{EMAIL}'")


def test_the_calls_of_several_modules_and_of_the_text_around_are_read() -> None:
    right, wrong = CALL.replace("HASH", sign(EMAIL)), CALL.replace("HASH", "0f" * 32)
    text = f"{module(right)}\n;\n{module(wrong)}"
    assert [call.user.status for call in inspect(text).calls] == ["verified", "mismatch"]


def push(*texts: str) -> str:
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(text)}])</script>\n" for text in texts)


USER = {"email": "$$ann@b.cc", "user_hash": sign("$ann@b.cc"), "name": "$undefined", "plan": "$L5"}
ROWS = f'1:T5,a\n"é5:{json.dumps(["$", "div", None, {"user": USER}])}\n6:null\n'


@pytest.mark.parametrize("at", [0, 1, 5, 40, 70, len(ROWS) - 3])
def test_pushed_texts_are_one_stream(at: int) -> None:
    text = push(ROWS[:at], ROWS[at:]) if at else push(ROWS)
    found = only_call(text)
    assert found.user.status == "verified"
    fields = {name: (field.kind, field.value) for name, field in found.call.fields.items()}
    assert fields["email"] == ("text", "$ann@b.cc")
    assert (fields["name"], fields["plan"][0]) == (("null", "undefined"), "expression")


def test_a_value_of_a_push_stands_where_it_is_written() -> None:
    text = f"<p>\n</p>\n{push(ROWS)}"
    field = only_call(text).call.fields["user_hash"]
    assert text[field.start : field.end].strip('\\"') == USER["user_hash"]
    assert field.line == 3


def test_a_pushed_user_that_is_a_reference_is_not_known() -> None:
    row = json.dumps(["$", "div", None, {"user": {"email": "$5:props:email", "user_hash": "0f" * 32}}])
    assert only_call(push(f"5:{row}\n")).user.status == "not-checked"
