"""Texts of a real Firefox: exact values verify, and values that its text does not determine are not judged."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from fast import every_eighth
from paste import inspect
from places import SAMPLES
from printed import IDENTITIES
from soundness import assert_sound, line_and_column

FOLDER = SAMPLES / "firefox"
LONG = {"external_id": "https://shop.example.com/" + "x" * 10_001}
SENT: list[dict[str, Any]] = [*IDENTITIES, *json.loads((FOLDER / "identities.json").read_text("utf-8")), LONG]
REQUESTS, CONSOLE, PAGES = (
    json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["texts"] for name in ("requests", "console", "pages")
)
HAR = (FOLDER / "requests.har").read_bytes().decode()
TEXTS: dict[str, str] = REQUESTS | CONSOLE | PAGES

# Pattern of the copied text → the identities whose value the text does not determine, and why.
NOT_TOLD = {
    # For cmd, Firefox writes a space for every white space.
    "(json|beacon|parts|submit-parts)-curl-cmd": "1 2 5 6 7",
    # URL parameters are copied as sent, those of a viewed form decoded; both look alike.
    "query-url-params": "0 1 2 5 6 7 8 9 10",
    "(form|submit)-post-data-seen|submit-plain-post-data(-seen)?": "2 8",
    # A selection has spaces for no-break spaces; nothing marks the end of an object.
    "(form|submit)-tab-selected": "1 2 5 6",
    "(json|beacon)-tab-selected": "0 1 2 3 5 6",
    r"[\w-]+-(message|expanded|deep)": "1 2 5 6",
    # The console shows the first thousand characters of a text until it is expanded.
    r"(log|label|evaluated)-(message|expanded)": "11",
    # It shows a sign for invisible characters in a text that is logged directly.
    r"json-(message|object)": "7",
    # the same as "Copy message", although "Copy object" changes nothing
    "evaluated-json-object": "2",
    # A preview has ten members of an object, and three of a nested one.
    "long-message|list-expanded|nested-expanded": "0 2 6 10",
}
# These contain no object with an identity.
NOTHING = re.compile(
    r"submit-plain-curl(-cmd)?|evaluated-text-\w+|(list|nested)-message|map-\w+|values-\w+|table-object"
)
# Firefox's text contains another value than was sent, without any sign of it.
CHANGED = {"2-form-tab-all", "2-submit-tab-all", "6-shown-selected", "6-source-selected"}
# copies the source of a page with two calls
TWICE = "source-selected"


def parts(name: str) -> tuple[dict[str, Any], str, str]:
    number, kind = name.split("-", 1)
    return SENT[int(number)], number, kind


def signed(sent: dict[str, Any]) -> str:
    return str(sent["external_id"] if "external_id" in sent else sent["email"])


def is_told(name: str) -> bool:
    _, number, kind = parts(name)
    return not any(re.fullmatch(pattern, kind) and number in rows.split() for pattern, rows in NOT_TOLD.items())


def holds_nothing(name: str) -> bool:
    return NOTHING.fullmatch(parts(name)[2]) is not None or name in ("0-table-message", "0-table-expanded")


def written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


EACH = [name for name in TEXTS if not name.startswith("all-") and name not in CHANGED and not holds_nothing(name)]
EACH.remove("11-json-message")  # cut in the middle
UNTOLD = [name for name in EACH if not is_told(name)]


@pytest.mark.parametrize("name", every_eighth(EACH))
def test_the_value_is_read_exactly_or_not_judged(name: str) -> None:
    sent, _, kind = parts(name)
    text = TEXTS[name]
    inspection = inspect(text)
    assert_sound(text, inspection, is_inside=False)
    assert inspection.problems == ()
    assert len(inspection.calls) == (2 if kind == TWICE else 1)
    for inspected in inspection.calls:
        assert inspected.user.status in ({"verified"} if is_told(name) else {"not-checked", "verified"})
        assert inspected.signed is not None
        assert inspected.signed.value == signed(sent) or not inspected.signed.known
        for field in inspected.call.fields.values():
            # Line ends in forms are sent as CRLF; lines do not mark the end of a value that contains some.
            value = sent.get(field.name)
            if not field.known or value is None or inspection.format in ("lines", "tsv"):
                continue
            if isinstance(value, dict):  # sorted for display
                assert json.loads(field.value) == value
            else:
                assert field.value.replace("\r\n", "\n") == written(value)


@pytest.mark.parametrize("name", every_eighth(UNTOLD))
def test_unjudged_values_are_read_exactly_except_white_space(name: str) -> None:
    """Except white space and what is left out."""
    sent, number, kind = parts(name)
    if number == "11" or re.search("url-params|evaluated-json-object|post-data|tab-", kind):
        return
    (inspected,) = inspect(TEXTS[name]).calls
    assert inspected.signed is not None
    if kind not in ("json-message", "json-object") and inspected.signed.value != "…":
        found, value = ("".join(re.split(r"[\s\ufeff]+", text)) for text in (inspected.signed.value, signed(sent)))
        assert found == value


@pytest.mark.parametrize("name", every_eighth(EACH))
def test_every_value_has_its_place(name: str) -> None:
    text = TEXTS[name]
    for inspected in inspect(text).calls:
        for field in inspected.call.fields.values():
            assert (field.line, field.column) == line_and_column(text, field.start)
            raw = text[field.start : field.end]
            if field.kind == "text" and re.fullmatch(r"[\w.@-]+", field.value, re.ASCII) and len(field.value) < 1000:
                assert unquote(re.sub(r"&quot;|[\"'`^\\]", "", raw)) == field.value


def test_all_requests_of_a_har_are_read() -> None:
    names = dict.fromkeys(name.partition("-")[0] for name in REQUESTS)
    inspection = inspect(HAR)
    entries = json.loads(HAR)["log"]["entries"]
    assert (inspection.format, inspection.problems, len(inspection.calls)) == ("har", (), len(entries))
    assert {inspected.user.status for inspected in inspection.calls} == {"verified"}
    values = dict.fromkeys(inspected.signed.value for inspected in inspection.calls if inspected.signed is not None)
    assert list(values) == [signed(SENT[int(number)]) for number in names]
    for inspected in inspection.calls:
        for field in inspected.call.fields.values():
            assert (field.line, field.column) == line_and_column(HAR, field.start)


def test_all_messages_of_the_console_are_read() -> None:
    inspection = inspect(CONSOLE["all-label-export"])
    assert (inspection.format, inspection.problems) == ("console", ())
    assert len(inspection.calls) == len(SENT) - 1
    for number, inspected in enumerate(inspection.calls):
        is_known = is_told(f"{number}-label-message")
        assert inspected.user.status in ({"verified"} if is_known else {"not-checked", "verified"})


@pytest.mark.parametrize("name", [name for name in TEXTS if name[:3] != "all" and holds_nothing(name)])
def test_text_without_identity_is_a_call_only_where_its_hash_proves_it(name: str) -> None:
    assert_sound(TEXTS[name], inspect(TEXTS[name]))
    assert {found.user.status for found in inspect(TEXTS[name]).calls} <= {"verified"}
    unsigned = re.sub("[0-9a-f]{64}", "0f" * 32, TEXTS[name])
    assert inspect(unsigned).calls == ()


@pytest.mark.parametrize("name", sorted(CHANGED))
def test_value_that_firefox_changed_is_read_as_shown(name: str) -> None:
    """Decoded twice, or with spaces for no-break spaces: the same text could be typed."""
    for inspected in inspect(TEXTS[name]).calls:
        assert inspected.signed is not None
        assert inspected.signed.value == signed(parts(name)[0]).replace("%41", "A").replace("\u00a0", " ")


CUT = [name for name in EACH if name.startswith("10-")] + ["0-label-deep", "0-long-deep", "0-nested-deep"]


@pytest.mark.parametrize("name", CUT)
@pytest.mark.slow
def test_a_text_cut_short_is_never_wrong(name: str) -> None:
    text = TEXTS[name]
    for length in range(0, len(text), 19):
        inspection = inspect(text[:length])
        assert_sound(text[:length], inspection)
        for inspected in inspection.calls:
            found = inspected.call.fields.get("user_hash")
            assert inspected.user.status != "mismatch" or (found is not None and len(found.value) < 64)


def test_letters_of_firefox_s_curl_are_not_bytes() -> None:
    """``\\xc3\\xa9`` is Ã© in a command of Firefox, and é in a shell and in other programs."""
    text = re.sub("[0-9a-f]{64}", "0f" * 32, REQUESTS["5-json-curl"])  # a right hash would prove the value
    assert "\\xc3\\xa9" in text
    for browser, value in (("Firefox/153.0", "Ã©"), ("Other/153.0", "é")):
        (found,) = inspect(text.replace("Firefox/153.0", browser)).calls
        assert found.call.fields["external_id"].value.startswith(value)
