"""Pieces of a text, in the order in which they are tried as the value that was hashed."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.reading.data.invisible import INVISIBLE
from convot_inspector.core.reading.evidence.decodings import decodings, has_references
from convot_inspector.core.reading.evidence.pieces import Piece, is_quoted, lines_of, pieces_of_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convot_inspector.core.reading.evidence.hashes import HashSighting

_NEAREST, _NEAR = 300, 3_000  # characters before and after a hash that are split into all their pieces, one by one
_WHOLE = 48 * 1024  # characters; a text up to this length is split as a whole
MOST_VALUES = 20_000
_MOST_FAR = 10_000
_MOST_SEPARATORS = 30_000

# Patterns that look like an identity anywhere in a text.
_BEFORE_AT = re.compile(r"[^\s@<>()\[\]{},;:\"|=&?]{1,64}\Z")
_BEHIND_AT = re.compile(r"[^\s@<>()\[\]{},;:\"'|=&?/\\]{1,255}")
_UNMARKED = re.compile(f"\\A[{INVISIBLE}]+|[{INVISIBLE}]+\\Z")
_DOMAIN = re.compile(r"\.myshopify\.com", re.IGNORECASE)
_LABEL = re.compile(r"[A-Za-z0-9-]{1,63}\Z")
_QUOTED = re.compile(
    r"\"([^\"\r\n]{1,400})\"|'([^'\r\n]{1,400})'|`([^`\r\n]{1,400})`|>([^<>\r\n]{1,400})<|“([^”\r\n]{1,400})”|«([^»\r\n]{1,400})»"
)
# Names that announce an identity, and what is between them and a separator; looked for from the separators, which are
# fewer than the letters that these may begin with.
_SEPARATOR = re.compile(r"[:=>|](?!>)")
_NAME_BEFORE = re.compile(r"(?i)(?:mail|external.?id|user.?id|customer.?id|shop|store|\bid)[\"'`*\])]{0,3}\s{0,9}=?\Z")
_LONGEST_NAME = 24
_REST_OF_LINE = re.compile(r"\s{0,9}([^\r\n]{1,200})")
_NUMBER = re.compile(r"\d(?<![\w.]\d)\d{0,19}(?![\w.])")


_CELL_END = re.compile(r"[\t|;,<>(){}\[\]│┃║：；，。、（）「」《》]|: |=>?|\s{2,}")
# HTML's and XML's tags, Slack's links, and quotes that are written as references.
_TAG = re.compile(
    r"</[A-Za-z][\w:-]{0,40}\s{0,9}>|<[A-Za-z][\w:-]{0,40}\s[^<>]{0,400}=\s?[\"']|<(?:mailto:|https?:)|&(?:quot|#34|#x22);"
)
# All of what follows a name, in brackets that may belong to the value: ``externalId={1bac1dfc-…}``.
_BRACKETED = re.compile(
    r"[=:>]\s{0,3}(\{[^{}\r\n]{1,200}\}|\[[^\[\]\r\n]{1,200}\]|\([^()\r\n]{1,200}\)|<[^<>\r\n]{1,200}>)"
)
_WORD = re.compile(r"\S{1,400}")
_ESCAPED = re.compile(r'"((?:[^"\\\r\n]|\\.){1,400})"|(?<!\\)\\"([^\r\n]{1,400}?)(?<!\\)\\"')
_BEHIND_NAME = re.compile(r"\W{0,9}[^\W\d][\w.-]{0,60}[:=]{1,2}(.+)")
# What programs print for no value: a hash of one of them is that of a mistake, and no visitor is called so.
_NO_VALUES = frozenset(("undefined", "null", "none", "nil", "nan", "true", "false"))
_SENTENCE_END = ".,;:!?。，；：！？、"
_MOST_STRIKING = 24
_MOST_LIKELY = 40
_MOST_WORDS = 12
_NEAR_WORDS = 200  # characters before and after a hash


class ValueSighting(NamedTuple):
    """A text that may be the signed value, from ``start`` to ``end``; ``how`` it was decoded, "" if it was not."""

    text: str
    start: int
    end: int
    how: str = ""


def value_sightings(
    text: str, hashes: Sequence[HashSighting], cut: Callable[[], None] = lambda: None
) -> Iterator[ValueSighting]:
    """Yield texts that may be a value, without duplicates: those like an identity first, then by distance from a hash.

    At most ``MOST_VALUES``. The hashes themselves are not among them. ``cut`` is called if pieces are left out.
    """
    seen: set[str] = set()
    made = 0
    is_html = _TAG.search(text) is not None
    for piece in _all_pieces(text, hashes, cut):
        if piece.text in seen:
            continue
        for value in _with_decodings(piece, is_html=is_html):
            if value.text in seen or not value.text:
                continue
            seen.add(value.text)
            yield value
            made += 1
            if made >= MOST_VALUES:
                cut()
                return


def likely_values(text: str, sighting: HashSighting) -> list[ValueSighting]:
    """Return the few texts around a hash that look most like an identity, nearest first.

    Addresses and shop domains, named or quoted texts, numbers, and the content of lines and cells.
    """
    start, end = _windows(text, [sighting])[0]
    is_html = _TAG.search(text, start, end) is not None
    window = text[start:end]
    striking = [Piece(piece.text, start + piece.start, start + piece.end) for piece in _striking(window)]
    others = [Piece(piece.text, start + piece.start, start + piece.end) for piece in _far(window)]
    others += [Piece(found[1], *found.span(1)) for found in _BRACKETED.finditer(text, start, end)]
    cells = [
        piece
        for line_start, line_end in lines_of(text, start, end)
        for begin, stop in _cells(text, line_start, line_end)
        for piece in _without_sentence(Piece(text[begin:stop].strip(), begin, stop))
    ]
    words = [
        piece
        for found_ in _WORD.finditer(
            text, max(start, sighting.start - _NEAR_WORDS), min(end, sighting.end + _NEAR_WORDS)
        )
        for piece in _without_sentence(Piece(found_[0], found_.start(), found_.end()))
    ]
    found: dict[str, ValueSighting] = {}
    for pieces, most in ((striking, _MOST_STRIKING), ([*others, *cells], _MOST_LIKELY), (words, _MOST_WORDS)):
        room = len(found) + most
        for piece in sorted(pieces, key=lambda piece: abs(piece.start - sighting.start)):
            for value in _with_decodings(piece, is_html=is_html):
                if value.text and value.text != sighting.text and len(found) < room:
                    found.setdefault(value.text, value)
    return list(found.values())


def _without_sentence(piece: Piece) -> Iterator[Piece]:
    """Yield a piece, and before it the piece without the name before it and the sentence's own signs around it."""
    named = _BEHIND_NAME.fullmatch(piece.text)
    if named is not None:
        yield from _without_sentence(Piece(named[1], piece.start + named.start(1), piece.end))
    text = piece.text.rstrip(_SENTENCE_END)
    bare = _without_bracket(text)
    if bare != text:
        start = piece.start + text.index(bare)
        yield Piece(bare, start, start + len(bare))
    if text and len(text) < len(piece.text):
        yield Piece(text, piece.start, piece.start + len(text))
    yield piece


