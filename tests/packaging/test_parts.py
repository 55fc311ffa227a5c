"""What goes into the packages: the icon's files, the wheel, ICU's data, the manual."""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import Path

import PySide6
import pytest
from hatchling import build
from needs import needs, only_on_linux
from package import icu_data
from places import COMMANDS, ROOT

from convot_inspector import __version__, cli
from convot_inspector.commands import inputs

ICONS = ROOT / "resources" / "icons"


def png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_every_png_has_the_size_in_its_name() -> None:
    files = sorted(ICONS.glob("app-*.png"))
    assert len(files) == 8
    for file in files:
        side = int(file.stem.removeprefix("app-"))
        assert png_size(file.read_bytes()) == (side, side)


def test_the_windows_icon_holds_the_pngs() -> None:
    data = (ICONS / "app.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    sides = []
    for number in range(count):
        side, *_, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        side = side or 256
        assert data[offset : offset + length] == (ICONS / f"app-{side}.png").read_bytes()
        sides.append(side)
    assert sides == [16, 24, 32, 48, 64, 256]


def test_the_macos_icon_holds_the_pngs() -> None:
    data = (ICONS / "app.icns").read_bytes()
    mark, length = struct.unpack_from(">4sI", data)
    assert (mark, length) == (b"icns", len(data))
    offset, sides = 8, []
    while offset < len(data):
        _, size = struct.unpack_from(">4sI", data, offset)
        side, _ = png_size(data[offset + 8 : offset + size])
        sides.append(side)
        offset += size
    assert sides == [16, 32, 64, 128, 256, 512]


def test_the_wheel_holds_the_program_and_its_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    wheel = tmp_path / build.build_wheel(str(tmp_path))
    assert f"-{__version__}-" in wheel.name
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"convot_inspector/cli.py", "convot_inspector/resources/icons/app.svg"} <= names
    assert not [name for name in names if name.startswith(("tests/", "build/"))]


def icu_entries(table: bytes) -> dict[str, bytes]:
    start = table.index(b"CmnD") - 12
    base = start + struct.unpack_from("<H", table, start)[0]
    count = struct.unpack_from("<I", table, base)[0]
    entries = [struct.unpack_from("<II", table, base + 4 + 8 * number) for number in range(count)]
    ends = [offset for _, offset in entries[1:]] + [len(table) - base]
    result = {}
    for (name, offset), end in zip(entries, ends, strict=True):
        assert offset % icu_data.ALIGNMENT == 0
        result[table[base + name : table.index(b"\0", base + name)].decode()] = table[base + offset : base + end]
    return result


@only_on_linux("Qt brings ICU on Linux only")
def test_the_small_icu_keeps_what_it_keeps_as_it_is() -> None:
    (library,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    whole = library.read_bytes()
    small = icu_data.smaller_table(whole)
    assert len(small) < len(whole) / 8
    before, after = icu_entries(whole), icu_entries(small)
    assert list(after) == sorted(after)  # ICU uses binary search
    assert all(content.rstrip(b"\0") == before[name].rstrip(b"\0") for name, content in after.items())
    kept = {re.sub(r"^icudt\d+l/", "", name) for name in after}
    assert {"root.res", "coll/root.res", "coll/ucadata.icu"} <= kept
    assert not any(name.startswith(("zone/", "curr/", "brkitr/")) or name in ("de.res", "en_US.res") for name in kept)


CALLS = """
0000000000000000      DF *UND*\t0000000000000000              ucol_open_73
0000000000000000      DF *UND*\t0000000000000000              u_strToLower_73
0000000000000000      DF *UND*\t0000000000000000 (GLIBC_2.2.5) u_turn_1
00000000001b2c40 g    DF .text\t0000000000000012  Qt_6        ubrk_ours_73
"""


def test_a_qt_that_asks_icu_for_more_gets_the_whole_icu(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert icu_data.unknown_functions(CALLS.replace("u_turn_1", "strlen")) == []
    more = CALLS + "0000000000000000      DF *UND*\t0000000000000000              ubrk_open_73\n"
    assert icu_data.unknown_functions(more) == ["u_turn", "ubrk_open"]
    for content in (b"no table", b"12 bytes ... CmnD", bytes(12) + b"CmnD" + bytes(20)):
        library = tmp_path / "libicudata.so.99"
        library.write_bytes(content)
        assert icu_data.small_copy(library, tmp_path / "small", []) == library
        assert "WARNING: libicudata.so.99" in capsys.readouterr().err


@pytest.mark.packaged
@only_on_linux("Qt brings ICU on Linux only")
def test_this_qt_asks_icu_for_no_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs("objdump", packages="binutils")
    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    (library,) = folder.glob("libicudata.so.*")
    small = icu_data.small_copy(library, tmp_path / "small", [str(folder / "libQt6Core.so.6")])
    assert (small, capsys.readouterr().err) == (tmp_path / "small", "")
    assert small.stat().st_size < library.stat().st_size / 8


def test_the_manual_says_what_the_help_says(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], *([name, "--help"] for name in COMMANDS)):
        with pytest.raises(SystemExit):
            cli.run_command(arguments, "convot-inspector")
    output = " ".join(capsys.readouterr().out.split())
    manual = (ROOT / "resources/linux/convot-inspector.1").read_text(encoding="utf-8").replace("\\-", "-")
    options, names = r"--[a-z]+(?:-[a-z]+)*", r"\bCONVOT_[A-Z_]+"
    assert set(re.findall(options, manual)) == set(re.findall(options, output)) >= {"--app", "--json", "--redact"}
    assert (
        set(re.findall(names, manual))
        == set(re.findall(names, output))
        == {
            inputs.SECRET_VARIABLE,
            inputs.PREVIOUS_VARIABLE,
        }
    )
    statuses = re.findall(r"(\d) ([a-z][^;.]+)[;.]", output.partition("Exit status: ")[2])
    assert [status for status, _ in statuses] == ["0", "1", "2"]
    for status, meaning in statuses:
        assert f"\n.B {status}\n{meaning}.\n" in manual
    for command in COMMANDS:
        assert f"\n.B {command}\n" in manual
    for place in ("~/.local/share/Convot Inspector", "~/.config/Convot Inspector"):
        assert f".I {place}\n" in manual
        assert f"`{place}`" in (ROOT / "README.md").read_text(encoding="utf-8")
