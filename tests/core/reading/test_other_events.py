"""Objects and lines beside the call that identify nobody: other events, and lines that a diff removes."""

from __future__ import annotations

import json

import pytest
from paste import EMAIL, call, inspect, sign

IDENTIFY = {"event": "identify", "email": EMAIL, "user_hash": sign(EMAIL)}
ORDER = {"event": "order_created", "email": "bob@example.org", "order": "1042"}
RIGHT = call(email=EMAIL, user_hash=sign(EMAIL))
WITHOUT = "Convot.identify({ email: user.email });\n"


def statuses(text: str) -> list[str]:
    return [found.user.status for found in inspect(text).calls]


@pytest.mark.parametrize("name", ["event", "type", "msg", "action"])
def test_another_event_is_no_call(name: str) -> None:
    rows = [{name: row["event"], **{key: row[key] for key in row if key != "event"}} for row in (ORDER, IDENTIFY)]
    assert statuses("\n".join(map(json.dumps, rows))) == ["verified"]
    assert statuses("\n".join(f"12:00:01 INFO {json.dumps(row)}" for row in rows)) == ["verified"]
    assert statuses(json.dumps(rows)) == ["verified"]


def test_the_same_event_without_a_hash_is_one() -> None:
    rows = [IDENTIFY, {"event": "identify", "email": "bob@example.org"}, {"email": "ann@example.org"}]
    assert statuses("\n".join(map(json.dumps, rows))) == ["verified", "missing", "missing"]


def test_an_event_alone_is_one() -> None:
    assert statuses(json.dumps(ORDER)) == ["missing"]


@pytest.mark.parametrize(
    "text",
    [
        "```diff\n{removed}{added}```\n",
        "```diff\n{removed}{added}```\nThanks!\n- Ann\n",
        "{removed}{added}",
        "--- a/app.js\n+++ b/app.js\n@@ -1,1 +1,4 @@\n{removed}{added}",
        "Hi,\n\n@@ -1 +1,4 @@ function boot() {{\n{removed}{added}\nBye\n",
    ],
)
def test_removed_lines_make_no_call(text: str) -> None:
    removed = "".join(f"- {line}\n" for line in WITHOUT.splitlines())
    added = "".join(f"+ {line}\n" for line in RIGHT.splitlines())
    assert statuses(text.format(removed=removed, added=added)) == ["verified"]


def test_a_removed_right_hash_proves_nothing() -> None:
    removed = "".join(f"-{line}\n" for line in RIGHT.splitlines())
    text = f"@@ -1,4 +1,1 @@\n{removed}+Convot.identify({{ email: {json.dumps(EMAIL)} }});\n"
    assert statuses(text) == ["missing"]


def test_lists_are_no_diffs() -> None:
    assert statuses(f"- {' '.join(RIGHT.split())}\n- {' '.join(WITHOUT.split())}\n") == ["verified", "missing"]
    assert statuses(f"- email: {EMAIL}\n- user_hash: {sign(EMAIL)}\n+ more\n") == ["verified"]


def test_both_lines_of_a_test_s_diff_may_hold_the_hash() -> None:
    lines = (f'-   "user_hash": "{"ab" * 32}",', f'+   "user_hash": "{sign(EMAIL)}",')
    for first, last in (lines, lines[::-1]):
        (found,) = inspect(f'  Object {{\n    "email": "{EMAIL}",\n{first}\n{last}\n  }}\n').calls
        assert found.user.status == "verified"
        assert len({field.start for field in found.call.fields.values()}) == len(found.call.fields)
