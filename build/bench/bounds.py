"""`dev.py bench bounds`: large and hostile pastes: processor time of verdict and causes, and how soon a search ends."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import random
import time
from typing import TYPE_CHECKING

from bench.reading import har, minified
from bench.sample_call import HASH, SECRET, SHOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector import AppSecrets

_WORDS = ("the", "customer", "wrote", "hash", "is", "wrong", "in", "widget", "page", "not", "at", "12", "user")
VERDICT_AIM, CAUSES_AIM, CANCEL_AIM = 0.5, 3.0, 0.1  # seconds of processor time


def bounds(names: list[str] | None = None) -> None:
    """Measure each paste once: verdict, causes, and the longest time between two looks at ``cancelled``."""
    from convot_inspector import inspect_text
    from convot_inspector.core.inspection import Check

    for name, text, secrets in pastes():
        if names and not any(part in name for part in names):
            continue
        inspect_text(f"It was {_hash('warm')}.", secrets)  # loads the modules
        begin = time.process_time()
        check = Check(text, secrets)
        check.verdict()
        verdict = time.process_time() - begin
        clock = _Clock()
        begin = time.process_time()
        report = check.explained(clock)
        causes = time.process_time() - begin
        clock()
        tried = sum(verdict.tried for call in report.calls for verdict in (call.user, call.shop))
        marks = [
            what
            for what, figure, aim in (
                ("verdict", verdict, VERDICT_AIM),
                ("causes", causes, CAUSES_AIM),
                ("cancel", clock.longest, CANCEL_AIM),
            )
            if figure > aim
        ]
        print(
            f"{name:44} {len(text) / 1e3:7.0f} KB  {len(report.calls):3} calls  verdict {verdict * 1e3:5.0f} ms  "
            f"causes {causes * 1e3:5.0f} ms  cancel {clock.longest * 1e3:4.0f} ms  {tried:9,} tried"
            f"{'   MISSED: ' + ', '.join(marks) if marks else ''}",
            flush=True,
        )


class _Clock:
    """A ``cancelled`` that says no and keeps the longest time between two questions."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.process_time()

    def __call__(self) -> bool:
        now = time.process_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        return False


def pastes() -> Iterator[tuple[str, str, AppSecrets]]:
    """Yield names, texts and the secrets that they are checked with."""
    from convot_inspector import AppSecrets

    one = AppSecrets(SECRET)
    secrets = [_hash(f"secret {n}") for n in range(500)]
    some = AppSecrets(SECRET, tuple(secrets[:3]), {f"App {n}": each for n, each in enumerate(secrets[3:8])})
    many = AppSecrets(SECRET, tuple(secrets[:150]), {f"App {n}": each for n, each in enumerate(secrets[150:200])})
    wrong = [_hash(f"wrong {n}") for n in range(6_000)]

    yield "one call, unexplained", _call(0, wrong), one
    yield "one call, two unexplained hashes", _call(0, wrong, shop=True), some
    yield "one call, two hashes, 200 secrets", _call(0, wrong, shop=True), many
    yield "one call, no value, 200 secrets", f'Convot.identify({{user_hash: "{wrong[0]}"}});', many
    yield "12 calls", "\n".join(_call(n, wrong) for n in range(12)), one
    yield "12 calls, 9 secrets", "\n".join(_call(n, wrong) for n in range(12)), some
    yield "200 calls, 200 secrets", "\n".join(_call(n, wrong, shop=True) for n in range(200)), many
    yield "1,000 calls, 200 secrets", "\n".join(_call(n, wrong, shop=True) for n in range(1000)), many
    yield "one call, 2,000 fields", _call(0, wrong, fields=1_900), some
    yield "20 calls, 40 fields each", "\n".join(_call(n, wrong, fields=40) for n in range(20)), some
    yield "one call, 3,000 emoji", _call(0, wrong, email="😀" * 1_500), some
    yield "20 calls, 3,000 emoji", "\n".join(_call(n, wrong, email="😀" * 1_500) for n in range(20)), one
    yield "20 calls, 4,000 letters", "\n".join(_call(n, wrong, email="ab" * 2_000) for n in range(20)), many
    yield "one call, value of 1 MB", _call(0, wrong, email="ab" * 475_000), many
    yield "one call, hash of 2,000 characters", _call(0, [wrong[0] * 31], shop=False), many
    yield "one call, hash of 120 U+FFFD", _call(0, ["\ufffd" * 60 + "abcdefgh" * 7]), many
    yield "40 KB of prose, 20 wrong hashes", prose(40_000, wrong[:20]), one
    yield "40 KB of prose, 20 wrong hashes, 200 secrets", prose(40_000, wrong[:20]), many
    yield "1 MB of prose, 5 right hashes", prose(1_000_000, [HASH] * 5), one
    yield "1 MB of prose, 5 wrong hashes", prose(1_000_000, wrong[:5]), one
    yield "1 MB of prose, 5 wrong hashes, 200 secrets", prose(1_000_000, wrong[:5]), many
    yield "1 MB of prose, 5,000 wrong hashes", prose(1_000_000, wrong[:5_000]), many
    yield "400 KB of hashes alone", "\n".join(wrong), many
    yield "one line of 1 MB, a hash", prose(1_000_000, wrong[:1]).replace("\n", " "), some
    yield "one line of 1 MB, 200 hashes", prose(1_000_000, wrong[:200]).replace("\n", " "), some
    yield "one word of 1 MB, a hash", f"user_hash: {wrong[0]} {'x' * 1_000_000}", some
    yield "1 MB of base64", "".join(_base64(1_000_000)), some
    yield "1 MB of hex", "".join(_hash(str(n)) for n in range(16_000)), some
    yield "1 MB of hex in bytes", " ".join(_hash(str(n))[:2] for n in range(340_000)), some
    yield "1 MB of hex in lines", "\n".join(_hash(str(n))[:60] for n in range(16_000)), some
    yield "20,000 quoted literals, a call", _quoted(20_000) + _call(0, wrong), some
    yield "20,000 quoted literals, a hash", f"user_hash {wrong[0]}\n" + _quoted(20_000), some
    yield "200 calls among 20,000 literals", _quoted(20_000, [_call(n, wrong) for n in range(200)]), many
    yield "3,000 tokens, a call", "".join(f"sk_{_hash(str(n))}\n" for n in range(3_000)) + _call(0, wrong), many
    yield "minified bundle of 1 MB, right", minified(1_000_000), one
    yield "minified bundle of 1 MB, wrong", minified(1_000_000).replace(HASH, wrong[0]), some
    yield "HAR of 5 MB, wrong", har(5_000_000, 50).replace(HASH, wrong[0]), some
    yield "HAR of 30 MB, wrong", har(30_000_000, 50).replace(HASH, wrong[0]), some
    yield "CSV, 10,000 rows", table(10_000, wrong), some
    yield "JSON lines, 3,500", "\n".join(_row(n, wrong) for n in range(3_500)), some
    yield "JSON list, 3,500", f"[{','.join(_row(n, wrong) for n in range(3_500))}]", some
    yield "log lines, 5,000", "\n".join(_log(n, wrong) for n in range(5_000)), some
    yield "log lines, 1,000, 200 secrets", "\n".join(_log(n, wrong) for n in range(1_000)), many
    yield "lists 100,000 deep", "[" * 100_000 + f'"{wrong[0]}"' + "]" * 100_000, some
    yield "objects 50,000 deep", '{"a":' * 50_000 + f'"{wrong[0]}"' + "}" * 50_000, some
    yield "a call in objects 60 deep", _call(0, wrong, fields=5, deep=60), some
    yield "brackets of 1 MB, a call", "([{" * 330_000 + _call(0, wrong), some
    yield "250 KB of quoted lines, a call", "".join(f"> {line}\n" for line in _quoted(5_000).split("\n")), some
    yield "1 MB of addresses, a hash", f"{wrong[0]} " + " ".join(f"user{n}@example.com" for n in range(45_000)), some
    yield "250 KB of lines, a hash", f"{wrong[0]}\n" + "\n".join(f"row {n} = value {n}" for n in range(11_000)), some


