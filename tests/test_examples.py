"""Each bundled example has the findings that it names, and is signed with demo secrets only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from convot_inspector import inspect_text
from convot_inspector.core.wording.mistakes import MISTAKES
from convot_inspector.examples import load_examples

if TYPE_CHECKING:
    from convot_inspector.examples import Example

BUNDLED = load_examples()
SECRETS = BUNDLED.secrets("Another example app")


@pytest.mark.parametrize("example", BUNDLED.examples, ids=lambda example: example.title)
@pytest.mark.slow
def test_an_example_shows_what_it_says(example: Example) -> None:
    inspection = inspect_text(example.text, SECRETS)
    call = inspection.calls[-1]
    causes = {*call.user.causes, *call.shop.causes}
    assert causes == {id_ for id_ in example.shows if id_ in MISTAKES}
    assert set(example.shows) <= {found.id for found in call.findings}
    assert inspection.problems == ()
    assert BUNDLED.resembles(example.text)


def test_titles_are_unique_and_the_important_mistakes_are_among_them() -> None:
    titles = [example.title for example in BUNDLED.examples]
    assert len(set(titles)) == len(titles)
    shown = {id_ for example in BUNDLED.examples for id_ in example.shows}
    assert shown >= {
        "wrong-field", "value-case", "value-whitespace", "value-prefix", "value-literal", "key-previous",
        "key-other-app", "key-whitespace", "key-quoted", "key-hex-decoded", "key-empty", "arguments-swapped",
        "plain-hash", "concatenated", "digest-base64", "digest-upper-case", "digest-truncated", "hashes-swapped",
        "hash-of-other-call", "template-not-rendered", "hash-is-placeholder", "secret-exposed", "smart-quotes",
    }  # fmt: skip


def test_demo_secrets_are_obvious_patterns() -> None:
    for secret in (BUNDLED.secret, BUNDLED.previous, BUNDLED.other):
        assert len(secret) == 64
        assert secret in ("0123456789abcdef" * 4, "fedcba9876543210" * 4, "00112233445566778899aabbccddeeff" * 2)
