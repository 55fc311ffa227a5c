"""`dev.py bench apps`: starting and switching apps with 300 apps against one.

Each run is a process of its own with a real gnome-keyring: from its start until the window is open and the chosen app's
secret has been read, then from the choice of another app until its secret has been read.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from bench.figures import show

ROOT = Path(__file__).resolve().parents[2]
AIM, MANY = 1.2, 300

PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication
from convot_inspector.ui.app import make_window, set_up
from convot_inspector.ui.preferences import Preferences

def until(condition):
    while not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

application = QApplication([])
preferences = Preferences(Path(sys.argv[1]))
set_up(application, preferences)
window = make_window(application, preferences)
window.show()
until(lambda: window.main_view is not None)
main_view = window.main_view
until(lambda: main_view.current_app.secrets is not None)
print(time.time())
until(lambda: all(app.fingerprint for app in main_view.service.apps))
times = []
for turn in range(40):
    app = main_view.service.apps[(turn * 7 + 1) % len(main_view.service.apps)]
    main_view.current_app._own = None
    began = time.perf_counter()
    main_view.current_app.choose(app.id)
    until(lambda: main_view.current_app.secrets is not None)
    times.append(time.perf_counter() - began)
print(sorted(times)[len(times) // 2])
window.close()
"""


def apps(runs: int) -> None:
    """Measure both in turns and print a line for each figure."""
    from keychain_lab import Keychain

    with closing(Keychain()) as one, closing(Keychain()) as many:
        fill(one.env, 1)
        fill(many.env, MANY)
        measured = [(run_once(many.env), run_once(one.env)) for _ in range(runs)]
    for at, (what, unit) in enumerate((("300 apps, start", 1e3), ("300 apps, switch", 1e3))):
        figure = statistics.median(pair[0][at] for pair in measured) * unit
        floor = statistics.median(pair[1][at] for pair in measured) * unit
        show(what, figure, floor, AIM, "ms")


def fill(environment: dict[str, str], count: int) -> None:
    """Save ``count`` apps in the keychain of that environment."""
    secrets = [hashlib.sha256(bytes(str(number), "ascii")).hexdigest() for number in range(count)]
    code = (
        "import sys\nfrom convot_inspector.keychain.apps import Apps\n"
        "from convot_inspector.keychain.data_folder import default_folder\n"
        "from convot_inspector.keychain.stores.opening import open_store\napps = Apps(open_store(), default_folder())\n"
        "for number, secret in enumerate(sys.stdin.read().split()): apps.add(f'App {number}', secret)"
    )
    command = [sys.executable, "-c", code]
    subprocess.run(command, input="\n".join(secrets), text=True, check=True, env=_of(environment))


def run_once(environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds to start, and the median of those to switch."""
    import time

    began = time.time()
    settings = str(Path(environment["HOME"]) / "window.ini")
    command = [sys.executable, "-c", PROGRAM, settings]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=_of(environment))
    ready, switch = map(float, done.stdout.split())
    return ready - began, switch


def _of(environment: dict[str, str]) -> dict[str, str]:
    return environment | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"]}
