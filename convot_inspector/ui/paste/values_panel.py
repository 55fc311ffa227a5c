"""Form to type the values of a call instead of pasting code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.plain_text import set_tool_tip
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton

    from convot_inspector.core.model import IdentifyCall


_LONGEST_OFFER = 40  # characters of a value on a button


class ValuesPanel(QScrollArea):
    """Form that mirrors the editor's call; typing here rewrites the editor's text."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, QLineEdit] = {}
        self._offers: dict[str, FlowLayout] = {}
        self._text = self._written = ""
        self._call: IdentifyCall | None = None
        self.setObjectName("leftSide")
        self.setAccessibleName(self.tr("The values"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._fields:
            self._build()  # created late: this tab is rarely opened
            self.show_call(self._call)
        self._show_offers()
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
            self._offers[name] = FlowLayout()
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(field)
            column.addLayout(self._offers[name])  # no room while it is empty
            form.addRow(caption, column)
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
            set_tool_tip(widget, why)  # the full text, for a field that is too narrow
            value = field.value if known and field is not None else ""
            if widget.text() != value:
                widget.setText(value)

    def offer(self, text: str, *, has_call: bool) -> None:
        """Offer the values of a text without a call, one click each; none is filled in by itself."""
        if text and text == self._written:
            return  # what was made of the offers that are shown
        self._text, self._written = "" if has_call else text, ""
        self._show_offers()

    def _show_offers(self) -> None:
        if not self.isVisible() and self._text:
            return  # until this tab is opened
        found: dict[str, tuple[str, ...]] = {}
        if self._text:
            from convot_inspector.core.reading.evidence.suggestions import suggestions

            found = suggestions(self._text)
        for name, row in self._offers.items():
            while (item := row.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
                    widget.setParent(None)
            for value in found.get(name, ()):
                row.addWidget(self._button(name, value))

    def _button(self, name: str, value: str) -> QPushButton:
        from convot_inspector.core.characters.excerpt import excerpt
        from convot_inspector.core.characters.visible import visible

        shown = excerpt(visible(value), _LONGEST_OFFER)
        made = button(tr("Use “{value}”", value=shown).replace("&", "&&"), quiet=True)
        made.setAccessibleName(tr("{name}: use “{value}”", name=name, value=shown))
        made.clicked.connect(partial(self._take, name, value))
        return made

    def _take(self, name: str, value: str, _: bool = False) -> None:  # noqa: FBT001, FBT002  # the signal's own argument
        self._fields[name].setText(value)
        self._fields[name].setFocus()
        self._write()

    def _write(self) -> None:
        import json

        lines = [
            f"  {name}: {json.dumps(w.text(), ensure_ascii=False)},\n" for name, w in self._fields.items() if w.text()
        ]
        self._written = "Convot.identify({\n" + "".join(lines) + "});\n" if lines else ""
        self.edited.emit(self._written)
