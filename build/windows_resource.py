"""The version resource of the Windows programs, in the form that PyInstaller reads from a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_ENGLISH, _UNICODE = 0x409, 1200


def write(target: Path, *, title: str, name: str, version: str) -> None:
    """Write the file."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:3])
    numbers += (0,) * (4 - len(numbers))
    words = {
        "CompanyName": f"{title} maintainers",
        "FileDescription": title,
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": title,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable('{_ENGLISH:04X}{_UNICODE:04X}', [{strings}])]),
    VarFileInfo([VarStruct('Translation', [{_ENGLISH}, {_UNICODE}])]),
  ],
)
""",
        encoding="utf-8",
    )
