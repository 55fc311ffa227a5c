"""What the benchmarks share: measuring two things in turns, and printing a figure with its floor and its aim."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def show(what: str, figure: float, floor: float, aim: float, unit: str) -> None:
    """Print one line: the figure, its floor, their ratio, the aim (the highest ratio)."""
    ratio = figure / floor
    mark = "" if ratio <= aim else "   MISSED"
    print(
        f"{what:20} {figure:8.1f} {unit}   floor {floor:8.1f} {unit}   {ratio:5.2f}×   aim ≤ {aim}×{mark}",
        flush=True,
    )


def seconds_each(action: Callable[[], object], times: int = 50) -> float:
    """Return the seconds that an action takes, as the mean of several calls."""
    begin = time.perf_counter()
    for _ in range(times):
        action()
    return (time.perf_counter() - begin) / times


def alternately(first: Callable[[], float], second: Callable[[], float], runs: int) -> tuple[float, float]:
    """Measure two things in turns, so that both see the same load on the machine; return both medians."""
    first(), second()
    measured = [(first(), second()) for _ in range(runs)]
    return statistics.median(a for a, _ in measured), statistics.median(b for _, b in measured)
