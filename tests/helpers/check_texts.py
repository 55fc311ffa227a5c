"""Check texts in a separate process, whose memory a test inspects.

``check_texts.py growth FILE``: print by how many bytes the memory in use grows from the third to the tenth check.
``check_texts.py drop FILE…``: check each text, drop everything, print "ready", wait for a line.
``check_texts.py keep FILE…``: the same, but keep the results.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from pathlib import Path

from convot_inspector import AppSecrets, inspect_text

SECRETS = AppSecrets("00112233445566778899aabbccddeeff" * 2)  # test_memory.py has it too


def check(file: str) -> object:
    inspection = inspect_text(Path(file).read_text(encoding="utf-8"), SECRETS)
    if inspection.format == "none":
        raise SystemExit(f"nothing was read of {file}")
    return inspection, inspection.to_dict(), inspection.to_dict("none")


def growth(file: str) -> int:
    """Return by how many bytes seven checks grow the memory of Python and of tree-sitter, which uses its allocator."""
    for _ in range(2):
        check(file)
    gc.collect()
    tracemalloc.start()
    check(file)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(7):
        check(file)
    gc.collect()
    return tracemalloc.get_traced_memory()[0] - before


def main() -> None:
    what, *files = sys.argv[1:]
    if what == "growth":
        sys.stdout.write(f"{growth(files[0])}\n")
        return
    kept = [check(file) for file in files]
    if what == "drop":
        del kept
        gc.collect()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main()
