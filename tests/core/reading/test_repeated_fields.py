"""A field that stands twice: the value that its notation says, or that its hash proves where none says so."""

from __future__ import annotations

import pytest
from oracle.repeats import (
    attributes,
    graphql,
    har,
    http_form,
    javascript,
    json_object,
    logfmt,
    multipart,
    plain_lines,
    powershell,
    python_dict,
    query,
    yaml_mapping,
)
from paste import EMAIL, SECRET, inspect, only_call, sign

from convot_inspector import AppSecrets, inspect_text

OTHER = "another.person@example.org"
LAST = {"javascript": javascript, "json": json_object, "python": python_dict}
OPEN = {
    "form": http_form,
    "query": query,
    "multipart": multipart,
    "HAR": har,
    "logfmt": logfmt,
    "lines": plain_lines,
    "YAML": yaml_mapping,
    "GraphQL": graphql,
    "PowerShell": powershell,
}


def both(first: str, last: str, signed: str) -> list[tuple[str, str]]:
    return [("email", first), ("email", last), ("user_hash", sign(signed))]


@pytest.mark.parametrize("name", LAST)
def test_the_last_one_wins_in_an_object(name: str) -> None:
    assert only_call(LAST[name](both(OTHER, EMAIL, EMAIL))).user.status == "verified"
    (found,) = inspect_text(LAST[name](both(EMAIL, OTHER, EMAIL)), AppSecrets(SECRET)).calls
    assert (found.user.status, found.user.causes) == ("mismatch", ("wrong-field",))


def test_the_first_one_wins_in_a_tag() -> None:
    assert only_call(attributes(both(EMAIL, OTHER, EMAIL))).user.status == "verified"
    assert only_call(attributes(both(OTHER, EMAIL, EMAIL))).user.status == "mismatch"


@pytest.mark.parametrize("name", OPEN)
def test_the_hash_decides_where_programs_differ(name: str) -> None:
    for first, last in ((EMAIL, OTHER), (OTHER, EMAIL)):
        found = only_call(OPEN[name](both(first, last, EMAIL)))
        assert (found.user.status, found.signed and found.signed.value) == ("verified", EMAIL)
        unproven = only_call(OPEN[name](both(first, last, "nobody")))
        assert (unproven.user.status, unproven.signed and unproven.signed.kind) == ("not-checked", "unclear")


@pytest.mark.parametrize("name", OPEN)
def test_the_same_value_twice_is_one_value(name: str) -> None:
    found = only_call(OPEN[name](both(EMAIL, EMAIL, "nobody")))
    assert (found.user.status, found.signed and found.signed.value) == ("mismatch", EMAIL)


def test_two_calls_in_lines_are_two() -> None:
    text = f"email: {EMAIL}\nuser_hash: {sign(EMAIL)}\nemail: {OTHER}\nuser_hash: {sign('nobody')}\n"
    statuses = [found.user.status for found in inspect(text).calls]
    assert statuses == ["verified", "mismatch"]
    text = f"email: {OTHER}\nname: Ann\n\nemail: {EMAIL}\nuser_hash: {sign('nobody')}\n"
    assert [found.user.status for found in inspect(text).calls] == ["mismatch"]
