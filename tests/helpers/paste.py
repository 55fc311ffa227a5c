"""Calls to paste in tests, with hashes that are computed without the code under test."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector import AppSecrets
from convot_inspector.core.inspection import Check

if TYPE_CHECKING:
    from convot_inspector.core.inspection import InspectionReport
    from convot_inspector.core.model import CallInspection

SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
OTHER_SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
EMAIL = "john@example.com"
SHOP = "johns-store.myshopify.com"


@dataclass(frozen=True)
class Js:
    """JavaScript source that is written in the place of a value."""

    source: str


def sign(value: str, secret: str = SECRET) -> str:
    """Return the HMAC-SHA256 of a value in hex."""
    return hmac.new(secret.encode(), value.encode(), hashlib.sha256).hexdigest()


def call(**fields: object) -> str:
    """Return a ``Convot.identify`` call with these fields."""
    pairs = [
        f"  {name}: {value.source if isinstance(value, Js) else json.dumps(value)},\n" for name, value in fields.items()
    ]
    return f"Convot.identify({{\n{''.join(pairs)}}});\n"


RIGHT = call(external_id=SHOP, email=EMAIL, user_hash=sign(SHOP), shop=SHOP, shop_hash=sign(SHOP))


def inspect(text: str, secret: str | None = SECRET) -> InspectionReport:
    """Return the inspection of a text with one secret, without the search for causes."""
    return Check(text, AppSecrets(secret)).verdict()


def inspect_briefly(text: str, secrets: AppSecrets, questions: int = 150) -> InspectionReport:
    """Return the inspection with a search that is given up early; 150 questions are enough for one common mistake.

    ``questions``: how often the search may ask whether to go on. A whole search asks thousands of times.
    """
    asked = iter(range(questions))
    return Check(text, secrets).explained(lambda: next(asked, None) is None)


def only_call(text: str, secret: str | None = SECRET) -> CallInspection:
    """Return the inspection of the only call in a text without problems."""
    inspection = inspect(text, secret)
    assert not inspection.problems
    (found,) = inspection.calls
    return found


def finding_ids(text: str, secret: str | None = SECRET) -> list[str]:
    """Return the ids of the findings of the only call in a text."""
    return [found.id for found in only_call(text, secret).findings]


def problem_ids(text: str) -> list[str]:
    """Return the ids of the problems of a text."""
    return [problem.id for problem in inspect(text).problems]


def value_of(text: str, name: str) -> tuple[str, str]:
    """Return the kind and value of a field of the only call in a text."""
    field = only_call(text).call.fields[name]
    return field.kind, field.value
