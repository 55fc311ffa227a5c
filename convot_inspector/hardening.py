"""What is done before anything else, so that a fault or a crash tells nothing of a secret.

An exception's text may hold whatever was being worked on: ``int(text)`` quotes it, and so do a decoder's errors. So
what goes to a terminal is types and places. https://docs.python.org/3/library/resource.html, core(5).
"""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType


def apply() -> None:
    """Turn core dumps off, and let faults and libraries' log messages say no more than types and places."""
    _forbid_core_dumps()
    sys.excepthook = _tell_fault
    threading.excepthook = _tell_thread_fault
    sys.unraisablehook = _tell_unraisable
    handler = logging.StreamHandler(sys.stderr) if sys.stderr is not None else logging.NullHandler()
    handler.setFormatter(_TypesOnly())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.captureWarnings(capture=True)


class _TypesOnly(logging.Formatter):
    """Neither the message nor its arguments: libraries put an exception's text into both."""

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0] if record.exc_info else None
        what = f": {kind.__name__}" if kind is not None else ""
        return f"{record.levelname} {record.name} {record.filename}:{record.lineno}{what}"


def described(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A fault in one line: its type, and where it came up. Nothing of its text."""
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f" at {Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"Convot Inspector: a fault, {kind.__name__}{place}"


def _tell(kind: type[BaseException], trace: TracebackType | None) -> None:
    if sys.stderr is not None:  # a windowed Windows program has none
        sys.stderr.write(f"{described(kind, trace)}\n")


def _tell_fault(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    _tell(kind, trace)


def _tell_thread_fault(fault: threading.ExceptHookArgs) -> None:
    _tell(fault.exc_type, fault.exc_traceback)


def _tell_unraisable(fault: Any) -> None:  # noqa: ANN401 -- its type exists for type checkers only
    _tell(fault.exc_type, fault.exc_traceback)


def _forbid_core_dumps() -> None:
    """A core holds everything that was in memory. Windows has none; its error reports are the system's to forbid."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
