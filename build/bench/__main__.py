"""Measures the program against floors measured in the same run: what the same thing costs at the very least.

    python3 build/dev.py bench [start] [inspect] [reading] [search] [apps] [window] [memory] [size] [--runs N] [--reuse]

start    process start to mapped window, against a window with nothing in it (from source, and packaged), and against
         a native program of the kind, KeePassXC from Debian; and to the picture: when there is something to read in it
inspect  a warm `inspect_text`, against its two HMACs and one parse
reading  a large text around its calls, against a bare parse of it by the library used; peak memory against the text
search   the search for causes, against bare SHA-256; the time to an explanation over the tests' examples
apps     starting and switching with 300 apps, against one
window   from the end of the pause for typing to the verdict on screen; the longest block of the window in a tour
memory   of the packaged program after a check, against the packaged empty window; just opened, against KeePassXC
size     the packages in dist/, against what PyInstaller makes by default of the empty window

`start`, `memory` and `size` of packages need `python3 build/dev.py package` before. The empty window's packages are
kept in .pyinstaller/floor; --reuse takes those of an earlier run.
"""

from __future__ import annotations

import argparse
import hmac
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench import apps, memory, search, window, xwindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
FLOOR = ROOT / ".pyinstaller" / "floor"
FOLDER = DIST / "ConvotInspector"
FILE = DIST / "ConvotInspector-onefile"

FOLDER_AIM, FILE_AIM, SOURCE_AIM, PICTURE_AIM = 1.15, 0.85, 1.3, 1.5
INSPECT_AIM, SIZE_AIM = 5.0, 0.75
READING_AIM, MEMORY_AIM = 2.0, 12.0

BARE_WINDOW = """\
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget()
window.resize(1000, 700)
window.show()
sys.exit(application.exec())
"""

SECRET = "0123456789abcdef" * 4
SHOP = "johns-store.myshopify.com"
HASH = hmac.digest(SECRET.encode(), SHOP.encode(), "sha256").hex()
CALL = f"""\
Convot.identify({{
  external_id: "{SHOP}",
  email: "john@example.com",
  user_hash: "{HASH}",
  shop: "{SHOP}",
  shop_hash: "{HASH}"
}});
"""


def main() -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="Measures the program against its floors.")
    known = ["start", "inspect", "reading", "search", "apps", "window", "memory", "size"]
    parser.add_argument("part", nargs="*", help=f"{', '.join(known)} (default: all)")
    parser.add_argument("--runs", type=int, default=11, help="starts of each program (default: 11)")
    parser.add_argument("--reuse", action="store_true", help="take the empty window's packages of an earlier run")
    options = parser.parse_args()
    parts = options.part or known
    unknown = sorted(set(parts) - set(known))
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}")
    if "inspect" in parts:
        inspect()
    if "reading" in parts:
        reading()
    if "search" in parts:
        search.search()
    if "apps" in parts:
        apps.apps(options.runs, show)
    if "window" in parts:
        window.window()
    if {"start", "memory", "size"} & set(parts):
        packaged = FOLDER.is_dir() and FILE.is_file()
        if packaged:
            make_floor(reuse=options.reuse)
        else:
            print("No packages in dist/: run `python3 build/dev.py package` to measure them.")
        if "start" in parts:
            start(options.runs, packaged=packaged)
        if "memory" in parts and packaged and sys.platform == "linux":
            memory.memory(FOLDER / FOLDER.name, FLOOR / "bare" / "bare", min(options.runs, 5), show)
        if "size" in parts and packaged:
            size()
    return 0


def show(what: str, figure: float, floor: float, aim: float, unit: str) -> None:
    """Print one line: the figure, its floor, their ratio, the aim."""
    ratio = figure / floor
    mark = "" if ratio <= aim else "   MISSED"
    print(
        f"{what:20} {figure:8.1f} {unit}   floor {floor:8.1f} {unit}   {ratio:5.2f}×   aim ≤ {aim}×{mark}",
        flush=True,
    )


# --- start ------------------------------------------------------------------------------------------------------------


