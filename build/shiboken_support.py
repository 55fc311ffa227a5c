"""Lays out, already compiled, the Python files that Shiboken holds inside its library.

Otherwise every start of the program unpacks and compiles them, which takes a sixth of the time to an empty window.
Shiboken looks for the folder `files.dir` beside it before it does (SBK_EMBED=0 makes it, in its documentation).
"""

from __future__ import annotations

import importlib
import py_compile
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "shiboken6/files.dir"


def compiled(work: Path) -> list[tuple[str, str, str]]:
    """Return the compiled files, with their names in the package."""
    importlib.import_module("PySide6.QtCore")
    held: Any = sys.modules["shibokensupport.signature.loader"].__loader__
    entries = []
    for name in sorted(held.zfile.namelist()):
        if name.startswith("shibokensupport/") and name.endswith(".py"):
            source, target = work / FOLDER / name, work / FOLDER / f"{name}c"
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_bytes(held.zfile.read(name))
            # By the source's hash and not by its time, so that the same source gives the same file.
            mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
            py_compile.compile(str(source), str(target), dfile=name, doraise=True, invalidation_mode=mode)
            entries.append((f"{FOLDER}/{name}c", str(target), "DATA"))
    return entries
