"""Server templates that were never rendered, in the middle of code: ``email: <%= user.email.to_json %>``.

No grammar of JavaScript or JSON reads them. So a name that stands nowhere in the text takes the place of what prints
something, and a comment the place of what only decides (``{% if customer %}``); both are valid in code and inside
quotes alike. Every field in which they come back holds a template, whatever it looked like to the reader.
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
_LONGEST = 1024  # characters of one template
_MOST = 2_000
_MOST_IN_VAIN = 50  # openings that nothing closes
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
# What only decides or assigns and prints nothing.
_DECIDES = re.compile(
    r"<%(?![=-])|<%-\s*(?:if|unless|else|elsif|end|for|while|case|when)\b|<%-?\s*\}|\{%|\{\{[#/^!]|\{\{\s*else\b"
    r"|<\?php\s*(?:(?:if|else|elseif|endif|for|foreach|endforeach|endfor|while|switch|case)\b|\}|\$\w+\s*=)|\s*@(?!j|H|J)"
)


@dataclass(frozen=True)
class Masked:
    """A text without its templates. ``templates``: what stood there; ``deciding``: where something decides."""

    source: Source
    name: str
    templates: tuple[str, ...]
    deciding: tuple[int, ...]

    def restore(self, call: IdentifyCall) -> IdentifyCall:
        """The call with its templates back in place, each of the kind "template"."""
        pattern = re.compile(rf"(?:/\*)?{self.name}(\d+)_(?:\*/)?")

        def written(text: str) -> str:
            return pattern.sub(lambda found: self.templates[int(found[1])], text)

        fields: dict[str, Field] = {}
        unsure: Field | None = None
        decides = any(call.start <= at < call.end for at in self.deciding)
        for name, field in call.fields.items():
            if self.name in name:
                unsure = field  # a template that prints whole members can set any field
            if self.name in name or self.name in field.value or (decides and name in IDENTITY_FIELDS):
                field = replace(field, name=written(name), value=written(field.value), kind="template")
            fields[field.name] = field
        if unsure is not None:
            for name in IDENTITY_FIELDS:
                field = fields.get(name, unsure)
                fields[name] = replace(field, name=name, value=written(field.value), kind="template")
        repeated = tuple(replace(field, value=written(field.value)) for field in call.repeated)
        return replace(call, fields=fields, repeated=repeated)


def holds_template(call: IdentifyCall, text: str) -> bool:
    """Whether there may be templates in a call that were read as code, or not seen at all, as HTML's ``<?…?>`` is not.

    ``text``: the pasted one.
    """
    if _HIDDEN.search(text, call.start, call.end):
        return True
    return any(_OPENING.search(field.value) for field in call.fields.values() if field.kind == "expression")


def mask(source: Source) -> Masked | None:
    """The text without its templates; None if it has none."""
    text = source.text
    name = next((name for name in (_NAME, _NAME + "Template", _NAME + "Piece") if name not in text), None)
    if name is None:
        return None
    builder = SourceMapBuilder(source)
    templates: list[str] = []
    deciding: list[int] = []
    at = in_vain = 0
    while len(templates) < _MOST and in_vain < _MOST_IN_VAIN and (found := _OPENING.search(text, at)):
        end = _end(text, found)
        if end is None:
            builder.copy(at, found.end())
            at = found.end()
            in_vain += 1
            continue
        start = found.end() - len(found[0].lstrip(" \t"))
        stand_in = f"{name}{len(templates)}_"
        if _DECIDES.match(text, start, end):
            stand_in = f"/*{stand_in}*/"
            deciding.append(source.span(start, end)[0])
        templates.append(text[start:end])
        builder.copy(at, start)
        builder.substitute(stand_in, start, end)
        at = end
    builder.copy(at, len(text))
    return Masked(builder.build(), name, tuple(templates), tuple(deciding)) if templates else None


def _end(text: str, opening: re.Match[str]) -> int | None:
    """Where the template ends that begins there; None if it does not, within reason."""
    sign = opening[0]
    if sign in _CLOSING:
        closing = _CLOSING[sign]
        end = text.find(closing, opening.end(), opening.end() + _LONGEST)
        return end + len(closing) if end >= 0 else None
    if sign.lstrip(" \t") in ("@json", "@js", "@Html.Raw", "@Json.Serialize"):
        depth = 0
        for at in range(opening.end(), min(opening.end() + _LONGEST, len(text))):
            depth += (text[at] == "(") - (text[at] == ")")
            if not depth:
                return at + 1
        return None
    return opening.end()
