"""Pictures of the window in its states: ``dev.py screenshots [FOLDER] [--readme]`` (default folder: .screenshots).

Both themes, three sizes, and twice the text size; then the apps' dialogs, with a list of made-up apps and what the
window says about their secrets; then some of it in a made-up language, 40 % longer and right to left (only that with
``--language``). ``--readme`` also renews the picture in the README.
"""

from __future__ import annotations

import hashlib
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
from pseudo import Pseudo, pseudo  # noqa: E402
from PySide6.QtCore import QEventLoop, QLocale, QTimer  # noqa: E402
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QPushButton  # noqa: E402

from convot_inspector.examples import load_examples  # noqa: E402
from convot_inspector.keychain.apps import Apps, default_folder  # noqa: E402
from convot_inspector.keychain.store import open_store  # noqa: E402
from convot_inspector.ui import languages, theme  # noqa: E402
from convot_inspector.ui.app import make_window, set_up  # noqa: E402
from convot_inspector.ui.fold import Fold  # noqa: E402
from convot_inspector.ui.preferences import Preferences  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from convot_inspector.ui.main_window import MainWindow

SIZES = {"": (1180, 780), "-small": (900, 600), "-large": (1440, 900)}
README_PICTURE = ROOT / "resources" / "pictures" / "window.png"
README_STATE = "light-wrong-field"


@dataclass(frozen=True)
class Studio:
    """Where the window stands and where its pictures go."""

    application: QApplication
    window: MainWindow
    folder: Path

    def take(self, name: str, example: str, text: str) -> None:
        """Bring the window into a state and save pictures of it."""
        if example:
            self.window.examples.show(load_examples().titled(example))
        else:
            self.window.show_text(text)
        settle()
        finish(self.window)
        settle()
        for fold in self.window.findChildren(Fold):
            fold.open(is_open=name.endswith("-opened"))
        for suffix, size in SIZES.items():
            self.window.resize(*size)
            settle()
            self.window.grab().save(str(self.folder / f"{name}{suffix}.png"))


def finish(window: MainWindow) -> None:
    """Wait until the search for causes is over."""
    loop = QEventLoop()
    window._inspecting.worker.run(lambda: None, lambda _: loop.quit(), lambda _: loop.quit())
    loop.exec()


def settle(milliseconds: int = 350) -> None:
    """Let the window do its work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


EXAMPLES = {
    "verified": "Everything right: external_id and shop",
    "wrong-field": "The server signed the email, but external_id is sent",
    "two-mistakes": "Two mistakes: echo without -n, and base64",
    "unexplained": "A hash that nothing explains",
    "missing": "No user_hash",
    "shop-unsigned": "The shop is not signed",
    "template": "A template that was not filled in",
    "exposed": "Computed in the browser, where everyone sees the secret",
    "remark": "Curly quotes from a word processor",
    "wrong-field-opened": "The server signed the email, but external_id is sent",
    "two-mistakes-opened": "Two mistakes: echo without -n, and base64",
}


def states() -> dict[str, tuple[str, str]]:
    """What to show, by the picture's name: the title of an example, or a text."""
    several = "\n".join(example.text for example in load_examples().examples[:6])
    return {
        "empty": ("", ""),
        **{name: (title, "") for name, title in EXAMPLES.items()},
        "several": ("", several),
        "prose": ("", "Hello, our chat shows anonymous visitors. Can you help?"),
        "cut-off": ("", 'Convot.identify({\n  email: "john@exam'),
    }


def add_apps() -> None:
    """Fill the list of apps, as if in use for a while."""
    apps = Apps(open_store(), default_folder())
    for number, name in enumerate(("Acme, production", "Acme, staging", "Båtsman & Söner", "Northwind", "Zeta shop")):
        key = f"app_{hashlib.sha256(name.encode()).hexdigest()[:12]}" if number < 3 else ""
        apps.add(name, hashlib.sha256(f"secret {number}".encode()).hexdigest(), key=key)
    for turn in range(2):
        apps.rotate(apps.apps[0].id, hashlib.sha256(f"rotated {turn}".encode()).hexdigest())


