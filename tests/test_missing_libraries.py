"""Without Qt's system libraries the program prints a sentence and no stack trace."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from places import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_library_is_named_and_the_terminal_is_offered(tmp_path: Path) -> None:
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text(
        'raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")', encoding="utf-8"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", "convot_inspector"],
        env=environment, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "libEGL.so.1" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout
