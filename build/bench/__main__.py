"""Measures the program against floors measured in the same run: the least that the same thing can cost.

    python3 build/dev.py bench [PART …] [--runs N] [--reuse]

start    process start to mapped window, and to the first text in it, against an empty window (from source, and
         packaged) and against a comparable native program, KeePassXC from Debian
inspect  a warm `inspect_text`, against its two HMACs and one parse
reading  a large text around its calls, against a bare parse of it by the library used; peak memory against the text
search   the search for causes, against bare SHA-256; the time to an explanation over the tests' examples
bounds   verdict, causes and cancelling of large and hostile pastes, in processor time
apps     starting and switching with 300 apps, against one
window   from the end of the pause for typing to the verdict on screen; the longest block of the window in a tour
memory   of the packaged program after a check, against the packaged empty window; just opened, against KeePassXC
size     the packages in dist/, against what PyInstaller makes by default of the empty window

`start`, `memory` and `size` of packages need `python3 build/dev.py package` before. The empty window's packages are
kept in .pyinstaller/floor; --reuse takes those of an earlier run.
"""

from __future__ import annotations

import argparse
import sys

from bench import apps, bounds, inspection, memory, packages, reading, search, start, window

_CORE = {
    "inspect": inspection.inspect,
    "reading": reading.reading,
    "search": search.search,
    "bounds": bounds.bounds,
}


def main() -> int:
    """Run the benchmarks that were asked for."""
    parser = argparse.ArgumentParser(description="Measures the program against its floors.")
    known = ["start", *_CORE, "apps", "window", "memory", "size"]
    parser.add_argument("part", nargs="*", help=f"{', '.join(known)} (default: all)")
    parser.add_argument("--runs", type=int, default=11, help="starts of each program (default: 11)")
    parser.add_argument("--reuse", action="store_true", help="take the empty window's packages of an earlier run")
    options = parser.parse_args()
    parts = options.part or known
    unknown = sorted(set(parts) - set(known))
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}")
    for part, measure in _CORE.items():
        if part in parts:
            measure()
    if "apps" in parts:
        apps.apps(options.runs)
    if "window" in parts:
        window.window()
    if {"start", "memory", "size"} & set(parts):
        has_packages = packages.FOLDER.is_dir() and packages.FILE.is_file()
        if has_packages:
            packages.make_floor(reuse=options.reuse)
        else:
            print("No packages in dist/: run `python3 build/dev.py package` to measure them.")
        if "start" in parts:
            start.start(options.runs, packaged=has_packages)
        if "memory" in parts and has_packages and sys.platform == "linux":
            memory.memory(packages.PROGRAM, packages.BARE, min(options.runs, 5))
        if "size" in parts and has_packages:
            packages.size()
    return 0


if __name__ == "__main__":
    sys.exit(main())
