"""Parts of a mail that are quoted-printable or base64, as its header or their letters say (RFC 2045), decoded."""

from __future__ import annotations

import binascii
import codecs
import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source

_HEADER = re.compile(
    r"^[> \t]*content-transfer-encoding:[ \t]*quoted-printable[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_BASE64 = re.compile(r"^[> \t]*content-transfer-encoding:[ \t]*base64[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BASE64_HEADERS = re.compile(
    r"(?:\r?\n[> \t]*[A-Za-z-]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*){0,20}(?:\r?\n[> \t]*)(?=\r?\n)"
)
_BASE64_LINE = re.compile(
    r"\r?\n[> \t]*((?:[A-Za-z0-9+/]{4}){1,60}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)[ \t]*(?=\r?\n|\Z)"
)
_PART_END = re.compile(r"^[> \t]*--[\w'()+,./:=? -]{2,70}\r?$", re.MULTILINE)
_BARE_SIGN = re.compile(r"=(?![0-9A-F]{2}|[ \t]*\r?\n)")  # in quoted-printable it is written =3D
_SURE = re.compile(r"(?:=[CD][0-9A-F]|=E[0-9A-F]=[89AB][0-9A-F]|=F[0-4](?:=[89AB][0-9A-F]){2})=[89AB][0-9A-F]|=3D[\"']")
_CHARSET = re.compile(
    r"charset=\"?(us-ascii|utf-8|iso-8859-\d{1,2}|iso-2022-jp|windows-125\d|koi8-[ru]|shift_jis|gb2312|gbk|gb18030|big5|"
    r"euc-(?:jp|kr))\b",
    re.IGNORECASE,
)
_HEADERS_AROUND = 600  # characters before and after this header in which the part's charset stands
_ESCAPED = re.compile(r"=[ \t]*\r?\n(?:> ?)*|((?:=[0-9A-Fa-f]{2})+)")
_MOST_ESCAPES = 20_000


def decode_mail_parts(source: Source) -> Source | None:
    """Return the text with its encoded parts decoded; None if it has none, or it is too long."""
    printable = _decode_printable(source)
    return _decode_base64(printable or source) or printable


def _decode_base64(source: Source) -> Source | None:
    """Return the text with its parts in base64 decoded, line by line; a part that is no text stays as it is."""
    text = source.text
    builder, at = SourceMapBuilder(source), 0
    for header in _BASE64.finditer(text) if "base64" in text else ():
        begin = _BASE64_HEADERS.match(text, header.end())
        if begin is None or begin.end() < at:
            continue
        decoder = codecs.getincrementaldecoder(_charset(text, header))()
        lines: list[tuple[str, int, int]] = []
        end = begin.end()
        try:
            while found := _BASE64_LINE.match(text, end):
                lines.append((decoder.decode(binascii.a2b_base64(found[1])), *found.span(1)))
                end = found.end()
            decoder.decode(b"", final=True)
        except ValueError:
            continue
        builder.copy(at, begin.end() + 1)
        for written, from_, to in lines:
            builder.substitute(written, from_, to)
        at = end if lines else begin.end() + 1
    if not at:
        return None
    builder.copy(at, len(text))
    return builder.build()


def _decode_printable(source: Source) -> Source | None:
    text = source.text
    builder, at, escapes = SourceMapBuilder(source), 0, 0
    for start, end, charset in _parts(text):
        if start < at:
            continue
        for found in _ESCAPED.finditer(text, start, end):
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


def _parts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the spans and charsets of the quoted-printable parts: the whole text, if it can be nothing else."""
    if "-printable" in text:
        for header in _HEADER.finditer(text):
            end = _PART_END.search(text, header.end())
            yield header.end(), end.start() if end else len(text), _charset(text, header)
    elif "=" in text and _BARE_SIGN.search(text) is None and _SURE.search(text) is not None:
        yield 0, len(text), "utf-8"


def _charset(text: str, header: re.Match[str]) -> str:
    """Return the charset of a part, UTF-8 if its headers name none that mails use."""
    named = _CHARSET.search(text, max(0, header.start() - _HEADERS_AROUND), header.end() + _HEADERS_AROUND)
    try:
        return codecs.lookup(named[1]).name if named is not None else "utf-8"
    except LookupError:  # ISO-8859-12 does not exist
        return "utf-8"
