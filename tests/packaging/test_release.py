"""The downloads in dist/release/: complete, described correctly, and reproducible."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from needs import needs, only_on_linux
from package import archive, bundle, debian, metainfo
from packaging.requirements import Requirement
from places import ROOT
from setup.environment import LOCK
from setup.processes import clean_environment

from convot_inspector import __version__, licences

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.packaged,
    only_on_linux("these are what is made on Linux"),
]

ROOT = ROOT
RELEASE = ROOT / "dist" / "release"
FOLDER = ROOT / "dist" / "ConvotInspector"
INSIDE = FOLDER / "_internal"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def only(pattern: str) -> Path:
    found = list(RELEASE.glob(pattern))
    assert len(found) == 1, f"{pattern}: {found}; run: python3 build/dev.py package"
    return found[0]


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, links by their target."""
    found = {}
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink():
            found[name] = f"-> {file.readlink()}"
        elif file.is_file():
            found[name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def test_the_checksums_are_right_and_name_everything() -> None:
    sums = only("*.sha256")
    subprocess.run(["sha256sum", "--check", "--strict", sums.name], check=True, cwd=RELEASE, capture_output=True)
    named = {line.split("  ")[1] for line in sums.read_text().splitlines()}
    assert named == {file.name for file in RELEASE.iterdir()} - {sums.name}
    assert len(named) == 4  # the archive, the .deb, the single file, the list of parts


def test_the_archive_holds_the_folder_and_the_licences(tmp_path: Path) -> None:
    packed = only("*.tar.xz")
    with tarfile.open(packed) as opened:
        entries = opened.getmembers()
        if hasattr(tarfile, "data_filter"):
            opened.extraction_filter = tarfile.data_filter  # older releases of 3.11 have none
        opened.extractall(tmp_path)
    (top,) = tmp_path.iterdir()
    assert packed.name == f"{top.name}.tar.xz"
    unpacked = digests(top)
    assert unpacked.pop("LICENCES.txt")
    assert unpacked == digests(FOLDER)
    assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries} == {(0, 0, "root", "root")}
    assert len({entry.mtime for entry in entries}) == 1
    assert {entry.mode for entry in entries if not entry.issym()} == {0o644, 0o755}
    assert subprocess.run([top / "ConvotInspector", "--version"], check=True).returncode == 0


def test_the_deb_says_what_it_is_and_installs_nothing_but_its_own() -> None:
    needs("dpkg-deb")
    deb = only("*.deb")
    shown = subprocess.run(["dpkg-deb", "--field", deb], check=True, capture_output=True, text=True).stdout
    fields = dict(re.findall(r"^(\S+): (.*)$", shown, re.MULTILINE))
    assert (fields["Package"], fields["Version"]) == ("convot-inspector", __version__)
    asked_for = {re.split(r"[ :(]", name.strip())[0] for name in fields["Depends"].split(",")}
    within = {part.name for part in licences.read(INSIDE / "resources" / "licences.json") if ":deb/" in part.purl}
    assert {"libc6", "libegl1", "libfontconfig1", "libxcb1", "xkb-data"} <= asked_for
    assert asked_for.isdisjoint(within)
    listing = subprocess.run(["dpkg-deb", "--contents", deb], check=True, capture_output=True, text=True).stdout
    files = {line.split(" ./", 1)[1].split(" -> ")[0] for line in listing.splitlines() if not line.startswith("d")}
    own = re.compile(
        r"usr/(bin/convot-inspector|lib/convot-inspector/.+|share/(doc/convot-inspector/(copyright|changelog\.gz)"
        r"|applications/convot-inspector\.desktop|icons/hicolor/\w+/apps/convot-inspector\.(png|svg)"
        r"|metainfo/io\.github\.convot_inspector\.metainfo\.xml|man/man1/convot-inspector\.1\.gz))"
    )
    assert [name for name in files if not own.fullmatch(name)] == []
    assert len([name for name in files if "/hicolor/" in name]) == len(debian.ICON_SIDES) + 1
    assert all("root/root" in line for line in listing.splitlines())


def test_desktop_entry_and_metainfo_are_valid() -> None:
    needs("desktop-file-validate", "appstreamcli", packages="desktop-file-utils appstream")
    entry = ROOT / "resources" / "linux" / "convot-inspector.desktop"
    (about,) = (ROOT / "resources" / "linux").glob("*.metainfo.xml")
    done = subprocess.run(["desktop-file-validate", entry], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    judged = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", about], check=False, capture_output=True, text=True
    )
    assert judged.returncode == 0, judged.stdout
    root = ET.parse(about).getroot()
    assert root.findtext("launchable") == entry.name
    assert next(root.iter("release")).get("version") == __version__
    assert re.search(r"^Exec=convot-inspector$", entry.read_text(), re.MULTILINE)
    code = (ROOT / "convot_inspector" / "ui" / "app.py").read_text()
    assert f'setDesktopFileName("{entry.stem}")' in code  # lets the desktop match the window with the program


def test_metainfo_screenshots_are_the_main_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs("appstreamcli", packages="appstream")
    (about,) = (ROOT / "resources" / "linux").glob("*.metainfo.xml")
    plain = about.read_text(encoding="utf-8")
    monkeypatch.delenv(metainfo.ADDRESS, raising=False)
    assert metainfo.with_pictures(plain) == plain
    monkeypatch.setenv(metainfo.ADDRESS, "https://forge.example/a&b/raw/abc/resources/pictures/")
    file = tmp_path / about.name
    file.write_text(metainfo.with_pictures(plain), encoding="utf-8")
    judged = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", file], check=False, capture_output=True, text=True
    )
    assert judged.returncode == 0, judged.stdout
    shown = list(ET.parse(file).getroot().iter("screenshot"))
    addresses = [each.findtext("image") or "" for each in shown]
    pictures = {path.name for path in (ROOT / "resources" / "pictures").glob("*.png")}
    assert {address.rpartition("/")[2] for address in addresses} == pictures
    assert all(address.startswith("https://forge.example/a&b/raw/abc/resources/pictures/") for address in addresses)
    assert [each.get("type") for each in shown] == ["default", None, None, None]
    assert all(each.findtext("caption") for each in shown)
    monkeypatch.setenv(metainfo.ADDRESS, "file:///pictures")
    with pytest.raises(ValueError, match="https"):
        metainfo.with_pictures(plain)


