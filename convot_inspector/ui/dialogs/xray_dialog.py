"""Dialog that lists every invisible or look-alike character of a value by name and code point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from convot_inspector.core.characters.comparison import compare
from convot_inspector.core.characters.visible import signed_text, visible
from convot_inspector.core.characters.xray import MAX_LISTED, remarks
from convot_inspector.core.language import tr
from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.characters.xray import Character
    from convot_inspector.core.model import CallInspection

_MOST_ROWS = 200


def values_of(call: CallInspection) -> tuple[tuple[str, str], ...]:
    """Return the signed value, and what the server signed instead if that is proven, with their names."""
    signed = call.signed
    if signed is None or not signed.known:
        return ()
    proof = call.user.proof
    text = signed_text(proof.signed) if proof is not None else signed.value
    if text == signed.value:
        return ((signed.name, signed.value),)
    server = tr("signed by the server")
    return ((signed.name, signed.value), (server, text))


class XrayDialog(QDialog):
    """Dialog with one value, or two side by side with differences marked. Each has a name, such as “external_id”."""

    def __init__(self, values: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Characters"))
        resize_within(self, 620, 520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(self._texts(values))
        layout.addWidget(self._list(values), 1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout.addLayout(buttons)

    def _texts(self, values: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        pieces = compare(values[0][1], values[1][1]) if len(values) == 2 else None
        for row, (name, value) in enumerate(values):
            shown = ValueLabel(name)
            if pieces is None:
                shown.show_value(visible(value))
            else:
                shown.show_pieces(pieces[row])
            caption = label(name, "dim", wrap=False)
            caption.setBuddy(shown)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, row, 1)
            size = tr(
                "{characters} characters, {bytes} bytes",
                characters=len(value),
                bytes=len(value.encode("utf-8", "surrogatepass")),
            )
            grid.addWidget(label(size, "dim", wrap=False), row, 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _list(self, values: Sequence[tuple[str, str]]) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(8, 8, 12, 8)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(4, 1)
        row = 0
        for name, value in values:
            found = remarks(value)
            for each in found[:_MOST_ROWS]:
                self._add(grid, row, name, each)
                row += 1
            if len(found) > _MOST_ROWS or len(value) > MAX_LISTED:
                more = tr("There may be more in {name}: only its beginning is listed.", name=name)
                grid.addWidget(label(more, "dim"), row, 0, 1, 5)
                row += 1
            if not found:
                nothing = tr("{name}: every character is visible and is what it looks like.", name=name)
                grid.addWidget(label(nothing), row, 0, 1, 5)
                row += 1
        grid.setRowStretch(row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("Characters worth a look"))
        return area

    def _add(self, grid: QGridLayout, row: int, name: str, each: Character) -> None:
        shown = ValueLabel(each.name)
        shown.show_value(each.shown)
        place = tr("character {number}", number=each.at)
        for column, widget in enumerate(
            (
                label(name, "dim", wrap=False),
                label(place, wrap=False),
                shown,
                label(each.code, wrap=False),
                label(each.name),
            )
        ):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
