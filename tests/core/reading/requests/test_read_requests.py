"""Requests that browsers copy and programs send are read exactly: every hash verifies, every value has its position."""

# ruff: noqa: E501 - a table of texts, one a line

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paste import EMAIL, inspect, only_call, problem_ids, sign
from printed import identities, texts
from soundness import assert_sound, line_and_column

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = texts("requests") | texts("html")
FORMATS = {
    "curl-bash": "curl",
    "curl-cmd": "curl",
    "fetch": "fetch",
    "fetch-node": "fetch",
    "powershell": "powershell",
    "wire": "http",
    "chromium": "html",
    "escaped": "html",
    "cloudflare": "html",
}


def format_of(name: str) -> str:
    return next(value for key, value in FORMATS.items() if name.endswith(key) or f"-{key}" in name)


def written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("name", TEXTS)
def test_written_request_is_read_exactly(name: str) -> None:
    text = TEXTS[name]
    inspection = inspect(text)
    assert_sound(text, inspection)
    assert (inspection.format, inspection.problems) == (format_of(name), ())
    assert len(inspection.calls) == len(identities(name))
    for inspected, identity in zip(inspection.calls, identities(name), strict=True):
        fields = inspected.call.fields
        # For cmd, Chrome writes a space for non-ASCII characters and for other white space.
        is_lost = "json-curl-cmd" in name and not re.fullmatch(
            "[!-~]+", str(identity.get("external_id", identity["email"]))
        )
        assert inspected.user.status == ("not-checked" if is_lost else "verified")
        for field, value in identity.items():
            if field in fields and fields[field].known and not isinstance(value, dict) and value is not None:
                # In multipart forms browsers send line ends as CRLF; in all forms every value is a text.
                assert fields[field].value.replace("\r\n", "\n") == written(value)
            else:
                assert field not in ("email", "external_id") or "curl-cmd" in name
        for found in fields.values():
            assert (found.line, found.column) == line_and_column(text, found.start)
            if found.name == "user_hash":
                assert text[found.start : found.end].strip('"\\`^&quot;') == found.value


def json_text(sent: dict[str, str]) -> str:
    return json.dumps(sent, ensure_ascii=False)


