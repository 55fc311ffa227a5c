"""Proofs in which the field that was signed is the right one under another name: then only its name is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Mistake
from convot_inspector.core.reading.field_names import other_fields

if TYPE_CHECKING:
    from convot_inspector.core.model import HashVerdict, IdentifyCall

_READ = {
    convot.USER_HASH: (convot.EXTERNAL_ID, convot.EMAIL),
    convot.SHOP_HASH: (convot.SHOP,),
}


def with_renamed_fields(verdict: HashVerdict, call: IdentifyCall, hash_name: str) -> HashVerdict:
    """Return the verdict with ``field-renamed`` or ``field-nested`` for ``wrong-field``, where that is all."""
    if verdict.proof is None:
        return verdict
    renamed = {
        other.field.name: "field-nested" if other.is_nested else "field-renamed"
        for other in other_fields(call)
        if other.right in _READ[hash_name] and (other.right != convot.EMAIL or convot.signed_field(call) is None)
    }
    if not renamed:
        return verdict

    def named(mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
        return tuple(
            Mistake(renamed[each.detail], each.detail) if each.id == "wrong-field" and each.detail in renamed else each
            for each in mistakes
        )

    proof = replace(verdict.proof, mistakes=named(verdict.proof.mistakes))
    causes = tuple(mistake.id for mistake in proof.mistakes)
    return replace(verdict, causes=causes, other_ways=tuple(map(named, verdict.other_ways)), proof=proof)
