"""The developer's one tool: sets everything up, then runs, tests, checks, packages, photographs or measures.

    python3 build/dev.py COMMAND [ARGUMENT ...]

Needs nothing but Python 3.11 and its standard library. The first command makes `.venv` from the hashed lock
file (and, on a Debian-like machine, installs the system packages that are missing, or says which ones to
install); later commands start at once until the lock changes. Further arguments go to the program, to pytest
and so on.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import locale
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
BUILD = ROOT / "build"
LOCK = BUILD / "requirements.lock"
STAMP = VENV / "made-by-dev.json"
DIST = ROOT / "dist"
WORK = ROOT / ".pyinstaller"  # not PyInstaller's default: that is build/, where this file lives

UV = "uv==0.13.9"  # resolves the lock file; no other command needs it

# What the Qt libraries of PySide6-Essentials and its xcb and Wayland plugins link to.
QT_PACKAGES = (
    "fonts-dejavu-core",  # a machine without any font shows boxes
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
SCREEN_PACKAGES = ("xauth", "xvfb")  # a display for windows that nobody looks at
HAND_PACKAGES = (
    "strace",
    "weston",
    "xclip",
    "xdotool",
)  # to use a packaged program like a person, and to look at what it does
RELEASE_PACKAGES = ("appstream", "desktop-file-utils", "dpkg-dev")  # to make the .deb, and to judge what is in it
READER_PACKAGES = ("at-spi2-core",)  # what screen readers hear programs by; no command of it is on the path
KEYCHAIN_PACKAGES = ("dbus", "dbus-daemon", "gnome-keyring")  # a real keychain on a private bus
# They compute the hashes that ours must equal, and run the code that is handed over.
LANGUAGE_PACKAGES = (
    "default-jdk-headless",
    "golang-go",
    "mono-mcs",
    "mono-runtime",
    "nodejs",
    "openssl",
    "php-cli",
    "ruby",
    "ruby-liquid",
)

# Packages whose only use is one command: wherever that command came from, it will do.
COMMAND_OF_PACKAGE = {
    "appstream": "appstreamcli",
    "binutils": "objdump",
    "default-jdk-headless": "javac",
    "desktop-file-utils": "desktop-file-validate",
    "dpkg-dev": "dpkg-shlibdeps",
    "dbus": "dbus-run-session",
    "dbus-daemon": "dbus-daemon",
    "gnome-keyring": "gnome-keyring-daemon",
    "golang-go": "go",
    "mono-mcs": "mcs",
    "mono-runtime": "mono",
    "nodejs": "node",
    "openssl": "openssl",
    "php-cli": "php",
    "ruby": "ruby",
    "strace": "strace",
    "weston": "weston",
    "xauth": "xauth",
    "xclip": "xclip",
    "xdotool": "xdotool",
    "xvfb": "Xvfb",
}

# Settings of the person at the keyboard that would send an installation elsewhere or change what tests mean.
# pip's other variables (index, proxy, certificate, cache) stay: the installation needs them.
CONFUSING_VARIABLES = (
    "PIP_CONSTRAINT",
    "PIP_DRY_RUN",
    "PIP_PREFIX",
    "PIP_PYTHON",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_ROOT",
    "PIP_TARGET",
    "PYTHONHOME",
    "PYTHONOPTIMIZE",
    "PYTHONPATH",
    "VIRTUAL_ENV",
)


class Stop(Exception):  # noqa: N818 - it is raised as a word of plain language
    """The command cannot go on; the message says why and what to do."""


# --- the commands -------------------------------------------------------------------------------------------


def run(arguments: Sequence[str]) -> int:
    """Start the program; arguments go to it (without a display it works in the terminal)."""
    if has_display():
        need_system_packages(QT_PACKAGES)
    make_venv()
    return call(PYTHON, "-P", "-m", "convot_inspector", *arguments)


def test(arguments: Sequence[str]) -> int:
    """Run the tests; arguments go to pytest."""
    need_system_packages(QT_PACKAGES, KEYCHAIN_PACKAGES, LANGUAGE_PACKAGES, SCREEN_PACKAGES, READER_PACKAGES)
    make_venv()
    return call(PYTHON, "-m", "pytest", "-m", "not packaged", *arguments, cwd=ROOT, env=without_a_screen())


def check(arguments: Sequence[str]) -> int:
    """Lint, check the format and check the types; arguments (files) narrow it down."""
    make_venv()
    tools = ("ruff check", "ruff format --check", "mypy")
    failed = [tool for tool in tools if call(PYTHON, "-m", *tool.split(), *arguments, cwd=ROOT) != 0]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.", flush=True)
    return 1 if failed else 0


def package(arguments: Sequence[str]) -> int:
    """Make the programs in dist/ and what people download in dist/release/, and test it; arguments go to pytest."""
    need_system_packages(QT_PACKAGES, KEYCHAIN_PACKAGES, SCREEN_PACKAGES, HAND_PACKAGES)
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
    """Return the seconds since 1970 at the last commit; without git what the environment says, or 1980."""
    told = answer("git", "-C", ROOT, "log", "-1", "--format=%ct")
    return told or os.environ.get("SOURCE_DATE_EPOCH", "315532800")


def screenshots(arguments: Sequence[str]) -> int:
    """Make the pictures of the window; arguments go to build/pictures/screenshots.py."""
    need_system_packages(QT_PACKAGES)
    make_venv()
    return call_module("pictures.screenshots", *arguments, env=without_a_screen())


def translations(arguments: Sequence[str]) -> int:
    """Renew the catalogue of all sentences that are translated; --check only says whether it is up to date."""
    make_venv()
    return call_module("translations", *arguments)


def bench(arguments: Sequence[str]) -> int:
    """Measure start, inspection, memory and size against their floors; arguments go to build/bench/."""
    need_system_packages(QT_PACKAGES, SCREEN_PACKAGES, HAND_PACKAGES, KEYCHAIN_PACKAGES, ["keepassxc"])
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


# --- the environment in .venv -------------------------------------------------------------------------------


def make_venv() -> None:
    """Make .venv what the lock file says, unless it is; a half-made one is made again from nothing."""
    wanted = {"lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(), "checkout": str(ROOT)}
    if read_stamp() == {**wanted, "python": version_of(PYTHON)}:
        return
    print("Setting up .venv: once, and again when the lock file changes …", file=sys.stderr, flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    make_empty_venv(VENV)
    exactly = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(LOCK)]
    if call(*pip_for(PYTHON), "install", "--quiet", *exactly) != 0:
        raise Stop("The packages in build/requirements.lock could not be installed; pip says why above.")
    make_importable()
    STAMP.write_text(json.dumps({**wanted, "python": version_of(PYTHON)}), encoding="utf-8")


def make_importable() -> None:
    """Put the checkout on the path of .venv: editable, without a build or a network."""
    site_packages = answer(PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    if site_packages is None:
        raise Stop("The new Python in .venv does not run.")
    path_file = Path(site_packages, "convot_inspector_checkout.pth")
    path_file.write_text(f"{ROOT}\n", encoding=locale.getpreferredencoding(do_setlocale=False))


def make_empty_venv(folder: Path) -> None:
    """Make an environment in a folder; with pip of its own where Python can give it one."""
    options = []
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in python3-venv
        options = ["--without-pip"]
        if not has_pip(base_python()):
            need_system_packages(["python3-pip"])
        if not has_pip(base_python()):
            raise Stop("This Python has no pip. Install pip for it, then run this command again.")
    if call(base_python(), "-m", "venv", *options, folder) != 0:
        raise Stop(f"Python could not make an environment in {folder}.")


def pip_for(python: Path) -> list[str | Path]:
    """Return the command that runs pip on an environment: its own pip, else that of our Python."""
    if has_pip(python):
        return [python, "-m", "pip"]
    return [base_python(), "-m", "pip", "--python", python]


def has_pip(python: Path) -> bool:
    """Tell whether a Python has pip."""
    return answer(python, "-m", "pip", "--version") is not None


def base_python() -> Path:
    """Return the Python behind an active environment, which may be the very one to be made again."""
    return Path(getattr(sys, "_base_executable", None) or sys.executable)


def version_of(python: Path) -> str | None:
    """Return the version of a Python, or None when it does not run (removed or upgraded)."""
    return answer(python, "-c", "import sys; print(*sys.version_info[:2])")


def read_stamp() -> object:
    """Return what .venv was made from, or None when it was never finished."""
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


# --- system packages ----------------------------------------------------------------------------------------


def need_system_packages(*groups: Iterable[str]) -> None:
    """On a Debian-like machine install what is missing as root, else say how; elsewhere do nothing."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-query") is None:
        return
    missing = missing_packages({name for group in groups for name in group})
    if not missing:
        return
    if os.geteuid() != 0:
        raise Stop(f"Missing system packages. Install them:\nsudo apt-get install {' '.join(missing)}")
    print(f"Installing system packages: {' '.join(missing)} …", file=sys.stderr, flush=True)
    apt_get("update")  # may fail without a network, where the packages may still be at hand
    failure = apt_get("install", "-y", "--no-install-recommends", *missing)
    if failure is not None:
        raise Stop(f"{failure}\nThe system packages could not be installed; apt-get says why above.")


