"""Literal values of the notations without a syntax tree, and the identify calls in them."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import Problem
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.javascript.numbers import number_text
from convot_inspector.core.reading.limits import MAX_CALLS, MAX_FIELDS, MAX_NAMED_DEPTH, MAX_VALUES, MAX_WASTED
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convot_inspector.core.model import IdentifyCall, Kind
    from convot_inspector.core.reading.source import Source

_SURROGATES = re.compile("[\ud800-\udfff]")
_JSON_SCALARS = ("number", "boolean", "null")


@dataclass(frozen=True, slots=True)
class Literal:
    """A value with its position.

    ``text``: the value as the browser sends it, compact JSON for objects and lists, the source text of an expression.
    ``start``, ``end``: its span in the source's text. ``members``: of a mapping; a computed name is None. ``items``: of
    a list.
    """

    kind: Kind
    text: str
    start: int
    end: int
    members: tuple[tuple[str | None, Literal], ...] | None = None
    items: tuple[Literal, ...] | None = None

    @property
    def json(self) -> str:
        """The value as JSON. Meaningless for unknown values."""
        return json.dumps(self.text, ensure_ascii=False) if self.kind == "text" else self.text


def text_literal(text: str, start: int, end: int) -> Literal:
    """Return a text literal; surrogate pairs become one character, as in a browser."""
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return Literal("text", text, start, end)


def number_literal(number: float, start: int, end: int) -> Literal:
    """Return a number literal, written as JavaScript prints it; an int stays exact, NaN and infinity become null."""
    if isinstance(number, int):
        return Literal("number", str(number), start, end)
    return Literal("number" if math.isfinite(number) else "null", number_text(number), start, end)


def mapping(source: Source, members: Iterable[tuple[str | None, Literal]], start: int, end: int) -> Literal:
    """Return an object literal: compact JSON if all members are known, otherwise an expression."""
    content = tuple(members)
    parts: dict[str, str] = {}
    for name, value in content:
        if name is None or not _is_known(value):
            return Literal("expression", source.text[start:end], start, end, members=content)
        parts[json.dumps(name, ensure_ascii=False)] = value.json
    written = "{" + ",".join(f"{name}:{value}" for name, value in parts.items()) + "}"
    return Literal("object", written, start, end, members=content)


def sequence(source: Source, items: Iterable[Literal], start: int, end: int) -> Literal:
    """Return a list literal: compact JSON if all items are known, otherwise an expression."""
    content = tuple(items)
    if not all(map(_is_known, content)):
        return Literal("expression", source.text[start:end], start, end, items=content)
    return Literal("object", "[" + ",".join(item.json for item in content) + "]", start, end, items=content)


def calls_in(source: Source, root: Literal, *, last_wins: bool = True) -> Iterator[IdentifyCall | Problem]:
    """Yield a call for each outermost mapping that has an identity field, in the order of the text.

    ``last_wins``: of members with the same name; see ``make_call``.
    """
    pending = [root]
    while pending:
        literal = pending.pop()
        if literal.members is not None and _is_payload(literal):
            if len(literal.members) > MAX_FIELDS:
                yield problems.at(source, literal.start, "too-large")
                continue
            entries = _entries(literal)
            if in_quotes(source.text, literal.start):
                entries = [_ambiguous(source.text, entry) for entry in entries]
            yield make_call(source, entries, literal.start, literal.end, last_wins=last_wins)
            continue
        inside = literal.items or tuple(value for _, value in literal.members or ())
        pending.extend(reversed(inside))


def _is_payload(literal: Literal) -> bool:
    """Return whether a mapping has an identity field that is not an object, as it is in a JSON schema."""
    members = literal.members or ()
    return any(name in IDENTITY_FIELDS and value.members is None for name, value in members)


def in_quotes(text: str, start: int) -> bool:
    """Return whether the object at ``start`` is inside single quotes or backticks.

    Then a backslash in it is ambiguous: an escape if the text is code, a literal character if it is a log.
    """
    return text[max(0, start - 9) : start].rstrip("[ ")[-1:] in ("'", "`") if start else False


def _ambiguous(text: str, entry: Entry) -> Entry:
    written = text[entry.start : entry.end]
    return entry._replace(value=written, kind="expression") if "\\" in written else entry


def starts_as_object(text: str) -> int | None:
    """Return the index of the object that the text begins with; None if it begins with something else.

    If that object cannot be read, the objects inside of it must not be reported in its place.
    """
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    return start if text[start : start + 1] == "{" else None


class Collector:
    """Accumulator of calls and problems up to ``MAX_CALLS``, ``MAX_VALUES`` and ``MAX_WASTED``."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._calls: list[IdentifyCall] = []
        self._problems: list[Problem] = []
        self._values = self._wasted = 0
        self._rest: Problem | None = None

    def add(self, found: Iterable[IdentifyCall | Problem]) -> bool:
        """Add calls and problems; return whether there were any."""
        before = len(self._calls) + len(self._problems)
        for one in found:
            if len(self._calls) + len(self._problems) >= MAX_CALLS:
                self._rest = self._rest or problems.more_calls(one)
                break
            if isinstance(one, Problem):
                self._problems.append(one)
            else:
                self._calls.append(one)
                self._values += len(one.fields)
        return len(self._calls) + len(self._problems) > before

    def waste(self, characters: int) -> None:
        """Count characters that were read without finding anything."""
        self._wasted += characters + 1

    def leave_out(self, place: int) -> None:
        """Note that the text is not read from index ``place`` on, or a piece of it there."""
        self._rest = self._rest or problems.at(self._source, place, "too-large", "more-calls")

    def is_full(self, place: int) -> bool:
        """Return whether a limit is reached at index ``place``, so that what follows is left out."""
        is_full = (
            len(self._calls) + len(self._problems) >= MAX_CALLS
            or self._values > MAX_VALUES
            or self._wasted > MAX_WASTED
        )
        if is_full:
            self.leave_out(place)
        return is_full

    def reading(self, format_: str) -> Reading | None:
        """Return what was collected, with a "too-large" problem where something was left out; None if nothing was."""
        if not self._calls and not self._problems:
            return None
        rest = (self._rest,) if self._rest is not None else ()
        return Reading(format_, tuple(self._calls), (*self._problems, *rest))


