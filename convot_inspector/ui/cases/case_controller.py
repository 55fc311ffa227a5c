"""The cases beside the window's parts: each has its own text, app, call and scroll position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, Signal
from PySide6.QtWidgets import QApplication

from convot_inspector.ui.cases.case import Case
from convot_inspector.ui.cases.cases import Cases
from convot_inspector.ui.verdict import messages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from convot_inspector.core.diagnosis.diagnosis import Circumstances, Diagnosis
    from convot_inspector.core.model import CallInspection, Inspection
    from convot_inspector.core.reports.headline import Headline
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.current_app import CurrentApp
    from convot_inspector.ui.cases.case_list import CaseList
    from convot_inspector.ui.paste.paste_panel import PastePanel
    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.verdict.verdict_panel import VerdictPanel

_LONGEST_NAME = 60  # characters


class CaseController(QObject):
    """Controller. A text that arrives as a whole begins a new case, unless the current one is empty."""

    began = Signal()
    """Another case is shown: what belongs to the one before, such as notices, has to go."""
    removed = Signal(object)
    """A case was removed; None for all."""

    def __init__(
        self,
        actions: Actions,
        paste: PastePanel,
        verdict: VerdictPanel,
        current_app: CurrentApp,
        preferences: Preferences,
    ) -> None:
        super().__init__(paste)
        self._actions, self._paste, self._verdict = actions, paste, verdict
        self._current_app, self._preferences = current_app, preferences
        self._cases = Cases(_time_of_day, self)
        self._list: CaseList | None = None
        self._place: QHBoxLayout | None = None
        self._is_locked = self.is_loading = False
        self._scroll_to: int | None = None
        self._cases.changed.connect(self._show_list)
        actions.show_cases.setChecked(preferences.show_cases)
        actions.show_cases.toggled.connect(self._wanted)
        actions.new_case.triggered.connect(self.new)
        actions.last_case.triggered.connect(self.go_back)
        actions.forget_cases.triggered.connect(self.forget)

    @property
    def current(self) -> Case:
        """The case that is shown."""
        return self._cases.current

    @property
    def app_id(self) -> str:
        """The app that is chosen, empty for none."""
        return self._current_app.app.id if self._current_app.app is not None else ""

    def circumstances(self, inspection: Inspection) -> Circumstances:
        """Return what is known besides the call; every part of the window and every text is about this."""
        from convot_inspector.core.app_key import keys_in, loads_other_key
        from convot_inspector.core.diagnosis.diagnosis import Circumstances
        from convot_inspector.core.diagnosis.setting import setting_in, shows_call

        app, shows = self._current_app.app, shows_call(self.current.text)
        is_rejected = setting_in(self.current.text) == "on"
        if app is None:
            return Circumstances(
                setting=self._current_app.setting,
                shows_rejection=is_rejected,
                shows_call=shows,
                day=messages.today(),
                input_format=inspection.format,
            )
        is_named = bool(app.key) and bool(keys_in(self.current.text, frozenset((app.key,))))
        return Circumstances(
            app.name,
            self._current_app.fingerprint,
            self._current_app.setting,
            has_app_key=is_named,
            loads_other_key=loads_other_key(self.current.text, app.key),
            shows_rejection=is_rejected,
            shows_call=shows,
            day=messages.today(),
            input_format=inspection.format,
        )

    def put_into(self, place: QHBoxLayout) -> None:
        """Set the layout whose first place is the list's; it is created when there are two cases."""
        self._place = place

    def receive(self, text: str) -> None:
        """Show a text that arrived as a whole, in a case of its own."""
        is_new = text != self.current.text and not self.current.is_empty
        if is_new:
            self._leave()
            self._cases.begin()
            self.began.emit()
        self._take(text)
        self.is_loading = True
        self._paste.set_text(text, is_new=is_new)
        self.is_loading = False
        self._paste.reveal_call()
        self._verdict.setFocus()  # where the next Ctrl+V begins the next case

    def add(self, text: str, app_id: str) -> None:
        """Put a text into a case of its own without showing it."""
        from convot_inspector.core.diagnosis.setting import setting_in

        case = Case(_time_of_day())
        case.begin_again(text, setting_in(text))
        case.app_id = app_id
        self._cases.add(case)

    def edited(self) -> None:
        """Take over what was typed into the current case."""
        if not self.is_loading:
            self._take(self._paste.text())

    def _take(self, text: str) -> None:
        case = self.current
        if text == case.text:
            return
        from convot_inspector.core.diagnosis.setting import setting_in

        case.begin_again(text, setting_in(text))
        case.app_id = self.app_id
        self._current_app.show_setting_of_text(case.setting)
        self._scroll_to = 0
        self._cases.changed.emit()

    def app_changed(self) -> None:
        """Remember the app, the other secret and the setting that the current case is checked with."""
        if self.is_loading:
            return
        self.current.other = self._current_app.other
        if self.current.setting != "unknown":
            self.current.setting = self._current_app.setting_of_text
        if self.current.app_id != self.app_id:
            self.current.app_id = self.app_id
            self._cases.changed.emit()

    def choose_call(self, inspected: CallInspection) -> None:
        """Remember the call that the user chose."""
        self.current.call = inspected.call.start

    def chosen_call(self, inspection: Inspection) -> int | None:
        """Return the index of the call that the user chose; None for the worst."""
        starts = [each.call.start for each in inspection.calls]
        return starts.index(self.current.call) if self.current.call in starts else None

    def shown(self, said: Headline, diagnosis: Diagnosis | None) -> None:
        """Describe the current case by its verdict, and show a new one from its headline on."""
        from convot_inspector.core.characters.excerpt import excerpt
        from convot_inspector.core.characters.visible import visible

        case = self.current
        signed = diagnosis.inspected.signed if diagnosis is not None else None
        case.tone, case.title = said.tone, said.title
        case.who = excerpt(visible(signed.value), _LONGEST_NAME) if signed is not None and signed.known else ""
        self._cases.changed.emit()
        if self._scroll_to is not None:
            self._verdict.scroll_to(self._scroll_to)
            self._scroll_to = None

    def new(self) -> None:
        """Begin an empty case."""
        if not self.current.is_empty:
            self._leave()
            self._cases.begin()
            self._load()
        self._paste.begin()

    def go_back(self) -> None:
        """Show the case that was shown before."""
        before = self._cases.before
        if before is not None:
            self.choose(before)

    def choose(self, case: Case) -> None:
        """Show a case."""
        if case is not self.current:
            self._leave()
            self._cases.choose(case)
            self._load()

    def remove(self, case: Case) -> None:
        """Forget one case and its text."""
        was_shown = case is self.current
        self._cases.remove(case)
        self.removed.emit(case)
        if was_shown:
            self._load()

    def forget(self) -> None:
        """Forget all cases and their texts."""
        self._cases.forget()
        self.removed.emit(None)
        self._load()

    def lock(self, *, locked: bool) -> None:
        """Hide the list while the secrets are locked."""
        self._is_locked = locked
        if locked:
            self._cases.lock()
        self._show_list()

    def _leave(self) -> None:
        self.current.scrolled = self._verdict.verticalScrollBar().value()

    def _load(self) -> None:
        """Show the current case with its own app; it is checked again, as always."""
        case = self.current
        self.began.emit()
        self.is_loading = True
        self._current_app.show_setting_of_text(case.setting)
        if case.app_id and case.app_id != self.app_id and case.app_id in {app.id for app in self._current_app.apps}:
            self._current_app.choose(case.app_id)
        self._scroll_to = case.scrolled
        if case.is_empty:
            self._paste.forget()
        else:
            self._paste.set_text(case.text, is_new=True)
            self._paste.reveal_call()
            if case.app_id == self.app_id:
                self._current_app.resume(case.other)
            focus = QApplication.focusWidget()
            if focus is not None and self._paste.isAncestorOf(focus):
                self._verdict.setFocus()
        self.is_loading = False
        self._show_list()

    def _wanted(self, shown: bool) -> None:  # noqa: FBT001  # a menu's tick
        self._preferences.show_cases = shown
        self._show_list()

    def _show_list(self) -> None:
        cases = self._cases.listed
        is_shown = self._actions.show_cases.isChecked() and len(cases) > 1 and not self._is_locked
        if self._list is None:
            if not is_shown or self._place is None:
                return
            self._list = self._make(self._place)
        self._list.want(shown=is_shown)
        if is_shown:
            self._list.show_cases(cases, self.current)

    def _make(self, place: QHBoxLayout) -> CaseList:
        from convot_inspector.ui.cases.case_list import CaseList

        made = CaseList(self._name_of_app)
        made.case_chosen.connect(self.choose)
        made.case_removed.connect(self.remove)
        place.insertWidget(0, made)
        made.follow(place.parentWidget())
        return made

    def _name_of_app(self, app_id: str) -> str:
        return next((app.name for app in self._current_app.apps if app.id == app_id), "")


def _time_of_day() -> str:
    from PySide6.QtCore import QLocale

    from convot_inspector.core import language

    return QLocale(language.name()).toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
