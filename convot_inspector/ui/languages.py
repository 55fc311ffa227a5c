"""The window's language: that of the system where there is a translation into it, else English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import language
from convot_inspector.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

FOLDER = RESOURCES / "translations"
"""A language is a file in it, ``convot_inspector_de.qm``, made by Qt's ``lrelease``."""


def load(application: QApplication, folder: Path | None = None, wanted: Sequence[str] | None = None) -> str:
    """Use the first ``wanted`` language that there is, before anything is said; returns its name, "en" for none.

    ``wanted``: names such as "de-AT", the best first; by default those of the system.
    """
    known = {
        file.stem.removeprefix("convot_inspector_"): file for file in (folder or FOLDER).glob("convot_inspector_*.qm")
    }
    if not known:  # the usual case: start without importing what a language needs
        use_english()
        return "en"
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    name = _first(known, QLocale.system().uiLanguages() if wanted is None else wanted)
    translator = QTranslator() if name else None
    if translator is None or not translator.load(str(known[name])):
        use_english()
        return "en"
    translator.setParent(application)
    locale = QLocale(name)
    own = QTranslator(application)  # Qt's own texts, on its buttons and in its file dialog
    if own.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
    application.installTranslator(translator)
    use(application, locale)
    return name


def use(application: QApplication, locale: QLocale) -> None:
    """Say everything by the translators that are installed, in the manner of a locale."""
    from PySide6.QtCore import QCoreApplication, Qt

    is_right_to_left = locale.textDirection() == Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(locale.textDirection())
    language.use(
        lambda text, one, count: QCoreApplication.translate("", text, one or None, count),
        locale.toString,
        name=locale.bcp47Name(),
        isolates=True,
        is_right_to_left=is_right_to_left,
    )


def use_english() -> None:
    """Say everything as it is written; a right-to-left value still turns no sentence."""
    language.use(isolates=True)


def _first(known: dict[str, Path], wanted: Sequence[str]) -> str:
    for each in wanted:
        exact = each.replace("-", "_")
        general = exact.partition("_")[0]
        for name in (exact, general):
            if name in known:
                return name
        if general == "en":
            return ""  # the language of the source; languages after it have a lower priority
    return ""
