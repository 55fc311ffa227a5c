"""Pictures of the window in its states, both themes: ``dev.py screenshots [FOLDER]`` (default: .screenshots)."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402  # the path and the platform come first
from PySide6.QtWidgets import QApplication  # noqa: E402

from convot_inspector.examples import load_examples  # noqa: E402
from convot_inspector.ui import theme  # noqa: E402
from convot_inspector.ui.app import make_window, set_up  # noqa: E402
from convot_inspector.ui.preferences import Preferences  # noqa: E402

if TYPE_CHECKING:
    from convot_inspector.ui.main_window import MainWindow

SIZES = {"": (1180, 780), "-small": (900, 600), "-large": (1440, 900)}


def settle(milliseconds: int = 400) -> None:
    """Let the window do its work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def states() -> dict[str, object]:
    """What to show, by the picture's name."""
    examples = load_examples().examples
    texts = {f"example-{number}": example for number, example in enumerate(examples, 1)}
    return {"empty": None, **texts, "prose": "Hello, our chat shows anonymous visitors. Can you help?"}


def main(arguments: list[str]) -> int:
    """Take every picture; returns the exit status."""
    folder = Path(arguments[0] if arguments else ROOT / ".screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home})
        application = QApplication([])
        preferences = Preferences(Path(home) / "window.ini")
        set_up(application, preferences)
        window = make_window(application, preferences)
        window.show()
        settle()
        choices: tuple[theme.Choice, ...] = ("light", "dark")
        for choice in choices:
            theme.apply(application, choice)
            for name, state in states().items():
                take(window, folder, f"{choice}-{name}", state)
        window.close()
    return 0


def take(window: MainWindow, folder: Path, name: str, state: object) -> None:
    """Bring the window into a state and save pictures of it."""
    from convot_inspector.examples import Example

    if isinstance(state, Example):
        window.show_example(state)
    else:
        window.show_text(state if isinstance(state, str) else "")
    for suffix, size in SIZES.items():
        window.resize(*size)
        settle()
        window.grab().save(str(folder / f"{name}{suffix}.png"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
