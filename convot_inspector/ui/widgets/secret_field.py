"""Password field for an identity secret."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from convot_inspector.core.secret_format import format_problem

_WORTH_A_WORD = 4  # characters; shorter input has only just been started
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class SecretField(QLineEdit):
    """Field whose text cannot be copied or cut. No length is enforced: a truncated secret would be a wrong one.

    White space around a pasted secret is removed, and ``remarked`` says so; ``text()`` never has any.
    """

    remarked = Signal(str, bool)  # what to say of the text, empty for nothing; whether it is a problem

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("64 characters, 0–9 and a–f"))
        self.textEdited.connect(self._trim)

    def problem(self) -> str:
        """Return what is wrong with the secret, without quoting it; empty if nothing is."""
        found = format_problem(self.text())
        return found.message if found is not None else ""

    def _trim(self, typed: str) -> None:
        bare = _stripped(typed)
        if bare != typed:
            self.setText(bare)
        problem = self.problem() if len(bare) >= _WORTH_A_WORD else ""
        trimmed = self.tr("The spaces or line breaks around it were left out.") if bare and bare != typed else ""
        self.remarked.emit(problem or trimmed, bool(problem))


def _stripped(text: str) -> str:
    """Return the text without white space and invisible characters around it."""
    before = None
    while text != before:
        before, text = text, text.strip().strip(_INVISIBLE)
    return text
