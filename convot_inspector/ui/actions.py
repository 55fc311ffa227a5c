"""The user's actions: one QAction each, created here and passed to menus, buttons and cards."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from convot_inspector.core.language import plural, tr
from convot_inspector.ui.preferences import LOCK_MINUTES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from convot_inspector.ui.theme import Choice


class Actions(QObject):
    """All actions of the window.

    Code that offers an action adds it to a menu or passes it to ``action_button``; code that does the work connects
    ``triggered``. Neither knows the other.
    """

    field_wanted = Signal(str)  # the name of a field of the shown call, which is to be shown in the text

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        standard = QKeySequence.StandardKey
        self.paste = self._action(tr("Paste and check"), "Ctrl+Shift+V")
        # Also Ctrl+V wherever it has no other meaning: text fields handle it before shortcuts do.
        self.paste.setShortcuts([self.paste.shortcut(), *QKeySequence.keyBindings(standard.Paste)])
        self.new_case = self._action(tr("New case"), "Ctrl+N")
        self.last_case = self._action(tr("Back to the previous case"), "Ctrl+Tab")
        self.show_cases = self._action(tr("Cases"), "Ctrl+B", checkable=True)
        self.forget_cases = self._action(tr("Forget all cases"))
        self.open = self._action(tr("Open…"), standard.Open)
        self.clear = self._action(tr("Clear"), "Ctrl+L")
        self.clipboard_at_start = self._action(tr("Check the clipboard at every start"), checkable=True)
        self.copy_answer = self._action(tr("Copy answer for the merchant"), "Ctrl+Shift+C")
        self.copy_answer_for_all = self._action(tr("Copy one answer for all calls"))
        self.copy_ticket = self._action(tr("Copy developer ticket"), "Ctrl+Shift+D")
        self.copy_nothing = self._action(tr("Do not copy it"))
        self.edit_copies = self._action(tr("Edit before copying…"), "Ctrl+Shift+E")
        self.make_right_call = self._action(tr("Make a valid test call…"))
        self.export = self._action(tr("Export…"), "Ctrl+E")
        self.quit = self._action(tr("Quit"), standard.Quit)
        self.undo = self._action(tr("Undo"), standard.Undo)
        self.redo = self._action(tr("Redo"), standard.Redo)
        self.cut = self._action(tr("Cut"), standard.Cut)
        self.copy = self._action(tr("Copy"), standard.Copy)
        self.paste_text = self._action(tr("Paste"))  # Ctrl+V: text fields handle it, elsewhere it pastes and checks
        self.select_all = self._action(tr("Select all"), standard.SelectAll)
        self.find = self._action(tr("Find…"), standard.Find)
        self.explain = self._action(tr("Explain the value at the cursor"), "Ctrl+I")
        self.choose_app = self._action(tr("Choose an app…"), "Ctrl+K")
        self.add_app = self._action(tr("Add an app…"), "Ctrl+Shift+A")
        self.import_apps = self._action(tr("Import several apps…"))
        self.manage_apps = self._action(tr("Manage apps…"), "Ctrl+Shift+M")
        self.lock = self._action(tr("Lock now"), "Ctrl+Shift+L")
        self.lock_after = {minutes: self._lock_after(minutes) for minutes in LOCK_MINUTES}
        self.lock_with_screen = self._action(tr("Lock with the screen"), checkable=True)
        self.lock_with_screen.setVisible(sys.platform.startswith("linux"))  # only detected on Linux
        self.remove_all = self._action(tr("Remove all data…"))
        self.themes: dict[Choice, QAction] = {
            "system": self._action(tr("Same as system"), checkable=True),
            "light": self._action(tr("Light"), checkable=True),
            "dark": self._action(tr("Dark"), checkable=True),
        }
        self.larger_text = self._action(tr("Larger text"))
        self.larger_text.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])  # one needs no Shift
        self.smaller_text = self._action(tr("Smaller text"), "Ctrl+-")
        self.normal_text = self._action(tr("Normal text size"), "Ctrl+0")
        self.first_steps = self._action(tr("First steps"))
        self.show_rules = self._action(tr("How identity verification works"), "F1")
        self.show_article = self._action(tr("Convot's article on identity verification (opens your browser)"))
        self.check_installation = self._action(tr("Check this installation"))
        self.show_about = self._action(tr("About Convot Inspector"))
        # The following actions are only on buttons.
        self.show_example = self._action(tr("Try an example"))
        self.check_other_app = self._action(tr("Check with the other app"))
        self.show_problem = self._action(tr("Show the place"))
        self.other_secret = self._action(tr("Check with another secret…"))
        self.characters = self._action(tr("Characters…"))
        self.whole_code = self._action(tr("Complete code…"))

    def _action(
        self, text: str, keys: str | QKeySequence.StandardKey | None = None, *, checkable: bool = False
    ) -> QAction:
        made = QAction(text, self._window)
        if keys is not None:
            made.setShortcut(QKeySequence(keys))
        made.setCheckable(checkable)
        return made

    def _lock_after(self, minutes: int) -> QAction:
        text = plural("{count} minutes", "1 minute", minutes) if minutes else tr("Never lock automatically")
        return self._action(text, checkable=True)
