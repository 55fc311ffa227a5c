"""JavaScript: ``Convot.identify({…})`` anywhere in a text, and a bare object. Read, never executed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import IdentifyCall, Problem
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.call_places import call_places, is_inert, is_passed_on, passes_something
from convot_inspector.core.reading.javascript.call_reader import ONLY_MENTIONED, WHOLE, Piece, first_error
from convot_inspector.core.reading.javascript.plain_call import read_plain_call
from convot_inspector.core.reading.javascript.strings import string_inside
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.limits import MAX_CALLS, MAX_PAGE, MAX_VALUES
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convot_inspector.core.reading.source import Source

# All in characters. Up to WHOLE the whole text is parsed, so that comments and strings are recognized. In longer
# texts, and where the rest is not JavaScript, parsing starts at the call, with the first of _WINDOWS that holds all of
# it. Text that is not JavaScript takes fifty times as long to parse, hence the limit on pieces parsed in vain.
_WINDOWS = (2 * 1024, 16 * 1024, 96 * 1024)
_MOST_IN_VAIN = 128 * 1024
_CONTEXT = 1024  # of the call's line before it, which may begin with //
_MOST_INERT = 20
_FENCE = "```"


def read_calls(source: Source) -> Reading | None:
    """Return every call in the text with its position; None if no place looks like one."""
    plain = read_plain_call(source)
    return read_by_grammar(source) if plain is None else Reading("javascript", (plain,))


def read_by_grammar(source: Source) -> Reading | None:
    """Return the same as ``read_calls``, with the help of syntax trees only."""
    text = source.text
    whole: Piece | None = None
    named: Piece | None = None  # all of a long text, which is parsed only to look up names
    calls: list[IdentifyCall] = []
    found_problems: list[Problem] = []
    inert: list[int] = []
    read_to = in_vain = values = 0
    for place in call_places(text):
        if place < read_to:
            continue  # inside the previous call
        if len(calls) + len(found_problems) >= MAX_CALLS or in_vain > _MOST_IN_VAIN or values > MAX_VALUES:
            found_problems.append(problems.at(source, place, "too-large", "more-calls"))
            break
        if whole is None and len(text) <= WHOLE:
            whole = Piece(source, 0, len(text))
        if whole is not None and is_inert(whole.tree, place):
            inert.append(place)
            continue
        answer, end = whole.read(place) if whole is not None else (None, place)
        if answer is None or (isinstance(answer, Problem) and passes_something(text, place)):
            seen = answer
            answer, end, size = _read_in_windows(source, place, place if whole is not None else read_to)
            if whole is None and len(text) <= MAX_PAGE and _needs_names(answer):
                named = named or Piece(source, 0, len(text))
                answer, end = _named(named.read(place), (answer, end))
            in_vain += 0 if isinstance(answer, IdentifyCall) else size
            if isinstance(answer, Problem) and seen is not None and seen.id == "values-elsewhere":
                answer = seen
        read = _all_of(whole, place, answer)
        calls += read
        values += sum(len(call.fields) for call in read)
        if read:
            read_to = end
        elif isinstance(answer, Problem):
            found_problems.append(answer)
    if not calls and whole is not None and all(problem.id == ONLY_MENTIONED for problem in found_problems):
        calls = list(_inert_calls(source, whole.tree, inert[:_MOST_INERT]))
    return _reading(calls, found_problems)


def _all_of(whole: Piece | None, place: int, answer: IdentifyCall | Problem | None) -> tuple[IdentifyCall, ...]:
    """Return the calls at a place: several where it is run more than once."""
    made = whole.made_at(place, answer) if whole is not None else ()
    return made or ((answer,) if isinstance(answer, IdentifyCall) else ())


def _reading(calls: list[IdentifyCall], found_problems: list[Problem]) -> Reading | None:
    # A mention, such as `if (Convot.identify)`, is reported only if there is nothing else to report.
    real = [problem for problem in found_problems if problem.id != ONLY_MENTIONED]
    if not calls and not real:
        real = found_problems[:1]
    return Reading("javascript", tuple(calls), tuple(real)) if calls or real else None


def _inert_calls(source: Source, tree: SyntaxTree, places: Iterable[int]) -> Iterator[IdentifyCall]:
    """Yield the calls in string literals: no browser runs them unless the string is passed to something that does."""
    read_to = 0
    for place in places:
        node = tree.node_at(place)
        text = node.parent if node is not None else None
        if place < read_to or text is None or text.type not in ("string", "template_string"):
            continue
        start, read_to = tree.span(text)
        if source.text[start - 2 : start + 1] == _FENCE:
            continue  # a fence of Markdown, not a template literal behind an empty one
        inside = string_inside(text, tree, source)
        found = read_calls(inside) if inside is not None else None
        for call in found.calls if found is not None else ():
            yield replace(call, runs=call.runs and is_passed_on(text))


def _stands_in_words(text: str, place: int) -> bool:
    """Return whether anything but a comment stands before a call on its line: "Here's our call: Convot.identify(…"."""
    before = text[max(text.rfind("\n", 0, place) + 1, place - _CONTEXT) : place]
    return bool(before.strip()) and "/*" not in before


def _needs_names(answer: IdentifyCall | Problem | None) -> bool:
    """Return whether the text outside the call may determine values that it passes."""
    if isinstance(answer, IdentifyCall):
        return any(
            field.kind == "expression"
            and field.name in IDENTITY_FIELDS
            and ("(" not in field.value or ".concat(" in field.value)
            for field in answer.fields.values()
        )
    return answer is not None and answer.id == "values-elsewhere"


def _named(
    found: tuple[IdentifyCall | Problem, int], before: tuple[IdentifyCall | Problem | None, int]
) -> tuple[IdentifyCall | Problem | None, int]:
    """Return what was found in the whole text if it is a call that starts where ``before`` starts, else ``before``."""
    call, known = found[0], before[0]
    is_same = isinstance(call, IdentifyCall) and (not isinstance(known, IdentifyCall) or call.start == known.start)
    return found if is_same else before


def _read_in_windows(source: Source, place: int, from_: int) -> tuple[IdentifyCall | Problem | None, int, int]:
    """Read the call at ``place`` with and then without the words before it, which may hold apostrophes."""
    answer, end, spent = _read_in_window(source, place, from_)
    if from_ < place and isinstance(answer, Problem) and _stands_in_words(source.text, place):
        again, again_end, more = _read_in_window(source, place, place)
        spent += more
        answer, end = (again, again_end) if isinstance(again, IdentifyCall) else (answer, end)
    return answer, end, spent


def _read_in_window(source: Source, place: int, from_: int) -> tuple[IdentifyCall | Problem | None, int, int]:
    """Return the call at ``place``, read from pieces of the text; its end; how many characters were parsed for it.

    A piece begins on the call's own line, not before ``from_``. The call is None if it is only mentioned there.
    """
    text = source.text
    start = max(text.rfind("\n", 0, place) + 1, place - _CONTEXT, from_)
    spent = 0
    for size in _WINDOWS:
        spent += size
        piece = Piece(source, start, place + size)
        if is_inert(piece.tree, place):
            return None, place, spent
        found, end = piece.read(place)
        goes_on = isinstance(found, Problem) and _may_be_cut(found, source.place(start)) and place + size < len(text)
        if not goes_on:
            return found, end, spent
    is_damaged = isinstance(found, Problem) and found.id == "bad-javascript"
    return found if is_damaged else problems.at(source, place, "too-large"), place, spent


def _may_be_cut(found: Problem, begin: tuple[int, int]) -> bool:
    """Return whether a piece may only lack its end: it is open, or as a whole, from its beginning, no JavaScript."""
    return found.id == "unterminated" or (found.id == "bad-javascript" and (found.line, found.column) == begin)


def object_error(source: Source) -> Problem | None:
    """Return the place where a text that starts like an object stops being one; None if it does not start like one."""
    text = source.text
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "{" or not names_identity(text):
        return None
    tree = SyntaxTree(text[start : start + WHOLE], start, in_parentheses=True)
    return first_error(tree.root, tree, source, start)


def mention(source: Source) -> Problem | None:
    """Return the first mention of a call, in a comment or a string, of a text that makes no call."""
    place = next(iter(call_places(source.text)), None)
    return None if place is None else problems.at(source, place, "no-identify-call", "only-mentioned")
