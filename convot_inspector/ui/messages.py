"""The window's short words for what core says: a pill, a line in a card. Long sentences are core's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Field, Inspection, MerchantData, Outcome, Status
    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index_file import Condition


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


def status_pill(status: Status) -> tuple[str, str]:
    """Words and tone of a hash's verdict."""
    return {
        "verified": (_tr("✓ Verifies"), "right"),
        "mismatch": (_tr("✕ Does not verify"), "wrong"),
        "missing": (_tr("Not sent"), "warning"),
        "no-value": (_tr("✕ Nothing to sign"), "wrong"),
        "absent": (_tr("Not sent"), "unknown"),
        "not-checked": (_tr("Not checked"), "unknown"),
    }[status]


def merchant_line(data: MerchantData) -> str:
    """What becomes of the merchant revenue data."""
    return {
        "attached": _tr("Merchant revenue data is attached."),
        "inferred": _tr(
            "No verified shop, but Convot may link the merchant by the verified external_id if that merchant is synced."
        ),
        "ignored": _tr("The shop is not verified, so it is silently ignored: no merchant revenue data."),
        "not-sent": _tr("No shop is sent, so there is no merchant revenue data."),
        "unknown": _tr("Whether merchant revenue data is attached cannot be told from this."),
    }[data]


def outcome_pill(outcome: Outcome) -> tuple[str, str]:
    """Words and tone of what a setting does with the session."""
    if outcome.session == "rejected":
        return _tr("Rejected"), "wrong"
    if outcome.session == "unknown":
        return _tr("Cannot tell"), "unknown"
    return {
        "verified": (_tr("Accepted, verified"), "right"),
        "lower": (_tr("Accepted, lower trust"), "warning"),
    }.get(outcome.trust or "", (_tr("Accepted, trust unknown"), "unknown"))


def why_signed(inspected: CallInspection) -> str:
    """Why this field is signed and not the other one."""
    from convot_inspector.core import convot

    call, signed = inspected.call, inspected.signed
    if signed is None:
        return _tr("Convot signs the external_id when one is passed, otherwise the email. Neither is sent.")
    if signed.name == convot.EMAIL:
        return _tr("No external_id is passed, so the email is signed.")
    if call.sent(convot.EMAIL) is not None:
        return _tr("email is not signed: external_id is present.")
    return _tr("external_id is what Convot signs when it is passed.")


def understood(inspected: CallInspection, field: Field) -> str:
    """What was understood of a field, for the text that shows on hover."""
    from convot_inspector.core import convot
    from convot_inspector.core.explaining.sign import shown

    name = shown(field.name, 60)
    if not field.known:
        return _tr("{name}: not the value that the browser sends").format(name=name)
    if field.name == convot.USER_HASH:
        return f"{name}: {status_pill(inspected.user.status)[0]}"
    if field.name == convot.SHOP_HASH:
        return f"{name}: {status_pill(inspected.shop.status)[0]}"
    if inspected.signed is not None and field.name == inspected.signed.name:
        return _tr("{name}: Convot signs this value ({size})").format(name=name, size=size(field.value))
    if field.name == convot.SHOP:
        return _tr("{name}: shop_hash signs this value").format(name=name)
    return _tr("{name}: takes no part in the check").format(name=name)


def size(value: str) -> str:
    """How many bytes are signed."""
    count = len(value.encode("utf-8", "surrogatepass"))
    return _tr("1 byte") if count == 1 else _tr("{count} bytes").format(count=count)


def alternatives(ways: tuple[tuple[str, ...], ...]) -> str:
    """Other sets of mistakes that make the same hash, by their ids."""
    if not ways:
        return ""
    sets = "; ".join(" + ".join(way) for way in ways)
    return _tr("The same hash also comes of: {sets}.").format(sets=sets)


def trouble(reason: Reason, app: str) -> str:
    """Why that app's secret cannot be used, and what to do."""
    from convot_inspector.keychain.errors import sentence

    return sentence(reason, app)


def locked() -> str:
    """That the secrets were dropped from memory."""
    return _tr(
        "Convot Inspector is locked: it has forgotten the secrets. Your text is still here. The next check asks the "
        "password store again."
    )


