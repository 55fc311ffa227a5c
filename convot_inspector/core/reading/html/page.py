"""HTML pages: scripts, ``data-`` attributes, JSON scripts, and code that a page displays as text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.data.flattened import read_flattened
from convot_inspector.core.reading.data.json_text import read_json
from convot_inspector.core.reading.html.attributes import read_attributes
from convot_inspector.core.reading.html.cfemail import decode_addresses
from convot_inspector.core.reading.html.element_values import with_attribute_values
from convot_inspector.core.reading.html.entities import add_decoded, decode_entities
from convot_inspector.core.reading.html.json_strings import strings_with_markup
from convot_inspector.core.reading.html.tokens import MAX_TOKENS, tokens
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.bundles.next_payload import read_next_payload
from convot_inspector.core.reading.javascript.call_places import call_places
from convot_inspector.core.reading.javascript.calls import mention, read_calls
from convot_inspector.core.reading.javascript.evaluation.whole_programs import is_program
from convot_inspector.core.reading.javascript.other_calls import read_other_calls, read_page_code
from convot_inspector.core.reading.javascript.payloads.called_functions import read_returned
from convot_inspector.core.reading.limits import MAX_BODY
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder, part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.reading.html.tokens import Token
    from convot_inspector.core.reading.source import Source

_ESCAPED = re.compile(r"&(?:lt|quot|apos|amp|#34|#39|#x22|#x27|#x3c|#60);", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&(?:lt|#60|#x3c);/?[a-z]", re.IGNORECASE)
_TAG = re.compile("<[a-zA-Z/!]")
_SCRIPT = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma)script|module|text/babel|", re.IGNORECASE)
_JSON = re.compile(r"\w+/(?:[\w.-]+\+)?json", re.IGNORECASE)
_MAX_SCRIPTS = 1_000
_MARKERS = (*IDENTITY_FIELDS, "data-")
_PAGE_ELEMENTS = frozenset((
    "article", "aside", "blockquote", "body", "code", "dd", "details", "div", "dl", "dt", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "kbd", "li", "main", "nav", "ol", "p", "pre",
    "samp", "section", "span", "table", "tbody", "td", "textarea", "th", "thead", "tr", "ul",
))  # fmt: skip


def read_html(source: Source) -> Reading | None:
    """Return the calls in an HTML page or fragment; None if the text is not HTML or has no call."""
    shown = decode_addresses(source)
    text = shown.text
    if not _is_markup(text):
        escaped = _read_escaped(shown)
        return escaped if escaped is not None or shown is source else _merge([read_calls(shown)])
    if _is_code_with_markup(shown):
        return None
    found = list(tokens(text))
    scripts, elements = list(_scripts(shown, found)), read_attributes(shown, found)
    if not any(each is not None and each.calls for each in scripts):
        scripts.append(read_next_payload(shown) or read_flattened(shown) or _read_data(shown, found))
    reading = _merge(with_attribute_values(text, scripts, elements))
    if reading is not None and (reading.calls or reading.problems):
        is_cut = len(found) >= MAX_TOKENS and names_identity(text, found[-1].end)
        rest = (problems.at(shown, found[-1].end, "too-large", "more-calls"),) if is_cut else ()
        return replace(reading, problems=(*reading.problems, *rest))
    reading = _read_displayed_code(shown, found)
    if reading is not None:
        return reading
    if len(found) >= MAX_TOKENS and names_identity(text):
        return Reading("html", problems=(problems.at(shown, 0, "too-large"),))
    return _read_commented_out(shown, found)


def _is_markup(text: str) -> bool:
    """Return whether this is an HTML page or fragment, and not code with a tag in it."""
    return text.lstrip()[:1] == "<" or "</script" in text or "</SCRIPT" in text


def _is_code_with_markup(source: Source) -> bool:
    """Return whether the text is a JavaScript call with HTML in one of its values."""
    text = source.text
    tag = _TAG.search(text)
    if tag is None or not text[: tag.start()].strip() or next(iter(call_places(text)), tag.start()) >= tag.start():
        return False
    plain = read_calls(source)
    return plain is not None and bool(plain.calls) and not plain.problems


def _merge(readings: Iterable[Reading | None]) -> Reading | None:
    """Merge readings into one of format ``html``, with the calls in text order; None if all are empty.

    "no-identify-call" is dropped if there is any call.
    """
    read = [reading for reading in readings if reading is not None]
    calls = sorted((call for reading in read for call in reading.calls), key=lambda call: call.start)
    found_problems = [problem for reading in read for problem in reading.problems]
    if calls:
        found_problems = [problem for problem in found_problems if problem.id != "no-identify-call"]
    return Reading("html", tuple(calls), tuple(found_problems)) if calls or found_problems else None


def _scripts(source: Source, found: list[Token]) -> list[Reading | None]:
    """Read the page's script elements, both code and JSON.

    Scripts are read one by one, and joined only if one of them lacks a value that another may define.
    """
    readings: list[Reading | None] = []
    code: list[Token] = []
    ignored: list[Token] = []  # browsers load what src names instead
    for token in found:
        if token.type != "raw" or token.name != "script":
            continue
        start, end = token.attributes.get("type", (0, 0))
        type_ = source.text[start:end].strip()
        if _SCRIPT.fullmatch(type_):
            (ignored if "src" in token.attributes else code).append(token)
        elif _JSON.fullmatch(type_):
            reading = read_json(part(source, token.start, token.end))
            readings.append(reading if reading is not None and reading.calls else None)
    if not any(_calls_convot(source, token) for token in code):
        readings += [_not_run(read_calls(part(source, token.start, token.end))) for token in ignored]
    calling = [token for token in code if _calls_convot(source, token)]
    alone = [_read_script(part(source, token.start, token.end)) for token in calling]
    if 1 < len(code) < _MAX_SCRIPTS and any(reading is not None and _is_incomplete(reading) for reading in alone):
        together = read_calls(_join(source, code))
        if together is not None and not together.problems:
            return [*readings, together]  # one script defines what another one passes
    return [*readings, *alone]


def _read_data(source: Source, found: list[Token]) -> Reading | None:
    """Return the data of the first script that is a function called at once with what it returns."""
    scripts = (token for token in found if token.type == "raw" and token.name == "script" and not token.attributes)
    if is_program(source):
        return None  # what it passes to Convot is not known, and these are objects on the way there
    readings = (read_returned(part(source, token.start, token.end)) for token in scripts)
    return next((reading for reading in readings if reading is not None), None)


def _calls_convot(source: Source, token: Token) -> bool:
    return source.text.find("Convot", token.start, token.end) >= 0


def _read_script(source: Source) -> Reading | None:
    return read_page_code(source) or read_other_calls(source)


def _not_run(reading: Reading | None) -> Reading | None:
    if reading is None:
        return None
    return replace(reading, calls=tuple(replace(call, runs=False) for call in reading.calls))


def _is_incomplete(reading: Reading) -> bool:
    fields = (call.fields.get(name) for call in reading.calls for name in IDENTITY_FIELDS)
    return bool(reading.problems) or any(field is not None and field.kind == "expression" for field in fields)


def _join(source: Source, code: list[Token]) -> Source:
    builder = SourceMapBuilder(source)
    starts = []
    for token in code:
        starts.append(builder.length)
        builder.copy(token.start, token.end)
        builder.substitute("\n;\n", token.end, token.end)
    return builder.build(tuple(starts))


def _read_displayed_code(source: Source, found: list[Token]) -> Reading | None:
    """Read code that the page displays as text, with entities decoded and the tags of syntax highlighting removed."""
    text = source.text
    if "identify" not in text or any(token.name == "script" and token.type == "tag" for token in found):
        code = [token for token in found if token.type == "raw" and token.name in ("textarea", "xmp")]
    else:
        code = [token for token in found if token.type == "text" or token.name in ("textarea", "xmp")]
    code = [token for token in code if token.type != "tag"]
    if not code or len(text) > MAX_BODY or not _begins_as_page(found):
        return None
    builder = SourceMapBuilder(source)
    for token in code:
        add_decoded(builder, source, token.start, token.end)
    reading = read_calls(builder.build())
    return _merge([reading]) if reading is not None and reading.calls else None


def _begins_as_page(found: list[Token]) -> bool:
    """Return whether the first tag is a page's own element, not a component of JSX or of a template language."""
    first = next((token for token in found if token.type == "tag"), None)
    return first is not None and first.name in _PAGE_ELEMENTS


