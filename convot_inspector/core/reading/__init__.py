"""Text → identify calls with their positions. One notation a file; nothing is ever executed.

A reader is a function from a Source to a Reading, or None for "not mine". The order of ``_READERS`` decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.beside import with_payload
from convot_inspector.core.reading.data.columns import read_columns
from convot_inspector.core.reading.data.json_in_text import read_json_in_text, read_strict_lines
from convot_inspector.core.reading.data.json_text import read_json, read_strict_json
from convot_inspector.core.reading.data.lines import read_lines
from convot_inspector.core.reading.data.logfmt import read_logfmt
from convot_inspector.core.reading.data.table import read_table
from convot_inspector.core.reading.data.yaml_text import read_yaml
from convot_inspector.core.reading.foreign.server_code import read_server_code, server_code
from convot_inspector.core.reading.foreign.vendors import read_vendor
from convot_inspector.core.reading.html.page import read_html
from convot_inspector.core.reading.javascript.calls import (
    mention,
    object_error,
    read_calls,
    without_comments,
)
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.javascript.push_call import read_push
from convot_inspector.core.reading.languages.console import read_console, read_sketch
from convot_inspector.core.reading.languages.php_array import read_php
from convot_inspector.core.reading.languages.php_dump import read_php_dump
from convot_inspector.core.reading.languages.python_literal import read_python
from convot_inspector.core.reading.languages.ruby_hash import read_ruby
from convot_inspector.core.reading.limits import MAX_CHARACTERS, MAX_PAGE, MAX_SNIPPET
from convot_inspector.core.reading.repair.damage import read_damaged
from convot_inspector.core.reading.requests.curl import read_curl
from convot_inspector.core.reading.requests.fetch import read_fetch
from convot_inspector.core.reading.requests.form import read_form, read_query
from convot_inspector.core.reading.requests.har import read_har
from convot_inspector.core.reading.requests.http import read_http
from convot_inspector.core.reading.requests.powershell import read_powershell
from convot_inspector.core.reading.source import Reading, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import Problem


_READERS: tuple[Callable[[Source], Reading | None], ...] = (
    read_har,
    read_strict_json,  # it means its "&amp;", "…" and "#@a" literally
    read_strict_lines,
    read_curl,
    read_http,
    read_powershell,
    read_html,
    read_calls,
    read_push,
    read_fetch,
    read_vendor,
    read_server_code,
    read_sketch,
    read_python,
    read_ruby,
    read_php,
    read_php_dump,
    read_json,
    read_object,
    read_json_in_text,
    read_form,
    read_query,
    read_console,
    read_table,
    read_columns,
    read_yaml,
    read_logfmt,
    read_lines,
)

_PAYLOAD_READERS = (read_strict_json, *_READERS[_READERS.index(read_python) :])

# What somebody copied by hand is short. A longer text is a file: a page, a capture, a bundle, an export.
_LONG = 64 * 1024  # from here on some readers give up
_HASH_NAME = re.compile(r"\b(?:user_hash|shop_hash)\b")

_MAGIC = (
    "\x89PNG",
    "PNG\r\n",
    "GIF8",
    "\xff\xd8\xff",
    "%PDF-",
    "PK\x03\x04",
    "RIFF",
    "BM\x00",
    "\x1f\x8b",
    "\x7fELF",
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_DAMAGED = re.compile("[\ufffd\ud800-\udfff]")
_SAMPLE = 4096


def read(text: str) -> Reading:
    """What a pasted text holds. Never raises; a text that holds nothing readable gives a problem with its place."""
    if text.startswith("\ufeff"):
        text = " " + text[1:]  # a byte order mark; the places stay as they are
    source = Source(text)
    if not text.strip("\ufeff \t\r\n\v\f\u00a0\u2028\u2029"):
        return _none(problems.at(source, 0, "empty-input"))
    if len(text) > MAX_CHARACTERS:
        return _none(problems.at(source, 0, "too-large"))
    return read_damaged(source, _first) or _none(_why_nothing(source))


def _read_page(source: Source) -> Reading | None:
    return read_html(source) if len(source.text) <= MAX_PAGE else None


_LARGE_READERS: tuple[Callable[[Source], Reading | None], ...] = (read_har, _read_page, read_calls, read_json)


def _first(source: Source) -> Reading | None:
    """What the first reader says that takes the text for its own."""
    for reader in _READERS if len(source.text) <= MAX_SNIPPET else _LARGE_READERS:
        if reader is read_push:  # a call that is commented out is none to whoever reads lines, either
            source = without_comments(source) or source
        reading = reader(source)
        if reading is not None:
            return with_payload(source, reading, _PAYLOAD_READERS) if len(source.text) <= MAX_SNIPPET else reading
    return None


def _none(problem: Problem) -> Reading:
    return Reading("none", problems=(problem,))


def _why_nothing(source: Source) -> Problem:
    sample = source.text[:_SAMPLE]
    control = len(_CONTROL.findall(sample))
    if source.text.startswith(_MAGIC) or control * 20 > len(sample):
        return problems.at(source, 0, "image-or-binary")
    if len(_DAMAGED.findall(sample)) * 5 > len(sample):
        return problems.at(source, 0, "not-text")
    hash_ = _HASH_NAME.search(source.text) if len(source.text) > _LONG else None
    if hash_ is not None and mention(source) is None:
        return problems.at(source, hash_.start(), "too-large", "data")
    if len(source.text) > MAX_SNIPPET:
        return mention(source) or problems.at(source, 0, "no-identify-call")
    is_template = source.text.lstrip().startswith(("{{", "{%"))
    broken = None if is_template else object_error(source)
    return broken or mention(source) or server_code(source) or problems.at(source, 0, "no-identify-call")