def bash(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def bash_double(text: str) -> str:
    return '"' + "".join("\\" + c if c in '"\\$`' else c for c in text) + '"'


def bash_ansi(text: str) -> str:
    return "$'" + "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in text) + "'"


def bash_octal(text: str) -> str:
    kept = "abcdefghijklmnopqrstuvwxyz_"
    return "$'" + "".join(c if c in kept else "".join(f"\\{byte:03o}" for byte in c.encode()) for c in text) + "'"


def cmd(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '^"' + "".join("^\n\n" if c == "\n" else c if c.isalnum() or c == " " else "^" + c for c in escaped) + '^"'


def power(text: str) -> str:
    units = text.encode("utf-16-le")
    shown = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    return '"' + "".join(
        "`" + chr(u) if chr(u) in '`$"' else chr(u) if 32 <= u < 127 else f"$([char]{u})" for u in shown
    ) + '"'  # fmt: skip


def har(request: dict[str, Any]) -> str:
    entry = {"request": {"method": "POST", "url": "https://x/i", **request}, "response": {"content": {"text": "{}"}}}
    return json.dumps({"log": {"version": "1.2", "entries": [{"startedDateTime": ""}, entry]}}, indent=1)


def html_attributes(sent: dict[str, str]) -> str:
    escaped = {n: "".join(c if c.isalnum() and c.isascii() else f"&#{ord(c)};" for c in v) for n, v in sent.items()}
    return "<div " + " ".join(f'data-{n.replace("_", "-")}="{v}"' for n, v in escaped.items()) + ">"


URL = "https://x/i"
NOTATIONS: dict[str, Callable[[dict[str, str]], str]] = {
    "bash": lambda s: f"curl {URL} \\\n  --data-raw {bash(json_text(s))}",
    "bash, double quotes": lambda s: f"curl -sXPOST -d {bash_double(json_text(s))} {URL}",
    "bash, ANSI-C quotes": lambda s: f"$ curl {URL} -H 'a: b' --data-binary {bash_ansi(json.dumps(s))}",
    "bash, octal bytes": lambda s: f"curl {URL} --json {bash_octal(json_text(s))}",
    "bash, form": lambda s: f"curl {URL} -d {bash(urlencode(s))}",
    "bash, encoded by curl": lambda s: f"curl {URL} " + " ".join(f"--data-urlencode {bash(f'{n}={v}')}" for n, v in s.items()),
    "bash, parts": lambda s: f"curl {URL} " + " ".join(f"--form-string {bash(f'{n}={v}')}" for n, v in s.items()),
    "bash, several -d": lambda s: "curl " + " ".join(f"-d {bash(urlencode({n: v}))}" for n, v in s.items()) + f" {URL}",
    "cmd": lambda s: f"curl {cmd(URL)} ^\n  --data-raw {cmd(json.dumps(s))}",
    "fetch": lambda s: f"fetch({json.dumps(URL)}, {json.dumps({'headers': {}, 'body': json_text(s)}, indent=2)});",
    "fetch, stringify": lambda s: f"await fetch('{URL}', {{method: 'POST', body: JSON.stringify({json.dumps(s)})}})",
    "fetch, parameters": lambda s: f"fetch('{URL}', {{body: new URLSearchParams({json.dumps(s)})}})",
    "PowerShell": lambda s: f"Invoke-WebRequest -Uri {power(URL)} `\n-Body {power(json_text(s))}",
    "PowerShell, single": lambda s: "irm -Method Post -Body '" + json.dumps(s).replace("'", "''") + f"' -Uri {URL}",
    "PowerShell, here": lambda s: f"$b = @'\n{json.dumps(s)}\n'@\nInvoke-RestMethod {URL} -Method Post -Body $b",
    "PowerShell, table": lambda s: "irm -Body (@{\n" + "\n".join(f"{n} = {power(v)}" for n, v in s.items()) + "} | ConvertTo-Json)",
    "HTTP": lambda s: f"POST /i HTTP/1.1\r\nHost: x\r\n\r\n{json.dumps(s)}",
    "HTTP, form": lambda s: f"POST /i HTTP/1.1\nHost: x\n\n{urlencode(s)}\n",
    "HTTP, query": lambda s: f"GET /i?{urlencode(s)} HTTP/1.1\r\nHost: x\r\n\r\n",
    "a .http file": lambda s: f"### one\nPOST {URL}\nContent-Type: application/json\n\n{json.dumps(s)}\n\n### two\nGET {URL}\n",
    "form": urlencode,
    "query": lambda s: f"{URL}?a=1&{urlencode(s)}#top",
    "wrapped form": lambda s: urlencode({f"visitor[{n}]": v for n, v in s.items()}),
    "JSON in a form": lambda s: urlencode({"a": "1", "payload": json_text(s)}),
    "HAR": lambda s: har({"postData": {"mimeType": "application/json", "text": json_text(s)}}),
    "HAR, form": lambda s: har({"postData": {"mimeType": "x", "text": urlencode(s), "params": []}}),
    "HAR, query": lambda s: har({"url": f"{URL}?{urlencode(s)}"}),
    "HAR, parameters": lambda s: har(
        {"postData": {"mimeType": "x", "params": [{"name": n, "value": v} for n, v in {"a": "@ ", **s}.items()]}}
    ),
    "script": lambda s: "<html><script>1</script>\n<SCRIPT async>Convot.identify(" + json.dumps(s).replace("<", "\\u003c") + ")</SCRIPT>",
    "attributes": html_attributes,
    "JSON script": lambda s: '<script type="application/json">' + json.dumps(s).replace("<", "\\u003c") + "</script>",
}  # fmt: skip
VALUES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
TRICKY = ["a'b\"c\\d", "\\u0040 \\n %41 + & = ; 100%", "jöhn+😀@example.com", "$HOME `id` !x ^y %z%", "</b>&amp;&quot;", "用户 e\u0301", "a b", "@file", "-d"]  # fmt: skip


@pytest.mark.parametrize("value", TRICKY)
@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_tricky_value_reads_back(notation: str, value: str) -> None:
    assert_reads_back(notation, value)


@given(st.sampled_from(sorted(NOTATIONS)), VALUES)
def test_any_value_reads_back(notation: str, value: str) -> None:
    if value.strip() == value and "[email" not in value:
        assert_reads_back(notation, "x" + value)


def assert_reads_back(notation: str, value: str) -> None:
    sent = {"email": EMAIL, "external_id": value, "user_hash": sign(value)}
    text = NOTATIONS[notation](sent)
    found = only_call(text)
    fields = found.call.fields
    assert fields["external_id"].value == value
    assert fields["email"].value == EMAIL
    # A value that looks like a placeholder is not judged, whatever the notation.
    assert found.user.status == "verified" or fields["external_id"].kind != "text"
    raw = text[fields["user_hash"].start : fields["user_hash"].end]
    assert "octal" in notation or sent["user_hash"] in raw
    assert len(raw) < 300


HASH = sign(EMAIL)
KINDS = {
    "a variable": (f'curl {URL} -d "{{\\"email\\":\\"$EMAIL\\",\\"user_hash\\":\\"{HASH}\\"}}"', "template"),
    "a command": (f'curl {URL} -d "email=$(whoami)&user_hash={HASH}"', "template"),
    "not UTF-8": (f"email=j%F6hn&user_hash={HASH}", "expression"),
    "a plus that may be a space": (
        har({"postData": {"mimeType": "x", "params": [{"name": "external_id", "value": "a+b"}]}}), "expression"),
    "a letter lost for cmd": (f'curl ^"{URL}^" ^\n  --data-raw ^"^{{^\\^"email^\\^":^\\^"j^ hn^\\^"^}}^"', "redacted"),
    "PowerShell's variable": (f'irm {URL} -Body "{{`"email`":`"$email`",`"user_hash`":`"{HASH}`"}}"', "template"),
    "JSX": (f'<Widget data-email={{user.email}} data-user-hash="{HASH}" />', "expression"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS.keys())
def test_value_that_the_text_does_not_determine_is_not_checked(text: str, kind: str) -> None:
    (found,) = inspect(text).calls
    assert (found.call.fields.get("email") or found.call.fields["external_id"]).kind == kind
    assert found.user.status in ("not-checked", "missing")


NOTHING = [
    "curl is a program, and email is a word.",
    "See https://example.com/unsubscribe?email=john@example.com for more.",
    "fetch('/x', {method: 'POST'})",
    "What is my email? and what & is user_hash=that",
    "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    '{"log": {"entries": []}}',
    '<div data-role="x">email</div>',
    "Invoke-WebRequest -Uri 'https://x' # email",
    "<!doctype html><!-- <script>Convot.identify({email: 'a@b.co'})</script> --><script>1</script>",
    "<script type='text/x-template'>Convot.identify({email: 'a@b.co'})</script><script>1</script>",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_requests_are_not_calls(text: str) -> None:
    assert inspect(text).calls == ()
    assert problem_ids(text) == ["no-identify-call"]


def test_a_page_s_other_requests_are_not_identify_calls() -> None:
    signed = json.dumps({"email": EMAIL, "user_hash": HASH})
    rows = [
        ("https://shop.example/login", json.dumps({"email": EMAIL, "password": "x"})),
        ("https://api.x/identify", json.dumps({"email": EMAIL})),
        ("https://api.x/identify", signed),
    ]
    entries = [{"request": {"url": url, "postData": {"text": text}}} for url, text in rows]
    found = inspect(json.dumps({"log": {"entries": entries}}))
    assert [inspected.user.status for inspected in found.calls] == ["missing", "verified"]
    found = inspect(json.dumps({"log": {"entries": entries[:2]}}))
    assert len(found.calls) == 2


def test_a_web_socket_s_messages_are_read() -> None:
    message = {"type": "send", "time": 1.5, "data": json.dumps({"email": EMAIL, "user_hash": HASH})}
    entry = {"request": {"url": "wss://x"}, "_webSocketMessages": [{"type": "receive", "data": "email"}, message]}
    assert only_call(json.dumps({"log": {"entries": [entry]}})).user.status == "verified"


CUT = {
    "curl": (f'curl {URL} --data-raw \'{{"email": "{EMAIL}', ["unterminated"]),
    "HAR": (har({"postData": {"text": json.dumps({"email": EMAIL, "user_hash": HASH})}})[:-40], ["unterminated"]),
    "PowerShell": (f'irm {URL} -Body \'{{"email": "{EMAIL}', ["unterminated"]),
    "JSON": (f"curl {URL} -d " + bash('{"email": "a" "x"}'), ["bad-json"]),
}


@pytest.mark.parametrize(("text", "ids"), CUT.values(), ids=CUT.keys())
def test_a_text_cut_short_says_so(text: str, ids: list[str]) -> None:
    assert problem_ids(text) == ids


def test_object_of_another_script_element_is_resolved_or_reported() -> None:
    text = f"<script>const me = {{email: '{EMAIL}', user_hash: '{HASH}'}}</script><script>Convot.identify(me)</script>"
    found = inspect(text)
    assert found.format == "html"
    assert [problem.id for problem in found.problems] in ([], ["values-elsewhere"], ["no-identify-call"])


HOSTILE = ["<a " * 30_000, "<!" * 50_000, "<a b=\"" * 20_000, "&" * 1_00_000 + "email=", "curl '" * 20_000 + "email",
           "email=&" * 20_000 + "x", "https://" * 20_000 + "?email=1&user_hash=", "POST /email HTTP/1.1\n" * 50_000,
           "irm -Body email" + "@{" * 20_000, "fetch(email " * 50_000, '{"log":{"entries":[' + "[" * 20_000 + "email",
           "&quot;email" * 10_000, "<script>email</script>" * 50_000, "curl -d '\\" * 10_000 + "email",
           "curl $'email" + "\\'" * 50_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.slow
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    assert_sound(text, inspect(text))
