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


OF_ONE_FILE = """
import resource, subprocess, sys
if len(sys.argv) == 1:  # as the part of the one-file package that unpacks it and waits
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
    command = ["-c", sys.orig_argv[2], "child"]
    subprocess.run([sys.executable, *command], check=True)
    print(resource.getrlimit(resource.RLIMIT_CORE))
else:
    from convot_inspector import hardening
    sys.frozen = len(sys.argv) > 1
    hardening.apply(window=False)
    print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@only_on_linux("other systems have no one-file package with a process that waits, or no such limits of another process")
def test_the_process_that_unpacked_the_program_leaves_no_core_either() -> None:
    import resource

    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("there are no core dumps here")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", OF_ONE_FILE]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    # not 0: a core that is piped to a program ignores that
    assert done.stdout.splitlines() == ["(1, 1)", "(1, 1)"]


MEMORY = """
import ctypes, sys
from convot_inspector import cli
sys.argv = ["convot-inspector", *{arguments}]
cli._run = lambda _: 0
cli.main()
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))  # PR_GET_DUMPABLE
"""


@only_on_linux("prctl is Linux's")
@pytest.mark.parametrize(("arguments", "dumpable"), [(["check", "-"], "0"), ([], "1")], ids=["check", "window"])
def test_a_command_s_memory_is_hidden_from_other_programs(arguments: list[str], dumpable: str) -> None:
    """The window's is not: the desktop's file dialogs would not open."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", MEMORY.format(arguments=arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.split() == [dumpable]
