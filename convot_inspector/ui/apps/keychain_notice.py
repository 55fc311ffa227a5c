"""Messages about the keychain, the list of apps and the lock, with actions to recover."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from convot_inspector.core.language import tr
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.widgets.notice import NoticeMessage

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.apps.current_app import CurrentApp, OtherSecret
    from convot_inspector.ui.widgets.failure import Failure
    from convot_inspector.ui.widgets.notice import Notice

_PASTE_AGAIN: frozenset[Reason] = frozenset({"missing", "damaged", "forgotten"})
_NOTHING_TO_TRY: frozenset[Reason] = frozenset({"absent", "policy", "read-only"})


class NoticeActions(NamedTuple):
    """Callbacks of the buttons.

    After a failure: add a session-only secret, or enter the app's secret again. Of the other secret that the paste was
    checked with: save it as a previous one, or add an app with it.
    """

    use_for_session: Callable[[], None]
    paste_again: Callable[[], None]
    save_as_previous: Callable[[], None]
    add_other: Callable[[], None]


class KeychainNotice(QObject):
    """Notice that shows one message at a time, the most urgent first."""

    def __init__(self, notice: Notice, service: AppsService, current_app: CurrentApp, actions: NoticeActions) -> None:
        super().__init__(notice)
        self._notice, self._service, self._current_app, self._actions = notice, service, current_app, actions
        self._waiting = self._removing = False
        self._passing = NoticeMessage()
        service.waiting.connect(self._wait)
        service.changed.connect(self.show_state)
        service.locked_changed.connect(self.show_state)
        current_app.changed.connect(self.show_state)

    def tell(self, words: str) -> None:
        """Show what went wrong until the user dismisses it or the case is left; more urgent messages come first."""
        self._tell(words, "warning")

    def tell_done(self, words: str) -> None:
        """Show what was done, as long as `tell` would."""
        self._tell(words, "right")

    def forget_passing(self) -> None:
        """Drop the message that was passed to `tell` or `tell_done`: it belongs to a case that is shown no longer."""
        self._passing = NoticeMessage()
        self.show_state()

    def _tell(self, words: str, tone: str) -> None:
        self._passing = NoticeMessage(words, ((self.tr("OK"), self.forget_passing),), tone)
        self.show_state()

    def show_state(self) -> None:
        """Show the most urgent message."""
        self._notice.say(self._saying())

    def show_removing(self, removing: bool) -> None:  # noqa: FBT001
        """Say whether all apps are being removed, which takes long without a password window."""
        self._removing = removing
        self.show_state()

    def _wait(self, waiting: bool) -> None:  # noqa: FBT001
        self._waiting = waiting
        self.show_state()

    def _saying(self) -> NoticeMessage:
        service, current_app = self._service, self._current_app
        if self._waiting and self._removing:
            words = tr("Removing all apps and their secrets from {place} …", place=service.place)
            return NoticeMessage(words, ((self.tr("Stop waiting"), service.stop_waiting),), "unknown")
        if self._waiting:
            return NoticeMessage(
                self.tr(
                    "Waiting for your computer's password store. Look for a password window, perhaps behind this one."
                ),
                ((self.tr("Stop waiting"), service.stop_waiting),),
            )
        if service.fault is not None:
            return NoticeMessage(service.fault.words, ((self.tr("Try again"), service.open),))
        app = current_app.app
        if app is not None and not current_app.is_demo:
            failure = current_app.failure
            reason = failure.reason if failure is not None else app.problem
            if reason is not None:
                return self._failure(messages.unavailable(reason, app.name), reason)
            if failure is not None:
                return self._failure(failure.words, None)
            if service.locked:
                unlock = (self.tr("Unlock"), current_app.try_again)
                return NoticeMessage(messages.locked(), (unlock,), "unknown")
        if self._passing.words:
            return self._passing
        if current_app.other is not None:
            return self._checked_with(current_app.other)
        if service.not_kept is not None:
            again = service.not_kept.reason not in _NOTHING_TO_TRY
            return NoticeMessage(service.not_kept.words, ((self.tr("Try again"), service.open),) if again else ())
        incomplete = service.incomplete and service.unsettled is not None
        state = messages.list_condition(service.condition, service.recovered, incomplete=incomplete)
        return NoticeMessage(state, ((self.tr("Unlock…"), self._unlock),) if state and incomplete else ())

    def _checked_with(self, other: OtherSecret) -> NoticeMessage:
        words = tr("Checked with another secret too: {code}. It is not saved.", code=other.fingerprint)
        keep = (self.tr("Save as previous secret"), self._actions.save_as_previous)
        add = (self.tr("Add as an app…"), self._actions.add_other)
        choices = (keep, add) if other.is_previous else (add, keep)
        return NoticeMessage(words, (*choices, (self.tr("Forget it"), self._current_app.drop_other)), "unknown")

    def _failure(self, words: str, reason: Reason | None) -> NoticeMessage:
        session = (self.tr("Use a secret for this session…"), self._actions.use_for_session)
        if reason in _PASTE_AGAIN:
            return NoticeMessage(words, ((self.tr("Paste it again…"), self._actions.paste_again),))
        if reason == "locked":
            return NoticeMessage(words, (session, (self.tr("Unlock…"), self._unlock)))
        if reason in _NOTHING_TO_TRY:
            return NoticeMessage(words, (session,) if reason != "read-only" else ())
        return NoticeMessage(words, (session, (self.tr("Try again"), self._try_again)))

    def _try_again(self) -> None:
        if self._service.keeps:
            self._current_app.try_again()
        else:
            self._service.open()

    def _unlock(self) -> None:
        def failed(failure: Failure) -> None:
            self._current_app.failed(failure)

        self._service.unlock(self._current_app.try_again, failed)
