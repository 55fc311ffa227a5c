"""Translation of every sentence. English by default; only the window sets a translator.

A sentence is a template with named places: ``tr("Line {line}: {what}", line=3, what=text)``. It is translated before it
is filled, and what is put in is put in as it is: braces in a value mean nothing. A translation that has other places
than the English sentence is not used.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Translate = Callable[[str, str, int], str]
    """From a template, its singular ("" for none) and the number that it is about (-1 for none) to the translation."""

_PLACE = re.compile(r"\{([a-z_]{1,40})\}")
_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


class _Language:
    """The language in use, one for the program."""

    def __init__(self) -> None:
        self.translate: Translate | None = None
        self.number: Callable[[int], str] = "{:,}".format
        self.name = "en"
        self.isolates = False
        self.is_right_to_left = False


_now = _Language()


def use(
    translate: Translate | None = None,
    number: Callable[[int], str] | None = None,
    *,
    name: str = "en",
    isolates: bool = False,
    is_right_to_left: bool = False,
) -> None:
    """Set the language; without arguments, English.

    ``number``: how a whole number is written. ``name``: the language's code. ``isolates``: whether a value in
    the other writing direction is kept from turning the sentence around it, by Unicode's isolates, which a terminal may
    not know.
    """
    _now.translate = translate
    _now.number = number or "{:,}".format
    _now.name, _now.isolates, _now.is_right_to_left = name, isolates, is_right_to_left


def tr(text: str, /, **values: object) -> str:
    """Translate a sentence and fill in the values."""
    return _said(text, "", -1, values)


def plural(many: str, one: str, count: int, /, **values: object) -> str:
    """Translate a sentence about a number: ``one`` for exactly one in English; a translation has all forms it needs.

    ``{count}`` is the number in digits, unless ``count`` is among the values, such as ``number(count)``. (To Qt's tools
    the singular is the comment that tells the translator of the plural.)
    """
    return _said(many, one, count, {"count": count, **values})


def number(count: int) -> str:
    """Format a whole number with thousands separators."""
    return _now.number(count)


class LazyString(str):
    """A text that is translated late: English as a ``str``, in the language in use through ``localize``."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, str]

    def changed(self, change: Callable[[str], str]) -> LazyString:
        """Return the same text with ``change`` applied to each value."""
        return lazy_tr(self.template, **{
            name: value.changed(change) if isinstance(value, LazyString) else change(value)
            for name, value in self.values.items()
        })  # fmt: skip


def lazy_tr(template: str, /, **values: str) -> LazyString:
    """Make a text to be translated later. Cheap: a search makes thousands, of which one at most is shown."""
    return _filled_lazy(template, values) if values else _bare_lazy(template)


def _filled_lazy(template: str, values: Mapping[str, str]) -> LazyString:
    made = LazyString(template.format_map(values))  # a template of ours; braces in a value mean nothing to it either
    made.template, made.values = template, values
    return made


@lru_cache(maxsize=2_000)
def _bare_lazy(template: str) -> LazyString:
    made = LazyString(template)
    made.template, made.values = template, {}
    return made


def localize(text: str) -> str:
    """Translate a ``LazyString``; return any other text, such as a name out of the paste, as it is."""
    return tr(text.template, **text.values) if isinstance(text, LazyString) else text


def listed(parts: Iterable[str]) -> str:
    """Some things one after the other, such as names: "a, b"."""
    first, *rest = parts
    for part in rest:
        first = tr("{list}, {next}", list=first, next=part)
    return first


def both(names: Iterable[str]) -> str:
    """One name or two, each once: "a and b"."""
    first, *second = dict.fromkeys(names)
    return tr("{first} and {second}", first=first, second=second[0]) if second else first


def inside(title: str) -> str:
    """A title in the middle of a sentence: English begins it with a small letter there, others need not."""
    return title[:1].lower() + title[1:] if _now.translate is None else title


def name() -> str:
    """The language in use as HTML wants it, such as "en"."""
    return _now.name


def is_right_to_left() -> bool:
    """Whether the language in use is written from right to left."""
    return _now.is_right_to_left


def _said(text: str, one: str, count: int, values: Mapping[str, object]) -> str:
    english = one if count == 1 and one else text
    if _now.translate is not None:
        translated = _now.translate(text, one, count)
        if translated not in ("", text) and _fits(translated, english, is_counted=bool(one)):
            return _filled(translated, values)
    return _filled(english, values)


def _fits(translated: str, english: str, *, is_counted: bool) -> bool:
    """Whether a translation has the same places; of a plural, "one call" needs no number."""
    wanted, found = set(_PLACE.findall(english)), set(_PLACE.findall(translated))
    if is_counted:
        wanted, found = wanted - {"count"}, found - {"count"}
    return wanted == found


def _filled(template: str, values: Mapping[str, object]) -> str:
    if not values:
        return template
    return _PLACE.sub(lambda place: _shown(values[place[1]]) if place[1] in values else place[0], template)


def _shown(value: object) -> str:
    if isinstance(value, LazyString):
        return localize(value)
    text = str(value)
    return f"{_ISOLATE}{text}{_POP_ISOLATE}" if _now.isolates and _turns(text) else text


def _turns(text: str) -> bool:
    """Whether a text could turn the sentence around it, or be turned by it."""
    if text.isascii():
        return _now.is_right_to_left and any(map(str.isalpha, text))
    return _now.is_right_to_left or any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
