"""The whole inspection as a document, for a file or a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.diagnosis.unexplained import unexplained
from convot_inspector.core.language import number, plural, tr
from convot_inspector.core.reports import evidence
from convot_inspector.core.reports.document import Document, Heading, Paragraph, Points
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.redaction import quoted
from convot_inspector.core.wording.phrases import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import CallInspection, Finding, Inspection, Owner, Redaction
    from convot_inspector.core.reports.document import Block


def report_document(inspection: Inspection, redaction: Redaction = "mask") -> Document:
    """Everything that is shown of an inspection, but no secret and no whole hash."""
    return Document(tr("Convot identity check"), tuple(_blocks(inspection, redaction)))


def _blocks(inspection: Inspection, redaction: Redaction) -> Iterator[Block]:
    from convot_inspector import __version__

    yield Paragraph(
        plural(
            "Checked offline with Convot Inspector {version}: {count} identify calls in {size} characters ({format}).",
            "Checked offline with Convot Inspector {version}: 1 identify call in {size} characters ({format}).",
            len(inspection.calls),
            version=__version__,
            size=number(inspection.characters),
            format=inspection.format,
        )
    )
    if inspection.problems:
        yield Points(tuple(map(placed, inspection.problems)))
    for call in inspection.calls:
        yield from _call(call, redaction)


def _call(call: CallInspection, redaction: Redaction) -> Iterator[Block]:
    said = headline(call, lambda text: quoted(text, redaction))
    yield Heading(said.title, 2, said.tone)
    yield Paragraph(f"{said.text} {_for_whom(said.owner)}" if said.owner is not None else said.text)
    yield evidence.verdicts(call, redaction)
    yield Heading(tr("The call at line {line}", line=call.call.line), 3)
    yield evidence.values(call, redaction)
    for found in call.findings:
        yield Heading(found.title, 3)
        yield Paragraph(f"{found.because} {_to_do(found)} {found.link}")
    signed = call.signed.name if call.signed is not None else tr("the value")
    for name, verdict, value in ((convot.USER_HASH, call.user, signed), (convot.SHOP_HASH, call.shop, convot.SHOP)):
        if verdict.proof is not None:
            yield Heading(tr("How this {hash} comes about", hash=name), 3)
            yield from evidence.proof(verdict, name, value, redaction)
        nothing = unexplained(verdict, value)
        if nothing is not None:
            yield Heading(tr("No cause was found for this {hash}", hash=name), 3)
            yield Paragraph(f"{nothing.tried} {nothing.means}")
            yield Points(nothing.ask)


def _for_whom(owner: Owner) -> str:
    return {
        "developer": tr("This is for the developer."),
        "merchant": tr("This is for the owner of the app."),
        "support": tr("This is for support."),
    }[owner]


def _to_do(found: Finding) -> str:
    return {
        "developer": tr("For the developer: {fix}", fix=found.fix),
        "merchant": tr("For the owner of the app: {fix}", fix=found.fix),
        "support": tr("For support: {fix}", fix=found.fix),
    }[found.owner]
