"""Both themes have enough contrast, and follow the choice while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from convot_inspector.paths import RESOURCES
from convot_inspector.ui.theme import DARK, LIGHT, tokens

if TYPE_CHECKING:
    from app_driver import AppDriver

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
