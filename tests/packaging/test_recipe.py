"""PyInstaller's spec file, executed for each system as PyInstaller would, and the files that it names."""

from __future__ import annotations

import ast
import plistlib
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from package import bundle, shipped, windows
from places import ROOT
from PyInstaller.utils.win32 import winmanifest  # type: ignore[import-untyped]  # it has no types

from convot_inspector import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

BUILD = ROOT / "build"
SYSTEMS = ("linux", "win32", "darwin")
WINDOWS_NAMES = {
    "dpi": "{http://schemas.microsoft.com/SMI/2016/WindowsSettings}dpiAwareness",
    "paths": "{http://schemas.microsoft.com/SMI/2016/WindowsSettings}longPathAware",
}


class Made:
    """A fake of each of PyInstaller's classes, which records its arguments."""

    def __init__(self, kind: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
        self.kind, self.arguments, self.options = kind, arguments, options
        self.pure: list[bundle.Entry] = []
        self.dependencies: list[bundle.Entry] = []
        self.scripts: list[bundle.Entry] = []
        self.binaries: list[bundle.Entry] = [("PySide6/Qt6Network.dll", "/nowhere/Qt6Network.dll", "BINARY")]
        self.datas: list[bundle.Entry] = [(f"{folder}/file", file, "DATA") for file, folder in options.get("datas", ())]


def read_recipe(system: str, monkeypatch: pytest.MonkeyPatch, work: Path) -> list[Made]:
    """Return what the spec file makes on a system."""
    made: list[Made] = []

    def stand_in(kind: str) -> Callable[..., Made]:
        def make(*arguments: object, **options: object) -> Made:
            made.append(Made(kind, arguments, options))
            return made[-1]

        return make

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(shipped, "write_licences", lambda *_: None)
    recipe = BUILD / "package" / "convot_inspector.spec"
    names: dict[str, object] = {kind: stand_in(kind) for kind in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    names |= {"SPECPATH": str(BUILD / "package"), "workpath": str(work)}
    exec(compile(recipe.read_text(encoding="utf-8"), recipe, "exec"), names)
    return made


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.slow
def test_makes_the_programs_of_each_system(system: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = read_recipe(system, monkeypatch, tmp_path)
    programs = {each.options["name"]: each.options for each in made if each.kind == "EXE"}
    assert {"ConvotInspector", "ConvotInspector-onefile"} <= programs.keys()
    assert ("convot-inspector-cli" in programs) is (system == "win32")
    assert programs["ConvotInspector"]["disable_windowed_traceback"] is True
    assert [each.kind for each in made].count("BUNDLE") == int(system == "darwin")
    for options in programs.values():
        for name in ("icon", "version", "manifest", "entitlements_file"):
            assert options.get(name) is None or Path(options[name]).is_file(), name
    (analysis,) = (each for each in made if each.kind == "Analysis")
    assert Path(analysis.arguments[0][0]).is_file()
    assert "resources/licences.json" in [name for name, _, _ in analysis.datas]
    hooks = analysis.options["runtime_hooks"]
    assert len(hooks) == int(system == "linux")
    assert all(Path(hook).is_file() for hook in hooks)


@pytest.mark.slow
def test_windows_shows_what_the_programs_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    read_recipe("win32", monkeypatch, tmp_path)
    tree = ast.parse((tmp_path / "version.txt").read_text(encoding="utf-8"), mode="eval")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    strings = {ast.literal_eval(c.args[0]): ast.literal_eval(c.args[1]) for c in calls if c.func.id == "StringStruct"}  # type: ignore[attr-defined]
    assert strings["ProductVersion"] == strings["FileVersion"] == __version__
    assert strings["ProductName"] == "Convot Inspector"
    known = {
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    }
    assert {c.func.id for c in calls if isinstance(c.func, ast.Name)} == known


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc4", (1, 2, 3, 0)), ("7", (7, 0, 0, 0))]
)
def test_a_version_has_four_numbers_on_windows(version: str, numbers: tuple[int, ...], tmp_path: Path) -> None:
    windows.write_version_resource(tmp_path / "v", title="T", name="N", version=version)
    assert f"filevers={numbers}" in (tmp_path / "v").read_text(encoding="utf-8")


def test_the_windows_manifest_asks_for_sharp_text_long_paths_and_no_more_rights() -> None:
    # read by PyInstaller's own code
    manifest = winmanifest.create_application_manifest((BUILD / "windows" / "app.manifest").read_bytes(), False, False)
    root = ET.fromstring(manifest)  # our own file
    found = {key: [node.text for node in root.iter(name)] for key, name in WINDOWS_NAMES.items()}
    assert found == {"dpi": ["PerMonitorV2"], "paths": ["true"]}
    (level,) = (node for node in root.iter() if node.tag.endswith("requestedExecutionLevel"))
    assert (level.get("level"), level.get("uiAccess")) == ("asInvoker", "false")
    assert manifest.count(b"Microsoft.Windows.Common-Controls") == 1


def test_the_windows_installer_is_for_one_user_and_names_files_that_there_are() -> None:
    script = (BUILD / "windows" / "installer.iss").read_text(encoding="utf-8")
    settings = dict(re.findall(r"^(\w+)=(.*)$", script, re.MULTILINE))
    assert settings["PrivilegesRequired"] == "lowest"
    for name in ("SetupIconFile", "LicenseFile"):
        assert (BUILD / "windows" / settings[name].replace("\\", "/")).resolve().is_file()
    given = set(re.findall(r"\{#(\w+)\}", script)) - {"Title"}
    assert given == {"Version", "Numbers", "Source", "OutputFolder", "OutputName"}
    code = (BUILD / "package" / "windows.py").read_text(encoding="utf-8")
    assert all(f'"{name}": ' in code for name in given)
    assert "Remove all data…" in script  # the menu entry; tests/ui/apps/test_remove_all.py uses it


@pytest.mark.slow
def test_macos_bundle_has_its_plist_and_entitlements(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CONVOT_CODESIGN_IDENTITY", "Developer ID Application: Somebody")
    made = read_recipe("darwin", monkeypatch, tmp_path)
    (app,) = (each.options for each in made if each.kind == "BUNDLE")
    facts = plistlib.loads(plistlib.dumps(app["info_plist"]))
    assert facts["CFBundleShortVersionString"] == facts["CFBundleVersion"] == __version__
    assert facts["NSHighResolutionCapable"] is True
    assert facts["NSRequiresAquaSystemAppearance"] is False  # it has a dark theme
    assert re.fullmatch(r"[A-Za-z0-9.-]+", app["bundle_identifier"])
    programs = [each.options for each in made if each.kind == "EXE"]
    assert {options["codesign_identity"] for options in programs} == {"Developer ID Application: Somebody"}
    rights = plistlib.loads(Path(programs[0]["entitlements_file"]).read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.slow
def test_without_an_identity_the_macos_app_is_not_signed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CONVOT_CODESIGN_IDENTITY", "")
    made = read_recipe("darwin", monkeypatch, tmp_path)
    assert {each.options["codesign_identity"] for each in made if each.kind == "EXE"} == {None}


def test_the_version_is_written_down_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    for file in (
        *BUILD.rglob("*.py"),
        BUILD / "package" / "convot_inspector.spec",
        BUILD / "windows" / "installer.iss",
    ):
        assert __version__ not in file.read_text(encoding="utf-8"), file


def test_each_file_that_the_program_reads_goes_in_and_what_only_installers_read_stays_out() -> None:
    inside = {Path(folder, Path(file).name).as_posix() for file, folder in bundle.resource_files()}
    code = "".join(file.read_text(encoding="utf-8") for file in bundle.PACKAGE.rglob("*.py"))
    for icon in re.findall(r'RESOURCES / "icons" / "([\w.-]+)"', code):
        assert f"resources/icons/{icon}" in inside
    assert {"resources/style.qss", "resources/examples/examples.json"} <= inside
    assert not [
        name for name in inside if name.endswith((".ico", ".icns", ".desktop", ".xml", ".ts")) or "pictures" in name
    ]


@pytest.mark.slow
def test_excluded_modules_are_never_imported() -> None:
    left_out = set(bundle.excluded_modules())
    used = {f"PySide6.{name}" for name in bundle.qt_modules_used()}
    assert used.isdisjoint(left_out)
    assert {"PySide6.QtNetwork", "PySide6.QtQml", "ssl"} <= left_out | used
    for file in bundle.PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert left_out.isdisjoint(names), f"{file.name} imports {left_out & set(names)}"


def test_notes_of_an_installation_stay_out_but_not_what_finds_the_keychain() -> None:
    kept = ["keyring-1.dist-info/entry_points.txt", "keyring-1.dist-info/METADATA"]
    dropped = ["keyring-1.dist-info/RECORD", "a-1.dist-info/sboms/x.json", "PySide6/Qt/translations/qt_de.qm"]
    entries = [(name, f"/there/{name}", "DATA") for name in kept + dropped]
    assert [name for name, _, _ in bundle.wanted(entries)] == kept


def test_qt_speaks_each_language_that_the_window_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundle, "RESOURCES", tmp_path)
    (tmp_path / "translations").mkdir()
    for name in ("convot_inspector_de.qm", "convot_inspector.ts"):
        (tmp_path / "translations" / name).touch()
    names = [f"PySide6/Qt/translations/{name}.qm" for name in ("qtbase_de", "qtbase_fr", "qt_help_de")]
    assert [name for name, _, _ in bundle.wanted([(name, name, "DATA") for name in names])] == names[:1]
    assert [Path(file).name for file, _ in bundle.resource_files()] == ["convot_inspector_de.qm"]
