"""Translation of user-visible sentences: English by default; only the window installs a translator.

A sentence is a template with named placeholders: ``tr("Line {line}: {what}", line=3, what=text)``. It is translated
before it is filled. Values are inserted literally: braces in a value have no meaning, and characters that would move or
hide something are made visible (``Shown``). A translation whose placeholders
differ from those of the English sentence is not used.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from convot_inspector.core.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Translate = Callable[[str, str, int], str]
    """Returns the translation of a template, its singular ("" if none) and its count (-1 if none)."""

_PLACEHOLDER = re.compile(r"\{([a-z_]{1,40})\}")
_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


class _Language:
    """The settings of the language in use. There is one instance, set before the first sentence is made."""

    def __init__(self) -> None:
        self.translate: Translate | None = None
        self.number: Callable[[int], str] = "{:,}".format
        self.name = "en"
        self.isolates = False
        self.is_right_to_left = False


_current = _Language()


def use(
    translate: Translate | None = None,
    number: Callable[[int], str] | None = None,
    *,
    name: str = "en",
    isolates: bool = False,
    is_right_to_left: bool = False,
) -> None:
    """Switch the language of all sentences; without arguments to English, the default.

    ``number``: formats an integer. ``name``: the language code. ``isolates``: whether a value in the other writing
    direction is enclosed in Unicode's bidirectional isolates (U+2068 and U+2069), so that it does not reorder the
    sentence; a terminal may not support them.
    """
    _current.translate = translate
    _current.number = number or "{:,}".format
    _current.name, _current.isolates, _current.is_right_to_left = name, isolates, is_right_to_left


def tr(text: str, /, **values: object) -> Shown:
    """Return the sentence in the language in use, with its placeholders filled."""
    return _translate(text, "", -1, values)


def plural(many: str, one: str, count: int, /, **values: object) -> Shown:
    """Return the sentence for a count: ``one`` for exactly 1 in English; a translation has as many forms as it needs.

    ``{count}`` is the plain number, unless ``count`` is among the values, such as ``number(count)``. To Qt's tools the
    singular is the disambiguation, a comment for the translator.
    """
    return _translate(many, one, count, {"count": count, **values})


def number(count: int) -> Shown:
    """Format an integer with the thousands separators of the language in use."""
    return Shown.unchecked(_current.number(count))


class LazyString(str):
    """A phrase that is translated when it is shown: the ``str`` is English, ``localize`` returns the translation."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, str]


def lazy_tr(template: str, /, **values: str) -> LazyString:
    """Return a phrase to be translated later. A search makes thousands of them, of which at most one is shown."""
    return _lazy_with_values(template, values) if values else _lazy_constant(template)


def _lazy_with_values(template: str, values: Mapping[str, str]) -> LazyString:
    made = LazyString(template.format_map(values))  # the template is a constant; braces in values are literal
    made.template, made.values = template, values
    return made


@lru_cache(maxsize=2_000)
def _lazy_constant(template: str) -> LazyString:
    made = LazyString(template)
    made.template, made.values = template, {}
    return made


def localize(text: str) -> Shown:
    """Translate a ``LazyString``; return any other text, such as a name from the paste, as it may be shown."""
    return tr(text.template, **text.values) if isinstance(text, LazyString) else Shown(text)


def join_list(parts: Iterable[str]) -> Shown:
    """Join parts to a list in the language in use: "a, b". Raises ValueError if there are none."""
    first, *rest = map(Shown, parts)
    for part in rest:
        first = tr("{list}, {next}", list=first, next=part)
    return first


def join_names(names: Iterable[str]) -> Shown:
    """Join one or two names, without duplicates: "a and b"."""
    first, *second = dict.fromkeys(map(Shown, names))
    return tr("{first} and {second}", first=first, second=second[0]) if second else first


def mid_sentence(title: Shown) -> Shown:
    """Return a title for the middle of a sentence: in English its first letter becomes lower case."""
    return Shown.unchecked(title[:1].lower() + title[1:]) if _current.translate is None else title


def name() -> str:
    """Return the code of the language in use as in HTML's ``lang``, such as "en"."""
    return _current.name


def is_right_to_left() -> bool:
    """Return whether the language in use is written from right to left."""
    return _current.is_right_to_left


def _translate(text: str, one: str, count: int, values: Mapping[str, object]) -> Shown:
    english = one if count == 1 and one else text
    if _current.translate is not None:
        translated = _current.translate(text, one, count)
        if translated not in ("", text) and _has_same_placeholders(translated, english, is_counted=bool(one)):
            return _fill(translated, values)
    return _fill(english, values)


def _has_same_placeholders(translated: str, english: str, *, is_counted: bool) -> bool:
    """Return whether a translation has the same placeholders; a plural form such as "one call" needs no ``{count}``."""
    wanted, found = set(_PLACEHOLDER.findall(english)), set(_PLACEHOLDER.findall(translated))
    if is_counted:
        wanted, found = wanted - {"count"}, found - {"count"}
    return wanted == found


def _fill(template: str, values: Mapping[str, object]) -> Shown:
    if not values:
        return Shown.unchecked(template)
    return Shown.unchecked(
        _PLACEHOLDER.sub(lambda place: _format_value(values[place[1]]) if place[1] in values else place[0], template)
    )


def _format_value(value: object) -> str:
    if isinstance(value, LazyString):
        return localize(value)
    text = value if isinstance(value, Shown) else Shown(str(value))
    return f"{_ISOLATE}{text}{_POP_ISOLATE}" if _current.isolates and _needs_isolate(text) else text


def _needs_isolate(text: str) -> bool:
    """Return whether a text needs an isolate: its direction may differ from that of the sentence."""
    if text.isascii():
        return _current.is_right_to_left and any(map(str.isalpha, text))
    return _current.is_right_to_left or any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )
