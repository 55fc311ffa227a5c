"""Lays out, already compiled, the Python files that Shiboken holds inside its library, with a lighter loader.

Otherwise every start of the program unpacks, compiles and runs them all, which takes a third of the time to an empty
window. Shiboken looks for the folder `files.dir` beside it before it does (SBK_EMBED=0 makes it, in its documentation).
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

# What only Shiboken's own loader asks for: names in snake case, the makers of type files, corrections.
_FOR_THEIRS = {
    f"shibokensupport/{name}.py"
    for name in ("feature", "signature/importhandler", "signature/lib/enum_sig", "signature/lib/pyi_generator")
}


def compiled(work: Path) -> list[tuple[str, str, str]]:
    """Return the compiled files, with their names in the package. RuntimeError if the loader does not fit this Qt."""
    importlib.import_module("PySide6.QtCore")
    held: Any = sys.modules["shibokensupport.signature.loader"].__loader__
    _check_corrections()
    _check_functions(held.zfile.read(LOADER).decode("utf-8"))
    entries = []
    for name in sorted(held.zfile.namelist()):
        if name.startswith("shibokensupport/") and name.endswith(".py") and name not in _FOR_THEIRS:
            source, target = work / FOLDER / name, work / FOLDER / f"{name}c"
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_bytes(OURS.read_bytes() if name == LOADER else held.zfile.read(name))
            # By the source's hash and not by its time, so that the same source gives the same file.
            mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
            py_compile.compile(str(source), str(target), dfile=name, doraise=True, optimize=2, invalidation_mode=mode)
            entries.append((f"{FOLDER}/{name}c", str(target), "DATA"))
    return entries


def _check_corrections() -> None:
    corrections = [
        name for name in vars(importlib.import_module("PySide6.support.deprecated")) if name.startswith("fix_for_")
    ]
    if corrections:
        raise RuntimeError(f"the loader in {OURS.name} would have to make corrections: {', '.join(corrections)}")


def _check_functions(theirs: str) -> None:
    """Shiboken ends the program if its loader lacks a function, so a new one has to be seen here."""
    asked = re.findall(r"^# name used in signature\.cpp\ndef (\w+)\(", theirs, re.MULTILINE)
    ours = OURS.read_text(encoding="utf-8")
    missing = [name for name in asked if f"def {name}(" not in ours]
    if missing or not asked:
        raise RuntimeError(f"{OURS.name} is not for this version of Shiboken: {', '.join(missing) or 'other marks'}")
