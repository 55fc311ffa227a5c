"""The left side: the text or its values in two tabs, and a status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.paste.editor import Editor
from convot_inspector.ui.paste.marks import marks_of
from convot_inspector.ui.paste.values_panel import ValuesPanel
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.widgets.announcements import announce
from convot_inspector.ui.widgets.choice_box import ChoiceBox
from convot_inspector.ui.widgets.clipped_text import local_files, text_or_bytes
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.plain_text import set_tool_tip
from convot_inspector.ui.widgets.tabs import Tabs
from convot_inspector.ui.widgets.tall_area import TallArea
from convot_inspector.ui.widgets.widgets import action_button, button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from convot_inspector.core.diagnosis.diagnosis import Circumstances
    from convot_inspector.core.model import CallInspection, IdentifyCall, Inspection
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.paste.find_bar import FindBar
    from convot_inspector.ui.paste.mark import Mark

_MANY_MARKS = 150


class PastePanel(QWidget):
    """Panel that provides ``text()`` and ``text_changed`` and shows what was recognised."""

    text_changed = Signal()
    arrived = Signal(str)  # a whole text: pasted, dropped or opened
    refused = Signal(str)  # why what is in the clipboard cannot be pasted
    pasted = Signal()
    call_chosen = Signal(int)
    value_pointed_at = Signal(int, str)  # the call's index and the field's name
    files_chosen = Signal(list)
    much_pasted = Signal(object, bool)  # the bytes, and whether they are another text
    cleared = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("leftSide")
        self._inspection: Inspection | None = None
        self._order: list[int] = []
        self._marks: list[Mark] = []
        self._line = self._remark = ""
        self._is_to_reveal = False
        self._editor = Editor()
        self._editor.setPlaceholderText(self.tr("Convot.identify({ … })\n\nPaste the call here, or drop a file."))
        self._find: FindBar | None = None
        self._values = ValuesPanel()
        self._tabs = Tabs(self.tr("What was pasted"))
        for part, words in (
            (self._editor, self.tr("Paste what the page sends")),
            (self._values, self.tr("Type the values")),
        ):
            self._tabs.addTab(part, words)
        self._calls = ChoiceBox()
        self._calls.setAccessibleName(self.tr("Which call is shown"))
        self._calls.setAccessibleDescription(self._calls.accessibleName())  # on Linux the name is its value
        self._status = label("", "dim")
        self._status.setObjectName("status")
        self._assemble(actions)
        self._connect(actions)
        self.show_inspection(None)

    def _connect(self, actions: Actions) -> None:
        actions.paste.triggered.connect(self.paste)
        actions.open.triggered.connect(self.open_file)
        actions.clear.triggered.connect(self.clear)
        actions.undo.triggered.connect(self._editor.undo)
        actions.redo.triggered.connect(self._editor.redo)
        actions.find.triggered.connect(self.find_words)
        actions.explain.triggered.connect(self.explain)
        actions.show_problem.triggered.connect(self.show_problem)
        actions.field_wanted.connect(self.show_field)
        self._editor.text_changed.connect(self.text_changed)
        self._editor.replaced.connect(self.arrived)
        self._editor.files_dropped.connect(self.files_chosen)
        self._editor.value_pointed_at.connect(self.value_pointed_at)
        self._editor.much_pasted.connect(self.much_pasted)
        self._values.edited.connect(self._editor.set_text)
        self._calls.activated.connect(lambda row: self.call_chosen.emit(self._order[row]))
        self._tabs.currentChanged.connect(lambda _: self._fill_values())

    def _assemble(self, actions: Actions) -> None:
        paste, open_ = action_button(actions.paste, self.tr("Paste")), action_button(actions.open)
        choose, clear = button(self.tr("Examples")), action_button(actions.clear)
        self.examples_menu = QMenu(choose)
        choose.setMenu(self.examples_menu)
        row = FlowLayout()
        for each in (paste, open_, choose, clear):
            row.addWidget(each)
        inside = QWidget()
        inside.setObjectName("leftSide")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(TallArea(inside))
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 6, 16, 2)
        self._column.setSpacing(5)
        self._column.addLayout(row)
        self._column.addWidget(self._calls)
        self._column.addWidget(self._tabs, 1)
        self._column.addWidget(self._status)

    def text(self) -> str:
        """Return exactly what was pasted or typed."""
        return self._editor.text()

    def set_text(self, text: str, *, is_new: bool = False) -> None:
        """Show another text, in the editor. ``is_new``: of another case; undoing does not bring back this one's."""
        self._tabs.setCurrentWidget(self._editor)
        self._editor.set_text(text, is_new=is_new)

    def insert(self, text: str) -> None:
        """Put a text where the cursor is."""
        self._editor.insert(text)

    def paste(self) -> None:
        """Take the clipboard's text, or its file, as a whole."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        files = local_files(mime) if mime is not None else []
        if files:
            self.files_chosen.emit(files)
        elif mime is not None and mime.hasText():
            pasted = text_or_bytes(mime)
            if isinstance(pasted, str):
                self.arrived.emit(pasted)
            else:
                self.much_pasted.emit(pasted, True)  # noqa: FBT003  # a signal has no names
            self.pasted.emit()
        elif mime is not None and mime.hasImage():
            self.refused.emit(
                tr(
                    "The clipboard has a picture, but Convot Inspector reads only text. Ask for the "
                    "text itself. Nothing was changed."
                )
            )
        else:
            self.refused.emit(tr("There is no text in the clipboard. Nothing was changed."))

    def begin(self) -> None:
        """Give the text the focus."""
        self._editor.setFocus()

    def clear(self) -> None:
        """Start again. Nothing of the text is kept, so this cannot be undone."""
        self.forget()
        self.cleared.emit()
        self._editor.setFocus()

    def forget(self) -> None:
        """Drop the text and the undo history."""
        self._tabs.setCurrentWidget(self._editor)
        self._editor.forget()

    def reveal_call(self) -> None:
        """Move the shown call into view when the next result is shown; a capture holds it far below."""
        self._is_to_reveal = True

    def find_words(self) -> None:
        """Open the find bar."""
        self._tabs.setCurrentWidget(self._editor)
        if self._find is None:  # created late: rarely used
            from convot_inspector.ui.paste.find_bar import FindBar

            self._find = FindBar(self._editor)
            self._column.insertWidget(self._column.indexOf(self._status), self._find)
        self._find.open_bar()

    def explain(self) -> None:
        """Announce what was recognised of the value at the cursor."""
        self._tabs.setCurrentWidget(self._editor)
        announce(self._editor, self._editor.explain())

    def show_field(self, name: str) -> None:
        """Show where a field of the shown call stands in the text."""
        call = self._shown_call()
        field = call.fields.get(name) if call is not None else None
        if field is not None:
            self._tabs.setCurrentWidget(self._editor)
            self._editor.select(field.start, field.end)

    def open_file(self) -> None:
        """Ask for a file."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self, self.tr("Open a text"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.files_chosen.emit)  # Qt connects no list of strings to a list
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def go_to(self, line: int, column: int) -> None:
        """Show a place of the text; the focus stays where it is."""
        self._tabs.setCurrentWidget(self._editor)
        self._editor.go_to(line, column)

    def show_problem(self) -> None:
        """Show the secret in the text, or the place from which on it could not be read."""
        if self._inspection is not None and self._inspection.exposed:
            self._tabs.setCurrentWidget(self._editor)
            self._editor.select(*self._inspection.exposed[0])
        elif self._inspection is not None and self._inspection.problems:
            problem = self._inspection.problems[0]
            self.go_to(problem.line, problem.column)

    def show_inspection(
        self, inspection: Inspection | None, chosen: int | None = None, known: Circumstances | None = None
    ) -> int:
        """Mark what was understood. Returns the index of the call that is shown: ``chosen``, or the worst."""
        before, self._inspection = self._inspection, inspection
        calls = inspection.calls if inspection is not None else ()
        if not calls or before is None or calls is not before.calls:
            self._list_calls(calls, known)
            self._marks = marks_of(inspection) if inspection is not None else []
        self._calls.setVisible(len(calls) > 1)
        if chosen is None:
            chosen = self._order[0] if self._order else 0
        if calls:
            self._calls.setCurrentIndex(self._order.index(chosen))
            set_tool_tip(self._calls, self._calls.currentText())
        line = (
            messages.status_line(inspection)
            if inspection is not None
            else self.tr("Nothing is executed or sent anywhere.")
        )
        if not self._editor.shows_all:
            line = self.tr("A long text: only a part is shown, all of it was checked.") + " " + line
        self._line = line
        self._show_status()
        shown = calls[chosen].call if calls else None
        if shown is not None and self._is_to_reveal:
            self._is_to_reveal = False
            self._editor.go_to(shown.line, shown.column)
        place = (shown.start, shown.end) if shown is not None and len(calls) > 1 else (0, 0)
        if shown is not None and not self._editor.shows_all:
            place = (shown.start, shown.end)
        if len(self._marks) < _MANY_MARKS:
            self._editor.show_marks(self._marks, place)
        else:  # in another step of the event loop than the verdict: together they would block the window too long
            QTimer.singleShot(0, self, partial(self._show_marks, self._marks, place))
        self._fill_values()
        return chosen

    def _show_marks(self, marks: list[Mark], place: tuple[int, int]) -> None:
        if marks is self._marks:  # otherwise another text is shown meanwhile
            self._editor.show_marks(marks, place)

    def recolour(self) -> None:
        """Show the marks in the theme's colours, in another step of the event loop than that of the style sheet."""
        QTimer.singleShot(20, self, self._editor.recolour)

    def remark(self, words: str) -> None:
        """Show a remark beside the status."""
        self._remark = words
        self._show_status()

    def _show_status(self) -> None:
        self._status.setText(f"{self._line} · {self._remark}" if self._remark else self._line)

    def _list_calls(self, calls: Sequence[CallInspection], known: Circumstances | None) -> None:
        self._calls.clear()
        set_tool_tip(self._calls, "")
        self._order = []
        if calls:
            from convot_inspector.core.diagnosis.diagnose import diagnose
            from convot_inspector.core.reports.headline import headline

            said = [headline(diagnose(call, known)) for call in calls]
            self._order = sorted(range(len(calls)), key=lambda index: said[index].badness)
            lines = [tr("Line {line} · {title}", line=calls[at].call.line, title=said[at].title) for at in self._order]
            self._calls.addItems(lines)

    def _fill_values(self) -> None:
        self._values.offer(self._editor.text() if self._inspection is not None else "", has_call=bool(self._order))
        call = self._shown_call()
        if call is not None or not self._editor.text():
            self._values.show_call(call)

    def _shown_call(self) -> IdentifyCall | None:
        if self._inspection is None or not self._order:
            return None
        return self._inspection.calls[self._order[max(self._calls.currentIndex(), 0)]].call
