"""Checks of a text on a worker thread: the verdict first, the causes when they are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from convot_inspector.ui.background import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.inspection import Check
    from convot_inspector.core.model import AppSecrets, Inspection

_DRAWN = 25  # milliseconds until the verdict is on the screen
_LONG = 150  # milliseconds; a shorter search is not announced


class CheckRunner(QObject):
    """Runner that answers only the newest request; older searches are cancelled."""

    verdict = Signal(object)  # Inspection, or None where there is nothing to check
    searching = Signal()
    explained = Signal(object)
    broken = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = 0
        self._stopped = False
        self.is_running = False
        """Whether the newest request has no final result yet."""
        self.worker = Worker("inspection", self)
        self._long = QTimer(self, singleShot=True, interval=_LONG)
        self._long.timeout.connect(self.searching)

    def forget(self) -> None:
        """Discard pending requests: the text has changed."""
        self._asked += 1
        self.is_running = False
        self._long.stop()

    def ask(self, text: str, secrets: AppSecrets | None) -> None:
        """Check a text: emits ``verdict``, and later ``explained`` if there is a cause to search for."""
        self.forget()
        mine, self.is_running = self._asked, True

        def check() -> tuple[Check, Inspection] | None:
            from convot_inspector.core.inspection import Check

            if mine != self._asked or not text.strip():
                return None
            checked = Check(text, secrets)
            return checked, checked.verdict()

        def checked(result: tuple[Check, Inspection] | None) -> None:
            if mine != self._asked:
                return
            self.is_running = result is not None and result[0].has_more
            self.verdict.emit(result[1] if result is not None else None)
            if result is not None and result[0].has_more:
                # Start after the verdict is on the screen: a computing thread slows down the thread that draws.
                self._long.start()
                QTimer.singleShot(_DRAWN, self, lambda: self._search(result[0], mine))

        self.worker.run(check, checked, self._broken(mine))

    def _search(self, check: Check, mine: int) -> None:
        def done(inspection: Inspection) -> None:
            if mine == self._asked:
                self._long.stop()
                self.is_running = False
                self.explained.emit(inspection)

        if mine != self._asked or self._stopped:
            return
        self.worker.run(lambda: check.explained(lambda: mine != self._asked or self._stopped), done, self._broken(mine))

    def _broken(self, mine: int) -> Callable[[Exception], None]:
        def failed(_: Exception) -> None:
            if mine == self._asked:
                self._long.stop()
                self.is_running = False
                self.broken.emit()

        return failed

    def stop(self) -> None:
        """Stop delivering results and cancel a running search."""
        self._stopped = True
        self._long.stop()
        self.worker.stop()