class Dialogs:
    """Takes the apps' dialogs and notices, one after another."""

    def __init__(self, studio: Studio, keychain: Keychain) -> None:
        self._studio, self._keychain = studio, keychain

    def take_all(self, theme_name: str) -> None:
        """With one theme."""
        window = self._studio.window
        self._dialog(theme_name, "apps", "Manage apps…")
        self._dialog(theme_name, "add-app", "Add an app…")
        table = "Name\tSecret\tApp key\n" + "".join(
            f"Shop {n}\t{hashlib.sha256(bytes([n])).hexdigest()[: 64 - n // 3]}\tapp_{n}shop\n" for n in range(1, 5)
        )
        QApplication.clipboard().setText(f"{table}Acme, staging\t{'0' * 64}\n")
        self._dialog(theme_name, "import", "Import several apps…", "Paste the table")
        _action(window, "Choose an app…").trigger()
        self._save(theme_name, "chooser", next(w for w in QApplication.topLevelWidgets() if w.objectName() == "popup"))
        window.show_text(load_examples().examples[0].text)
        settle(600)
        self._save(theme_name, "with-app", window, close=False)
        _action(window, "Lock now").trigger()
        self._save(theme_name, "locked", window, close=False)
        self._keychain.lock()
        window.chosen.try_again()
        self._save(theme_name, "keychain-locked", window, close=False)
        self._keychain.unlock()
        window.chosen.try_again()
        settle()

    def _dialog(self, theme_name: str, name: str, action: str, click: str = "") -> None:
        _action(self._studio.window, action).trigger()
        settle()
        dialog = QApplication.activeModalWidget()
        for button in dialog.findChildren(QPushButton) if dialog else ():
            if click and button.text() == click:
                button.click()
        if dialog is not None:
            self._save(theme_name, name, dialog)

    def _save(self, theme_name: str, name: str, widget: QWidget, *, close: bool = True) -> None:
        settle()
        widget.grab().save(str(self._studio.folder / f"{theme_name}-{name}.png"))
        if close:
            widget.close()
            settle(50)


def _action(window: QWidget, words: str) -> QAction:
    return next(action for action in window.findChildren(QAction) if action.text() == words)


def take_language(application: QApplication, preferences: Preferences, folder: Path) -> None:
    """The window in a made-up language, 40 % longer and right to left."""
    application.installTranslator(Pseudo(application))
    languages.use(application, QLocale("he"))
    window = make_window(application, preferences)
    window.show()
    settle(1500)
    studio = Studio(application, window, folder)
    themes: tuple[theme.Choice, ...] = ("light", "dark")
    for choice in themes:
        theme.apply(application, choice)
        for name, (example, text) in states().items():
            if name in ("empty", "example-1", "example-3", "example-3-opened", "example-4", "several"):
                studio.take(f"{choice}-language-{name}", example, text)
        for name in ("Manage apps…", "Add an app…", "Import several apps…", "Export…"):
            _action(window, pseudo(name)).trigger()
            settle()
            dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
            dialog.grab().save(str(folder / f"{choice}-language-{name.split()[0].lower().strip('…')}.png"))
            dialog.reject()
            settle(50)
    window.close()


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
        if "--language" in arguments:
            add_apps()
            take_language(application, preferences, folder)
            return 0
        window = make_window(application, preferences)
        window.show()
        settle(1500)
        studio = Studio(application, window, folder)
        themes: tuple[theme.Choice, ...] = ("light", "dark")
        for choice in themes:
            theme.apply(application, choice)
            for name, (example, text) in states().items():
                studio.take(f"{choice}-{name}", example, text)
        window.close()
        add_apps()
        window = make_window(application, preferences)
        window.resize(*SIZES[""])
        window.show()
        settle(1500)
        for choice in themes:
            theme.apply(application, choice)
            Dialogs(Studio(application, window, folder), keychain).take_all(choice)
        font = application.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        application.setFont(font)
        window.close()
        large = make_window(application, preferences)
        large.show()
        Studio(application, large, folder).take("twice-wrong-field", EXAMPLES["wrong-field"], "")
        large.close()
        font.setPointSizeF(font.pointSizeF() / 2)
        application.setFont(font)
        take_language(application, preferences, folder)
    if "--readme" in arguments:
        README_PICTURE.write_bytes((folder / f"{README_STATE}.png").read_bytes())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
