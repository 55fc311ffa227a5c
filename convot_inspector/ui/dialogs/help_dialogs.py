"""Dialogs of the Help menu: the rules, the self-check, and versions and licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, qVersion
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from convot_inspector.core.language import lazy_tr, localize
from convot_inspector.core.reports.document import Document, Heading, Paragraph, Row, Rows
from convot_inspector.core.shown import Shown
from convot_inspector.ui.background import Worker
from convot_inspector.ui.dialogs.document_dialog import DocumentDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from convot_inspector.commands.self_check import Check
    from convot_inspector.diagnostics import Fact
    from convot_inspector.licences import Part
    from convot_inspector.ui.apps.apps_service import AppsService


_SIGNS = {True: "in order", False: "failed", None: "not there"}  # words, so that a copied result can be read


class HelpDialogs(QObject):
    """The dialogs of the Help menu. None blocks; slow work is done on a worker."""

    def __init__(self, service: AppsService, window: QWidget) -> None:
        super().__init__(window)
        self._service, self._window = service, window
        self._held: Worker | None = None

    @property
    def _worker(self) -> Worker:
        if self._held is None:
            self._held = Worker("help", self)
        return self._held

    def stop(self) -> None:
        """Stop delivering results."""
        if self._held is not None:
            self._held.stop()

    def wait(self, seconds: float) -> bool:
        """Wait after ``stop``; return whether the worker has ended."""
        return self._held is None or self._held.wait(seconds)

    def show_rules(self) -> None:
        """Show the rules, the setting, the colours and the keyboard shortcuts."""
        from convot_inspector.core.reports.guide import guide

        rules = guide()
        shortcuts = (Heading(Shown(self.tr("Keyboard shortcuts"))), Rows(self._shortcuts()))
        self._open(DocumentDialog(Document(rules.title, rules.blocks + shortcuts), self._window))

    @staticmethod
    def show_article() -> None:
        """Open Convot's article in the browser."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from convot_inspector.core.wording.findings import IDENTITY_VERIFICATION

        QDesktopServices.openUrl(QUrl(IDENTITY_VERIFICATION))

    def show_about(self) -> None:
        """Show versions and licences."""

        def read() -> tuple[Part, ...]:
            from convot_inspector.licences import parts

            return parts()

        self._worker.run(read, self._show_about, lambda _: self._show_about(()))

    def check(self) -> None:
        """Check this installation, and show the result."""

        def look() -> tuple[Check, ...]:
            from convot_inspector.commands.self_check import checks

            return checks()

        self._worker.run(look, self._show_checks, lambda _: self._show_checks(()))

    def _show_about(self, parts: tuple[Part, ...]) -> None:
        facts = self._facts(parts)
        blocks = (
            Paragraph(
                Shown(
                    self.tr(
                        "Tells you, offline, why a Convot identity hash does not verify: which value is "
                        "signed, whether each hash is right, and which mistake makes exactly the hash that "
                        "was sent."
                    )
                )
            ),
            Rows(tuple(Row(localize(name), localize(value)) for name, value in facts if value)),
            Heading(Shown(self.tr("Components"))),
            Rows(tuple(Row(Shown(part.name), Shown(f"{part.version} · {part.licence}")) for part in parts)),
        )
        dialog = DocumentDialog(Document(Shown(self.tr("About Convot Inspector")), blocks), self._window)
        from convot_inspector.diagnostics import as_text

        said = self.tr("Diagnostics copied. They contain no paste, no secret and no app's name.")
        dialog.offer_copy(self.tr("Copy diagnostics"), as_text(facts), said)
        dialog.offer(self.tr("Licences…")).clicked.connect(lambda: self._show_licences(parts))
        self._open(dialog)

    def _show_licences(self, parts: tuple[Part, ...]) -> None:
        from convot_inspector.ui.dialogs.text_dialog import TextDialog

        def write() -> str:
            from convot_inspector.licences import as_text

            return as_text(parts)

        def show(text: str) -> None:
            self._open(TextDialog(self.tr("Licences"), text, QApplication.activeModalWidget() or self._window))

        self._worker.run(write, show, lambda _: None)

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        signs = {True: self.tr("✓ in order"), False: self.tr("✕ failed"), None: self.tr("? missing")}
        if any(check.ok is False for check in checks) or not checks:
            words = self.tr(
                "Something in this installation does not work. Install Convot Inspector again; if that does not help, "
                "copy this result and send it to us. Your apps and their secrets are not affected."
            )
        else:
            words = self.tr("This installation is in order.")
        told = ((check.name, f"{signs[check.ok]}: {localize(check.detail)}") for check in checks)
        rows = tuple(Row(localize(name), Shown(result)) for name, result in told)
        document = Document(Shown(self.tr("Check of this installation")), (Paragraph(Shown(words)), Rows(rows)))
        dialog = DocumentDialog(document, self._window)
        from convot_inspector.diagnostics import as_text

        result = [*self._facts(()), *((check.name, f"{_SIGNS[check.ok]}: {check.detail}") for check in checks)]
        dialog.offer_copy(self.tr("Copy the result"), as_text(result), self.tr("The result is copied."))
        self._open(dialog)

    def _facts(self, parts: tuple[Part, ...]) -> tuple[Fact, ...]:
        from convot_inspector.diagnostics import facts

        versions = {part.name: part.version for part in parts}
        screen = self._window.screen()
        service = self._service
        store = service.place or (service.not_kept.reason if service.not_kept else "") or "—"
        scheme = QGuiApplication.styleHints().colorScheme().name.lower()
        return (
            *facts(),
            ("Qt", qVersion()),
            ("PySide6", versions.get("PySide6_Essentials", versions.get("PySide6-Essentials", ""))),
            ("keyring", versions.get("keyring", "")),
            (
                lazy_tr("Display"),
                lazy_tr(
                    "{platform}, scale {scale}, theme {theme}",
                    platform=QGuiApplication.platformName(),
                    scale=f"{screen.devicePixelRatio():g}",
                    theme=scheme,
                ),
            ),
            (lazy_tr("Text size"), lazy_tr("{size} points", size=f"{QGuiApplication.font().pointSizeF():g}")),
            (lazy_tr("Language"), f"{QLocale().name()}, {QGuiApplication.layoutDirection().name}"),
            (lazy_tr("Screen reader"), lazy_tr("active") if QAccessible.isActive() else lazy_tr("not active")),
            (lazy_tr("Password store"), store if service.keeps else lazy_tr("{place}, nothing is kept", place=store)),
            (
                lazy_tr("List of apps"),
                lazy_tr(
                    "{count} apps, {state}",
                    count=str(len(service.apps)),
                    state="locked" if service.locked else service.condition,
                ),
            ),
        )

    def _shortcuts(self) -> tuple[Row, ...]:
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(
            Row(Shown(action.shortcut().toString(native)), Shown(action.text().replace("&", "")))
            for action in self._window.window().findChildren(QAction)
            if not action.shortcut().isEmpty()
        )

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
