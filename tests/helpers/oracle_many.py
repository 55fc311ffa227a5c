"""Judge very many texts that the suite does not use, cheaply: causes are searched only where the verdict is not right.

python tests/helpers/oracle_many.py 200000 FILE

FILE gets a line of JSON for each block of texts that was judged: what came out, and every failing text. Started again
with the same FILE, it goes on where it was stopped. Two processes share the work.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from oracle.judge import FAILURES, outcome, verdict_outcome  # the path comes first
from oracle.sampling import sample  # as above
from oracle.shapes import SHAPES  # as above

if TYPE_CHECKING:
    from typing import TypedDict

    from oracle.sampling import Sample

    class Block(TypedDict):
        """What came out for a block of texts, and the failing ones."""

        block: int
        results: dict[str, int]
        failures: list[dict[str, str | int]]


PROCESSES = 2
BLOCK = 500
SEARCHED = 20  # of every so many texts of a shape, causes are always searched for one
FIRST = 1_000_000  # the number of the first sample of each shape; the suite's begin at 0


def quick_outcome(text: Sample, turn: int) -> str:
    """Return what ``outcome`` returns, or "right verdict" where it is, except for a few texts, without causes."""
    is_right = turn % SEARCHED != 0 and verdict_outcome(text) in ("read", "red", "silent", "cause-missed")
    return "right verdict" if is_right else outcome(text)


def judge(block: int) -> Block:
    """Judge the texts of one block."""
    shapes = list(SHAPES.values())
    results: Counter[str] = Counter()
    failures: list[dict[str, str | int]] = []
    for number in range(block * BLOCK, (block + 1) * BLOCK):
        shape, turn = shapes[number % len(shapes)], FIRST + number // len(shapes)
        text = sample(shape, turn)
        result = quick_outcome(text, turn)
        results[result] += 1
        if result in FAILURES:
            failures.append(
                {"shape": shape.name, "turn": turn, "truth": text.truth, "cause": text.cause, "result": result}
            )
    return {"block": block, "results": dict(results), "failures": failures}


def main(count: int, path: Path) -> None:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    done: list[Block] = [json.loads(line) for line in lines]
    total: Counter[str] = Counter()
    for each in done:
        total.update(each["results"])
    left = sorted(set(range(-(-count // BLOCK))) - {each["block"] for each in done})
    began, judged = time.monotonic(), 0
    with Pool(PROCESSES) as pool, path.open("a", encoding="utf-8") as file:
        for each in pool.imap_unordered(judge, left):
            file.write(json.dumps(each) + "\n")
            file.flush()
            total.update(each["results"])
            judged += BLOCK
            for failure in each["failures"]:
                print("FAILED", json.dumps(failure), flush=True)
            if each["block"] % 10 == 0:
                rate = judged / (time.monotonic() - began)
                print(f"{sum(total.values())} texts, {rate:.1f} a second: {dict(total)}", flush=True)
    print(f"all {sum(total.values())} texts: {dict(total)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
