"""The Windows part of the spec and of `artefacts.py`: version resource, installer, portable file.

Written from the documentation of PyInstaller and Inno Setup; it has not been run on Windows yet.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

_ENGLISH, _UNICODE = 0x409, 1200
_SCRIPT = Path(__file__).resolve().parents[1] / "windows" / "installer.iss"
_COMPILER = Path("C:/Program Files (x86)/Inno Setup 6/ISCC.exe")


def make(folder: Path, one_file: Path, stem: Path, version: str) -> None:
    """Write `STEM-portable.exe` and, where Inno Setup is installed, `STEM-setup.exe`."""
    shutil.copyfile(one_file, stem.with_name(f"{stem.name}-portable.exe"))
    compiler = shutil.which("ISCC") or (str(_COMPILER) if _COMPILER.is_file() else None)
    if compiler is None:
        print("No Inno Setup here: no installer is made.")
        return
    given = {
        "Version": version,
        "Numbers": ".".join(map(str, _numbers(version))),
        "Source": folder,
        "OutputFolder": stem.parent,
        "OutputName": f"{stem.name}-setup",
    }
    subprocess.run([compiler, "/Qp", *(f"/D{name}={value}" for name, value in given.items()), _SCRIPT], check=True)


def write_version_resource(target: Path, *, title: str, name: str, version: str) -> None:
    """Write the version resource that Windows shows for a program, as a file that PyInstaller reads."""
    numbers = _numbers(version)
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


def _numbers(version: str) -> tuple[int, ...]:
    """Return the version as the four numbers that Windows requires, without words such as "rc"."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:3])
    return numbers + (0,) * (4 - len(numbers))