def packager_packages() -> list[str]:
    """Return what the recipe needs: binutils, patchelf, and where Python is Debian's own its shared library."""
    where = answer(PYTHON, "-c", "import sys; print(sys.base_prefix, *sys.version_info[:2])")
    prefix, major, minor = where.split() if where else ("", "", "")
    return ["binutils", "patchelf", *([f"libpython{major}.{minor}"] if prefix == "/usr" else [])]


def missing_packages(names: Iterable[str]) -> list[str]:
    """Return the packages that are neither installed nor provided by an installed one."""
    columns = "${db:Status-Status}\t${Package}\t${Provides}\n"
    listing = subprocess.run(["dpkg-query", "-W", "-f", columns], check=True, capture_output=True, text=True)
    present: set[str] = set()
    for line in listing.stdout.splitlines():
        status, package_name, provides = line.split("\t")
        if status == "installed":
            present.add(package_name)
            present.update(entry.split()[0] for entry in provides.split(",") if entry.strip())
    present.update(name for name, command in COMMAND_OF_PACKAGE.items() if shutil.which(command))
    return sorted(set(names) - present)


def apt_get(*arguments: str) -> str | None:
    """Run apt-get without a question; return None when it worked, else what it said."""
    result = subprocess.run(
        ["apt-get", "-q", *arguments],
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return None if result.returncode == 0 else result.stdout


# --- running other programs ---------------------------------------------------------------------------------


def call(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    output: int | None = None,
) -> int:
    """Run a command with the terminal's input and output; return its exit status."""
    try:
        done = subprocess.run(command, check=False, cwd=cwd, env=env or clean_environment(), stdout=output)
    except KeyboardInterrupt:  # the program got it too, and has had its say
        return 130
    return done.returncode


def call_module(module: str, *arguments: str, env: Mapping[str, str] | None = None) -> int:
    """Run a module of build/, which imports its neighbours from there, and helpers of the tests; return its status."""
    folders = os.pathsep.join(map(str, (BUILD, ROOT / "tests" / "helpers")))
    return call(PYTHON, "-P", "-m", module, *arguments, env={**(env or clean_environment()), "PYTHONPATH": folders})


def answer(*command: str | Path) -> str | None:
    """Run a short command and return what it printed, or None when it failed."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=clean_environment())
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def clean_environment() -> dict[str, str]:
    """Return the environment for Python programs, less what would confuse them."""
    environment = {name: value for name, value in os.environ.items() if name not in CONFUSING_VARIABLES}
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    environment["PIP_USER"] = "0"  # a variable goes before the same setting in the user's pip.conf
    environment["PYTHONNOUSERSITE"] = "1"
    if sys.platform == "linux" and not any(environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        environment["LC_CTYPE"] = "C.UTF-8"  # Qt complains about any locale that is not UTF-8
    return environment


def without_a_screen() -> dict[str, str]:
    """Return the environment in which Qt draws into memory unless the user asked for another platform."""
    return {"QT_QPA_PLATFORM": "offscreen", **clean_environment()}


def has_display() -> bool:
    """Tell whether a window could open: always assumed but on Linux, where a variable tells."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main(arguments: Sequence[str]) -> int:
    """Run one command; return the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older Python should read so, not guess
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
