"""The allowed imports: ``cli, ui → keychain, core``; Qt only in ui, keyring only in keychain/stores/opening.py."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from import_graph import NAME, PACKAGE, circles, folded, import_graph, syntax_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from import_graph import Graph

HEAVY = {"PySide6", "shiboken6", "keyring", "secretstorage", "jeepney", "platformdirs", "tree_sitter"}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "socketserver", "xmlrpc"}
EXECUTING = {"subprocess", "multiprocessing", "ctypes", "code", "runpy"}
OTHERS = {"ui", "keychain", "cli", "commands", "examples", "paths"}


def loaded_after(program: str) -> set[str]:
    """Return the modules that a clean interpreter without a display has loaded after a program."""
    environment = {name: value for name, value in os.environ.items() if name not in DISPLAY}
    environment["PYTHONPATH"] = str(PACKAGE.parent)
    program += "\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    command = [sys.executable, "-W", "error", "-c", program]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return set(json.loads(answer.stdout.splitlines()[-1]))


DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
IDENTIFY = "Convot.identify({email: 'a', user_hash: 'b'})"
RUN = """
import contextlib, io
from convot_inspector import cli
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    cli.main({arguments})
"""


@pytest.mark.parametrize(
    ("program", "roots", "own"),
    [
        ("import convot_inspector", HEAVY, OTHERS),
        ("import convot_inspector.core.inspection, convot_inspector.core.reports.json_report", HEAVY, OTHERS),
        (f"import convot_inspector as c; c.inspect_text({IDENTIFY!r}).to_dict()", HEAVY - {"tree_sitter"}, OTHERS),
        ("import convot_inspector.core.convot", HEAVY, OTHERS),
        ("import convot_inspector.keychain.stores.opening", HEAVY, {"ui", "cli", "commands", "examples"}),
        ("import convot_inspector.keychain.apps", HEAVY, {"ui", "cli", "commands", "examples"}),
        ("import convot_inspector.cli", HEAVY, {"ui", "keychain", "commands"}),
        (RUN.format(arguments=["check", "no such file"]), HEAVY, {"ui", "keychain"}),
        (RUN.format(arguments=["check", __file__]), HEAVY - {"tree_sitter"}, {"ui", "keychain"}),
        (RUN.format(arguments=[]), HEAVY - {"tree_sitter"}, {"ui", "keychain"}),
        (RUN.format(arguments=["self-check"]), {"PySide6", "shiboken6"}, {"ui"}),
    ],
    ids=[
        "the package", "core", "core at work", "the rules", "the store", "the apps",
        "the command line", "check without a file", "check", "no display", "self-check",
    ],
)  # fmt: skip
def test_nothing_else_is_loaded(program: str, roots: set[str], own: set[str]) -> None:
    loaded = loaded_after(program)
    assert NAME in loaded
    assert {module.partition(".")[0] for module in loaded} & roots == set()
    assert {part for part in own if f"{NAME}.{part}" in loaded} == set()


@cache
def imports(file: Path) -> frozenset[str]:
    """Return every module that a file imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(syntax_tree(file)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} has a relative import"
            module = node.module or ""
            found.add(module)
            found.update(f"{module}.{alias.name}" for alias in node.names)
    # urllib.parse only parses texts
    return frozenset(module for module in found if not f"{module}.".startswith("urllib.parse."))


FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [file.relative_to(PACKAGE).as_posix() for file in FILES]


def layer(name: str) -> str:
    """Return the top folder of a file; "" for files at the top."""
    return name.partition("/")[0] if "/" in name else ""


def importers(is_forbidden: Callable[[str], bool], *, of: str | None = None) -> set[tuple[str, str]]:
    """Return each file and forbidden module that it imports. ``of``: the layer of the files; None: all files."""
    files = [name for name in NAMES if of is None or layer(name) == of]
    assert len(files) > 10
    return {(name, module) for name in files for module in imports(PACKAGE / name) if is_forbidden(module)}


def root(module: str) -> str:
    return module.partition(".")[0]


def test_core_imports_nothing_that_reaches_out() -> None:
    roots = (HEAVY - {"tree_sitter"}) | NETWORK | EXECUTING
    assert importers(lambda module: root(module) in roots, of="core") == set()
    assert importers(lambda module: module in {"os", "pathlib", "io", "shutil", "tempfile"}, of="core") == set()


