"""Lines of names and values, tables, logs and server code: what is read, and what is not."""

from __future__ import annotations

import ast
import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paste import EMAIL, inspect, only_call, sign, value_of
from payloads import fewer_examples

HASH = sign(EMAIL)

VERIFIED = {
    "lines": f"email: {EMAIL}\nuser_hash: {HASH}",
    "lines in CRLF": f"email: {EMAIL}\r\nuser_hash: {HASH}\r\n",
    "mail": f"Hi,\n\nthis is what we send:\n\nemail: {EMAIL}\nuser_hash: {HASH}\n\nRegards,\nJohn",
    "mail with blank lines": f"email: {EMAIL}\n\nuser_hash: {HASH}\n",
    "labels": f"Email: {EMAIL}\nUser hash: {HASH}\n",
    "bullets": f"- email: {EMAIL}\n- user_hash: {HASH}\n",
    "stars": f"* email: {EMAIL}\n* user_hash: {HASH}\n",
    "numbers": f"1. email: {EMAIL}\n2. user_hash: {HASH}\n",
    "bold": f"**email**: {EMAIL}\n**user_hash:** `{HASH}`\n",
    "code": f"`email`: `{EMAIL}`\n`user_hash`: `{HASH}`\n",
    "environment": f"email={EMAIL}\nuser_hash={HASH}\n",
    "exports": f"export email='{EMAIL}'\nexport user_hash=\"{HASH}\"\n",
    "piece of JSON": f'  "email": "john\\u0040example.com",\n  "user_hash": "{HASH}",\n',
    "piece of an object": f"  email: '{EMAIL}',\n  user_hash: '{HASH}',\n",
    "on one line": f"email: {EMAIL}, user_hash: {HASH}",
    "on one line with slashes": f"email: {EMAIL} / user_hash: {HASH}",
    "remarks": f"email: {EMAIL} (the visitor)\nuser_hash: {HASH} # from the server\n",
    "logfmt": f'ts=12 level=info msg="a b" email={EMAIL} user_hash={HASH}',
    "logfmt in quotes": f'level=info email="john\\u0040example.com" user_hash="{HASH}"\n',
    "Markdown table": f"| email | user_hash |\n|---|:-:|\n| {EMAIL} | `{HASH}` |\n",
    "psql": f" email | user_hash\n-------+------\n {EMAIL} | {HASH}\n(1 row)\n",
    "mysql": f"+---+---+\n| email | user_hash |\n+---+---+\n| {EMAIL} | {HASH} |\n+---+---+\n",
    "CSV with spaces": f"name, email, user_hash\nJohn, {EMAIL}, {HASH}\n",
    "CSV behind words": f"The export:\n\nemail,user_hash\n{EMAIL},{HASH}\n",
    "JSON in a log": f'12:00:01 INFO [x] sent {{"email": "{EMAIL}", "user_hash": "{HASH}"}} in 3 ms',
    "Python with comments": f"x = {{\n  # who\n  'email': '{EMAIL}',\n  'user_hash': '{HASH}',  # it's\n}}",
    "Python escapes": f"{{'email': 'john\\x40ex' 'ample.com', 'user_hash': u'{HASH}'}}",
    "Python's dict": f"dict(email='{EMAIL}', user_hash=\"{HASH}\", name=None)",
    "Ruby, both arrows": f"{{email: '{EMAIL}', :user_hash => \"{HASH}\", name: nil}}",
    "Ruby escapes": f'{{"email" => "john\\u{{40}}ex\\x61mple.com", "user_hash" => "{HASH}"}}',
    "Elixir": f'%{{"email" => "{EMAIL}", "user_hash" => "{HASH}"}}',
    "PHP array": f"array('email' => '{EMAIL}', \"user_hash\" => \"{HASH}\", 'name' => NULL)",
    "PHP escapes": f'$a = ["email" => "john\\u{{40}}ex\\x61mple.com", "user_hash" => "{HASH}"];',
    "YAML": f"---\nemail: {EMAIL} # who\nuser_hash: '{HASH}'\n",
    "nested YAML": f"visitor:\n  email: \"john\\x40example.com\"\n  user_hash: {HASH}\nn: 1\n",
}  # fmt: skip


