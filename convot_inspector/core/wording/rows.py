"""The rows of the tables of words. All texts are templates, translated when they are used.

``{hash}``: the field that does not verify. ``{value}``: the field to be signed. ``{signed}``: the signed value.
``{detail}``: the detail of the mistake or finding, ``{quoted}`` the same in quotes. No value of the paste is put in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from convot_inspector.core.model import Owner


Where = Literal["code", "secret", ""]
"""Where the developer finds the right thing: the help article's code, the secret in Convot's settings, nowhere."""


class Clause(NamedTuple):
    """The same words twice: as a clause of a sentence that lists several, and as a whole sentence of their own.

    Both are literals, because many languages cannot make one from the other.
    """

    text: str
    alone: str


class MerchantWords(NamedTuple):
    """Words for a merchant, without jargon: what is wrong, what to ask the developer for, where the right thing is."""

    wrong: Clause
    please: Clause
    where: Where = "code"


class MistakeWords(NamedTuple):
    """The text of one proven mistake.

    ``title`` is the headline; the exact text, key and formula stand in the proof. ``code``: the line of code that shows
    the fix, by its name in ``reports/code_lines.py``; empty for none.
    """

    title: str
    because: str
    fix: str
    merchant: MerchantWords
    code: str = ""
    owner: Owner = "developer"
