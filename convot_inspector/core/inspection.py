"""The whole way from a pasted text to its answer: read, verify, explain."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.explaining.signs import secret_texts, shows_secret, signs
from convot_inspector.core.explaining.wording import finding
from convot_inspector.core.model import AppSecrets, CallInspection, Inspection
from convot_inspector.core.reading import read
from convot_inspector.core.secret_format import format_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import Field, IdentifyCall

HIDDEN_SECRET = "[identity secret, not shown]"  # noqa: S105  # what is shown in a secret's place


def inspect_text(text: str, secrets: AppSecrets | None = None) -> Inspection:
    """What a pasted text means to Convot.

    Never executes what it reads, opens no file and no socket, and never raises for any ``str``. Without ``secrets``, or
    with a current secret that is not 64 hex digits, no hash is checked; everything else is said all the same.
    """
    secrets = secrets or AppSecrets()
    reading = read(text)
    exposed = shows_secret(text, secrets)
    calls = tuple(_inspect_call(text, call, secrets, exposed=exposed) for call in reading.calls)
    return Inspection(reading.format, len(text), reading.problems, calls)


def _inspect_call(text: str, call: IdentifyCall, secrets: AppSecrets, *, exposed: bool) -> CallInspection:
    secret = secrets.current
    if secret is not None and format_problem(secret) is not None:
        secret = None  # a damaged secret proves nothing: neither "verified" nor "mismatch"
    fields = (*call.fields.values(), *call.repeated)
    exposed = exposed or shows_secret("\n".join(f"{field.name}\n{field.value}" for field in fields), secrets)
    signed = convot.signed_field(call)
    user = convot.check(signed, call.sent(convot.USER_HASH), secret)
    shop = convot.check(call.sent(convot.SHOP), call.sent(convot.SHOP_HASH), secret)
    seen = signs(text, call, user, shop, secrets, exposed=exposed)
    if exposed:
        hide = _hider(secrets)
        call = _without_secrets(call, hide)
        signed = call.fields[signed.name] if signed is not None else None
        seen = tuple(replace(sign, detail=hide(sign.detail)) for sign in seen)
    findings = tuple(map(finding, seen))
    return CallInspection(
        call, signed, user, shop, convot.enforcement(user), convot.merchant_data(call, user, shop), findings
    )


def _hider(secrets: AppSecrets) -> Callable[[str], str]:
    """What takes every secret out of a text, in whatever letter case."""
    pattern = re.compile("|".join(map(re.escape, secret_texts(secrets))), re.IGNORECASE)
    return lambda text: pattern.sub(HIDDEN_SECRET, text)


def _without_secrets(call: IdentifyCall, hide: Callable[[str], str]) -> IdentifyCall:
    """The call as it may be shown: a secret that was pasted with it is in no report and in no picture."""

    def clean(field: Field) -> Field:
        return replace(field, name=hide(field.name), value=hide(field.value))

    return replace(
        call,
        fields={hide(name): clean(field) for name, field in call.fields.items()},
        repeated=tuple(clean(field) for field in call.repeated),
    )
