"""Detection of identity secrets, and of texts that are mistaken for one."""

from __future__ import annotations

import pytest
from paste import SECRET

from convot_inspector.core.secret_format import format_problem

ROWS = {
    "empty": ["", " ", "\n", "\t \r\n"],
    "app-key": ["app_1234567890", " app_x ", "app_" + SECRET],
    "api-token": ["ck_live:secret", "ck_" + SECRET],
    "webhook-secret": ["whsec_abc"],
    "partner-token": ["prtapi_abc"],
    "shopify-token": ["shpat_abc"],
    "shopify-secret": ["shpss_abc"],
    "env-line": [
        f"CONVOT_IDENTITY_SECRET={SECRET}",
        f"CONVOT_IDENTITY_SECRET = '{SECRET}'",
        f"export SECRET={SECRET}\n",
        f"secret: {SECRET}",
        f'identity_secret: "{SECRET}"',
    ],
    "quoted": [f'"{SECRET}"', f"'{SECRET}'", f"`{SECRET}`", f"“{SECRET}”", f'"{SECRET}', f'{SECRET}"', f' "{SECRET}" '],
    "spaces": [
        f" {SECRET}", f"{SECRET} ", f"{SECRET}\n", f"{SECRET}\r\n", f"{SECRET[:32]} {SECRET[32:]}", f"{SECRET}\u00a0",
        f"\ufeff{SECRET}", f"{SECRET[:8]}\u200b{SECRET[8:]}", f"{SECRET}\u2060",
    ],
    "length": [SECRET[:-1], SECRET + "0", "a", SECRET * 2, SECRET[:32], "0" * 63],
    "not-hex": [SECRET[:-1] + "g", "z" * 64, "０" * 64, SECRET[:-1] + "٠", "-" + SECRET[1:], "0x" + SECRET[2:]],
}  # fmt: skip
CASES = [(id_, text) for id_, texts in ROWS.items() for text in texts]


@pytest.mark.parametrize(("id_", "text"), CASES, ids=ascii)
def test_malformed_secret_has_its_problem_id(id_: str, text: str) -> None:
    problem = format_problem(text)
    assert problem is not None
    assert problem.id == id_


@pytest.mark.parametrize(("id_", "text"), CASES, ids=ascii)
def test_the_message_holds_nothing_of_the_text(id_: str, text: str) -> None:
    problem = format_problem(text)
    assert problem is not None
    assert id_ == "empty" or text.strip() == "a" or text.strip() not in repr(problem)
    assert SECRET[:8] not in repr(problem)


@pytest.mark.parametrize("text", [SECRET, SECRET.upper(), "0" * 64, "f" * 64, "aB" * 32])
def test_64_hex_digits_are_a_secret(text: str) -> None:
    assert format_problem(text) is None
