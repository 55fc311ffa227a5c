"""Check that an inspection's report has the names, types and values of schema 1."""

from __future__ import annotations

from typing import Any, get_args

from convot_inspector import __version__
from convot_inspector.core.model import Kind, MerchantData, Owner, Severity, Status, Target

STATUSES, TARGETS = get_args(Status), get_args(Target)

NAMES = {
    "report": {"schema", "tool", "input", "problems", "calls"},
    "call": {
        "line", "column", "fields", "signed_field", "user", "shop", "enforcement", "merchant_data", "findings",
    },
    "field": {"value", "kind", "line", "column"},
    "verdict": {"status", "causes", "tried"},
    "outcome": {"session", "trust", "error"},
    "finding": {"id", "severity", "target", "detail", "title", "because", "fix", "owner", "link"},
    "problem": {"id", "message", "line", "column"},
}  # fmt: skip


def assert_schema_1(report: dict[str, Any]) -> None:
    """Assert that a report has the names, types and values of schema 1, and nothing else."""
    assert set(report) == NAMES["report"]
    assert report["schema"] == 1
    assert report["tool"] == {"name": "convot-inspector", "version": __version__}
    assert set(report["input"]) == {"format", "characters"}
    assert isinstance(report["input"]["characters"], int)
    assert report["input"]["format"].isalpha()  # names of notations; more may be added
    for problem in report["problems"]:
        assert set(problem) == NAMES["problem"]
        assert problem["line"] >= 1
        assert problem["column"] >= 1
    for shown in report["calls"]:
        assert set(shown) == NAMES["call"]
        assert shown["line"] >= 1
        assert shown["column"] >= 1
        for field in shown["fields"].values():
            assert set(field) == NAMES["field"]
            assert field["kind"] in get_args(Kind)
            assert field["value"] is None or isinstance(field["value"], str)
        assert shown["signed_field"] in ("external_id", "email", None)
        for target in ("user", "shop"):
            assert set(shown[target]) == NAMES["verdict"]
            assert shown[target]["status"] in STATUSES
            assert (shown[target]["causes"], shown[target]["tried"]) == ([], 0)
        assert set(shown["enforcement"]) == {"off", "on"}
        for outcome in shown["enforcement"].values():
            assert set(outcome) == NAMES["outcome"]
            assert outcome["session"] in ("accepted", "rejected", "unknown")
            assert outcome["trust"] in ("verified", "lower", "unknown", None)
            assert outcome["error"] in ("identity_verification_required", None)
        assert shown["merchant_data"] in get_args(MerchantData)
        for finding in shown["findings"]:
            assert set(finding) == NAMES["finding"]
            assert finding["severity"] in get_args(Severity)
            assert finding["target"] in TARGETS
            assert finding["owner"] in get_args(Owner)
