"""Percent-encoding, HTML and JavaScript escapes, and quotes, as several languages write them."""

from __future__ import annotations

import contextlib
import html
import json
import re
import urllib.parse
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.search.changes import Changed


def url_encoded(value: str) -> Iterator[Changed]:
    """Yield percent-encodings as several languages write them, and the decoded text."""
    quote = urllib.parse.quote
    yield quote(value, safe="-_.!~*'()"), lazy_tr("percent-encoded")
    for safe, detail in (
        ("", lazy_tr("percent-encoded")),
        ("/", lazy_tr("percent-encoded except for /")),
        ("-_.", lazy_tr("percent-encoded")),
        ("-_.!~*'();/?:@&=+$,#", lazy_tr("percent-encoded as a whole address")),
        ("@", lazy_tr("percent-encoded except for @")),
        ("$&+=:@", lazy_tr("percent-encoded as a part of a path")),
    ):
        encoded = quote(value, safe=safe)
        yield encoded, detail
        yield encoded.replace("~", "%7E"), detail
        yield encoded.replace("%20", "+"), lazy_tr("{how}, + for a space", how=detail)
        yield encoded.replace("%20", "+").replace("~", "%7E"), lazy_tr("{how}, + for a space", how=detail)
        yield (
            encoded.replace("%20", "+").replace("~", "%7E").replace("%2A", "*"),
            lazy_tr("{how}, + for a space", how=detail),
        )
        yield (
            re.sub("%..", lambda found: found[0].lower(), encoded),
            lazy_tr("{how}, with lower-case letters", how=detail),
        )
    yield quote(quote(value, safe=""), safe=""), lazy_tr("percent-encoded twice")
    yield urllib.parse.unquote(value), lazy_tr("percent-decoded")
    yield urllib.parse.unquote_plus(value), lazy_tr("percent-decoded, a space for +")
    yield value.replace("+", " "), lazy_tr("with a space for +")
    yield value.replace(" ", "+"), lazy_tr("with + for a space")
    yield value.replace(" ", "%20"), lazy_tr("with %20 for a space")
    yield value.replace("@", "%40"), lazy_tr("with %40 for @")
    yield value.replace("+", "%2B"), lazy_tr("with %2B for +")


def escaped(value: str) -> Iterator[Changed]:
    """Yield HTML and JavaScript escapes as several libraries write them, and the unescaped text."""
    basic = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    double = basic.replace('"', "&quot;")
    yield double.replace("'", "&#39;"), lazy_tr("HTML-escaped")
    yield double.replace("'", "&#x27;"), lazy_tr("HTML-escaped")
    yield double.replace("'", "&#039;"), lazy_tr("HTML-escaped")
    yield double.replace("'", "&apos;"), lazy_tr("HTML-escaped")
    yield double, lazy_tr("HTML-escaped except for '")
    yield basic, lazy_tr("HTML-escaped except for quotes")
    yield double.replace('"', "&#34;").replace("'", "&#39;").replace("&quot;", "&#34;"), lazy_tr("HTML-escaped")
    yield double.replace("'", "&#x27;").replace("=", "&#x3D;").replace("`", "&#x60;"), lazy_tr("HTML-escaped")
    yield _named_entities(double), lazy_tr("HTML-escaped with names for letters")
    yield _named_entities(double.replace("'", "&#039;")), lazy_tr("HTML-escaped with names for letters")
    yield "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in value), lazy_tr("with HTML's numbers for letters")
    yield value.replace("'", "&#39;"), lazy_tr("with &#39; for '")
    for at in ("&#64;", "&#064;", "&#x40;", "&commat;"):
        yield value.replace("@", at), lazy_tr("with {spelling} for @", spelling=at)
    yield "".join(f"&#{ord(c)};" for c in value), lazy_tr("with HTML's numbers for all characters")
    yield html.unescape(value), lazy_tr("HTML-unescaped")
    yield html.unescape(html.unescape(value)), lazy_tr("HTML-unescaped twice")
    json_text = json.dumps(value)[1:-1]
    yield json_text, lazy_tr("JavaScript-escaped")
    yield json_text.replace("/", "\\/"), lazy_tr("JavaScript-escaped")
    yield json.dumps(value, ensure_ascii=False)[1:-1], lazy_tr("JavaScript-escaped except for letters")
    yield value.replace("/", "\\/"), lazy_tr("with \\/ for /")
    for at in ("\\u0040", "\\x40"):
        yield value.replace("@", at), lazy_tr("with {spelling} for @", spelling=at)
    yield _for_html(value, "<>&'\u2028\u2029", "04x"), lazy_tr("JavaScript-escaped for HTML")
    yield _for_html(value, "<>&'\"=;`\\\u2028\u2029-", "04X"), lazy_tr("JavaScript-escaped for HTML")
    backslashed = re.sub(r"([\\'\"])", r"\\\1", value)
    yield _for_html(backslashed, "<>&=", "04X"), lazy_tr("JavaScript-escaped for HTML")
    yield re.sub(r"([\\'\"\0])", r"\\\1", value), lazy_tr("with backslashes before quotes")
    yield value.replace("'", "''"), lazy_tr("with quotes doubled")
    yield value.replace("'", "\\'"), lazy_tr("with a backslash before '")
    yield re.sub(r"\\(['\"\\/])", r"\1", value), lazy_tr("without backslashes before quotes")
    with contextlib.suppress(ValueError):
        yield json.loads(f'"{value}"'), lazy_tr("JavaScript-unescaped")


def _for_html(text: str, marks: str, form: str) -> str:
    r"""Escape the characters that are dangerous in HTML as ``\u003c`` and the like."""
    return "".join(f"\\u{ord(c):{form}}" if c in marks else c for c in text)


def _named_entities(text: str) -> str:
    from html.entities import codepoint2name

    return "".join(f"&{codepoint2name[ord(c)]};" if ord(c) > 127 and ord(c) in codepoint2name else c for c in text)


def quoted(value: str) -> Iterator[Changed]:
    """Yield the text in quotes, or without those that it has."""
    yield f'"{value}"', lazy_tr("in double quotes")
    yield f"'{value}'", lazy_tr("in single quotes")
    yield json.dumps(value), lazy_tr("as a JSON text")
    yield json.dumps(value).replace("/", "\\/"), lazy_tr("as a JSON text")
    yield json.dumps(value, ensure_ascii=False), lazy_tr("as a JSON text")
    safe = _for_html(json.dumps(value, ensure_ascii=False), "<>&\u2028\u2029", "04x")  # Go and Rails
    yield safe, lazy_tr("as a JSON text")
    yield _for_html(json.dumps(value), "<>&'", "04X"), lazy_tr("as a JSON text")
    yield json.dumps(json.dumps(value)), lazy_tr("as a JSON text, twice")
    yield repr(value), lazy_tr("as Python shows it")
    yield f"b'{value}'", lazy_tr("as Python shows bytes")
    yield f'\\"{value}\\"', lazy_tr("in escaped quotes")
    yield f"`{value}`", lazy_tr("in backticks")
    yield f"\u201c{value}\u201d", lazy_tr("in curly quotes")
    yield f"<{value}>", lazy_tr("in angle brackets")
    for quote in "\"'`":
        if len(value) > 1 and value[0] == value[-1] == quote:
            yield value[1:-1], lazy_tr("without its quotes")
