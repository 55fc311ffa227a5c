"""Text that the grammar would parse for minutes is aborted; realistic text never is."""

from __future__ import annotations

import pytest

from convot_inspector import inspect_text
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree

HOSTILE = "Convot.identify({email:'a'" + "([{'x,:/*` " * 9_000


def test_parsing_of_hostile_text_is_aborted() -> None:
    assert SyntaxTree(HOSTILE, 0).is_aborted


def test_call_before_hostile_text_is_reported_as_damaged() -> None:
    assert [problem.id for problem in inspect_text(HOSTILE).problems] == ["bad-javascript"]


@pytest.mark.parametrize(
    "text",
    [
        "Hello, I don't know what you mean (really). ",
        "<div class=\"a\"><p>it's me & you</p>\n<script>var x = 1; foo('bar');</script></div>\n",
        "def foo\n  @h = OpenSSL::HMAC.hexdigest('sha256', secret, user.email) if user\nend\n",
        '> we have this on https://x.com/a?b=c&d=e - it doesn\'t `work`:\n\n- Bob (CEO), "Acme"\n',
        "var f=function(){var x={a:1,b:[2,3]};return x.a+1};",
        '{"a": [1, 2, {"b": "c"}]},\n',
    ],
)
def test_parsing_of_ordinary_text_is_not_aborted(text: str) -> None:
    assert not SyntaxTree(text * (60_000 // len(text)), 0).is_aborted


@pytest.mark.parametrize("piece", ["b=&", "b=;", "b=]", "b~-", "b(|", "b = \n&"])
def test_parsing_of_ambiguous_text_is_aborted_before_its_end(piece: str) -> None:
    assert SyntaxTree("({\n" + piece * 20_000 + ")", 0).is_aborted


def test_call_beside_hostile_text_is_read() -> None:
    inspection = inspect_text("Convot.identify({email: 'a@b.c'});\n" + "b=&" * 20_000)
    assert [call.user.status for call in inspection.calls] == ["missing"]


def test_a_long_text_with_an_error_is_not_parsed_to_its_end() -> None:
    assert SyntaxTree("var a = 1;\n" * 15_000 + "({" + "b=&" * 20_000, 0).is_aborted
    assert not SyntaxTree("var a = 1;\n" * 15_000, 0).is_aborted
