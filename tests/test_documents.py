"""CONTRIBUTING, README and the security policy only name what exists, and the map of folders is complete."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "convot_inspector"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DOCUMENTS = ("CONTRIBUTING.md", "README.md", ".github/SECURITY.md")
CODE_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.-]*(?:/[\w.*-]+)*/?")
SUFFIXES = {".py", ".md", ".ts", ".qm", ".toml", ".txt", ".json", ".1", ".rb"}
PATH_IN_CODE = re.compile(r"^# ([\w./-]+/[\w.-]+):", re.MULTILINE)

# Named, but not in the repository: made by commands, or examples of a name.
MADE = {"dist", ".venv", "profiles.json", "LICENCES.txt", "convot_inspector_de.ts", "convot_inspector_de.qm"}
EXAMPLE = {"core/reading/data/ini.py", "tests/samples/ini/make_ini.py"}


def quoted(document: str) -> list[str]:
    """The texts in backticks, without the code blocks."""
    return QUOTED.findall(CODE_BLOCK.sub("", (ROOT / document).read_text(encoding="utf-8")))


def is_path(text: str) -> bool:
    return bool(PATH.fullmatch(text)) and ("/" in text or PurePosixPath(text).suffix in SUFFIXES)


def paths(document: str) -> list[str]:
    found = [text for text in quoted(document) if is_path(text) and not text.startswith("/")]
    return [text for text in found if text not in MADE and text.partition("/")[0] not in MADE]


@cache
def names() -> frozenset[str]:
    return frozenset(
        path.name
        for folder in ("convot_inspector", "build", "tests", "resources")
        for path in (ROOT / folder).rglob("*")
        if "__pycache__" not in path.parts
    )


def exists(text: str) -> bool:
    """A path from the repository or, as CONTRIBUTING writes them, from the package; a bare name of a file anywhere."""
    if "/" not in text.rstrip("/"):
        return text.rstrip("/") in names() or (ROOT / text).exists()
    return any((folder / text).exists() for folder in (ROOT, PACKAGE))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_paths_in_the_documents_exist(document: str) -> None:
    assert [text for text in paths(document) if not exists(text)] == []


def test_paths_in_the_recipes_exist() -> None:
    found = set(PATH_IN_CODE.findall(CONTRIBUTING))
    assert found > EXAMPLE
    assert {text for text in found if not exists(text)} <= EXAMPLE


def test_code_that_contributing_names_exists() -> None:
    files = [path for folder in ("convot_inspector", "build", "tests") for path in (ROOT / folder).rglob("*.py")]
    words = set(
        re.findall(r"\w+", "\n".join(path.read_text(encoding="utf-8") for path in files if path != Path(__file__)))
    )
    named = {text for text in quoted("CONTRIBUTING.md") if re.fullmatch(r"[A-Za-z_][\w.]*", text) and not is_path(text)}
    assert len(named) > 20
    assert {text for text in named if not set(text.split(".")) <= words} == set()


def mapped() -> dict[str, list[str]]:
    """The paths in the first column of CONTRIBUTING's map, each with the folders that its text names."""
    table = CONTRIBUTING.partition("| --- | --- |\n")[2].partition("\n\n")[0]
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        first, text = line.strip("| ").split(" | ", 1)
        for path in QUOTED.findall(first):
            found[path] = [name for name in QUOTED.findall(text) if name.endswith("/")]
    return found


def in_package(path: str) -> str:
    return path.removeprefix("convot_inspector/").rstrip("/")


def test_the_map_names_every_folder_of_the_package_and_no_other() -> None:
    found = set()
    for path, folders in mapped().items():
        assert exists(path), path
        for name in (path, *(name if exists(name) and "/" in name.rstrip("/") else path + name for name in folders)):
            if (PACKAGE / in_package(name)).is_dir() and name.endswith("/"):
                found.add(in_package(name))
            else:
                assert exists(name), name
    real = {path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("__init__.py")} - {"."}
    assert found == real, "the map in CONTRIBUTING.md, “Where things are”, has one row for each folder of the package"


def test_the_map_names_every_folder_of_build() -> None:
    real = {path.name for path in (ROOT / "build").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert real
    assert [name for name in real if f"`build/{name}/`" not in CONTRIBUTING] == []
