"""A text that no reader could make whole sense of, read again without what was put around it or into it on its way."""

from __future__ import annotations

from dataclasses import replace
from operator import is_not
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.mending import mended
from convot_inspector.core.reading.smart_quotes import QUOTES, straightened
from convot_inspector.core.reading.templates import holds_template, mask
from convot_inspector.core.reading.unwrap import unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.reading import Reading, Source

    Reader = Callable[[Source], Reading | None]

_LONGEST = 256 * 1024  # characters that are read a second time
# Notations that nearly any lines could be: what stands inside a wrapping says more than they do.
_LOOSE = ("lines", "notation", "form", "query", "csv", "yaml", "none")


def read_damaged(source: Source, read: Reader) -> Reading | None:
    """What ``read`` makes of the text, or of the text inside its wrapping if that says more."""
    reading = _read(source, read)
    if reading is None or not reading.calls:
        return reading
    calls = tuple(mended(call, source.text) for call in reading.calls)
    return replace(reading, calls=calls) if any(map(is_not, calls, reading.calls)) else reading


def _read(source: Source, read: Reader) -> Reading | None:
    plain = read(source)
    if is_whole(plain) or len(source.text) > _LONGEST:
        return plain
    best = _repaired(source, plain, read)
    readings = [found for inner in unwrapped(source) if (found := _repaired(inner, read(inner), read)) is not None]
    return _better(_together(readings), best)


def is_whole(reading: Reading | None) -> bool:
    """Whether nothing of it could be read better: calls without a problem, with known values, in a strict notation."""
    return (
        reading is not None
        and bool(reading.calls)
        and not reading.problems
        and reading.format not in _LOOSE
        and all(field.known for call in reading.calls for name in IDENTITY_FIELDS if (field := call.fields.get(name)))
        and not any(map(_is_curled, reading.calls))
    )


def _needs_work(reading: Reading | None, damaged: Callable[[IdentifyCall], bool]) -> bool:
    """Whether a repair can be worth it: nothing but damaged calls and problems, or a notation that takes anything."""
    if reading is None or not reading.calls or reading.problems or reading.format in _LOOSE:
        return True
    return any(map(damaged, reading.calls))


def _is_curled(call: IdentifyCall) -> bool:
    """Whether curled quotes stand where a name or a value begins: the grammar takes them for letters of a name."""
    return any(
        name[0] in QUOTES or (field.kind == "expression" and field.value[0] in QUOTES)
        for name, field in call.fields.items()
        if name and field.value
    )


def _repaired(source: Source, plain: Reading | None, read: Reader) -> Reading | None:
    """``plain``, or what is read once curled quotes and templates in the text are out of the way."""
    straight = straightened(source) if _needs_work(plain, _is_curled) else None
    if straight is not None:
        source, plain = straight, _better(read(straight), plain)
    if not _needs_work(plain, holds_template):
        return plain
    masked = mask(source)
    if masked is None:
        return plain
    found = read(masked.source)
    if found is not None:
        found = replace(found, calls=tuple(map(masked.restore, found.calls)))
        if plain is None or not (plain.calls or found.calls):
            return found  # what is wrong behind the templates, not that they are no JavaScript
    return _better(found, plain)


def _together(readings: list[Reading]) -> Reading | None:
    """The readings of several blocks as one; a block without calls has a say only where none has any."""
    with_calls = [reading for reading in readings if reading.calls]
    if not with_calls:
        return readings[0] if readings else None
    calls = tuple(call for reading in with_calls for call in reading.calls)
    troubles = tuple(problem for reading in with_calls for problem in reading.problems)
    return replace(with_calls[0], calls=calls, problems=troubles)


def _better(new: Reading | None, old: Reading | None) -> Reading | None:
    """The one that holds more; the old one if both hold the same."""
    if new is None or not new.calls:
        return old if old is not None else new
    return new if old is None or _worth(new) > _worth(old) else old


def _worth(reading: Reading) -> tuple[int, bool, int, int, int]:
    kinds = [field.kind for call in reading.calls for field in call.fields.values()]
    known = sum(field.known for call in reading.calls for name in IDENTITY_FIELDS if (field := call.fields.get(name)))
    return len(reading.calls), reading.format not in _LOOSE, -len(reading.problems), known, -kinds.count("expression")
