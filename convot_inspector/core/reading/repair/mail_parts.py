"""Parts of a mail that its header says are quoted-printable (RFC 2045, section 6.7), decoded."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_HEADER = re.compile(
    r"^[> \t]*content-transfer-encoding:[ \t]*quoted-printable[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_PART_END = re.compile(r"^[> \t]*--[\w'()+,./:=? -]{2,70}\r?$", re.MULTILINE)
_CHARSET = re.compile(
    r"charset=\"?(us-ascii|utf-8|iso-8859-\d{1,2}|iso-2022-jp|windows-125\d|koi8-[ru]|shift_jis|gb2312|gbk|gb18030|big5|"
    r"euc-(?:jp|kr))\b",
    re.IGNORECASE,
)
_HEADERS_AROUND = 600  # characters before and after this header in which the part's charset stands
_ESCAPED = re.compile(r"=[ \t]*\r?\n(?:> ?)*|((?:=[0-9A-Fa-f]{2})+)")
_MOST_ESCAPES = 20_000


def decode_mail_parts(source: Source) -> Source | None:
    """Return the text with its quoted-printable parts decoded; None if no header names one, or it is too long."""
    text = source.text
    if "-printable" not in text:
        return None
    builder, at, escapes = SourceMapBuilder(source), 0, 0
    for header in _HEADER.finditer(text):
        if header.end() < at:
            continue
        end = _PART_END.search(text, header.end())
        charset = _charset(text, header)
        for found in _ESCAPED.finditer(text, header.end(), end.start() if end else len(text)):
            escapes += 1
            if escapes > _MOST_ESCAPES:
                return None
            builder.copy(at, found.start())
            at = found.end()
            if found.lastindex:
                builder.substitute(bytes.fromhex(found[1].replace("=", "")).decode(charset, "replace"), *found.span())
    if not escapes:
        return None
    builder.copy(at, len(text))
    return builder.build()


def _charset(text: str, header: re.Match[str]) -> str:
    """Return the charset of a part, UTF-8 if its headers name none that mails use."""
    named = _CHARSET.search(text, max(0, header.start() - _HEADERS_AROUND), header.end() + _HEADERS_AROUND)
    try:
        return codecs.lookup(named[1]).name if named is not None else "utf-8"
    except LookupError:  # ISO-8859-12 does not exist
        return "utf-8"
