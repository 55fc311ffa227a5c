"""The window and every dialog fit on small screens, at any scale factor, and every button can be reached."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from needs import linux_only
from places import HELPERS

import convot_inspector

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1366, 768, 1), (1280, 720, 2)],
    ids=["1366 × 768", "1280 × 720 at 200 %"],
)
def test_everything_fits_and_can_be_reached(tmp_path: Path, width: int, height: int, scale: int) -> None:
    linux_only("the screen is one of Qt's offscreen platform")
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    (tmp_path / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screen.json'}",
        "QT_SCALE_FACTOR": str(scale),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'no-bus'}",
        "PYTHONPATH": os.pathsep.join([str(Path(convot_inspector.__file__).parent.parent), str(HELPERS)]),
        "LC_ALL": "C.UTF-8",
    }
    program = [sys.executable, str(HELPERS / "small_screen.py"), str(tmp_path)]
    done = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=300)
    assert done.stdout.splitlines() == [f"screen ({width // scale}, {height // scale})", "done"], done.stderr[-2_000:]
