"""Text encoded in other character sets, and text garbled by decoding it in the wrong one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.search.changes import Changed


def charset(value: str) -> Iterator[Changed]:
    """Yield the bytes of the text in other character sets."""
    for name, detail in (("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE"), ("utf-32-le", "UTF-32LE")):
        yield value.encode(name), detail
    yield b"\xff\xfe" + value.encode("utf-16-le"), lazy_tr("UTF-16LE with a byte order mark")
    yield b"\xfe\xff" + value.encode("utf-16-be"), lazy_tr("UTF-16BE with a byte order mark")
    if value.isascii():
        return
    for name, detail in (
        ("latin-1", "Latin-1"), ("cp1252", "Windows-1252"), ("iso8859-15", "Latin-9"), ("cp1250", "Windows-1250"),
        ("iso8859-2", "Latin-2"), ("cp1251", "Windows-1251"), ("cp1254", "Windows-1254"), ("shift_jis", "Shift JIS"),
        ("gbk", "GBK"), ("big5", "Big5"), ("euc-kr", "EUC-KR"), ("cp437", "CP437"), ("cp850", "CP850"),
        ("mac-roman", "Mac Roman"), ("utf-7", "UTF-7"),
    ):  # fmt: skip
        try:
            yield value.encode(name), detail
        except UnicodeError:
            yield value.encode(name, "replace"), lazy_tr("{charset}, with ? for other characters", charset=detail)
    yield value.encode("ascii", "replace"), lazy_tr("ASCII, with ? for other characters")
    yield value.encode("ascii", "ignore"), lazy_tr("ASCII, without other characters")
    units = value.encode("utf-16-le")
    yield units[::2], lazy_tr("the low byte of each UTF-16 unit")
    yield (
        bytes(63 if units[at + 1] or units[at] > 127 else units[at] for at in range(0, len(units), 2)),
        lazy_tr("ASCII, with ? for each other UTF-16 unit"),
    )
    surrogates = re.sub("[\U00010000-\U0010ffff]", _pair, value)
    yield surrogates.encode("utf-8", "surrogatepass"), lazy_tr("CESU-8, with each half of a pair on its own")


def _pair(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return chr(int.from_bytes(units[:2])) + chr(int.from_bytes(units[2:]))


def mojibake(value: str) -> Iterator[Changed]:
    """Yield UTF-8 text that was decoded in another character set, and the reverse."""
    if value.isascii():
        return
    for name, detail in (("latin-1", "Latin-1"), ("cp1252", "Windows-1252")):
        once = _misread(value, name)
        yield once, lazy_tr("UTF-8 read as {charset}", charset=detail)
        yield _misread(once, name), lazy_tr("UTF-8 read as {charset}, twice", charset=detail)
        try:
            repaired = value.encode(name).decode("utf-8")
        except UnicodeError:
            continue
        yield repaired, lazy_tr("repaired: it was UTF-8 read as {charset}", charset=detail)


def _misread(value: str, charset_: str) -> str:
    """Decode as cp1252; its five undefined bytes become the control characters of Latin-1, as programs decode them."""
    data = value.encode()
    if charset_ == "latin-1":
        return data.decode("latin-1")
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)
