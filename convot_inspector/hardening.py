"""Process hardening at startup, so that an error or a crash reveals nothing of a secret.

An exception's message may quote its input, as those of ``int(text)`` and of decoders do, so only types and source
positions are written to the terminal. See https://docs.python.org/3/library/resource.html and core(5).
"""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType


_PR_SET_DUMPABLE = 4


def apply(*, window: bool = True) -> None:
    """Disable core dumps, and reduce tracebacks and log messages to types and source positions.

    ``window``: whether file dialogs may be shown. The desktop's portal identifies the program by its ``/proc`` folder,
    and refuses to show one for a program whose memory is hidden (flatpak/xdg-desktop-portal#785), so only commands hide
    it.
    """
    _disable_core_dumps()
    if not window:
        _hide_memory()
    sys.excepthook = _report_fault
    threading.excepthook = _report_thread_fault
    sys.unraisablehook = _report_unraisable
    handler = logging.StreamHandler(sys.stderr) if sys.stderr is not None else logging.NullHandler()
    handler.setFormatter(_TypesOnly())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.captureWarnings(capture=True)


class _TypesOnly(logging.Formatter):
    """Formatter without message and arguments: libraries put exception messages into both."""

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0] if record.exc_info else None
        what = f": {kind.__name__}" if kind is not None else ""
        return f"{record.levelname} {record.name} {record.filename}:{record.lineno}{what}"


def described(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return one line with the type and source position of an exception, without its message."""
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f" at {Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"Convot Inspector: a fault, {kind.__name__}{place}"


def _report(kind: type[BaseException], trace: TracebackType | None) -> None:
    if sys.stderr is not None:  # None in a Windows program without a console
        sys.stderr.write(f"{described(kind, trace)}\n")


def _report_fault(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    _report(kind, trace)


def _report_thread_fault(fault: threading.ExceptHookArgs) -> None:
    _report(fault.exc_type, fault.exc_traceback)


def _report_unraisable(fault: Any) -> None:  # noqa: ANN401 -- UnraisableHookArgs exists for type checkers only
    _report(fault.exc_type, fault.exc_traceback)


def _disable_core_dumps() -> None:
    """Disable core dumps, which contain the whole memory. Windows has none; its error reports are a system setting."""
    if sys.platform == "win32":
        return
    import resource

    most = _core_limit(resource.getrlimit(resource.RLIMIT_CORE)[1])
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    if sys.platform == "linux":
        _disable_core_dumps_of_the_starter()


def _core_limit(hard: int) -> int:
    """Return the limit under which the system writes no core dump. ``hard``: the limit that cannot be exceeded.

    Linux ignores a limit of 0 if it pipes core dumps to a program such as systemd-coredump or apport. It does not with
    a limit of 1, which is too small for a file as well: see ``do_coredump`` in the kernel's fs/coredump.c.
    """
    return 1 if sys.platform == "linux" and hard != 0 else 0


def _disable_core_dumps_of_the_starter() -> None:
    """Disable those of the process that unpacked the one-file package: it has the same environment."""
    import os
    import resource

    if sys.platform != "linux" or not getattr(sys, "frozen", False):
        return
    with suppress(OSError):  # it has ended, or belongs to another user
        starter = os.getppid()
        if Path(f"/proc/{starter}/exe").readlink() == Path("/proc/self/exe").readlink():
            most = _core_limit(resource.prlimit(starter, resource.RLIMIT_CORE)[1])
            resource.prlimit(starter, resource.RLIMIT_CORE, (most, most))


def _hide_memory() -> None:
    """Deny core dumps, debuggers and ``/proc/…/mem`` to other programs of the user: see PR_SET_DUMPABLE in prctl(2)."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
