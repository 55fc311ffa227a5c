"""A pasted table of names and secrets, as it comes out of a spreadsheet, a password manager or a note."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from convot_inspector.core.app_key import key_problem
from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.language import tr
from convot_inspector.core.secret_format import format_problem
from convot_inspector.keychain.errors import Refused
from convot_inspector.keychain.naming import folded, free_key, free_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convot_inspector.keychain.app import App

MOST_ROWS: Final = 1_000
_DELIMITERS = "\t|;,"
_RULE = re.compile(r"[-:=+\s]*")
_HEADING = re.compile(r"\b(name|app|secret|key|hmac|identity)\b", re.IGNORECASE)
_COULD_BE_SECRET = re.compile(r"[0-9a-fA-F]{16}|\S{32}")
_LAST_WORD = re.compile(r"(.*\S)\s+(\S+)\s*")


@dataclass(frozen=True)
class Row:
    """One line of the table. ``problem``: why it cannot become an app, in a sentence; empty if it can."""

    line: int
    name: str
    key: str
    secret: str = field(repr=False)
    problem: str

    @property
    def fingerprint(self) -> str:
        """That of the secret, empty where it is none."""
        return fingerprint(self.secret) if format_problem(self.secret) is None else ""


def read_table(text: str, apps: Sequence[App]) -> tuple[Row, ...]:
    """The rows of a text, in whatever order its columns are: a name, a secret, and if there is one a public app key.

    The columns are parted by tabs, bars, semicolons or commas, else the last word of a line is the secret. A heading
    is left out. ``apps``: those that are there already.
    """
    judge = _Judge(apps)
    return tuple(judge.row(line, *_sorted_out(cells)) for line, cells in islice(_cells(text), MOST_ROWS))


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that has any, without the heading and the rules of a drawn table."""
    plain = text.replace("\0", "").lstrip("\ufeff")
    lines = [line for line in plain.splitlines() if line.strip()]
    delimiter = next((d for d in _DELIMITERS if sum(d in line for line in lines) * 2 > len(lines)), None)
    parted = _parted_by(delimiter, plain) if delimiter else _without_delimiter(plain)
    first = True
    for line, raw in parted:
        cells = [cell.strip() for cell in raw]
        if all(_RULE.fullmatch(cell) for cell in cells):
            continue
        if first and not any(len(cell) >= 32 for cell in cells) and any(map(_HEADING.search, cells)):
            first = False
            continue
        first = False
        yield line, cells


def _parted_by(delimiter: str, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error:  # one cell of many kilobytes: no table
        return


def _without_delimiter(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        parts = _LAST_WORD.fullmatch(line)
        yield number, [parts[1], parts[2]] if parts else [line]


def _sorted_out(cells: list[str]) -> tuple[str, str, str]:
    """Which cell is the name, which the key and which the secret."""
    left = [cell for cell in cells if cell]
    key = next((cell for cell in left if not key_problem(cell)), "")
    names = [cell for cell in left if cell != key and not _COULD_BE_SECRET.search(cell)]  # a name is shown
    secrets = [cell for cell in left if cell != key and cell not in names]
    right = [cell for cell in secrets if format_problem(cell) is None]
    secret = (*right, *secrets, *names[1:2], "")[0]
    return (names[0] if names else ""), key, secret


class _Judge:
    """Knows the names, keys and secrets that are taken, by apps or by rows before."""

    def __init__(self, apps: Sequence[App]) -> None:
        self._names = {folded(app.name) for app in apps}
        self._keys = {app.key: app.name for app in apps if app.key}
        self._codes = {app.fingerprint: app.name for app in apps if app.fingerprint}

    def row(self, line: int, name: str, key: str, secret: str) -> Row:
        problem = ""
        try:
            name, key = free_name(name, self._names), free_key(key, self._keys)
        except Refused as error:
            problem = str(error)
        row = Row(line, name, key, secret, problem)
        wrong = format_problem(secret)
        if wrong is not None:
            return replace(row, problem=wrong.message)
        if not problem and row.fingerprint in self._codes:
            words = tr("“{app}” has the same secret. Each app has its own.", app=self._codes[row.fingerprint])
            return replace(row, problem=words)
        if not problem:
            self._names.add(folded(name))
            self._keys |= {key: name} if key else {}
            self._codes[row.fingerprint] = name
        return row