def start(runs: int, *, packaged: bool) -> None:
    """Time from process start to mapped window."""
    if sys.platform != "linux":
        print("start: measured on Linux only")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = folder / "bare.py"
        bare.write_text(BARE_WINDOW, encoding="utf-8")
        python = [sys.executable, "-P"]
        pairs: dict[str, tuple[Sequence[str], Sequence[str], float]] = {
            "source": ([*python, "-m", "convot_inspector"], [*python, str(bare)], SOURCE_AIM)
        }
        if packaged:
            pairs["one folder"] = ([str(FOLDER / FOLDER.name)], [str(FLOOR / "bare" / "bare")], FOLDER_AIM)
            pairs["one file"] = ([str(FILE)], [str(FLOOR / "bare-onefile")], FILE_AIM)
            pairs["KeePassXC"] = ([str(FOLDER / FOLDER.name)], [memory.NATIVE], memory.NATIVE_AIM)
        with xwindow.virtual_display() as display, closing(xwindow.Screen(display)) as screen:
            environment = memory.plain_environment(display, folder)
            for what, (ours, theirs, aim) in pairs.items():
                first = partial(times_to_window, screen, ours, environment, fills=True)
                second = partial(times_to_window, screen, theirs, environment, fills=theirs == [memory.NATIVE])
                first(), second()
                measured = [(*first(), *second()) for _ in range(runs)]
                mapped, read, floor, floor_read = (
                    statistics.median(each) * 1e3 for each in zip(*measured, strict=True)
                )
                show(f"start, {what}", mapped, floor, aim, "ms")
                show(f"picture, {what}", read, floor_read, PICTURE_AIM, "ms")


def times_to_window(
    screen: xwindow.Screen, command: Sequence[str], environment: dict[str, str], *, fills: bool
) -> tuple[float, float]:
    """Start a program and end it; the seconds until its window is mapped, and until there is something to read in it.

    ``fills``: whether there ever is; the second figure is the first where there is not.
    """
    begin = time.perf_counter()
    with xwindow.started(command, environment) as process:
        window = screen.wait_for_window(process)
        mapped = read = time.perf_counter() - begin
        if fills:
            screen.wait_for_text(window, process)
            read = time.perf_counter() - begin
        screen.ask_to_close(window)
        process.communicate(timeout=30)
    return mapped, read


# --- inspect ----------------------------------------------------------------------------------------------------------


def inspect() -> None:
    """Measure a warm inspection of the document's example against what it cannot do without."""
    import tree_sitter
    import tree_sitter_javascript

    from convot_inspector import AppSecrets, inspect_text

    secrets = AppSecrets(SECRET)
    statuses = [(call.user.status, call.shop.status) for call in inspect_text(CALL, secrets).calls]
    if statuses != [("verified", "verified")]:
        raise SystemExit(f"inspect: the example gives {statuses}")
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))
    text, key, message = CALL.encode(), SECRET.encode(), SHOP.encode()

    def floor() -> None:
        hmac.digest(key, message, "sha256")
        hmac.digest(key, message, "sha256")
        parser.parse(text)

    ours, theirs = alternately(
        lambda: seconds_each(lambda: inspect_text(CALL, secrets)), lambda: seconds_each(floor), 101
    )
    show("inspect, warm", ours * 1e6, theirs * 1e6, INSPECT_AIM, "µs")


def seconds_each(action: Callable[[], object], times: int = 50) -> float:
    """Return the seconds that an action takes, over several of them."""
    begin = time.perf_counter()
    for _ in range(times):
        action()
    return (time.perf_counter() - begin) / times


def alternately(first: Callable[[], float], second: Callable[[], float], runs: int) -> tuple[float, float]:
    """Measure two things in turn, so that both see the same machine; return both medians."""
    first(), second()
    measured = [(first(), second()) for _ in range(runs)]
    return statistics.median(a for a, _ in measured), statistics.median(b for _, b in measured)


# --- reading ----------------------------------------------------------------------------------------------------------

PEAK = """\
import re, sys
from pathlib import Path
from convot_inspector import AppSecrets, inspect_text
secrets = AppSecrets("0123456789abcdef" * 4)
inspect_text("Convot.identify({email: 'a', user_hash: 'b'})", secrets)
def kilobytes(name):
    return int(re.search(name + r":\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

before = kilobytes("VmRSS")
text = Path(sys.argv[1]).read_text(encoding="utf-8")
inspect_text(text, secrets)
print((kilobytes("VmHWM") - before) * 1024)
"""