def cleared(place: str) -> str:
    """That a secret was saved, and taken out of the clipboard."""
    words = _tr("Saved in {place}. It was also cleared from your clipboard.").format(place=place)
    if sys.platform == "win32":
        words += " " + _tr("Windows may still have it in the clipboard history (Windows key + V).")
    return words


def day(moment: str) -> str:
    """The day of a time in ISO 8601, in words; empty if it is not known."""
    from PySide6.QtCore import QDateTime, QLocale, Qt

    when = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs)
    return QLocale().toString(when.toLocalTime().date(), _tr("d MMMM yyyy")) if when.isValid() else ""


def list_condition(condition: Condition, recovered: int, *, incomplete: bool) -> str:
    """What the user should know of the list of apps that was found on disk; empty if it is as it should be."""
    if recovered:
        found = (
            _tr("1 saved secret was found in the password store.")
            if recovered == 1
            else _tr("{count} saved secrets were found in the password store.").format(count=recovered)
        )
        return _tr("The list of apps was missing or damaged and has been restored.") + " " + found
    return {
        "restored": _tr(
            "The list of apps was damaged and has been restored from its backup. Check that none is missing."
        ),
        "lost": _tr(
            "The list of apps was damaged; the damaged file was kept. It is restored as soon as the password store can "
            "be read: the secrets are in there."
        )
        if incomplete
        else _tr(
            "The list of apps was damaged, and the password store holds no secrets of Convot Inspector. The damaged "
            "file was kept. Add your apps again."
        ),
        "newer": _tr(
            "The list of apps was saved by a newer version of Convot Inspector. This one can use it but not change it."
        ),
    }.get(condition, "")


def _format(name: str) -> str:
    """What kind of text was read."""
    return {
        "javascript": _tr("JavaScript call"),
        "json": _tr("JSON"),
        "html": _tr("Page source"),
        "curl": _tr("cURL command"),
        "fetch": _tr("fetch call"),
        "powershell": _tr("PowerShell command"),
        "har": _tr("Network capture (HAR)"),
        "http": _tr("HTTP request"),
        "form": _tr("Form data"),
        "query": _tr("Query string"),
        "console": _tr("Console output"),
        "log": _tr("Log line"),
        "lines": _tr("Lines of names and values"),
        "csv": _tr("Table"),
        "tsv": _tr("Table"),
        "table": _tr("Table"),
        "python": _tr("Python text"),
        "ruby": _tr("Ruby text"),
        "php": _tr("PHP text"),
        "yaml": _tr("YAML"),
    }.get(name, name)


def status_line(inspection: Inspection) -> str:
    """What was read and what was left out, in one line."""
    count = len(inspection.calls)
    left_out = _left_out(inspection)
    if not count:
        nothing = _tr("Nothing is executed or sent anywhere.")
        return f"{left_out} · {nothing}" if left_out else nothing
    fields = [field for inspected in inspection.calls for field in inspected.call.fields.values()]
    known = sum(field.known for field in fields)
    parts = [
        _format(inspection.format),
        _tr("1 call found") if count == 1 else _tr("{count} calls found").format(count=count),
        _tr("1 field read") if known == 1 else _tr("{count} fields read").format(count=known),
    ]
    unknown = [field for field in fields if not field.known]
    if unknown:
        first = min(unknown, key=lambda field: field.start)
        parts.append(_tr("{count} not in the text: line {line}").format(count=len(unknown), line=first.line))
    if left_out:
        parts.append(left_out)
    if not unknown and not left_out:
        parts.append(_tr("nothing is executed or sent anywhere"))
    return " · ".join(parts)


def _left_out(inspection: Inspection) -> str:
    """How much was not read, from which line on, and why. A text without a call has nothing that was left out."""
    real = [found for found in inspection.problems if found.id not in ("no-identify-call", "empty-input")]
    if not real:
        return ""
    reason = {
        "values-elsewhere": _tr("values elsewhere"),
        "unterminated": _tr("cut off"),
        "bad-javascript": _tr("no valid code"),
        "bad-json": _tr("no valid JSON"),
        "too-large": _tr("too long"),
        "too-deep": _tr("too many brackets"),
        "other-vendor": _tr("another product's"),
        "not-text": _tr("not text"),
        "image-or-binary": _tr("not text"),
    }.get(real[0].id, real[0].id)
    return _tr("{count} left out: line {line} ({reason})").format(count=len(real), line=real[0].line, reason=reason)
