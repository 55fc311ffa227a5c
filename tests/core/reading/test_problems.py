"""Why a text was not read: every id, with its place."""

from __future__ import annotations

import pytest
from paste import EMAIL, call, inspect

from convot_inspector.core.reading.foreign.vendor_names import VENDORS
from convot_inspector.core.reading.problems import MESSAGES, message

DEEP = 100_000
PROBLEMS: dict[str, list[tuple[str, int, int]]] = {
    "empty-input": [("", 1, 1), (" \r\n\t\u00a0", 1, 1), ("\ufeff", 1, 1), ("\u2028\n", 1, 1)],
    "no-identify-call": [
        ("const h = crypto.createHmac('sha256', s).update(user.email).digest('hex');\nres.json({user_hash: h})", 1, 18),
        ("user_hash = OpenSSL::HMAC.hexdigest('sha256', ENV['S'], user.email)", 1, 13),
        ("user_hash = hmac.new(key, email.encode(), hashlib.sha256).hexdigest()", 1, 13),
        ("<?php $user_hash = hash_hmac('sha256', $email, $secret); ?>", 1, 20),
        ("Hello, nothing works!", 1, 1),
        ("convot identify", 1, 1),
        ("{}", 1, 1),
        ("email: a@example.com", 1, 1),
        ("x\n // Convot.identify({})", 2, 5),
        ("if (Convot.identify) {}", 1, 5),
        ("foo(Convot.identify)", 1, 5),
        ("const f = Convot.identify;", 1, 11),
        ("Our Convot.identify fails, it's broken!", 1, 5),
        ("Our widget calls Convot.identify() but fails", 1, 18),
        ("Convot.identify( … )", 1, 1),
        ("When your widget calls Convot.identify(...), it tells Convot\nConvot.identify", 1, 24),
        ("Convot.push(['do', 'chat:open'])", 1, 1),
    ],
    "other-vendor": [
        ("Intercom('boot', {app_id: 'x', email: 'a@example.com', user_hash: 'b'})", 1, 1),
        ("x;\n window.$chatwoot.setUser('1', {email: 'a@example.com', identifier_hash: 'b'})", 2, 9),
        ("analytics.identify('1', {email: 'a@example.com'})", 1, 1),
        ("$crisp.push(['set', 'user:email', ['a@example.com', 'b']])", 1, 1),
        ("// Intercom('boot')\nBeacon('identify', {email: 'a@example.com', signature: 'b'})", 2, 1),
        ('posthog.identify("1", {"email": "a@example.com"})', 1, 1),
        ('const novu = new Novu({subscriberId: "1", subscriberHash: "b"})', 1, 14),
    ],
    "values-elsewhere": [
        ("\n Convot.identify(user)", 2, 2),
        ("Convot.identify(...users)", 1, 1),
        ("Convot.identify(getUser({email: 'a'}))", 1, 1),
        ("Convot.identify(null)", 1, 1),
    ],
    "unterminated": [
        ("Convot.identify({email: 'a'", 1, 1),
        ("Convot.identify({email: 'a'}", 1, 1),
        ("Convot.identify({email: 'a", 1, 1),
        ("Convot.identify({email: `a", 1, 1),
        ("Convot.identify({email:", 1, 1),
        ("Convot.identify({", 1, 1),
        ("Convot.identify(", 1, 1),
        ("x;\n  Convot.identify({email: 'a', name:", 2, 3),
        ('{"email": "a"', 1, 13),
        ('{"email": "a', 1, 11),
        ('{"email": ', 1, 10),
        ('\n\n{"email": "a",\n', 3, 15),
        ("{email: 'a'", 1, 1),
    ],
    "bad-javascript": [
        ('Convot.identify({email: "a" name: 1})', 1, 29),
        ('Convot.identify({\n email: "a",\n user_hash "b"})', 3, 2),
        ("{email: 'a' name: 1}", 1, 13),
    ],
    "bad-json": [('{"email": "a" "name": "b"}', 1, 15), ('{\n "email": "a",\n "shop": b c}', 3, 10)],
    "too-deep": [
        ("Convot.identify({email: " + "{a:" * 100 + "1" + "}" * 100 + "})", 1, 1),
        ("Convot.identify({email: " + "[" * 100 + "]" * 100 + "})", 1, 1),
        ("Convot.identify({email: " + "(" * 100 + "1" + ")" * 100 + "})", 1, 1),
        ("Convot.identify({email: " + "'a'+" * 100 + "'b'})", 1, 1),
        ("{email: " + "[" * 100 + "]" * 100 + "}", 1, 1),
        ("\n" + '{"email": ' + "[" * DEEP, 2, 1),
        ("\n [" * 1 + '{"email": ' + "[" * DEEP + "]" * DEEP + "}]", 2, 2),
    ],
    "too-large": [
        ("Convot.identify({email: " + "[" * DEEP, 1, 1),
        ("Convot.identify({" + "a: 1, " * 10_000 + "})", 1, 1),
        ("{email: 'a', " + "b: 1, " * 10_000 + "}", 1, 1),
        ('{"email": "' + "a" * 3_000_000 + '"}', 1, 1),
        ("\nConvot.identify({email: '" + "a" * 3_000_000 + "'})", 2, 1),
        ("x" * (32 * 1024 * 1024 + 1), 1, 1),
    ],
    "not-text": [("\ufffd" * 10, 1, 1), ("a\ufffd\ufffdb" * 100, 1, 1), ("\ud800\udfff" * 10, 1, 1)],
    "image-or-binary": [
        ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, 1),
        ("\ufffdPNG\r\n\x1a\n\0\0\0\rIHDR", 1, 1),
        ("GIF89a" + "x" * 1000, 1, 1),
        ("\xff\xd8\xff\xe0\0\x10JFIF", 1, 1),
        ("%PDF-1.7\n" + "x" * 1000, 1, 1),
        ("PK\x03\x04" + "x" * 1000, 1, 1),
        ("\0" * 100, 1, 1),
        ("abc\0def\1" * 10, 1, 1),
    ],
}
ROWS = [(id_, *row) for id_, rows in PROBLEMS.items() for row in rows]


