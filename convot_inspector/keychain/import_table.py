"""Parser for pasted tables of app names and secrets, from spreadsheets, password managers or notes."""

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
from convot_inspector.keychain.errors import InvalidInput
from convot_inspector.keychain.naming import normalized_name, validated_key, validated_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convot_inspector.keychain.app import App

MAX_ROWS: Final = 1_000
_DELIMITERS = "\t|;,"
_RULE = re.compile(r"[-:=+\s]*")
_HEADING = re.compile(r"\b(name|app|secret|key|hmac|identity)\b", re.IGNORECASE)
_COULD_BE_SECRET = re.compile(r"[0-9a-fA-F]{16}|\S{32}")
_LAST_WORD = re.compile(r"(.*\S)\s+(\S+)\s*")


@dataclass(frozen=True)
class ImportRow:
    """A line of the table. ``problem``: a sentence that says why it cannot be imported; empty if it can."""

    line: int
    name: str
    key: str
    secret: str = field(repr=False)
    problem: str

    @property
    def fingerprint(self) -> str:
        """Fingerprint of the secret; empty if it is not a valid secret."""
        return fingerprint(self.secret) if format_problem(self.secret) is None else ""


def parse_table(text: str, apps: Sequence[App]) -> tuple[ImportRow, ...]:
    """Return up to `MAX_ROWS` rows of a table with a name, a secret and optionally a public app key in any order.

    Columns are separated by tabs, bars, semicolons or commas; without these, the last word of each line is the secret.
    A heading is skipped. ``apps``: the existing apps, whose names, keys and secrets cannot be used again.
    """
    validator = _RowValidator(apps)
    return tuple(validator.row(line, *_classify(cells)) for line, cells in islice(_cells(text), MAX_ROWS))


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and cells of each line, without the heading and the rulers of a text table."""
    plain = text.replace("\0", "").lstrip("\ufeff")
    lines = [line for line in plain.splitlines() if line.strip()]
    delimiter = next((d for d in _DELIMITERS if sum(d in line for line in lines) * 2 > len(lines)), None)
    lines_of_cells = _split_by(delimiter, plain) if delimiter else _split_last_word(plain)
    first = True
    for line, raw in lines_of_cells:
        cells = [cell.strip() for cell in raw]
        if all(_RULE.fullmatch(cell) for cell in cells):
            continue
        if first and not any(len(cell) >= 32 for cell in cells) and any(map(_HEADING.search, cells)):
            first = False
            continue
        first = False
        yield line, cells


def _split_by(delimiter: str, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error:  # a cell exceeds csv's field limit: not a table
        return


def _split_last_word(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        parts = _LAST_WORD.fullmatch(line)
        yield number, [parts[1], parts[2]] if parts else [line]


def _classify(cells: list[str]) -> tuple[str, str, str]:
    """Return the name, key and secret among the cells of a line."""
    left = [cell for cell in cells if cell]
    key = next((cell for cell in left if not key_problem(cell)), "")
    names = [cell for cell in left if cell != key and not _COULD_BE_SECRET.search(cell)]  # names are displayed
    secrets = [cell for cell in left if cell != key and cell not in names]
    right = [cell for cell in secrets if format_problem(cell) is None]
    secret = (*right, *secrets, *names[1:2], "")[0]
    return (names[0] if names else ""), key, secret


class _RowValidator:
    """Checks rows against the names, keys and secrets of the existing apps and of earlier rows."""

    def __init__(self, apps: Sequence[App]) -> None:
        self._names = {normalized_name(app.name) for app in apps}
        self._keys = {app.key: app.name for app in apps if app.key}
        self._codes = {app.fingerprint: app.name for app in apps if app.fingerprint}

    def row(self, line: int, name: str, key: str, secret: str) -> ImportRow:
        problem = ""
        try:
            name, key = validated_name(name, self._names), validated_key(key, self._keys)
        except InvalidInput as error:
            problem = str(error)
        row = ImportRow(line, name, key, secret, problem)
        wrong = format_problem(secret)
        if wrong is not None:
            return replace(row, problem=wrong.message)
        if not problem and row.fingerprint in self._codes:
            words = tr("“{app}” has the same secret. Each app has its own.", app=self._codes[row.fingerprint])
            return replace(row, problem=words)
        if not problem:
            self._names.add(normalized_name(name))
            self._keys |= {key: name} if key else {}
            self._codes[row.fingerprint] = name
        return row
