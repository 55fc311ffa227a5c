"""An identity secret in the pasted text is marked where it stands, in words too, and can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, OTHER_SECRET, SECRET, call, sign
from PySide6.QtGui import QColor, QGuiApplication

from convot_inspector.ui import theme
from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver

pytestmark = pytest.mark.slow

TOKEN = "whsec_5f7a8b9c0d1e2f3a4b5c"
TEXTS = {
    # the text, what is marked in it, and what is said
    "of the app": (
        f"secret = '{SECRET}'\n" + call(email=EMAIL, user_hash=sign(EMAIL)),
        SECRET,
        "contains an identity secret",
    ),
    "in a field": (
        call(email=EMAIL, key=SECRET, user_hash=sign(EMAIL)),
        SECRET,
        "This text contains an identity secret",
    ),
    "as the hash": (call(email=EMAIL, user_hash=SECRET), SECRET, "This text contains an identity secret"),
    "named": (f"CONVOT_IDENTITY_SECRET={OTHER_SECRET}\n" + call(email=EMAIL, user_hash=sign(EMAIL)), OTHER_SECRET, ""),
    "proven": (f"key: '{TOKEN}'\n" + call(email=EMAIL, user_hash=sign(EMAIL, TOKEN)), TOKEN, ""),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_secret_is_marked_named_and_shown(driver_without_keychain: AppDriver, kind: str) -> None:
    driver = driver_without_keychain
    text, secret, said = TEXTS[kind]
    driver.add_app("Acme", SECRET)
    driver.paste("// \U0001f511 two units wide\n" + text)
    editor = driver.window.findChildren(Editor)[0]

    def is_marked() -> None:
        marked = [each for each in editor.extraSelections() if each.cursor.selectedText() == secret]
        assert marked
        assert marked[-1].format.foreground().color() == QColor(theme.tokens().warning)
        assert marked[-1].format.background().color() == QColor(theme.tokens().warning_tint)

    driver.qtbot.waitUntil(is_marked, timeout=30_000)
    title = driver.card("headline").accessibleName()
    assert said in title
    assert f"{title}." in editor.accessibleDescription()
    assert secret not in "".join(driver.texts())
    driver.click("Show the place")
    assert editor.textCursor().selectedText() == secret
    assert "secret" in editor.explain()


def test_a_hash_and_a_public_key_are_no_secrets(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    driver.paste('window.Convot = {app_id: "app_4f7a8b9c0d1e2f3a"};\n' + call(email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("Verified", driver.card("headline"))
    inspection = driver.main_view._inspection
    assert inspection is not None
    assert inspection.exposed == ()
    assert not driver.reads("Show the place")
    QGuiApplication.clipboard().clear()
