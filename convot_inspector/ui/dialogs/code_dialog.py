"""Dialog with the complete code that makes a right hash, in the user's language of choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from convot_inspector.core.reports.code_lines import LANGUAGES
from convot_inspector.core.reports.snippets import HOLD_THE_PAGE, page, snippet
from convot_inspector.ui import theme
from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.choice_box import ChoiceBox
from convot_inspector.ui.widgets.plain_text import PlainText
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from convot_inspector.ui.verdict.code_language import CodeLanguage


class CodeDialog(QDialog):
    """Dialog with code for the server and for the page, for the field that this call signs."""

    def __init__(
        self, language: CodeLanguage, signed: str, *, with_shop: bool, others: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Complete code"))
        resize_within(self, 720, 620)
        self._language, self._signed, self._with_shop, self._others = language, signed, with_shop, others
        self._chooser = ChoiceBox()
        self._chooser.addItems(LANGUAGES)
        self._chooser.setAccessibleDescription(self.tr("Language of the server"))
        self._chooser.setCurrentText(language.name)
        self._server, self._page = _Code(self.tr("On the server")), _Code(self.tr("In the page"))
        close = button(self.tr("Close"))
        choice = QFormLayout()
        choice.addRow(self.tr("&Language of the server"), self._chooser)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(choice)
        layout.addWidget(self._server, 3)
        layout.addWidget(self._page, 2)
        layout.addWidget(
            label(self.tr("The secret comes from the server's environment and is never in the code."), "dim")
        )
        layout.addLayout(buttons)
        self._chooser.currentTextChanged.connect(self._choose)
        close.clicked.connect(self.reject)
        self._renew()

    def _choose(self, name: str) -> None:
        self._language.choose(name)
        self._renew()

    def _renew(self) -> None:
        language = self._language.name
        self._server.show_code(snippet(language, self._signed, with_shop=self._with_shop).code)
        self._page.setVisible(language not in HOLD_THE_PAGE)
        self._page.show_code(page(self._signed, with_shop=self._with_shop, others=self._others))


class _Code(QWidget):
    """A caption with code under it and a button that copies it."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._code = PlainText(caption)
        self._code.setFont(theme.monospace())
        self._code.setMinimumHeight(self._code.fontMetrics().lineSpacing() * 3)  # on a small screen
        self._code.setLineWrapMode(PlainText.LineWrapMode.NoWrap)
        self._said = SpokenLabel("dim")
        self._said.setWordWrap(False)
        copy = button(self.tr("Copy"))
        copy.setAccessibleDescription(caption)
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(label(caption, "title", wrap=False))
        row.addStretch(1)
        row.addWidget(self._said)
        row.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._code, 1)

    def show_code(self, text: str) -> None:
        """Replace the code that is shown."""
        self._said.say("")
        self._code.setPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.toPlainText())
        self._said.say(self.tr("Copied."))