class Openings:
    """Iterator over the starts of literals in a text, without those inside of literals that were already read.

    The caller sets ``read_to`` to the end of what it has read. The iteration ends when ``collector`` is full.
    ``root``: the index of the object that the text begins with, if any; unless it was read, the iteration ends after
    it, so that no object inside of it is reported in its place.
    ``start_of``: the start of the literal at a match of ``opening``.
    """

    def __init__(
        self,
        source: Source,
        opening: re.Pattern[str],
        collector: Collector,
        *,
        root: int | None = None,
        start_of: Callable[[re.Match[str]], int] = re.Match.start,
    ) -> None:
        self.read_to = 0
        self._matches = opening.finditer(source.text)
        self._collector, self._root, self._start_of = collector, root, start_of

    def __iter__(self) -> Iterator[int]:
        for found in self._matches:
            start = self._start_of(found)
            if start < self.read_to:
                continue
            is_inside_root = self._root is not None and self.read_to <= self._root < start
            if is_inside_root or self._collector.is_full(start):
                return
            yield start


def collect_literals(
    source: Source, opening: re.Pattern[str], read: Callable[[int], Literal | None], collector: Collector
) -> list[int]:
    """Collect the calls of every literal in the text; return where the literals with calls start.

    ``read`` reads the literal at a match of ``opening``; None ends the search. Matches inside of it are skipped.
    """
    starts = []
    openings = Openings(source, opening, collector)
    for start in openings:
        try:
            literal = read(start)
        except NotThisNotationError as error:
            collector.waste(max(error.at - start, 0))
            continue
        except TooDeepError:
            collector.add([problems.at(source, start, "too-deep")])
            break
        if literal is None:
            break
        openings.read_to = literal.end
        if collector.add(calls_in(source, literal)):
            starts.append(start)
    return starts


def _is_known(literal: Literal) -> bool:
    return literal.kind in ("text", "object", *_JSON_SCALARS)


def _entries(obj: Literal) -> list[Entry]:
    entries: list[Entry] = []
    for name, value in obj.members or ():
        if name is None:  # `**rest` and `[name] => …` can set any field, and override those before
            known = dict.fromkeys((*(entry.name for entry in entries), *IDENTITY_FIELDS))
            entries = [Entry(each, value.text, "expression", value.start, value.end) for each in known]
        else:
            _add(entries, name, value, depth=1)
    return entries


def _add(entries: list[Entry], name: str, value: Literal, depth: int) -> None:
    entries.append(Entry(name, value.text, value.kind, value.start, value.end))
    if depth > MAX_NAMED_DEPTH or len(entries) > MAX_VALUES:
        return
    for inner, member in value.members or ():
        if inner is not None:
            _add(entries, f"{name}.{inner}", member, depth + 1)
