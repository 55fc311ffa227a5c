"""The openssl command that makes the right hash, for a developer to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, Redaction

_LONGEST = 200  # characters of a value


def openssl_line(field: Field | None, redaction: Redaction) -> str:
    """Return the command; its secret comes from the environment. A masked or long value comes from a variable too.

    ``printf %s`` adds no line feed, which ``echo`` would (POSIX), and the value stands in single quotes, in which a
    shell changes nothing.
    """
    return f'printf %s {_value(field, redaction)} | openssl dgst -sha256 -hmac "$CONVOT_IDENTITY_SECRET"'


def _value(field: Field | None, redaction: Redaction) -> str:
    name = field.name if field is not None else convot.EXTERNAL_ID
    if field is None or redaction != "none" or not field.known or len(field.value) > _LONGEST:
        return f'"${name.upper()}"'
    if not field.value.isprintable():
        return f'"${name.upper()}"'
    return "'" + field.value.replace("'", "'\\''") + "'"
