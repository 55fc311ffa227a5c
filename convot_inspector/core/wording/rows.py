"""The rows of the tables of words. All texts are templates, translated when they are used.

``{hash}``: the field that does not verify. ``{value}``: the field to be signed. ``{detail}``: the detail of the mistake
or finding, ``{quoted}`` the same in quotes. No value of the paste is put in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from convot_inspector.core.model import Owner


class MerchantWords(NamedTuple):
    """Words for a merchant, without jargon: what is wrong, and what to ask the developer for.

    ``wrong`` and ``please`` are clauses for a list of several; alone, each becomes a sentence translated as a whole.
    """

    wrong: str
    please: str

    @property
    def reason(self) -> str:
        """The sentence that says what is wrong."""
        return f"The reason is that {self.wrong}."

    @property
    def request(self) -> str:
        """The sentence that says what to ask for."""
        return f"Please ask your developer to {self.please} (the right code is here: {{link}})."


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
