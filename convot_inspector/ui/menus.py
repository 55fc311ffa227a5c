"""The menus with their shortcuts. What they do is handed in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QActionGroup, QKeySequence

from convot_inspector.core.language import plural
from convot_inspector.core.language import tr as _tr
from convot_inspector.ui.preferences import LOCK_MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QMenuBar

    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.theme import Choice


class MenuActions(NamedTuple):
    """What the menus do."""

    paste: Callable[[], None]
    open: Callable[[], None]
    clear: Callable[[], None]
    check_clipboard: Callable[[bool], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    find: Callable[[], None]
    explain: Callable[[], None]
    copy_answer: Callable[[], None]
    copy_ticket: Callable[[], None]
    export: Callable[[], None]
    quit: Callable[[], object]
    choose_app: Callable[[], None]
    add_app: Callable[[], None]
    import_apps: Callable[[], None]
    manage_apps: Callable[[], None]
    remove_all: Callable[[], None]
    lock: Callable[[], None]
    lock_after: Callable[[int], None]
    lock_with_screen: Callable[[bool], None]
    choose_theme: Callable[[Choice], None]
    first_steps: Callable[[], None]
    show_rules: Callable[[], None]
    show_article: Callable[[], object]
    check_installation: Callable[[], None]
    show_about: Callable[[], None]


def fill(bar: QMenuBar, actions: MenuActions, preferences: Preferences) -> None:
    """Make the menus; ``preferences`` say what is chosen in them."""
    file = bar.addMenu(_tr("&File"))
    _add(file, _tr("Paste and check"), QKeySequence("Ctrl+Shift+V"), actions.paste)
    _add(file, _tr("Open…"), QKeySequence(QKeySequence.StandardKey.Open), actions.open)
    _add(file, _tr("Clear"), QKeySequence("Ctrl+L"), actions.clear)
    at_start = file.addAction(_tr("Check the clipboard at every start"))
    at_start.setCheckable(True)
    file.aboutToShow.connect(lambda: at_start.setChecked(preferences.clipboard_at_start is True))
    at_start.triggered.connect(actions.check_clipboard)
    file.addSeparator()
    _add(file, _tr("Copy answer for the merchant"), QKeySequence("Ctrl+Shift+C"), actions.copy_answer)
    _add(file, _tr("Copy developer ticket"), QKeySequence("Ctrl+Shift+D"), actions.copy_ticket)
    _add(file, _tr("Export…"), QKeySequence("Ctrl+E"), actions.export)
    file.addSeparator()
    _add(file, _tr("Quit"), QKeySequence(QKeySequence.StandardKey.Quit), actions.quit)
    edit = bar.addMenu(_tr("&Edit"))
    _add(edit, _tr("Undo"), QKeySequence(QKeySequence.StandardKey.Undo), actions.undo)
    _add(edit, _tr("Redo"), QKeySequence(QKeySequence.StandardKey.Redo), actions.redo)
    _add(edit, _tr("Find…"), QKeySequence(QKeySequence.StandardKey.Find), actions.find)
    _add(edit, _tr("Explain the value at the cursor"), QKeySequence("Ctrl+I"), actions.explain)
    apps = bar.addMenu(_tr("&Apps"))
    _add(apps, _tr("Choose an app…"), QKeySequence("Ctrl+K"), actions.choose_app)
    _add(apps, _tr("Add an app…"), QKeySequence("Ctrl+Shift+A"), actions.add_app)
    _add(apps, _tr("Import several apps…"), QKeySequence(), actions.import_apps)
    _add(apps, _tr("Manage apps…"), QKeySequence("Ctrl+Shift+M"), actions.manage_apps)
    apps.addSeparator()
    _add(apps, _tr("Lock now"), QKeySequence("Ctrl+Shift+L"), actions.lock)
    _fill_locks(apps, actions, preferences)
    apps.addSeparator()
    _add(apps, _tr("Remove all data…"), QKeySequence(), actions.remove_all)
    _fill_themes(bar.addMenu(_tr("&View")).addMenu(_tr("Theme")), actions, preferences.theme)
    help_ = bar.addMenu(_tr("&Help"))
    _add(help_, _tr("First steps"), QKeySequence(), actions.first_steps)
    _add(help_, _tr("How identity verification works"), QKeySequence("F1"), actions.show_rules)
    article = _tr("Convot's article on identity verification (opens your browser)")
    _add(help_, article, QKeySequence(), actions.show_article)
    help_.addSeparator()
    _add(help_, _tr("Check this installation"), QKeySequence(), actions.check_installation)
    _add(help_, _tr("About Convot Inspector"), QKeySequence(), actions.show_about)


def _fill_locks(menu: QMenu, actions: MenuActions, preferences: Preferences) -> None:
    """When the secrets are forgotten by themselves."""
    after = menu.addMenu(_tr("Lock when nothing is checked for"))
    group = QActionGroup(after)
    for minutes in LOCK_MINUTES:
        text = plural("{count} minutes", "1 minute", minutes) if minutes else _tr("Never lock by itself")
        action = after.addAction(text)
        action.setCheckable(True)
        action.setChecked(minutes == preferences.lock_minutes)
        action.triggered.connect(lambda _=False, chosen=minutes: actions.lock_after(chosen))
        group.addAction(action)
    if sys.platform.startswith("linux"):  # elsewhere we are not told of it
        action = menu.addAction(_tr("Lock with the screen"))
        action.setCheckable(True)
        action.setChecked(preferences.lock_with_screen)
        action.toggled.connect(actions.lock_with_screen)


def _fill_themes(menu: QMenu, actions: MenuActions, theme: Choice) -> None:
    group = QActionGroup(menu)
    choices: tuple[tuple[Choice, str], ...] = (
        ("system", _tr("Like the system")),
        ("light", _tr("Light")),
        ("dark", _tr("Dark")),
    )
    for choice, text in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(choice == theme)
        action.triggered.connect(lambda _=False, chosen=choice: actions.choose_theme(chosen))
        group.addAction(action)


def _add(menu: QMenu, text: str, keys: QKeySequence, do: Callable[[], object]) -> None:
    action = menu.addAction(text)
    action.setShortcut(keys)
    action.triggered.connect(lambda _=False: do())
