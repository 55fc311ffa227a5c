"""Makes a small copy of the ICU data library that Qt links to on Linux; `bundle.py` calls it for the packages.

Three of its 32 MB are enough: the rest is other locales' names of languages, regions, currencies, units and time zones,
converters for old charsets, and dictionaries. Qt uses ICU for collation, converters and names of time zones, and has
fallbacks where ICU has no data; the root collation is kept. Where a new Qt calls other functions of ICU, or the library
is not what is described here, the whole library goes into the package, with a warning.

The library is one table: entries of a name and an offset, then the data. The table is written again with fewer entries,
then assembled and linked by binutils, which PyInstaller needs too.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIGNMENT = 16
# What Qt 6.11 calls: letter case, time zones, converters, collation. The small copy was tried with these.
KNOWN_FUNCTIONS = ("u_strTo", "ucal_", "ucnv_", "ucol_")

_KEPT_FOLDER = re.compile(r"coll/(root\.res|res_index\.res|ucadata\.icu)")
_KEPT_TOP = re.compile(r"[^/]+\.(icu|nrm)|(root|pool|res_index)\.res|[a-zA-Z0-9]{4,}\.res")


def is_kept(name: str) -> bool:
    """Return whether an entry is kept, by its name without the leading `icudt73l/`."""
    return bool(_KEPT_FOLDER.fullmatch(name) or _KEPT_TOP.fullmatch(name))


def smaller_table(data: bytes) -> bytes:
    """Return a data table with only the entries that are kept; the table may start anywhere in the bytes.

    Raises ValueError where there is no such table or none of its entries is to be kept.
    """
    start = data.index(b"CmnD") - 12  # the format's signature follows the header's sizes and flags
    (header_size,) = struct.unpack_from("<H", data, start)
    base = start + header_size
    (count,) = struct.unpack_from("<I", data, base)
    entries = [struct.unpack_from("<II", data, base + 4 + 8 * number) for number in range(count)]
    # An entry ends where the next one begins. The end of the last one is not recorded, so it gets all the rest.
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


def small_copy(library: Path, target: Path, users: Iterable[str]) -> Path:
    """Return the path of the small copy of a `libicudata.so.NN`, or of the library itself where that does not fit.

    ``users``: the libraries that call ICU, without ICU's own.
    """
    unknown = unknown_functions("".join(_symbols(file) for file in users))
    problem = f"Qt also calls {', '.join(unknown)}" if unknown else None
    if problem is None:
        try:
            make_smaller(library, target)
        except (ValueError, struct.error) as error:
            problem = f"its table cannot be read ({error})"
    if problem is None:
        return target
    print(f"WARNING: {library.name} goes into the package whole, 29 MB more: {problem}.", file=sys.stderr)
    return library


def unknown_functions(symbols: str) -> list[str]:
    """Return the functions of ICU that libraries call and the small copy was not tried with; from `objdump -T`."""
    called = set(re.findall(r" \*UND\*.* (u[a-z]*_\w+?)_\d+$", symbols, re.MULTILINE))
    return sorted(name for name in called if not name.startswith(KNOWN_FUNCTIONS))


def _symbols(file: str) -> str:
    return subprocess.run(["objdump", "-T", file], check=True, capture_output=True, text=True, errors="replace").stdout


def make_smaller(library: Path, target: Path) -> None:
    """Write the small copy. Raises ValueError or struct.error where the table is another."""
    version = library.name.rpartition(".")[2]
    symbol = f"icudt{version}_dat"
    target.parent.mkdir(parents=True, exist_ok=True)
    table = smaller_table(library.read_bytes())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "table").write_bytes(table)
        (folder / "table.s").write_text(
            f".section .rodata\n.globl {symbol}\n.type {symbol}, %object\n.balign {ALIGNMENT}\n"
            f'{symbol}:\n.incbin "table"\n.size {symbol}, . - {symbol}\n'
            '.section .note.GNU-stack, "", %progbits\n',
            encoding="ascii",
        )
        subprocess.run(["as", "-o", "table.o", "table.s"], check=True, cwd=folder)
        link = ["ld", "-shared", "-soname", library.name, "-o", str(target.resolve()), "table.o"]
        subprocess.run(link, check=True, cwd=folder)
