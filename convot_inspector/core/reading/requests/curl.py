"""curl commands, as browsers copy them for bash and for cmd, and as people write them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import UnterminatedError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.limits import MAX_BODY, MAX_CALLS
from convot_inspector.core.reading.requests.body import read_body
from convot_inspector.core.reading.requests.form import read_url
from convot_inspector.core.reading.requests.receiver import marked_by_receiver
from convot_inspector.core.reading.shell.bash_words import bash_words, read_documents
from convot_inspector.core.reading.shell.cmd_words import cmd_words
from convot_inspector.core.reading.shell.here_document import StandardInput, here_document
from convot_inspector.core.reading.shell.words import LOST
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, IdentifyCall, Problem
    from convot_inspector.core.reading.shell.words import Word
    from convot_inspector.core.reading.source import Source

_COMMAND = re.compile(
    r"(?:^(?:[^\s'\"`]{1,100}(?:[ \t][^\s'\"`]{1,100})?[$%#>❯][ \t]{1,9})?|[;&|(])[ \t]*"
    r"(?:[$%#>][ \t]*)?(?:[A-Za-z]:[^\r\n>]{0,200}>)?"
    r"(?:(?:sudo|time|command|exec|!)[ \t]{1,9}){0,2}(curl(?:\.exe)?)[ \t]",
    re.MULTILINE,
)
_FOR_CMD = re.compile(r"[ \t]*(?:\^\"|[^\r\n]*\^\r?$)", re.MULTILINE)
_DOCUMENT = re.compile(r"<<-?[ \t]*['\"\\\w]")
_MAX_PIPE_LENGTH = 1024
_FIREFOX_HEADER = re.compile(
    r"\n[ \t]{1,9}-H 'User-Agent: Mozilla/[^'\r\n]{1,300} Gecko/[\d.]{1,20} Firefox/[\d.]{1,20}'"
)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(?=;|$)')
_GLOB = re.compile(r"\\[\[\]{}]")

_DATA_OPTIONS = {"-d", "--data", "--data-ascii", "--data-binary", "--data-raw", "--json", "--url-query"}
_STDIN_OPTIONS = {"-d", "--data", "--data-ascii", "--data-binary", "--json"}
_ENCODED_OPTIONS = {"--data-urlencode"}
_MULTIPART_OPTIONS = {"-F", "--form", "--form-string"}
_SHORT_OPTIONS_WITH_VALUE = set("AbcCdDeEFHKmoPQrtTuUwxXyYz")  # short options that a value follows


def read_curl(source: Source) -> Reading | None:
    """Return the calls of all commands that send an identity field; None if there is none."""
    text = source.text
    if "curl" not in text or not names_identity(text):
        return None
    calls: list[IdentifyCall] = []
    found_problems: list[Problem] = []
    first = _COMMAND.search(text)
    at = first.start() if first is not None else len(text)
    last = at + MAX_BODY
    while (found := _COMMAND.search(text, at)) is not None:
        if len(calls) + len(found_problems) >= MAX_CALLS or found.start() > last:
            found_problems.append(problems.at(source, found.start(1), "too-large", "more-calls"))
            break
        try:
            words, at = _words(source, found.end())
            words += _piped_documents(source, found, at)
        except UnterminatedError:
            if names_identity(text, found.start(1)):
                found_problems.append(problems.at(source, found.start(1), "unterminated"))
            break
        at = max(at - 1, found.end())  # the character that ends a command may introduce the next
        reading = _read_command(source, words)
        if reading is not None:
            is_browsers = _FOR_CMD.match(text, found.end()) is not None and '^"' in text[found.end() : at]
            calls += (_mark_lost(call, source, is_browsers=is_browsers) for call in reading.calls)
            found_problems += reading.problems
    return Reading("curl", tuple(calls), tuple(found_problems)) if calls or found_problems else None


def _piped_documents(source: Source, command: re.Match[str], end: int) -> list[Word]:
    """Return the contents of the here-document of ``cat <<EOF |`` before the command on its line."""
    start = source.text.rfind("\n", max(0, command.start() - _MAX_PIPE_LENGTH), command.start()) + 1
    if command[0][0] != "|":
        return []
    found = _DOCUMENT.search(source.text, start, command.start())
    document = here_document(source.text, found.start()) if found is not None else None
    return read_documents(source.text, [document], end) if document is not None else []


def _words(source: Source, at: int) -> tuple[list[Word], int]:
    """Return the words of the command after ``curl``, and the index where it ends. Raises UnterminatedError."""
    if _FOR_CMD.match(source.text, at):
        return cmd_words(source, at)
    words, end = bash_words(source, at)
    if _FIREFOX_HEADER.search(source.text, at, end):
        return bash_words(source, at, by_firefox=True)
    return words, end


def _mark_lost(call: IdentifyCall, source: Source, *, is_browsers: bool) -> IdentifyCall:
    """Mark values with lost characters as redacted.

    ``is_browsers``: the command was copied by a browser for cmd, which writes a space for any white space.
    """

    def is_lost(field: Field) -> bool:
        has_spaces = is_browsers and " " in field.value and " " in source.pasted[field.start : field.end]
        return field.kind in ("text", "object") and (LOST in field.value or has_spaces)

    if not any(map(is_lost, call.fields.values())):
        return call
    fields = {name: replace(field, kind="redacted") if is_lost(field) else field for name, field in call.fields.items()}
    return replace(call, fields=fields)


def _read_command(source: Source, words: list[Word]) -> Reading | None:
    """Return the calls in the data that a command sends, or else in its URL."""
    data: list[tuple[str, Word]] = []
    urls: list[Word] = []
    for option, value in _arguments(source, words):
        if not option:
            urls.append(value)
        elif option in _DATA_OPTIONS | _ENCODED_OPTIONS | _MULTIPART_OPTIONS:
            data.append((option, value))
    stdin = [word for word in words if isinstance(word, StandardInput)]
    body = _body(source, data, stdin[-1] if stdin else None)
    if names_identity(body.text):
        if len(body.text) > MAX_BODY:
            return Reading("curl", problems=(problems.at(source, words[0].start, "too-large"),))
        reading = read_body(body)
        if reading is not None:
            return marked_by_receiver(reading, urls[0].text(source) if urls else "")
    return next((found for word in urls if (found := read_url(_unescape_globs(word.source(source)))) is not None), None)


def _unescape_globs(url: Source) -> Source:
    """Remove the backslashes before brackets and braces, which escape them from curl's URL globbing."""
    builder = SourceMapBuilder(url)
    at = 0
    for found in _GLOB.finditer(url.text):
        builder.copy(at, found.start())
        at = found.end() - 1
    builder.copy(at, len(url.text))
    return builder.build()


