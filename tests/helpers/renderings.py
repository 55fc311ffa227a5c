"""All renderings of a diagnosis as plain text, and whether a text has a sentence."""

from __future__ import annotations

import functools
import html
import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import tr
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.formats.html_page import to_html
from convot_inspector.core.reports.formats.markdown import to_markdown
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.sentences import hash_meaning
from convot_inspector.core.reports.ticket import ticket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis


def renderings(found: Diagnosis) -> dict[str, str]:
    head, made = headline(found), ticket(found, "Ruby")
    code = re.compile(r"```.*?```|<pre>.*?</pre>", re.DOTALL)
    return {
        "headline": plain(f"{head.title}\n{head.text}"),
        "cards": plain("\n".join(cards(found))),
        "answer": merchant_answer(found),
        "markdown": plain(code.sub("", to_markdown(made))),
        "html": plain(code.sub("", to_html(made))),
        "ticket": plain("\n".join(getattr(block, "text", "") for block in made.blocks)),
    }


def cards(found: Diagnosis) -> Iterator[str]:
    for finding in found.inspected.findings:
        yield from (finding.title, finding.because, finding.fix)
    for about in found.hashes:
        yield hash_meaning(found, about.target)


def plain(text: str) -> str:
    """Return a text without markup of HTML and Markdown, and without directional isolates."""
    text = html.unescape(re.sub(r"</?[a-z][^<>]*>", "", text))
    return re.sub(r"\s+", " ", re.sub(r"[\\\u2068\u2069]", "", text))


def says(text: str, template: str) -> bool:
    """Return whether a text has a sentence, with anything in its placeholders."""
    parts, pattern = _pattern(plain(tr(template)))
    return all(part in text for part in parts) and pattern.search(text) is not None  # the search alone takes long


@functools.cache
def _pattern(translated: str) -> tuple[list[str], re.Pattern[str]]:
    parts = re.split(r"\{[a-z_]+\}", translated)
    return parts, re.compile(".{1,400}?".join(map(re.escape, parts)))
