"""The size of all text in the window, relative to the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from convot_inspector.ui import theme
from convot_inspector.ui.preferences import NORMAL, PERCENTS

if TYPE_CHECKING:
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.preferences import Preferences

_SIZES = "textSizes"  # the application's property: the system's size and the applied one, in points


def apply(application: QApplication, percent: int) -> None:
    """Give the application, and every widget with a font of its own, this size relative to the system's."""
    font = application.font()
    now = font.pointSizeF()
    base, applied = application.property(_SIZES) or (now, now)
    if applied != now:  # the system's font was changed in the meantime
        base = now
    wanted = base * percent / 100
    application.setProperty(_SIZES, (base, wanted))
    if wanted == now:
        return
    own = [each for each in application.allWidgets() if each.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
    sizes = [each.font().pointSizeF() for each in own]  # before children inherit another one
    font.setPointSizeF(wanted)
    application.setFont(font)
    for each, size in zip(own, sizes, strict=True):
        changed = each.font()
        changed.setPointSizeF(size * wanted / now)
        each.setFont(changed)
    for window in theme.dressed_windows(application):
        theme.dress(window)


class TextSize(QObject):
    """Controller of *View → Larger text*, *Smaller text* and *Normal text size*."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._preferences = actions, preferences
        actions.larger_text.triggered.connect(lambda: self._step(1))
        actions.smaller_text.triggered.connect(lambda: self._step(-1))
        actions.normal_text.triggered.connect(lambda: self._use(NORMAL))
        self._offer()

    def _step(self, by: int) -> None:
        at = PERCENTS.index(self._preferences.text_percent) + by
        if 0 <= at < len(PERCENTS):
            self._use(PERCENTS[at])

    def _use(self, percent: int) -> None:
        self._preferences.text_percent = percent
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply(application, percent)
        self._offer()

    def _offer(self) -> None:
        percent = self._preferences.text_percent
        self._actions.larger_text.setEnabled(percent < PERCENTS[-1])
        self._actions.smaller_text.setEnabled(percent > PERCENTS[0])
        self._actions.normal_text.setEnabled(percent != NORMAL)
