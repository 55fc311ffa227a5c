"""Texts of the paste outside of the call that may have been signed: literals, attributes, addresses, ids, numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = r"(?:(?P<name>[A-Za-z_@:$][\w.:-]{0,60})[\"']?\s{0,3}(?:=>|[:=])\s{0,3})?"
_QUOTED = r"\"(?P<double>[^\"\n<>]{1,200})\"|'(?P<single>[^'\n<>]{1,200})'|`(?P<back>[^`\n<>]{1,200})`"
_BARE = r"(?P<bare>[^\s\"'`<>(){}\[\],;=&?]{1,200})"
_TEXT = re.compile(f"{_NAMED}(?:{_QUOTED}|{_BARE})|>(?P<inner>[^<>\\n]{{1,200}})<")
_SPEAKS = re.compile(r"[@\d]|\.\w")  # an address, a domain, an id or a number; other bare words are prose or code
_MOST = 1_000
_WINDOW = 96 * 1024  # characters before and after a call that are searched


def paste_texts(text: str, at: int) -> tuple[tuple[str, str], ...]:
    """Return the texts around the position ``at``, each once, with its name or place: at most 1,000."""
    start = text.rfind("\n", 0, max(at - _WINDOW, 0)) + 1
    found: dict[str, str] = {}
    line, counted = text.count("\n", 0, start) + 1, start
    for match in _TEXT.finditer(text, start, at + _WINDOW):
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        for value in _values(match):
            if value not in found:
                found[value] = _place(match["name"], line)
        if len(found) >= _MOST:
            break
    return tuple((place, value) for value, place in found.items())


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
