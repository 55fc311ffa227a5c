"""Short texts of the window for core's results; long sentences come from core."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from convot_inspector.core import language
from convot_inspector.core.language import localize, plural, tr

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Field, Inspection, Kind, Outcome
    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.file import IndexCondition


def outcome_pill(outcome: Outcome) -> tuple[str, str]:
    """Return words and tone of what a setting does with the session."""
    if outcome.session == "rejected":
        return tr("Rejected"), "wrong"
    if outcome.session == "unknown":
        return tr("Cannot tell"), "unknown"
    return {
        "verified": (tr("Accepted, verified"), "right"),
        "lower": (tr("Accepted, lower trust"), "warning"),
    }.get(outcome.trust or "", (tr("Trust unknown"), "unknown"))


def why_signed(inspected: CallInspection) -> str:
    """Return why this field is signed and not the other one."""
    from convot_inspector.core import convot

    call, signed = inspected.call, inspected.signed
    if signed is None:
        return tr("external_id is signed if it is passed, otherwise email. Neither is sent.")
    if signed.name == convot.EMAIL:
        return tr("No external_id is passed, so the email is signed.")
    if call.sent(convot.EMAIL) is not None:
        return tr("email is not signed: external_id is present.")
    return tr("external_id is passed, so it is signed.")


def understood(inspected: CallInspection, field: Field) -> str:
    """Return what was understood of a field, for its tool tip."""
    from convot_inspector.core import convot
    from convot_inspector.core.characters.excerpt import excerpt
    from convot_inspector.core.wording.phrases import status_pill

    name = excerpt(field.name, 60)
    if not field.known:
        return tr("{name}: not the value that the browser sends", name=name)
    if field.name == convot.USER_HASH:
        return tr("{name}: {verdict}", name=name, verdict=status_pill(inspected.user.status)[0])
    if field.name == convot.SHOP_HASH:
        return tr("{name}: {verdict}", name=name, verdict=status_pill(inspected.shop.status)[0])
    if inspected.signed is not None and field.name == inspected.signed.name:
        return tr("{name}: this value is signed ({size})", name=name, size=size(field.value))
    if field.name == convot.SHOP:
        return tr("{name}: shop_hash signs this value", name=name)
    return tr("{name}: not part of the check", name=name)


def size(value: str) -> str:
    """Return how many bytes are signed."""
    count = len(value.encode("utf-8", "surrogatepass"))
    return plural("{count} bytes", "1 byte", count)


def unavailable(reason: Reason, app: str) -> str:
    """Return why that app's secret cannot be used, and what to do."""
    from convot_inspector.keychain.errors import sentence

    return sentence(reason, app)


def locked() -> str:
    """Return the message that the secrets were dropped from memory."""
    return tr(
        "Convot Inspector is locked: it has forgotten the secrets. Your text is still here. The next check asks the "
        "password store again."
    )


def cleared(place: str) -> str:
    """Return the message that a secret was saved and cleared from the clipboard."""
    words = tr("Saved in {place}. It was also cleared from your clipboard.", place=place)
    if sys.platform == "win32":
        words += " " + tr("Windows may still have it in the clipboard history (Windows key + V).")
    return words


def today() -> str:
    """Return today's date in words."""
    from PySide6.QtCore import QDate, QLocale

    return QLocale(language.name()).toString(QDate.currentDate(), tr("d MMMM yyyy"))


def day(moment: str) -> str:
    """Return the day of an ISO 8601 time in words; empty if it is not known."""
    from PySide6.QtCore import QDateTime, QLocale, Qt

    when = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs)
    return QLocale(language.name()).toString(when.toLocalTime().date(), tr("d MMMM yyyy")) if when.isValid() else ""


def list_condition(condition: IndexCondition, recovered: int, *, incomplete: bool) -> str:
    """Return what the user should know of the list of apps found on disk; empty if it is in order."""
    if recovered:
        found = plural(
            "{count} saved secrets were found in the password store.",
            "1 saved secret was found in the password store.",
            recovered,
        )
        if condition in ("sound", "older"):
            return tr("The list of apps was not up to date and has been completed.") + " " + found
        return tr("The list of apps was missing or damaged and has been restored.") + " " + found
    return {
        "older": tr("The list of apps was not up to date, so its backup is used. Check that none is missing."),
        "restored": tr(
            "The list of apps was damaged and has been restored from its backup. Check that none is missing."
        ),
        "lost": tr(
            "The list of apps was damaged; the damaged file was kept. It is restored as soon as the "
            "password store can be read: the secrets are in it."
        )
        if incomplete
        else tr(
            "The list of apps was damaged, and the password store has no secrets of Convot Inspector. "
            "The damaged file was kept. Add your apps again."
        ),
        "newer": tr(
            "The list of apps was saved by a newer version of Convot Inspector. This one can use it but not change it."
        ),
    }.get(condition, "")


def kind(kind: Kind) -> str:
    """Return what stands in a field instead of the value that the browser sent."""
    return {
        "expression": tr("code"),
        "template": tr("a template"),
        "placeholder": tr("a placeholder"),
        "redacted": tr("hidden in this copy"),
        "obfuscated": tr("replaced when copied"),
        "unclear": tr("unclear where it ends"),
    }.get(kind, kind)


def status_line(inspection: Inspection) -> str:
    """Return what was read and what was left out, in one line."""
    count = len(inspection.calls)
    left_out = _left_out(inspection)
    if not count:
        nothing = tr("Nothing is executed or sent anywhere.")
        return f"{left_out} · {nothing}" if left_out else nothing
    from convot_inspector.core.reading.formats import FORMATS

    fields = [field for inspected in inspection.calls for field in inspected.call.fields.values()]
    known = sum(field.known for field in fields)
    parts = [
        localize(FORMATS[inspection.format].title) if inspection.format in FORMATS else inspection.format,
        plural("{count} calls found", "1 call found", count),
        plural("{count} fields read", "1 field read", known),
    ]
    unknown = [field for field in fields if not field.known]
    if unknown:
        first = min(unknown, key=lambda field: field.start)
        parts.append(tr("{count} not in the text: line {line}", count=len(unknown), line=first.line))
    if left_out:
        parts.append(left_out)
    if not unknown and not left_out:
        parts.append(tr("nothing is executed or sent anywhere"))
    return " · ".join(parts)


def _left_out(inspection: Inspection) -> str:
    """Return how much was not read, from which line on, and why; empty for a text without a call."""
    real = [found for found in inspection.problems if found.id not in ("no-identify-call", "empty-input")]
    if not real:
        return ""
    reason = {
        "values-elsewhere": tr("values elsewhere"),
        "unterminated": tr("cut off"),
        "bad-javascript": tr("invalid code"),
        "bad-json": tr("invalid JSON"),
        "too-large": tr("too long"),
        "too-deep": tr("too many brackets"),
        "other-vendor": tr("another product's"),
        "not-text": tr("not text"),
        "image-or-binary": tr("not text"),
    }.get(real[0].id, real[0].id)
    return tr("{count} left out: line {line} ({reason})", count=len(real), line=real[0].line, reason=reason)
