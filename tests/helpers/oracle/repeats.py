"""Shapes in which the signed field stands twice, with the right value and another one, by what each notation says."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from oracle.shape import Shape, ascii_only, c_quoted, doubled_single, unbroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from oracle.shape import Fields

Pairs = list[tuple[str, str]]
OTHER = {"external_id": "u-5544332211", "email": "another.person@example.org"}


def twice(fields: Fields, *, is_last: bool) -> Pairs:
    """Return the pairs with another value of the signed field before its right one, or behind."""
    name = "external_id" if "external_id" in fields else "email"
    pairs: Pairs = []
    for each, value in fields.items():
        both = [(each, OTHER[name]), (each, value)] if each == name else [(each, value)]
        pairs += both if is_last else both[::-1]
    return pairs


def last(write: Callable[[Pairs], str]) -> Callable[[Fields, Random], str]:
    return lambda fields, _: write(twice(fields, is_last=True))


def first(write: Callable[[Pairs], str]) -> Callable[[Fields, Random], str]:
    return lambda fields, _: write(twice(fields, is_last=False))


def either(write: Callable[[Pairs], str]) -> Callable[[Fields, Random], str]:
    return lambda fields, chance: write(twice(fields, is_last=chance.random() < 0.5))


def rows(pairs: Iterable[tuple[str, str]], pair: str, separator: str, quote: Callable[[str], str]) -> str:
    return separator.join(pair.format(name, quote(value)) for name, value in pairs)


def javascript(pairs: Pairs) -> str:
    return f"Convot.identify({{\n  {rows(pairs, '{}: {}', ',' + chr(10) + '  ', c_quoted)}\n}});\n"


def json_object(pairs: Pairs) -> str:
    return "{" + rows(pairs, '"{}": {}', ", ", c_quoted) + "}\n"


def json_in_log(pairs: Pairs) -> str:
    return f"2026-03-01T10:00:00Z INFO identify {json_object(pairs)}"


def python_dict(pairs: Pairs) -> str:
    return "payload = {" + rows(pairs, "'{}': {}", ", ", python_quoted) + "}\n"


def python_quoted(value: str) -> str:
    return repr(value)


def attributes(pairs: Pairs) -> str:
    named = ((name.replace("_", "-"), html.escape(value)) for name, value in pairs)
    return "<div " + " ".join(f'data-{name}="{value}"' for name, value in named) + "></div>\n"


def query(pairs: Pairs) -> str:
    return f"https://app.example.com/widget?{urlencode(pairs)}\n"


def form(pairs: Pairs) -> str:
    return urlencode(pairs)


def curl_form(pairs: Pairs) -> str:
    return f"curl https://api.example.com/identify --data-raw '{urlencode(pairs)}'\n"


def http_form(pairs: Pairs) -> str:
    return (
        "POST /identify HTTP/1.1\nHost: api.example.com\nContent-Type: application/x-www-form-urlencoded\n\n"
        f"{urlencode(pairs)}\n"
    )


def multipart(pairs: Pairs) -> str:
    parts = (f'--xyz\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in pairs)
    return "".join(parts) + "--xyz--\r\n"


def har(pairs: Pairs) -> str:
    params = [{"name": name, "value": value} for name, value in pairs]
    data = {"mimeType": "application/x-www-form-urlencoded", "params": params}
    entry = {"request": {"method": "POST", "url": "https://api.example.com/identify", "postData": data}}
    return json.dumps({"log": {"version": "1.2", "entries": [entry]}}, indent=1, ensure_ascii=False)


def hidden_inputs(pairs: Pairs) -> str:
    inputs = (f'<input type="hidden" name="{name}" value="{html.escape(value)}">\n' for name, value in pairs)
    return f"<form>\n{''.join(inputs)}</form>\n"


def logfmt(pairs: Pairs) -> str:
    return f"level=info msg=identify {rows(pairs, '{}={}', ' ', c_quoted)}\n"


def plain_lines(pairs: Pairs) -> str:
    return rows(pairs, "{}: {}", "\n", str) + "\n"


def yaml_mapping(pairs: Pairs) -> str:
    return "---\nidentify:\n" + rows(pairs, "  {}: {}", "\n", doubled_single) + "\n"


def graphql(pairs: Pairs) -> str:
    return f"mutation {{ identify(input: {{{rows(pairs, '{}: {}', ', ', c_quoted)}}}) {{ ok }} }}\n"


def powershell(pairs: Pairs) -> str:
    return f"$body = @{{ {rows(pairs, '{} = {}', '; ', doubled_single)} }}\nInvoke-RestMethod -Body $body\n"


SHAPES = (
    Shape("call-twice", last(javascript)),
    Shape("json-twice", last(json_object)),
    Shape("json-twice-in-log", last(json_in_log)),
    Shape("python-twice", last(python_dict)),
    Shape("attributes-twice", first(attributes)),
    Shape("query-twice", either(query), "never"),
    Shape("form-body-twice", either(form), "never"),
    Shape("curl-form-twice", either(curl_form), "never"),
    Shape("http-form-twice", either(http_form), "never"),
    Shape("multipart-twice", either(multipart), "never"),
    Shape("har-form-twice", either(har), "never"),
    Shape("hidden-inputs-twice", either(hidden_inputs), "never"),
    Shape("logfmt-twice", either(logfmt), "never"),
    Shape("lines-twice", either(plain_lines), "never", unbroken),
    Shape("yaml-twice", either(yaml_mapping), "never"),
    Shape("graphql-twice", either(graphql), "never"),
    Shape("powershell-twice", either(powershell), "never", ascii_only),
)
