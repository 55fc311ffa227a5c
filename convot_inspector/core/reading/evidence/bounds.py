"""How far a text that was sent as a hash reaches around the digits that were found in it."""

from __future__ import annotations

import html
import re
import urllib.parse
from typing import TYPE_CHECKING

from convot_inspector.core.reading.evidence.decodings import unescaped

if TYPE_CHECKING:
    from collections.abc import Callable

_FAR = 80  # characters before and after the digits
_LONGEST_NAME = 60
# A quote that begins a text, with as many backslashes as its escaping takes, and what is between it and the digits.
_ENTITY = r"&(?:quot|apos|#0?34|#0?39|#x2[27]);"
_QUOTE = rf"\\{{0,7}}\"\"?|\\{{0,7}}'|\\{{0,7}}`|{_ENTITY}|[“„«‘‹]"
_OPENED = re.compile(
    rf"(?:(?<=[\s(\[{{,:;=>&?+|<])|(?<![\w\"'`])[bBuUrRENL@$]{{1,2}}|\A)({_QUOTE})((?:(?!{_ENTITY})[^\"'`\r\n<>“”„«»‘’‹›])*)\Z"
)
_CLOSED = re.compile(rf"((?:(?!\\{{0,7}}[\"'`]|{_ENTITY})[^\"'`\r\n<>“”„«»‘’‹›])*)({_QUOTE}|[”»’›])(?!\w)")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›"}
# Quotes around the quotes, and what a language puts between them as it shows a text: ``"b'…'"``, ``'Some("…")'``.
_INNER = r"\\{0,7}[\"'`]"
_SHOWN = re.compile(rf"({_QUOTE})([A-Za-z<(@#\[ ]{{0,12}})({_INNER})\Z")
_SHOWN_END = re.compile(rf"({_INNER})([)>\] ]{{0,3}})({_QUOTE})(?!\w)")
# The content of an element, as that of a table's cell.
_ELEMENT = re.compile(r">\s*([^\s<>]+)\Z")
_ELEMENT_END = re.compile(r"([^\s<>]*)\s*</")
# What programs write beside a digest: one word, and blanks. Several words are a sentence.
_BEFORE = re.compile(r"\s{0,3}(?:[^\s@&?/{}]{1,40}[ \t]{0,3})?")
_BEHIND = re.compile(r"(?:[^\s@&?/{}]{1,20})?[ \t]{0,3}")
_BEFORE_OF_NAMED = re.compile(r"\s{0,3}(?:[^\s@&?{}]{1,30}[ \t]{0,3}){0,3}")
_BEHIND_OF_NAMED = re.compile(r"[ \t]{0,3}(?:[^\s@&?{}]{1,30}[ \t]{0,3}){0,3}")
_SENTENCE_END = re.compile(r"[.,;:!?…]{1,3}")
# The value of a form: of a field whose neighbours or whose escapes show that it is one.
_FORM_VALUE = re.compile(r"(?<![\w%])[\w.\[\]-]{1,40}=([\w.*+-]*(?:%[0-9A-Fa-f]{2}[\w.*+-]*)+)?\Z")
_FORM_FIELD = re.compile(r"(?:[&?][\w.\[\]-]{1,40}=|(?<![\w%])[\w.\[\]-]{1,40}=)([\w.*+=:-]*)\Z")
_FORM_END = re.compile(r"((?:(?:%[0-9A-Fa-f]{2}|\+)[\w.*-]*)*)(?=[&\s\"'`;#<\\]|\Z)")

Sent = tuple[str, int, int]
"""The text that was sent, and its span."""


