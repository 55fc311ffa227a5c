"""Judge the readers over many generated texts and print a table by shape. Run by hand, from the repository:

python tests/helpers/oracle_table.py 20000             all shapes in turn
python tests/helpers/oracle_table.py 600 go-plus-v     one shape, with its failing texts
python tests/helpers/oracle_many.py 200000 FILE        as many once, two at a time, resumable
python tests/helpers/oracle_table.py --expected        write tests/core/reading/expected_failures.py anew
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "tests" / "core" / "reading" / "expected_failures.py"
sys.path[:0] = [str(ROOT), str(EXPECTED.parent)]

from expected_failures import EXPECTED_FAILURES, SAMPLES  # noqa: E402  # the paths come first
from oracle.judge import FAILURES, outcome  # noqa: E402  # as above
from oracle.sampling import sample  # noqa: E402  # as above
from oracle.shapes import SHAPES  # noqa: E402  # as above

HEADER = '''"""What the readers get wrong today in the first `SAMPLES` texts of each shape. The table only ever shrinks.

``python tests/helpers/oracle_table.py --expected`` writes it anew and keeps the reasons. By reason and shape: how
many texts have which of the outcomes of ``oracle.judge.FAILURES``.
"""

from __future__ import annotations

'''


def main(count: int, only: str = "") -> None:
    shapes = [SHAPES[only]] if only else list(SHAPES.values())
    found: dict[str, Counter[str]] = defaultdict(Counter)
    slowest: list[tuple[float, str, int]] = []
    for number in range(count):
        shape, turn = shapes[number % len(shapes)], number // len(shapes)
        text = sample(shape, turn)
        began = time.process_time()
        result = outcome(text)
        slowest.append((time.process_time() - began, shape.name, turn))
        found[shape.name].update((result, f"{text.truth} texts"))
        if only and result in FAILURES:
            print(f"--- {turn}: {text.truth} {text.cause} {result}\n{text.text}")
        if number % 1000 == 999:
            slowest = sorted(slowest, reverse=True)[:5]
            print(f"{number + 1} texts", file=sys.stderr)
    print(table(found))
    print("slowest:", *(f"{name} {turn}: {seconds:.2f} s" for seconds, name, turn in sorted(slowest, reverse=True)[:5]))


def weight(counts: Counter[str]) -> int:
    return sum(count * FAILURES.get(result, 0) for result, count in counts.items())


def table(found: dict[str, Counter[str]]) -> str:
    names = list(FAILURES)
    totals = sum(found.values(), Counter[str]())
    rows = [row(name, counts, names) for name, counts in sorted(found.items(), key=lambda item: -weight(item[1]))]
    head = f"| shape | right read | {' | '.join(names)} | weight |\n|---|{'---:|' * (len(names) + 2)}"
    return "\n".join((head, *rows, row("all", totals, names)))


def row(name: str, counts: Counter[str], names: list[str]) -> str:
    right = counts["right texts"] or 1
    cells = (str(counts[result] or "") for result in names)
    return f"| {name} | {100 * counts['read'] // right} % | {' | '.join(cells)} | {weight(counts)} |"


def write_expected() -> None:
    """Write the table of expected failures from the present failures."""
    reasons = {shape: reason for reason, shapes in EXPECTED_FAILURES.items() for shape in shapes}
    found: dict[str, dict[str, dict[str, int]]] = {reason: {} for reason in EXPECTED_FAILURES}
    for shape in SHAPES.values():
        results = Counter(outcome(sample(shape, number)) for number in range(SAMPLES))
        wrong = {name: results[name] for name in FAILURES if results[name]}
        if wrong:
            found.setdefault(reasons.get(shape.name, "not looked at yet"), {})[shape.name] = wrong
    body = json.dumps({reason: shapes for reason, shapes in found.items() if shapes}, indent=4, ensure_ascii=False)
    annotation = "dict[str, dict[str, dict[str, int]]]"
    EXPECTED.write_text(f"{HEADER}SAMPLES = {SAMPLES}\n\nEXPECTED_FAILURES: {annotation} = {body}\n", encoding="utf-8")
    print("written; now: ruff format")


if __name__ == "__main__":
    if sys.argv[1:] == ["--expected"]:
        write_expected()
    else:
        main(int(sys.argv[1]), *sys.argv[2:3])
