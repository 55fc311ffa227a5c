"""An inspection as a file to keep or to send: HTML, Markdown, JSON or plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from convot_inspector.core.model import Inspection, Redaction

ExportFormat = Literal["html", "markdown", "json", "text"]
SUFFIXES: dict[ExportFormat, str] = {"html": ".html", "markdown": ".md", "json": ".json", "text": ".txt"}


def export(inspection: Inspection, kind: ExportFormat, redaction: Redaction = "mask") -> str:
    """Return the text of the file, to be written as UTF-8. It never holds a secret or a whole hash."""
    match kind:
        case "html":
            from convot_inspector.core.reports.full_report import report_document
            from convot_inspector.core.reports.html_page import to_html

            return to_html(report_document(inspection, redaction))
        case "markdown":
            from convot_inspector.core.reports.full_report import report_document
            from convot_inspector.core.reports.markdown import to_markdown

            return to_markdown(report_document(inspection, redaction))
        case "json":
            from convot_inspector.core.reports.json_report import to_json

            return to_json(inspection, redaction, hashes="short")
        case "text":
            from convot_inspector.core.reports.text_report import to_text

            return to_text(inspection, redaction)
