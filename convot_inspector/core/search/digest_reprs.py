"""The bytes that a printed form shows, for the forms in which languages print bytes."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = re.compile(r"(?<![\w.])(?:0x[0-9a-fA-F]{1,2}|-?\d{1,3})(?![\w.])")
_SCAFFOLD = re.compile(
    r"(?:new\s+)?(?:byte|u8|uint8|uint8_t|Uint8Array|Int8Array|ByteArray|bytes|bytearray|Array|List|vec!?)?"
    r"(?:\(\d+\)|\[\d*\]|\[\]byte)?\s*[\[({<]*\s*|[\s,;]*|[\])}>]*"
)
_KEYED = re.compile(r'"?\d{1,3}"?\s*:\s*')
_BUFFER = re.compile(r"<(?:Buffer|SlowBuffer)?\s*((?:[0-9a-fA-F]{2}\s*){8,64})>")
_NODE_JSON = re.compile(r'\{\s*"?type"?\s*:\s*[\'"]Buffer[\'"]\s*,\s*"?data"?\s*:\s*\[(.*)\]\s*\}', re.DOTALL)
_WORD_ARRAY = re.compile(
    r"(?:\w+\s*)?\{\s*[\"']?words[\"']?\s*:\s*\[([-\d,\s]{8,400})\]\s*,\s*[\"']?sigBytes[\"']?\s*:\s*(\d{1,2})\s*,?\s*\}"
)  # crypto-js
_BYTES = re.compile(r"(?:rb|b|B)?(['\"`])(.*)\1", re.DOTALL)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u00[0-9a-fA-F]{2}|u\{[0-9a-fA-F]{1,2}\}|[0-7]{1,3}|.)", re.DOTALL)
_SIMPLE = {"n": 10, "t": 9, "r": 13, "a": 7, "b": 8, "f": 12, "v": 11, "e": 27, "s": 32, "0": 0}
_SIZES = (16, 20, 28, 32, 48, 64)
_LONGEST = 1_000
_CALLS = (
    "Some", "Optional", "Just", "Ok", "Right", "Success", "String", "Text", "Buffer.from", "Uint8Array", "bytearray",
    "bytes", "ByteString", "HexString", "Promise.resolve", "Future.successful", "Maybe", "Value", "ok",
)  # fmt: skip
_CALL = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, _CALLS))})\s*[( ]\s*(.*?)\s*\)?|\{{:ok,\s*(.*)\}}"
    r"|(?:Optional)?\[\s*(.*)\s*\])",
    re.DOTALL,
)
_QUOTED = re.compile(r"(?:rb|b|B|u|U|r|@|:|L|f)?(\\?['\"`])(.*)\1|[\u2018\u201c](.*)[\u2019\u201d]", re.DOTALL)


def inner_texts(text: str) -> Iterator[str]:
    """Yield what is left when one printed form around a text is removed."""
    quoted = _QUOTED.fullmatch(text)
    if quoted is not None:
        yield quoted[2] if quoted[2] is not None else quoted[3]
    call = _CALL.fullmatch(text)
    if call is not None:
        yield next(inner for inner in call.groups() if inner is not None)


def shown_bytes(text: str) -> Iterator[bytes]:
    """Yield the bytes that a printed form shows, if it shows any."""
    if len(text) > _LONGEST:
        return
    buffer = _BUFFER.fullmatch(text)
    if buffer is not None:
        yield bytes.fromhex(buffer[1])
        return
    words = _WORD_ARRAY.fullmatch(text)
    if words is not None:
        yield from _words(words[1], int(words[2]))
        return
    node = _NODE_JSON.fullmatch(text)
    numbers = _numbers(node[1] if node is not None else text)
    if numbers is not None:
        yield numbers
        return
    written = _BYTES.fullmatch(text)
    inner = written[2] if written is not None else text
    if "\\" in inner:
        if text[:1] == "b":
            try:
                found = ast.literal_eval(text)
            except (ValueError, SyntaxError, MemoryError, RecursionError):
                found = None
            if isinstance(found, bytes):
                yield found
        for charset in ("latin-1", "utf-8"):
            unescaped = _unescaped(inner, charset)
            if unescaped is not None:
                yield unescaped


def _words(listed: str, size: int) -> Iterator[bytes]:
    """Read crypto-js's ``{"words": [-115, …], "sigBytes": 32}``: signed 32-bit words, most significant byte first."""
    words = [part.strip() for part in listed.split(",")]
    if size in _SIZES and all(re.fullmatch(r"-?\d{1,10}", word) for word in words):
        yield b"".join((int(word) % (1 << 32)).to_bytes(4) for word in words)[:size]


def _numbers(text: str) -> bytes | None:
    """Read ``[141, 162, …]``, ``<<141,162>>``, ``{0x8d, 0xa2}``, ``-115, -94`` or ``{"0":141,"1":162}``."""
    if '":' in text or re.match(r"\{\s*0\s*:", text):
        text = _KEYED.sub("", text)
    found = _NUMBERS.findall(text)
    if len(found) not in _SIZES:
        return None
    around = _NUMBERS.split(text)
    if not all(_SCAFFOLD.fullmatch(piece.strip()) for piece in (around[0], around[-1])):
        return None
    if any(re.search(r"[^\s,;]", piece) for piece in around[1:-1]):
        return None
    values = [int(number, 0) if number.startswith("0x") else int(number) for number in found]
    return bytes(value % 256 for value in values) if all(-128 <= value <= 255 for value in values) else None


def _unescaped(inner: str, charset: str) -> bytes | None:
    r"""Read ``\x8d``, ``\u008d`` and ``\215`` as bytes; ``charset`` encodes letters outside ASCII."""
    parts: list[bytes] = []
    at = 0
    for found in _ESCAPE.finditer(inner):
        parts.append(inner[at : found.start()].encode(charset, "replace"))
        parts.append(_byte(found[1]))
        at = found.end()
    parts.append(inner[at:].encode(charset, "replace"))
    data = b"".join(parts)
    return data if len(data) in _SIZES else None


def _byte(escape: str) -> bytes:
    if escape[0] in "xu" and len(escape) > 1:
        return bytes([int(escape[1:].strip("{}"), 16)])
    if escape[0] in "01234567":
        return bytes([int(escape, 8) % 256])
    return bytes([_SIMPLE[escape]]) if escape in _SIMPLE else escape.encode("latin-1", "replace")
