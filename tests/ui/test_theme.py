"""Both themes have enough contrast, and follow the choice while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import SECRET, call, sign
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from convot_inspector.paths import RESOURCES
from convot_inspector.ui.theme import DARK, LIGHT, dress, tokens
from convot_inspector.ui.widgets.disclosure import Disclosure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app_driver import AppDriver
    from PySide6.QtGui import QImage

    from convot_inspector.ui.theme import Tokens

PAIRS = [
    *(
        (text, ground)
        for text in ("text", "dim", "accent", "wrong")
        for ground in ("background", "surface", "neutral_tint")
    ),
    *((text, f"{tone}_tint") for tone in ("wrong", "right", "warning") for text in ("text", "dim", tone)),
    *((tone, f"{tone}_tint") for tone in ("external_id", "email")),
    ("on_accent", "accent"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance according to WCAG 2.2."""
    shown = QColor(colour)
    channels = (shown.redF(), shown.greenF(), shown.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_has_a_contrast_of_at_least_4_5(theme: Tokens, text: str, ground: str) -> None:
    lighter, darker = sorted((luminance(getattr(theme, text)), luminance(getattr(theme, ground))), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_the_style_sheet_names_only_tokens_that_exist() -> None:
    sheet = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    for name in LIGHT._fields:
        sheet = sheet.replace(f"@{name};", "")
    assert "@" not in sheet


def test_the_theme_can_be_chosen_and_is_remembered(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    for choice, theme in (("Dark", DARK), ("Light", LIGHT), ("Dark", DARK)):
        driver.choose(choice)
        assert tokens() is theme
        assert driver.window.palette().color(QPalette.ColorRole.Window) == QColor(theme.background)
    driver.restart()
    assert tokens() is DARK
    driver.choose("Same as system")
    assert isinstance(QApplication.instance(), QApplication)


@pytest.fixture
def steady_cursor() -> Iterator[None]:
    """Text cursors that do not blink."""
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


@pytest.mark.slow
@pytest.mark.usefixtures("steady_cursor")
@pytest.mark.parametrize("dialog", ["", "Manage apps…", "Export…", "About Convot Inspector"])
def test_after_a_change_nothing_has_colours_of_the_theme_before(
    driver_without_keychain: AppDriver, dialog: str
) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    driver.paste(call(external_id="u1", email="a@x.y", user_hash=sign("a@x.y")))
    driver.wait_to_read("The server signed email", driver.card("headline"))
    for fold in driver.visible(Disclosure):
        fold.open(is_open=True)
    if dialog:
        driver.choose(dialog)
        driver.qtbot.waitUntil(lambda: len(pictures()) == 2)
    for choice in ("Dark", "Light"):
        before = pictures()
        driver.choose(choice)
        driver.qtbot.wait(200)  # the change comes in several steps
        after = pictures()
        assert all(one != other for one, other in zip(before, after, strict=True))
        driver.window.setStyleSheet("")
        dress(driver.window)  # as a whole, with a new layout
        driver.qtbot.wait(50)
        assert pictures() == after


def pictures() -> list[QImage]:
    """Return a picture of each window and dialog."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [each.grab().toImage() for each in sorted(shown, key=QWidget.windowTitle)]
