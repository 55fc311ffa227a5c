"""The findings about one subject, each with its fix and a line of code where one helps."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.core.reports.code_lines import LANGUAGES, code_line
from convot_inspector.core.reports.sentences import each_once, suggestion
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convot_inspector.core.model import Finding
    from convot_inspector.ui.verdict.code_language import CodeLanguage


NO_CODE: Mapping[str, str] = MappingProxyType({})


class Findings(QWidget):
    """A list of findings; empty and hidden where there are none."""

    def __init__(self, language: CodeLanguage) -> None:
        super().__init__()
        self._language = language
        self._shown: tuple[Finding, ...] = ()
        self._code_of: dict[str, str] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        language.changed.connect(self._renew)

    def show_findings(self, findings: Iterable[Finding], code: Mapping[str, str] = NO_CODE) -> None:
        """Replace the findings. ``code``: the code that shows the fix, by the finding's id, where it is of the call."""
        shown, code = each_once(findings), dict(code)
        if shown != self._shown or code != self._code_of:
            self._shown, self._code_of = shown, code
            self._renew()
        self.setVisible(bool(shown))

    def _renew(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        lines: set[str] = set()
        for found in self._shown:
            own = self._code_of.get(found.id, "")
            line = own or code_line(found.id, self._language.name)
            self._rows.addWidget(self._row(found, "" if line in lines else line, has_languages=not own))
            lines.add(line)

    def _row(self, found: Finding, line: str, *, has_languages: bool) -> QWidget:
        to_do = {
            "developer": tr("Fix, for the developer: {fix}", fix=found.fix),
            "merchant": tr("Fix, for the owner of the app: {fix}", fix=found.fix),
            "support": tr("Next step: {fix}", fix=found.fix),
        }
        row = QGroupBox()
        row.setObjectName("fix")
        row.setAccessibleName(self.tr("What to fix") if found.severity != "note" else self.tr("Suggestion"))
        layout = QVBoxLayout(row)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row.setProperty("mirrored", is_mirrored)  # for its line: style sheets only know left and right
        layout.setContentsMargins(*((0, 2, 12, 2) if is_mirrored else (12, 2, 0, 2)))
        layout.setSpacing(2)
        layout.addWidget(label(found.title, "title"))
        if found.because:
            layout.addWidget(label(found.because))
        if found.fix:
            layout.addWidget(label(to_do[found.owner] if found.severity != "note" else suggestion(found)))
        if line:
            layout.addLayout(self._code(line, has_languages=has_languages))
        return row

    def _code(self, line: str, *, has_languages: bool) -> QHBoxLayout:
        code = ValueLabel(self.tr("The fix as a line of code"))
        code.setProperty("role", "dim")
        code.show_value(line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(code, 1)
        if has_languages:
            row.addWidget(self._chooser(), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _chooser(self) -> QPushButton:
        chooser = button(f"{self._language.name} ▾", quiet=True)
        chooser.setAccessibleName(tr("Programming language: {name}", name=self._language.name))
        menu = QMenu(chooser)
        for name in LANGUAGES:
            menu.addAction(name).triggered.connect(partial(self._choose, name))
        chooser.setMenu(menu)
        return chooser

    def _choose(self, name: str, _: bool = False) -> None:  # noqa: FBT001, FBT002  # the signal's own argument
        self._language.choose(name)
        chooser = self.findChild(QPushButton)
        if isinstance(chooser, QPushButton):
            chooser.setFocus()  # the focused chooser was deleted with its row
