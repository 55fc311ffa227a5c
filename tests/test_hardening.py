"""Reports of faults and crashes contain types and places, and nothing of the data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from needs import only_on_linux
from places import ROOT

CANARY = "c0ffee" + "0123456789abcdef" * 3 + "c0ffee1234"

FAULTS = {
    "an exception": "int(canary)",
    "one with a note and a cause": "try:\n    int(canary)\nexcept ValueError as e:\n    e.add_note(canary)\n"
    "    raise RuntimeError(canary) from e",
    "in a thread": "import threading\nt = threading.Thread(target=lambda: int(canary))\nt.start()\nt.join()",
    "in a destructor": "class A:\n    def __del__(self):\n        int(canary)\na = A()\ndel a",
    "a library's log": "import logging\nlogging.getLogger('keyring').warning('got %s', canary)\n"
    "try:\n    int(canary)\nexcept ValueError:\n    logging.getLogger('keyring').exception('failed: ' + canary)",
    "a warning": "import warnings\nwarnings.warn(canary)",
}
PROGRAM = """
import sys
from convot_inspector import hardening
hardening.apply()
canary = sys.stdin.read()
{fault}
"""


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_says_its_type_and_nothing_of_its_text(fault: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM.format(fault=fault)]
    done = subprocess.run(command, input=CANARY, capture_output=True, text=True, env=environment, check=False)
    said = done.stdout + done.stderr
    assert CANARY[:12] not in said
    assert "Traceback" not in said
    lines = done.stderr.splitlines()
    assert len(lines) in (1, 2)
    assert all(line.startswith(("Convot Inspector: a fault, ", "WARNING ", "ERROR ")) for line in lines)
    assert any(kind in done.stderr for kind in ("ValueError", "RuntimeError", "WARNING"))


CRASH = """
import os, sys
from convot_inspector import cli
sys.argv = ["convot-inspector", "check", "nowhere"]
cli.main()
secret = sys.stdin.read()
os.abort()
"""


@only_on_linux("whether cores are piped elsewhere is a Linux file's say")
def test_a_crash_leaves_no_core(tmp_path: Path) -> None:
    import resource

    pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="ascii").strip()
    if pattern.startswith(("|", "/")):
        pytest.skip(f"cores do not go to the working folder here but to {pattern}")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def crash(program: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", program], input=CANARY, text=True, cwd=tmp_path, env=environment, check=False,
            capture_output=True, preexec_fn=allow_cores,
        )  # fmt: skip
        assert done.returncode < 0
        return [file.name for file in tmp_path.iterdir()]

    def allow_cores() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)

    assert crash(CRASH) == []
    if resource.getrlimit(resource.RLIMIT_CORE)[1] != 0:  # without the hardening there is one
        assert crash(CRASH.replace("cli.main()", "pass")) != []
