"""Damages every sample of the tests in many ways and reads it: nothing may raise, nothing may take long.

    .venv/bin/python build/bench/fuzz.py [--count 100000] [--seed 1] [--limit 2.0] [--search 50]

Developers run it by hand after a change of the readers. The samples are the files in tests/samples and the texts in the
tables of tests/core. A text that raises or takes longer than the limit is printed with the seed that makes it again.
Every fiftieth text also goes through the search for causes, for its exceptions.
"""

from __future__ import annotations

import argparse
import importlib
import random
import statistics
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector import AppSecrets

ROOT = Path(__file__).resolve().parents[2]
LONGEST_SAMPLE = 200_000
SHOWN = 20
SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"  # noqa: S105  # made up
PIECES = (
    "Convot.identify(", "{", "}", "[", "]", "(", ")", '"', "'", "`", "\\", "${", "{{", "}}", "<%", "%>", "<?php", "?>",
    "```", "~~~", "\n> ", "\n", "\r\n", "\r", "\t", " ", "\u00a0", "\ufeff", "\u200b", "\u2028", "\0", "\ud83d",
    "😀", "é", "“", "”", "‘", "’", "…", "...", "***", "/*", "*/", "//", "<!--", "-->", "<script>", "</script>",
    "&quot;", "&#x", "%2", "%", "+", "&", "=", "=>", ":", ",", ";", "#", "@", "$'", "^", "-H", "email", "external_id",
    "user_hash", "shop_hash", "null", "undefined", "0x", "1e999", "999999999999999999999", "12 | ", "<mailto:", "](",
)  # fmt: skip


def main() -> int:
    """Damage and read texts; print failures and times."""
    parser = argparse.ArgumentParser(description="Reads damaged samples.")
    parser.add_argument("--count", type=int, default=100_000, help="how many texts (default: 100000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=2.0, help="seconds that a text may take (default: 2)")
    parser.add_argument(
        "--search", type=int, default=50, help="search for causes in every so many-th text (default: 50)"
    )
    options = parser.parse_args()
    tests = ROOT / "tests"
    rooms = sorted(folder for folder in (tests / "core").rglob("*") if folder.is_dir())
    sys.path[:0] = [str(ROOT), *map(str, (tests, tests / "helpers", tests / "core", *rooms))]
    from convot_inspector import AppSecrets
    from convot_inspector.core.inspection import Check

    texts = sorted(set(samples()))
    print(f"{len(texts)} samples, {sum(map(len, texts)) / 1e6:.1f} M characters", flush=True)
    secrets = AppSecrets(SECRET)
    seconds: list[float] = []
    failures = with_calls = characters = 0
    begin = time.perf_counter()
    for number in range(options.count):
        text = damaged(texts, random.Random(f"{options.seed} {number}"))  # noqa: S311  # not for secrets
        start = time.process_time()
        try:
            check = Check(text, secrets)
            with_calls += bool(check.verdict().calls)
        except Exception:  # noqa: BLE001  # any exception is a finding
            failures += 1
            if failures <= SHOWN:
                print(f"seed {options.seed} {number}: {text[:2000]!r}")
                traceback.print_exc(limit=-4, file=sys.stdout)
        seconds.append(time.process_time() - start)
        failures += not number % options.search and search_fails(text, secrets, f"seed {options.seed} {number}")
        characters += len(text)
        if seconds[-1] > options.limit:
            failures += 1
            print(f"seed {options.seed} {number}: {seconds[-1]:.1f} s for {len(text)} characters: {text[:300]!r}")
        if (number + 1) % 10_000 == 0:
            print(f"{number + 1} in {time.perf_counter() - begin:.0f} s, the slowest {max(seconds):.2f} s", flush=True)
    print(
        f"{options.count} texts, {characters / 1e6:.1f} M characters: {failures} failures, {with_calls} with calls; "
        f"median {statistics.median(seconds) * 1e3:.2f} ms, slowest {max(seconds):.3f} s"
    )
    return 1 if failures else 0


def search_fails(text: str, secrets: AppSecrets, seed: str) -> bool:
    """Return whether the whole inspection of a text, including the search for causes, raises."""
    from convot_inspector import inspect_text

    try:
        inspect_text(text, secrets)
    except Exception:  # noqa: BLE001  # any exception is a finding
        print(f"{seed}, with causes: {text[:2000]!r}")
        traceback.print_exc(limit=-4, file=sys.stdout)
        return True
    return False


def samples() -> Iterator[str]:
    """Yield every text of the tests that is not too long."""
    for file in sorted((ROOT / "tests" / "samples").rglob("*")):
        if file.is_file() and file.suffix not in (".py", ".pyc"):
            yield from short(file.read_bytes().decode(errors="surrogateescape"))
    for file in sorted((ROOT / "tests" / "core").rglob("*.py")):
        module = importlib.import_module(file.stem)
        for name, value in vars(module).items():
            if name.isupper() and name not in ("LARGE", "NESTED"):
                yield from strings(value)
    payload = {"email": "zoë+o'neil\"q\\x😀@exämple.com", "user_hash": "0f" * 32, "name": "用户 </b> & ${z} #{w} %41"}
    plain = {"email": "john+tag@example.com", "user_hash": "0f" * 32, "name": "Zoë"}
    for writer in importlib.import_module("writers").WRITERS.values():
        for each in (payload, plain):
            yield from short(writer.write(each))
    damage = importlib.import_module("damaged")
    for wrap in damage.WRAPPED.values():
        for body in damage.BODIES.values():
            yield from short(wrap(body))


def strings(value: object, depth: int = 4) -> Iterator[str]:
    """Yield every text in a table that is long enough to be a paste."""
    if isinstance(value, str):
        yield from (text for text in short(value) if len(text) > 20)
    elif depth and isinstance(value, dict):
        for key, each in value.items():
            yield from strings(key, depth - 1)
            yield from strings(each, depth - 1)
    elif depth and isinstance(value, (list, tuple)):
        for each in value:
            yield from strings(each, depth - 1)


def short(text: str) -> Iterator[str]:
    """Yield the text if it is not too long."""
    if len(text) <= LONGEST_SAMPLE:
        yield text


def damaged(texts: list[str], dice: random.Random) -> str:
    """Return a sample with one to six changes: cut, spliced with another, a part repeated, letters changed."""
    text = dice.choice(texts)
    for _ in range(dice.randint(1, 6)):
        start = dice.randint(0, len(text))
        end = min(len(text), start + int(dice.paretovariate(0.7)))
        match dice.randrange(7):
            case 0:
                text = text[:start] if dice.random() < 0.6 else text[start:]
            case 1:
                other = dice.choice(texts)
                text = text[:start] + other[dice.randint(0, len(other)) :]
            case 2:
                text = text[:end] + text[start:end] * dice.choice((1, 1, 1, 2, 50)) + text[end:]
            case 3:
                text = (
                    text[:start]
                    + "".join(chr(ord(c) ^ 1 << dice.randrange(7)) for c in text[start:end][:20])
                    + text[end:]
                )
            case 4:
                text = text[:start] + text[end:]
            case _:
                text = text[:start] + dice.choice(PIECES) + text[start if dice.random() < 0.7 else end :]
        text = text[: 2 * LONGEST_SAMPLE]
    return text


if __name__ == "__main__":
    sys.exit(main())
