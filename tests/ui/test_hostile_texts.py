"""No text of a paste, a file's name or an app's name is markup to the window, nor moves what stands around it."""

from __future__ import annotations

import ast
import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from needs import only_on_linux
from paste import OTHER_SECRET, SECRET, call, sign
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QToolTip
from shown_texts import point_at_everything, shown_texts
from trap_file import TrapFile

import convot_inspector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app_driver import AppDriver
    from PySide6.QtWidgets import QWidget

PACKAGE = Path(convot_inspector.__file__).parent

pytestmark = pytest.mark.slow

MARKUP = (
    '<img src="{file}">',
    "<img src='x.png'>",
    '<p style="background-image: url({file})">x</p>',
    '<link rel="stylesheet" href="{file}">',
    '&lt;<img src="file://{file}">',
    '<html><body background="{file}">',
)
MOVING = ("a\u202egpj.exe", "a\u2067b", "a\x1b[31mb", "a\x9b31m", "a\u2028FAKE", "a\u200bb", "a\x07\x08")
ALONE = {"\n"}  # the line feeds of the window's own paragraphs


def hostile_calls(texts: tuple[str, ...]) -> str:
    """Return calls that have each text as a field's name, as each field's value and as what is signed."""
    fields = ("external_id", "email", "name", "user_hash", "shop", "shop_hash", "avatar_url")
    made = [call(**{json.dumps(text): text, "external_id": "u1", "user_hash": sign(text)}) for text in texts]
    made += [call(**dict.fromkeys(fields, text)) for text in texts]
    made += [call(external_id=text, user_hash=sign(text), shop=text, shop_hash=sign(text.upper())) for text in texts]
    return "\n".join(made)


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TrapFile]:
    """A picture in the current folder."""
    made = TrapFile(tmp_path / "x.png")
    monkeypatch.chdir(tmp_path)
    assert made.times_opened() == 0
    yield made
    made.close()


def look(trap: TrapFile | None = None) -> int:
    """Point at everything, and look at every text; return how many tool tips would be pictures if they were markup."""
    tips = point_at_everything()
    for shown in shown_texts():
        if shown.is_markup:
            assert "<img" not in shown.text, shown
            assert shown.text.startswith("<div style="), shown
        moving = {c for c in shown.text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - ALONE
        assert not moving, (shown, moving)
    assert all("<img" not in tip for tip in tips)
    if trap is not None:
        assert trap.times_opened() == 0
    return sum("&lt;img" in tip for tip in tips)


def go_around(driver: AppDriver, texts: tuple[str, ...], trap: TrapFile | None, folder: Path) -> None:
    """Show these texts wherever the window shows what it did not write itself."""
    driver.paste(hostile_calls(texts))
    driver.wait_to_read(f"{3 * len(texts)} calls found")
    export = next(each for each in driver.window.findChildren(QAction) if each.text() == "Export…")
    driver.qtbot.waitUntil(export.isEnabled)
    calls = driver.main_view._inspection.calls if driver.main_view._inspection is not None else ()
    hidden = 0
    for index in range(len(calls)):
        driver.main_view._choose_call(index)
        hidden += look(trap)
    assert hidden > 0 or trap is None
    for entry in ("Export…", "Edit before copying…", "Make a valid test call…", "Manage apps…"):
        driver.choose(entry)  # it opens once the search is over
        driver.qtbot.waitUntil(lambda: bool(dialogs()))
        for dialog in dialogs():
            for box in dialog.findChildren(QComboBox):
                for index in range(min(box.count(), 6)):
                    box.setCurrentIndex(index)
                    driver.qtbot.wait(30)
            look(trap)
            dialog.close()
    rows = "\n".join(f"{text}\t{secret}" for text in texts for secret in (OTHER_SECRET, "short"))
    QGuiApplication.clipboard().setText(rows)
    driver.choose("Import several apps…")
    importing = driver.dialog("Import several apps")
    driver.click("Paste the table", importing)
    look(trap)
    importing.close()
    for text in texts:
        name = text.replace("/", "\u2215").encode("utf-8", "replace").decode()
        file = folder / f"{name}.json"
        file.write_bytes(b"\x89PNG\r\n\x00\x00")
        copied = QMimeData()
        copied.setUrls([QUrl.fromLocalFile(str(file))])
        QGuiApplication.clipboard().setMimeData(copied)
        driver.click("Paste")
        driver.wait_to_read(".json”")
        look(trap)
    driver.paste(call(external_id="u2"))
    look(trap)


def dialogs() -> list[QWidget]:
    """Return the open dialogs."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


@only_on_linux("inotify is Linux's")
@pytest.mark.usefixtures("short_search")
def test_markup_opens_no_file(driver_without_keychain: AppDriver, trap: TrapFile, tmp_path: Path) -> None:
    driver = driver_without_keychain
    texts = tuple(text.format(file=trap.file) for text in MARKUP)
    for text, secret in (("<img src='x.png'>", SECRET), ("&lt;<img src=x.png>", OTHER_SECRET)):
        driver.add_app(text, secret)
        assert look(trap) > 0
    go_around(driver, texts, trap, tmp_path)


@only_on_linux("inotify is Linux's")
def test_the_trap_closes(driver_without_keychain: AppDriver, trap: TrapFile) -> None:
    window = driver_without_keychain.window
    for text in MARKUP[:2]:
        label = QLabel(text.format(file=trap.file), window)
        label.show()
        label.grab()
        assert trap.times_opened() > 0, text
        QToolTip.showText(QPoint(5, 5), text.format(file=trap.file), window)
        driver_without_keychain.qtbot.waitUntil(lambda: trap.times_opened() > 0)
        label.deleteLater()
    QToolTip.hideText()


@pytest.mark.usefixtures("short_search")
def test_no_control_moves_a_text(driver_without_keychain: AppDriver, tmp_path: Path) -> None:
    driver_without_keychain.add_app("Acme", SECRET)
    go_around(driver_without_keychain, MOVING, None, tmp_path)


# What looks for markup in its text, or shows a document, and the module that may use it.
GUARDED = {
    **dict.fromkeys(("QLabel", "setToolTip", "showText"), "widgets/plain_text.py"),
    **dict.fromkeys(("QTextBrowser", "setHtml"), "widgets/document_view.py"),
    **dict.fromkeys(
        (
            "setWhatsThis", "setStatusTip", "setTabToolTip", "setTabWhatsThis", "setToolTipsVisible", "QWhatsThis",
            "QMessageBox", "QErrorMessage", "QInputDialog", "QProgressDialog", "QWizard", "QSplashScreen", "QStatusBar",
            "QTextDocument", "insertHtml", "appendHtml", "setMarkdown", "ToolTipRole", "WhatsThisRole", "StatusTipRole",
            "AutoText", "RichText", "MarkdownText", "QSystemTrayIcon", "QStaticText",
        ),
        "",
    ),
}  # fmt: skip


def test_one_module_gives_text_to_what_looks_for_markup() -> None:
    found = []
    for file in sorted((PACKAGE / "ui").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        made = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        made += [base for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases]
        used = {node.id for node in made if isinstance(node, ast.Name)}
        used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        where = file.relative_to(PACKAGE / "ui").as_posix()
        found += [(where, name) for name in used & set(GUARDED) if GUARDED[name] != where]
    assert found == []
