"""``key: value`` and ``key=value`` lines: mail text, bullet lists, environment files, fragments of objects.

The last notation that is tried, and the strictest reader: prose has colons too.
"""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.data.invisible import INVISIBLE
from convot_inspector.core.reading.field_names import canonical_name
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.limits import MAX_FIELDS, MAX_LINE, MAX_SNIPPET
from convot_inspector.core.reading.literal import Collector
from convot_inspector.core.reading.payload import Entry, make_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import IdentifyCall, Kind, Problem
    from convot_inspector.core.reading.source import Reading, Source

# An optional list marker, a name (possibly in quotes or in bold), a colon or another sign, and the value.
_LINE = re.compile(
    r"[ \t\u00a0]{0,100}(?:(?:[-*•–+]|\d{1,3}[.)])[ \t\u00a0]+)?(?:export[ \t]+)?"
    r"(?P<mark>\*\*|__|[\"'`]|)(?P<name>[A-Za-z_][\w.-]{0,60}(?: [A-Za-z]{1,10}){0,2})"
    r"(?P<sign>(?:(?P=mark)[ \t\u00a0]*(?::|=>?|\|)(?!=)|:(?P=mark)))(?P<gap>[ \t\u00a0]*)(?P<value>[^\r\n]*)",
)
_LABELS = {
    "external id": "external_id", "email": "email", "e-mail": "email", "user hash": "user_hash", "shop": "shop",
    "shop hash": "shop_hash",
}  # fmt: skip
# Several pairs on one line: "external_id: 123, email: a@b.c, user_hash: …".
_INLINE_NAME = re.compile(
    r"(?:(?<=[,;| \t(\[])|^)[ \t]*(external_id|email|user_hash|shop_hash|shop)[ \t]*(?:[:=](?![=/]))", re.MULTILINE
)
_SEPARATOR = re.compile(r"(?:[ \t]*[,;]|[ \t]+[|/])[ \t]*$")
_HASH = re.compile(r"[0-9a-f]{64}")
_ADDRESS = re.compile(r"[^\s@,;<>\"']+@[^\s@,;<>\"']+")
_COMMENT = re.compile(r"[ \t\u00a0]+(?:#|//|\(|<-|<=|/\*|--)")
_CODE = re.compile(
    r"[@$]?[A-Za-z_][\w$]*(?:(?:\(|\[|::|->|\?\.|&\.)|\.[A-Za-z_]\w*\()|[$@][A-Za-z_]\w*"
    r"|\{[\"'\w]+\s*:|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\.(?:id|email|to_s|uuid|uid|pk|shop|domain|userId|externalId|hash|user_hash)$"
)
_FORM_ENCODED = re.compile(r"(?:[A-Za-z0-9*._+~()!'-]|%[0-9A-Fa-f]{2})*")
_NULLS = ("null", "nil", "None", "undefined", "NULL")
_NO_VALUE = re.compile(r"[-–—?]+|n/?a|\(?(?:none|empty|blank|missing|not set|unset|not sent)\)?", re.IGNORECASE)
_NAMES = re.compile("|".join(IDENTITY_FIELDS) + "|[Ss]hop|E-?mail|External|[Uu]ser.hash")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
# White space, and the characters without width that copying puts around a text.
_BLANK_BEFORE = re.compile(f"\\A[ \\t\u00a0{INVISIBLE}]+")
_BLANK_BEHIND = re.compile(f"[ \\t\\r\u00a0{INVISIBLE}]+\\Z")
_LOOKBACK = 1024
_LDIF = re.compile(r":[ \t]{0,9}([A-Za-z0-9+/]{4,}={0,2})")


