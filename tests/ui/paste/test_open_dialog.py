"""Files that are chosen in the dialog of *Open…* arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paste import call
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget

if TYPE_CHECKING:
    from pathlib import Path

    from app_driver import AppDriver


def test_the_chosen_files_arrive(driver_without_keychain: AppDriver, tmp_path: Path) -> None:
    driver = driver_without_keychain
    files = [tmp_path / f"{number}.js" for number in range(2)]
    for file in files:
        file.write_text(call(external_id=file.stem), encoding="utf-8")
    driver.choose("Open…")
    (dialog,) = driver.visible(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setText(" ".join(f'"{file.name}"' for file in files))
    driver.click("Open", dialog)

    def listed() -> int:
        cases = driver.window.findChild(QListWidget, "cases")
        return cases.count() if isinstance(cases, QListWidget) else 0

    driver.qtbot.waitUntil(lambda: listed() == len(files))
