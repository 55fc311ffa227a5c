"""Dialog to preview, save or copy an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSaveFile, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
)

from convot_inspector.core.language import tr
from convot_inspector.core.reports.export import SUFFIXES, export
from convot_inspector.ui import theme
from convot_inspector.ui.background import Worker
from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.choice_box import ChoiceBox
from convot_inspector.ui.widgets.document_view import Page
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.diagnosis.diagnosis import Circumstances
    from convot_inspector.core.model import Inspection, Redaction
    from convot_inspector.core.reports.export import ExportFormat

_MOST_SHOWN = 200_000  # characters of a preview; the file has the whole text


class ExportDialog(QDialog):
    """Dialog for exports, which never hold a secret or a complete hash; the user chooses how personal data is shown."""

    def __init__(self, inspection: Inspection, circumstances: Circumstances, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        resize_within(self, 760, 620)
        self._inspection, self._circumstances, self._text = inspection, circumstances, ""
        self._worker = Worker("export", self)
        self._kind, self._redaction = ChoiceBox(), ChoiceBox()
        self._plain, self._page, self._preview = QPlainTextEdit(), Page(), QStackedWidget()
        self._said = SpokenLabel("dim")
        self._copy, self._save = button(self.tr("Copy")), button(self.tr("Save…"), primary=True)
        self._close = button(self.tr("Close"))
        self._fill()
        self._assemble()
        self._kind.currentIndexChanged.connect(self._renew)
        self._redaction.currentIndexChanged.connect(self._renew)
        self._copy.clicked.connect(self._copy_text)
        self._save.clicked.connect(self._choose_file)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._worker.stop)
        self._renew()

    def _fill(self) -> None:
        kinds: tuple[tuple[str, ExportFormat], ...] = (
            (self.tr("Page to print or send (HTML)"), "html"),
            (self.tr("Markdown, for issue trackers"), "markdown"),
            (self.tr("Plain text"), "text"),
            (self.tr("JSON, for programs"), "json"),
        )
        redactions: tuple[tuple[str, Redaction], ...] = (
            (self.tr("Masked: j***@example.com"), "mask"),
            (self.tr("Left out"), "remove"),
            (self.tr("Shown as pasted"), "none"),
        )
        for words, kind in kinds:
            self._kind.addItem(words, kind)
        for words, redaction in redactions:
            self._redaction.addItem(words, redaction)

    def _assemble(self) -> None:
        choices = QFormLayout()
        self._kind.setAccessibleName(self.tr("File"))
        self._redaction.setAccessibleName(self.tr("Personal data"))
        choices.addRow(self.tr("&File"), self._kind)
        choices.addRow(self.tr("&Personal data"), self._redaction)
        for shown in (self._plain, self._page):
            shown.setReadOnly(True)
            shown.setAccessibleName(self.tr("Preview"))
            shown.setTabChangesFocus(True)
            self._preview.addWidget(shown)
        self._plain.setFont(theme.monospace())
        self._page.setTextInteractionFlags(  # no links: nothing opens them here, and Tab would stop at each
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(choices)
        layout.addWidget(self._preview, 1)
        layout.addWidget(
            label(self.tr("It contains no secret. Hashes are shortened: a right one is a password."), "dim")
        )
        layout.addWidget(self._said)
        layout.addLayout(buttons)

    def _renew(self) -> None:
        inspection, kind, redaction = self._inspection, self._chosen_kind(), self._redaction.currentData()
        self._copy.setEnabled(False)
        self._save.setEnabled(False)
        self._say("")
        known = self._circumstances
        self._worker.run(lambda: export(inspection, kind, redaction, known), self._show, self._fail)

    def _chosen_kind(self) -> ExportFormat:
        kind: ExportFormat = self._kind.currentData()
        return kind

    def _show(self, text: str) -> None:
        self._text = text
        is_page = self._chosen_kind() == "html"
        if is_page:
            self._page.show_page(text)
        else:
            self._plain.setPlainText(text[:_MOST_SHOWN])
        self._preview.setCurrentWidget(self._page if is_page else self._plain)
        self._copy.setEnabled(True)
        self._save.setEnabled(True)

    def _fail(self, _: Exception) -> None:
        self._say(self.tr("A fault in Convot Inspector stopped this export. Nothing was written."))

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._say(self.tr("Copied."))

    def _choose_file(self) -> None:
        suffix = SUFFIXES[self._chosen_kind()]
        dialog = QFileDialog(self, self.tr("Save the report"), f"convot-identity{suffix}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.fileSelected.connect(self._write)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _write(self, file: str) -> None:
        text = self._text

        def write() -> bool:
            """Write all or nothing: a failed export does not replace an old report with half of a new one."""
            saving = QSaveFile(file)
            return (
                saving.open(QSaveFile.OpenModeFlag.WriteOnly)
                and saving.write(text.encode()) == len(text.encode())
                and saving.commit()
            )

        def done(written: bool) -> None:  # noqa: FBT001  # the worker's one result
            if written:
                self._say(tr("Saved as {file}.", file=file))
            else:
                self._say(self.tr("The file could not be written, and nothing was changed. Choose another folder."))

        self._worker.run(write, done, self._fail)

    def _say(self, words: str) -> None:
        self._said.say(words)
