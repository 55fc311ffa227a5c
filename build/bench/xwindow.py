"""Watches a program's windows appear on a virtual X display and closes them (Linux only).

Benchmarks and the tests of packages and of the real window use it. It calls libX11 directly because the X server's
events are exact: no polling, no delay. There is no window manager.
"""

from __future__ import annotations

import ctypes
import os
import select
import subprocess
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

_UNMAP_NOTIFY = 18
_MAP_NOTIFY = 19
_CLIENT_MESSAGE = 33
_SUBSTRUCTURE_NOTIFY_MASK = 1 << 19
_ALL_PLANES = 0xFFFFFFFF
_Z_PIXMAP = 2
_SMALLEST = 100  # pixels; smaller ones are the toolkit's own helper windows
_TOP, _COLOURS_OF_TEXT = 24, 20  # the menu bar's height in pixels; an empty window has one or two colours


class _MapEvent(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
    )


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    )


class _Image(ctypes.Structure):
    """The first fields of an XImage."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("offset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
    )


class _Event(ctypes.Union):
    _fields_ = (("map", _MapEvent), ("message", _ClientMessage), ("size", ctypes.c_long * 24))


# A window may be gone when it is asked about; Xlib's default error handler would end this process.
_ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)


@dataclass(frozen=True)
class Window:
    """A program's window on the display."""

    number: int
    title: str
    width: int
    height: int


@contextmanager
def virtual_display() -> Iterator[str]:
    """Start a virtual X server; yield its display's name."""
    read, write = os.pipe()
    options = ["-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()  # written when the server is ready; end of file if it fails
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Screen:
    """A connection to a display."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        self._x.XOpenDisplay.restype = pointer
        self._x.XDefaultRootWindow.argtypes = [pointer]
        self._x.XDefaultRootWindow.restype = number
        self._x.XSelectInput.argtypes = [pointer, number, ctypes.c_long]
        self._x.XPending.argtypes = [pointer]
        self._x.XConnectionNumber.argtypes = [pointer]
        self._x.XNextEvent.argtypes = [pointer, pointer]
        self._x.XSync.argtypes = [pointer, ctypes.c_int]
        self._x.XInternAtom.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int]
        self._x.XInternAtom.restype = number
        self._x.XSendEvent.argtypes = [pointer, number, ctypes.c_int, ctypes.c_long, pointer]
        asked = [number, ctypes.c_long, ctypes.c_long, ctypes.c_int, number]
        self._x.XGetWindowProperty.argtypes = [pointer, number, *asked, *[pointer] * 5]
        self._x.XGetGeometry.argtypes = [pointer, number, *[pointer] * 7]
        size = [ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint]
        self._x.XGetImage.argtypes = [pointer, number, *size, ctypes.c_ulong, ctypes.c_int]
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        self._x.XDestroyImage.argtypes = [ctypes.POINTER(_Image)]
        self._x.XCloseDisplay.argtypes = [pointer]
        self._x.XSetErrorHandler(_ignore)
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise RuntimeError(f"display {display} cannot be opened")
        root = self._x.XDefaultRootWindow(self._display)
        self._x.XSelectInput(self._display, root, _SUBSTRUCTURE_NOTIFY_MASK)
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        """Close the connection."""
        self._x.XCloseDisplay(self._display)

    def wait_for_window(self, process: subprocess.Popen[bytes], seconds: float = 60) -> Window:
        """Return the next window that appears. TimeoutError after some seconds, RuntimeError if the program ends."""

        def appeared(event: _MapEvent) -> Window | None:
            if event.type != _MAP_NOTIFY or event.override_redirect:
                return None
            window = self._described(event.window)
            return window if min(window.width, window.height) >= _SMALLEST else None

        return self._wait(process, seconds, appeared)

    def wait_until_gone(self, window: Window, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
        """Wait until a window disappears, as a dialog does that has done its work. Errors as above."""
        self._wait(
            process, seconds, lambda event: (event.type == _UNMAP_NOTIFY and event.window == window.number) or None
        )

    def _wait(self, process: subprocess.Popen[bytes], seconds: float, wanted: Callable[[_MapEvent], T | None]) -> T:
        end = time.monotonic() + seconds
        while True:
            while self._x.XPending(self._display):
                event = _Event()
                self._x.XNextEvent(self._display, ctypes.byref(event))
                found = wanted(event.map)
                if found is not None:
                    return found
            if process.poll() is not None:
                said = process.communicate()[1].decode("utf-8", "replace")
                raise RuntimeError(f"the program ended with {process.returncode} and without a window:\n{said}")
            if time.monotonic() > end:
                raise TimeoutError(f"nothing happened within {seconds} s")
            select.select([self._x.XConnectionNumber(self._display)], [], [], 0.2)  # it may end without an event

    def ask_to_close(self, window: Window) -> None:
        """Send what a click on the window's close button sends."""
        event = _Event()
        event.message.type = _CLIENT_MESSAGE
        event.message.window = window.number
        event.message.message_type = self._x.XInternAtom(self._display, b"WM_PROTOCOLS", 0)
        event.message.format = 32
        event.message.data[0] = self._x.XInternAtom(self._display, b"WM_DELETE_WINDOW", 0)
        self._x.XSendEvent(self._display, window.number, 0, 0, ctypes.byref(event))
        self._x.XSync(self._display, 0)

    def wait_for_text(self, window: Window, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
        """Wait until there is text at a window's top: antialiased letters have many colours. Errors as above."""
        end = time.monotonic() + seconds
        while len(self.colours(window, _TOP)) < _COLOURS_OF_TEXT:
            if process.poll() is not None:
                raise RuntimeError(f"the program ended with {process.returncode}")
            if time.monotonic() > end:
                raise TimeoutError(f"nothing was written within {seconds} s")
            time.sleep(0.001)  # there is no event for what a program draws

    def colours(self, window: Window, height: int | None = None) -> Counter[str]:
        """Return how many pixels of a window, or of its top, have each colour, such as "#ffffff"."""
        height = min(window.height, height or window.height)
        image = self._x.XGetImage(self._display, window.number, 0, 0, window.width, height, _ALL_PLANES, _Z_PIXMAP)
        pixels = (ctypes.c_uint * (window.width * height)).from_address(image.contents.data)
        counted = Counter(pixels)
        self._x.XDestroyImage(image)
        return Counter({f"#{pixel & 0xFFFFFF:06x}": count for pixel, count in counted.items()})

    def _described(self, number: int) -> Window:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        found = (root, x, y, width, height, border, depth)
        self._x.XGetGeometry(self._display, number, *(ctypes.byref(value) for value in found))
        return Window(number, self._title(number), width.value, height.value)

    def _title(self, number: int) -> str:
        kind, bits = ctypes.c_ulong(), ctypes.c_int()
        count, rest, text = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_char_p()
        name, utf8 = (self._x.XInternAtom(self._display, atom, 0) for atom in (b"_NET_WM_NAME", b"UTF8_STRING"))
        results = (ctypes.byref(value) for value in (kind, bits, count, rest, text))
        self._x.XGetWindowProperty(self._display, number, name, 0, 1024, 0, utf8, *results)
        return (text.value or b"").decode("utf-8", "replace")


@contextmanager
def started(command: Sequence[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program with its output piped; kill it at the end if it still runs."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
