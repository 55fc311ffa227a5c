"""Lays out, already compiled, the Python files that Shiboken keeps inside its library, with a lighter loader.

The PyInstaller spec calls it. Otherwise every start of the program unpacks, compiles and runs all of them, which takes
a third of the time to an empty window. Shiboken looks for the folder `files.dir` beside it first (SBK_EMBED=0 makes it,
according to its documentation). Where our loader does not fit a new Qt, nothing is laid out and Shiboken uses its own
files: the start is slower, everything else is the same.
"""

from __future__ import annotations

import importlib
import py_compile
import re
import sys
from pathlib import Path
from typing import Any

FOLDER = "shiboken6/files.dir"
LOADER = "shibokensupport/signature/loader.py"
OURS = Path(__file__).parent / "shiboken_loader.py"

# Only Shiboken's own loader imports these: names in snake case, generators of type files, corrections.
_FOR_THEIRS = {
    f"shibokensupport/{name}.py"
    for name in ("feature", "signature/importhandler", "signature/lib/enum_sig", "signature/lib/pyi_generator")
}


def compiled(work: Path) -> list[tuple[str, str, str]]:
    """Return the compiled files with their names in the package; none and a warning where our loader does not fit."""
    files = held_files()
    problem = misfit(files)
    if problem is not None:
        print(f"WARNING: {OURS.name} is left out, so the program starts more slowly: {problem}.", file=sys.stderr)
        return []
    entries = []
    for name in sorted(files.keys() - _FOR_THEIRS):
        source, target = work / FOLDER / name, work / FOLDER / f"{name}c"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(OURS.read_bytes() if name == LOADER else files[name])
        # Identified by the source's hash instead of its time, so that the same source gives the same file.
        mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(source), str(target), dfile=name, doraise=True, optimize=2, invalidation_mode=mode)
        entries.append((f"{FOLDER}/{name}c", str(target), "DATA"))
    return entries


def held_files() -> dict[str, bytes]:
    """Return the Python files inside Shiboken's library by their names; none where it keeps them in another way."""
    importlib.import_module("PySide6.QtCore")
    loader: Any = sys.modules.get("shibokensupport.signature.loader")
    archive = getattr(getattr(loader, "__loader__", None), "zfile", None)
    if archive is None:
        return {}
    names = [name for name in archive.namelist() if name.startswith("shibokensupport/") and name.endswith(".py")]
    return {name: archive.read(name) for name in names}


def misfit(files: dict[str, bytes]) -> str | None:
    """Return why our loader cannot replace that of these files, or None where it can."""
    if LOADER not in files:
        return f"this Shiboken has no {LOADER}"
    # Shiboken ends the program where its loader lacks a function. The wheels for Windows have CRLF here.
    theirs = files[LOADER].decode("utf-8").replace("\r\n", "\n")
    asked = re.findall(r"^# name used in signature\.cpp\ndef (\w+)\(", theirs, re.MULTILINE)
    if not asked:
        return "this Shiboken's loader does not mark the functions that it has to have"
    ours = OURS.read_text(encoding="utf-8")
    missing = [name for name in asked if f"def {name}(" not in ours]
    if missing:
        return f"this Shiboken also asks its loader for {', '.join(missing)}"
    # `finish_import` of our loader makes no corrections.
    corrections = [name for name in vars(importlib.import_module("PySide6.support.deprecated")) if "fix_for_" in name]
    return f"this PySide6 has corrections: {', '.join(corrections)}" if corrections else None