def read_lines(source: Source) -> Reading | None:
    """Return the calls in lines of names and values; None if there is none."""
    if not names_identity(source.text.lower() if len(source.text) < MAX_LINE else source.text):
        return None
    collector = Collector(source)
    block: list[Entry] = []
    for entry in _entries(source):
        if entry.name in IDENTITY_FIELDS and _begins_another(source.text, block, entry):
            if collector.is_full(entry.start):
                return collector.reading("lines")
            collector.add(_calls(source, block))
            block = []
        if entry.name in IDENTITY_FIELDS or len(block) < MAX_FIELDS:
            block.append(entry)
    collector.add(_calls(source, block))
    return collector.reading("lines")


def _begins_another(text: str, block: list[Entry], entry: Entry) -> bool:
    """Return whether an entry begins another call: its field is there, and the call is whole or a blank line ends it.

    Otherwise, as right behind its first value, it is a second value, and which of them counts is not known.
    """
    names = {each.name for each in block if each.name in IDENTITY_FIELDS}
    if entry.name not in names:
        return False
    has_hash = any(name.endswith("_hash") for name in names)
    is_whole = has_hash and any(not name.endswith("_hash") for name in names)
    return (is_whole and block[-1].name != entry.name) or _BLANK_LINE.search(
        text, block[-1].end, entry.start
    ) is not None


def _calls(source: Source, block: list[Entry]) -> Iterator[IdentifyCall | Problem]:
    """Yield a call if the lines have two identity fields, at least one of them with a known value.

    Email and shop alone are not enough: many contact forms have both.
    """
    known = [entry for entry in block if entry.name in IDENTITY_FIELDS]
    if (
        len(known) < 2
        or {entry.name for entry in known} <= {"email", "shop"}
        or all(entry.kind == "expression" for entry in known)
    ):
        return
    if all(source.text[entry.start - 1] == "=" and _FORM_ENCODED.fullmatch(entry.value) for entry in block):
        # Firefox copies URL parameters as they were sent, but form fields decoded, so "+" may be a space or a plus.
        block = [entry._replace(kind="expression") if "+" in entry.value else entry for entry in block]
    start = source.text.rfind("\n", 0, block[0].start) + 1
    yield make_call(source, block, start, block[-1].end, last_wins=False)


def _entries(source: Source) -> Iterator[Entry]:
    """Yield the names and values of lines, in each block from an identity field to the next line without a name."""
    text = source.text
    first = _NAMES.search(text)
    if first is None:
        return
    at = text.rfind("\n", 0, max(first.start() - _LOOKBACK, 0)) + 1
    last = at + MAX_SNIPPET
    in_block, exact = False, _is_exact(text[at:last])
    while at < min(len(text), last):
        end = _line_end(text, at)
        if end - at <= MAX_LINE:
            inline = _inline_names(text, at, end) if end - at > 8 else []
            if len(inline) > 1:
                in_block = True
                yield from _inline_entries(source, inline, end)
            elif (found := _LINE.match(text, at, end)) and (name := _name(found, exact=exact)) is not None:
                in_block = in_block or canonical_name(name)[0] != ""
                if in_block:
                    start = found.start("value")
                    if name in IDENTITY_FIELDS and not found["value"].strip():
                        start, end = _value_below(text, name, start, end)
                    yield _entry(source, name, start, end, found["sign"])
            else:
                in_block = False
        at = end + 1


