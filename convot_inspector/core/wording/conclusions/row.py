"""The row of words of one conclusion.

Placeholders: ``{hash}``, ``{field}`` (the field to be signed), ``{fields}`` (those that the text does not contain),
``{titles}`` and ``{because}`` of the leading findings, ``{link}`` to the help article. No value of the paste is put in.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal["right", "wrong", "warning", "unknown"]
"""Right: checked and right. Wrong: checked and wrong. Warning: works, but not as intended. Unknown: cannot tell."""


class ConclusionWords(NamedTuple):
    """The texts of one conclusion.

    ``title``: empty where the leading findings' titles are used. ``text``: what it means. ``to_do``: the first
    thing to do; empty where that is the fix of the leading findings, or nothing. ``shop_too``: added where the
    shop verifies. ``answer``: the sentences for the merchant. ``with_shop`` replaces ``text``, ``to_do`` and ``answer``
    where the shop verifies.
    ``if_required``: replaces ``text`` where *Require identity verification* is known to be on.
    ``title_for_one``: replaces ``title`` where there is one leading finding.
    ``otherwise``: the first thing to do where ``to_do`` is empty and there is no leading finding.
    """

    tone: Tone
    title: str
    text: tuple[str, ...]
    to_do: str
    answer: tuple[str, ...]
    shop_too: str = ""
    if_required: tuple[str, ...] = ()
    title_for_one: str = ""
    otherwise: str = ""
    with_shop: WithShop | None = None


class WithShop(NamedTuple):
    """What replaces words of a conclusion where the shop verifies; None for words that stay."""

    text: tuple[str, ...] | None = None
    to_do: str | None = None
    answer: tuple[str, ...] | None = None


REASONS, MEANWHILE, ASK_FOR_VALUES = "<reasons>", "<meanwhile>", "<ask for values>"
"""Placeholders for whole paragraphs of an answer: the merchant's words of the leading mistakes, what visitors
experience until these are fixed, and the request to send what the browser sends."""
