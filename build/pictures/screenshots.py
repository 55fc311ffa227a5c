"""Takes pictures of the window's states, to look at after a visible change.

    python3 build/dev.py screenshots [FOLDER] [--language] [--readme]        (default folder: .screenshots)

Every state in both themes, three window sizes and two text sizes; the first steps; the dialogs; the notices about the
apps' secrets; then some states in a made-up language that is 40 % longer and right to left (with ``--language`` only
those). ``--readme`` also renews the README's pictures in resources/pictures.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from keychain_lab import Keychain
from pseudo import Pseudo, pseudo
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from convot_inspector.ui import languages, theme
from convot_inspector.ui.dialogs.first_steps import NAME, PASTE, SECRET, FirstSteps
from convot_inspector.ui.preferences import Preferences
from pictures.states import EXAMPLES, add_apps, add_table, states
from pictures.studio import SIZES, Studio, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "resources" / "pictures"
IN_README = {
    "window": "light-wrong-field",
    "verified": "dark-verified",
    "first-steps": "light-first-steps-2",
    "unexplained": "dark-unexplained",
}
"""The pictures in the README: by their names there, the names of the pictures taken here."""
_LANGUAGE_STATES = ("empty", "verified", "wrong-field", "wrong-field-opened", "two-mistakes", "several")
_THEMES: tuple[theme.Choice, ...] = ("light", "dark")


def take_states(studio: Studio) -> None:
    """Take the first steps and every state of a paste."""
    studio.open()
    steps = studio.window.findChild(FirstSteps)
    if not isinstance(steps, FirstSteps):
        raise SystemExit("the first steps are not shown")
    for step in (NAME, SECRET, PASTE):
        steps.go_to(step)
        studio.save_in_sizes(f"first-steps-{step + 1}")
    studio.click("Skip these steps")
    for name, (example, text) in states().items():
        studio.bring(example, text, are_folds_open=name.endswith("-opened"))
        studio.save_in_sizes(name)
    studio.close()


def take_dialogs(studio: Studio) -> None:
    """Take every dialog, with a list of apps as if it had been used for a while."""
    studio.open()
    for name, action in (
        ("apps", "Manage apps…"),
        ("add-app", "Add an app…"),
        ("rules", "How identity verification works"),
        ("check", "Check this installation"),
        ("about", "About Convot Inspector"),
    ):
        studio.take_dialog(name, action)
    add_table()
    studio.take_dialog("import", "Import several apps…", "Paste the table")
    studio.trigger("Choose an app…")
    studio.save("chooser", next(w for w in QApplication.topLevelWidgets() if w.objectName() == "popup"), close=True)
    studio.bring(EXAMPLES["two-mistakes"], "")
    studio.take_dialog("export", "Export…")
    for name, words in (("characters", "Characters…"), ("code", "Complete code…")):
        studio.click(words)
        studio.save_dialog(name)
    studio.bring(EXAMPLES["unexplained"], "")
    studio.click("Check with another secret…")
    studio.save_dialog("other-secret")
    studio.close()


def take_notices(studio: Studio, keychain: Keychain) -> None:
    """Take the notices about secrets: with an app, locked, keychain locked, denied, slow, absent."""
    studio.open()
    studio.bring("", states()["several"][1])
    studio.save("with-app", studio.window)
    studio.trigger("Lock now")
    studio.save("locked", studio.window)
    keychain.lock()
    studio.main_view.current_app.try_again()
    studio.save("keychain-locked", studio.window)
    studio.click("Unlock…")  # without a prompter gnome-keyring answers as if the user had declined
    settle(700)
    studio.save("keychain-denied", studio.window)
    keychain.unlock()
    keychain.stop()
    studio.main_view.current_app.try_again()
    settle(1_500)
    studio.save("keychain-slow", studio.window)
    keychain.cont()
    studio.close()
    bus = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={keychain.home / 'no-bus'}"
    studio.open()
    studio.bring("", states()["several"][1])
    studio.save("keychain-absent", studio.window)
    studio.close()
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus


def take_language(studio: Studio) -> None:
    """Take some states in a made-up language, 40 % longer and right to left."""
    studio.application.installTranslator(Pseudo(studio.application))
    languages.use(studio.application, QLocale("he"))
    for choice in _THEMES:
        studio.prefix = f"{choice}-language-"
        theme.apply(studio.application, choice)
        studio.open()
        for name in _LANGUAGE_STATES:
            example, text = states()[name]
            studio.bring(example, text, are_folds_open=name.endswith("-opened"))
            studio.save_in_sizes(name)
        for action in ("Manage apps…", "Add an app…", "Import several apps…", "Export…"):
            studio.take_dialog(action.split()[0].lower().strip("…"), pseudo(action))
        studio.close()


def looks(studio: Studio, keychain: Keychain) -> Iterator[None]:
    """Switch through both text sizes and both themes; yield after each switch."""
    font = studio.application.font()
    for scale, suffix in ((1, ""), (2, "twice-")):
        larger = studio.application.font()
        larger.setPointSizeF(font.pointSizeF() * scale)
        studio.application.setFont(larger)
        for choice in _THEMES:
            studio.prefix = f"{choice}-{suffix}"
            studio.use(Preferences(keychain.home / f"{studio.prefix}.ini"), choice)
            yield
        studio.application.setFont(font)


def main(arguments: list[str]) -> int:
    """Take every picture; return the exit status."""
    folders = [Path(each) for each in arguments if not each.startswith("-")]
    folder = folders[0] if folders else ROOT / ".screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with closing(Keychain()) as keychain:
        os.environ.update(keychain.changes)
        application = QApplication([])
        studio = Studio(application, keychain.home, folder)
        if "--language" not in arguments:
            for _ in looks(studio, keychain):
                take_states(studio)
            add_apps()
            for _ in looks(studio, keychain):
                take_dialogs(studio)
                take_notices(studio, keychain)
        add_apps()
        studio.use(Preferences(keychain.home / "language.ini"), "light")
        take_language(studio)
    if "--readme" in arguments:
        for name, picture in IN_README.items():
            (PICTURES / f"{name}.png").write_bytes((folder / f"{picture}.png").read_bytes())
    print(f"{folder}: {len(list(folder.glob('*.png')))} pictures, each of a state at {len(SIZES)} sizes at most.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
