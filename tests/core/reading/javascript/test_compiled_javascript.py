"""Output of minifiers and compilers is read exactly, alone and in the middle of a large bundle."""

from __future__ import annotations

import json

import pytest
from paste import inspect, sign
from places import SAMPLES

ROWS = json.loads((SAMPLES / "javascript" / "compiled.json").read_text("utf-8"))
IDENTITIES = json.loads((SAMPLES / "identities.json").read_text("utf-8"))
# A variable that is assigned after its declaration, and helpers with names of one letter, which say nothing.
UNKNOWN = {("swc", "shorthand"), ("swc", "variable"), ("esbuild-es2015", "handler"), ("esbuild-es2015", "typed")}
# Names of one letter at the top of a bundle: every use of `a` would have to be examined.
OF_ONE_LETTER = {("esbuild", "typed"), ("swc", "typed"), ("esbuild", "template"), ("esbuild-es2015", "template")}
MODULE = (
    '!function(e,t){"use strict";var n=t(12);function o(e,t){for(var n=0;n<t.length;n++){var r=t[n];r.a=r.a||!1}}'
    "var i={email:1};window.foo=o(i,e)}(this,function(e){return e+1});\n"
)
BUNDLE = MODULE * (600_000 // len(MODULE))


def name(row: dict[str, object]) -> str:
    return f"{row['tool']}-{row['shape']}-{row['identity']}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_compiled_code_is_read_exactly_or_not_at_all(row: dict[str, str | int]) -> None:
    inspection = inspect(str(row["text"]))
    if (row["tool"], row["shape"]) in UNKNOWN:
        assert {call.user.status for call in inspection.calls} <= {"not-checked", "verified"}
        assert inspection.calls or [problem.id for problem in inspection.problems] == ["values-elsewhere"]
        return
    (call,) = inspection.calls
    assert (call.user.status, inspection.problems) == ("verified", ())
    identity = IDENTITIES[row["identity"]]
    sent = "external_id" if "external_id" in identity else "email"
    assert call.call.fields[sent].value == str(identity[sent])


@pytest.mark.slow
@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row["identity"] == 0 and (row["tool"], row["shape"]) not in {*UNKNOWN, *OF_ONE_LETTER}],
    ids=name,
)
def test_compiled_code_is_read_inside_a_large_bundle(row: dict[str, str]) -> None:
    inspection = inspect(f"{BUNDLE}{row['text']}\n;{BUNDLE}")
    assert [call.user.status for call in inspection.calls] == ["verified"]


GUESSES = [
    '!function(){let e="a@b.c";function z(){e="x@b.c"}other(z);Convot.identify({email:e,user_hash:"HASH"})}();',
    'function q(e){var t={email:e,user_hash:"HASH"};window.Convot.identify(t)}',
    '!function(){Convot.identify({email:e,user_hash:"HASH"});var e="a@b.c"}();',
    '!function(){var t={email:"a@b.c",user_hash:"HASH"};change(t);Convot.identify(t)}();',
    '!function(){var e="x";if(a){var e="a@b.c"}Convot.identify({email:e,user_hash:"HASH"})}();',
    'Convot.identify({email:"".concat(n),user_hash:"HASH"});',
    'Convot.identify({email:["a@b.c"].concat("x"),user_hash:"HASH"});',
]


@pytest.mark.parametrize("code", GUESSES)
def test_a_name_that_could_be_something_else_is_not_guessed(code: str) -> None:
    for before, after in (("", ""), (MODULE, ""), (MODULE, MODULE)):
        inspection = inspect(before + code.replace("HASH", sign("somebody else")) + after)
        assert {call.user.status for call in inspection.calls} <= {"not-checked", "missing"}
        proven = inspect(before + code.replace("HASH", sign("a@b.c")) + after)
        assert {call.user.status for call in proven.calls} <= {"not-checked", "missing", "verified"}


@pytest.mark.slow
@pytest.mark.parametrize("code", GUESSES)
def test_a_name_that_could_be_something_else_is_not_guessed_in_a_large_bundle(code: str) -> None:
    inspection = inspect(BUNDLE + code.replace("HASH", sign("somebody else")) + BUNDLE)
    assert {call.user.status for call in inspection.calls} <= {"not-checked", "missing"}


def test_a_name_bound_once_is_known_in_a_bundle() -> None:
    code = '!function(){var e="é@b.c",t={email:e,user_hash:"HASH"};window.Convot.identify(t)}();'
    inspection = inspect(BUNDLE + code.replace("HASH", sign("é@b.c")) + BUNDLE)
    assert [call.user.status for call in inspection.calls] == ["verified"]


@pytest.mark.parametrize(
    "code",
    [
        "(a = window.Convot) === null || a === void 0 ? void 0 : a.identify({email: 'a@b.c', user_hash: 'HASH'});",
        "(e=window.Convot)==null||e.identify({email:'a@b.c',user_hash:'HASH'});",
        "null===(n=window.Convot)||void 0===n||n.identify({email:'a@b.c',user_hash:'HASH'});",
        "(_window$Convot = window.Convot) === null || _window$Convot.identify({email:'a@b.c',user_hash:'HASH'});",
    ],
)
def test_compiled_optional_call_is_read(code: str) -> None:
    inspection = inspect(code.replace("HASH", sign("a@b.c")))
    assert [call.user.status for call in inspection.calls] == ["verified"]
