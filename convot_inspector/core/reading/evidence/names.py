"""Where a text names an external_id, and how far the record around a place reaches."""

from __future__ import annotations

import re

_FAR = 2_000  # characters before and after a hash; beyond that another record may begin
BLANK_LINE = re.compile(r"\n[ \t>|]*\r?\n")
_NAME = r"(?i)(?:(?<![A-Za-z/])|(?<=\\[nrt]))external(?:[ -]|\\{0,2}_)?id(?![A-Za-z0-9])"
_TAGS = r"(?:</?\w{1,20}(?: [^<>]{0,80})?>\s{0,9}){1,4}"
_BORDER = "|│┃║"
MENTION = re.compile(_NAME)
NAMED_ID = re.compile(
    rf"{_NAME}[\"'`*)\]\\]{{0,4}}[ \t]{{0,9}}"
    rf"(?:{_TAGS}|=>|->|:=|[{_BORDER}]{{1,2}}|[:=>,;\t→：]|[-–—.](?=[ \t])"
    r"|/?[ \t]?(?:value|content)[ \t]?=(?=[ \t]?[\"'])"
    r"|\s{0,4}\r?\n(?:\d{1,3}[.)] |\[\d{1,3}\] )?[^\w\"']{0,4}|[ \t](?=[\w{\"'“„«`]))"
    rf"[ \t]{{0,9}}(?:<{{2}}|{_TAGS})?"
    r"(?:(?:Optional|Some|Just)\(\s{0,40})?"
    r"(?:\"\"([^\"\r\n]{1,400})\"\"(?!\")|\\\"([^\"\r\n]{1,400})\\\"|\"([^\"\r\n]{0,400})\"|'([^'\r\n]{0,400})'"
    r"|“([^”\r\n]{0,400})”|„([^“”\r\n]{0,400})[“”]|«([^»\r\n]{0,400})»|`([^`\r\n]{0,400})`"
    rf"|([^\r\n,;)}}\]&<\t{_BORDER}]{{0,400}}?)"
    rf"(?=[\r\n,;)}}\]&<\t{_BORDER}]|\Z|[ \t]{{1,9}}[\w.-]{{1,60}}[\"']?(?:=>?|:)))"
)
"""An external_id and what may be its value, in the last group that matched."""
IS_NOTHING = re.compile(
    r"(?:Optional|Some)?\(?"
    r"(?:null|nil|none|undefined|nothing|<nil>|<null>|~|\(null\)|\(none\)|n/?a|not set|empty|[-–—])?\)?",
    re.IGNORECASE,
)


def paragraph(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the span between the blank lines around two positions, bounded: another record may begin behind it."""
    before = [found.end() for found in BLANK_LINE.finditer(text, max(0, first - _FAR), first)]
    behind = BLANK_LINE.search(text, last, last + _FAR)
    start = before[-1] if before else max(0, first - _FAR)
    return start, behind.start() if behind is not None else min(len(text), last + _FAR)
