"""The marks on a text: the fields of its calls, and identity secrets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from convot_inspector.ui.paste.mark import Mark
from convot_inspector.ui.verdict import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import CallInspection, Inspection

_SECRETS = ("secret-exposed", "hash-is-secret")


def marks_of(inspection: Inspection) -> list[Mark]:
    """Return the marks of a text. Secrets come last: where marks overlap, the last one is seen."""
    fields = [mark for index, inspected in enumerate(inspection.calls) for mark in _marks(index, inspected)]
    return [*fields, *_secrets(inspection)]


def _secrets(inspection: Inspection) -> Iterator[Mark]:
    said = next((found.title for call in inspection.calls for found in call.findings if found.id in _SECRETS), "")
    for start, end in inspection.exposed if said else ():
        yield Mark(start, end, "warning", said)


def _marks(index: int, inspected: CallInspection) -> list[Mark]:
    """Return the colours of the identity fields of one call, and for every field what was understood."""
    from convot_inspector.core.wording.phrases import status_pill

    reasons = {str(found.detail): str(found.title) for found in reversed(inspected.findings) if found.detail}
    tones: dict[str, str] = {
        "user_hash": status_pill(inspected.user.status)[1],
        "shop_hash": status_pill(inspected.shop.status)[1],
    }
    if inspected.signed is not None:
        tones[inspected.signed.name] = inspected.signed.name
    return [
        Mark(
            field.start, field.end, tones.get(name, "unknown" if name in reasons else ""), reasons.get(name, ""),
            partial(messages.understood, inspected, field), index, name,
        )
        for name, field in inspected.call.fields.items()
    ]  # fmt: skip
