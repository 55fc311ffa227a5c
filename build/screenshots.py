"""Pictures of the window in its states: ``dev.py screenshots [FOLDER] [--readme]`` (default folder: .screenshots).

Both themes, three sizes, and twice the text size. ``--readme`` also renews the picture in the README.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from keychain_lab import Keychain  # noqa: E402  # the paths come first
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from convot_inspector.examples import load_examples  # noqa: E402
from convot_inspector.ui import theme  # noqa: E402
from convot_inspector.ui.app import make_window, set_up  # noqa: E402
from convot_inspector.ui.fold import Fold  # noqa: E402
from convot_inspector.ui.preferences import Preferences  # noqa: E402

if TYPE_CHECKING:
    from convot_inspector.ui.main_window import MainWindow

SIZES = {"": (1180, 780), "-small": (900, 600), "-large": (1440, 900)}
README_PICTURE = ROOT / "resources" / "pictures" / "window.png"
README_STATE = "light-example-3"


@dataclass(frozen=True)
class Studio:
    """Where the window stands and where its pictures go."""

    application: QApplication
    window: MainWindow
    folder: Path

    def take(self, name: str, example: int | None, text: str) -> None:
        """Bring the window into a state and save pictures of it."""
        if example is not None:
            self.window.show_example(load_examples().examples[example])
        else:
            self.window.show_text(text)
        settle(1_500)  # the cause is found by then
        for fold in self.window.findChildren(Fold):
            fold.open(is_open=name.endswith("-opened"))
        for suffix, size in SIZES.items():
            self.window.resize(*size)
            settle()
            self.window.grab().save(str(self.folder / f"{name}{suffix}.png"))


def settle(milliseconds: int = 350) -> None:
    """Let the window do its work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def states() -> dict[str, tuple[int | None, str]]:
    """What to show, by the picture's name: one of the examples, or a text."""
    examples = load_examples().examples
    several = "\n".join(example.text for example in examples[:4])
    return {
        "empty": (None, ""),
        **{f"example-{number + 1}": (number, "") for number in range(len(examples))},
        "example-3-opened": (2, ""),
        "example-4-opened": (3, ""),
        "several": (None, several),
        "prose": (None, "Hello, our chat shows anonymous visitors. Can you help?"),
        "cut-off": (None, 'Convot.identify({\n  email: "john@exam'),
    }


def main(arguments: list[str]) -> int:
    """Take every picture; returns the exit status."""
    folders = [Path(each) for each in arguments if not each.startswith("-")]
    folder = folders[0] if folders else ROOT / ".screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with closing(Keychain()) as keychain:
        os.environ.update(keychain.changes)
        application = QApplication([])
        preferences = Preferences(keychain.home / "window.ini")
        set_up(application, preferences)
        window = make_window(application, preferences)
        window.show()
        settle(1500)
        studio = Studio(application, window, folder)
        themes: tuple[theme.Choice, ...] = ("light", "dark")
        for choice in themes:
            theme.apply(application, choice)
            for name, (example, text) in states().items():
                studio.take(f"{choice}-{name}", example, text)
        font = application.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        application.setFont(font)
        window.close()
        large = make_window(application, preferences)
        large.show()
        Studio(application, large, folder).take("twice-example-3", 2, "")
        large.close()
    if "--readme" in arguments:
        README_PICTURE.write_bytes((folder / f"{README_STATE}.png").read_bytes())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
