"""Texts of the paste outside of the call that may have been signed: literals, attributes, addresses, ids, numbers."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = r"(?:(?P<name>[A-Za-z_@:$][\w.:-]{0,60})[\"']?\s{0,3}(?:=>|[:=])\s{0,3})?"
_QUOTED = r"\"(?P<double>[^\"\n<>]{1,200})\"|'(?P<single>[^'\n<>]{1,200})'|`(?P<back>[^`\n<>]{1,200})`"
_BARE = r"(?P<bare>[^\s\"'`<>(){}\[\],;=&?]{1,200})"
_TEXT = re.compile(f"{_NAMED}(?:{_QUOTED}|{_BARE})|>(?P<inner>[^<>\\n]{{1,200}})<")
_SPEAKS = re.compile(r"[@\d]|\.\w")  # an address, a domain, an id or a number; other bare words are prose or code
MOST_TEXTS = 1_000
_MOST_LOOKED_AT = 6_000  # most of them are there already, or words
_NEAR = 4 * 1024  # characters before and after ``size`` characters of the text
_WINDOW = 96 * 1024


class PasteTexts(NamedTuple):
    """Texts, each with its name or place. ``is_complete``: whether no text of the paste was left out."""

    texts: tuple[tuple[str, str], ...]
    is_complete: bool


def paste_texts(text: str, at: int, size: int) -> PasteTexts:
    """Return the texts in and around a part of the text, each once: at most ``MOST_TEXTS``.

    First those in the part of ``size`` characters that starts at ``at``, then those behind it, then those before it.
    """
    near, behind = text.rfind("\n", 0, max(at - _NEAR, 0)) + 1, at + size + _NEAR
    far = text.rfind("\n", 0, max(at - _WINDOW, 0)) + 1
    found: dict[str, str] = {}
    looked_at = 0
    is_complete = far == 0 and at + _WINDOW >= len(text)
    for start, end in ((near, behind), (behind, at + _WINDOW), (far, near)):
        line, counted = text.count("\n", 0, start) + 1, start
        for match in islice(_TEXT.finditer(text, start, end), _MOST_LOOKED_AT - looked_at):
            looked_at += 1
            line, counted = line + text.count("\n", counted, match.start()), match.start()
            for value in _values(match):
                if value not in found:
                    found[value] = _place(match["name"], line)
            if len(found) >= MOST_TEXTS:
                break
        if len(found) >= MOST_TEXTS or looked_at >= _MOST_LOOKED_AT:
            is_complete = False
            break
    return PasteTexts(tuple((place, value) for value, place in found.items()), is_complete)


def _values(match: re.Match[str]) -> Iterator[str]:
    whole = match["double"] or match["single"] or match["back"]
    if whole is not None:
        yield whole
        if whole != whole.strip():
            yield whole.strip()
    elif match["inner"] is not None:
        yield match["inner"].strip()
    elif _SPEAKS.search(match["bare"]):
        yield match["bare"]
        yield match["bare"].rstrip(".:!")


def _place(name: str | None, line: int) -> str:
    if name is not None:
        return lazy_tr("{name} at line {line}", name=name, line=str(line))
    return lazy_tr("a text at line {line}", line=str(line))
