"""An inspection as JSON, schema 1."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from convot_inspector.core.reports.redaction import printable, redacted_field

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, HashVerdict, Inspection, Redaction
    from convot_inspector.core.reports.redaction import Hashes

SCHEMA = 1


def to_json(inspection: Inspection, redaction: Redaction = "mask", *, hashes: Hashes = "whole") -> str:
    """Return the JSON report as ASCII text, which works in every terminal's charset and hides no character."""
    return json.dumps(to_dict(inspection, redaction, hashes=hashes), indent=2) + "\n"


def to_dict(inspection: Inspection, redaction: Redaction = "mask", *, hashes: Hashes = "whole") -> dict[str, Any]:
    """Return the JSON report. Holds no secret and no expected hash, whatever the redaction; only JSON's own types."""
    from convot_inspector import __version__

    return {
        "schema": SCHEMA,
        "tool": {"name": "convot-inspector", "version": __version__},
        "input": {"format": inspection.format, "characters": inspection.characters},
        "problems": [asdict(problem) for problem in inspection.problems],
        "calls": [_call(call, redaction, hashes) for call in inspection.calls],
    }


def _call(inspected: CallInspection, redaction: Redaction, hashes: Hashes) -> dict[str, Any]:
    call = inspected.call
    return {
        "line": call.line,
        "column": call.column,
        "fields": {
            printable(name): {
                "value": redacted_field(field, inspected, redaction, hashes),
                "kind": field.kind,
                "line": field.line,
                "column": field.column,
            }
            for name, field in call.fields.items()
        },
        "signed_field": inspected.signed.name if inspected.signed is not None else None,
        "user": _verdict(inspected.user),
        "shop": _verdict(inspected.shop),
        "enforcement": {"off": asdict(inspected.enforcement.off), "on": asdict(inspected.enforcement.on)},
        "merchant_data": inspected.merchant_data,
        "findings": [asdict(found) for found in inspected.findings],
    }  # fmt: skip


def _verdict(verdict: HashVerdict) -> dict[str, Any]:
    shown: dict[str, Any] = {"status": verdict.status, "causes": list(verdict.causes), "tried": verdict.tried}
    if verdict.alternatives:
        shown["alternatives"] = [list(causes) for causes in verdict.alternatives]
    return shown
