"""Classification of texts: the value that the browser sent, or a placeholder, a template or a damaged copy of it.

A text wrongly taken for the value would turn a right hash into "does not verify", so a doubtful text is not "text".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS, can_be_a_hash

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind

# Searched with str.find in linear time: a regular expression would restart at every "{{" of a hostile text.
_TEMPLATES = (
    ("{{", "}}"), ("{%", "%}"), ("{!!", "!!}"), ("<%", "%>"), ("<?php", "?>"), ("<?=", "?>"), ("${", "}"), ("#{", "}"),
    ("{$", "}"),
)  # fmt: skip
_OBFUSCATED = re.compile(r"\[email(?:[\s\u00a0]|&(?:nbsp|#160|#xa0);)protected\]|(?<!\*)\*+@\*+\.\*+", re.IGNORECASE)
_REDACTED = re.compile(
    r"\*{3,}|•{3,}|█{2,}|[\[<(]\s*(?:redacted|removed|hidden|filtered|masked)\s*[\])>]", re.IGNORECASE
)
_REDACTED_WHOLE = re.compile(r"[xX]{3,}|redacted|\[?filtered\]?|.*(?:…|\.\.\.)", re.IGNORECASE | re.DOTALL)
_SHORTENED = re.compile(r"…|\.\.\.|[xX]{6,}")
_PLACEHOLDER = re.compile(
    r"<(?!(?:Slow)?Buffer |[0-9a-fA-F ]{32,}>)[^<>@]*[A-Za-z][^<>@]*>|\[\[?(?!object )[A-Za-z][A-Za-z _-]*\]?\]"
    r"|\*\|[A-Z_]+\|\*|%[A-Za-z][A-Za-z_]*%|__[A-Z][A-Z_]*__|(?:__|\{)[A-Za-z][\w.-]{2,}(?:__|\})"
)
_VARIABLE = re.compile(
    r"\$[A-Za-z_]\w{2,}(?:(?:->|\.)\w+|\[[\w'\"$]{1,60}\])*"  # PHP, shells
    r"|@(?:Model|ViewBag|ViewData|User|Html|Json)\b.+|#[A-Za-z_][\w.]*#"
)  # Razor, ColdFusion
_SHORTENED_VALUE = re.compile(r"[^\s@]+…[^\s@]+|[^\s@]{3,}\.\.\.[^\s@]{3,}")
_MASKED_ADDRESS = re.compile(r"[xX]{3,}@|.*@[xX]{3,}\.")
_HASH_PLACEHOLDER = re.compile(
    # Words in one letter case. Base64url, UUIDs and sha256-… are not placeholders but real values, though wrong ones.
    r"(?-i:[A-Z]+(?:[_-][A-Z0-9]+)+|[a-z]+(?:[_-][a-z]+)+)"
    r"|.*\b(?:your|insert|replace|hash[ _-](?:here|goes|computed)|generated)[ _-].*"
    r"|your[_-]?\w*hash|.*[_ -]here|hash|hmac|digest|signature|todo|tbd|fixme|changeme|placeholder|asdf\w*",
    re.IGNORECASE | re.DOTALL,
)
# At least eight groups of hex digits, such as CC-42-44-… of .NET's BitConverter, are a hash in another notation and not
# the words of a placeholder, although a group may have letters only.
_HEX_IN_GROUPS = re.compile(r"[0-9a-fA-F]{2,8}(?:[-_: ,.][0-9a-fA-F]{2,8}){7,63}")
# Every pattern above requires one of these; a single search rules out nearly all values.
_SUSPICIOUS = re.compile(
    r"[{<*•█…\[(]|\.\.\.|^[xX]{3,}$|^(?:redacted|filtered)$|^(?:%.*%|__.*__|\$.*|@.*|#.*#)$|[xX]{3,}@|@[xX]{3,}",
    re.IGNORECASE,
)
_MAX_LENGTH = 4096  # no placeholder is longer


def kind_of_text(name: str, text: str) -> Kind:
    """Return the kind of a text in the field ``name``: "text" if it is the value itself."""
    if name.endswith("_hash"):
        found = _kind_of_hash(text)
        if found is not None:
            return found
    elif "\ufffd" in text:
        return "redacted"  # U+FFFD replaces a character that a program could not decode or display
    if len(text) > _MAX_LENGTH or not _SUSPICIOUS.search(text):
        return "text"
    if any(_contains_pair(text, *marks) for marks in _TEMPLATES):
        return "template"
    if _OBFUSCATED.search(text):
        return "obfuscated"
    if _REDACTED.search(text) or _REDACTED_WHOLE.fullmatch(text):
        return "redacted"
    if name in IDENTITY_FIELDS and (_SHORTENED_VALUE.fullmatch(text) or _MASKED_ADDRESS.match(text)):
        return "redacted"
    if _VARIABLE.fullmatch(text):
        return "template"
    return "placeholder" if _PLACEHOLDER.fullmatch(text) else "text"


def _kind_of_hash(text: str) -> Kind | None:
    """Return the kind of a text in a hash field if it differs from that in other fields; None otherwise."""
    if can_be_a_hash(text) or _HEX_IN_GROUPS.fullmatch(text):
        return "text"
    if len(text) <= _MAX_LENGTH and _SHORTENED.search(text):
        return "redacted"
    return "placeholder" if len(text) <= _MAX_LENGTH and _HASH_PLACEHOLDER.fullmatch(text) else None


def _contains_pair(text: str, opening: str, closing: str) -> bool:
    start = text.find(opening)
    return start >= 0 and text.find(closing, start + len(opening)) >= 0
