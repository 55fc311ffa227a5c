"""Names of variables that readers of plain notations took for text: ``{ user_hash: '…', email: mail }`` in code.

In code a value without quotes is a name or a call, and what it stands for is not in the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import SHOP_HASH, USER_HASH

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, IdentifyCall
    from convot_inspector.core.reading.source import Reading, Source

OF_LINES = ("lines", "yaml", "console", "log", "tsv")
_QUOTES = ('"', "'", "`")
_CODE = re.compile(
    r"\bfunction\b[\s\w$]{0,60}\(|=>\s{0,9}[({]|\b(?:const|let|var)\s{1,9}[\w$]{1,60}\s{0,9}=|\breturn\s{0,9}[({]"
    r"|\bclass\s{1,9}\w{1,60}[\s\w<>]{0,80}\{|\bthis\.\w|\bConvot\s{0,9}[.\[]\s{0,9}identify\s{0,9}\("
    r"|^[ \t]{0,40}[\w.$@]{1,80}[ \t]{0,9}=[ \t]{0,9}\{|\bdef\s{1,9}\w|\bdata\s{0,9}\(\)\s{0,9}\{",
    re.MULTILINE,
)
_EXPRESSION = re.compile(
    r"(?:@{0,2}|\$)[A-Za-z_$][\w$]{0,200}(?:(?:\?\.|!\.|\.|::|->)[\w$]{1,200}[?!]?|\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\])"
    r"{0,20}!?[\s})\];,]{0,20}"
)
_WORDS = ("true", "false", "null", "undefined", "nil", "None")
_TEXT = re.compile(r"[0-9a-fA-F]{32,}|.*\.myshopify\.com[\s})\];,]*", re.DOTALL)


def without_code_names(source: Source, reading: Reading) -> Reading:
    """Return the reading with the names of variables as expressions, where the text is code."""
    if reading.format not in OF_LINES or not reading.calls:
        return reading
    pasted = source.pasted
    is_code = _CODE.search(pasted) is not None
    calls = tuple(_with_expressions(pasted, call, is_code=is_code) for call in reading.calls)
    return replace(reading, calls=calls)


def _with_expressions(pasted: str, call: IdentifyCall, *, is_code: bool) -> IdentifyCall:
    hashes = [call.fields[name] for name in (USER_HASH, SHOP_HASH) if name in call.fields]
    # Only where quotes are written that nothing needs, a value without any is no text.
    if not is_code and not any(_is_quoted(pasted, field) for field in hashes):
        return call
    fields = {
        name: replace(field, kind="expression") if _is_name(pasted, field) else field
        for name, field in call.fields.items()
    }
    return replace(call, fields=fields)


def _is_quoted(pasted: str, field: Field) -> bool:
    return pasted[field.start : field.start + 1] in _QUOTES or pasted[max(field.start - 1, 0) : field.start] in _QUOTES


def _is_name(pasted: str, field: Field) -> bool:
    if field.kind != "text" or field.value in _WORDS or _is_quoted(pasted, field) or _TEXT.fullmatch(field.value):
        return False
    return _EXPRESSION.fullmatch(field.value) is not None
