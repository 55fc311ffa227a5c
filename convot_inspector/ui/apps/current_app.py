"""The current app and its secrets, while they are not locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting
    from convot_inspector.core.model import AppSecrets
    from convot_inspector.keychain.app import App
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.widgets.failure import Failure


class OtherSecret:
    """A secret that the paste is checked with besides the app's own, and that is not saved.

    ``is_previous``: whether the user says that it is a previous one of the app, else one of another app.
    """

    def __init__(self, secret: str, *, is_previous: bool) -> None:
        self.secret, self.is_previous = secret, is_previous

    @property
    def fingerprint(self) -> str:
        """The code by which it can be compared."""
        from convot_inspector.core.fingerprint import fingerprint

        return fingerprint(self.secret)


class CurrentApp(QObject):
    """The app that the user chose, else the one used last time.

    A paste that holds an app's public key, and not that of the chosen one, chooses that app.
    """

    changed = Signal()  # of the app or of what is known of it
    secrets_changed = Signal()
    setting_shown = Signal()  # the shown text tells how *Require identity verification* is set, or no longer does

    def __init__(self, service: AppsService, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._service, self._preferences = service, preferences
        self.app: App | None = None
        self._own: AppSecrets | None = None
        self.other: OtherSecret | None = None
        """Another secret that this paste is checked with; dropped when it is left."""
        self.demo: App | None = None
        self.failure: Failure | None = None
        """Why the secrets could not be fetched."""
        self.setting_of_text: Setting = "unknown"
        """How *Require identity verification* is set as the shown text tells it."""
        self.followed = False
        """Whether the app was chosen by the key in the paste."""
        self._demo_secrets: AppSecrets | None = None
        self._known: object = ()
        self._told: object = ()
        self._keys: tuple[str, ...] = ()
        self._asked = 0
        self._is_asking = False
        service.changed.connect(self._look)
        service.locked_changed.connect(self._drop)

    @property
    def is_demo(self) -> bool:
        """Whether it is the demo app of the examples."""
        return self.app is not None and self.demo is not None and self.app.id == self.demo.id

    @property
    def apps(self) -> tuple[App, ...]:
        """All apps that can be chosen; the examples' one is the last of them, only while an example is shown."""
        return (*self._service.apps, *([self.app] if self.app is not None and self.is_demo else []))

    @property
    def recent_apps(self) -> tuple[App, ...]:
        """The apps that were chosen last, the newest first; never that of the examples."""
        by_id = {app.id: app for app in self._service.apps}
        return tuple(by_id[app_id] for app_id in self._preferences.recent_apps if app_id in by_id)

    @property
    def keys(self) -> frozenset[str]:
        """The public app keys by which a paste can select an app."""
        return frozenset(app.key for app in self._service.apps if app.key)

    def choose(self, app_id: str) -> None:
        """Choose an app and fetch its secrets."""
        self.followed = False
        self._choose(app_id)

    def choose_named(self, name: str) -> None:
        """Choose the app of that name, if there is one."""
        found = next((app.id for app in self.apps if app.name == name), None)
        if found is not None:
            self.choose(found)

    def show_demo(self, demo: App, secrets: AppSecrets) -> None:
        """Choose the examples' app, and offer it as long as an example is shown."""
        self.app = self.demo = demo
        self._demo_secrets = secrets
        self.choose(demo.id)

    def leave_demo(self) -> None:
        """Go back to the user's own app."""
        self.app = None
        self._look()

    def follow(self, keys: tuple[str, ...]) -> bool:
        """Switch to the app whose public key is in the text, once for each text; return whether it did."""
        is_new, self._keys = keys != self._keys, keys
        if not keys or not is_new or (self.app is not None and self.app.key in keys):
            return False
        self._choose(next(app.id for app in self._service.apps if app.key == keys[0]))
        self.followed = True
        self.changed.emit()
        return True

    def need_secrets(self) -> None:
        """Fetch the secrets if they were locked; called before a check."""
        if self.app is not None and self._own is None and self.failure is None and self._service.locked:
            self._fetch(self.app)

    def try_again(self) -> None:
        """Fetch the secrets once more."""
        if self.app is not None and not self.is_demo:
            self._fetch(self.app)

    @property
    def setting(self) -> Setting:
        """How *Require identity verification* is set in Convot: as the shown text tells it, else as the user said."""
        if self.setting_of_text != "unknown":
            return self.setting_of_text
        return self.app.setting if self.app is not None else "unknown"

    @property
    def secrets(self) -> AppSecrets | None:
        """The secrets to check with: the app's own, and another one that the user tries."""
        own, other = self._own, self.other
        if other is None:
            return own
        from dataclasses import replace

        from convot_inspector.core.model import AppSecrets

        if own is None:
            return AppSecrets(other.secret)
        if other.is_previous:
            return replace(own, previous=(*own.previous, other.secret))
        return replace(own, others={**own.others, tr("another app, not saved here"): other.secret})

    def check_with(self, other: OtherSecret) -> None:
        """Check the paste with another secret too, which is not saved."""
        self.other = other
        self.changed.emit()
        self.secrets_changed.emit()

    def resume(self, other: OtherSecret | None) -> None:
        """Check with another secret again, from the next check on: the text that it was for is shown again."""
        if other is not self.other:
            self.other = other
            self.changed.emit()

    def drop_other(self) -> None:
        """Forget the other secret and check with the app's own again."""
        if self.other is not None:
            self.leave_text()
            self.secrets_changed.emit()

    @property
    def is_fetching(self) -> bool:
        """True from the request to the keychain until its answer: no result is final before."""
        return self._is_asking

    def leave_text(self) -> None:
        """Forget the other secret without a check: another text is about to be checked."""
        if self.other is not None:
            self.other = None
            self.changed.emit()

    @property
    def fingerprint(self) -> str:
        """The code of the secret that calls are checked with; empty while there is none."""
        return (self.app.fingerprint or "") if self.app is not None and self._own is not None else ""

    @property
    def basis(self) -> tuple[str, str, OtherSecret | None]:
        """What a check is made with now: the app's id and the code of its secret, empty for none; the other one."""
        return (self.app.id if self.app is not None else ""), self.fingerprint, self.other

    def show_setting_of_text(self, setting: Setting) -> None:
        """Show the setting as the shown text tells it; "unknown" for the app's own."""
        self.setting_of_text = setting
        self.setting_shown.emit()

    def set_setting(self, setting: Setting) -> None:
        """Save how *Require identity verification* is set for this app, or for the shown text where that tells it."""
        if self.app is None:
            return
        if self.setting_of_text != "unknown":
            self.setting_of_text = setting
            self.changed.emit()
            return
        from dataclasses import replace

        self.app = replace(self.app, setting=setting)
        if self.is_demo:
            self.demo = self.app
        else:
            self._service.set_setting(self.app.id, setting, self.failed)
        self.changed.emit()

    def _choose(self, app_id: str) -> None:
        app = next(app for app in self.apps if app.id == app_id)
        if self.app is None or self.app.id != app_id or self.other is not None:
            self._own = None  # of the app before: nothing may be checked with them under this one's name
        self.app, self.failure, self.other = app, None, None
        if self.is_demo:
            self._asked += 1  # ignore the answer for the app before that is still on its way
            self._is_asking = False
            self._use(self._demo_secrets)
            return
        self._preferences.app = app_id
        self._fetch(app)

    def _fetch(self, app: App) -> None:
        """Fetch the secrets. The app is shown at once; answers to older requests are ignored."""
        self._asked += 1
        mine, self._is_asking = self._asked, True

        def done(secrets: AppSecrets) -> None:
            if mine == self._asked:
                self._is_asking = False
                self.failure = None
                self._use(secrets)

        def failed(failure: Failure) -> None:
            if mine == self._asked:
                self._is_asking = False
                self.failed(failure)
                self._use(None)

        self.changed.emit()
        self._service.secrets(app.id, done, failed)

    def _use(self, secrets: AppSecrets | None) -> None:
        before, self._own = self._own, secrets
        if secrets is None:
            self.other = None
        # The same ones, fetched again, would give the same result.
        is_new = secrets is None or secrets != before or self.basis != self._told
        self.changed.emit()
        if is_new:
            self._told = self.basis
            self.secrets_changed.emit()

    def failed(self, failure: Failure) -> None:
        """Record the failure of an operation on the app."""
        self.failure = failure
        self.changed.emit()

    def _look(self) -> None:
        """Handle a changed list of apps: keep the current one, or fall back to the remembered one."""
        apps = self._service.apps
        known, self._known = self._known, _secrets_of(apps)
        if self.is_demo:
            self.changed.emit()
            return
        wanted = self.app.id if self.app is not None else self._preferences.app
        before, self.app = self.app, next((each for each in apps if each.id == wanted), apps[0] if apps else None)
        if self.app is None:
            self.failure = None
            self._use(None)
        elif before is None or before.id != self.app.id:
            self._choose(self.app.id)
        elif known != self._known and not self._service.locked and not self._is_asking:
            self._fetch(self.app)
        else:
            self.changed.emit()

    def _drop(self) -> None:
        """Handle a lock or an unlock."""
        if self._service.locked and not self.is_demo:
            self._asked += 1  # ignore an answer that is still on its way
            self._is_asking = False
            self._look()
            self._use(None)
        self.changed.emit()


def _secrets_of(apps: tuple[App, ...]) -> object:
    """Return a key that changes with any app's secrets; the search uses all of them."""
    return tuple((app.id, app.name, app.fingerprint, len(app.previous), app.problem) for app in apps)