@pytest.mark.parametrize(
    ("id_", "text", "line", "column"),
    [
        pytest.param(*row, id=f"{row[0]}: {row[1][:40]!a}", marks=[pytest.mark.slow] if row[0] == "too-large" else [])
        for row in ROWS
    ],
)
def test_the_problem_has_its_id_and_place(id_: str, text: str, line: int, column: int) -> None:
    inspection = inspect(text)
    assert [(problem.id, problem.line, problem.column) for problem in inspection.problems] == [(id_, line, column)]
    assert inspection.calls == ()


def test_every_problem_that_has_words_is_reached() -> None:
    assert {key.partition(":")[0] for key in MESSAGES} == set(PROBLEMS)


@pytest.mark.slow
def test_every_problem_has_a_message_without_a_piece_of_the_text() -> None:
    words = {*MESSAGES.values(), *(message("other-vendor", vendor.id) for vendor in VENDORS)}
    for _, text, _, _ in ROWS:
        for problem in inspect(text).problems:
            assert problem.message in words


def test_calls_beyond_the_limit_are_reported() -> None:
    inspection = inspect(call(email=EMAIL) * 1000)
    assert 0 < len(inspection.calls) < 1000
    last = inspection.calls[-1].call.line
    assert [(problem.id, problem.line, problem.column) for problem in inspection.problems] == [
        ("too-large", last + 3, 1)
    ]


def test_objects_beyond_the_limit_are_reported() -> None:
    inspection = inspect("[" + '{"email": "a"},\n' * 999 + '{"email": "a"}]')
    assert 0 < len(inspection.calls) < 1000
    last = inspection.calls[-1].call.line
    assert [(problem.id, problem.line, problem.column) for problem in inspection.problems] == [
        ("too-large", last + 1, 1)
    ]


def test_a_good_text_has_no_problem() -> None:
    assert inspect(call(email=EMAIL)).problems == ()


@pytest.mark.parametrize("size", [80_000, 300_000])
@pytest.mark.slow
def test_data_that_is_too_long_is_reported(size: int) -> None:
    text = "data = {" + "'key': None, " * (size // 13) + f"'email': 'a@b.c', 'user_hash': '{'0' * 64}', **more()\n"
    (problem,) = inspect(text).problems
    assert (problem.id, problem.column) == ("too-large", text.index("user_hash") + 1)


def test_long_prose_is_no_data() -> None:
    assert [problem.id for problem in inspect("The email is fine. " * 10_000).problems] == ["no-identify-call"]
