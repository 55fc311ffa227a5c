"""The window: hands what came in to core, and what core says to the panels. Decides nothing itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from convot_inspector.ui import menus, messages, theme
from convot_inspector.ui.code_language import CodeLanguage
from convot_inspector.ui.inspecting import Inspecting
from convot_inspector.ui.paste_panel import PastePanel
from convot_inspector.ui.top_bar import TopBar
from convot_inspector.ui.verdict_panel import VerdictPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from convot_inspector.core.model import AppSecrets, Inspection
    from convot_inspector.examples import Example, Examples
    from convot_inspector.keychain.app import App
    from convot_inspector.ui.apps_service import AppsService
    from convot_inspector.ui.preferences import Preferences

_PAUSE = 120  # milliseconds without a key before a typed text is checked


class MainWindow(QMainWindow):
    """One window, one paste, one app at a time."""

    def __init__(self, service: AppsService, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Convot Inspector"))
        self.service, self._preferences = service, preferences
        self._examples: Examples | None = None
        self._demo: App | None = None
        self._app: App | None = None
        self._secrets: AppSecrets | None = None
        self._inspection: Inspection | None = None
        self._shown = 0
        self._known: object = ()
        self._inspecting = Inspecting(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._language = CodeLanguage(preferences)
        self._bar, self._paste, self._verdict = TopBar(), PastePanel(), VerdictPanel(self._language)
        self._assemble()
        self._add_menus()
        self._connect()
        self._verdict.show_nothing()
        self._show_apps()
        self._paste.setFocus()

    def _assemble(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._paste)
        sides.addWidget(self._verdict)
        sides.setStretchFactor(0, 3)
        sides.setStretchFactor(1, 4)
        sides.setSizes([500, 680])
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(sides, 1)
        self.setCentralWidget(central)
        self.resize(1180, 780)
        self.setMinimumSize(640, 420)
        self.restoreGeometry(self._preferences.geometry)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._inspect)
        self._paste.text_changed.connect(self._text_changed)
        self._paste.call_chosen.connect(self._choose_call)
        self._paste.file_chosen.connect(self._open)
        self._paste.much_pasted.connect(self._take)
        self._paste.example_chosen.connect(self.show_example)
        self._bar.app_chosen.connect(self._choose_app)
        self._bar.add_wanted.connect(self._add_app)
        self._bar.manage_wanted.connect(self._manage_apps)
        self._bar.enforcement_chosen.connect(self._set_enforced)
        self._verdict.add_app_wanted.connect(self._add_app)
        self._verdict.examples_wanted.connect(lambda: self.show_example(self._known_examples().examples[0]))
        self._verdict.place_wanted.connect(self._paste.go_to)
        self._verdict.other_secret_wanted.connect(self._try_other_secret)
        self._inspecting.verdict.connect(self._show)
        self._inspecting.searching.connect(self._verdict.show_searching)
        self._inspecting.explained.connect(self._show_causes)
        self._inspecting.broken.connect(self._show_fault)
        self.service.changed.connect(self._apps_changed)
        self.service.waiting.connect(self._show_waiting)

    def _add_menus(self) -> None:
        menus.fill(
            self.menuBar(),
            menus.Deeds(
                paste=self._paste.paste,
                open=self._paste.open_file,
                clear=self._paste.clear,
                quit=self.close,
                add_app=self._add_app,
                manage_apps=self._manage_apps,
                choose_theme=self._choose_theme,
                show_article=_show_article,
            ),
            self._preferences.theme,
        )

    def _choose_theme(self, choice: theme.Choice) -> None:
        self._preferences.theme = choice
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, choice)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_paste"):
            self._paste.show_inspection(self._inspection, self._shown)  # the marks' colours are not in the style sheet

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._examples is None:
            self._known_examples()
            QTimer.singleShot(0, self, self._complete)

    def _complete(self) -> None:
        """What the window does not need to appear: done after its first picture."""
        self._paste.offer_examples(self._known_examples().examples)
        self.service.open()
        self._verdict.cards()

    def _known_examples(self) -> Examples:
        if self._examples is None:
            from convot_inspector.examples import load_examples

            self._examples = load_examples()
        return self._examples

    # What came in

    def _text_changed(self) -> None:
        self._inspecting.forget()
        self._pause.start()

    def _inspect(self) -> None:
        self._inspecting.ask(self._paste.text(), self._secrets)

    def _show_fault(self) -> None:
        self._show(None)
        self._verdict.show_fault()

    def _show(self, inspection: Inspection | None) -> None:
        self._inspection, self._shown = inspection, 0
        self._paste.show_inspection(inspection, 0)
        if inspection is None:
            self._verdict.show_nothing()
        elif not inspection.calls:
            self._verdict.show_problem(inspection)
        else:
            self._show_call(self._paste.worst())

    def _show_causes(self, inspection: Inspection) -> None:
        """The same inspection with its causes: the chosen call stays the chosen one."""
        self._inspection = inspection
        self._show_call(self._shown)

    def _choose_call(self, index: int) -> None:
        self._show_call(index)
        if self._inspection is not None:
            call = self._inspection.calls[index].call
            self._paste.go_to(call.line, call.column)

    def _show_call(self, index: int) -> None:
        if self._inspection is None:
            return
        self._shown = index
        self._paste.show_inspection(self._inspection, index)
        self._verdict.show_call(self._inspection.calls[index], self._name_of_secret())

    def _name_of_secret(self) -> str:
        if self._app is None or self._secrets is None:
            return ""
        return self.tr("the secret of {app} ({fingerprint})").format(
            app=self._app.name, fingerprint=self._app.fingerprint
        )

    def _open(self, file: str) -> None:
        from convot_inspector.ui.reading_files import read_text_file

        self._inspecting.worker.run(lambda: read_text_file(Path(file)), self._paste.set_text, self._could_not_open)

    def _take(self, data: QByteArray, take: Callable[[str], None]) -> None:
        """Make a large paste a text without making the window wait."""
        from convot_inspector.ui.clipped import decoded

        self._inspecting.worker.run(decoded(data), take, self._could_not_open)

    def _could_not_open(self, error: Exception) -> None:
        self._verdict.notice.say(str(error), self.tr("OK"), lambda: self._verdict.notice.say(""))

    def show_text(self, text: str) -> None:
        """Replace what was pasted."""
        self._paste.set_text(text)

    def show_example(self, example: Example) -> None:
        """Show an example, checked with the demo secret."""
        from convot_inspector.ui.demo import demo_app

        if self._demo is None:
            self._demo = demo_app(self._known_examples().secret, self.tr("Example app (demo secret)"))
        self._use_demo(self._demo)
        self._paste.set_text(example.text)

    # Which app

    def _show_apps(self) -> None:
        apps = [*self.service.apps, *([self._demo] if self._demo is not None else [])]
        self._bar.show_apps(apps, self._app)
        self._verdict.show_in_force(enforced=self._app is not None and self._app.enforced)

    def _use_demo(self, demo: App) -> None:
        from convot_inspector.core.model import AppSecrets

        self._use(demo, AppSecrets(self._known_examples().secret))

    def _use(self, app: App | None, secrets: AppSecrets | None) -> None:
        self._app, self._secrets = app, secrets
        self._show_apps()
        self._inspect()

    def _apps_changed(self) -> None:
        """The list is another one than before: keep the chosen app, or take the one of last time."""
        apps = self.service.apps
        is_demo = self._app is not None and self._app == self._demo
        wanted = self._app.id if self._app is not None else self._preferences.app
        app = next((each for each in apps if each.id == wanted), apps[0] if apps and not is_demo else None)
        if is_demo:
            self._show_apps()
        elif app is None:
            self._use(None, None)
        elif app != self._app or self._secrets is None or _secrets_of(apps) != self._known:
            self._choose_app(app.id)
        self._known = _secrets_of(apps)
        self._tell_about_keychain()

    def _choose_app(self, app_id: str) -> None:
        if self._demo is not None and app_id == self._demo.id:
            self._use_demo(self._demo)
            return
        app = next(each for each in self.service.apps if each.id == app_id)
        self._preferences.app = app_id
        self._app = app
        self._tell_about_keychain()
        if app.trouble is not None:
            self._use(app, None)
            return

        def done(secrets: AppSecrets) -> None:
            if self._app is not None and self._app.id == app_id:
                self._use(app, secrets)

        self._show_apps()
        self.service.secrets(app_id, done, self._verdict.notice.say)

    def _tell_about_keychain(self) -> None:
        from convot_inspector.keychain.errors import sentence

        notice = self._verdict.notice
        if self._app is not None and self._app.trouble is not None:
            locked = self._app.trouble == "locked"
            notice.say(
                sentence(self._app.trouble, self._app.name),
                self.tr("Unlock…") if locked else "",
                (lambda: self.service.unlock(notice.say)) if locked else None,
            )
        else:
            notice.say(self.service.why_not_kept or messages.list_condition(self.service.condition))

    def _show_waiting(self, waiting: bool) -> None:  # noqa: FBT001
        if waiting:
            self._verdict.notice.say(
                self.tr(
                    "Waiting for your computer's password store. Look for a password window, perhaps behind this one."
                )
            )
        elif self.service.loaded:
            self._tell_about_keychain()

    def _set_enforced(self, enforced: bool) -> None:  # noqa: FBT001
        from dataclasses import replace

        if self._app is None:
            return
        is_demo = self._app == self._demo
        self._app = replace(self._app, enforced=enforced)
        if is_demo:
            self._demo = self._app
        else:
            self.service.set_enforced(self._app.id, enforced=enforced, failed=self._verdict.notice.say)
        self._show_apps()

    def _add_app(self) -> None:
        from convot_inspector.ui.add_app_dialog import AddAppDialog

        dialog = AddAppDialog(self.service, QApplication.activeModalWidget() or self)

        def closed() -> None:
            if dialog.added is not None:
                self._choose_app(dialog.added.id)
            dialog.deleteLater()

        dialog.finished.connect(closed)
        dialog.open()

    def _try_other_secret(self) -> None:
        from convot_inspector.ui.other_secret_dialog import OtherSecretDialog

        dialog = OtherSecretDialog(self._paste.text(), self._shown, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _manage_apps(self) -> None:
        from convot_inspector.ui.apps_dialog import AppsDialog

        dialog = AppsDialog(self.service, self)
        dialog.add_wanted.connect(self._add_app)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def wait_for_threads(self, seconds: float) -> bool:
        """After closing: whether the threads of this window have ended within that time (a hanging keychain: no)."""
        return self._inspecting.worker.wait(seconds) and self.service.wait(seconds)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences.geometry = self.saveGeometry()
        self._pause.stop()
        self._inspecting.stop()
        self.service.stop()
        super().closeEvent(event)


def _secrets_of(apps: tuple[App, ...]) -> object:
    """What differs when a secret of any app does: causes are looked for with all of them."""
    return tuple((app.name, app.fingerprint, app.previous, app.trouble) for app in apps)


def _show_article() -> None:
    from convot_inspector.core.explaining.wording import IDENTITY_VERIFICATION

    QDesktopServices.openUrl(QUrl(IDENTITY_VERIFICATION))
