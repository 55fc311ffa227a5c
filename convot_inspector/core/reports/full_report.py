"""The whole inspection as a document, for a file or a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.language import localize, number, plural, tr
from convot_inspector.core.reports import evidence, sentences
from convot_inspector.core.reports.code_lines import call_code
from convot_inspector.core.reports.document import Banner, Code, Document, Heading, Paragraph, Points
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.conclusions.next_steps import SETTING_WORDS
from convot_inspector.core.wording.phrases import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.diagnosis.diagnosis import Circumstances, Diagnosis
    from convot_inspector.core.model import Finding, Inspection, Owner, Redaction
    from convot_inspector.core.reports.document import Block


def report_document(
    inspection: Inspection, redaction: Redaction = "mask", circumstances: Circumstances | None = None
) -> Document:
    """Return everything that is shown of an inspection, without secrets and whole hashes."""
    return Document(tr("Convot identity check"), tuple(_blocks(inspection, redaction, circumstances)))


def _blocks(inspection: Inspection, redaction: Redaction, circumstances: Circumstances | None) -> Iterator[Block]:
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
    if circumstances is not None:
        setting = tr(
            "Require identity verification in Convot: {setting}.",
            setting=localize(SETTING_WORDS[circumstances.setting]),
        )
        known = sentences.checked_with(circumstances)
        yield Points((known, setting) if known else (setting,))
    if inspection.problems:
        yield Points(tuple(map(placed, inspection.problems)))
    for call in inspection.calls:
        yield from _call(diagnose(call, circumstances), redaction)


def _call(diagnosis: Diagnosis, redaction: Redaction) -> Iterator[Block]:
    call = diagnosis.inspected
    said = headline(diagnosis, redaction)
    yield Banner(said.tone, said.title, (said.text, *([_for_whom(said.owner)] if said.owner is not None else ())))
    yield evidence.verdicts(call, redaction)
    yield evidence.settings(diagnosis)
    if sentences.if_received(diagnosis):
        yield Paragraph(sentences.if_received(diagnosis))
    yield Heading(tr("The call at line {line}", line=call.call.line), 3)
    yield evidence.values(call, redaction)
    for found in sentences.each_once(call.findings):
        yield Heading(found.title, 3)
        yield Paragraph(sentences.joined((found.because, _to_do(found) if found.fix else Shown(), found.link)))
    right = call_code(call, redaction)
    if right:
        yield Paragraph(tr("The right call, with the values of the checked text:"))
        yield Code(right, "js")
    for about in diagnosis.hashes:
        if about.causes:
            yield Heading(tr("How this {hash} was made", hash=about.hash_name), 3)
            yield from evidence.proof(about, redaction)
        means = sentences.no_cause(about)
        if means:
            yield Heading(tr("No cause was found for this {hash}", hash=about.hash_name), 3)
            yield Paragraph(sentences.joined((sentences.tried(about.verdict), means)))
            yield Points(sentences.questions(about))


def _for_whom(owner: Owner) -> Shown:
    return {
        "developer": tr("This is for the developer."),
        "merchant": tr("This is for the owner of the app."),
        "support": tr("This is for support."),
    }[owner]


def _to_do(found: Finding) -> Shown:
    if found.severity == "note":
        return sentences.suggestion(found)
    return {
        "developer": tr("For the developer: {fix}", fix=found.fix),
        "merchant": tr("For the owner of the app: {fix}", fix=found.fix),
        "support": tr("For support: {fix}", fix=found.fix),
    }[found.owner]
