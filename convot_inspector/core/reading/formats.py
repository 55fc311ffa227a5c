"""The values of the report's ``input.format``, with their titles and properties."""

from __future__ import annotations

from dataclasses import dataclass

from convot_inspector.core.language import lazy_tr


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a pasted text can be read as.

    ``is_loose``: accepts nearly any lines, so a reading of the text inside a wrapping is better.
    ``hides_cuts``: accepts code that lacks its beginning or its end.
    """

    title: str
    is_loose: bool = False
    hides_cuts: bool = False


FORMATS = {
    "javascript": Format(lazy_tr("JavaScript call")),
    "json": Format(lazy_tr("JSON")),
    "html": Format(lazy_tr("Page source")),
    "curl": Format(lazy_tr("cURL command")),
    "fetch": Format(lazy_tr("fetch call")),
    "powershell": Format(lazy_tr("PowerShell command")),
    "har": Format(lazy_tr("Network capture (HAR)")),
    "http": Format(lazy_tr("HTTP request")),
    "graphql": Format(lazy_tr("GraphQL operation")),
    "form": Format(lazy_tr("Form data"), is_loose=True),
    "query": Format(lazy_tr("Query string"), is_loose=True),
    "console": Format(lazy_tr("Console output")),
    "log": Format(lazy_tr("Log line"), is_loose=True, hides_cuts=True),
    "lines": Format(lazy_tr("Lines of names and values"), is_loose=True, hides_cuts=True),
    "csv": Format(lazy_tr("Table"), is_loose=True),
    "tsv": Format(lazy_tr("Table"), is_loose=True),
    "table": Format(lazy_tr("Table"), is_loose=True),
    "python": Format(lazy_tr("Python text")),
    "ruby": Format(lazy_tr("Ruby text")),
    "php": Format(lazy_tr("PHP text")),
    "evidence": Format(lazy_tr("Text with a hash and its value")),
    "yaml": Format(lazy_tr("YAML"), is_loose=True, hides_cuts=True),
}


def is_loose(format_: str) -> bool:
    """Return whether a format accepts nearly any lines; False for an unknown one."""
    return format_ in FORMATS and FORMATS[format_].is_loose


def hides_cuts(format_: str) -> bool:
    """Return whether a format accepts code that lacks its beginning or its end; False for an unknown one."""
    return format_ in FORMATS and FORMATS[format_].hides_cuts
