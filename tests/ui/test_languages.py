"""Languages are files that Qt's lrelease makes; the program finds them, and starts without them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator

from convot_inspector.core import language
from convot_inspector.core.language import number, plural, tr
from convot_inspector.ui import languages
from convot_inspector.ui.verdict import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.slow

TOOL = Path(sys.executable).with_name("pyside6-lrelease")
GERMAN = {
    "Verified": "<translation>Geprüft</translation>",
    "{count} bytes": "<translation><numerusform>ein Byte</numerusform><numerusform>{count} Byte</numerusform>"
    "</translation>",
    "The call at line {line}": "<translation>Der Aufruf</translation>",  # a placeholder is missing
    "Save": "<translation>Speichern</translation>",
}


def release(folder: Path, name: str) -> None:
    """Make a language file with a few translated sentences."""
    text = translations.CATALOGUE.read_text(encoding="utf-8")
    text = text.replace('<TS version="2.1">', f'<TS version="2.1" language="{name}" sourcelanguage="en">')
    for source, translation in GERMAN.items():
        pattern = (
            rf"(<source>{re.escape(source)}</source>\s*(?:<comment>[^<]*</comment>\s*)?)<translation.*?</translation>"
        )
        text, count = re.subn(pattern, rf"\g<1>{translation}", text, flags=re.DOTALL)
        assert count, source
    file = folder / f"convot_inspector_{name}.ts"
    file.write_text(text, encoding="utf-8")
    subprocess.run([TOOL, "-silent", file], check=True)
    assert file.with_suffix(".qm").is_file()


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    for each in qapp.findChildren(QTranslator):
        qapp.removeTranslator(each)
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    language.use()


def test_the_language_of_the_system_is_used_where_there_is_one(application: QApplication, tmp_path: Path) -> None:
    release(tmp_path, "de")
    assert languages.load(application, tmp_path, ["fr-FR", "de-AT", "en"]) == "de"
    assert tr("Verified") == "Geprüft"
    assert [plural("{count} bytes", "1 byte", count) for count in (1, 2345)] == ["ein Byte", "2345 Byte"]
    assert messages.size("ab") == "2 Byte"
    assert number(1_234_567) == "1.234.567"
    assert tr("The call at line {line}", line=3) == "The call at line 3"
    assert messages.day("2026-03-12T10:00:00Z") == "12 März 2026"
    assert QCoreApplication.translate("FormDialog", "Save") == "Speichern"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert language.name() == "de"
    assert not language.is_right_to_left()


def test_right_to_left_language_mirrors_the_window(application: QApplication, tmp_path: Path) -> None:
    release(tmp_path, "he")
    assert languages.load(application, tmp_path, ["he-IL"]) == "he"
    assert application.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert language.is_right_to_left()


@pytest.mark.parametrize("wanted", [["en-GB", "de"], ["fr"], []])
def test_english_is_used_where_preferred_or_nothing_else_exists(
    application: QApplication, tmp_path: Path, wanted: list[str]
) -> None:
    release(tmp_path, "de")
    assert languages.load(application, tmp_path, wanted) == "en"
    assert tr("Verified") == "Verified"


def test_a_damaged_file_leaves_english(application: QApplication, tmp_path: Path) -> None:
    (tmp_path / "convot_inspector_de.qm").write_bytes(b"no translations")
    assert languages.load(application, tmp_path, ["de"]) == "en"
    assert tr("Verified") == "Verified"
    assert application.findChildren(QTranslator) == []


def test_without_translations_the_system_language_is_not_asked(
    application: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    assert qtbot is not None
    monkeypatch.setattr(QLocale, "system", lambda: pytest.fail("the system was asked"))
    assert languages.load(application, tmp_path) == "en"
    assert application.findChildren(QTranslator) == []


_PROGRAM = """
import sys
from pathlib import Path
from convot_inspector.core.language import tr
from convot_inspector.ui import app, languages
languages.FOLDER = Path(sys.argv[1])
def window(*_):
    sys.exit(tr("Verified"))
app.make_window = window
app.run()
"""


def test_the_program_knows_its_language_before_it_says_anything(tmp_path: Path) -> None:
    release(tmp_path, "de")
    here = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")}
    fixed = {**os.environ, **here, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(translations.ROOT)}
    for name, said in (("de_DE", "Geprüft"), ("en_GB", "Verified")):
        environment = {**fixed, "LC_ALL": f"{name}.UTF-8", "LANGUAGE": name}
        command = [sys.executable, "-X", "utf8", "-c", _PROGRAM, str(tmp_path)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=environment)
        assert said in done.stderr, done.stderr


def test_the_catalogue_is_up_to_date() -> None:
    """If it fails, run ``python3 build/dev.py translations``."""
    assert translations.CATALOGUE in translations.files()
    for file in translations.files():
        old = file.read_text(encoding="utf-8")
        assert translations.catalogue(old) == old, file.name
