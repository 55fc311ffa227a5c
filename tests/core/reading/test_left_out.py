"""What a bound leaves out is said: every call of a text is read, or a problem says that there are more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fast import some_of
from paste import EMAIL, call, sign
from writers import WRITERS

from convot_inspector.core.reading.html.tokens import MAX_TOKENS
from convot_inspector.core.reading.limits import MAX_CALLS, MAX_FIELDS, MAX_LINE
from convot_inspector.core.reading.recognition import read
from convot_inspector.core.reading.repair.unwrap import MAX_BLOCKS

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading

MANY = MAX_CALLS + 50
HASH = sign(EMAIL)
PAIRS = f"email={EMAIL}&user_hash={HASH}"
PART = '--b\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
FORM = PART.format("email", EMAIL) + PART.format("user_hash", HASH)
REQUEST = f"POST /x HTTP/1.1\nHost: api.example.com\n\n{PAIRS}\n\n"
LINK = "GET /x HTTP/1.1\nHost: api.example.com\n\n\n"
LOG = f"level=info email={EMAIL} user_hash={HASH}\n"
PUSH = 'Convot.push(["set", "user:email", ["{}@example.com"]]);\n'


def emails(reading: Reading) -> set[str]:
    calls = [(*call.fields.values(), *call.repeated) for call in reading.calls]
    return {field.value for fields in calls for field in fields if field.name == "email"}


def says_so(reading: Reading) -> bool:
    return "too-large" in {problem.id for problem in reading.problems}


@pytest.mark.parametrize("name", some_of(WRITERS, 8))
def test_of_many_texts_in_one_paste_all_are_read_or_it_is_said(name: str) -> None:
    people = [f"user{number}@example.com" for number in range(MANY)]
    texts = [WRITERS[name].write({"email": one, "user_hash": sign(one), "name": "Zoe"}) for one in people]
    for separator in ("\n", "\n\n"):
        reading = read(separator.join(texts))
        assert says_so(reading) or not reading.calls or emails(reading) >= set(people)


LEFT_OUT = {
    "requests": (REQUEST, LINK * 2_000 + REQUEST),
    "fetch calls": (
        f'fetch("https://a.example", {{"body": "{PAIRS}"}});\n',
        'fetch("https://a.example/email");\n' * 2_000 + f'fetch("https://a.example", {{"body": "{PAIRS}"}});\n',
    ),
    "pushes": (PUSH.format("ann"), "".join(PUSH.format(f"user{n}") for n in range(50)) + PUSH.format("bob")),
    "parts of a form": (
        FORM + "--b--\r\n",
        PART.format("email", EMAIL) + PART.format("x", "y") * MAX_FIELDS + PART.format("user_hash", HASH) + "--b--\r\n",
    ),
    "another form": (FORM + "--b--\r\n", FORM + "--b--\r\n\r\n" + (FORM + "--b--\r\n").replace("--b", "--c")),
    "lines of a form": (
        f"POST /x HTTP/1.1\nHost: a.example\n\nemail={EMAIL}\nuser_hash={HASH}\n",
        f"POST /x HTTP/1.1\nHost: a.example\n\nemail={EMAIL}\n"
        + "".join(f"x{n}=y\n" for n in range(MAX_FIELDS))
        + f"user_hash={HASH}\n",
    ),
    "tokens of a page": (
        f"<div data-email='{EMAIL}' data-user-hash='{HASH}'></div>",
        f"<div data-email='{EMAIL}' data-user-hash='{HASH}'></div>"
        + "<b>" * MAX_TOKENS
        + f"<div data-email='x{EMAIL}' data-user-hash='{HASH}'></div>",
    ),
    "blocks of code": (
        f"```\n{call(email=EMAIL, user_hash=HASH)}```\n",
        f"```\n{call(email=EMAIL)}```\n" * (MAX_BLOCKS + 1),
    ),
    "a long line": (LOG, LOG + LOG[:-1] + f" x={'y' * MAX_LINE}\n"),
    "pairs of a line": (LOG, LOG + LOG[:-1] + " x=y" * MAX_FIELDS + "\n"),
    "captures": (
        WRITERS["HAR, JSON"].write({"email": EMAIL, "user_hash": HASH}),
        WRITERS["HAR, JSON"].write({"email": EMAIL, "user_hash": HASH}) * 2,
    ),
}


@pytest.mark.parametrize("name", some_of(LEFT_OUT, 4))
def test_what_is_behind_a_bound_is_said(name: str) -> None:
    whole, cut = LEFT_OUT[name]
    reading = read(whole)
    assert (len(reading.calls), reading.problems) == (1, ())
    assert says_so(read(cut))
