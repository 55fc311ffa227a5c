"""One answer for the merchant about all calls of a text: each is named by its line, those with one result together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import join_list, number, tr
from convot_inspector.core.reports import sentences
from convot_inspector.core.reports.answer import answer_parts, merchant_answer
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.other_apps import nameless
from convot_inspector.core.wording.all_calls import AND_MORE, LINE, LINES, THANKS_FOR_ALL
from convot_inspector.core.wording.conclusions.row import MEANWHILE
from convot_inspector.core.wording.conclusions.shared import AGAIN, THANKS, THANKS_UNCHECKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import Proof
    from convot_inspector.core.shown import Shown

_MOST_LINES = 12
_THANKED = (THANKS, THANKS_UNCHECKED)
_LAST = (MEANWHILE, AGAIN)  # said once, after everything else


def answer_for_all(diagnoses: Sequence[Diagnosis], greeting: str = "", closing: str = "") -> str:
    """Return the answer about all calls of one text, the worst first; about one call it is `merchant_answer`."""
    if len(diagnoses) == 1:
        return merchant_answer(diagnoses[0], greeting, closing)
    groups: dict[tuple[object, ...], list[Diagnosis]] = {}
    for diagnosis in diagnoses:
        groups.setdefault(_result(diagnosis), []).append(diagnosis)
    said: list[str] = [tr(THANKS_FOR_ALL, count=number(len(diagnoses)))]
    last: dict[str, str] = {}
    for group in sorted(groups.values(), key=lambda group: headline(group[0]).badness):
        parts = [(template, text) for template, text in answer_parts(group[0]) if template not in _THANKED]
        last.update({template: text for template, text in parts if template in _LAST})
        own = sentences.joined([text for template, text in parts if template not in _LAST])
        said.append(f"{_heading(group)}\n{own}".strip())
    said += [last[template] for template in _LAST if template in last]
    return "\n\n".join(part for part in (greeting.strip(), *said, closing.strip()) if part)


def _result(diagnosis: Diagnosis) -> tuple[object, ...]:
    """Return what is the same for calls about which the same is said."""
    abouts = tuple(
        (
            about.conclusion,
            about.value_name,
            about.not_in_text,
            about.shape,
            *about.reasons,
            *_details(about.verdict.proof),
        )
        for about in diagnosis.hashes
    )
    return diagnosis.subject, diagnosis.conclusion, diagnosis.lead, abouts


def _details(proof: Proof | None) -> Iterable[str]:
    return (mistake.detail for mistake in proof.mistakes) if proof is not None else ()


def _heading(group: Sequence[Diagnosis]) -> Shown:
    lines = [str(diagnosis.inspected.call.line) for diagnosis in group]
    listed = join_list(lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        listed = tr(AND_MORE, lines=listed, count=number(len(lines) - _MOST_LINES))
    return tr(LINES if len(lines) > 1 else LINE, lines=listed, title=sentences.title(nameless(group[0])))
