"""Wrappings and line prefixes that mail, chat and editors add to a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from paste import sign

if TYPE_CHECKING:
    from collections.abc import Callable

EMAIL = "jörg+ö'\"\\test😀@exämple.com"
SHOP = "émile’s-“shop”.myshopify.com"
PAYLOAD = {
    "email": EMAIL,
    "user_hash": sign(EMAIL),
    "name": "<O'Brien> & “Söhne” {{",
    "shop": SHOP,
    "shop_hash": sign(SHOP),
}

BODIES: dict[str, str] = {
    "JavaScript": "Convot.identify("
    + json.dumps(PAYLOAD, indent=2, ensure_ascii=False).replace('"email"', "email").replace('"user_hash"', "user_hash")
    + ");",
    "JSON": json.dumps(PAYLOAD, indent="\t", ensure_ascii=False),
    "JSON on a line": json.dumps(PAYLOAD),
    "single quotes": "if (window.Convot) {\n\n  Convot.identify({\n    email: '"
    + EMAIL.replace("\\", "\\\\").replace("'", "\\'")
    + f"',\n\n    user_hash: `{PAYLOAD['user_hash']}`, // from the server\n"
    + f"    shop: '{SHOP}', shop_hash:\n      '{PAYLOAD['shop_hash']}' }});\n}}",
}


def every_line(before: str, blank: str | None = None) -> Callable[[str], str]:
    """Put a prefix before every line, and ``blank`` before empty ones."""
    return lambda text: "\n".join((before if line or blank is None else blank) + line for line in text.split("\n"))


def numbered(form: str, first: int = 8) -> Callable[[str], str]:
    """Put a number before every line, written by the format ``form``."""
    return lambda text: "\n".join(form % at + line for at, line in enumerate(text.split("\n"), first))


def around(before: str, behind: str) -> Callable[[str], str]:
    """Put something before and after the text."""
    return lambda text: before + text + behind


def both(inner: Callable[[str], str], outer: Callable[[str], str]) -> Callable[[str], str]:
    """Apply one damage after the other."""
    return lambda text: outer(inner(text))


FENCED = around("Hi,\n\nthis is it:\n\n```js\n", "\n```\nIt's “broken”. Thanks!")
WRAPPED: dict[str, Callable[[str], str]] = {
    "mail": every_line("> "),
    "mail, no space": every_line(">"),
    "mail, blank lines bare": every_line("> ", ">"),
    "mail, blank lines empty": every_line("> ", ""),
    "mail, twice": every_line(">> "),
    "mail, twice with space": every_line("> > "),
    "mail, four times": every_line("> >> > "),
    "mail, indented": every_line(" > "),
    "mail in CRLF": both(every_line("> "), lambda text: text.replace("\n", "\r\n")),
    "mail in CR": both(every_line("> "), lambda text: text.replace("\n", "\r")),
    "mail with a byte order mark": both(every_line("> "), around("\ufeff", "\n")),
    "numbers": numbered("%2d  "),
    "numbers and a tab": numbered("%d\t"),
    "numbers, right": numbered("%6d\t", 98),
    "numbers, colon": numbered("%d: "),
    "numbers, tight colon": numbered("%d:"),
    "numbers, bar": numbered("%3d | "),
    "numbers, thin bar": numbered("%4d │ "),
    "numbers, arrow": numbered("%5d→"),
    "numbers, point": numbered("%d. "),
    "numbers in lines": lambda text: "\n".join(f"{at}\n{line}" for at, line in enumerate(text.split("\n"), 1)),
    "fence": FENCED,
    "fence without language": around("```\n", "\n```"),
    "fence of tildes": around("~~~~javascript title='x'\n", "\n~~~~\n"),
    "fence with attributes": around("``` {.js .numberLines}\n", "\n```"),
    "fence in a list": both(every_line("   "), around("1. This:\n   ```js\n", "\n   ```\n2. fails")),
    "fence of four": around("````\n", "\n````"),
    "fence that is not closed": around("See\n```json\n", ""),
    "fence without line ends": around("```", "```"),
    "fence closed at the end": around("```js\n", "```"),
    "fence behind another": around("```ruby\nOpenSSL::HMAC.hexdigest('sha256', secret, id)\n```\nand\n```\n", "\n```"),
    "fence, quoted": both(FENCED, every_line("> ")),
    "fence, quoted in a mail": both(both(FENCED, every_line("> ")), around("Hello,\n\nJ wrote:\n", "\n\nBye")),
    "fence around numbers": both(numbered("%3d | "), FENCED),
    "fence around a quotation": both(every_line("> "), FENCED),
    "quoted numbers": both(numbered("%d: "), every_line("> ")),
}  # fmt: skip
