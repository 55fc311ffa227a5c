"""The whole way from a pasted text to its answer: read, verify, explain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.explaining.across import signs_across
from convot_inspector.core.explaining.signs import signs
from convot_inspector.core.explaining.wording import finding
from convot_inspector.core.model import AppSecrets, CallInspection, Inspection
from convot_inspector.core.reading import read
from convot_inspector.core.secret_format import format_problem
from convot_inspector.core.veil import Veil

if TYPE_CHECKING:
    from convot_inspector.core.explaining.signs import Sign
    from convot_inspector.core.model import Field, IdentifyCall


def inspect_text(text: str, secrets: AppSecrets | None = None) -> Inspection:
    """What a pasted text means to Convot.

    Never executes what it reads, opens no file and no socket, and never raises for any ``str``. Without ``secrets``, or
    with a current secret that is not 64 hex digits, no hash is checked; everything else is said all the same.
    """
    secrets = secrets or AppSecrets()
    reading = read(text)
    veil = Veil(secrets)
    exposed = bool(reading.calls) and veil.sees(text)
    calls = tuple(
        _inspect_call(text, call, across, secrets, veil, exposed=exposed)
        for call, across in zip(reading.calls, signs_across(reading.calls), strict=True)
    )
    return Inspection(reading.format, len(text), reading.problems, calls)


def _inspect_call(
    text: str, call: IdentifyCall, across: tuple[Sign, ...], secrets: AppSecrets, veil: Veil, *, exposed: bool
) -> CallInspection:
    """``across``: the signs that only show beside the other calls."""
    secret = secrets.current
    if secret is not None and format_problem(secret) is not None:
        secret = None  # a damaged secret proves nothing: neither "verified" nor "mismatch"
    fields = (*call.fields.values(), *call.repeated)
    exposed = exposed or veil.sees("\n".join(f"{field.name}\n{field.value}" for field in fields))
    signed = convot.signed_field(call)
    user = convot.check(signed, call.sent(convot.USER_HASH), secret)
    shop = convot.check(call.sent(convot.SHOP), call.sent(convot.SHOP_HASH), secret)
    seen = (*signs(text, call, user, shop, secrets, veil, exposed=exposed), *across)
    if exposed:
        call = _without_secrets(call, veil)
        signed = call.fields[signed.name] if signed is not None else None
        seen = tuple(replace(sign, detail=veil.hide(sign.detail)) for sign in seen)
    findings = tuple(map(finding, seen))
    return CallInspection(
        call, signed, user, shop, convot.enforcement(user), convot.merchant_data(call, user, shop), findings
    )


def _without_secrets(call: IdentifyCall, veil: Veil) -> IdentifyCall:
    """The call as it may be shown: a secret that was pasted with it is in no report and in no picture."""

    def clean(field: Field) -> Field:
        return replace(field, name=veil.hide(field.name), value=veil.hide(field.value))

    return replace(
        call,
        fields={veil.hide(name): clean(field) for name, field in call.fields.items()},
        repeated=tuple(clean(field) for field in call.repeated),
    )
