"""What stands in a hash field and can never be a hash is named for what it is, with and without a secret."""

from __future__ import annotations

import base64
from typing import get_args

import pytest
from paste import EMAIL, SECRET, call, inspect_briefly, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.diagnosis.hash_shape import Shape, hash_shape
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.wording.hash_shapes import HASH_SHAPES

RIGHT = sign(EMAIL)
TEXTS: dict[str, list[str]] = {
    "unset": ["undefined", "null", "NaN", "None", "nil", "false", "true", " undefined\n"],
    "promise": ["[object Promise]", "Promise { <pending> }"],
    "object": ["{}", "[]", "[object Object]", "[object Hash]", "#<OpenSSL::HMAC:0x000071e4>", "Array"],
    "bytes": ["[B@6d06d69c", "System.Byte[]", "<Buffer 5b 1d c0>", "[object ArrayBuffer]"],
    "number": ["5.57E+12", "5,57e+12", "1.0e63"],
    "blanks": [f" {RIGHT}", f"{RIGHT}\n"],
    "capitals": [RIGHT.upper(), RIGHT[:-1] + "A", f"{RIGHT.upper()}\n"],
    "base64": [base64.b64encode(bytes.fromhex(RIGHT)).decode(), base64.urlsafe_b64encode(bytes(32)).decode()[:-1]],
    "short": ["5", RIGHT[:40], "5e12"],
    "long": [RIGHT * 2, RIGHT + "0"],
    "other": ["x", "not a hash", RIGHT + "g", "sha256=" + RIGHT],
}
CASES = [(shape, text) for shape, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("shape", "text"), CASES)
def test_each_text_has_its_shape(shape: str, text: str) -> None:
    assert hash_shape(text) == shape


def test_every_shape_has_examples_and_words() -> None:
    assert set(get_args(Shape)) == set(TEXTS)
    assert set(HASH_SHAPES) == set(TEXTS) - {"other"}


@pytest.mark.parametrize(("shape", "text"), CASES)
def test_headline_and_answer_name_the_shape_of_the_hash(shape: str, text: str) -> None:
    inspected = inspect_briefly(call(email=EMAIL, user_hash=text), AppSecrets()).calls[0]
    found = diagnose(inspected)
    assert (found.conclusion, found.user.shape, inspected.user.status) == ("defect", shape, "mismatch")
    (defect,) = (row for row in inspected.findings if row.id.startswith("hash-"))
    assert headline(found).title == defect.title
    assert "No secret could make it right." in headline(found).text
    words = HASH_SHAPES.get(shape)
    if words is not None and words.merchant is not None:
        assert words.merchant.please.text.partition("{")[0] in merchant_answer(found)
    assert text.strip()[:12] not in merchant_answer(found) or len(text.strip()) < 12


@pytest.mark.parametrize("text", ["[object Promise]", "[object ArrayBuffer]", " [object Object]\n", "undefined", "{}"])
def test_nothing_is_tried_for_a_text_that_holds_nothing_of_a_hash(text: str) -> None:
    secrets = AppSecrets(SECRET, (SECRET[::-1],), {"Beta": SECRET.replace("3", "4")})
    assert inspect_text(call(email=EMAIL, user_hash=text), secrets).calls[0].user.tried == 0
    elsewhere = inspect_text(call(email=EMAIL, user_hash=text, userHash=RIGHT), secrets).calls[0]
    assert elsewhere.user.causes == ("hash-in-other-field",)


def test_proven_mistake_replaces_the_shape_finding() -> None:
    inspected = inspect_text(call(email=EMAIL, user_hash=RIGHT.upper()), AppSecrets(SECRET)).calls[0]
    assert diagnose(inspected).conclusion == "proven"
    assert [row.id for row in inspected.findings] == ["digest-upper-case"]
