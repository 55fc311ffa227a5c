"""Dialog to look at the answer or the ticket, and to change it, before it is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from convot_inspector.core.language import localize, number, tr
from convot_inspector.core.reports.all_calls import answer_for_all
from convot_inspector.core.reports.code_lines import LANGUAGES
from convot_inspector.core.reports.formats.ticket_text import TICKET_FORMAT_NAMES, TICKET_FORMATS, ticket_text
from convot_inspector.core.reports.ticket import ticket
from convot_inspector.ui import theme
from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.choice_box import ChoiceBox
from convot_inspector.ui.widgets.tabs import Tabs
from convot_inspector.ui.widgets.widgets import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import Redaction
    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.verdict.code_language import CodeLanguage


class ShareDialog(QDialog):
    """Dialog with the answer and the ticket in two tabs. What is chosen in it is used for the next copies too."""

    def __init__(
        self,
        diagnosis: Diagnosis,
        all_calls: Sequence[Diagnosis],
        language: CodeLanguage,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        """Take the diagnosis of the shown call, and those of all calls of the text."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Answer and ticket"))
        resize_within(self, 760, 640)
        self._tabs = Tabs(self.tr("Answer or ticket"))
        self._tabs.addTab(_Answer(diagnosis, all_calls, preferences), self.tr("Answer for the merchant"))
        self._tabs.addTab(_Ticket(diagnosis, language, preferences), self.tr("Developer ticket"))
        self._said = SpokenLabel("dim")
        copy, close = button(self.tr("Copy"), primary=True), button(self.tr("Close"))
        buttons = QHBoxLayout()
        buttons.addWidget(self._said, 1)
        buttons.addStretch(0)
        buttons.addWidget(close)
        buttons.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(buttons)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)

    def _copy(self) -> None:
        shown = self._tabs.currentWidget()
        if isinstance(shown, _Text):
            QGuiApplication.clipboard().setText(shown.text())
            self._said.say(self.tr("Copied as it is shown here."))


class _Text(QWidget):
    """Choices with a text below them that can be edited; another choice writes the text anew."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(name)
        self._text.setTabChangesFocus(True)
        self.choices = QFormLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self.choices)
        layout.addWidget(self._text, 1)

    def text(self) -> str:
        """Return the text as it is now."""
        return self._text.toPlainText()

    def show_text(self, text: str) -> None:
        """Replace the text."""
        self._text.setPlainText(text)

    def use_fixed_font(self) -> None:
        """Show the text as code is shown."""
        self._text.setFont(theme.monospace())


class _Answer(_Text):
    def __init__(self, diagnosis: Diagnosis, all_calls: Sequence[Diagnosis], preferences: Preferences) -> None:
        super().__init__(self.tr("The answer"))
        self._preferences = preferences
        self._about = ChoiceBox()
        self._about.setAccessibleName(self.tr("About"))
        self._about.addItem(tr("The call at line {line}", line=diagnosis.inspected.call.line), [diagnosis])
        if len(all_calls) > 1:
            self._about.addItem(tr("All {count} calls", count=number(len(all_calls))), list(all_calls))
            self.choices.addRow(self.tr("About"), self._about)
        self._about.activated.connect(lambda _: self._renew())
        self._greeting = self._field(self.tr("Greeting"), preferences.greeting, self.tr("Hello,"))
        self._closing = self._field(self.tr("Closing"), preferences.closing, self.tr("Kind regards, …"))
        self._renew()

    def _field(self, name: str, words: str, example: str) -> QLineEdit:
        field = QLineEdit(words)
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        self.choices.addRow(name, field)
        field.textEdited.connect(self._changed)
        return field

    def _changed(self) -> None:
        self._preferences.greeting, self._preferences.closing = self._greeting.text(), self._closing.text()
        self._renew()

    def _renew(self) -> None:
        diagnoses: list[Diagnosis] = self._about.currentData()
        self.show_text(answer_for_all(diagnoses, self._greeting.text(), self._closing.text()))


class _Ticket(_Text):
    def __init__(self, diagnosis: Diagnosis, language: CodeLanguage, preferences: Preferences) -> None:
        super().__init__(self.tr("The ticket"))
        self._diagnosis, self._code, self._preferences = diagnosis, language, preferences
        self.use_fixed_font()
        self._format, self._language, self._redaction = ChoiceBox(), ChoiceBox(), ChoiceBox()
        for kind in TICKET_FORMATS:
            self._format.addItem(localize(TICKET_FORMAT_NAMES[kind]), kind)
        self._language.addItems(LANGUAGES)
        for words, redaction in (
            (self.tr("Masked: j***@example.com"), "mask"),
            (self.tr("Left out"), "remove"),
            (self.tr("Shown as pasted"), "none"),
        ):
            self._redaction.addItem(words, redaction)
        self._format.setCurrentIndex(max(self._format.findData(preferences.ticket_format), 0))
        self._language.setCurrentText(language.name)
        for name, box in (
            (self.tr("Format"), self._format),
            (self.tr("Code in"), self._language),
            (self.tr("Personal data"), self._redaction),
        ):
            box.setAccessibleName(name)
            self.choices.addRow(name, box)
        self._format.activated.connect(self._choose_format)
        self._language.activated.connect(self._choose_language)
        self._redaction.activated.connect(lambda _: self._renew())
        self._renew()

    def _choose_format(self) -> None:
        self._preferences.ticket_format = self._format.currentData()
        self._renew()

    def _choose_language(self) -> None:
        self._code.choose(self._language.currentText())
        self._renew()

    def _renew(self) -> None:
        redaction: Redaction = self._redaction.currentData()
        made = ticket(self._diagnosis, self._language.currentText(), redaction)
        self.show_text(ticket_text(made, self._format.currentData()))
