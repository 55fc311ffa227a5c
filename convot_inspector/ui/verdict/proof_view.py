"""The proof: how the sent hash was made, and the signed text beside the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from convot_inspector.core.characters.comparison import compare
from convot_inspector.core.characters.visible import signed_text, visible
from convot_inspector.core.diagnosis.other_ways import other_ways
from convot_inspector.core.language import tr
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from convot_inspector.core.model import Field, HashVerdict


class ProofView(QWidget):
    """Rows of a name and a value, empty where nothing was proven."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._signed = ValueLabel(self.tr("Signed"))
        self._right = ValueLabel(self.tr("Should be"))
        self._result = ValueLabel(self.tr("Gives"))
        self._texts: dict[str, QLabel] = {
            "signed": self._signed,
            "right": self._right,
            "key": label(),
            "computed": label(),
            "written": label(),
            "result": self._result,
            "same": label(),
            "others": label(),
        }
        names = {
            "signed": self.tr("Signed"),
            "right": self.tr("Should be"),
            "key": self.tr("Key"),
            "computed": self.tr("Computed"),
            "written": self.tr("Written as"),
            "result": self.tr("Gives"),
            "same": self.tr("That is"),
            "others": self.tr("Or else"),
        }
        self._names = {id_: label(text, "dim", wrap=False) for id_, text in names.items()}
        for row, (id_, text) in enumerate(self._texts.items()):
            self._names[id_].setBuddy(text)
            self._grid.addWidget(self._names[id_], row, 0)
            self._grid.addWidget(text, row, 1)

    def names_width(self) -> int:
        """Return the width of the widest name, to align rows below."""
        return max(name.sizeHint().width() for name in self._names.values())

    def show_proof(self, verdict: HashVerdict, hash_name: str, value: Field | None) -> None:
        """Show how the sent hash was made. ``value``: the field that should have been signed."""
        proof = verdict.proof
        self.setVisible(proof is not None)
        if proof is None:
            self.clear()
            return
        signed = signed_text(proof.signed)
        right = value.value if value is not None and value.known else None
        if right is not None and right != signed:
            ones, others = compare(signed, right)
            self._signed.show_pieces(ones)
            self._right.show_pieces(others)
        else:
            self._signed.show_value(visible(signed) or self.tr("(an empty text)"))
        self._show("right", shown=right is not None and right != signed)
        self._say("key", proof.key)
        self._say("computed", proof.construction)
        self._say("written", proof.encoding)
        self._result.show_value(visible(proof.result))
        self._say("same", tr("exactly what was sent as {field}", field=visible(proof.place)))
        self._say("others", "\n".join(other_ways(verdict, hash_name, value.name if value is not None else "")))

    def clear(self) -> None:
        """Show nothing."""
        self.hide()
        for shown in self._texts.values():
            if isinstance(shown, ValueLabel):
                shown.show_value("")
            else:
                shown.setText("")

    def _say(self, id_: str, words: str) -> None:
        self._texts[id_].setText(words)
        self._show(id_, shown=bool(words))

    def _show(self, id_: str, *, shown: bool) -> None:
        self._names[id_].setVisible(shown)
        self._texts[id_].setVisible(shown)
