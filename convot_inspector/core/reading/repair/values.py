"""Repair of values that programs changed in copying: links made of addresses, curly quotes, no-break spaces, wrapping.

If the original can be told from the text, it becomes the value; otherwise the value is marked as unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.repair.attributes import decoded_in_attribute
from convot_inspector.core.reading.repair.smart_quotes import QUOTES

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, IdentifyCall
    from convot_inspector.core.reading.source import Source

_NO_BREAK = "\u00a0"
# Links of Slack, Markdown and HTML: their target and their label.
_LINKS = (
    re.compile(r"<(?P<to>(?:mailto:|https?://)[^|<>\s]+)\|(?P<text>[^|<>]+)>"),
    re.compile(r"\[(?P<text>[^\[\]]+)\]\(<?(?P<to>(?:mailto:|https?://)[^()<>\s]+)>?\)"),
    re.compile(r"<a\b[^<>]*?\bhref=[\"']?(?P<to>(?:mailto:|https?://)[^\"'<>\s]+)[^<>]*>(?P<text>[^<>]+)</a>"),
)
_LINK_INSIDE = re.compile(r"<(?:mailto:|https?://)[^<>]*>|\]\(<?(?:mailto:|https?://)|<a\b[^<>]*\bhref=")
_SCHEME = re.compile(r"(?:mailto:|https?://)")
_MAX_LENGTH = 1024
# What autocorrect makes of ' and ", of three dots, of two hyphens.
_TYPOGRAPHY = re.compile(rf"[{QUOTES}…–—]")
# Firefox's console: the class name before an object's preview, and the location of the log call after it.
_PREVIEW = re.compile(r"[A-Z]\w{0,60} \Z")
_LOGGED_AT = re.compile(r"\W{0,40}?\s[^\s:]{1,200}:\d{1,7}:\d{1,7}[ \t]*(?:[\r\n]|\Z)")
_SINGLE_LINE_FIELDS = ("email", "shop", "user_hash", "shop_hash")
_HASH_LENGTH = 64
_HASH = re.compile(r"[0-9a-f]{64}")
# A line break with the "=" of quoted-printable (RFC 2045 §6.7) or the ">" of a quoted reply.
_LINE_END = re.compile(r"=?[ \t]*\r?\n[ \t>]*")
_CONTINUATION = re.compile(r"=?[ \t]*\r?\n[ \t>]*([0-9a-f]{1,63})(?![0-9a-zA-Z])")
_FIXED_LAYOUT = re.compile(rf"[\r\n{{,:]{_NO_BREAK}")


def repair_values(
    call: IdentifyCall, pasted: Source, *, in_lines: bool, decodes_attributes: bool = False
) -> IdentifyCall:
    """Return the call with repaired values, and unknown ones marked by their kind.

    ``in_lines``: whether the call was read from lines that people write, so that quotes around a value are not part of
    it. A value that a program printed may itself contain them.
    """
    text = pasted.text
    call = _mark_wrapped(_mark_doubtful_spaces(call, text), text)
    if text.isascii() and not any(sign in text[call.start : call.end] for sign in ("<", "](", "\\", "&", "%")):
        return call
    changed: dict[str, Field] = {}
    for name, field in call.fields.items():
        if name == "…":
            # The preview leaves out members; any identity field that is not here may be among them.
            hidden = (each for each in IDENTITY_FIELDS if each not in call.fields)
            changed |= {each: replace(field, name=each, kind="redacted") for each in hidden}
        elif field.kind in ("text", "placeholder") and field.value:
            better = _repair_value(field, call, text, in_lines=in_lines)
            better = better if decodes_attributes else decoded_in_attribute(better, text)
            if better is not field:
                changed[name] = better
    return replace(call, fields={**call.fields, **changed}) if changed else call


def _mark_doubtful_spaces(call: IdentifyCall, text: str) -> IdentifyCall:
    """Mark values with spaces as unknown if the call was copied from Firefox, which copies U+00A0 as a plain space.

    Only if the text has the marks of Firefox's console; without this condition every text would be doubtful.
    """
    doubtful = [name for name, field in call.fields.items() if field.kind in ("text", "object") and " " in field.value]
    if not doubtful or not _is_from_firefox(call, text):
        return call
    unknown = {name: replace(call.fields[name], kind="redacted") for name in doubtful}
    return replace(call, fields={**call.fields, **unknown})


def _is_from_firefox(call: IdentifyCall, text: str) -> bool:
    before, after = text[max(0, call.start - 62) : call.start], text[call.end : call.end + 300]
    if _LOGGED_AT.match(after):
        return True
    quote = before.lstrip()
    if quote in ("'", "`"):  # an evaluated string alone: Firefox picks quotes that the string does not contain
        return call.start < 60 and after.strip() == quote and quote not in text[call.start : call.end]
    # Node.js prints objects in the same way, but prefers single quotes.
    return (
        text.startswith("{ ", call.start)
        and _PREVIEW.search(before) is not None
        and any(text[field.start] == '"' and "'" not in text[field.start : field.end] for field in call.fields.values())
    )


def _mark_wrapped(call: IdentifyCall, text: str) -> IdentifyCall:
    """Mark values as unknown that a mail program wrapped over two lines."""
    broken = {
        name: replace(field, kind="redacted" if name.endswith("_hash") else "obfuscated")
        for name in _SINGLE_LINE_FIELDS
        if (field := call.fields.get(name)) is not None and field.kind == "text" and _is_wrapped(field, text)
    }
    return replace(call, fields={**call.fields, **broken}) if broken else call


def _is_wrapped(field: Field, text: str) -> bool:
    value = field.value
    written = text[field.start : field.end]
    if "\n" in value.strip() and "\n" in written.strip() and written[0] != "`":
        return not field.name.endswith("_hash") or _HASH.fullmatch(_LINE_END.sub("", value)) is not None
    if not field.name.endswith("_hash") or not 0 < len(value) <= _HASH_LENGTH:
        return False
    whole, at = value.removesuffix("="), field.end
    while len(whole) < _HASH_LENGTH and (below := _CONTINUATION.match(text, at)) is not None:
        whole, at = whole + below[1], below.end()
    return at > field.end and _HASH.fullmatch(whole) is not None


def _repair_value(field: Field, call: IdentifyCall, text: str, *, in_lines: bool) -> Field:
    if text[field.start] in QUOTES and text[field.start - 1 : field.start] not in ("'", '"'):
        field = (
            _without_quotes(field) if in_lines or field.value[0] not in QUOTES else replace(field, kind="obfuscated")
        )
    if ("<" in field.value or "](" in field.value) and len(field.value) <= _MAX_LENGTH:
        return _without_link(field)
    if _NO_BREAK in field.value and field.name in IDENTITY_FIELDS and _FIXED_LAYOUT.search(text, call.start, call.end):
        return replace(field, kind="obfuscated")  # the whole copy has them for spaces, so the sent ones are unknown
    return field


def _without_quotes(field: Field) -> Field:
    """Remove the curly quotes around a value; it is unknown if autocorrect may have changed other characters too."""
    value = field.value
    if value[0] in QUOTES:
        value = value[1:-1] if len(value) > 1 and value[-1] in QUOTES else value
    return replace(field, value=value, kind="obfuscated" if _TYPOGRAPHY.search(value) else field.kind)


def _without_link(field: Field) -> Field:
    for pattern in _LINKS:
        found = pattern.fullmatch(field.value)
        if found is not None and _without_scheme(unquote(found["to"])) == _without_scheme(found["text"]):
            return replace(field, value=found["text"], kind="text")
    return replace(field, kind="obfuscated") if _LINK_INSIDE.search(field.value) else field


def _without_scheme(address: str) -> str:
    return _SCHEME.sub("", address, count=1).rstrip("/")
