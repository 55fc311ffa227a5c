"""A QtBot that waits long enough for a machine that is busy with other work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_WAIT = 60_000  # milliseconds: a wait ends with its condition, so only a failing test takes this long


class PatientBot(QtBot):
    """pytest-qt's bot with `LONGEST_WAIT` instead of five seconds for every wait that does not say otherwise."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONGEST_WAIT) -> None:  # noqa: N802  # Qt's style
        """Wait until the callback returns True or asserts nothing any more."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONGEST_WAIT, **options: Any) -> Any:  # noqa: N802, ANN401  # as pytest-qt
        """Return a context manager that waits for the signal at its end."""
        return super().waitSignal(signal, timeout=timeout, **options)
