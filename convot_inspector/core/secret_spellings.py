"""Other spellings of secrets and hashes in a text: encoded, escaped, reversed, or with other characters in between.

A text is reduced to its hex digits (as it is, and with its escapes undone) and to its base64 letters; whatever stands
between them is left out. That 64 certain digits follow each other there by chance is as unlikely as guessing the
secret.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_HEX = b"0123456789abcdefABCDEF"
_NOT_HEX = bytes(byte for byte in range(256) if byte not in _HEX)
_NOT_BASE64 = re.sub(rb"[A-Za-z0-9+/_-]", b"", bytes(range(256)))
_DIGITS, _LETTERS = re.compile("[0-9a-fA-F]+"), re.compile("[A-Za-z0-9+/_-]+")
_SECRET = re.compile("(?:[0-9a-fA-F]{2}){16,64}")
_CODE = "(?:3[0-9]|[46][1-6])"  # of a hex digit
_ESCAPE = re.compile(
    rf"%(?P<percent>{_CODE})|\\(?:u00|u\{{0{{0,4}}|U000000|x)(?P<unit>{_CODE})\}}?|\\0?(?P<octal>[0-7]{{2,3}})"
    rf"|&#0{{0,5}}(?P<decimal>4[89]|5[0-7]|6[5-9]|70|9[7-9]|10[0-2]);?|&#[xX]0{{0,5}}(?P<hex>{_CODE});?"
    # White space and invisible characters.
    r"|%(?:20|0[9aAdD]|[cC]2%[aA][0dD]|[eE]2%80%[89a-fA-F][0-9a-fA-F])"
    r"|\\(?:[abfnrtv]|u(?:000[9adAD]|00[aA][0dD]|20[0-6][0-9a-fA-F]|[fF][eE][fF][fF])|x[aA]0|x0[9aAdD]|x20)"
    r"|&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|lrm|rlm|NewLine|Tab|ZeroWidthSpace|NoBreak);"
    r"|&#(?:0{0,5}(?:9|10|13|32|160|173|8[12]\d\d|65279)|[xX]0{0,5}(?:[9aAdD]|20|[aA][0dD]|20[0-6][0-9a-fA-F]|"
    r"[fF][eE][fF][fF]));?|<w?br ?/?>|0x"
)
_ESCAPING = ("\\", "%", "&", "<br", "<wbr", "0x")
_LETTER_ESCAPE = re.compile(
    r"%2(?:(?P<plus>[bB])|(?P<slash>[fF])|0)|\\(?:[nrt]|u002(?:(?P<u_plus>[bB])|(?P<u_slash>[fF])))|%0[aAdD]"
)
_BEFORE = re.compile(r"(?:%|\\[ux]?\{?0{0,6}|\\U0000|&#[xX]?0{0,5}|0x)\Z")
_BEHIND = re.compile(r"[;}]?")
_DECIMAL = {chr(code): str(code) for code in _HEX}
_PADDED = {chr(code): f"{code:03}" for code in _HEX}
_OCTAL = {chr(code): f"{code:o}" for code in _HEX}
_GRAM = 16  # characters
_LONG = 4_096  # characters of a reduced text from which on its grams are looked up first

Places = list[tuple[int, int]]


class Spellings:
    """Finds certain texts of hex digits in any spelling. Its ``repr`` is the default one and shows none of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take texts of 32 to 128 hex digits; others are left out."""
        wanted = tuple(dict.fromkeys(text.lower() for text in texts if _SECRET.fullmatch(text)))
        self._digits = tuple(sorted({needle for text in wanted for needle in _in_digits(text)}, key=len))
        self._letters = tuple(sorted({needle for text in wanted for needle in _in_base64(text)}, key=len))

    def contain(self, text: str) -> bool:
        """Return whether a text contains one of them."""
        if not self._digits:
            return False
        if _any_in(self._digits, _digits_of(text)) or _any_in(self._letters, _letters_of(text)):
            return True
        if not any(mark in text for mark in _ESCAPING):
            return False
        if _any_in(self._digits, _digits_of(_ESCAPE.sub(_digit, text))):
            return True
        return ("\\" in text or "%" in text) and _any_in(self._letters, _letters_of(_LETTER_ESCAPE.sub(_letter, text)))

    def places(self, text: str) -> Places:
        """Return where they stand, each with the escapes around it; the places may overlap."""
        if not self.contain(text):
            return []
        digits = [(found.start(), found[0].lower()) for found in _DIGITS.finditer(text)]
        letters = [(found.start(), found[0]) for found in _LETTERS.finditer(text)]
        unescaped = [(at, piece.lower()) for at, piece in _pieces(text, _ESCAPE, _digit, _DIGITS)]
        unescaped_letters = [*_pieces(text, _LETTER_ESCAPE, _letter, _LETTERS)]
        found = [
            *_found(self._digits, digits),
            *_found(self._letters, letters),
            *_found(self._letters, unescaped_letters),
            *((start, max(end, _end_of_piece(text, end))) for start, end in _found(self._digits, unescaped)),
        ]
        return [_with_escape(text, start, end) for start, end in found]


def _turned(text: str) -> Iterator[str]:
    """Yield a text, and it backwards by digits and by bytes."""
    yield text
    yield text[::-1]
    yield bytes.fromhex(text)[::-1].hex()


def _in_digits(text: str) -> Iterator[str]:
    """Yield what is left of a text in each of its spellings if only its hex digits remain."""
    yield from _turned(text)
    for cased in (text, text.upper()):
        yield cased.encode().hex()  # hex, %33, \\x33, &#x33;, \\u{33}
        yield cased.encode("utf-16-be").hex()[2:]  # \\u0033, and UTF-16LE
        yield cased.encode("utf-32-be").hex()[6:]
        yield "".join([_DECIMAL[digit] for digit in cased])  # &#51;, [51, …]
        yield "".join([_PADDED[digit] for digit in cased])
        yield "".join([_OCTAL[digit] for digit in cased])
    data = bytes.fromhex(text)
    yield "".join(map(str, data))
    yield "".join([str(byte if byte < 128 else 256 - byte) for byte in data])


def _in_base64(text: str) -> Iterator[str]:
    """Yield the middle of the base64 of a text and of its bytes, whatever is encoded before and behind it."""
    data = bytes.fromhex(text)
    for content in (text.encode(), text.upper().encode(), text[::-1].encode(), text.encode("utf-16-le"), data):
        for before in range(3):
            encoded = base64.b64encode(b"\0" * before + content)
            middle = encoded[(0, 2, 3)[before] : (len(content) + before) // 3 * 4]
            yield middle.decode()
            if content is data:
                yield middle.translate(bytes.maketrans(b"+/", b"-_")).decode()


def _any_in(needles: tuple[str, ...], text: str) -> bool:
    if len(text) < _LONG:
        for needle in needles:  # the shortest first; three times as fast as any()
            if len(needle) > len(text):
                break
            if needle in text:
                return True
        return False
    # A needle covers one of these grams if none of its own lengths is shorter than two grams.
    step = len(needles[0]) - _GRAM + 1
    grams = {text[at : at + _GRAM] for at in range(0, len(text), step)}
    return any(needle in text for needle in needles if any(needle[at : at + _GRAM] in grams for at in range(step)))


def _digits_of(text: str) -> str:
    return text.encode("ascii", "ignore").translate(None, _NOT_HEX).lower().decode()


def _letters_of(text: str) -> str:
    return text.encode("ascii", "ignore").translate(None, _NOT_BASE64).decode()


def _letter(found: re.Match[str]) -> str:
    """Return the sign of base64 that an escape stands for, and nothing for white space."""
    if found["plus"] or found["u_plus"]:
        return "+"
    return "/" if found["slash"] or found["u_slash"] else ""


def _digit(found: re.Match[str]) -> str:
    """Return the hex digit that an escape stands for, and nothing for any other."""
    code = found["percent"] or found["unit"] or found["hex"]
    if code is not None:
        return chr(int(code, 16))
    if found["decimal"] is not None:
        return chr(int(found["decimal"]))
    character = chr(int(found["octal"], 8)) if found["octal"] is not None else ""
    return character if _DIGITS.fullmatch(character) else ""


def _pieces(
    text: str, escape: re.Pattern[str], undo: Callable[[re.Match[str]], str], kept: re.Pattern[str]
) -> Iterator[tuple[int, str]]:
    """Yield what is kept of a text with its escapes undone, each run with the index where it begins."""
    at = 0
    for found in escape.finditer(text):
        yield from ((run.start(), run[0]) for run in kept.finditer(text, at, found.start()))
        character = undo(found)
        if character:
            yield found.start(), character
        at = found.end()
    yield from ((run.start(), run[0]) for run in kept.finditer(text, at))


def _end_of_piece(text: str, end: int) -> int:
    """Return where the escape that begins before an index ends."""
    found = _ESCAPE.match(text, end - 1)
    return found.end() if found is not None else end


def _found(needles: Iterable[str], runs: list[tuple[int, str]]) -> Places:
    """Return where needles stand in joined runs: indices into the text that the runs come from."""
    joined = "".join(run for _, run in runs)
    places: Places = []
    for needle in needles:
        start = joined.find(needle)
        while start >= 0:
            places.append((start, start + len(needle)))
            start = joined.find(needle, start + len(needle))
    if not places:
        return []
    index = _Index(runs)
    return [(index.of(start), index.of(end - 1) + 1) for start, end in places]


class _Index:
    """Indices of joined runs into the text that they come from."""

    def __init__(self, runs: list[tuple[int, str]]) -> None:
        self._starts: list[int] = []
        self._places: list[int] = []
        length = 0
        for place, run in runs:
            self._starts.append(length)
            self._places.append(place)
            length += len(run)

    def of(self, at: int) -> int:
        from bisect import bisect_right

        run = bisect_right(self._starts, at) - 1
        return self._places[run] + at - self._starts[run]


def _with_escape(text: str, start: int, end: int) -> tuple[int, int]:
    before = _BEFORE.search(text, max(0, start - 12), start)
    behind = _BEHIND.match(text, end)
    return before.start() if before is not None else start, behind.end() if behind is not None else end


def merged(places: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return places in their order, those that overlap as one."""
    whole: Places = []
    for start, end in sorted(places):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)
