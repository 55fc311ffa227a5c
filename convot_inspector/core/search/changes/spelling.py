"""The same text in another spelling: white space, letter case, invisible characters, Unicode forms."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.search.changes import Changed

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_MOST_PLACES = 80  # positions in a text where an invisible character may stand
_ENDS = (
    ("\n", lazy_tr("with a line feed at the end")),
    ("\r\n", lazy_tr("with a carriage return and line feed at the end")),
    (" ", lazy_tr("with a space at the end")),
    ("\t", lazy_tr("with a tab at the end")),
    ("\r", lazy_tr("with a carriage return at the end")),
    ("\u00a0", lazy_tr("with a no-break space at the end")),
    ("\n\n", lazy_tr("with two line feeds at the end")),
)
_STARTS = (
    (" ", lazy_tr("with a space at the start")),
    ("\r\n", lazy_tr("with a carriage return and line feed at the start")),
    ("\n", lazy_tr("with a line feed at the start")),
    ("\t", lazy_tr("with a tab at the start")),
    ("\u00a0", lazy_tr("with a no-break space at the start")),
)


def whitespace(value: str) -> Iterator[Changed]:
    """Yield the text with white space added or removed at the ends."""
    for added, detail in _ENDS:
        yield value + added, detail
    for added, detail in _STARTS:
        yield added + value, detail
    yield f" {value} ", lazy_tr("with spaces at both ends")
    for stripped, detail in (
        (value.strip(), lazy_tr("without the white space at its ends")),
        (value.rstrip(), lazy_tr("without the white space at its end")),
        (value.lstrip(), lazy_tr("without the white space at its start")),
        (value.rstrip("\n"), lazy_tr("without the line feed at its end")),
        (value.strip(" "), lazy_tr("without the spaces at its ends")),
    ):
        yield stripped, detail


def case(value: str) -> Iterator[Changed]:
    """Yield the text in other letter cases."""
    yield value.lower(), lazy_tr("in lower case")
    yield value.upper(), lazy_tr("in upper case")
    if "@" in value:
        local, _, domain = value.rpartition("@")
        yield f"{local}@{domain.lower()}", lazy_tr("with the domain in lower case")
        yield f"{local.lower()}@{domain}", lazy_tr("with the part before @ in lower case")
        yield f"{local}@{domain.upper()}", lazy_tr("with the domain in upper case")
    yield value[:1].upper() + value[1:], lazy_tr("with the first letter in upper case")
    yield value.capitalize(), lazy_tr("with only the first letter in upper case")
    yield value.title(), lazy_tr("with a capital for each word")
    yield re.sub(r"(?:^|\s)\S", lambda found: found[0].upper(), value), lazy_tr("with a capital for each word")
    yield value[:1].lower() + value[1:], lazy_tr("with the first letter in lower case")
    yield value.casefold(), lazy_tr("folded to lower case")


def invisible(value: str) -> Iterator[Changed]:
    """Yield the text with invisible characters added, removed or replaced."""
    yield _INVISIBLE.sub("", value), lazy_tr("without its invisible characters")
    yield value.replace("\u00a0", " "), lazy_tr("with spaces for no-break spaces")
    yield value.replace("\u00a0", ""), lazy_tr("without its no-break spaces")
    yield (
        _INVISIBLE.sub("", value).replace("\u00a0", " "),
        lazy_tr("without invisible characters, spaces for no-break ones"),
    )
    yield value.replace(" ", "\u00a0"), lazy_tr("with no-break spaces for spaces")
    for character, name in (
        ("\ufeff", lazy_tr("a byte order mark")),
        ("\u200b", lazy_tr("a zero-width space")),
        ("\u200e", lazy_tr("a left-to-right mark")),
        ("\u2060", lazy_tr("a word joiner")),
        ("\u200d", lazy_tr("a zero-width joiner")),
        ("\u200c", lazy_tr("a zero-width non-joiner")),
        ("\u00ad", lazy_tr("a soft hyphen")),
        ("\0", lazy_tr("a NUL")),
    ):
        yield character + value, lazy_tr("with {name} at the start", name=name)
        yield value + character, lazy_tr("with {name} at the end", name=name)
    size = len(value.encode("utf-8", "surrogatepass"))
    for width in (8, 16, 20, 24, 32, 48, 50, 64, 100, 128, 255, 256):
        if size < width:
            yield value + "\0" * (width - size), lazy_tr("with NULs to {count} bytes", count=str(width))
    yield f"\u202a{value}\u202c", lazy_tr("with marks of the writing direction around it")


def invisible_inside(value: str) -> Iterator[Changed]:
    """Yield the text with one invisible character after each of the first characters."""
    for character in "\u200b\u00ad\ufeff\u2060\u200d\u200c\u200e\u00a0":
        name = f"U+{ord(character):04X}"
        for at in range(1, min(len(value), _MOST_PLACES)):
            detail = lazy_tr("with {name} after character {number}", name=name, number=str(at))
            yield value[:at] + character + value[at:], detail


def unicode_form(value: str) -> Iterator[Changed]:
    """Yield other Unicode forms of the text and of its domain, and typographic hyphens for the plain one."""
    for hyphen in _HYPHENS:
        detail = lazy_tr("with U+{number} for -", number=f"{ord(hyphen):04X}")
        yield value.replace("-", hyphen), detail
    if not value.isascii():
        yield _HYPHEN.sub("-", value), lazy_tr("with - for typographic hyphens")
    if not value.isascii():
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            yield unicodedata.normalize(form, value), form
    at = value.rfind("@") + 1
    for convert, detail in (
        (_to_idna, lazy_tr("with the domain as xn--…")),
        (_from_idna, lazy_tr("with the domain not as xn--…")),
    ):
        changed = convert(value[at:])
        if changed is not None:
            yield value[:at] + changed, detail


def _to_idna(domain: str) -> str | None:
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return None


def _from_idna(domain: str) -> str | None:
    try:
        return domain.encode().decode("idna") if "xn--" in domain else None
    except UnicodeError:
        return None
