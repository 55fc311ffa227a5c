"""The lock excludes processes from each other, and none is held by what a killed process left."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from places import ROOT

from convot_inspector.file_lock import FileLock

if TYPE_CHECKING:
    from pathlib import Path

COUNT = """
import sys
from pathlib import Path
from convot_inspector.file_lock import FileLock
lock, file = FileLock(Path(sys.argv[1]) / "lock"), Path(sys.argv[1]) / "count"
for _ in range(200):
    assert lock.acquire(60) == "held"
    file.write_text(str(int(file.read_text()) + 1))
    lock.release()
"""
HOLD = """
import sys
from pathlib import Path
from convot_inspector.file_lock import FileLock
print(FileLock(Path(sys.argv[1]) / "lock").acquire(), flush=True)
sys.stdin.read()
"""


def started(program: str, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], env=environment, stdin=pipe, stdout=pipe, text=True
    )


def test_no_step_of_several_processes_is_lost(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    processes = [started(COUNT, tmp_path) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert (tmp_path / "count").read_text() == "600"
    assert [file.name for file in tmp_path.iterdir()] == ["count"]
    for process in processes:
        process.communicate()


def test_killed_holder_releases_it(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock")
    with started(HOLD, tmp_path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert lock.acquire() == "busy"
        assert lock.acquire(0.05) == "busy"
        holder.kill()
    assert lock.acquire() == "held"
    lock.release()
    lock.release()


def test_where_no_file_can_be_made_there_is_no_lock(tmp_path: Path) -> None:
    assert FileLock(tmp_path / "no folder" / "lock").acquire(9) == "unavailable"
