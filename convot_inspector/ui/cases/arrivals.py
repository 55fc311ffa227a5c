"""Texts that are still being loaded: each belongs to the case that was shown when it was pasted or opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from convot_inspector.core.language import tr
from convot_inspector.ui.paste.text_loader import TextLoader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QByteArray

    from convot_inspector.ui.background import Worker
    from convot_inspector.ui.cases.case import Case
    from convot_inspector.ui.cases.case_controller import CaseController
    from convot_inspector.ui.paste.paste_panel import PastePanel

_MOST_FILES = 20


class _Arrival:
    def __init__(self, case: Case, app_id: str) -> None:
        self.case, self.app_id = case, app_id


class Arrivals(QObject):
    """Files and large pastes. A text takes over the window only if its case is still shown."""

    began = Signal()
    failed = Signal()
    said = Signal(str)
    """Something for the user to read: why a text did not arrive, or where it is."""

    def __init__(self, cases: CaseController, paste: PastePanel, worker: Worker) -> None:
        super().__init__(paste)
        self._cases, self._paste, self._loader = cases, paste, TextLoader(worker)
        self._pending: list[_Arrival] = []
        self.is_delivering = False
        """True while a loaded text is put into the editor: what was to be copied of it stays wanted."""
        paste.files_chosen.connect(self.open)
        paste.much_pasted.connect(self.decode)
        paste.cleared.connect(lambda: self._drop(cases.current))
        cases.removed.connect(self._drop)

    @property
    def is_pending(self) -> bool:
        """Whether a text is being loaded."""
        return bool(self._pending)

    def open(self, files: Sequence[str]) -> None:
        """Read files, each into a case of its own; the first of them is shown."""
        if len(files) > _MOST_FILES:
            self.said.emit(tr("Only the first {count} files were opened.", count=_MOST_FILES))
        for file in reversed(files[:_MOST_FILES]):
            arrival = self._expect()
            self._loader.open(file, self._take(arrival, self._cases.receive), self._fail(arrival))

    def decode(self, data: QByteArray, is_whole: bool) -> None:  # noqa: FBT001  # a signal's own argument
        """Decode a large paste. ``is_whole``: it is another text; otherwise it goes where the cursor is."""
        arrival = self._expect()
        take = self._cases.receive if is_whole else self._paste.insert
        self._loader.decode(data, self._take(arrival, take), self._fail(arrival))

    def lock(self) -> None:
        """Drop what is being loaded: its check would fetch the secrets again."""
        if self._pending:
            self._drop(None)
            self.said.emit(tr("The text was not loaded, because the secrets were locked meanwhile. Paste it again."))

    def _expect(self) -> _Arrival:
        arrival = _Arrival(self._cases.current, self._cases.app_id)
        self._pending.append(arrival)
        self.began.emit()
        return arrival

    def _take(self, arrival: _Arrival, take: Callable[[str], None]) -> Callable[[str], None]:
        def arrived(text: str) -> None:
            if arrival not in self._pending:
                return
            self._pending.remove(arrival)
            if arrival.case is not self._cases.current:
                self._cases.add(text, arrival.app_id)
                self.said.emit(tr("The text that was loading is here now, in a case of its own. Ctrl+Tab shows it."))
                return
            self.is_delivering = True
            take(text)
            self.is_delivering = False
            for later in self._pending:
                if later.case is arrival.case:
                    later.case = self._cases.current

        return arrived

    def _fail(self, arrival: _Arrival) -> Callable[[str], None]:
        def failed(words: str) -> None:
            if arrival in self._pending:
                self._pending.remove(arrival)
                self.said.emit(words)
                self.failed.emit()

        return failed

    def _drop(self, case: Case | None) -> None:
        """Drop what is loaded for a case that is gone; None for all."""
        self._pending = [each for each in self._pending if case is not None and each.case is not case]