def test_core_imports_no_other_layer() -> None:
    def is_forbidden(module: str) -> bool:
        if root(module) != NAME or module in (NAME, f"{NAME}.__version__"):
            return False
        return not f"{module}.".startswith(f"{NAME}.core.")

    assert importers(is_forbidden, of="core") == set()


def test_keychain_imports_neither_the_window_nor_the_command_line() -> None:
    assert importers(lambda module: root(module) in {"PySide6"} | NETWORK, of="keychain") == set()
    assert importers(lambda module: module.startswith((f"{NAME}.ui", f"{NAME}.cli")), of="keychain") == set()


def test_only_the_store_imports_keyring() -> None:
    found = {name for name, _ in importers(lambda module: root(module) == "keyring")}
    assert found == {"keychain/stores/opening.py"}


def test_only_the_window_imports_qt() -> None:
    found = {name for name, _ in importers(lambda module: root(module) == "PySide6")}
    assert found
    assert {layer(name) for name in found} == {"ui"}


def test_nothing_opens_a_connection_itself() -> None:
    assert importers(lambda module: root(module) in NETWORK) == set()
    assert importers(lambda module: module.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))) == set()


def test_no_pasted_text_is_executed() -> None:
    for name in NAMES:
        for node in ast.walk(syntax_tree(PACKAGE / name)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "compile", "__import__"), name


# Inside core

# What each room of core may import besides itself and the modules that everybody may: convot, model, language, shown
# and the others that import nothing but those.
CORE_ROOMS = {
    "reading": set(),
    "search": {"reading"},
    "characters": set(),
    "wording": set(),
    "diagnosis": {"wording", "search", "reading", "characters"},
    "reports": {"wording", "diagnosis", "characters"},
}
BOTTOM = ("core.convot", "core.model", "core.language", "core.shown")  # these import no room


def in_rooms_of_core(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "core" and len(parts) > 1 and parts[1] in CORE_ROOMS else None


def is_against(name: str, other: str) -> bool:
    room, target = in_rooms_of_core(name), in_rooms_of_core(other)
    if target is None or target == room:
        return False
    return name in BOTTOM if room is None else target not in CORE_ROOMS[room]


def reached(name: str) -> set[str]:
    """Return the modules that a module imports, also through modules of core that are in no room."""
    graph = import_graph()
    found: set[str] = set()
    pending = set(graph[name])
    while pending:
        other = pending.pop()
        found.add(other)
        if in_rooms_of_core(other) is None and other.startswith("core."):
            pending |= graph[other] - found
    return found


def against_the_directions() -> set[tuple[str, str]]:
    return {(name, other) for name in import_graph() for other in reached(name) if is_against(name, other)}


def test_directions_inside_core() -> None:
    assert against_the_directions() == set()


def test_every_room_of_core_has_its_directions() -> None:
    rooms = {parts[1] for name in NAMES if len(parts := name.split("/")) > 2 and parts[0] == "core"}
    assert rooms == CORE_ROOMS.keys()


def modules() -> Graph:
    """Return the import graph without the package's ``__init__``, which imports lazily (PEP 562)."""
    return {name: imported - {""} for name, imported in import_graph().items() if name}


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(modules()) == []


def test_no_folders_of_reading_import_each_other_in_a_circle() -> None:
    graph = modules()
    folders = {
        name: parts[2]
        for name in graph
        if len(parts := name.split(".")) > 2
        and parts[:2] == ["core", "reading"]
        and PACKAGE.joinpath(*parts[:3]).is_dir()
    }
    assert len(set(folders.values())) > 5
    assert circles(folded(graph, folders)) == []


def test_a_circle_is_found() -> None:
    graph = {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset("bd"), "d": frozenset()}
    assert circles(graph) == [{"b", "c"}]


# Sizes

MOST_LINES, MOST_FILES = 300, 20
TABLES = {"core/wording/findings.py", "core/wording/value.py"}


def test_no_file_is_long_that_is_not_a_table() -> None:
    long = {name for name in NAMES if len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) > MOST_LINES}
    assert long == TABLES


def test_no_folder_holds_many_files() -> None:
    folders = Counter(file.parent for file in FILES)
    assert {folder.name: count for folder, count in folders.items() if count > MOST_FILES} == {}
