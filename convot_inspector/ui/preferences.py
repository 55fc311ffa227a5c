"""The window's settings: size, theme, current app, lock. Never pasted text or secrets."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from pathlib import Path

    from convot_inspector.ui.theme import Choice


LOCK_MINUTES: Final = (0, 1, 5, 15, 60)
"""What can be chosen; 0 is never."""
PERCENTS: Final = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of text that can be chosen, relative to the system's."""
NORMAL: Final = 100
MOST_RECENT: Final = 5
"""Apps that are listed before the others."""


class Preferences:
    """Settings in an INI file; a damaged file counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._is_kept = True

    def remove(self) -> None:
        """Remove the file and remember nothing until the next start."""
        self._is_kept = False
        self._settings.clear()
        self._settings.sync()
        with suppress(OSError):  # the folder holds a file of another program, or does not exist
            self._file.unlink(missing_ok=True)
            self._file.parent.rmdir()

    def _remember(self, name: str, value: object) -> None:
        if self._is_kept:
            self._settings.setValue(name, value)

    @property
    def theme(self) -> Choice:
        """The theme that the user chose."""
        stored = self._settings.value("theme")
        return cast("Choice", stored) if stored in ("light", "dark") else "system"

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._remember("theme", choice)

    @property
    def text_percent(self) -> int:
        """The size of the text, relative to the system's."""
        stored = str(self._settings.value("textSize") or "")
        return int(stored) if stored in map(str, PERCENTS) else NORMAL

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._remember("textSize", percent)

    @property
    def app(self) -> str:
        """The id of the app that was chosen last, empty if none was."""
        return str(self._settings.value("app") or "")

    @app.setter
    def app(self, app_id: str) -> None:
        self._remember("app", app_id)
        ids = dict.fromkeys((app_id, *self.recent_apps))
        self._remember("recentApps", ",".join([*ids][:MOST_RECENT]))

    @property
    def recent_apps(self) -> tuple[str, ...]:
        """The ids of the apps that were chosen last, the newest first."""
        stored = self._settings.value("recentApps")
        text = ",".join(map(str, stored)) if isinstance(stored, list) else str(stored or "")  # Qt splits at commas
        return tuple(app_id for app_id in text.split(",") if app_id)[:MOST_RECENT]

    @property
    def language(self) -> str:
        """The programming language in which fixes are shown, empty if none was chosen."""
        return str(self._settings.value("code") or "")

    @language.setter
    def language(self, language: str) -> None:
        self._remember("code", language)

    @property
    def lock_minutes(self) -> int:
        """Minutes without a check after which the secrets are forgotten; 0: never."""
        stored = str(self._settings.value("lock") or "")
        return int(stored) if stored in map(str, LOCK_MINUTES) else 0

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._remember("lock", minutes)

    @property
    def lock_with_screen(self) -> bool:
        """Whether they are forgotten when the screen is locked."""
        return str(self._settings.value("lockWithScreen")) != "false"

    @lock_with_screen.setter
    def lock_with_screen(self, lock: bool) -> None:
        self._remember("lockWithScreen", "true" if lock else "false")

    @property
    def clipboard_at_start(self) -> bool | None:
        """Whether the clipboard is read at the start; None: the user was not asked yet."""
        return {"yes": True, "no": False}.get(str(self._settings.value("clipboardAtStart")))

    @clipboard_at_start.setter
    def clipboard_at_start(self, wanted: bool) -> None:
        self._settings.setValue("clipboardAtStart", "yes" if wanted else "no")

    @property
    def greeting(self) -> str:
        """The user's own words before an answer."""
        return str(self._settings.value("greeting") or "")

    @greeting.setter
    def greeting(self, words: str) -> None:
        self._remember("greeting", words)

    @property
    def closing(self) -> str:
        """The user's own words after an answer."""
        return str(self._settings.value("closing") or "")

    @closing.setter
    def closing(self, words: str) -> None:
        self._remember("closing", words)

    @property
    def ticket_format(self) -> str:
        """The format in which tickets are copied, empty if none was chosen."""
        return str(self._settings.value("ticket") or "")

    @ticket_format.setter
    def ticket_format(self, kind: str) -> None:
        self._remember("ticket", kind)

    @property
    def show_cases(self) -> bool:
        """Whether the list of cases is shown once there are two."""
        return str(self._settings.value("showCases")) != "false"

    @show_cases.setter
    def show_cases(self, shown: bool) -> None:
        self._remember("showCases", "true" if shown else "false")

    @property
    def first_steps_done(self) -> bool:
        """Whether the first steps were done or skipped."""
        return str(self._settings.value("firstSteps")) == "done"

    @first_steps_done.setter
    def first_steps_done(self, done: bool) -> None:
        self._remember("firstSteps", "done" if done else "")

    @property
    def geometry(self) -> QByteArray:
        """The window's size and position, in Qt's format."""
        stored = self._settings.value("geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._remember("geometry", geometry)
