"""A whole call with right hashes, for a developer's own test: whoever has it can pose as that visitor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from convot_inspector.core import convot

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Field


def signed_call(inspected: CallInspection) -> str:
    """Return the call with its identity fields and right hashes; empty where a right hash is not defined.

    Only for *Make a valid test call*, which the user asks for; no report may hold it.
    """
    signed, expected = inspected.signed, inspected.user.expected
    if signed is None or not signed.known or expected is None:
        return ""
    fields = {
        name: _literal(field)
        for name in (convot.EXTERNAL_ID, convot.EMAIL)
        if (field := inspected.call.sent(name)) is not None and field.known
    }
    fields[convot.USER_HASH] = json.dumps(expected)
    shop, of_shop = inspected.call.sent(convot.SHOP), inspected.shop.expected
    if shop is not None and shop.known and of_shop is not None:
        fields |= {convot.SHOP: _literal(shop), convot.SHOP_HASH: json.dumps(of_shop)}
    fields |= {
        name: _literal(field)
        for name, field in inspected.call.fields.items()
        if name.isidentifier() and name not in convot.IDENTITY_FIELDS and field.kind == "text"
    }
    return "Convot.identify({\n" + "".join(f"  {name}: {value},\n" for name, value in fields.items()) + "});\n"


def _literal(field: Field) -> str:
    """Return the value as JavaScript: a number as its decimal text, which is what is signed."""
    return json.dumps(field.value)
