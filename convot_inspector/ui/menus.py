"""The menus with their shortcuts. What they do is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup, QKeySequence

from convot_inspector import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QMenuBar

    from convot_inspector.ui.theme import Choice


@dataclass(frozen=True)
class Deeds:
    """What the menus do."""

    paste: Callable[[], None]
    open: Callable[[], None]
    clear: Callable[[], None]
    quit: Callable[[], object]
    add_app: Callable[[], None]
    manage_apps: Callable[[], None]
    choose_theme: Callable[[Choice], None]
    show_article: Callable[[], object]


def fill(bar: QMenuBar, deeds: Deeds, theme: Choice) -> None:
    """Make the menus; ``theme`` is the choice that is in force."""
    file = bar.addMenu(_tr("&File"))
    _add(file, _tr("Paste and check"), QKeySequence("Ctrl+Shift+V"), deeds.paste)
    _add(file, _tr("Open…"), QKeySequence(QKeySequence.StandardKey.Open), deeds.open)
    _add(file, _tr("Clear"), QKeySequence("Ctrl+L"), deeds.clear)
    file.addSeparator()
    _add(file, _tr("Quit"), QKeySequence(QKeySequence.StandardKey.Quit), deeds.quit)
    apps = bar.addMenu(_tr("&Apps"))
    _add(apps, _tr("Add an app…"), QKeySequence("Ctrl+Shift+A"), deeds.add_app)
    _add(apps, _tr("Manage apps…"), QKeySequence("Ctrl+Shift+M"), deeds.manage_apps)
    _fill_themes(bar.addMenu(_tr("&View")).addMenu(_tr("Theme")), deeds, theme)
    help_ = bar.addMenu(_tr("&Help"))
    article = _tr("Convot's article on identity verification (opens your browser)")
    _add(help_, article, QKeySequence("F1"), deeds.show_article)
    version = help_.addAction(_tr("Version {version}").format(version=__version__))
    version.setEnabled(False)


def _fill_themes(menu: QMenu, deeds: Deeds, theme: Choice) -> None:
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
        action.triggered.connect(lambda _=False, chosen=choice: deeds.choose_theme(chosen))
        group.addAction(action)


def _add(menu: QMenu, text: str, keys: QKeySequence, do: Callable[[], object]) -> None:
    action = menu.addAction(text)
    action.setShortcut(keys)
    action.triggered.connect(lambda _=False: do())


def _tr(text: str) -> str:
    return QCoreApplication.translate("menus", text)
