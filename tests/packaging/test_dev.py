"""The developer's tool and the lock file that it installs."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import dev
import pytest
import translations
from packaging.requirements import Requirement
from PySide6.QtCore import QTranslator
from setup import environment as setup_environment
from setup import processes, system_packages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def locked() -> list[str]:
    """Return the requirements in the lock file, each with its marker and its hashes."""
    text = setup_environment.LOCK.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def requirement(line: str) -> Requirement:
    return Requirement(line.partition("--hash")[0].strip())


def declared() -> Iterable[str]:
    project = tomllib.loads((processes.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]


@pytest.mark.parametrize("text", declared())
def test_lock_file_satisfies_pyproject(text: str) -> None:
    wanted = Requirement(text)
    versions = {r.name: str(r.specifier).removeprefix("==") for r in map(requirement, locked())}
    assert wanted.specifier.contains(versions[wanted.name.lower()])


def test_every_locked_package_is_pinned_and_hashed() -> None:
    assert locked()
    for line in locked():
        assert re.match(r"[a-z0-9-]+==\S+ ", line)
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line)


def test_the_lock_is_for_every_system_and_names_no_address() -> None:
    text = setup_environment.LOCK.read_text(encoding="utf-8")
    assert "sys_platform == 'win32'" in text
    assert "sys_platform == 'darwin'" in text
    assert "sys_platform == 'linux'" in text
    assert "://" not in text
    assert not re.search(r"^\s*--(index|extra-index|find-links)", text, re.MULTILINE)


def test_needs_nothing_but_the_standard_library() -> None:
    command = [sys.executable, "-I", "-S", str(processes.ROOT / "build" / "dev.py"), "--help"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for name in ("run", "test", "check", "package", "screenshots", "translations", "bench", "lock"):
        assert f"  {name} " in shown


def test_unknown_command_gives_a_one_line_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert (
        err
        == "There is no command 'tset'. Commands: run, test, check, package, screenshots, translations, bench, lock.\n"
    )


class Environment:
    """A fake environment that records what make_venv does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.installations: list[tuple[object, ...]] = []
        self.fails = False
        self.environments: list[Mapping[str, str] | None] = []
        self.uv: str | None = None
        self.venv = folder / ".venv"
        self.lock = folder / "requirements.lock"
        self.lock.write_text("one==1\n")
        for name, value in (("VENV", self.venv), ("LOCK", self.lock), ("STAMP", self.venv / "made-by-dev.json")):
            monkeypatch.setattr(setup_environment, name, value)
        monkeypatch.setattr(setup_environment, "PYTHON", self.venv / "bin" / "python")
        monkeypatch.setattr(setup_environment, "make_empty_venv", self.make)
        monkeypatch.setattr(setup_environment, "pip_for", lambda python: [python])
        monkeypatch.setattr(setup_environment, "call", self.call)
        monkeypatch.setattr(setup_environment, "make_importable", lambda: None)
        monkeypatch.setattr(setup_environment, "version_of", lambda python: "3 11" if python.exists() else None)
        monkeypatch.setattr(shutil, "which", lambda name: self.uv if name == "uv" else None)

    def make(self, folder: Path) -> None:
        assert not folder.exists()
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").touch()

    def call(self, *command: object, env: Mapping[str, str] | None = None) -> int:
        if command[1] == "venv":
            self.make(self.venv)
            return 0
        self.environments.append(env)
        self.installations.append(command)
        return int(self.fails)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Environment:
    return Environment(monkeypatch, tmp_path)


def test_installs_once_and_again_only_when_the_lock_changes(environment: Environment) -> None:
    setup_environment.make_venv()
    setup_environment.make_venv()
    assert len(environment.installations) == 1
    stamp = json.loads((environment.venv / "made-by-dev.json").read_text())
    assert stamp["lock"] == hashlib.sha256(b"one==1\n").hexdigest()
    environment.lock.write_text("one==2\n")
    setup_environment.make_venv()
    assert len(environment.installations) == 2


def test_uv_and_pip_install_the_same_locked_files(environment: Environment) -> None:
    setup_environment.make_venv()
    environment.uv = "/somewhere/uv"
    shutil.rmtree(environment.venv)
    setup_environment.make_venv()
    pip, uv = environment.installations
    assert uv[0] == "/somewhere/uv"
    assert pip[0] != "/somewhere/uv"
    assert uv[uv.index("--quiet") :] == pip[pip.index("--quiet") :]
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(uv)


