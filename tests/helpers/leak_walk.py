"""Uses every function of the program with a canary secret, and ends with a crash. `test_leaks` runs and scans it.

Standard input: the app's secret, then the one that it is rotated to. ``--plant PLACE``: leak the first one
there on purpose, to prove that the scan would see it.
"""

from __future__ import annotations

import ctypes
import json
import logging
import os
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from convot_inspector import hardening

if sys.argv[-1] != "core":
    hardening.apply()

from PySide6.QtCore import QEventLoop, QTimer  # the hardening comes before all other imports, as in the program
from PySide6.QtWidgets import QApplication

sys.path.append(str(Path(__file__).parent))

from app_driver import AppDriver
from backend_fakes import CredentialError, DBusErrorResponse, Flaky, Refusing, SilentDrop
from paste import EMAIL, SHOP, call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.cli import main
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.export import SUFFIXES
from convot_inspector.core.reports.export import export as handed_over
from convot_inspector.core.reports.formats.markdown import to_markdown
from convot_inspector.core.reports.text_report import to_text
from convot_inspector.core.reports.ticket import ticket
from convot_inspector.keychain.stores import opening as stores
from convot_inspector.keychain.stores.keychain_store import KeychainStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from convot_inspector.keychain.stores.secret_store import SecretStore


class Waiter:
    """The part of pytest-qt's interface that the driver needs."""

    def waitUntil(self, condition: Callable[[], object], *, timeout: int = 60_000) -> None:  # noqa: N802 -- as there
        end = time.monotonic() + timeout / 1_000
        tick = QTimer(interval=10)  # ends the wait below; a busy loop would starve the keychain's thread
        tick.start()
        while True:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            try:
                if condition() in (None, True):
                    return
            except AssertionError:
                pass
            if time.monotonic() > end:
                raise TimeoutError


def use(driver: AppDriver, one: str, two: str) -> None:
    """Add an app, check every kind of paste, rotate, lock; print what the window shows."""
    driver.add_app("Acme", one, key="app_acme")
    texts = {
        "right": call(external_id=SHOP, user_hash=sign(SHOP, one), shop=SHOP, shop_hash=sign(SHOP, one)),
        "mismatch": call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL, one)),
        "unexplained": call(email=EMAIL, user_hash="f" * 64),
        "exposed": call(email=EMAIL, user_hash=one, name=one.upper()) + f" // {one} {one[::-1]}",
        "hash of the old secret": call(email=EMAIL, user_hash=sign(EMAIL, one).upper()),
        "damaged": "Convot.identify({email: 'a', user_hash: '" + one,
    }
    for round_ in range(2):
        for name, text in texts.items():
            driver.paste(text)
            driver.wait_to_read("nothing is executed" if name != "damaged" else "Nothing is executed")
            for words in ("What was", "Reveal"):
                for card in ("user_hash", "shop_hash"):
                    if driver.card(card).isVisible() and driver.reads(words, driver.card(card)):
                        driver.click(words, driver.card(card))
            if name not in ("exposed", "damaged"):  # except in the editor, which shows what the user pasted
                print(*driver.texts(), sep="\n")
                for words in ("Copy answer for the merchant", "Copy developer ticket"):
                    if driver.card("handOver").isVisible():
                        driver.click(words)
                        print(QApplication.clipboard().text())
        if round_ == 0:
            driver.click("Manage apps…")
            dialog = driver.dialog("Apps")
            driver.click("New secret…", dialog)
            asking = driver.dialog("New secret")
            driver.fill("Identity secret", two, asking)
            driver.click("Save", asking)
            driver.wait_to_read("rotated ", dialog)
            print(*driver.texts(dialog), sep="\n")
            driver.click("Close", dialog)
    export(texts, AppSecrets(two, (one,), {"Other": one}))
    driver.choose("Lock now")
    driver.paste(texts["right"])
    driver.restart()
    held = vars(driver.main_view.service)["_held"]
    print(repr(held), repr(held.secrets(held.apps[0].id)), held.apps, repr(vars(held)))


