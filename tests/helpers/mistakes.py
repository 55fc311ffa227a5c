"""Wrong hashes that real code made (``tests/samples/mistakes``), with their inspections."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

from paste import call
from places import SAMPLES

from convot_inspector import AppSecrets, inspect_text

if TYPE_CHECKING:
    from convot_inspector.core.inspection import InspectionReport

FOLDER = SAMPLES / "mistakes"
GIVEN: dict[str, Any] = json.loads((FOLDER / "payloads.json").read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = json.loads((FOLDER / "mistakes.json").read_text(encoding="ascii"))
SECRETS = AppSecrets(GIVEN["secret"], (GIVEN["previous"],), {"Staging of Globex": GIVEN["other"]})


@functools.cache
def inspected(number: int) -> InspectionReport:
    """Return the inspection of a row's hash; cached, because many tests use it."""
    row = ROWS[number]
    return inspect_text(call(**GIVEN["payloads"][row["payload"]], user_hash=row["sent"]), SECRETS)