def test_uv_gets_the_index_of_pips_settings(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    settings = tmp_path / "pip.conf"
    settings.write_text(
        "[global]\nindex-url = https://one.example/simple\n"
        "extra-index-url =\n    https://two.example/simple\n    https://three.example/simple\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    environment.uv = "/somewhere/uv"
    setup_environment.make_venv()
    (given,) = environment.environments
    assert given is not None
    assert given["UV_DEFAULT_INDEX"] == "https://one.example/simple"
    assert given["UV_INDEX"] == "https://two.example/simple https://three.example/simple"
    monkeypatch.setenv("PIP_INDEX_URL", "https://four.example/simple")
    assert setup_environment.pip_indexes_for_uv()["UV_DEFAULT_INDEX"] == "https://four.example/simple"
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://five.example/simple")
    assert setup_environment.pip_indexes_for_uv() == {}


SETS_UP = """
import sys, time
from pathlib import Path
sys.path.insert(0, {build!r})
from setup.file_lock import locked
with locked(Path({lock!r}), "waiting"):
    made = Path({made!r})
    assert not made.exists()
    made.touch()
    print("inside", flush=True)
    sys.stdin.readline()
    made.unlink()
"""


def test_two_set_ups_at_once_wait_for_each_other(tmp_path: Path) -> None:
    program = SETS_UP.format(
        build=str(processes.BUILD), lock=str(tmp_path / ".venv.lock"), made=str(tmp_path / "environment")
    )
    command = [sys.executable, "-c", program]
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as one,
    ):
        assert one.stdin
        assert one.stdout
        assert one.stdout.readline() == "inside\n"
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as other:
            assert other.stderr
            assert other.stderr.readline() == "waiting\n"
            one.communicate("\n")
            assert other.communicate("\n") == ("inside\n", "")
    assert (one.returncode, other.returncode) == (0, 0)


def test_a_half_made_environment_is_made_again(environment: Environment) -> None:
    environment.fails = True
    with pytest.raises(processes.Stop, match=r"requirements\.lock"):
        setup_environment.make_venv()
    environment.fails = False
    setup_environment.make_venv()
    assert len(environment.installations) == 2
    (environment.venv / "bin" / "python").unlink()  # the system's Python was removed
    setup_environment.make_venv()
    assert len(environment.installations) == 3


def test_the_users_settings_do_not_redirect_an_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "VIRTUAL_ENV", "PIP_TARGET", "PYTHONHOME"):
        monkeypatch.setenv(name, "/somewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_CERT", "/a/certificate")
    result = processes.clean_environment()
    assert not {"PYTHONPATH", "VIRTUAL_ENV", "PIP_TARGET", "PYTHONHOME"} & result.keys()
    assert result["PIP_USER"] == "0"
    assert result["PIP_CERT"] == "/a/certificate"


class Debian:
    """A fake Debian with few packages."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, root: bool) -> None:
        self.calls: list[tuple[str, ...]] = []
        self.monkeypatch = monkeypatch
        monkeypatch.setattr(shutil, "which", lambda name: name if name in ("apt-get", "dpkg-query", "node") else None)
        monkeypatch.setattr(subprocess, "run", self.query)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)
        monkeypatch.setattr(system_packages, "apt_get", self.apt_get)

    def query(self, command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        listing = (
            "installed\tlibegl1\t\n"
            "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80), libgthread\n"
            "config-files\tlibgl1\t\n"
        )
        return subprocess.CompletedProcess(command, 0, listing, "")

    def apt_get(self, *arguments: str) -> str | None:
        self.calls.append(arguments)
        return None


WANTED = ("libegl1", "libglib2.0-0", "libgl1", "nodejs", "libx11-6")


def test_root_gets_the_missing_packages_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    debian = Debian(monkeypatch, root=True)
    system_packages.need_system_packages(WANTED)
    assert debian.calls == [("update",), ("install", "-y", "--no-install-recommends", "libgl1", "libx11-6")]


def test_anyone_else_gets_the_one_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    debian = Debian(monkeypatch, root=False)
    with pytest.raises(processes.Stop, match=r"(?m)^sudo apt-get install libgl1 libx11-6$"):
        system_packages.need_system_packages(WANTED)
    assert debian.calls == []


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    system_packages.need_system_packages(WANTED)


def test_without_a_display_qt_is_not_insisted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    started: list[object] = []
    monkeypatch.setattr(dev, "need_system_packages", lambda *_groups: pytest.fail("asked for system packages"))
    monkeypatch.setattr(dev, "make_venv", lambda: None)

    def call(*command: object) -> int:
        started.extend(command)
        return 0

    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["run", "check", "-"]) == 0
    assert started[-4:] == ["-m", "convot_inspector", "check", "-"]


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        (["tests/core"], ["-n", "auto", "--dist", "worksteal", "-m", "not packaged", "tests/core"]),
        (["--fast"], ["-n", "auto", "--dist", "worksteal", "-m", "not packaged and not slow"]),
        (["--random", "-x"], ["-n", "auto", "--dist", "worksteal", "-m", "not packaged and hypothesis", "-x"]),
        (["-n", "3"], ["-m", "not packaged", "-n", "3"]),
        (["-n0"], ["-m", "not packaged", "-n0"]),
        (["-p", "no:xdist"], ["-m", "not packaged", "-p", "no:xdist"]),
        (["--pdb"], ["-m", "not packaged", "--pdb"]),
        (["--no-header"], ["-n", "auto", "--dist", "worksteal", "-m", "not packaged", "--no-header"]),
    ],
)
def test_which_tests_run_and_in_how_many_processes(given: list[str], passed: list[str]) -> None:
    assert dev.pytest_arguments(given) == passed


def test_properties_are_tried_in_rounds_until_one_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("HYPOTHESIS_PROFILE", raising=False)
    monkeypatch.setattr(dev, "need_system_packages", lambda *_groups: None)
    monkeypatch.setattr(dev, "make_venv", lambda: None)
    statuses = [0, 1, 0]
    started: list[dict[str, str]] = []

    def call(*_command: object, env: dict[str, str], **_options: object) -> int:
        started.append(env)
        return statuses[len(started) - 1]

    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test", "--random"]) == 1
    assert [environment["HYPOTHESIS_PROFILE"] for environment in started] == ["random", "random"]
    assert "PYTHONDONTWRITEBYTECODE" not in started[0]
    assert dev.main(["test"]) == 0
    assert len(started) == 3
    assert "HYPOTHESIS_PROFILE" not in started[2]


def test_a_language_is_compiled_for_the_window(tmp_path: Path) -> None:
    words = "<message><source>Verified</source><translation>Geprüft</translation></message>"
    file = tmp_path / "convot_inspector_de.ts"
    file.write_text(f'<TS version="2.1" language="de"><context><name></name>{words}</context></TS>', encoding="utf-8")
    assert translations.languages(tmp_path) == [file]
    translator = QTranslator()
    assert translator.load(str(translations.compiled(file)))
    assert translator.translate("", "Verified") == "Geprüft"
