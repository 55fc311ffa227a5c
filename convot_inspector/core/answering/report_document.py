"""The whole inspection as a document, for a file or a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.answering import evidence
from convot_inspector.core.answering.document import Document, Heading, Paragraph, Points
from convot_inspector.core.explaining.headline import headline
from convot_inspector.core.explaining.unexplained import unexplained
from convot_inspector.core.redaction import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.answering.document import Block
    from convot_inspector.core.model import CallInspection, Inspection, Redaction

_OWNERS = {"developer": "the developer", "merchant": "the owner of the app", "support": "support"}


def report_document(inspection: Inspection, redaction: Redaction = "mask") -> Document:
    """Everything that is shown of an inspection, but no secret and no whole hash."""
    return Document("Convot identity check", tuple(_blocks(inspection, redaction)))


def _blocks(inspection: Inspection, redaction: Redaction) -> Iterator[Block]:
    from convot_inspector import __version__

    count = len(inspection.calls)
    calls = "1 identify call" if count == 1 else f"{count} identify calls"
    yield Paragraph(
        f"Checked offline with Convot Inspector {__version__}: {calls} in {inspection.characters:,} characters "
        f"({inspection.format})."
    )
    if inspection.problems:
        yield Points(tuple(f"Line {p.line}, column {p.column}: {p.message}" for p in inspection.problems))
    for call in inspection.calls:
        yield from _call(call, redaction)


def _call(call: CallInspection, redaction: Redaction) -> Iterator[Block]:
    said = headline(call, lambda text: quoted(text, redaction))
    yield Heading(said.title, 2, said.tone)
    owner = f" This is for {_OWNERS[said.owner]}." if said.owner is not None else ""
    yield Paragraph(f"{said.text}{owner}")
    yield evidence.verdicts(call, redaction)
    yield Heading(f"The call at line {call.call.line}", 3)
    yield evidence.values(call, redaction)
    for found in call.findings:
        yield Heading(found.title, 3)
        yield Paragraph(f"{found.because} For {_OWNERS[found.owner]}: {found.fix} {found.link}")
    signed = call.signed.name if call.signed is not None else "the value"
    for name, verdict, value in ((convot.USER_HASH, call.user, signed), (convot.SHOP_HASH, call.shop, convot.SHOP)):
        if verdict.proof is not None:
            yield Heading(f"How this {name} comes about", 3)
            yield from evidence.proof(verdict, redaction)
        nothing = unexplained(verdict, value)
        if nothing is not None:
            yield Heading(f"No cause was found for this {name}", 3)
            yield Paragraph(f"{nothing.tried} {nothing.means}")
            yield Points(nothing.ask)
