"""The values of a call that a server may have signed."""

from __future__ import annotations

from dataclasses import dataclass

from convot_inspector.core.language import lazy_tr

EMPTY_TEXT = lazy_tr("empty text")
"""The detail of a signed literal that has no characters."""


@dataclass(frozen=True)
class Payload:
    """What a call holds that may have been signed: ``value`` is the right one, None where the call has none.

    ``fields``: every known value by its name, in the order of the call, without the hashes; ``written``: the same
    values as JSON literals. ``elsewhere``: the signed values of the other calls, by their position;
    ``foreign``: other values of the other calls, by name and position; ``unfilled``: fields like a template or a
    placeholder, by name: code may have signed just that text; ``paste``: other texts of the paste, by name and line.
    ``is_complete``: whether nothing of all this was left out because there is too much of it.
    """

    name: str
    value: str | None
    fields: tuple[tuple[str, str], ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()
    unfilled: tuple[tuple[str, str], ...] = ()
    paste: tuple[tuple[str, str], ...] = ()
    is_complete: bool = True
