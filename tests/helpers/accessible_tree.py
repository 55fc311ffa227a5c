"""The accessible tree of the window and its dialogs, and its faults."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)

from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import Pill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

Role, Text, Relation = QAccessible.Role, QAccessible.Text, QAccessible.RelationFlag

# Containers; they need no name.
PLUMBING = {Role.Client, Role.LayeredPane, Role.Splitter, Role.Grip, Role.MenuBar, Role.ScrollBar, Role.NoRole}

ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QCheckBox, {Role.CheckBox}),
    (QRadioButton, {Role.RadioButton}),
    (QAbstractButton, {Role.Button, Role.ButtonMenu}),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QComboBox, {Role.ComboBox}),
    (QLabel, {Role.StaticText}),
    (QGroupBox, {Role.Grouping}),
    (QTabBar, {Role.PageTabList}),
)

FIELDS = (QLineEdit, QCheckBox, QGroupBox, ValueLabel, ValueButton)


@dataclass(frozen=True)
class Seen:
    """One object of the accessible tree."""

    role: QAccessible.Role
    name: str
    description: str
    by_tab: bool
    caption: str | None
    group: str
    widget: QWidget | None

    def __str__(self) -> str:
        return f"{self.role.name} {self.name!r} in {self.group!r}"


def tree(interface: QAccessibleInterface | QWidget, group: str = "") -> Iterator[Seen]:
    if isinstance(interface, QWidget):
        interface = QAccessible.queryAccessibleInterface(interface)
    if interface.state().invisible:
        return
    widget = interface.object()
    name = interface.text(Text.Name)
    captions = [other.text(Text.Name) for other, kind in interface.relations() if kind == Relation.Label]
    shown = widget if isinstance(widget, QWidget) else None
    by_tab = shown is not None and bool(shown.focusPolicy() & Qt.FocusPolicy.TabFocus) and shown.isEnabled()
    description = interface.text(Text.Description)
    yield Seen(interface.role(), name, description, by_tab, captions[0] if captions else None, group, shown)
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child.isValid():
            inside = f"{group}/{name}" if interface.role() in (Role.Grouping, Role.Dialog, Role.Window) else group
            yield from tree(child, inside)


def faults(shown: QWidget) -> list[str]:
    """Return the faults: no name, a wrong role, a caption that is not in the name, the same name twice in a group …"""
    found = []
    used: set[tuple[QAccessible.Role, str, str]] = set()
    for seen in tree(shown):
        if (seen.by_tab or seen.role not in PLUMBING) and not re.search(r"\w", seen.name):
            found.append(f"has no name: {seen} {seen.widget}")
        if seen.description and seen.description.casefold() == seen.name.casefold():
            found.append(f"is described by its name: {seen}")
        if seen.caption and isinstance(seen.widget, FIELDS) and seen.caption not in seen.name:
            found.append(f"is not called what stands before it, {seen.caption!r}: {seen}")
        if isinstance(seen.widget, QComboBox) and not (seen.caption or seen.description):  # its name may be its value
            found.append(f"does not say what is chosen: {seen}")
        for kind, roles in ROLES:
            if isinstance(seen.widget, kind):
                if seen.role not in roles:
                    found.append(f"is no {kind.__name__}: {seen}")
                break
        if seen.by_tab and seen.name:
            place = (seen.role, seen.name, seen.group)
            if place in used:
                found.append(f"is there twice: {seen}")
            used.add(place)
        if isinstance(seen.widget, Pill) and not re.search(r"[a-z]", seen.widget.text()):
            found.append(f"is only a colour: {seen}")
    return found
