"""PowerShell commands, ``Invoke-WebRequest … -Body "…"``, as browsers copy them and as people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import UnterminatedError
from convot_inspector.core.reading.identity import has_identity, names_identity
from convot_inspector.core.reading.limits import MAX_BODY
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.requests.body import read_body
from convot_inspector.core.reading.requests.form import read_url
from convot_inspector.core.reading.shell.powershell_strings import read_string, skip_comment
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall, Kind, Problem
    from convot_inspector.core.reading.shell.words import Word
    from convot_inspector.core.reading.source import Source

_COMMANDS = ("invoke-", "iwr", "irm")
_COMMAND = re.compile(r"\b(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)\b", re.IGNORECASE)
# All that matters outside of strings: comments, parameters, variables, hashtables, names before "=".
_TOKEN = re.compile(
    r"(?P<quote>@?[\"'])|(?P<comment>#|<#)|-(?P<parameter>Body|Uri)\b|(?P<table>@\{)|(?P<close>\})"
    r"|(?P<name>\$?[A-Za-z_][\w-]{0,100}+)(?P<assigns>[ \t]{0,20}+=)?|[0-9][\w.]*",
    re.IGNORECASE,
)


class _Script:
    """The variables, bodies, URLs and hashtables of a script, read in one pass. Raises UnterminatedError.

    ``bodies``: strings, and names of variables in lower case. ``variables``: None for one that is assigned more than
    once. ``tables``: start, end and entries.
    """

    def __init__(self, source: Source) -> None:
        self.bodies: list[Word | str] = []
        self.uris: list[Word] = []
        self.variables: dict[str, Word | None] = {}
        self.tables: list[tuple[int, int, list[Entry]]] = []
        self._source = source
        self._open: list[tuple[int, list[Entry]]] = []
        self._parameter = self._name = ""
        self._read()

    def _read(self) -> None:
        text, at = self._source.text, 0
        while (found := _TOKEN.search(text, at)) is not None:
            at = found.end()
            kind = found.lastgroup
            if kind == "comment":
                at = skip_comment(text, found.start())
            elif kind == "quote":
                word, at = read_string(self._source, found.start())
                self._assign(word, found.start(), at)
            elif kind == "parameter":
                self._parameter = found.group("parameter").lower()
            elif kind == "table":
                self._open.append((found.start(), []))
                self._name = self._parameter = ""
            elif kind == "close" and self._open:
                start, entries = self._open.pop()
                self.tables.append((start, at, entries))
            elif found.group("assigns"):
                self._name = found.group("name")
            elif found.group("name"):
                self._read_name(found)
            else:
                self._assign_expression(found)

    def _assign(self, word: Word, start: int, end: int) -> None:
        """Assign a string literal to the parameter, variable or key before it."""
        if self._parameter:
            if self._parameter == "body":
                self.bodies.append(word)
            else:
                self.uris.append(word)
        elif self._name.startswith("$"):
            self.variables[self._name.lower()] = None if self._name.lower() in self.variables else word
        elif self._open and self._name:
            self._open[-1][1].append(Entry(self._name, word.text(self._source), "text", start, end))
        elif self._open and self._source.text[end : end + 20].lstrip(" \t").startswith("="):
            self._name = word.text(self._source)
            return
        self._parameter = self._name = ""

    def _read_name(self, found: re.Match[str]) -> None:
        name = found.group("name")
        if self._parameter == "body" and name.startswith("$"):
            self.bodies.append(name.lower())
            self._parameter = ""
        elif self._open and self._name and name.startswith("$"):
            self._assign_expression(found)

    def _assign_expression(self, found: re.Match[str]) -> None:
        if self._open and self._name and not self._name.startswith("$"):
            constant = {"$true": "true", "$false": "false"}.get(found.group().lower())
            is_number = found.group().isdigit()
            kind: Kind = "boolean" if constant else "number" if is_number else "expression"
            kind = "null" if found.group().lower() == "$null" else kind
            text = constant or found.group()
            self._open[-1][1].append(Entry(self._name, text, kind, *found.span()))
            self._name = ""


def read_powershell(source: Source) -> Reading | None:
    """Return the calls in the bodies, URLs and hashtables of a script; None if there is none."""
    text = source.text
    command = _COMMAND.search(text) if any(map(text.lower().__contains__, _COMMANDS)) else None
    if command is None or not names_identity(text):
        return None
    if len(text) > MAX_BODY:
        return Reading("powershell", problems=(problems.at(source, command.start(), "too-large"),))
    try:
        script = _Script(source)
    except UnterminatedError as error:
        if not names_identity(text, error.at):
            return None
        return Reading("powershell", problems=(problems.at(source, error.at, "unterminated"),))
    calls: list[IdentifyCall] = []
    found_problems: list[Problem] = []
    for body in script.bodies:
        word = script.variables.get(body) if isinstance(body, str) else body
        reading = read_body(word.source(source)) if word is not None else None
        if reading is not None:
            calls += reading.calls
            found_problems += reading.problems
    tables = [table for table in script.tables if has_identity(entry.name for entry in table[2])]
    calls += [make_call(source, entries, start, end, last_wins=False) for start, end, entries in tables]
    if not calls and not found_problems:
        urls = (read_url(uri.source(source)) for uri in script.uris)
        calls = [call for found in urls if found is not None for call in found.calls]
    shown, rest = problems.limited(calls)
    return Reading("powershell", shown, (*found_problems, *rest)) if calls or found_problems else None