def _read_commented_out(source: Source, found: list[Token]) -> Reading | None:
    """Return the problem of a page whose only call is in a comment, where no browser runs it; None otherwise."""
    has_scripts = any(token.type == "raw" and token.name == "script" for token in found)
    if not has_scripts and not _is_in_comment(source.text, has_tags=bool(found)):
        return None
    problem = mention(source)
    return None if problem is None else Reading("html", problems=(problem,))


def _is_in_comment(text: str, *, has_tags: bool) -> bool:
    """Return whether the first call is in an HTML comment.

    In a text without tags, ``<!--`` may begin the content of an old script instead: in JavaScript it is a single-line
    comment (ECMA-262 §B.1.1), and the lines after it run.
    """
    place = next(iter(call_places(text)), -1)
    start = text.rfind("<!--", 0, max(place, 0))
    end = text.find("-->", start)
    return 0 <= start < place < end and (has_tags or "<script" in text[start:end])


def _read_escaped(source: Source, *, again: bool = True) -> Reading | None:
    """Read HTML or code that was escaped once or twice: ``&lt;script&gt;``, ``{email: &quot;…&quot;}``."""
    text = source.text
    if len(text) > MAX_BODY or not _ESCAPED.search(text) or not any(name in text for name in _MARKERS):
        return None
    in_json = strings_with_markup(source) if again else None
    if in_json is not None:
        return _merge(map(read_html, in_json))
    if not _ESCAPED_TAG.search(text):
        plain = read_calls(source)
        if plain is not None and plain.calls and not plain.problems:
            return None  # in code that runs as it is, entities are literal text
    inner = decode_entities(source, 0, len(text))
    if _is_markup(inner.text):
        reading = read_html(inner)
    else:
        reading = (_read_escaped(inner, again=False) if again else None) or read_calls(inner)
    if reading is None and inner.text.lstrip()[:1] in ("{", "["):
        reading = read_json(inner)
    return None if reading is None or not reading.calls else replace(reading, format="html")