@pytest.mark.parametrize("text", VERIFIED.values(), ids=VERIFIED.keys())
def test_the_values_are_read(text: str) -> None:
    found = only_call(text)
    assert found.user.status == "verified"
    for field in found.call.fields.values():
        assert field.start < field.end <= len(text)
    place = found.call.fields["user_hash"]
    assert HASH in text[place.start : place.end]


PROSE = {
    "a colon": "Our email: see below. It does not work.\n",
    "a signature": "Regards\n\nEmail: john@example.com\nPhone: 123\n",
    "a contact form": "Name: John\nEmail: john@example.com\nShop: my shop\n\nHello",
    "a sentence with names": "We send external_id, email, user_hash\nbut it is, well, broken\n",
    "a question": "Which is signed, email or external_id: the user_hash docs do not say.\n",
    "docs": "Fields:\nemail: string\n",
    "a signature of code": "def identify(email, user_hash):\n    pass(a, b)\n",
    "SQL": "SELECT email, user_hash FROM visitors\n",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE.keys())
def test_prose_is_no_call(text: str) -> None:
    assert [inspected.call.fields for inspected in inspect(text).calls] == []


EXPRESSIONS = {
    "Ruby": "{email: current_user.email, user_hash: OpenSSL::HMAC.hexdigest('SHA256', key, id), x: nil}",
    "Python": "{'email': user.email, 'user_hash': hmac.new(key, user.email.encode(), 'sha256').hexdigest()}",
    "PHP": "['email' => $user->email, 'user_hash' => hash_hmac('sha256', $user->email, $key)]",
    "Ruby's interpolation": '{"email" => "#{user.email}", "user_hash" => "#{hash}"}',
    "PHP's interpolation": '["email" => "$email", "user_hash" => "{$hash}"]',
    "Python's rest": f"{{'email': '{EMAIL}', 'user_hash': '{HASH}', **rest}}",
    "bytes": f"{{'email': b'{EMAIL}', 'user_hash': b'{HASH}'}}",
    "a var_dump whose length is wrong": "array(2) {\n  [\"email\"]=>\n  string(9) \"john\"\n"
    "  [\"user_hash\"]=>\n  string(2) \"abc\"\n}\n",
    "YAML's disputes": "---\nemail: 2024-01-01\nuser_hash: 0123\n",
}  # fmt: skip


@pytest.mark.parametrize("text", EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_value_that_the_text_does_not_determine_is_not_checked(text: str) -> None:
    found = only_call(text.replace(HASH, sign("somebody else")))
    assert {found.call.fields[name].kind for name in ("email", "user_hash")} <= {"expression", "template"}
    assert found.user.status == "not-checked"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{'email': None, 'shop': 'a'}", ("null", "null")),
        ("{'email': True, 'shop': 'a'}", ("boolean", "true")),
        ("{'email': 12345678901234567890, 'shop': 'a'}", ("number", "12345678901234567890")),
        ("{'email': 1e21, 'shop': 'a'}", ("number", "1e+21")),
        ("{:email=>nil}", ("null", "null")),
        ("{:email=>:a}", ("text", "a")),
        ("{'email' => 'a\\n'}", ("text", "a\\n")),
        ('{"email" => "a\\e\\u{1F600 41}\\#x"}', ("text", "a\x1b😀A#x")),
        ("['email' => 'a\\n\\'']", ("text", "a\\n'")),
        ('["email" => "a\\q\\$\\x41"]', ("text", "a\\q$A")),
        ("['email' => 1.0]", ("number", "1")),
    ],
)  # fmt: skip
def test_a_value_is_what_is_sent(text: str, value: tuple[str, str]) -> None:
    assert value_of(text, "email") == value


def test_several_records_are_several_calls() -> None:
    text = "".join(f"email: {name}@b.c\nuser_hash: {sign(name + '@b.c')}\n\n" for name in "abc")
    assert [inspected.user.status for inspected in inspect(text).calls] == ["verified"] * 3


