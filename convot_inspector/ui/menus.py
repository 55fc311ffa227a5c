"""The menu bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from convot_inspector.core.language import tr
from convot_inspector.ui.edit_actions import EditActions
from convot_inspector.ui.text_size import TextSize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QMenuBar

    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.preferences import Preferences


def fill(bar: QMenuBar, actions: Actions, preferences: Preferences) -> None:
    """Make the menus; ``preferences`` say which choices in them are ticked."""
    file = bar.addMenu(tr("&File"))
    file.addActions([actions.new_case, actions.paste, actions.open, actions.clear, actions.clipboard_at_start])
    file.addSeparator()
    file.addActions([actions.copy_answer, actions.copy_answer_for_all, actions.copy_ticket, actions.edit_copies])
    file.addAction(actions.export)
    file.addAction(actions.make_right_call)
    file.addSeparator()
    file.addAction(actions.quit)
    file.aboutToShow.connect(lambda: actions.clipboard_at_start.setChecked(preferences.clipboard_at_start is True))
    edit = bar.addMenu(tr("&Edit"))
    edit.addActions([actions.undo, actions.redo])
    edit.addSeparator()
    edit.addActions([actions.cut, actions.copy, actions.paste_text, actions.select_all])
    edit.addSeparator()
    edit.addActions([actions.find, actions.explain])
    EditActions(actions, edit, bar)
    apps = bar.addMenu(tr("&Apps"))
    apps.addActions([actions.choose_app, actions.add_app, actions.import_apps, actions.manage_apps])
    apps.addSeparator()
    apps.addAction(actions.lock)
    _add_choice(apps.addMenu(tr("Lock when idle for")), actions.lock_after.values())
    apps.addAction(actions.lock_with_screen)
    apps.addSeparator()
    apps.addAction(actions.remove_all)
    view = bar.addMenu(tr("&View"))
    _add_choice(view.addMenu(tr("Theme")), actions.themes.values())
    view.addSeparator()
    view.addActions([actions.larger_text, actions.smaller_text, actions.normal_text])
    TextSize(actions, preferences, bar)
    view.addSeparator()
    view.addActions([actions.show_cases, actions.last_case, actions.forget_cases])
    help_ = bar.addMenu(tr("&Help"))
    help_.addActions([actions.first_steps, actions.show_rules, actions.show_article])
    help_.addSeparator()
    help_.addActions([actions.check_installation, actions.show_about])
    actions.lock_after[preferences.lock_minutes].setChecked(True)  # Qt's parameter is positional
    actions.lock_with_screen.setChecked(preferences.lock_with_screen)
    actions.themes[preferences.theme].setChecked(True)  # as above


def _add_choice(menu: QMenu, choices: Iterable[QAction]) -> None:
    """Add actions of which one at a time is ticked."""
    group = QActionGroup(menu)
    for each in choices:
        menu.addAction(each)
        group.addAction(each)