def _value_below(text: str, name: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the line below a name without a value if it is only a hash or email; else the given span."""
    below = _line_end(text, end + 1)
    words = text[end + 1 : below].split()
    is_value = len(words) == 1 and (
        _HASH.fullmatch(words[0]) if name.endswith("_hash") else _ADDRESS.fullmatch(words[0])
    )
    return (end + 1, below) if is_value else (start, end)


def _is_exact(text: str) -> bool:
    """Return whether a line begins with ``user_hash`` or ``shop_hash``.

    Then names with an underscore are taken literally: "User_Hash" is not a label.
    """
    return any(
        re.search(rf"^\W{{0,20}}(?:export )?{name}\b", text, re.MULTILINE) for name in ("user_hash", "shop_hash")
    )


def _line_end(text: str, at: int) -> int:
    feed = text.find("\n", at)
    return len(text) if feed < 0 else feed


def _name(found: re.Match[str], *, exact: bool) -> str | None:
    """Return the field name of a line, also for a label such as "User hash"; None for other words."""
    name = found["name"]
    label = _LABELS.get(name.lower().replace("_", " "))
    if label is not None and (name == label or not (exact and "_" in name)) and ":" in found["sign"]:
        return label
    if " " in name:
        canonical, is_sure = canonical_name(name)
        return canonical if is_sure else None
    return name


def _inline_names(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the names in a line, without one that stands where the value of the name before it begins."""
    found: list[re.Match[str]] = []
    for name in _INLINE_NAME.finditer(text, start, end):
        if not found or text[found[-1].end() : name.start()].strip():
            found.append(name)
    return found


def _inline_entries(source: Source, inline: list[re.Match[str]], end: int) -> Iterator[Entry]:
    for found, following in zip(inline, [*inline[1:], None], strict=True):
        stop = following.start() if following is not None else end
        between = _SEPARATOR.search(source.text, found.end(), stop) if following is not None else None
        yield _entry(source, found[1], found.end(), between.start() if between else stop, ":")


def _entry(source: Source, name: str, start: int, end: int, sign: str) -> Entry:
    """Return the entry whose value is between ``start`` and ``end``, after ``sign``."""
    text = source.text
    raw = text[start:end]
    start += len(raw) - len(_BLANK_BEFORE.sub("", raw))
    raw = _BLANK_BEHIND.sub("", _BLANK_BEFORE.sub("", raw))
    if raw[-1:] in (",", ";") and (raw[0] in "\"'`" or name.endswith("_hash") or "@" in raw or sign != "="):
        raw = raw[:-1].rstrip(" \t")
    if (encoded := _LDIF.fullmatch(raw)) is not None and (decoded := _base64_text(encoded[1])) is not None:
        return Entry(name, decoded, "text", start + encoded.start(1), start + encoded.end(1))
    value, kind, length = _value(name, raw)
    return Entry(name, value, kind, start, start + length) if length else Entry(name, "", "text", start - 1, start)


def _base64_text(encoded: str) -> str | None:
    """Return the text that LDIF writes in base64 behind two colons (RFC 2849); None if it is none."""
    try:
        return base64.b64decode(encoded, validate=True).decode()
    except ValueError:
        return None


def _value(name: str, raw: str) -> tuple[str, Kind, int]:
    """Return the value of a raw text, its kind, and the number of characters of the raw text that belong to it."""
    quote = raw[:1]
    if quote and quote in "\"'`":
        return _quoted(raw, quote)
    if raw in _NULLS:
        return "null", "null", len(raw)
    bare = (_HASH if name.endswith("_hash") else _ADDRESS).match(raw) if name in IDENTITY_FIELDS else None
    if bare and (bare.end() == len(raw) or _COMMENT.match(raw, bare.end())):
        return bare[0], "text", bare.end()
    if name in IDENTITY_FIELDS and (_NO_VALUE.fullmatch(raw) or _CODE.match(raw)):
        return raw, "expression", len(raw)
    return raw, "text", len(raw)


def _quoted(raw: str, quote: str) -> tuple[str, Kind, int]:
    r"""Return a quoted value like ``_value``: double quotes as in JSON; in others an escape makes it unknown."""
    closing = re.compile(rf"{quote}((?:[^{quote}\\]|\\.)*){quote}").match(raw)
    if closing is None or (closing.end() < len(raw) and not _COMMENT.match(raw, closing.end())):
        return raw, "expression", len(raw)
    end = closing.end()
    if "\\" not in closing[1]:
        return closing[1], "text", end
    if quote == '"':
        try:
            return str(json.loads(raw[:end], strict=False)), "text", end
        except ValueError:
            pass
    return raw[:end], "expression", end
