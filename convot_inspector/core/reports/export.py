"""An inspection as a file to keep or to send: HTML, Markdown, JSON or plain text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Circumstances
    from convot_inspector.core.model import Inspection, Redaction

ExportFormat = Literal["html", "markdown", "json", "text"]
SUFFIXES: dict[ExportFormat, str] = {"html": ".html", "markdown": ".md", "json": ".json", "text": ".txt"}


def export(
    inspection: Inspection,
    kind: ExportFormat,
    redaction: Redaction = "mask",
    circumstances: Circumstances | None = None,
) -> str:
    """Return the text of the file, to be written as UTF-8. It holds no secret, no whole hash, no other app's name."""
    from convot_inspector.core.reports.other_apps import nameless_call

    shown = replace(inspection, calls=tuple(map(nameless_call, inspection.calls)))
    match kind:
        case "html":
            from convot_inspector.core.reports.formats.html_page import to_html
            from convot_inspector.core.reports.full_report import report_document

            return to_html(report_document(shown, redaction, circumstances))
        case "markdown":
            from convot_inspector.core.reports.formats.markdown import to_markdown
            from convot_inspector.core.reports.full_report import report_document

            return to_markdown(report_document(shown, redaction, circumstances))
        case "json":
            from convot_inspector.core.reports.json_report import to_json

            return to_json(shown, redaction, hashes="short")
        case "text":
            from convot_inspector.core.reports.text_report import to_text

            return to_text(shown, redaction, circumstances)
