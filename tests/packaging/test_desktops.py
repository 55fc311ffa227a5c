"""The packages contain what desktops need, although they leave out much of Qt."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest
from bench import xwindow
from keyboard_input import KeyboardInput
from needs import needs, only_on_linux
from package import bundle
from places import ROOT

if TYPE_CHECKING:
    from keychain_lab import Keychain

PROGRAM = ROOT / "dist" / "ConvotInspector" / "ConvotInspector"

NOT_OURS = {
    "designer": "for Qt's designer",
    "egldeviceintegrations": "for screens without a desktop",
    "generic": "for screens without a desktop",
    "imageformats": "the program shows PNG, which is built in, and SVG, which is kept",
    "networkinformation": "there is no network",
    "platforminputcontexts/qtvirtualkeyboardplugin": "needs Qt Quick; desktops have one of their own",
    "platforms/qdirect2d": "qwindows is kept",
    "platforms/qeglfs": "for screens without a desktop",
    "platforms/qlinuxfb": "for screens without a desktop",
    "platforms/qminimalegl": "qminimal is kept",
    "platforms/qvkkhrdisplay": "for screens without a desktop",
    "platforms/qvnc": "opens a network port",
    "platformthemes/qgtk3": "the style is our own; the file dialog comes from the portal",
    "printsupport": "nothing is printed; the exported page is, from a browser",
    "qmllint": "Qt Quick is not used",
    "qmltooling": "Qt Quick is not used",
    "sqldrivers": "there is no database",
    "tls": "there is no network",
    "vectorimageformats": "Qt Quick is not used",
    "wayland-graphics-integration-client": "windows are painted without OpenGL; the usual one is kept",
    "wayland-graphics-integration-server": "for making a Wayland desktop",
    "wayland-shell-integration": "desktops speak xdg-shell, which is kept",
    "xcbglintegrations": "windows are painted without OpenGL",
}


def test_each_plugin_of_qt_is_in_or_known_not_to_be_ours() -> None:
    places = [Path(PySide6.__file__).parent / "Qt" / "plugins", Path(PySide6.__file__).parent / "plugins"]
    files = [file for place in places for file in place.rglob("*") if file.suffix in (".so", ".dll", ".dylib")]
    assert files
    for file in files:
        name = f"{file.parent.name}/{file.stem.removeprefix('lib')}"
        decided = [known for known in (name, file.parent.name) if known in NOT_OURS or known in bundle.QT_PLUGINS]
        assert decided, f"{name} is new: is it needed?"


@pytest.mark.packaged
@only_on_linux("these are Linux desktops")
def test_dead_keys_make_letters(keychain: Keychain) -> None:
    needs("xdotool", "xclip")
    with xwindow.virtual_display() as display, closing(xwindow.Screen(display)) as screen:
        environment = {**keychain.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        keys = KeyboardInput(environment)
        with xwindow.started([str(PROGRAM)], environment) as process:
            window = screen.wait_for_window(process)
            keys.focus(window)
            end, typed = time.monotonic() + 60, ""
            while typed != "éô" and time.monotonic() < end:  # the first keys may arrive before the window accepts them
                keys.press("ctrl+a", "Delete", "dead_acute", "e", "dead_circumflex", "o", "ctrl+a", "ctrl+c")
                typed = keys.clipboard()
            screen.ask_to_close(window)
            assert process.wait(30) == 0
    assert typed == "éô"


@pytest.mark.packaged
@only_on_linux("these are Linux desktops")
def test_the_window_appears_on_wayland(keychain: Keychain) -> None:
    needs("weston")
    with tempfile.TemporaryDirectory() as name:  # the path of a socket has to be short
        socket = Path(name) / "desk"
        weston = ["weston", "--backend=headless-backend.so", f"--socket={socket.name}", "--no-config"]
        environment = {**keychain.env, "XDG_RUNTIME_DIR": name, "WAYLAND_DISPLAY": socket.name}
        environment |= {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DEBUG": "client", "LC_ALL": "C.UTF-8"}
        with xwindow.started(weston, {**os.environ, "XDG_RUNTIME_DIR": name}) as desktop:
            assert desktop.stderr is not None
            while not socket.exists():  # it reports its steps
                assert desktop.stderr.readline(), "weston ended"
            with subprocess.Popen([PROGRAM], env=environment, stderr=subprocess.PIPE, encoding="utf-8") as program:
                assert program.stderr is not None
                seen: list[str] = []
                for line in program.stderr:  # its messages to the desktop, until there is a picture
                    seen.append(line)
                    if ".attach(wl_buffer" in line:
                        break
                program.kill()
    said = "".join(seen)
    assert ".attach(wl_buffer" in said, said
    assert 'set_title("Convot Inspector")' in said
    assert 'set_app_id("convot-inspector")' in said  # the name of the .desktop file
