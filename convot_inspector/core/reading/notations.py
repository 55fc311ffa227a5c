"""The table of all notations, one row each, in the order in which their readers are tried.

The order of the rows means nothing else: the first reader that recognizes the text wins. Every other use of a notation
is a flag of its row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.columns import read_columns
from convot_inspector.core.reading.data.json_in_text import read_json_in_text, read_strict_lines
from convot_inspector.core.reading.data.json_text import read_json, read_strict_json
from convot_inspector.core.reading.data.lines import read_lines
from convot_inspector.core.reading.data.logfmt import read_logfmt
from convot_inspector.core.reading.data.records import read_records
from convot_inspector.core.reading.data.table import read_table
from convot_inspector.core.reading.data.yaml_text import read_yaml
from convot_inspector.core.reading.foreign.server_code import read_server_code
from convot_inspector.core.reading.foreign.vendors import read_vendor
from convot_inspector.core.reading.html.page import read_html
from convot_inspector.core.reading.javascript.other_calls import read_other_calls, read_page_code
from convot_inspector.core.reading.javascript.payloads.passed_objects import read_objects
from convot_inspector.core.reading.javascript.push_call import read_push
from convot_inspector.core.reading.languages.console import read_console, read_console_preview
from convot_inspector.core.reading.languages.php_array import read_php
from convot_inspector.core.reading.languages.php_dump import read_php_dump
from convot_inspector.core.reading.languages.python_literal import read_python
from convot_inspector.core.reading.languages.ruby_hash import read_ruby
from convot_inspector.core.reading.limits import MAX_CHARACTERS, MAX_PAGE, MAX_SNIPPET
from convot_inspector.core.reading.requests.curl import read_curl
from convot_inspector.core.reading.requests.fetch import read_fetch
from convot_inspector.core.reading.requests.form import read_form, read_query
from convot_inspector.core.reading.requests.graphql import read_graphql
from convot_inspector.core.reading.requests.har import read_har
from convot_inspector.core.reading.requests.http import read_http
from convot_inspector.core.reading.requests.powershell import read_powershell

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.reading.source import Reading, Source


@dataclass(frozen=True, slots=True)
class Notation:
    """One notation that people paste.

    ``name``: unique in the table.
    ``read``: the reader; returns None for a text in another notation.
    ``formats``: the values of the report's ``input.format`` that its readings can have.
    ``max_characters``: the reader is not tried on longer texts.
    ``is_payload``: the notation may be that of a payload pasted next to a call without values.
    ``fixes_values``: says where a value begins and ends and how it is escaped; without it, a value that can be read in
    more than one way is unclear.
    ``has_own_names``: prints the variables of a program, whose ``userHash`` and ``UserID`` are that program's names.
    ``skips_comments``: the reader gets the text without JavaScript comments that contain a call, which no browser runs.
    """

    name: str
    read: Callable[[Source], Reading | None]
    formats: tuple[str, ...]
    max_characters: int = MAX_SNIPPET
    is_payload: bool = False
    skips_comments: bool = True
    fixes_values: bool = True
    has_own_names: bool = False


NOTATIONS = (
    Notation("har", read_har, ("har",), MAX_CHARACTERS, skips_comments=False),
    Notation("GraphQL", read_graphql, ("graphql",), has_own_names=True, skips_comments=False),
    # Strict JSON before HTML and others: in it, "&amp;", "…" and "#@a" are literal text.
    Notation("strict JSON", read_strict_json, ("json",), is_payload=True, skips_comments=False),
    Notation("strict JSON lines", read_strict_lines, ("json", "log"), skips_comments=False),
    Notation("curl", read_curl, ("curl",), skips_comments=False),
    Notation("HTTP", read_http, ("http",), skips_comments=False),
    Notation("PowerShell", read_powershell, ("powershell",), skips_comments=False),
    Notation("HTML", read_html, ("html",), MAX_PAGE, skips_comments=False),
    Notation("JavaScript calls", read_page_code, ("javascript",), MAX_CHARACTERS, skips_comments=False),
    Notation("Convot.push", read_push, ("javascript",)),
    Notation("other calls", read_other_calls, ("javascript",)),
    Notation("fetch", read_fetch, ("fetch",)),
    Notation("other vendors", read_vendor, ("javascript",)),
    Notation("server code", read_server_code, ("none",)),
    Notation("console previews", read_console_preview, ("console",)),
    Notation("Python", read_python, ("python",), is_payload=True),
    Notation("Ruby", read_ruby, ("ruby", "log"), is_payload=True),
    Notation("PHP", read_php, ("php",), is_payload=True),
    Notation("PHP dumps", read_php_dump, ("php",), is_payload=True, has_own_names=True),
    Notation("records", read_records, ("table", "tsv", "form", "php", "console"), is_payload=True),
    Notation("JSON", read_json, ("json",), MAX_CHARACTERS, is_payload=True),
    Notation("JavaScript objects", read_objects, ("javascript",), is_payload=True),
    Notation("JSON in text", read_json_in_text, ("json", "log"), is_payload=True),
    Notation("form", read_form, ("form",), is_payload=True),
    Notation("query", read_query, ("query",), is_payload=True),
    Notation("console", read_console, ("console",), is_payload=True),
    Notation("table", read_table, ("csv", "tsv", "table"), is_payload=True, fixes_values=False),
    Notation("columns", read_columns, ("tsv",), is_payload=True, fixes_values=False),
    Notation("YAML", read_yaml, ("yaml",), is_payload=True),
    Notation("logfmt", read_logfmt, ("log",), is_payload=True, fixes_values=False),
    Notation("lines", read_lines, ("lines",), is_payload=True, fixes_values=False),  # last: nearly any text is lines
)