def test_the_list_of_parts_is_whole_and_as_locked() -> None:
    listed = json.loads(only("*.cdx.json").read_text(encoding="utf-8"))
    assert (listed["bomFormat"], listed["specVersion"], listed["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", listed["serialNumber"])
    assert listed["metadata"]["component"]["version"] == __version__
    references = [part["bom-ref"] for part in listed["components"]]
    assert len(set(references)) == len(references)
    assert listed["dependencies"][0]["dependsOn"] == references
    text = LOCK.read_text(encoding="utf-8").replace("\\\n", " ")
    locked = [Requirement(line.partition("--hash")[0].strip()) for line in text.splitlines() if "==" in line]
    versions = {each.name: str(each.specifier)[2:] for each in locked}
    pythons = [part["purl"] for part in listed["components"] if part["purl"].startswith("pkg:pypi/")]
    for name, version in (purl.removeprefix("pkg:pypi/").split("@") for purl in pythons):
        assert versions[name] == version
    assert {"keyring", "pyside6-essentials", "shiboken6", "tree-sitter", "cryptography", "pyinstaller"} <= {
        purl.removeprefix("pkg:pypi/").partition("@")[0] for purl in pythons
    }


def test_every_library_inside_has_its_licence() -> None:
    parts = licences.read(INSIDE / "resources" / "licences.json")
    assert [part.name for part in parts if len(part.text) < 500] == []
    texts = {part.name: part.text for part in parts}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["PySide6_Essentials"]
    assert "put yours of the same version series in their place" in licences.as_text(parts)
    owned = {part.name for part in parts if ":deb/" in part.purl}
    mine = ("libQt6", "libpyside", "libshiboken", "libpython", "libicu")  # from Qt's wheels and Python
    for file in INSIDE.glob("lib*.so*"):
        if not file.name.startswith(mine):
            stem = re.split(r"\.so", file.name)[0].rstrip("-0123456789.")
            known = {"libcrypto": "libssl", "libz": "zlib", "libgthread": "libglib"}.get(stem, stem)
            assert any(name.startswith(known) for name in owned), f"nobody owns {file.name}: {sorted(owned)}"


def test_the_modules_that_are_in_it_have_their_licences() -> None:
    names = {re.sub(r"[-_.]+", "-", part.name).lower() for part in licences.installed()}
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in licences.DIRECT} <= names
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert all(f'"{name}>=' in declared for name in licences.DIRECT)


def test_runs_on_systems_as_old_as_the_readme_says() -> None:
    needs("objdump", packages="binutils")
    programs = [FOLDER / "ConvotInspector", *(file for file in INSIDE.rglob("*.so*") if not file.is_symlink())]
    asked = subprocess.run(["objdump", "-T", *programs], check=True, capture_output=True, text=True).stdout
    needed = max(tuple(map(int, version.split("."))) for version in re.findall(r"GLIBC_([\d.]+)", asked))
    said = re.search(r"glibc (\d+)\.(\d+)", README)
    assert said is not None
    assert needed <= (int(said[1]), int(said[2])), f"glibc {needed} is needed"
    assert not [name for name in bundle.FROM_THE_SYSTEM if list(INSIDE.rglob(name))]


def test_the_same_commit_gives_the_same_bytes_in_another_folder(tmp_path: Path) -> None:
    """Build everything again from a copy of the files, in another folder, with other settings of the user."""
    other = tmp_path / "another place"
    tracked = subprocess.run(["git", "ls-files", "-z"], check=True, cwd=ROOT, capture_output=True, text=True).stdout
    for name in filter(None, tracked.split("\0")):
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, other / name)
    with tarfile.open(only("*.tar.xz")) as opened:
        first = opened.next()
    assert first is not None
    moment = str(int(first.mtime))
    environment = {**clean_environment(), "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": moment, "HOME": str(tmp_path)}
    recipe = other / "build" / "package" / "convot_inspector.spec"
    places = ["--workpath", str(tmp_path / "work"), "--distpath", str(other / "dist")]
    make = ["-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, str(recipe)]
    subprocess.run([sys.executable, *make], check=True, cwd=other, env=environment, umask=0o077, capture_output=True)
    environment["PYTHONPATH"] = str(other / "build")
    artefacts = [sys.executable, "-P", "-m", "package.artefacts"]
    subprocess.run(artefacts, check=True, cwd=other, env=environment, umask=0o077, capture_output=True)
    assert digests(other / "dist" / "ConvotInspector") == digests(FOLDER)
    assert digests(other / "dist" / "release") == digests(RELEASE)


def test_an_archive_depends_on_nothing_but_what_is_packed(tmp_path: Path) -> None:
    contents = []
    for number, names in enumerate((("b", "a"), ("a", "b"))):
        folder = tmp_path / str(number) / "same"
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_text(name)
            (folder / name).chmod(0o600 if number else 0o664)
            os.utime(folder / name, (number, number))
        archive.pack(folder, tmp_path / f"{number}.tar.xz", 1_000_000_000)
        contents.append((tmp_path / f"{number}.tar.xz").read_bytes())
    assert contents[0] == contents[1]
