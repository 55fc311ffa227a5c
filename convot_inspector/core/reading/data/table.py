"""Tables with a header row: CSV, TSV, Markdown and the output of database shells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.literal import Collector
from convot_inspector.core.reading.payload import Entry, make_call

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Reading, Source

_DELIMITERS = "\t,;|"
_NAMES = re.compile("|".join(IDENTITY_FIELDS))
_SEPARATOR_LINE = re.compile(r"[ \t]*[|+:-][ \t|+:=-]*(?:\r?\n|\r|$)")
_MAX_HEADERS = 200  # lines that are tried as a header
_MAX_HEADER_LENGTH = 16 * 1024
_MAX_CELL_LENGTH = 1024 * 1024
_MAX_CELLS = 2_000
_QUOTED = re.compile(rf'[ ]{{0,100}}"((?:[^"]|""){{0,{_MAX_CELL_LENGTH}}})"[ ]{{0,100}}')
_PLAIN = {delimiter: re.compile(rf"[^{re.escape(delimiter)}\r\n]*") for delimiter in _DELIMITERS}
_LINE_END = re.compile(r"\r\n|\n|\r")

_NOT_A_NAME = re.compile(r"[:.=!{}<>\"'\\]|^.{61}|(?:\w+ ){2}\w*_")

_Cell = tuple[str, int, int]  # content, start, end


def read_table(source: Source) -> Reading | None:
    """Read every row as a call; None if no header names two identity fields."""
    text = source.text
    if not names_identity(text):
        return None
    collector = Collector(source)
    at = tried = 0
    while (found := _NAMES.search(text, at)) is not None:
        tried += 1
        if tried > _MAX_HEADERS:
            collector.leave_out(found.start())
            break
        start = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
        at = _line_end(text, found.end())
        if at - start > _MAX_HEADER_LENGTH or start < 0:
            continue
        for delimiter in _DELIMITERS:
            header = _row(text, start, delimiter)
            if header is None or not _is_header([name.strip() for name, _, _ in header[0]]):
                continue
            at = max(at, _read_rows(source, collector, header, delimiter))
            break
    return collector.reading({"\t": "tsv", "|": "table"}.get(_first_delimiter(text), "csv"))


def _is_header(names: list[str]) -> bool:
    written = [name for name in names if name]
    return (
        sum(name in IDENTITY_FIELDS for name in names) >= 2
        and len(set(written)) == len(written)
        and not any(_NOT_A_NAME.search(name) for name in written)
    )


def _first_delimiter(text: str) -> str:
    found = _NAMES.search(text)
    line = text[text.rfind("\n", 0, found.start()) + 1 : _line_end(text, found.end())] if found else ""
    return max(_DELIMITERS, key=line.count)


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def _read_rows(source: Source, collector: Collector, header: tuple[list[_Cell], int], delimiter: str) -> int:
    """Collect the rows below a header; return the index where they end."""
    text = source.text
    cells, at = header
    names = [name.strip() for name, _, _ in cells]
    hashes = [index for index, name in enumerate(names) if name.endswith("_hash")]
    spaced = delimiter in ",;" and all(" " in (text[start], text[start - 1]) for _, start, _ in cells[1:])
    while at < len(text):
        if separator := _SEPARATOR_LINE.match(text, at) if delimiter == "|" else None:
            at = separator.end()
            continue
        row = _row(text, at, delimiter)
        if row is None or len(row[0]) != len(names) or _is_blank(text, at, row[1]):
            break
        if any(" " in row[0][index][0].strip() and text[row[0][index][1]] != '"' for index in hashes):
            break  # prose with the same number of commas
        if collector.is_full(at):
            return len(text)
        collector.add([make_call(source, _entries(text, names, row[0], spaced=spaced), at, _row_end(text, at, row[1]))])
        at = row[1]
    return at


def _is_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _row_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip("\r\n"))


def _entries(text: str, names: list[str], cells: list[_Cell], *, spaced: bool) -> list[Entry]:
    entries = []
    for name, (written, start, end) in zip(names, cells, strict=True):
        if not name:
            continue
        value = written
        if spaced and text[start] == " ":
            value, start = value.removeprefix(" "), min(start + 1, end - 1)
        kind: Kind = "null" if value in ("NULL", "\\N") else "text"
        if written[:1] == '"' == written[-1:] and text[start] == '"' and end - start == len(written) > 1:
            kind = "expression"  # the quotes may belong to the table or to the value
        if start == end:  # an empty cell is highlighted by the delimiter next to it
            start, end = (start, end + 1) if start == 0 or text[start - 1] in "\r\n" else (start - 1, end)
        entries.append(Entry(name, "null" if kind == "null" else value, kind, start, end))
    return entries


def _row(text: str, at: int, delimiter: str) -> tuple[list[_Cell], int] | None:
    """Return the cells of the row at ``at``, and the start of the next row; None if there are too many cells."""
    cells: list[_Cell] = []
    while len(cells) < _MAX_CELLS:
        quoted = _QUOTED.match(text, at) if delimiter != "|" else None
        if quoted and text[quoted.end() : quoted.end() + 1] in (delimiter, "\n", "\r", ""):
            start = text.index('"', at)
            cells.append((quoted[1].replace('""', '"'), start, start + len(quoted[1]) + 2))
            at = quoted.end()
        else:
            plain = _PLAIN[delimiter].match(text, at)
            assert plain is not None  # noqa: S101  the pattern also matches the empty string
            cells.append(_plain_cell(plain, delimiter))
            at = plain.end()
        if text[at : at + 1] != delimiter:
            return cells, _line_end(text, at)
        at += 1
    return None


def _plain_cell(found: re.Match[str], delimiter: str) -> _Cell:
    """Return an unquoted cell; in a ``|`` table without padding and Markdown backticks."""
    written, start, end = found[0], found.start(), found.end()
    if delimiter != "|":
        return written, start, end
    start += len(written) - len(written.lstrip()) if written.strip() else 0
    written = written.strip()
    if len(written) > 2 and written[0] == written[-1] == "`" and "`" not in written[1:-1]:
        return written[1:-1], start, start + len(written)
    return written, start, start + len(written)
