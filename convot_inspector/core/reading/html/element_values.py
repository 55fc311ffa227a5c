"""Calls that pass the ``data-`` attributes of an element: ``Convot.identify({email: element.dataset.email, …})``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading.field_names import canonical_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.model import Field, IdentifyCall
    from convot_inspector.core.reading.source import Reading

_READS_ATTRIBUTE = re.compile(r"\bdataset\b|\.getAttribute\(|\.(?:data|attr)\(")
_SETS_ATTRIBUTE = re.compile(
    r"\bdataset\[[^\]\n]{1,60}\]\s*=(?!=)|\.setAttribute\(|\.(?:data|attr)\([^)\n]{1,60},"
    r"|\.(?i:email|external_?id|user_?hash|shop|shop_?hash)\s*=(?!=)"
)
# The last name in ``d.userHash``, ``element.dataset["userHash"]``, ``getAttribute('data-user-hash')``, with nothing
# behind it that would change the value.
_PLAIN = re.compile(
    r"[\w$.?()'\"#\[\]=-]{1,120}?(?:\.|\[['\"]|\.(?:getAttribute|data|attr)\(['\"](?:data-)?(?:convot-)?)"
    r"([A-Za-z][\w-]{1,40})(?:['\"][\])])?"
)


def with_attribute_values(
    text: str, scripts: Sequence[Reading | None], elements: Sequence[Reading]
) -> list[Reading | None]:
    """Return the readings of a page; a call that passes the attributes of its only such element has their values.

    The element is then no call of its own.
    """
    readings = [*scripts, *elements]
    if len(elements) != 1 or len(elements[0].calls) != 1 or _READS_ATTRIBUTE.search(text) is None:
        return readings
    element = elements[0].calls[0]
    is_changed = _SETS_ATTRIBUTE.search(text) is not None
    filled = [_filled(reading, element, is_changed=is_changed) for reading in scripts]
    return readings if filled == list(scripts) else filled


def _filled(reading: Reading | None, element: IdentifyCall, *, is_changed: bool) -> Reading | None:
    if reading is None:
        return None
    calls = tuple(_with_values(call, element, is_changed=is_changed) for call in reading.calls)
    return reading if calls == reading.calls else replace(reading, calls=calls)


def _with_values(call: IdentifyCall, element: IdentifyCall, *, is_changed: bool) -> IdentifyCall:
    """Return the call with the element's values if each of its expressions is named like one of them."""
    fields = dict(call.fields)
    for name, field in call.fields.items():
        if field.kind != "expression" or name not in convot.IDENTITY_FIELDS:
            continue
        value = _attribute(field, element)
        if value is None:
            return call
        fields[name] = replace(value, name=name, kind="unclear" if is_changed else value.kind)
    return replace(call, fields=fields)


def _attribute(field: Field, element: IdentifyCall) -> Field | None:
    read = _PLAIN.fullmatch(field.value.strip())
    if read is None or canonical_name(read[1])[0] != field.name:
        return None
    return element.fields.get(field.name)
