"""Unrendered server templates inside code: ``email: <%= user.email.to_json %>``.

No grammar of JavaScript or JSON accepts them. So a template that prints something is replaced by an identifier that is
unique in the text, and one that only controls the flow (``{% if customer %}``) by a comment; both are valid in code and
inside quotes. Every field whose name or value holds such a replacement gets the kind "template".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, IdentifyCall
    from convot_inspector.core.reading.source import Source

_NAME = "unrendered"
_MAX_LENGTH = 1024  # characters of one template
_MAX_TEMPLATES = 2_000
_MAX_WASTED = 50  # openings without a closing
_OPENING = re.compile(
    r"<\?(?:php\b|=)|<%|\{\{\{?|\{%|\{!!|#\{"
    r"|@(?:json|js|Html\.Raw|Json\.Serialize)(?=\()"
    r"|^[ \t]*@(?:end)?(?:if|else|elseif|auth|guest|isset|empty|unless|foreach|for|php|verbatim|env|production)\b"
    r"[^\r\n]*",
    re.MULTILINE,
)
_CLOSING = {
    "<?php": "?>", "<?=": "?>", "<%": "%>", "{{{": "}}}", "{{": "}}", "{%": "%}", "{!!": "!!}", "#{": "}",
}  # fmt: skip
_HIDDEN = re.compile(r"<[?%]|\{%")
# Templates that control the flow or assign, and print nothing.
_CONTROL_FLOW = re.compile(
    r"<%(?![=-])|<%-\s*(?:if|unless|else|elsif|end|for|while|case|when)\b|<%-?\s*\}|\{%|\{\{[#/^!]|\{\{\s*else\b"
    r"|<\?php\s*(?:(?:if|else|elseif|endif|for|foreach|endforeach|endfor|while|switch|case)\b|\}|\$\w+\s*=)|\s*@(?!j|H|J)"
)


@dataclass(frozen=True)
class Masked:
    """A text with its templates masked.

    ``name``: the prefix of the identifiers. ``templates``: the source text of each. ``control_flow``: indices into the
    pasted text of those that control the flow.
    """

    source: Source
    name: str
    templates: tuple[str, ...]
    control_flow: tuple[int, ...]

    def restore(self, call: IdentifyCall) -> IdentifyCall:
        """Put the templates back into a call; their fields get the kind "template".

        If flow control is inside the call, or a template prints whole members, this applies to all identity fields.
        """
        pattern = re.compile(rf"(?:/\*)?{self.name}(\d+)_(?:\*/)?")

        def unmask(text: str) -> str:
            return pattern.sub(lambda found: self.templates[int(found[1])], text)

        fields: dict[str, Field] = {}
        computed: Field | None = None
        is_conditional = any(call.start <= at < call.end for at in self.control_flow)
        for name, field in call.fields.items():
            if self.name in name:
                computed = field  # a template that prints whole members can set any field
            if self.name in name or self.name in field.value or (is_conditional and name in IDENTITY_FIELDS):
                field = replace(field, name=unmask(name), value=unmask(field.value), kind="template")
            fields[field.name] = field
        if computed is not None:
            for name in IDENTITY_FIELDS:
                field = fields.get(name, computed)
                fields[name] = replace(field, name=name, value=unmask(field.value), kind="template")
        repeated = tuple(replace(field, value=unmask(field.value)) for field in call.repeated)
        return replace(call, fields=fields, repeated=repeated)


def holds_template(call: IdentifyCall, text: str) -> bool:
    """Return whether a call may have templates that were read as code, or skipped, such as ``<?…?>`` in HTML.

    ``text``: the pasted text.
    """
    if _HIDDEN.search(text, call.start, call.end):
        return True
    return any(_OPENING.search(field.value) for field in call.fields.values() if field.kind == "expression")


def mask(source: Source) -> Masked | None:
    """Mask the templates of a text; None if it has none."""
    text = source.text
    name = next((name for name in (_NAME, _NAME + "Template", _NAME + "Piece") if name not in text), None)
    if name is None:
        return None
    builder = SourceMapBuilder(source)
    templates: list[str] = []
    control_flow: list[int] = []
    at = wasted = 0
    while len(templates) < _MAX_TEMPLATES and wasted < _MAX_WASTED and (found := _OPENING.search(text, at)):
        end = _end(text, found)
        if end is None:
            builder.copy(at, found.end())
            at = found.end()
            wasted += 1
            continue
        start = found.end() - len(found[0].lstrip(" \t"))
        replacement = f"{name}{len(templates)}_"
        if _CONTROL_FLOW.match(text, start, end):
            replacement = f"/*{replacement}*/"
            control_flow.append(source.span(start, end)[0])
        templates.append(text[start:end])
        builder.copy(at, start)
        builder.substitute(replacement, start, end)
        at = end
    builder.copy(at, len(text))
    return Masked(builder.build(), name, tuple(templates), tuple(control_flow)) if templates else None


def _end(text: str, opening: re.Match[str]) -> int | None:
    """Return the end of the template at ``opening``; None if it is not closed within ``_MAX_LENGTH`` characters."""
    sign = opening[0]
    if sign in _CLOSING:
        closing = _CLOSING[sign]
        end = text.find(closing, opening.end(), opening.end() + _MAX_LENGTH)
        return end + len(closing) if end >= 0 else None
    if sign.lstrip(" \t") in ("@json", "@js", "@Html.Raw", "@Json.Serialize"):
        depth = 0
        for at in range(opening.end(), min(opening.end() + _MAX_LENGTH, len(text))):
            depth += (text[at] == "(") - (text[at] == ")")
            if not depth:
                return at + 1
        return None
    return opening.end()
