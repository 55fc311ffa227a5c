"""The developer's one tool: sets up, runs, tests, checks, packages, photographs, translates and measures.

    python3 build/dev.py COMMAND [ARGUMENT ...]

Developers, CI (`.ci/run`) and the release workflow call it; everything else in build/ is called by it. It needs only
Python 3.11 and its standard library. The first command makes `.venv` from the lock file, which has hashes, and on a
Debian-like machine installs the system packages that are missing (as root) or says how to. Later commands start at once
until the lock file changes. Further arguments go to the program, to pytest and so on.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))  # not there under PYTHONSAFEPATH or -P

from setup.environment import LOCK, make_empty_venv, make_venv, pip_for  # the path comes first
from setup.processes import (
    BUILD,
    PYTHON,
    ROOT,
    VENV,
    Stop,
    answer,
    call,
    call_module,
    clean_environment,
    has_display,
    without_a_screen,
)
from setup.system_packages import (
    FONT_PACKAGES,
    INPUT_PACKAGES,
    KEYCHAIN_PACKAGES,
    LANGUAGE_PACKAGES,
    QT_PACKAGES,
    READER_PACKAGES,
    RELEASE_PACKAGES,
    SCREEN_PACKAGES,
    need_system_packages,
    packager_packages,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DIST = ROOT / "dist"
WORK = ROOT / ".pyinstaller"  # PyInstaller's default is build/, where this file is

RANDOM_ROUNDS = 4  # of `test --random`; a run that is stopped after one of them has reached every property

UV = "uv==0.13.9"  # resolves the lock file: always this version, so that everyone gets the same file


def run(arguments: Sequence[str]) -> int:
    """Start the program; arguments go to it (without a display it works in the terminal)."""
    if has_display():
        need_system_packages(QT_PACKAGES)
    make_venv()
    return call(PYTHON, "-P", "-m", "convot_inspector", *arguments)


def test(arguments: Sequence[str]) -> int:
    """Run the tests on all cores; --fast: not the slow ones, --random: properties, new examples; the rest: pytest's."""
    need_system_packages(
        QT_PACKAGES, FONT_PACKAGES, KEYCHAIN_PACKAGES, LANGUAGE_PACKAGES, SCREEN_PACKAGES, READER_PACKAGES
    )
    make_venv()
    environment = without_a_screen()
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # otherwise each Python that a test starts compiles everything
    rounds = 1
    if "--random" in arguments:
        environment["HYPOTHESIS_PROFILE"] = "random"  # tests/conftest.py has the profiles
        rounds = RANDOM_ROUNDS
    status = 0
    while rounds > 0 and status == 0:
        status = call(PYTHON, "-m", "pytest", *pytest_arguments(arguments), cwd=ROOT, env=environment)
        rounds -= 1
    return status


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """Return pytest's arguments for those of ``test``: which tests, and one process a core unless said otherwise."""
    markers = ["not packaged"]
    if "--fast" in arguments:
        markers.append("not slow")
    if "--random" in arguments:
        markers.append("hypothesis")  # the mark that hypothesis puts on its tests
    own = [argument for argument in arguments if argument not in ("--fast", "--random")]
    is_parallel = not any(
        argument.startswith(("-n", "--numprocesses", "--pdb")) or "no:xdist" in argument for argument in own
    )
    return [*(["-n", "auto", "--dist", "worksteal"] if is_parallel else []), "-m", " and ".join(markers), *own]


def check(arguments: Sequence[str]) -> int:
    """Run ruff (lint and format) and mypy; arguments: the files, otherwise all."""
    make_venv()
    tools = ("ruff check", "ruff format --check", "mypy")
    failed = [tool for tool in tools if call(PYTHON, "-m", *tool.split(), *arguments, cwd=ROOT) != 0]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.", flush=True)
    return 1 if failed else 0


def package(arguments: Sequence[str]) -> int:
    """Make the programs in dist/ and the downloads in dist/release/, and test them; arguments go to pytest."""
    need_system_packages(QT_PACKAGES, KEYCHAIN_PACKAGES, SCREEN_PACKAGES, INPUT_PACKAGES)
    need_system_packages(READER_PACKAGES, RELEASE_PACKAGES)
    make_venv()
    need_system_packages(packager_packages())
    options = ["--noconfirm", "--log-level", "WARN", "--workpath", str(WORK), "--distpath", str(DIST)]
    spec = BUILD / "package" / "convot_inspector.spec"
    # The same commit gives the same packages.
    repeatable = {**clean_environment(), "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": time_of_the_commit()}
    made = call(PYTHON, "-m", "PyInstaller", *options, spec, cwd=ROOT, env=repeatable)
    made = made or call_module("package.artefacts", env=repeatable)
    if made != 0:
        return made
    tests = ROOT / "tests" / "packaging"
    return call(PYTHON, "-m", "pytest", "-m", "packaged", tests, *arguments, cwd=ROOT, env=without_a_screen())


def time_of_the_commit() -> str:
    """Return the time of the last commit in seconds since 1970; without git SOURCE_DATE_EPOCH, or 1980."""
    seconds = answer("git", "-C", ROOT, "log", "-1", "--format=%ct")
    return seconds or os.environ.get("SOURCE_DATE_EPOCH", "315532800")


def screenshots(arguments: Sequence[str]) -> int:
    """Make the pictures of the window; arguments go to build/pictures/screenshots.py."""
    need_system_packages(QT_PACKAGES)
    make_venv()
    return call_module("pictures.screenshots", *arguments, env=without_a_screen())


def translations(arguments: Sequence[str]) -> int:
    """Renew the catalogue of sentences and every language; --compile: also the .qm files; --check: only compare."""
    make_venv()
    return call_module("translations", *arguments)


def bench(arguments: Sequence[str]) -> int:
    """Measure start, inspection, memory, size and more against their floors; arguments go to build/bench/."""
    need_system_packages(QT_PACKAGES, SCREEN_PACKAGES, INPUT_PACKAGES, KEYCHAIN_PACKAGES, ["keepassxc"])
    make_venv()
    need_system_packages(packager_packages())
    return call_module("bench", *arguments)


def lock(arguments: Sequence[str]) -> int:
    """Resolve pyproject's dependencies into the lock file; arguments (such as --upgrade) go to uv."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder, PYTHON.relative_to(VENV))
        make_empty_venv(Path(folder))
        if call(*pip_for(python), "install", "--quiet", UV) != 0:
            raise Stop("uv, which resolves the lock file, could not be installed.")
        resolve = ["pip", "compile", "pyproject.toml", "--group", "dev", "--quiet"]
        for_all = ["--universal", "--python-version", "3.11", "--generate-hashes"]
        header = ["--custom-compile-command", "python3 build/dev.py lock"]
        options = [*resolve, *for_all, *header, "--output-file", str(LOCK.relative_to(ROOT)), *arguments]
        return call(python, "-m", "uv", *options, cwd=ROOT, output=subprocess.DEVNULL)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    command.__name__: command for command in (run, test, check, package, screenshots, translations, bench, lock)
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; return the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036  # says so instead of failing on newer syntax
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print("Usage: python3 build/dev.py COMMAND [ARGUMENT ...]\n")
        for name, command in COMMANDS.items():
            print(f"  {name:12} {command.__doc__}")
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"There is no command {name!r}. Commands: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    try:
        return COMMANDS[name](rest)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
