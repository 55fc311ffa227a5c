"""The ticket in the markup of the tool that it is pasted into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from convot_inspector.core.reports.document import Document

TicketFormat = Literal["markdown", "slack", "plain"]
TICKET_FORMATS: tuple[TicketFormat, ...] = get_args(TicketFormat)
TICKET_FORMAT_NAMES: dict[TicketFormat, str] = {
    "markdown": lazy_tr("Markdown (GitHub, GitLab, Jira, Linear)"),
    "slack": lazy_tr("Slack"),
    "plain": lazy_tr("Plain text"),
}


def ticket_text(document: Document, kind: TicketFormat) -> str:
    """Return the ticket in this format."""
    match kind:
        case "markdown":
            from convot_inspector.core.reports.formats.markdown import to_markdown

            return to_markdown(document)
        case "slack":
            from convot_inspector.core.reports.formats.slack import to_slack

            return to_slack(document)
        case "plain":
            from convot_inspector.core.reports.formats.plain_text import to_plain

            return to_plain(document)
