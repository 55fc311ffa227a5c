"""A value that a page may have changed is never known: random pages are run in node and compared."""

from __future__ import annotations

from random import Random

import pytest
from node_programs import CHANGES, Page, random_page, received

from convot_inspector.core.model import KNOWN_KINDS
from convot_inspector.core.reading import read

PAGES = 1_500


def wrong_values(page: Page, sent: list[dict[str, str]]) -> list[str]:
    """Return the values that are reported as known although the page sends others."""
    calls = read(page.text).calls
    wrong = []
    for call in calls:
        field = call.fields.get("email")
        if field is not None and field.kind in KNOWN_KINDS and field.kind != "object":
            others = [each.get("email") for each in sent if each.get("email") != field.value]
            if len(calls) == 1 or len(others) == len(sent):
                wrong += [f"{field.value!r}, not {other!r}" for other in others]
    return wrong


@pytest.mark.slow
def test_known_values_are_what_random_pages_send() -> None:
    random = Random(15)
    pages = [random_page(random) for _ in range(PAGES)]
    sent = received(pages)
    known = sum(
        field.kind in KNOWN_KINDS for page in pages for call in read(page.text).calls for field in call.fields.values()
    )
    assert sum(map(len, sent)) > PAGES // 2
    assert known > PAGES // 20
    wrong = [(page.text, found) for page, each in zip(pages, sent, strict=True) if (found := wrong_values(page, each))]
    assert wrong == []


def script_of(change: str) -> Page:
    """Return a script that changes a global variable between its declaration and the call."""
    script = "var e = 'a@b.cc';\n" + change.replace("@", "e") + "\nConvot.identify({email: e});"
    return Page((script,), script)


def test_every_change_of_a_global_is_seen() -> None:
    pages = [script_of(change) for change in CHANGES]
    sent = received(pages)
    wrong = [(page.text, found) for page, each in zip(pages, sent, strict=True) if (found := wrong_values(page, each))]
    assert wrong == []
    assert read(script_of("").text).calls[0].fields["email"].value == "a@b.cc"


SAFE = (
    "window.dataLayer = window.dataLayer || [];",
    "window.addEventListener('load', function () {});",
    "if (typeof window !== 'undefined') {}",
    "document.title = 'x';",
    "setTimeout(function () { go() }, 100);",
    "setTimeout(() => go(), 100);",
    "x.email = 'y@b.cc';",
    "var link = 'https://x.example.com/?e=1';",
)


@pytest.mark.parametrize("statement", SAFE)
def test_statement_that_cannot_change_a_variable_leaves_it_known(statement: str) -> None:
    call = read(script_of(statement).text).calls[0]
    assert (call.fields["email"].kind, call.fields["email"].value) == ("text", "a@b.cc")
