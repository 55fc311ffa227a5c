"""The programs in dist/, as a user starts them. `python3 build/dev.py package` makes and tests them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bench import xwindow
from needs import only_on_linux
from packaged_programs import EXAMPLE, FOLDER, PROGRAMS, SECRET
from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]  # it has no types

from convot_inspector import __version__
from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.stores.keychain_store import KeychainStore
from convot_inspector.keychain.stores.opening import open_store

if TYPE_CHECKING:
    from keychain_lab import Keychain

pytestmark = pytest.mark.packaged

WRONG = "f" * 64


@pytest.fixture(params=PROGRAMS, ids=["one-folder", "one-file"])
def program(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    assert path.is_file(), "run: python3 build/dev.py package"
    return path


def run(program: Path, *arguments: str, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program on a text, with only those secrets in the environment that are given."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CONVOT_")} | variables
    return subprocess.run(
        [program, *arguments],
        check=False,
        input=text,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
    )


def test_says_its_version(program: Path) -> None:
    done = run(program, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Convot Inspector {__version__}\n", "")


def test_finds_itself_sound_with_a_real_keychain(program: Path, keychain: Keychain) -> None:
    done = run(program, "self-check", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert {name for name, check in checks.items() if check["ok"] is not True} == set()
    assert "SecretService" in checks["keychain"]["detail"]
    assert keychain.items() == []


@pytest.mark.parametrize(("secret", "status"), [(SECRET, 0), (WRONG, 1)], ids=["right", "wrong"])
def test_checks_with_the_secret_from_the_environment(program: Path, secret: str, status: int) -> None:
    done = run(program, "check", "--json", "-", text=EXAMPLE, CONVOT_IDENTITY_SECRET=secret)
    assert (done.returncode, done.stderr) == (status, "")
    (call,) = json.loads(done.stdout)["calls"]
    expected = "verified" if status == 0 else "mismatch"
    assert (call["user"]["status"], call["shop"]["status"]) == (expected, expected)
    assert secret not in done.stdout


@only_on_linux("the limits of other processes are in Linux's /proc")
def test_no_process_of_the_program_leaves_a_core_dump(program: Path, tmp_path: Path) -> None:
    """The one-file program has two, both with the secret in their environment."""
    import resource

    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    file = tmp_path / "call.js"
    os.mkfifo(file)
    with subprocess.Popen(
        [program, "check", str(file)], env=os.environ | {"CONVOT_IDENTITY_SECRET": SECRET}, stdout=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (most, most)),
    ) as process, file.open("w") as pipe:  # which waits until the program reads it  # fmt: skip
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        limits = [
            line.split()[-3:-1]
            for pid in (process.pid, *children)
            for line in Path(f"/proc/{pid}/limits").read_text(encoding="ascii").splitlines()
            if line.startswith("Max core file size")
        ]
        pipe.write(EXAMPLE)
    assert len(children) == int(program == PROGRAMS[1])
    assert limits == [["1", "1"] if most else ["0", "0"]] * (1 + len(children))
    assert process.returncode == 0


def test_checks_a_file_with_the_secret_from_the_keychain(program: Path, keychain: Keychain, tmp_path: Path) -> None:
    store = open_store()
    assert isinstance(store, KeychainStore)
    Apps(store, default_folder()).add("Demo shop", SECRET)
    assert len(keychain.items()) > 0
    file = tmp_path / "call.js"
    file.write_text(EXAMPLE, encoding="utf-8")
    done = run(program, "check", "--app", "Demo shop", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert SECRET not in done.stdout
    other = run(program, "check", "--app", "Another", str(file))
    assert other.returncode == 2
    assert "Another" in other.stderr


@only_on_linux("a display that nobody looks at is a Linux one")
def test_opens_its_window_and_closes(program: Path, keychain: Keychain) -> None:
    with xwindow.virtual_display() as display, closing(xwindow.Screen(display)) as screen:
        environment = {
            name: value for name, value in keychain.env.items() if name not in ("LANG", "LC_ALL", "LC_CTYPE")
        }
        environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with xwindow.started([str(program)], environment) as process:
            window = screen.wait_for_window(process)
            screen.wait_for_text(window, process)
            screen.ask_to_close(window)
            out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert (out, err) == (b"", b"")
    assert "Convot Inspector" in window.title
    assert min(window.width, window.height) > 300


def modules(program: Path) -> set[str]:
    """Return the names of the Python modules in a package."""
    archive = CArchiveReader(str(program))
    (name,) = (name for name in archive.toc if name.endswith(".pyz"))
    return set(archive.open_embedded_archive(name).toc)


def test_holds_one_keychain_back_end_and_none_that_writes_plain_files(program: Path) -> None:
    inside = modules(program)
    assert not [name for name in inside if name.split(".")[0] in ("keyrings", "dbus", "gi")]
    assert not {"keyring.backends.chainer", "keyring.backends.kwallet", "keyring.backends.libsecret"} & inside
    if sys.platform == "linux":
        assert {"keyring.backends.SecretService", "secretstorage"} <= inside


def test_runs_nothing_before_its_own_first_line_that_it_does_not_need(program: Path) -> None:
    inside = set(CArchiveReader(str(program)).toc)
    assert {name for name in inside if name.startswith("pyi_rth_")} == {"pyi_rth_pyside6"}
    assert not [name for name in inside if "ossl-modules" in name]  # what the runtime hook for OpenSSL looks for
    assert not (FOLDER / "_internal" / "ossl-modules").exists()


def test_holds_neither_tests_nor_what_talks_to_a_network(program: Path) -> None:
    inside = modules(program)
    assert not {"ssl", "asyncio", "pytest", "unittest", "tkinter", "hypothesis"} & {n.split(".")[0] for n in inside}
    assert not [name for name in CArchiveReader(str(program)).toc if "Network" in name or "_ssl" in name]
    files = [file.name for file in FOLDER.rglob("*")]
    assert not [name for name in files if any(part in name for part in ("Network", "Quick", "Qml", "_ssl", "keyrings"))]
