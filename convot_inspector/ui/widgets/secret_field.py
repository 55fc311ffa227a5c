"""Input field for a secret, with a check of its format."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from convot_inspector.core.secret_format import format_problem

_WORTH_A_WORD = 4  # characters; shorter input has only just been started


class SecretField(QLineEdit):
    """Field whose text cannot be copied or cut. No length is enforced: a truncated secret would be a wrong one."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("64 characters, 0–9 and a–f"))

    def problem(self) -> str:
        """Return what is wrong with the secret, without quoting it; empty if nothing is."""
        found = format_problem(self.text())
        return found.message if found is not None else ""

    def remark(self) -> str:
        """Return the problem to show while typing; empty for the first characters."""
        return self.problem() if len(self.text()) >= _WORTH_A_WORD else ""