def _without_bracket(text: str) -> str:
    """Return a word without the bracket that the sentence opens before it or closes behind it."""
    for opening, closing in ("()", "[]", "{}", "<>", "（）", "「」"):
        if text.endswith(closing) and text.count(closing) > text.count(opening):
            text = text[:-1].rstrip(_SENTENCE_END)
        if text.startswith(opening) and text.count(opening) > text.count(closing):
            text = text[1:]
    return text


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces between signs that may end a cell, also with braces around them, as those of a UUID."""
    at = start
    for found in _CELL_END.finditer(text, start, end):
        yield at, found.start()
        if found[0] == "}" and at > start and text[at - 1] == "{":
            yield at - 1, found.end()
        at = found.end()
    yield at, end


def _with_decodings(piece: Piece, *, is_html: bool) -> Iterator[ValueSighting]:
    """Yield the piece as it stands and decoded, but not with quotes around it.

    They belong to the text around it; a server that signs them too makes a mistake (``value-quoted``). So do the
    character references of a text with HTML's tags.
    """
    if is_quoted(piece.text) or piece.text.lower() in _NO_VALUES:
        return
    if not is_html or not has_references(piece.text):
        yield ValueSighting(piece.text, piece.start, piece.end)
    for decoded, how in decodings(piece.text):
        if not is_quoted(decoded) and decoded.strip("\r\n") == decoded:  # a line's end is the text's own
            yield ValueSighting(decoded, piece.start, piece.end, how)


def _all_pieces(text: str, hashes: Sequence[HashSighting], cut: Callable[[], None]) -> Iterator[Piece]:
    yield from _striking(text)
    yield from _split(text, _windows(text, hashes, _NEAREST), cut)
    yield from _far(text)
    yield from _split(text, _windows(text, hashes, _NEAR), cut)
    if len(text) <= _WHOLE:
        yield from _split(text, [(0, len(text))], cut)
    else:
        cut()


def _split(text: str, windows: Sequence[tuple[int, int]], cut: Callable[[], None]) -> Iterator[Piece]:
    for start, end in windows:
        for begin, stop in lines_of(text, start, end):
            yield from pieces_of_line(text, begin, stop, cut)


def _striking(text: str) -> Iterator[Piece]:
    """Yield email addresses and shop domains anywhere in the text."""
    yield from addresses(text)
    yield from shop_domains(text)


def shop_domains(text: str) -> Iterator[Piece]:
    """Yield the shop domains in a text, bounded."""
    for found in islice(_DOMAIN.finditer(text), _MOST_FAR):
        start = found.start()
        label = _LABEL.search(text, max(0, start - 63), start)
        yield Piece(
            text[label.start() if label else start : found.end()], label.start() if label else start, found.end()
        )


def addresses(text: str) -> Iterator[Piece]:
    """Yield the email addresses in a text, bounded."""
    yield from islice(_addresses(text), _MOST_FAR)


def _addresses(text: str) -> Iterator[Piece]:
    at = text.find("@")
    while at >= 0:
        before = _BEFORE_AT.search(text, max(0, at - 64), at)
        behind = _BEHIND_AT.match(text, at + 1)
        if before is not None and behind is not None:
            start, end = before.start(), behind.end()
            yield Piece(text[start:end], start, end)
            trimmed = _UNMARKED.sub("", text[start:end]).rstrip(".!'*_~…»”’")
            if len(trimmed) < end - start:
                start = text.index(trimmed, start)
                yield Piece(trimmed, start, start + len(trimmed))
        at = text.find("@", at + 1)


def _windows(text: str, hashes: Sequence[HashSighting], near: int = _NEAR) -> list[tuple[int, int]]:
    """Return the surroundings of the hashes, ``near`` characters as whole lines, merged where they overlap."""
    windows: list[tuple[int, int]] = []
    for sighting in hashes:
        start = max(0, text.rfind("\n", 0, max(0, sighting.start - near)) + 1, sighting.start - 2 * near)
        end = text.find("\n", sighting.end + near)
        end = min(len(text) if end < 0 else end, sighting.end + 2 * near)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows


def _far(text: str) -> Iterator[Piece]:
    """Yield quoted and named texts and numbers in the rest of a long text."""
    yield from _named(text)
    for pattern in (_QUOTED, _NUMBER, *((_ESCAPED,) if "\\" in text else ())):
        for found in islice(pattern.finditer(text), _MOST_FAR):
            group = found.lastindex or 0
            start = found.start(group) + len(found[group]) - len(found[group].lstrip())
            inside = found[group].strip()
            yield Piece(inside, start, start + len(inside))


def _named(text: str) -> Iterator[Piece]:
    at = 0
    for separator in islice(_SEPARATOR.finditer(text), _MOST_SEPARATORS):
        start = separator.start()
        if start < at or not _NAME_BEFORE.search(text, max(0, start - _LONGEST_NAME), start):
            continue
        value = _REST_OF_LINE.match(text, separator.end())
        if value is not None:
            at = value.end()
            yield Piece(value[1], *value.span(1))
