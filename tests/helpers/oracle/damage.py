"""Damage done to a text by copying, quoting, mailing, scanning and editors."""

from __future__ import annotations

import html
import json
import quopri
import re
import textwrap
from typing import TYPE_CHECKING

from oracle.shape import Shape, c_quoted, joined, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import Fields

    Render = Callable[[Fields, Random], str]


def call(fields: Fields) -> str:
    """Return the call as it is in a page's source."""
    return "Convot.identify({\n" + joined(fields, "  {name}: {value}", ",\n", c_quoted, "null") + "\n});\n"


def pretty_json(fields: Fields) -> str:
    return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"


def lines(fields: Fields) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def each_line(base: Callable[[Fields], str], prefix: Callable[[int], str]) -> Render:
    """Put a prefix before each line; ``prefix`` makes it from the line's number, from 1."""

    def render(fields: Fields, chance: Random) -> str:
        first = chance.randrange(1, 90)
        return "".join(f"{prefix(n)}{line}\n" for n, line in enumerate(base(fields).splitlines(), first))

    return render


def folded(base: Callable[[Fields], str], width: int) -> Render:
    """Break lines at a width as ``fold -w`` and terminals do, also inside words."""

    def render(fields: Fields, _: Random) -> str:
        return "".join(
            line[at : at + width] + "\n"
            for line in base(fields).splitlines()
            for at in range(0, max(len(line), 1), width)
        )

    return render


def format_flowed(fields: Fields, _: Random) -> str:
    """Break lines at spaces as mail programs do."""
    return (
        "\n".join(textwrap.wrap(f"We send {lines(fields)}", 72, break_long_words=False, break_on_hyphens=False)) + "\n"
    )


def quoted_printable(base: Callable[[Fields], str], headers: str = "") -> Render:
    def render(fields: Fields, _: Random) -> str:
        return headers + quopri.encodestring(base(fields).encode()).decode()

    return render


def hash_changed(base: Callable[[Fields], str], change: Callable[[str], str]) -> Render:
    """Change the hash only."""

    def render(fields: Fields, _: Random) -> str:
        return base(fields).replace(fields["user_hash"], change(fields["user_hash"]))

    return render


def every(size: int, separator: str) -> Callable[[str], str]:
    return lambda text: separator.join(text[at : at + size] for at in range(0, len(text), size))


def whole(base: Callable[[Fields], str], change: Callable[[str], str]) -> Render:
    return lambda fields, _: change(base(fields))


def diff(fields: Fields, _: Random) -> str:
    added = "".join(f"+{line}\n" for line in call(fields).splitlines())
    return f"--- a/app.js\n+++ b/app.js\n@@ -10,0 +11,6 @@ window.onload\n {{\n{added} }}\n"


def side_by_side(fields: Fields, _: Random) -> str:
    return "".join(f"{n:<14}{v}\n" for n, v in fields.items())


def scanned(fields: Fields, _: Random) -> str:
    """Change a text as text recognition does: spaces around marks, a broken hash."""
    rows = []
    for name, value in fields.items():
        shown = f"{value[:40]}\n{value[40:]}" if name == "user_hash" and len(value) > 40 else value
        rows.append(f"{name.replace('_', ' ')} : {shown}\n")
    return "".join(rows)


def in_template_literal(fields: Fields, _: Random) -> str:
    code = call(fields).replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return f"await page.evaluate(`{code}`);\n"


QP_HEADERS = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n"
SMART = str.maketrans({"'": "’"})


def smart_quotes(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', "“\\1”", text).translate(SMART)


SHAPES = (
    Shape("call", whole(call, str)),
    Shape("call-quoted-mail", each_line(call, lambda _: "> ")),
    Shape("call-twice-quoted", each_line(call, lambda _: "> > ")),
    Shape("call-numbered", each_line(call, lambda n: f"{n:>4}  ")),
    Shape("call-numbered-bar", each_line(call, lambda n: f"{n:>3} | ")),
    Shape("call-grep-n", each_line(call, lambda n: f"src/app.js:{n}:")),
    Shape("call-git-blame", each_line(call, lambda n: f"^3f2a91c (Ann Miller 2026-03-12 10:11:12 +0100 {n:>3}) ")),
    Shape("call-diff", diff),
    Shape("call-indented", each_line(call, lambda _: "        ")),
    Shape("call-html-escaped", whole(call, html.escape)),
    Shape("call-json-string", lambda f, _: json.dumps({"html": f"<script>{call(f)}</script>"}) + "\n"),
    Shape("call-template-literal", in_template_literal),
    Shape("call-backslashed", whole(call, lambda t: t.replace("\\", "\\\\").replace('"', '\\"')), "plain"),
    Shape("call-smart-quotes", whole(call, smart_quotes), allowed=without("\"'“”‘’")),
    Shape("call-quoted-printable", quoted_printable(call, QP_HEADERS)),
    Shape("call-quoted-printable-bare", quoted_printable(call), "plain"),
    Shape("call-fold-80", folded(call, 80), "plain"),
    Shape("call-carriage-returns", whole(call, lambda t: t.replace("\n", "\r\n"))),
    Shape("call-code-fence", whole(call, lambda t: f"Here:\n\n```js\n{t}```\n")),
    Shape("call-no-break-spaces", whole(call, lambda t: t.replace("  ", "\u00a0\u00a0"))),
    Shape("json-quoted-mail", each_line(pretty_json, lambda _: "> ")),
    Shape("json-numbered", each_line(pretty_json, lambda n: f"{n}. ")),
    Shape("json-cut-off", whole(pretty_json, lambda t: t.rstrip("}\n") + ',\n  "custom_data": {\n    "pl'), "always"),
    Shape("json-in-json", lambda f, _: json.dumps(json.dumps(f, ensure_ascii=False)) + "\n"),
    Shape("json-html-escaped", whole(pretty_json, html.escape)),
    Shape("json-quoted-printable", quoted_printable(pretty_json, QP_HEADERS)),
    Shape("json-hash-wrapped", hash_changed(pretty_json, every(32, "\n    ")), "never"),
    Shape("json-hash-zero-width", hash_changed(pretty_json, every(20, "\u200b")), "always", also="digest-whitespace"),
    Shape("json-hash-soft-hyphens", hash_changed(pretty_json, every(16, "\u00ad")), "always", also="digest-whitespace"),
    Shape("lines-quoted-mail", each_line(lines, lambda _: "> "), "line"),
    Shape("lines-grep-n", each_line(lines, lambda n: f"user.txt:{n}:"), "line"),
    Shape("lines-nl", each_line(lines, lambda n: f"{n:>6}\t"), "line"),
    Shape("lines-hash-wrapped", hash_changed(lines, every(32, "\n")), "never"),
    Shape("lines-hash-spaced", hash_changed(lines, every(8, " ")), "never"),
    Shape("lines-hash-quoted-wrapped", hash_changed(lines, every(40, "\n> ")), "never"),
    Shape("lines-flowed", format_flowed, "line"),
    Shape("lines-fold-60", folded(lines, 60), "never"),
    Shape("lines-columns", side_by_side, "line"),
    Shape("lines-quoted-printable", quoted_printable(lines), "plain"),
    Shape("lines-no-break-spaces", whole(lines, lambda t: t.replace(": ", ":\u00a0")), "line"),
    Shape("scan", scanned, "never"),
)
