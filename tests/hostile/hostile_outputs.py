"""Every output of an inspection as text, by its name: what is printed, copied and exported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

from convot_inspector.core.diagnosis.diagnosis import Circumstances
from convot_inspector.core.model import Redaction
from convot_inspector.core.reports.all_calls import answer_for_all
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.export import export
from convot_inspector.core.reports.formats.ticket_text import TICKET_FORMATS, ticket_text
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.json_report import to_json
from convot_inspector.core.reports.text_report import to_text
from convot_inspector.core.reports.ticket import ticket

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.inspection import InspectionReport
    from convot_inspector.core.reports.formats.ticket_text import TicketFormat

REDACTIONS: tuple[Redaction, ...] = get_args(Redaction)
KNOWN = Circumstances(app="Globex", secret_code="ABCD", setting="on", day="1 May")


def _ticket(kind: TicketFormat) -> Callable[[InspectionReport, Redaction], str]:
    def write(report: InspectionReport, redaction: Redaction) -> str:
        return "\n".join(ticket_text(ticket(each, "Ruby", redaction), kind) for each in report.diagnoses(KNOWN))

    return write


def _headlines(report: InspectionReport, redaction: Redaction) -> str:
    heads = [headline(each, redaction) for each in report.diagnoses(KNOWN)]
    return "\n".join(f"{head.title}\n{head.text}" for head in heads)


def _answers(report: InspectionReport, redaction: Redaction) -> str:
    del redaction
    diagnoses = report.diagnoses(KNOWN)
    return "\n".join((*map(merchant_answer, diagnoses), answer_for_all(diagnoses) if diagnoses else ""))


def _findings(report: InspectionReport, redaction: Redaction) -> str:
    del redaction
    found = [each for call in report.calls for each in call.findings]
    words = [part for each in found for part in (each.detail, each.title, each.because, each.fix)]
    return "\n".join((*words, *(problem.message for problem in report.problems)))


def _proofs(report: InspectionReport, redaction: Redaction) -> str:
    del redaction
    proofs = [verdict.proof for call in report.calls for verdict in (call.user, call.shop)]
    return "\n".join(f"{proof.key}\n{proof.construction}\n{proof.encoding}" for proof in proofs if proof is not None)


OUTPUTS: dict[str, Callable[[InspectionReport, Redaction], str]] = {
    "terminal": to_text,
    "terminal JSON": to_json,
    "API": lambda report, redaction: json.dumps(report.to_dict(redaction)),
    "HTML": lambda report, redaction: export(report, "html", redaction, KNOWN),
    "Markdown": lambda report, redaction: export(report, "markdown", redaction, KNOWN),
    "JSON": lambda report, redaction: export(report, "json", redaction, KNOWN),
    "text": lambda report, redaction: export(report, "text", redaction, KNOWN),
    **{f"ticket in {kind}": _ticket(kind) for kind in TICKET_FORMATS},
    "headline": _headlines,
    "answer": _answers,
}
"""What may be passed on. With redaction ``none`` it shows personal data, and nothing else that it hides otherwise."""

SHOWN = {"findings": _findings, "proof": _proofs}
"""What the window shows besides."""
