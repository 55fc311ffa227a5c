"""Dialog to import apps from a table in the clipboard. Neither secrets nor the table are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from convot_inspector.core.characters.visible import visible
from convot_inspector.core.language import plural, tr
from convot_inspector.ui import theme
from convot_inspector.ui.apps import clipboard
from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.plain_text import set_tree_tool_tip
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.import_table import ImportRow
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.widgets.failure import Failure

_LONGEST = 256 * 1024  # bytes; a thousand apps take half of it
_NAME = 0
_LEFT_OUT = Qt.ItemDataRole.UserRole
_STATE = 3  # the column that says what becomes of a row
_NARROWEST = 34  # letters of its width
_AROUND = 16  # pixels left and right of a cell's words


class ImportDialog(QDialog):
    """Dialog that shows a preview, then saves row by row. A row that fails does not stop the others."""

    def __init__(self, service: AppsService, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import several apps"))
        resize_within(
            self, max(760, self.fontMetrics().averageCharWidth() * 100), max(440, self.fontMetrics().height() * 26)
        )
        self._service = service
        self._rows: tuple[ImportRow, ...] = ()
        self._left: list[int] = []
        self._saved: list[str] = []
        self._added: list[str] = []
        self._failed = 0
        self._closed = self._is_stopping = False
        self._preview = QTreeWidget()
        self._preview.setRootIsDecorated(False)
        self._preview.setWordWrap(True)
        self._preview.setItemDelegate(_Wrapped(self._preview))
        self._preview.setAccessibleName(self.tr("Preview"))
        self._preview.setHeaderLabels(
            [self.tr("Name"), self.tr("Secret"), self.tr("Public app key"), self.tr("Result")]
        )
        self._said = SpokenLabel()
        self._paste = button(self.tr("Paste the table"))
        self._import = button(self.tr("Import"), primary=True)
        self._undo = button("")
        self._undo.hide()
        self._close = button(self.tr("Close"))
        self._assemble()
        self._paste.clicked.connect(self._take)
        self._import.clicked.connect(self._begin)
        self._undo.clicked.connect(self._remove_again)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._end)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._take)
        self._show_rows()

    def _assemble(self) -> None:
        header = self._preview.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        for column in (_NAME, _STATE):  # in which the words wrap
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        buttons = QHBoxLayout()
        buttons.addWidget(self._paste)
        buttons.addWidget(self._undo)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._import)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(
            label(
                self.tr(
                    "Copy a table with one app per line: name, identity secret and, if you have it, "
                    "public app key. It can come from a spreadsheet or be separated by commas. Then "
                    "paste it here. Secrets are not shown, only short codes to compare them by."
                )
            )
        )
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._said)
        layout.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give names up to a third of the width, and the last column the rest of it, at least that of a few words."""
        room, letter = self._preview.viewport().width(), self.fontMetrics().averageCharWidth()
        wanted = max(self._preview.sizeHintForColumn(_NAME), letter * _NARROWEST // 2)
        self._preview.setColumnWidth(_NAME, min(wanted, max(room // 3, letter * _NARROWEST // 2)))
        others = sum(self._preview.columnWidth(column) for column in range(_STATE))
        self._preview.setColumnWidth(_STATE, max(room - others, letter * _NARROWEST))
        self._preview.scheduleDelayedItemsLayout()

    def reject(self) -> None:
        """Stop a running import before its next row, and stay open to say how far it came; otherwise close."""
        if not self._left or self._is_stopping:
            super().reject()
            return
        self._is_stopping = True
        self._said.say(self.tr("Stopping after this app…"))

    def _take(self) -> None:
        """Read the clipboard and show what would be imported."""
        if self._left:
            return
        text = clipboard.held_text(_LONGEST)
        from convot_inspector.keychain.import_table import parse_table

        self._rows = parse_table(text, self._service.apps)
        self._saved, self._added, self._failed = [], [], 0
        self._undo.hide()
        self._show_rows()
        if not self._rows:
            self._said.say(self.tr("The clipboard has no table of apps. Nothing was imported."))

    def _show_rows(self) -> None:
        self._preview.clear()
        items = []
        for row in self._rows:
            state = row.problem or self.tr("will be imported")
            items.append(QTreeWidgetItem([visible(row.name), row.fingerprint, visible(row.key), state]))
            set_tree_tool_tip(items[-1], _STATE, state)
            for column in range(_STATE + 1):  # dimmed, not disabled: the keyboard has to reach its reason
                items[-1].setData(column, _LEFT_OUT, bool(row.problem))
            for column in range(_STATE):
                if not items[-1].text(column):
                    items[-1].setData(column, Qt.ItemDataRole.AccessibleTextRole, self.tr("none"))
        self._preview.addTopLevelItems(items)
        self._fit_columns()
        good = sum(not row.problem for row in self._rows)
        self._import.setText(plural("Import {count} apps", "Import 1 app", good))
        self._import.setEnabled(good > 0)
        if not self._rows:
            self._said.say("")
        elif good < len(self._rows):
            self._said.say(
                plural(
                    "{count} lines are skipped; the reason is beside each.",
                    "1 line is skipped; the reason is beside it.",
                    len(self._rows) - good,
                )
            )
        else:
            self._said.say(self._where())

    def _where(self) -> str:
        if self._service.keeps:
            return tr("They will be kept in {place}.", place=self._service.place)
        return self.tr("They will be kept for this session only.")

    def _begin(self) -> None:
        self._left = [number for number, row in enumerate(self._rows) if not row.problem]
        self._paste.setEnabled(False)
        self._import.setEnabled(False)
        self._close.setText(self.tr("Stop"))
        self._next()

    def _next(self) -> None:
        if self._is_stopping:
            self._give_up()
        if not self._left:
            self._finish("")
            return
        number = self._left[0]
        row = self._rows[number]
        self._mark(number, self.tr("saving…"))
        count = len(self._saved) + self._failed + 1
        self._said.setText(tr("Saving {count} of {all} …", count=count, all=count - 1 + len(self._left)))
        self._service.add(
            row.name, row.secret, key=row.key, session_only=False, done=self._done, failed=self._not_saved
        )

    def _give_up(self) -> None:
        """Leave the remaining rows out."""
        for each in self._left:
            self._mark(each, self.tr("not saved"))
        self._failed += len(self._left)
        self._left = []

    def _done(self, app: App) -> None:
        if self._closed:
            return
        number = self._left.pop(0)
        self._saved.append(self._rows[number].secret)
        self._added.append(app.id)
        self._mark(number, self.tr("✓ saved"))
        self._next()

    def _not_saved(self, failure: Failure) -> None:
        from convot_inspector.keychain.errors import STORE_WIDE

        if self._closed:
            return
        number = self._left.pop(0)
        self._failed += 1
        self._mark(number, failure.words)
        if failure.reason in STORE_WIDE or failure.reason in ("full", "policy", "unconfirmed", "read-only", "busy"):
            self._give_up()
            self._finish(failure.words)
        else:
            self._next()

    def _mark(self, number: int, state: str) -> None:
        item = self._preview.topLevelItem(number)
        if item is not None:
            item.setText(_STATE, state)
            set_tree_tool_tip(item, _STATE, state)
            self._preview.scrollToItem(item)

    def _finish(self, why_not_all: str) -> None:
        """Show the result. The clipboard is cleared only if every row was saved."""
        words: str = plural("{count} apps were added.", "1 app was added.", len(self._saved))
        if self._failed:
            words += " " + plural("{count} were not: keep your table.", "1 was not: keep your table.", self._failed)
        elif self._service.keeps and clipboard.clear_of(self._saved):
            words += " " + self.tr("The table was cleared from your clipboard.")
        self._said.say(f"{words} {why_not_all}".strip())
        self._rows, self._saved = (), []
        self._is_stopping = False
        self._paste.setEnabled(True)
        self._close.setText(self.tr("Close"))
        self._undo.setText(plural("Remove these {count} again", "Remove it again", len(self._added)))
        self._undo.setVisible(bool(self._failed and self._added))

    def _remove_again(self) -> None:
        """Remove the apps that were added before the import ended early."""
        self._undo.setEnabled(False)
        self._remove_next(0)

    def _remove_next(self, count: int) -> None:
        if not self._added:
            self._undo.hide()
            self._undo.setEnabled(True)
            self._said.say(plural("{count} apps were removed again.", "1 app was removed again.", count))
            return
        self._said.setText(self.tr("Removing…"))
        self._service.remove(self._added.pop(), self._not_removed, lambda _: self._remove_next(count + 1))

    def _not_removed(self, failure: Failure) -> None:
        self._undo.hide()
        words = tr("Not all of them were removed; the others are in the list of apps. {reason}", reason=failure.words)
        self._said.say(words)

    def _end(self) -> None:
        self._closed = True
        self._rows = ()


class _Wrapped(QStyledItemDelegate):
    """Delegate that dims rows that are left out, and makes rows as high as their wrapped words."""

    def __init__(self, preview: QTreeWidget) -> None:
        super().__init__(preview)
        self._preview = preview

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(_LEFT_OUT):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(theme.tokens().dim))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        if index.column() in (_NAME, _STATE):
            room = QRect(0, 0, self._preview.columnWidth(index.column()) - _AROUND, 10_000)
            needed = self._preview.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
            size.setHeight(max(size.height(), needed.height() + _AROUND // 2))
        return size
