"""The same text in another spelling: white space, letter case, invisible characters, Unicode forms."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.explaining.changes import Changed

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ENDS = (
    ("\n", "with a line feed at the end"),
    ("\r\n", "with a carriage return and line feed at the end"),
    (" ", "with a space at the end"),
    ("\t", "with a tab at the end"),
    ("\r", "with a carriage return at the end"),
    ("\u00a0", "with a no-break space at the end"),
    ("\n\n", "with two line feeds at the end"),
)
_STARTS = (
    (" ", "with a space at the start"),
    ("\n", "with a line feed at the start"),
    ("\t", "with a tab at the start"),
    ("\u00a0", "with a no-break space at the start"),
)


def whitespace(value: str) -> Iterator[Changed]:
    """White space added or taken away at the ends."""
    for added, detail in _ENDS:
        yield value + added, detail
    for added, detail in _STARTS:
        yield added + value, detail
    yield f" {value} ", "with spaces at both ends"
    for stripped, detail in (
        (value.strip(), "without the white space at its ends"),
        (value.rstrip(), "without the white space at its end"),
        (value.lstrip(), "without the white space at its start"),
        (value.rstrip("\n"), "without the line feed at its end"),
        (value.strip(" "), "without the spaces at its ends"),
    ):
        yield stripped, detail


def case(value: str) -> Iterator[Changed]:
    """Other letter cases."""
    yield value.lower(), "in lower case"
    yield value.upper(), "in upper case"
    if "@" in value:
        local, _, domain = value.rpartition("@")
        yield f"{local}@{domain.lower()}", "with the domain in lower case"
        yield f"{local.lower()}@{domain}", "with the part before @ in lower case"
        yield f"{local}@{domain.upper()}", "with the domain in upper case"
    yield value[:1].upper() + value[1:], "with the first letter in upper case"
    yield value.capitalize(), "with only the first letter in upper case"
    yield value.title(), "with a capital for each word"
    yield re.sub(r"(?:^|\s)\S", lambda found: found[0].upper(), value), "with a capital for each word"
    yield value[:1].lower() + value[1:], "with the first letter in lower case"
    yield value.casefold(), "folded to lower case"


def invisible(value: str) -> Iterator[Changed]:
    """Invisible characters added, taken away or replaced."""
    yield _INVISIBLE.sub("", value), "without its invisible characters"
    yield value.replace("\u00a0", " "), "with spaces for no-break spaces"
    yield value.replace("\u00a0", ""), "without its no-break spaces"
    yield _INVISIBLE.sub("", value).replace("\u00a0", " "), "without invisible characters, spaces for no-break ones"
    yield value.replace(" ", "\u00a0"), "with no-break spaces for spaces"
    for character, name in (
        ("\ufeff", "a byte order mark"),
        ("\u200b", "a zero-width space"),
        ("\u200e", "a left-to-right mark"),
        ("\u2060", "a word joiner"),
        ("\u200d", "a zero-width joiner"),
        ("\u200c", "a zero-width non-joiner"),
        ("\u00ad", "a soft hyphen"),
        ("\0", "a NUL"),
    ):
        yield character + value, f"with {name} at the start"
        yield value + character, f"with {name} at the end"
    yield f"\u202a{value}\u202c", "with marks of the writing direction around it"


def unicode_form(value: str) -> Iterator[Changed]:
    """Other Unicode forms of the same text, and of its domain."""
    if not value.isascii():
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            yield unicodedata.normalize(form, value), form
    at = value.rfind("@") + 1
    for convert, detail in ((_to_idna, "the domain as xn--…"), (_from_idna, "the domain not as xn--…")):
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