def _hash(of: str) -> str:
    return hashlib.sha256(of.encode()).hexdigest()


def _base64(size: int) -> Iterator[str]:
    import base64

    for number in range(size // 64):
        yield base64.b64encode(hashlib.sha384(str(number).encode()).digest()).decode()


def _call(
    number: int, hashes: list[str], *, shop: bool = False, fields: int = 0, email: str = "", deep: int = 0
) -> str:
    payload: dict[str, object] = {"email": email or f"john{number}@example.com"}
    payload |= {f"field_{n}": f"value {n} of {number}" for n in range(fields)}
    inner: object = "x"
    for _ in range(deep):
        inner = {"a": inner}
    if deep:
        payload["custom_data"] = inner
    payload["user_hash"] = hashes[number % len(hashes)]
    if shop:
        payload |= {"shop": f"{number}-{SHOP}", "shop_hash": hashes[(number + 2_000) % len(hashes)]}
    return f"Convot.identify({json.dumps(payload, ensure_ascii=False)});"


def _row(number: int, hashes: list[str]) -> str:
    payload = {"external_id": str(9_000_000 + number), "email": f"john{number}@example.com", "plan": "pro"}
    return json.dumps({**payload, "user_hash": hashes[number % len(hashes)]})


def _log(number: int, hashes: list[str]) -> str:
    moment = f"2026-01-01T00:{number // 60 % 60:02}:{number % 60:02}Z"
    return f"{moment} INFO identify email=john{number}@example.com plan=pro user_hash={hashes[number % len(hashes)]}"


def _quoted(count: int, calls: list[str] | None = None) -> str:
    lines = [f'var s{n} = "some text {n}", i{n} = {n * 7};' for n in range(count // 2)]
    for number, call in enumerate(calls or []):
        lines.insert(number * (len(lines) // len(calls or [])), call)
    return "\n".join(lines) + "\n"


def table(rows: int, hashes: list[str]) -> str:
    """Return comma-separated values with a hash in each row."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["email", "name", "user_hash"])
    for number in range(rows):
        writer.writerow([f"john{number}@example.com", f"John, {number}", hashes[number % len(hashes)]])
    return text.getvalue()


def prose(size: int, hashes: list[str]) -> str:
    """Return sentences with hashes in them."""
    choose = random.Random(7)  # noqa: S311 - a text to measure with, the same each time
    every = max(size // max(len(hashes), 1), 60)
    pieces: list[str] = []
    length, waiting = 0, list(hashes)
    while length < size:
        sentence = " ".join(choose.choices(_WORDS, k=choose.randint(5, 20))).capitalize() + ".\n"
        if waiting and length >= every * (len(hashes) - len(waiting)):
            sentence += f"For user{length}@example.com and {SHOP} it was {waiting.pop()}.\n"
        pieces.append(sentence)
        length += len(sentence)
    return "".join(pieces)