# Characters of templates and redactions make a value unknown; other tests are about that.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}<>[]()*•█….xX%#$@\r"), min_size=1)


def _table(email: str, name: str, delimiter: str) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerows([["email", "name", "user_hash"], [email, name, sign(email)]])
    return stream.getvalue()


def _php(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


WRITERS = {
    "Python": lambda e, n: repr({"email": e, "name": n, "user_hash": sign(e), "none": None}),
    "Python in ASCII": lambda e, n: "got " + ascii({"email": e, "name": n, "user_hash": sign(e)}),
    "Ruby": lambda e, n: f'{{"email"=>{json.dumps(e)}, :name=>{json.dumps(n)}, "user_hash"=>"{sign(e)}"}}',
    "PHP": lambda e, n: f"array('email' => {_php(e)}, 'name' => {_php(n)}, 'user_hash' => '{sign(e)}')",
    "var_dump": lambda e, n: "array(2) {\n" + "".join(
        f'  ["{key}"]=>\n  string({len(value.encode())}) "{value}"\n'
        for key, value in {"email": e, "name": n, "user_hash": sign(e)}.items()
    ) + "}\n",
    "YAML": lambda e, n: f"---\nemail: {json.dumps(e)}\nname: {json.dumps(n)}\nuser_hash: {sign(e)}\n",
    "CSV": lambda e, n: _table(e, n, ","),
    "TSV": lambda e, n: _table(e, n, "\t"),
    "log": lambda e, n: f"12:00 INFO {json.dumps({'email': e, 'name': n, 'user_hash': sign(e)})} done",
    "logfmt": lambda e, n: f'level=info email={json.dumps(e)} name={json.dumps(n)} user_hash={sign(e)}',
}  # fmt: skip


@pytest.mark.parametrize("writer", WRITERS)
@fewer_examples
@given(email=TEXT, name=TEXT)
def test_written_values_read_back(writer: str, email: str, name: str) -> None:
    text = WRITERS[writer](email, name)
    (found,) = inspect(text).calls
    if found.call.fields["email"].known and email not in ("NULL", "\\N"):  # databases write null like this
        assert found.call.fields["email"].value == email
        assert found.user.status == "verified"


def test_python_s_places_count_characters() -> None:
    text = "😀é = {'😀': 'é', 'email': 'ü😀' 'x', 'user_hash': None}"
    field = only_call(text).call.fields["email"]
    assert ast.literal_eval(text[field.start : field.end]) == "ü😀x" == field.value


@pytest.mark.parametrize(
    "line",
    ["level=info email={0} name=A&B user_hash={1}", "email: {0} name: Bob user_hash: {1}",
     "email={0}, name=x, user_hash={1}", "email: {0} name: Bob\nuser_hash: {1}"],
)  # fmt: skip
def test_value_with_an_uncertain_end_is_not_checked(line: str) -> None:
    (call,) = inspect(line.format(EMAIL, sign("somebody else"))).calls
    assert (call.user.status, call.call.fields["email"].kind) == ("not-checked", "unclear")
    (proven,) = inspect(line.format(EMAIL, sign(EMAIL))).calls
    assert (proven.user.status, proven.call.fields["email"].value) == ("verified", EMAIL)


@pytest.mark.parametrize("name", ["A & B", "A, B,", "a=b"])
def test_punctuation_in_quoted_values_belongs_to_the_value(name: str) -> None:
    (call,) = inspect(f'level=info email={EMAIL} name="{name}" user_hash={sign(EMAIL)}').calls
    assert (call.user.status, call.call.fields["name"].value) == ("verified", name)


def test_unusual_white_space_in_a_bare_value_is_not_judged() -> None:
    value = "a\u2028b"
    (call,) = inspect(f"level=info external_id={value} email={EMAIL} user_hash={sign('somebody else')}").calls
    assert (call.user.status, call.call.fields["external_id"].kind) == ("not-checked", "unclear")
    (proven,) = inspect(f"level=info external_id={value} email={EMAIL} user_hash={sign(value)}").calls
    assert (proven.user.status, proven.call.fields["external_id"].value) == ("verified", value)
