"""Check that what was read from any text is complete, points into the text, and can be shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from report_schema import assert_schema_1

from convot_inspector.core.reading import problems
from convot_inspector.core.reports.json_report import to_text

if TYPE_CHECKING:
    from convot_inspector.core.model import Inspection

MOST_CALLS = 200

PROBLEM_IDS = {key.partition(":")[0] for key in problems.MESSAGES}


def assert_sound(text: str, inspection: Inspection, *, is_inside: bool = True) -> None:
    """There is an answer; all of it points into the text; it can be shown; it is not endless.

    ``is_inside``: every value stands inside its call, as all do that have no name of their own.
    """
    assert inspection.calls or inspection.problems
    assert len(inspection.calls) + len(inspection.problems) <= MOST_CALLS + 1
    assert {problem.id for problem in inspection.problems} <= PROBLEM_IDS
    lines = text.count("\n") + text.count("\r") + 1
    places = [(problem.line, problem.column) for problem in inspection.problems]
    places += [(inspected.call.line, inspected.call.column) for inspected in inspection.calls]
    for line, column in places:
        assert 1 <= line <= lines
        assert 1 <= column <= len(text) + 1
    for inspected in inspection.calls:
        for field in inspected.call.fields.values():
            assert 0 <= field.start < field.end <= len(text)
            assert not is_inside or inspected.call.start <= field.start < field.end <= inspected.call.end
    assert_schema_1(json.loads(json.dumps(inspection.to_dict("none"))))
    assert to_text(inspection)


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Line and column as an editor counts them; CRLF is one line end."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n") if text[index - 1 : index + 1] != "\r\n" else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
