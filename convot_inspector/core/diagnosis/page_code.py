"""Page code that computes the hash itself: then the secret is in the page, where every visitor can read it.

The code is not the project's own, so it is searched with patterns, line by line, and never run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.convot import SHOP_HASH, USER_HASH
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.language import tr
from convot_inspector.core.reading.field_names import canonical_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, IdentifyCall

# `crypto.subtle.digest` and the like are in many pages for other reasons, so near the call only HMAC counts.
_HMAC = re.compile(
    r"\b(?P<node>createHmac)\s{0,9}\(|\b(?P<cryptojs>CryptoJS)\s{0,9}\.\s{0,9}(?:Hmac|algo\s{0,9}\.\s{0,9}HMAC)\w{0,20}"
    r"|\bcrypto\s{0,9}\??\.\s{0,9}(?P<subtle>subtle)\s{0,9}\??\.\s{0,9}(?:sign|importKey)\b|\bnew\s{1,9}(?P<jssha>jsSHA)\b"
    r"|\b(?P<sha256>sha256)\s{0,9}\.\s{0,9}hmac\b|\b(?P<hmacsha>HmacSHA(?:256|1|512))\s{0,9}\("
)
_HASH = re.compile(
    r"\b(?P<cryptojs>CryptoJS)\s{0,9}\.|\bcrypto\s{0,9}\??\.\s{0,9}(?P<subtle>subtle)\b|\b(?P<node>createHash)\s{0,9}\("
)
_NAMES = {
    "node": "Node's crypto", "cryptojs": "CryptoJS", "subtle": "crypto.subtle", "jssha": "jsSHA",
    "sha256": "sha256.hmac", "hmacsha": "HmacSHA256",
}  # fmt: skip
_HINTS = ("createHmac", "CryptoJS", "subtle", "jsSHA", "sha256", "HmacSHA")

_AROUND = 8 * 1024  # characters before and after the call
_LONGEST_LINE = 1_000
_STATEMENT_END = re.compile(r"[;\r\n]")
_COMMENT = re.compile(r"(?<!:)//.*|/\*[^*]*\*/|^\s{0,200}\*.*")
# Names, but neither members of an object nor words in quotes.
_NAME = re.compile(r"(?<![\w$.\"'`])[A-Za-z_$][\w$]{0,60}")
_GIVEN = re.compile(r"(?<![\w$.\"'`])([A-Za-z_$][\w$]{0,60})\s{0,9}\)?\s{0,9}=(?!=)")
_FUNCTION = re.compile(
    r"\bfunction\s{1,9}([A-Za-z_$][\w$]{0,60})\s{0,9}\([^(){}]{0,200}\)\s{0,9}\Z"
    r"|(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s{0,9}=\s{0,9}(?:async\b\s{0,9})?(?:function\s{0,9})?"
    r"(?:\([^(){}]{0,200}\)|[\w$]{1,60})\s{0,9}(?:=>\s{0,9})?\Z"
)
_LONGEST_HEAD = 300  # of a function
_LONGEST_BODY = 1_000  # the part that is searched
_MOST_PLACES = 10
_MOST_HASHES = 4
_SERVER = re.compile(r"\brequire\s{0,9}\(|\bfrom\s{0,9}[\"'](?:node:)?crypto[\"']|\bprocess\s{0,9}\.\s{0,9}env\b")
_SCRIPT, _SCRIPT_END = re.compile(r"<script\b", re.IGNORECASE), re.compile(r"</script\b", re.IGNORECASE)
_TEMPLATES = (("<%", "%>"), ("<?", "?>"), ("{{", "}}"), ("{%", "%}"))  # a server runs what is inside


@dataclass(frozen=True)
class PageCode:
    """Code that makes a hash. ``with_``: its library. ``is_certain``: it runs in the page, not perhaps on a server."""

    with_: str
    is_certain: bool


def page_code_observations(text: str, call: IdentifyCall) -> Iterator[Observation]:
    """Yield an observation for each hash that code in the text makes."""
    hashes = [
        (field, canonical_name(field.name)[0])
        for field in call.fields.values()
        if field.kind == "expression" and canonical_name(field.name)[0] in (USER_HASH, SHOP_HASH)
    ]
    for field, name in hashes[:_MOST_HASHES]:
        found = page_code(text, call, field)
        if found is None:
            continue
        if found.is_certain:
            fact = tr(
                "It is made with {library} in the page itself, so every visitor has the secret that it is made with.",
                library=found.with_,
            )
        else:
            fact = tr(
                "It is made with {library}. If that code runs in the page and not on the server, every "
                "visitor has the secret that it is made with.",
                library=found.with_,
            )
        yield Observation(
            "hash-computed-in-browser",
            "shop" if name == SHOP_HASH else "user",
            excerpt(field.name, 60),
            fact=fact,
            severity="error" if found.is_certain else "warning",
        )


def page_code(text: str, call: IdentifyCall, field: Field) -> PageCode | None:
    """Return the code that makes the hash in ``field``, or None."""
    if field.kind != "expression":
        return None
    script = _script_around(text, call)
    expression = field.value[:_AROUND]
    own = _HMAC.search(expression) or _HASH.search(expression)
    if own is not None:
        return PageCode(_NAMES[own.lastgroup or ""], script is not None or own.lastgroup != "node")
    start, end = script or (call.start - _AROUND, call.end + _AROUND)
    around = text[max(start, call.start - _AROUND, 0) : min(end, call.start + _AROUND)]
    if not any(hint in around for hint in _HINTS):
        return None
    around = _without_templates(around)
    made_with = _made(around)
    for name in _NAME.findall(expression):
        with_ = made_with.get(name)
        # The server's code and the page's, pasted one after the other, often use the same name.
        if with_ is not None and (script is not None or with_ != "node" or not _SERVER.search(around)):
            return PageCode(_NAMES[with_], script is not None)
    return None


def _without_templates(code: str) -> str:
    for opening, closing in _TEMPLATES:
        pieces, at = [], 0
        while (start := code.find(opening, at)) >= 0 and (end := code.find(closing, start + 2)) >= 0:
            pieces.append(code[at:start])
            at = end + 2
        code = " ".join((*pieces, code[at:]))
    return code


def _script_around(text: str, call: IdentifyCall) -> tuple[int, int] | None:
    """Return start and end of the script element around the call, within ``_AROUND`` characters, or None."""
    nearest = max(call.start - _AROUND, 0)
    before = text[nearest : call.start]
    opening = [found.end() for found in _SCRIPT.finditer(before)]
    if not opening or _SCRIPT_END.search(before, opening[-1]):
        return None
    furthest = min(call.end + _AROUND, len(text))
    closing = _SCRIPT_END.search(text, call.end, furthest)
    return nearest + opening[-1], closing.start() if closing else furthest


def _made(code: str) -> dict[str, str]:
    """Return the names of variables that hold an HMAC or its result, with the library that makes it."""
    code = "\n".join(_COMMENT.sub("", line) for line in code.splitlines())
    made = _functions(code)
    before = ""  # library of the previous statement, which a chain of calls may continue
    for statement in _STATEMENT_END.split(code):
        if not statement.strip() or len(statement) > _LONGEST_LINE:
            continue
        found = _HMAC.search(statement)
        with_ = (found.lastgroup or "") if found else before if statement.lstrip().startswith(".") else ""
        with_ = with_ or next((made[name] for name in _NAME.findall(statement) if name in made), "")
        if with_:
            for name in _GIVEN.findall(statement):
                made.setdefault(name, with_)
        before = with_
    return made


def _functions(code: str) -> dict[str, str]:
    """Return the names of functions that make an HMAC, with the library that makes it."""
    made: dict[str, str] = {}
    for _, found in zip(range(_MOST_PLACES), _HMAC.finditer(code), strict=False):
        depth = 0
        for at in range(found.start() - 1, max(found.start() - _LONGEST_BODY, -1), -1):
            depth += (code[at] == "}") - (code[at] == "{")
            if depth < 0:
                head = _FUNCTION.search(code[max(at - _LONGEST_HEAD, 0) : at])
                if head is not None:
                    made.setdefault(head[1] or head[2], found.lastgroup or "")
                    break
                depth = 0
    return made
