"""An inspection as JSON (schema 1) or as text for the terminal."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from convot_inspector.core.characters.visible import signed_text
from convot_inspector.core.diagnosis.unexplained import tried, unexplained
from convot_inspector.core.language import tr
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.redaction import printable, quoted, redacted
from convot_inspector.core.wording.phrases import merchant_data_words, outcome_words, placed, status_words

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Field, Finding, HashVerdict, Inspection, Redaction

SCHEMA = 1


def to_dict(inspection: Inspection, redaction: Redaction = "mask") -> dict[str, Any]:
    """The JSON report. Holds no secret and no expected hash, whatever the redaction; only JSON's own types."""
    from convot_inspector import __version__

    return {
        "schema": SCHEMA,
        "tool": {"name": "convot-inspector", "version": __version__},
        "input": {"format": inspection.format, "characters": inspection.characters},
        "problems": [asdict(problem) for problem in inspection.problems],
        "calls": [_call(call, redaction) for call in inspection.calls],
    }


def _call(inspected: CallInspection, redaction: Redaction) -> dict[str, Any]:
    call = inspected.call
    return {
        "line": call.line,
        "column": call.column,
        "fields": {
            printable(name): {
                "value": redacted(field, redaction), "kind": field.kind, "line": field.line, "column": field.column,
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


def to_text(inspection: Inspection, redaction: Redaction = "mask") -> str:
    """The same for a terminal, in plain sentences."""
    lines = [*map(placed, inspection.problems)]
    for inspected in inspection.calls:
        if lines:
            lines.append("")
        lines += _call_text(inspected, redaction)
    return "\n".join(lines) + "\n"


def _call_text(inspected: CallInspection, redaction: Redaction) -> list[str]:
    head = headline(inspected, lambda text: quoted(text, redaction))
    signed = inspected.signed
    lines = [
        tr("{title}  (the call at line {line})", title=head.title, line=inspected.call.line),
        f"  {head.text}",
        "",
        *_rows(
            2,
            (tr("Signed value"), _signed(signed, redaction)),
            ("user_hash", status_words(inspected.user.status)),
            ("shop_hash", status_words(inspected.shop.status)),
            (tr("Merchant data"), merchant_data_words(inspected.merchant_data)),
        ),
        "  " + tr("Require identity verification"),
        *_rows(
            4,
            (tr("off"), outcome_words(inspected.enforcement.off)),
            (tr("on"), outcome_words(inspected.enforcement.on)),
        ),
    ]
    for found in inspected.findings:
        lines += ["", "  " + tr("{title}.", title=found.title), f"    {found.because}", f"    {_fix(found)}"]
    for name, verdict, value in (
        ("user_hash", inspected.user, signed.name if signed is not None else tr("the value")),
        ("shop_hash", inspected.shop, "shop"),
    ):
        lines += _proof_text(name, verdict, redaction) or _unexplained_text(name, verdict, value)
    return lines


_COLUMN = 17  # where the second column begins, if the names of the first leave room


def _rows(indent: int, *rows: tuple[str, str]) -> list[str]:
    """Names and values in two columns."""
    return [f"{' ' * indent}{name:{_COLUMN - indent - 1}} {value}" for name, value in rows]


def _fix(found: Finding) -> str:
    return {
        "developer": tr("Fix (developer): {fix}", fix=found.fix),
        "merchant": tr("Fix (merchant): {fix}", fix=found.fix),
        "support": tr("Fix (support): {fix}", fix=found.fix),
    }[found.owner]


def _proof_text(name: str, verdict: HashVerdict, redaction: Redaction) -> list[str]:
    proof = verdict.proof
    if proof is None:
        return []
    text = quoted(signed_text(proof.signed), redaction)
    rows = [] if text is None else [(tr("text"), text)]
    rows += [(tr("key"), proof.key), (tr("computed"), proof.construction), (tr("written as"), proof.encoding)]
    return [
        "",
        "  " + tr("How this {hash} comes about, computed and compared with what was sent:", hash=name),
        *_rows(4, *rows),
        f"    {tried(verdict)}",
    ]


def _unexplained_text(name: str, verdict: HashVerdict, value_name: str) -> list[str]:
    said = unexplained(verdict, value_name)
    if said is None:
        return []
    return [
        "",
        "  " + tr("No cause was found for this {hash}.", hash=name) + " " + said.tried,
        f"    {said.means}",
        *(f"    - {q}" for q in said.ask),
    ]


def _signed(signed: Field | None, redaction: Redaction) -> str:
    if signed is None:
        return tr("none")
    if not signed.known:
        return tr("{field}, which this text does not hold", field=signed.name)
    value = redacted(signed, redaction)
    return signed.name if value is None else f"{signed.name}: {_visible(value)}"


def _visible(value: str) -> str:
    """A value from a paste must not move the terminal's cursor or colours."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value)
