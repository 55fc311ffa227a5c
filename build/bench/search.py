"""`dev.py bench search`: candidates a second against bare SHA-256, and the time until a cause is found."""

from __future__ import annotations

import hashlib
import json
import statistics
import time
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[2] / "tests" / "samples" / "mistakes"
RATE_AIM = 2.0  # times the floor: half of its candidates a second
AIMS = {1: 0.020, 2: 0.150, 3: 1.0}  # seconds to an explanation, by the number of mistakes
WORST_AIM = 3.0  # seconds until everything was tried


def search() -> None:
    """Measure and print both."""
    _worst_case()
    _times_to_an_explanation()


def _worst_case() -> None:
    """Measure a search that finds nothing: one current secret, three previous, five other apps, ten fields."""
    from convot_inspector import AppSecrets, inspect_text

    secrets = [hashlib.sha256(f"secret {n}".encode()).hexdigest() for n in range(9)]
    fields = {f"field_{n}": f"value number {n}" for n in range(8)}
    payload = {"external_id": "user-4711", "email": "john@example.com", **fields, "user_hash": "7" * 64}
    text = _call(payload)
    held = AppSecrets(secrets[0], tuple(secrets[1:4]), {f"App {n}": secret for n, secret in enumerate(secrets[4:])})
    inspect_text(text, held)
    runs: list[tuple[float, float, int]] = []
    for _ in range(3):
        begin = time.perf_counter()
        (found,) = inspect_text(text, held).calls
        runs.append((time.perf_counter() - begin, _bare_pairs(found.user.tried), found.user.tried))
        if found.user.causes:
            raise SystemExit(f"search: {found.user.causes} for a hash that nothing makes")
    ours, floor, tried = statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs), runs[0][2]
    print(
        f"search, nothing found  {tried:,} candidates in {ours:.2f} s (aim ≤ {WORST_AIM} s{_mark(ours, WORST_AIM)}); "
        f"{tried / ours:,.0f} a second, floor {tried / floor:,.0f} a second: {floor / ours:.2f}× "
        f"(aim ≥ 0.5×{_mark(ours / floor, RATE_AIM)})",
        flush=True,
    )


def _bare_pairs(count: int) -> float:
    """Return the seconds for ``count`` pairs of an inner and an outer hash and nothing else."""
    inner_start, outer_start = hashlib.sha256(b"i" * 64), hashlib.sha256(b"o" * 64)
    text = b"john@example.com"
    begin = time.perf_counter()
    for _ in range(count):
        inner = inner_start.copy()
        inner.update(text)
        outer = outer_start.copy()
        outer.update(inner.digest())
        outer.digest()
    return time.perf_counter() - begin


def _times_to_an_explanation() -> None:
    from convot_inspector import AppSecrets, inspect_text

    given: dict[str, Any] = json.loads((SAMPLES / "payloads.json").read_text(encoding="utf-8"))
    rows = json.loads((SAMPLES / "mistakes.json").read_text(encoding="ascii"))
    secrets = AppSecrets(given["secret"])
    times: dict[int, list[float]] = {count: [] for count in AIMS}
    for row in rows:
        if not row["ids"] or {"key-previous", "key-other-app"} & set(row["ids"]):
            continue
        text = _call({**given["payloads"][row["payload"]], "user_hash": row["sent"]})
        begin = time.perf_counter()
        (found,) = inspect_text(text, secrets).calls
        times[len(row["ids"])].append(time.perf_counter() - begin)
        if list(found.user.causes) != row["ids"]:
            raise SystemExit(f"search: {found.user.causes} for {row['ids']}")
    for count, aim in AIMS.items():
        middle, longest = statistics.median(times[count]), max(times[count])
        print(
            f"search, {count} mistake{'s' if count > 1 else ' '}     {middle * 1e3:6.1f} ms in the middle of "
            f"{len(times[count])} examples, {longest * 1e3:.0f} ms at most   "
            f"aim ≤ {aim * 1e3:.0f} ms{_mark(middle, aim)}",
            flush=True,
        )


def _call(payload: dict[str, Any]) -> str:
    return f"Convot.identify({json.dumps(payload)});"


def _mark(figure: float, aim: float) -> str:
    return "" if figure <= aim else ", MISSED"