def _arguments(source: Source, words: list[Word]) -> Iterator[tuple[str, Word]]:
    """Yield options with their values; the option of a positional argument, which is a URL, is empty."""
    rest = iter(word for word in words if not isinstance(word, StandardInput))
    for word in rest:
        text = word.text(source)
        option, value = text, word
        if text.startswith("--"):
            if text not in _DATA_OPTIONS | _ENCODED_OPTIONS | _MULTIPART_OPTIONS:
                continue
            following = next(rest, None)
        elif text.startswith("-") and len(text) > 1:
            letter = next((at for at in range(1, min(len(text), 20)) if text[at] in _SHORT_OPTIONS_WITH_VALUE), None)
            if letter is None:
                continue
            option = "-" + text[letter]
            following = next(rest, None) if letter == len(text) - 1 else word.without_prefix(letter + 1)
        else:
            following, option = value, ""
        if following is not None:
            yield option, following


def _body(source: Source, data: list[tuple[str, Word]], stdin: Word | None) -> Source:
    """Build the body as curl does: the data of all options joined by ``&``, but that of ``--json`` concatenated.

    ``stdin``: standard input, which ``@-`` reads.
    """
    builder = SourceMapBuilder(source)
    is_first = True
    for option, word in data:
        text = word.text(source)
        if text == "@-" and stdin is not None and option in _STDIN_OPTIONS:
            word = stdin if option in ("--data-binary", "--json") else stdin.without_line_ends(source)
        elif text.startswith(("@", "<")) and option not in ("--data-raw", "--form-string"):
            continue  # read from a file
        if not is_first and option != "--json":
            builder.substitute("&", word.start, word.start)
        is_first = False
        if option in _ENCODED_OPTIONS or option in _MULTIPART_OPTIONS:
            _add_pair(builder, source, option, word, text)
        else:
            word.add_to(builder)
    return builder.build()


def _add_pair(builder: SourceMapBuilder, source: Source, option: str, word: Word, text: str) -> None:
    """Append ``name=content``, percent-encoded, of an option whose content curl encodes or sends as a part."""
    name, equals, content = text.partition("=")
    if not equals or (content.startswith(("@", "<")) and option in ("-F", "--form")):
        return
    builder.substitute(name + "=", word.start, word.start)
    value = word.without_prefix(len(name) + 1)
    quoted = _QUOTED.match(content) if option in ("-F", "--form") else None
    if quoted is not None and "\\" in quoted[1]:
        builder.substitute(LOST, word.start, word.start)  # curl has escapes of its own, which are not decoded
    elif quoted is not None:
        value = value.without_prefix(1).prefix(len(quoted[1]))
    elif option in ("-F", "--form") and ";" in content:
        value = value.prefix(content.index(";"))
    value.add_encoded_to(builder, source)
