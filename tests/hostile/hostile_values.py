"""Hostile texts, and the places of a paste in which they can stand: one list for all outputs and all widgets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from paste import EMAIL, SECRET, SHOP, call, sign

if TYPE_CHECKING:
    from collections.abc import Callable

FAKE = "FAKE LINE"
"""What begins a line of its own in no output."""

MOVING = {
    "colour": "\x1b[31m",
    "clear screen": "\x1b[2J\x1b[H",
    "title (OSC)": "\x1b]0;owned\x07",
    "hyperlink (OSC 8)": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "C1 control": "\x9b31m\x90q\x9c",
    "bell and backspaces": "\x07\x08\x08\x08",
    "NUL and DEL": "a\0b\x7f",
    "line feed": f"a\n{FAKE}",
    "carriage return": f"a\r{FAKE}",
    "both line ends": f"a\r\n\r\n{FAKE}",
    "next line": f"a\x85{FAKE}",
    "line separator": f"a\u2028{FAKE}",
    "paragraph separator": f"a\u2029{FAKE}",
    "vertical tab": f"a\v{FAKE}",
    "form feed": f"a\f{FAKE}",
    "information separators": f"a\x1c{FAKE}\x1d{FAKE}\x1e{FAKE}",
    "override": "abc\u202egpj.exe",
    "embeddings": "a\u202a\u202b\u202d\u202cb",
    "isolates": "a\u2066\u2067\u2068\u2069b",
    "open isolate": "a\u2067b",
    "direction marks": "a\u200e\u200f\u061cb",
    "half of a pair": "abc\ud83d",
    "other half": "\ude00abc",
    "halves in the wrong order": "\ude00\ud83d",
    "replaced and half": "abcdefghijklmnopqrstu\ufffd\ud83d",
    "zero width": "a\u200b\u200c\u200d\u2060\ufeffb",
    "variation and tags": "a\U000e0041\U000e0042b",
    "noncharacters": "a\uffff\ufdd0\U0010ffff",
    "private use": "a\ue000b",
}
"""Texts that move or hide what is around them, or that cannot be written as UTF-8."""

MARKUP = {
    "mention": "@octocat",
    "mention of a team": "hello @octo-org/admins!",
    "issue": "octo/repo#1",
    "bare issue": "fixes #1 and GH-1",
    "commit": "octo/repo@1234567890abcdef1234567890abcdef12345678",
    "address": "http://evil.example/x",
    "bare address": "www.evil.example",
    "angle address": "<http://evil.example>",
    "other scheme": "javascript:alert(1)",
    "Markdown link": "[click](http://evil.example)",
    "Markdown reference": "[click]: http://evil.example",
    "Markdown picture": "![x](http://evil.example/x.png)",
    "underscores": "__x__",
    "stars": "**x** *y*",
    "strike": "~~x~~",
    "backquotes": "`` ` `` ``` x",
    "fence": "```\n# owned\n```",
    "table": "a | b || c",
    "table with a code span": "`a | b`",
    "heading": "# owned",
    "entity": "&lt;b&gt; &#64;octocat &amp;",
    "backslashes": "\\`\\*\\@octocat",
    "HTML": '<img src="/tmp/x.png"><b>x</b>',
    "HTML that ends code": "</code></pre></td></table><script>alert(1)</script>",
    "comment": "<!-- x --> -->",
    "attribute": '" onmouseover="x" \' y=\'',
    "UNC path": '<img src="\\\\evil.example\\x">',
    "Slack here": "@here @channel @everyone",
    "Slack channel": "<!channel> <!here|here>",
    "Slack user": "<@U012AB3CD> <#C024BE7LR>",
    "Slack link": "<http://evil.example|click>",
    "Slack emoji": ":skull: :+1:",
    "Slack bold": "*x* _y_ ~z~",
    "TeX": "$x$ $$y$$ \\(z\\)",
    "Qt markup": "&Accelerator <p>x</p>",
}
"""Texts with a meaning in the markup of the tools that an output is pasted into."""

TEXTS = {**MOVING, **MARKUP}

LONG = 300


def literal(text: str) -> str:
    """Return a JavaScript string of ASCII only, so that every reader takes exactly this text."""
    return json.dumps(text)


def _in(field: str) -> Callable[[str], str]:
    def place(value: str) -> str:
        fields: dict[str, object] = {"external_id": "user-4711", "email": EMAIL, "shop": SHOP}
        if field != "external_id":
            fields["user_hash"] = sign("user-4711")
        fields[field] = value
        return call(**fields)

    return place


def _named(value: str) -> str:
    return call(external_id="user-4711", user_hash=sign("other"), **{literal(value): "x", literal(f"a.{value}"): 1})


def _signed(value: str) -> str:
    """Return a call whose hashes are right for the text, where the text can be signed at all."""
    right = sign(value.encode("utf-8", "replace").decode())
    return call(external_id=value, user_hash=right, shop=value, shop_hash=right)


def _in_hash(value: str) -> str:
    return call(email=EMAIL, user_hash=f"{value}{sign(EMAIL)}")


PLACES: dict[str, Callable[[str], str]] = {
    "external_id": _in("external_id"),
    "email": _in("email"),
    "user_hash": _in("user_hash"),
    "shop": _in("shop"),
    "shop_hash": _in("shop_hash"),
    "name": _in("name"),
    "before a right hash": _in_hash,
    "behind a right hash": lambda value: call(email=EMAIL, user_hash=sign(EMAIL) + value),
    "around a right hash": lambda value: call(email=EMAIL, user_hash=value + sign(EMAIL) + value),
    "long value": lambda value: call(email=EMAIL, user_hash=sign(EMAIL), name=value * (LONG // len(value) + 1)),
    "name of a field": _named,
    "name of a hash": lambda value: call(email=EMAIL, **{literal(f"user_hash{value}"): sign(EMAIL)}),
    "name of an id": lambda value: call(**{literal(f"{value}.external_id"): "user-4711"}, user_hash=sign("user-4711")),
    "custom_data": lambda value: call(
        email=EMAIL, user_hash=sign(EMAIL), custom_data={value: {"a": [value]}, "b": value}
    ),
    "repeated name": lambda value: f"Convot.identify({{email: 'a', {literal(value)}: 1, {literal(value)}: 2}})",
    "expression": lambda value: f"Convot.identify({{email: {value}, user_hash: f({literal(value)})}})",
    "expression on one line": lambda value: f"Convot.identify({{email: f({literal(value)}), user_hash: '{'0' * 64}'}})",
    "other function": lambda value: f"Convot[{literal(value)}].track({{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})",
    "callee": lambda value: f"analytics.identify({literal(value)}, {{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})",
    "settings": lambda value: f"window[{literal(value)}] = {{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}}",
    "JSON": lambda value: json.dumps({"external_id": value, "user_hash": value, value: value}),
    "raw JSON": lambda value: json.dumps({"email": value, "user_hash": value, value: value}, ensure_ascii=False),
    "bad JSON": lambda value: f'{{"email": "{value}" {value}}}',
    "YAML": lambda value: f"email: {literal(value)}\nuser_hash: {literal(value)}\n{literal(value)}: x\n",
    "log line": lambda value: f"12:00 identify email={value} user_hash={sign(EMAIL)} {value}",
    "prose": lambda value: f"The email is {value} and its hash {sign(EMAIL)}, says {value}.",
    "table": lambda value: f"email\tuser_hash\t{value}\n{value}\t{sign(EMAIL)}\t{value}\n",
    "alone": str,
    "beside a call": lambda value: f"{value}\n{call(email=EMAIL, user_hash=sign(EMAIL))}\n{value}",
    "web token": lambda value: call(email=EMAIL, user_hash=_token(value)),
    "secret": lambda value: call(email=EMAIL, user_hash="x", **{literal(f"{value}_secret"): SECRET}),
    "duplicate call": lambda value: _signed(value) + call(external_id=value + "x", user_hash=value),
    "right": _signed,
}
"""Pastes with a text in one place."""


def _token(value: str) -> str:
    import base64

    def part(data: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(data).encode()).decode().rstrip("=")

    return f"{part({'alg': 'HS256'})}.{part({value: value, 'email': EMAIL})}.{part('x')}"
