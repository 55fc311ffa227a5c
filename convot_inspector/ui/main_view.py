"""The window's content: passes pasted text to core and core's results to the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui import menus, theme
from convot_inspector.ui.actions import Actions
from convot_inspector.ui.apps.app_dialogs import AppDialogs
from convot_inspector.ui.apps.auto_lock import AutoLock
from convot_inspector.ui.apps.current_app import CurrentApp
from convot_inspector.ui.apps.keychain_notice import KeychainNotice, NoticeActions
from convot_inspector.ui.cases.arrivals import Arrivals
from convot_inspector.ui.cases.case_controller import CaseController
from convot_inspector.ui.cases.readiness import Readiness
from convot_inspector.ui.dialogs.call_dialogs import CallDialogs
from convot_inspector.ui.dialogs.first_run import FirstRun
from convot_inspector.ui.dialogs.help_actions import HelpActions
from convot_inspector.ui.paste.check_runner import CheckRunner
from convot_inspector.ui.paste.check_scheduler import CheckScheduler
from convot_inspector.ui.paste.clipboard_at_start import ClipboardAtStart
from convot_inspector.ui.paste.example_menu import ExampleController
from convot_inspector.ui.paste.paste_anywhere import PasteAnywhere
from convot_inspector.ui.paste.paste_panel import PastePanel
from convot_inspector.ui.top_bar import TopBar
from convot_inspector.ui.verdict.call_card import ShownCall
from convot_inspector.ui.verdict.code_language import CodeLanguage
from convot_inspector.ui.verdict.share_controller import ShareController
from convot_inspector.ui.verdict.verdict_panel import VerdictPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMainWindow

    from convot_inspector.core.model import Inspection
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.preferences import Preferences


class MainView(QWidget):
    """All parts of the window, including the menu bar, and their connections."""

    completed = Signal()
    """Emitted once, after what the first picture does not need has been made."""
    dropped = Signal()
    """Emitted when the pasted text, or the secrets, are not needed any more."""

    def __init__(self, service: AppsService, preferences: Preferences, window: QMainWindow) -> None:
        super().__init__()
        self.service, self._preferences = service, preferences
        self._is_complete = False
        self._inspection: Inspection | None = None
        self._shown = 0
        self._other_app = ""
        self._actions = actions = Actions(self)
        self.current_app = CurrentApp(service, preferences, self)
        self._dialogs = AppDialogs(actions, service, self.current_app, self)
        self.auto_lock = AutoLock(service, preferences, self)
        self._runner = CheckRunner(self)
        self._language = CodeLanguage(preferences)
        self._bar = TopBar(actions, service, self.current_app)
        self._paste, self._verdict = PastePanel(actions), VerdictPanel(actions, self._language)
        self._call_dialogs = CallDialogs(actions, self._language, self._paste.text, self.current_app, self)
        self.cases = CaseController(actions, self._paste, self._verdict, self.current_app, preferences)
        self.examples = ExampleController(actions, self.current_app, self.cases.receive, self)
        recovery = NoticeActions(
            self._dialogs.use_for_session,
            self._dialogs.paste_again,
            self._dialogs.save_as_previous,
            self._dialogs.add_other,
        )
        self._notice = KeychainNotice(self._verdict.notice, service, self.current_app, recovery)
        self._first_run = FirstRun(actions, self._verdict, service, self.current_app, preferences)
        self._at_start = ClipboardAtStart(
            actions, self._paste, self._verdict.question, preferences, self._runner.worker
        )
        self._help = HelpActions(actions, service, self)
        self._scheduler = CheckScheduler(
            self._paste.text, self._runner, self.current_app, self.examples, self.auto_lock
        )
        self._arrivals = Arrivals(self.cases, self._paste, self._runner.worker)
        ready = Readiness(service, self.current_app, self._runner, self._scheduler, self._arrivals)
        self._sharing = ShareController(actions, self._language, preferences, ready, self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._paste_anywhere = PasteAnywhere(application, self)
        self._assemble()
        menus.fill(window.menuBar(), actions, preferences)
        self._connect()
        self._connect_actions(window)
        self._verdict.show_nothing()
        self._show_app()

    def _assemble(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._paste)
        right = QWidget()
        right.setObjectName("rightSide")
        right.setMinimumWidth(280)
        under = QVBoxLayout(right)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self._verdict, 1)
        under.addWidget(self._sharing.bar)
        sides.addWidget(right)
        self._paste.lower()  # a splitter puts the last added widget first, and screen readers follow that order
        sides.setStretchFactor(0, 2)
        sides.setStretchFactor(1, 3)
        sides.setSizes([450, 730])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(sides, 1)
        self.cases.put_into(beside)
        layout.addLayout(beside, 1)

    def _connect(self) -> None:
        self._paste.text_changed.connect(self._text_changed)
        self._paste.text_changed.connect(self.current_app.leave_text)
        self._paste.arrived.connect(self.cases.receive)
        self._paste.refused.connect(self._notice.tell)
        self._paste.cleared.connect(self.current_app.leave_text)
        self._paste.cleared.connect(lambda: self._show(None))
        self._paste.call_chosen.connect(self._choose_call)
        for change in (self._arrivals.began, self._arrivals.failed):
            change.connect(self._sharing.drop_wanted)
        self._arrivals.said.connect(self._notice.tell)
        self._paste.value_pointed_at.connect(self._point_at)
        self._runner.verdict.connect(self._show)
        self._runner.searching.connect(self._verdict.show_searching)
        self._runner.explained.connect(self._show_causes)
        self._runner.broken.connect(self._show_fault)
        self.current_app.changed.connect(self._show_app)
        self.service.locked_changed.connect(self.dropped)
        self.service.locked_changed.connect(self._scheduler.stop)  # a waiting check would undo the lock
        self.service.locked_changed.connect(self._lock)
        self.cases.began.connect(self._notice.forget_passing)
        self._dialogs.failed.connect(self._notice.tell)
        self._dialogs.done.connect(self._notice.tell_done)
        self._dialogs.removing_all.connect(self._notice.show_removing)
        self._dialogs.removed_all.connect(self._preferences.remove)

    def _lock(self) -> None:
        self.cases.lock(locked=self.service.locked)
        if self.service.locked:
            self._arrivals.lock()

    def _connect_actions(self, window: QMainWindow) -> None:
        """Connect the actions that no part of the window does by itself."""
        actions = self._actions
        actions.quit.triggered.connect(window.close)
        actions.check_other_app.triggered.connect(lambda: self.current_app.choose_named(self._other_app))
        actions.lock.triggered.connect(self.service.lock)
        for minutes, action in actions.lock_after.items():
            action.triggered.connect(lambda _=False, minutes=minutes: self.auto_lock.lock_after(minutes))
        actions.lock_with_screen.toggled.connect(self.auto_lock.lock_with_screen)
        for theme_, action in actions.themes.items():
            action.triggered.connect(lambda _=False, theme_=theme_: self._choose_theme(theme_))

    def _choose_theme(self, choice: theme.Choice) -> None:
        self._preferences.theme = choice
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, choice)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_paste"):
            self._paste.recolour()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_complete:
            self._is_complete = True
            QTimer.singleShot(0, self, self._complete)

    def _complete(self) -> None:
        """Create what the first picture does not need."""
        self.examples.fill(self._paste.examples_menu)
        self.service.open()
        self.auto_lock.start()
        self._verdict.cards()
        self._at_start.begin()
        self.completed.emit()

    def _show_fault(self) -> None:
        self._show(None)
        self._verdict.show_fault()

    def _show(self, inspection: Inspection | None) -> None:
        self._inspection, self._shown = inspection, 0
        if inspection is not None and inspection.calls:
            self._language.guess(self._paste.text())
            self._show_call(self.cases.chosen_call(inspection))
            return
        self._paste.show_inspection(inspection)
        self._sharing.show(inspection, None)
        self._call_dialogs.show(None, 0)
        if inspection is None:
            self._verdict.show_nothing()
            self.dropped.emit()
        else:
            self.cases.shown(self._verdict.show_problem(inspection), None)

    def _show_causes(self, inspection: Inspection) -> None:
        """Show the same inspection with its causes; the shown call stays the same."""
        if self._inspection is None or not self._inspection.calls or not inspection.calls:
            self._show(inspection)  # no call could be read; the search proved one, or none
            return
        self._inspection = inspection
        self._show_call(self._shown if len(inspection.calls) > self._shown else None)

    def _choose_call(self, index: int) -> None:
        if self._inspection is not None:
            inspected = self._inspection.calls[index]
            self.cases.choose_call(inspected)
            self._show_call(index)
            call = inspected.call
            self._paste.go_to(call.line, call.column)

    def _show_call(self, index: int | None) -> None:
        """Show a call of the text by its index; None for the most severe."""
        if self._inspection is None:
            return
        if self._scheduler.basis != self.current_app.basis:  # another check follows, with the app that is chosen now
            self._sharing.wait_for_verdict()
            return
        from convot_inspector.core.diagnosis.diagnose import diagnose

        known = self.cases.circumstances(self._inspection)
        self._shown = self._paste.show_inspection(self._inspection, index, known)
        self._call_dialogs.show(self._inspection, self._shown)
        app = self.current_app.app
        diagnosis = diagnose(self._inspection.calls[self._shown], known)
        other = diagnosis.about.other_app
        self._other_app = other if other in {each.name for each in self.current_app.apps} else ""
        call = ShownCall(diagnosis, self._name_of_secret(), self._other_app, bool(self._inspection.exposed))
        said = self._verdict.show_call(call, app.name if app else "", is_chosen_by_key=self.current_app.followed)
        self.cases.shown(said, diagnosis)
        self._sharing.show(self._inspection, diagnosis)
        self._first_run.checked()

    def _text_changed(self) -> None:
        self._inspection, self._other_app = None, ""  # they are not this text's
        self._call_dialogs.show(None, 0)
        if self._paste.text().strip():
            self._verdict.show_checking(is_new=self.cases.is_loading)
        self.cases.edited()
        self._sharing.expect(has_text=bool(self._paste.text().strip()))
        self._scheduler.text_changed()

    def _point_at(self, index: int, name: str) -> None:
        """Show the call and the card of a value that was clicked in the text."""
        if index != self._shown and self._inspection is not None:
            self.cases.choose_call(self._inspection.calls[index])
            self._show_call(index)
        self._verdict.point_at(name)

    def _name_of_secret(self) -> str:
        app = self.current_app.app
        if app is None or self.current_app.secrets is None:
            return ""
        return tr("the secret of {app} ({fingerprint})", app=app.name, fingerprint=app.fingerprint)

    def show_text(self, text: str) -> None:
        """Show a text that arrived as a whole."""
        self.cases.receive(text)

    def _show_app(self) -> None:
        app = self.current_app.app
        self.cases.app_changed()
        if self._inspection is not None and self._inspection.calls:
            self._show_call(self._shown)  # with the setting of now
        followed = self.current_app.followed and app is not None
        self._paste.remark(tr("“{name}” was chosen by its key", name=app.name) if followed and app else "")

    def wait_for_threads(self, seconds: float) -> bool:
        """Wait after closing; return whether all threads have ended in time (not so with a hanging keychain)."""
        return self._runner.worker.wait(seconds) and self.service.wait(seconds) and self._help.wait(seconds)

    def begin(self) -> None:
        """Move the focus to the text; called once the window is shown."""
        self._paste.begin()

    def stop(self) -> None:
        """Stop all timers and workers; called when the window closes."""
        self._scheduler.stop()
        self.auto_lock.stop()
        self._runner.stop()
        self.service.stop()
        self._help.stop()