def sent_text(text: str, found: Sent, name_before: Callable[[str, int], str]) -> Sent:
    """Return the text in which digits were sent: the whole content of the quotes or of the form's value around them.

    ``found``: the digits without what copying inserted, and their span. Without quotes or a form's signs, what stands
    around the digits does not belong to them. ``name_before``: returns the name of a hash before a position, or "".
    """
    written, start, end = found
    window = text[max(0, start - _FAR - _LONGEST_NAME) : start], text[end : end + _FAR]
    return (
        _as_shown(text, found, window, name_before)
        or _in_quotes(text, found, window, name_before)
        or _in_form(found, window, name_before)
        or _in_element(found, window)
        or (written, start, end)
    )


def _in_quotes(text: str, found: Sent, window: tuple[str, str], name_before: Callable[[str, int], str]) -> Sent | None:
    written, start, end = found
    opened, closed = _OPENED.search(window[0]), _CLOSED.match(window[1])
    if opened is None or closed is None or closed[2] not in _CLOSING.get(opened[1], opened[1]):
        return None
    before, behind = opened[2], closed[1]
    if opened[1] in _CLOSING:  # languages differ in whether they put blanks inside such quotes
        before, behind = before.lstrip(), behind.rstrip()
    if not before.strip() and not behind.strip() and written != text[start:end]:
        return None  # wrapped or spaced by copying, at its ends too
    if not before and not behind:
        return None
    is_named = name_before(text, start - len(before) - len(opened[1])) != ""
    patterns = (_BEFORE_OF_NAMED, _BEHIND_OF_NAMED) if is_named else (_BEFORE, _BEHIND)
    if not all(pattern.fullmatch(part) for pattern, part in zip(patterns, (before, behind), strict=True)):
        return None
    if not is_named and (name_before(text, start) or (not before and _SENTENCE_END.fullmatch(behind))):
        return None
    raw = before, behind
    before, behind = (_decoded(part, opened[1]) for part in raw)
    return before + written + behind, start - len(raw[0]), end + len(raw[1])


def _as_shown(text: str, found: Sent, window: tuple[str, str], name_before: Callable[[str, int], str]) -> Sent | None:
    """Return the content of quotes around the digits' own quotes, where the name of a hash is before them."""
    written, start, end = found
    opened, closed = _SHOWN.search(window[0]), _SHOWN_END.match(window[1])
    if opened is None or closed is None or (opened[1], opened[3]) != (closed[3], closed[1]) or opened[1] == opened[3]:
        return None
    before, behind = opened[2] + opened[3], closed[1] + closed[2]
    if not name_before(text, start - len(before) - len(opened[1])):
        return None
    shown = _decoded(before, opened[1]) + written + _decoded(behind, opened[1])
    return shown, start - len(before), end + len(behind)


def _decoded(part: str, quote: str) -> str:
    if quote.startswith("&"):
        part = html.unescape(part)
    return next((plain for plain, _ in unescaped(part)), part) if "\\" in part else part


def _in_form(found: Sent, window: tuple[str, str], name_before: Callable[[str, int], str]) -> Sent | None:
    written, start, end = found
    behind = _FORM_END.match(window[1])
    if behind is None:
        return None
    value = _FORM_VALUE.search(window[0])
    before = value[1] or "" if value is not None else ""
    if not before:
        field = _FORM_FIELD.search(window[0])
        if field is None or not (field[0][0] in "&?" or window[1][behind.end() :].startswith("&")):
            return None
        before = field[1]
        value = field
    if value is None or not (before or behind[1]) or not name_before(window[0], len(window[0]) - len(before)):
        return None
    plain = [urllib.parse.unquote_plus(part) for part in (before, behind[1])]
    return plain[0] + written + plain[1], start - len(before), end + len(behind[1])


def _in_element(found: Sent, window: tuple[str, str]) -> Sent | None:
    written, start, end = found
    before, behind = _ELEMENT.search(window[0]), _ELEMENT_END.match(window[1])
    if before is None or behind is None or not _BEFORE.fullmatch(before[1]) or not _BEHIND.fullmatch(behind[1]):
        return None
    return before[1] + written + behind[1], start - len(before[1]), end + len(behind[1])
