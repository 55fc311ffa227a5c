"""Form to type the values of a call instead of pasting code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from convot_inspector.ui.verdict import messages
from convot_inspector.ui.widgets.widgets import label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from convot_inspector.core.model import IdentifyCall


class ValuesPanel(QScrollArea):
    """Form that mirrors the editor's call; typing here rewrites the editor's text."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, QLineEdit] = {}
        self._call: IdentifyCall | None = None
        self.setObjectName("leftSide")
        self.setAccessibleName(self.tr("The values"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._fields:
            self._build()  # created late: this tab is rarely opened
            self.show_call(self._call)
        super().showEvent(event)

    def _build(self) -> None:
        from convot_inspector.core.convot import IDENTITY_FIELDS

        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(4)
        for name in IDENTITY_FIELDS:
            field = QLineEdit()
            field.setMaxLength(1_000_000)
            field.setAccessibleName(name)
            field.textEdited.connect(self._write)
            caption = label(name)
            caption.setBuddy(field)
            form.addRow(caption, field)
            self._fields[name] = field
        inside = QWidget()
        inside.setObjectName("leftSide")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(form)
        layout.addWidget(label(self.tr("Leave a field empty when the page does not send it."), "dim"))
        layout.addStretch(1)
        self.setWidget(inside)

    def show_call(self, call: IdentifyCall | None) -> None:
        """Fill the fields from a call. A field whose value the text does not hold stays empty and says why."""
        self._call = call
        for name, widget in self._fields.items():
            field = call.fields.get(name) if call is not None else None
            known = field is not None and field.known and field.sent
            why = ""
            if field is not None and field.sent and not known:
                why = f"({messages.kind(field.kind)})"
            widget.setPlaceholderText(why)
            widget.setToolTip(why)  # the full text, for a field that is too narrow
            value = field.value if known and field is not None else ""
            if widget.text() != value:
                widget.setText(value)

    def _write(self) -> None:
        import json

        lines = [
            f"  {name}: {json.dumps(w.text(), ensure_ascii=False)},\n" for name, w in self._fields.items() if w.text()
        ]
        self.edited.emit("Convot.identify({\n" + "".join(lines) + "});\n" if lines else "")
