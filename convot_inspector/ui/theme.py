"""Colours and style sheet of the light and the dark theme; follows the system unless the user chose one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette

from convot_inspector.paths import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication, QWidget

_APPLIED = "themeApplied"  # the application's property

Choice = Literal["system", "light", "dark"]


class Tokens(NamedTuple):
    """The colours of one theme. Every text colour has a contrast of at least 4.5 : 1 on every background it meets.

    ``line`` separates neighbouring parts; ``edge`` marks where one can type or choose, so its contrast is 3 : 1.
    """

    background: str
    surface: str
    text: str
    dim: str
    line: str
    edge: str
    accent: str
    on_accent: str
    wrong: str
    wrong_tint: str
    right: str
    right_tint: str
    warning: str
    warning_tint: str
    neutral_tint: str
    external_id: str
    external_id_tint: str
    email: str
    email_tint: str


LIGHT: Final = Tokens(
    background="#f6f7f9", surface="#ffffff", text="#1b1f27", dim="#667085", line="#e3e6eb", edge="#868e9c",
    accent="#3558d4", on_accent="#ffffff",
    wrong="#b42318", wrong_tint="#fef1f0", right="#067647", right_tint="#ecfdf3",
    warning="#93510c", warning_tint="#fff8e6", neutral_tint="#f9fafb",
    external_id="#6941c6", external_id_tint="#f4f0fd", email="#0b6e99", email_tint="#eaf5fa",
)  # fmt: skip
DARK: Final = Tokens(
    background="#16181d", surface="#1e2127", text="#e8eaee", dim="#98a1b0", line="#31353d", edge="#6b7382",
    accent="#8ea7ff", on_accent="#16181d",
    wrong="#ff8f85", wrong_tint="#301a1c", right="#5bd69a", right_tint="#14291f",
    warning="#f2c063", warning_tint="#2d2417", neutral_tint="#22262d",
    external_id="#c1a8ff", external_id_tint="#2a2440", email="#6cc5ea", email_tint="#17303b",
)  # fmt: skip


def tokens() -> Tokens:
    """Return the current colours: those of the application's palette."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background) else LIGHT


def tone_colours(tone: str) -> tuple[str, str]:
    """Return text colour and tint of a headline's or pill's tone; anything unknown is neutral."""
    now = tokens()
    return {
        "right": (now.right, now.right_tint),
        "wrong": (now.wrong, now.wrong_tint),
        "warning": (now.warning, now.warning_tint),
        "external_id": (now.external_id, now.external_id_tint),
        "email": (now.email, now.email_tint),
    }.get(tone, (now.dim, now.neutral_tint))


def apply(application: QApplication, choice: Choice) -> None:
    """Give the application the palette of a theme, or of the one that the system asks for, and dress its windows."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints = application.styleHints()
    hints.setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))  # for the title bar, which the system draws
    dark = choice == "dark" or (choice == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    now = DARK if dark else LIGHT
    if tokens() is not now or not application.property(_APPLIED):  # the scheme's signal may have come first
        application.setPalette(_palette(now))
    application.setProperty(_APPLIED, True)  # noqa: FBT003  # a property's value
    for window in dressed_windows(application):
        _dress_in_steps(window)


def dressed_windows(application: QApplication) -> list[QWidget]:
    """Return the windows that have the style sheet. Qt also counts each label and menu without a parent as a window."""
    return [each for each in application.topLevelWidgets() if each.parent() is None and each.styleSheet()]


def _dress_in_steps(window: QWidget) -> None:
    """Dress a window now, and draw it in another step of the event loop: together they would block it too long."""
    window.setUpdatesEnabled(False)
    if window.styleSheet().endswith(_size()):
        from convot_inspector.ui.recolouring import recolour

        recolour(window, lambda: dress(window))
    else:
        dress(window)
    QTimer.singleShot(0, window, lambda: window.setUpdatesEnabled(True))


def dress(window: QWidget) -> None:
    """Give a window the style sheet of the theme in force, once there is one; its dialogs and menus inherit it.

    The application's style sheet would do, but then Qt visits all widgets again and again: 50 ms instead of 15.
    """
    application = QGuiApplication.instance()
    if application is None or not application.property(_APPLIED):
        return
    sheet = _sheet(tokens()) + _size()
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def _size() -> str:
    """Return the text size as a comment that ends the style sheet.

    Under a style sheet, widgets take another font only when the sheet is applied again.
    """
    return f"/* {QGuiApplication.font().pointSizeF():g} */"


def _sheet(now: Tokens) -> str:
    sheet = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    for name, colour in now._asdict().items():
        sheet = sheet.replace(f"@{name};", f"{colour};").replace(f"@{name} ", f"{colour} ")
    return sheet


def monospace() -> QFont:
    """Return the system's fixed-width font in the size of the interface's."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(QGuiApplication.font().pointSizeF())
    return font


def _palette(now: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window, role.AlternateBase), now.background),
        ((role.Base, role.Button, role.ToolTipBase), now.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), now.text),
        ((role.PlaceholderText,), now.dim),
        ((role.Highlight, role.Link, role.LinkVisited, role.Accent), now.accent),
        ((role.HighlightedText,), now.on_accent),
        ((role.Mid, role.Midlight, role.Light), now.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(now.dim))
    return palette
