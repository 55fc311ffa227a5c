"""The help article's two examples with real hashes, through the Python API and through the command line."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from places import VECTORS as VECTORS_FOLDER

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Report = Callable[[str], tuple[dict[str, Any], int | None]]

VECTORS = json.loads((VECTORS_FOLDER / "vectors.json").read_text(encoding="ascii"))
SECRET = VECTORS["secret"]
REAL = {row["value"]: row["hashes"] for row in VECTORS["values"]}
LANGUAGES = ("ruby", "node", "python", "php", "openssl")

# As in the article, with an address where its page has "[email protected]".
EMAIL_ONLY = """Convot.identify({
email: "john@example.com",
name: "John Smith",
user_hash: "<hash computed on your server>"
});
"""
WITH_SHOP = """Convot.identify({
external_id: "johns-store.myshopify.com",
email: "john@example.com",
user_hash: "<hash computed on your server>",
shop: "johns-store.myshopify.com",
shop_hash: "<HMAC-SHA256 of shop value using your identity_secret>"
});
"""
ARTICLE_WITH_SHOP = WITH_SHOP.replace('user_hash: "<hash computed on your server>",\n', "")

ACCEPTED = {"session": "accepted", "trust": "verified", "error": None}
LOWER = {"session": "accepted", "trust": "lower", "error": None}
REJECTED = {"session": "rejected", "trust": None, "error": "identity_verification_required"}
UNKNOWN_OFF = {"session": "accepted", "trust": "unknown", "error": None}
UNKNOWN_ON = {"session": "unknown", "trust": "unknown", "error": None}

OUTCOME = {
    "verified": {"off": ACCEPTED, "on": ACCEPTED},
    "mismatch": {"off": LOWER, "on": REJECTED},
    "missing": {"off": LOWER, "on": REJECTED},
    "not-checked": {"off": UNKNOWN_OFF, "on": UNKNOWN_ON},
}


def wrong(digest: str) -> str:
    return digest[:-1] + ("0" if digest[-1] != "0" else "1")


def filled(example: str, user: str | None, shop: str | None = None) -> str:
    """Return the example with these hashes; None leaves the line out."""
    for name, digest in (("user_hash", user), ("shop_hash", shop)):
        line = re.compile(rf'{name}: "<[^>]*>"(,?\n)')
        example = line.sub("" if digest is None else rf'{name}: "{digest}"\1', example)
    return example


def through_api(text: str, _: Path, __: pytest.CaptureFixture[str]) -> tuple[dict[str, Any], int | None]:
    return inspect_text(text, AppSecrets(SECRET)).to_dict(), None


def through_cli(text: str, file: Path, capture: pytest.CaptureFixture[str]) -> tuple[dict[str, Any], int | None]:
    file.write_text(text, encoding="utf-8")
    status = main(["check", "--json", str(file)])
    return json.loads(capture.readouterr().out), status


EMAIL = "john@example.com"
SHOP = "johns-store.myshopify.com"


@pytest.fixture(params=[through_api, pytest.param(through_cli, marks=pytest.mark.slow)])
def report(
    request: pytest.FixtureRequest,
    short_search: None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Report:
    """Return the only call in the JSON report of a text, and the exit status if there is one."""
    del short_search
    monkeypatch.setenv("CONVOT_IDENTITY_SECRET", SECRET)
    monkeypatch.delenv("CONVOT_PREVIOUS_IDENTITY_SECRETS", raising=False)

    def make(text: str) -> tuple[dict[str, Any], int | None]:
        made, status = request.param(text, tmp_path / "call.js", capsys)
        assert (made["schema"], made["problems"]) == (1, [])
        (found,) = made["calls"]
        return found, status

    return make


@pytest.mark.parametrize(
    ("case", "language"),
    [*product(("right", "missing"), LANGUAGES), pytest.param("wrong", LANGUAGES[0], marks=pytest.mark.slow)],
)
def test_email_only(case: str, language: str, report: Report) -> None:
    digest = REAL[EMAIL][language]
    sent = {"right": digest, "wrong": wrong(digest), "missing": None}[case]
    status = {"right": "verified", "wrong": "mismatch", "missing": "missing"}[case]
    found, exit_status = report(filled(EMAIL_ONLY, sent))
    assert found["signed_field"] == "email"
    tried = found["user"].pop("tried")
    assert found["user"] == {"status": status, "causes": []}
    assert tried > 10_000 if case == "wrong" else tried == 0
    assert found["shop"] == {"status": "absent", "causes": [], "tried": 0}
    assert found["enforcement"] == OUTCOME[status]
    assert found["merchant_data"] == "not-sent"
    assert found["findings"] == []
    assert exit_status in (None, 0 if case == "right" else 1)


# In this example both hashes are equal: both sign the shop's domain.
SHOP_ROWS = [
    ("right", "right", "verified", "verified", "attached", []),
    ("right", "wrong", "verified", "mismatch", "inferred", []),
    ("right", "missing", "verified", "missing", "inferred", ["shop-unsigned"]),
    ("wrong", "right", "mismatch", "verified", "attached", []),
    ("wrong", "wrong", "mismatch", "mismatch", "ignored", []),
    ("wrong", "missing", "mismatch", "missing", "ignored", ["shop-unsigned"]),
    ("missing", "right", "missing", "verified", "attached", []),
    ("missing", "wrong", "missing", "mismatch", "ignored", []),
    ("missing", "missing", "missing", "missing", "ignored", ["shop-unsigned"]),
    ("of the email", "right", "mismatch", "verified", "attached", ["wrong-field"]),
]


# The search for a wrong hash takes long, so one language and one run of the command line are enough.
SHOP_CASES = [
    (*row, language, way)
    for row in SHOP_ROWS
    for language in LANGUAGES[: 1 if "wrong" in row[:2] else None]
    for way in (through_api, through_cli)[: 1 if "wrong" in row[:2] and row[:2] != ("wrong", "right") else None]
]


@pytest.mark.parametrize(
    ("user", "shop", "user_status", "shop_status", "merchant_data", "ids", "language", "report"),
    SHOP_CASES,
    indirect=["report"],
    ids=[f"user hash {row[0]}, shop hash {row[1]}, {row[-2]}, {row[-1].__name__}" for row in SHOP_CASES],
)
@pytest.mark.slow
def test_external_id_with_shop(
    user: str,
    shop: str,
    user_status: str,
    shop_status: str,
    merchant_data: str,
    ids: list[str],
    language: str,
    report: Report,
) -> None:
    digest = REAL[SHOP][language]
    hashes = {"right": digest, "wrong": wrong(digest), "missing": None, "of the email": REAL[EMAIL][language]}
    found, exit_status = report(filled(WITH_SHOP, hashes[user], hashes[shop]))
    assert found["signed_field"] == "external_id"
    assert (found["user"]["status"], found["shop"]["status"]) == (user_status, shop_status)
    assert found["enforcement"] == OUTCOME[user_status]
    assert found["merchant_data"] == merchant_data
    assert [row["id"] for row in found["findings"]] == ids
    assert exit_status in (None, 0 if user_status == shop_status == "verified" else 1)


def test_the_article_s_first_example_as_it_stands_is_not_judged(
    report: Report,
) -> None:
    found, exit_status = report(EMAIL_ONLY.replace(EMAIL, "[email protected]"))
    assert found["user"]["status"] == "not-checked"
    assert {row["id"] for row in found["findings"]} == {"hash-is-placeholder", "email-obfuscated"}
    assert found["enforcement"] == OUTCOME["not-checked"]
    assert exit_status in (None, 2)


def test_the_article_s_second_example_as_it_stands_is_not_judged(
    report: Report,
) -> None:
    found, exit_status = report(ARTICLE_WITH_SHOP)
    assert (found["user"]["status"], found["shop"]["status"]) == ("missing", "not-checked")
    assert [row["id"] for row in found["findings"]] == ["hash-is-placeholder"]
    assert found["merchant_data"] == "unknown"
    assert exit_status in (None, 1)