def reading() -> None:
    """Measure large texts against a bare parse, and the memory that reading one takes at its peak."""
    import tree_sitter
    import tree_sitter_javascript

    from convot_inspector import AppSecrets, inspect_text

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))
    secrets = AppSecrets(SECRET)
    floors: dict[str, tuple[str, int, Callable[[str], object]]] = {
        "minified JavaScript": (minified(1_000_000), 1, lambda text: parser.parse(text.encode())),
        "HAR": (har(20_000_000, 50), 50, json.loads),
    }
    for what, (text, count, parse) in floors.items():
        statuses = [call.user.status for call in inspect_text(text, secrets).calls]
        if statuses != ["verified"] * count:
            raise SystemExit(f"reading: the {what} gives {len(statuses)} calls: {set(statuses)}")
        first = partial(seconds_each, partial(inspect_text, text, secrets), 1)
        second = partial(seconds_each, partial(parse, text), 1)
        ours, theirs = alternately(first, second, 9)
        show(f"{what}, {len(text) / 1e6:.0f} MB", ours * 1e3, theirs * 1e3, READING_AIM, "ms")
        if sys.platform == "linux":
            show(f"{what}, memory", peak(text) / 1e6, len(text) / 1e6, MEMORY_AIM, "MB")


def peak(text: str) -> int:
    """Return the bytes that reading a text takes at its peak, the text included, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-P", "-c", PEAK, str(file)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return int(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)


def minified(size: int) -> str:
    """Return JavaScript on one line with one call in its middle."""
    pieces = []
    length = number = 0
    while length < size:
        number += 1
        piece = (
            f'function n{number}(t,e){{var r=t[{number}],o=e||{{a:"x{number}",b:[1,2,3]}};return r&&r.map(function(t)'
            f"{{return t.id===o.a?t:Object.assign({{}},t,{{k:{number}}})}})}}"
        )
        pieces.append(piece)
        length += len(piece)
    pieces.insert(len(pieces) // 2, "window.Convot&&" + " ".join(CALL.split()))
    return "!function(){" + "".join(pieces) + "}();"


def har(size: int, requests: int) -> str:
    """Return a HAR of which some requests identify; the rest are pages and pictures."""
    body = json.dumps({"email": "john@example.com", "external_id": SHOP, "user_hash": HASH})
    other = "<p class='a'>Lorem \"ipsum\" dolor sit amet, é “consectetur” </p>\n" * 200
    each = len(json.dumps(other, ensure_ascii=False)) + 2100
    entries = []
    for number in range(max(size // each, requests)):
        identifies = number % (size // each // requests) == 0 and number // (size // each // requests) < requests
        request: dict[str, object] = {
            "method": "POST" if identifies else "GET",
            "url": "https://api.convot.io/v1/identify" if identifies else f"https://www.example.com/page/{number}?a=b",
            "httpVersion": "HTTP/2",
            "headers": [{"name": f"x-header-{at}", "value": "some value " * 3} for at in range(15)],
        }
        if identifies:
            request["postData"] = {"mimeType": "application/json", "text": body}
        content = {"size": len(other), "mimeType": "text/html", "text": other}
        response = {"status": 200, "headers": [], "content": content}
        entries.append({"startedDateTime": "2026-01-01T00:00:00Z", "request": request, "response": response})
    log = {"version": "1.2", "creator": {"name": "WebInspector"}, "entries": entries}
    return json.dumps({"log": log}, ensure_ascii=False, indent=2)


# --- size -------------------------------------------------------------------------------------------------------------


def size() -> None:
    """Compare the packages' sizes."""
    show("size, one folder", bytes_in(FOLDER) / 1e6, bytes_in(FLOOR / "bare") / 1e6, SIZE_AIM, "MB")
    show("size, one file", FILE.stat().st_size / 1e6, (FLOOR / "bare-onefile").stat().st_size / 1e6, SIZE_AIM, "MB")


def bytes_in(folder: Path) -> int:
    """Return the size of all files in a folder; a link counts nothing."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def make_floor(*, reuse: bool) -> None:
    """Package the empty window as PyInstaller does by default, in both modes."""
    if reuse and (FLOOR / "bare").is_dir() and (FLOOR / "bare-onefile").is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(BARE_WINDOW, encoding="utf-8")
        make = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--windowed"]
        make += ["--workpath", folder, "--specpath", folder, "--distpath", str(FLOOR)]
        for mode in (["--onedir", "--name", "bare"], ["--onefile", "--name", "bare-onefile"]):
            subprocess.run([*make, *mode, str(script)], check=True, cwd=folder)


if __name__ == "__main__":
    sys.exit(main())