def export(texts: dict[str, str], secrets: AppSecrets) -> None:
    """Write every kind of report into files, and the command line's output."""
    folder = Path("reports")
    folder.mkdir()
    for name, text in texts.items():
        inspection = inspect_text(text, secrets)
        for redaction in ("none", "mask", "remove"):
            where = folder / f"{name} {redaction}".replace(" ", "-")
            if name != "damaged":
                where.with_suffix(".txt").write_text(to_text(inspection, redaction), encoding="utf-8")
            where.with_suffix(".json").write_text(json.dumps(inspection.to_dict(redaction)), encoding="utf-8")
            for kind, suffix in SUFFIXES.items():
                where.with_suffix(f".export{suffix}").write_text(handed_over(inspection, kind, redaction), "utf-8")
            for number, call_ in enumerate(inspection.calls):
                made = to_markdown(ticket(diagnose(call_), "Ruby", redaction)) + merchant_answer(diagnose(call_))
                where.with_suffix(f".{number}.md").write_text(made, encoding="utf-8")
        print(repr(inspection), repr(secrets), file=sys.stderr)
        file = Path(tempfile.mkdtemp()) / "paste.js"
        file.write_text(texts["right"], encoding="utf-8")
        main(["check", "--json", "--app", "Acme", str(file)])
        main(["check", "--app", "Acme", str(file)])
    main(["self-check"])


def fail(driver: AppDriver, one: str) -> None:
    """Cause every kind of keychain failure, with the arguments in its error, and faults of the program itself."""
    errors: list[BaseException] = [
        CredentialError(8), CredentialError(1312), RuntimeError(-128), OSError(28, one), ValueError(one),
        DBusErrorResponse("org.freedesktop.DBus.Error.Failed", one),
        UnicodeDecodeError("utf-8", one.encode(), 0, 1, one),
    ]  # fmt: skip
    backends = [*map(Refusing, errors), Refusing(KeyError(one), reading=True), SilentDrop(), Flaky()]
    opened = stores.open_store
    for backend in backends:
        driver.close()
        failing = KeychainStore(backend, label="a fake", name="a.Fake")
        stores.open_store = partial(_given, failing)
        driver.restart_closed()
        driver.choose("Add an app…")
        dialog = driver.dialog("Add an app")
        driver.fill("Name", "New", dialog)
        driver.fill("Identity secret", one, dialog)
        driver.click("Save", dialog)
        driver.qtbot.waitUntil(partial(_answered, driver, dialog))
        print(*driver.texts(dialog), sep="\n")
        dialog.close()
    stores.open_store = opened
    QTimer.singleShot(0, lambda: int(one))
    thread = threading.Thread(target=lambda: int(one))
    thread.start()
    thread.join()
    driver.main_view._runner.worker.run(lambda: int(one), print, lambda error: print(type(error)))
    try:
        int(one)
    except ValueError:
        logging.getLogger("keyring.backend").exception("Error initializing plugin %s", one)
    for _ in range(20):
        QApplication.processEvents()


def _given(store: SecretStore) -> SecretStore:
    return store


def _answered(driver: AppDriver, dialog: QDialog) -> bool:
    """Return whether the dialog was closed or says why not."""
    return not dialog.isVisible() or (driver.reads("Save", dialog) and len(driver.texts(dialog)) > 8)


def plant(place: str, secret: str) -> None:
    """Leak on purpose."""
    match place:
        case "stdout":
            print(f"the key is {secret.upper()}")
        case "stderr":
            print(f"ValueError: {secret[8:40]!r}", file=sys.stderr)
        case "settings":
            Path(os.environ["XDG_CONFIG_HOME"]).mkdir(exist_ok=True)
            (Path(os.environ["XDG_CONFIG_HOME"]) / "some.ini").write_bytes(secret.encode("utf-16"))
        case "temporary":
            Path(tempfile.mkstemp()[1]).write_bytes(bytes.fromhex(secret))
        case "environment":
            os.environ["LEAKED"] = secret
            ctypes.CDLL(None).setenv(b"LEAKED", secret.encode(), 1)
            # /proc shows the environment that a program was started with
            os.execve(sys.executable, [sys.executable, "-c", STAY], dict(os.environ))
        case "arguments":
            os.execv(sys.executable, [sys.executable, "-c", STAY, secret])
        case "core":
            return  # as if there were no hardening, with the secret in memory


STAY = "import sys; print('ready', flush=True); sys.stdin.readline()"


def walk() -> None:
    one, two = (sys.stdin.readline().strip() for _ in range(2))
    application = QApplication([])
    driver = AppDriver(Waiter(), application, Path(os.environ["XDG_CONFIG_HOME"]))  # type: ignore[arg-type]  # all that it needs
    if "--plant" in sys.argv:
        plant(sys.argv[-1], one)
    else:
        use(driver, one, two)
        fail(driver, one)
    driver.close()
    print("ready", flush=True)
    sys.stdin.readline()  # until the test has read this process's files in /proc
    os.abort()


if __name__ == "__main__":
    walk()
