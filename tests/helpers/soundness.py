"""Check that what was read from any text is complete, points into the text, and can be shown."""

from __future__ import annotations

import functools
import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from report_schema import assert_schema_1

from convot_inspector.core.reading import problems
from convot_inspector.core.reports.text_report import to_text

if TYPE_CHECKING:
    from convot_inspector.core.inspection import InspectionReport
    from convot_inspector.core.model import Field, IdentifyCall

MOST_CALLS = 200

PROBLEM_IDS = {key.partition(":")[0] for key in problems.MESSAGES}


def assert_sound(text: str, inspection: InspectionReport, *, is_inside: bool = True) -> None:
    """Assert that an inspection has an answer of bounded length whose positions are in the text and that can be shown.

    ``is_inside``: every value is inside its call; that of a variable may be elsewhere.
    """
    assert inspection.calls or inspection.problems
    assert len(inspection.calls) + len(inspection.problems) <= MOST_CALLS + 1
    assert {problem.id for problem in inspection.problems} <= PROBLEM_IDS
    lines = re.split("\r\n|\r|\n", text)
    for problem in inspection.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    for inspected in inspection.calls:
        assert_place(text, inspected.call)
        for field in (*inspected.call.fields.values(), *inspected.call.repeated):
            assert_place(text, field)
            assert not is_inside or inspected.call.start <= field.start < field.end <= inspected.call.end
    assert_schema_1(json.loads(json.dumps(inspection.to_dict("none"))))
    assert to_text(inspection)


def assert_place(text: str, part: IdentifyCall | Field) -> None:
    """Assert that a call or a value covers a part of the text, and begins at its line and column."""
    assert 0 <= part.start < part.end <= len(text)
    assert (part.line, part.column) == line_and_column(text, part.start)


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Return line and column as an editor counts them; CRLF is one line end."""
    index -= text[max(index - 1, 0) : index + 1] == "\r\n"
    starts = _line_starts(text)
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1


@functools.lru_cache(maxsize=1)  # called for each value of a text
def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in re.finditer("\r\n|\r|\n", text))]
