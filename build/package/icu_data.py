"""Makes a small copy of the ICU data library that Qt links to on Linux, for the package.

Of its 32 MB three will do: the rest is other locales' names of languages, regions, currencies, units and
time zones, converters for old charsets and dictionaries. Qt asks ICU for the order of words and for
converters, and does without where ICU has no data; the order that fits no language in particular stays in.

The library is one table: entries of a name and an offset, then the data. We write the table again with fewer
entries and have it assembled and linked by binutils, which PyInstaller needs too.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

ALIGNMENT = 16
_KEPT_FOLDER = re.compile(r"coll/(root\.res|res_index\.res|ucadata\.icu)")
_KEPT_TOP = re.compile(r"[^/]+\.(icu|nrm)|(root|pool|res_index)\.res|[a-zA-Z0-9]{4,}\.res")


def is_kept(name: str) -> bool:
    """Tell whether an entry stays, by its name without the leading `icudt73l/`."""
    return bool(_KEPT_FOLDER.fullmatch(name) or _KEPT_TOP.fullmatch(name))


def smaller_table(data: bytes) -> bytes:
    """Return a data table with the entries that are kept; the table may stand anywhere in the bytes."""
    start = data.index(b"CmnD") - 12  # the format's mark follows the header's sizes and flags
    (header_size,) = struct.unpack_from("<H", data, start)
    base = start + header_size
    (count,) = struct.unpack_from("<I", data, base)
    entries = [struct.unpack_from("<II", data, base + 4 + 8 * number) for number in range(count)]
    # An entry ends where the next begins; where the last one ends nobody says, so it gets all that is left.
    ends = [offset for _, offset in entries[1:]] + [len(data) - base]
    kept: list[tuple[bytes, bytes]] = []
    for (name_offset, offset), end in zip(entries, ends, strict=True):
        name = data[base + name_offset : data.index(b"\0", base + name_offset)]
        if is_kept(name.decode("ascii").partition("/")[2]):
            kept.append((name + b"\0", data[base + offset : base + end]))
    if not kept:
        raise ValueError("no entry of the ICU data is known")

    names_offset = 4 + 8 * len(kept)
    names = b"".join(name for name, _ in kept)
    table, contents = struct.pack("<I", len(kept)), b""
    contents_offset = aligned(header_size + names_offset + len(names)) - header_size
    for name, content in kept:
        table += struct.pack("<II", names_offset, contents_offset + len(contents))
        names_offset += len(name)
        contents += content + bytes(aligned(len(content)) - len(content))
    padding = bytes(contents_offset - len(table) - len(names))
    return data[start:base] + table + names + padding + contents


def aligned(size: int) -> int:
    """Return the next size at which an entry may begin."""
    return -(-size // ALIGNMENT) * ALIGNMENT


def make_smaller(library: Path, target: Path) -> None:
    """Write the small copy of a `libicudata.so.NN`."""
    version = library.name.rpartition(".")[2]
    symbol = f"icudt{version}_dat"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "table").write_bytes(smaller_table(library.read_bytes()))
        (folder / "table.s").write_text(
            f".section .rodata\n.globl {symbol}\n.type {symbol}, %object\n.balign {ALIGNMENT}\n"
            f'{symbol}:\n.incbin "table"\n.size {symbol}, . - {symbol}\n'
            '.section .note.GNU-stack, "", %progbits\n',
            encoding="ascii",
        )
        subprocess.run(["as", "-o", "table.o", "table.s"], check=True, cwd=folder)
        link = ["ld", "-shared", "-soname", library.name, "-o", str(target.resolve()), "table.o"]
        subprocess.run(link, check=True, cwd=folder)
