"""Encodings for addresses and pages, and quotes, as several languages make them."""

from __future__ import annotations

import contextlib
import html
import json
import re
import urllib.parse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.explaining.changes import Changed


def url_encoded(value: str) -> Iterator[Changed]:
    """Percent-encodings as several languages make them, and the way back."""
    quote = urllib.parse.quote
    yield quote(value, safe="-_.!~*'()"), "percent-encoded"
    for safe, detail in (
        ("", "percent-encoded"),
        ("/", "percent-encoded but for /"),
        ("-_.", "percent-encoded"),
        ("-_.!~*'();/?:@&=+$,#", "percent-encoded as a whole address"),
        ("@", "percent-encoded but for @"),
        ("$&+=:@", "percent-encoded as a part of a path"),
    ):
        encoded = quote(value, safe=safe)
        yield encoded, detail
        yield encoded.replace("~", "%7E"), detail
        yield encoded.replace("%20", "+"), f"{detail}, + for a space"
        yield encoded.replace("%20", "+").replace("~", "%7E"), f"{detail}, + for a space"
        yield encoded.replace("%20", "+").replace("~", "%7E").replace("%2A", "*"), f"{detail}, + for a space"
        yield re.sub("%..", lambda found: found[0].lower(), encoded), f"{detail}, with small letters"
    yield quote(quote(value, safe=""), safe=""), "percent-encoded twice"
    yield urllib.parse.unquote(value), "percent-decoded"
    yield urllib.parse.unquote_plus(value), "percent-decoded, a space for +"
    yield value.replace("+", " "), "with a space for +"
    yield value.replace(" ", "+"), "with + for a space"
    yield value.replace(" ", "%20"), "with %20 for a space"
    yield value.replace("@", "%40"), "with %40 for @"
    yield value.replace("+", "%2B"), "with %2B for +"


def escaped(value: str) -> Iterator[Changed]:
    """Escapes for HTML and JavaScript as several libraries make them, and the way back."""
    basic = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    double = basic.replace('"', "&quot;")
    yield double.replace("'", "&#39;"), "HTML-escaped"
    yield double.replace("'", "&#x27;"), "HTML-escaped"
    yield double.replace("'", "&#039;"), "HTML-escaped"
    yield double.replace("'", "&apos;"), "HTML-escaped"
    yield double, "HTML-escaped but for '"
    yield basic, "HTML-escaped but for quotes"
    yield double.replace('"', "&#34;").replace("'", "&#39;").replace("&quot;", "&#34;"), "HTML-escaped"
    yield double.replace("'", "&#x27;").replace("=", "&#x3D;").replace("`", "&#x60;"), "HTML-escaped"
    yield _named_entities(double), "HTML-escaped with names for letters"
    yield _named_entities(double.replace("'", "&#039;")), "HTML-escaped with names for letters"
    yield "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in value), "with HTML's numbers for letters"
    yield value.replace("'", "&#39;"), "with &#39; for '"
    for at in ("&#64;", "&#064;", "&#x40;", "&commat;"):
        yield value.replace("@", at), f"with {at} for @"
    yield "".join(f"&#{ord(c)};" for c in value), "with HTML's numbers for all characters"
    yield html.unescape(value), "HTML-unescaped"
    yield html.unescape(html.unescape(value)), "HTML-unescaped twice"
    json_text = json.dumps(value)[1:-1]
    yield json_text, "JavaScript-escaped"
    yield json_text.replace("/", "\\/"), "JavaScript-escaped"
    yield json.dumps(value, ensure_ascii=False)[1:-1], "JavaScript-escaped but for letters"
    yield value.replace("/", "\\/"), "with \\/ for /"
    for at in ("\\u0040", "\\x40"):
        yield value.replace("@", at), f"with {at} for @"
    yield _for_html(value, "<>&'\u2028\u2029", "04x"), "JavaScript-escaped for HTML"
    yield _for_html(value, "<>&'\"=;`\\\u2028\u2029-", "04X"), "JavaScript-escaped for HTML"
    backslashed = re.sub(r"([\\'\"])", r"\\\1", value)
    yield _for_html(backslashed, "<>&=", "04X"), "JavaScript-escaped for HTML"
    yield re.sub(r"([\\'\"\0])", r"\\\1", value), "with backslashes before quotes"
    yield value.replace("'", "''"), "with quotes doubled"
    yield value.replace("'", "\\'"), "with a backslash before '"
    yield re.sub(r"\\(['\"\\/])", r"\1", value), "without backslashes before quotes"
    with contextlib.suppress(ValueError):
        yield json.loads(f'"{value}"'), "JavaScript-unescaped"


def _for_html(text: str, marks: str, form: str) -> str:
    """What is dangerous in a page as ``\\u003c``."""
    return "".join(f"\\u{ord(c):{form}}" if c in marks else c for c in text)


def _named_entities(text: str) -> str:
    from html.entities import codepoint2name

    return "".join(f"&{codepoint2name[ord(c)]};" if ord(c) > 127 and ord(c) in codepoint2name else c for c in text)


def quoted(value: str) -> Iterator[Changed]:
    """The text in quotes, or without those that it has."""
    yield f'"{value}"', "in double quotes"
    yield f"'{value}'", "in single quotes"
    yield json.dumps(value), "as a JSON text"
    yield json.dumps(value).replace("/", "\\/"), "as a JSON text"
    yield json.dumps(value, ensure_ascii=False), "as a JSON text"
    safe = _for_html(json.dumps(value, ensure_ascii=False), "<>&\u2028\u2029", "04x")  # Go and Rails
    yield safe, "as a JSON text"
    yield _for_html(json.dumps(value), "<>&'", "04X"), "as a JSON text"
    yield json.dumps(json.dumps(value)), "as a JSON text, twice"
    yield repr(value), "as Python shows it"
    yield f"b'{value}'", "as Python shows bytes"
    yield f'\\"{value}\\"', "in escaped quotes"
    yield f"`{value}`", "in back-quotes"
    yield f"\u201c{value}\u201d", "in curled quotes"
    yield f"<{value}>", "in angle brackets"
    for quote in "\"'`":
        if len(value) > 1 and value[0] == value[-1] == quote:
            yield value[1:-1], "without its quotes"
