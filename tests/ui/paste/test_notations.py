"""The window marks the values of every notation, shows the selected call, and says in one line what was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, call, sign
from PySide6.QtWidgets import QComboBox

from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver

pytestmark = pytest.mark.slow

HASH = sign(EMAIL)
BODY = json.dumps({"email": EMAIL, "user_hash": HASH})
NOTATIONS = {
    "JavaScript call": call(email=EMAIL, user_hash=HASH),
    "JSON": f'{{"visitor": {{"email": "{EMAIL}", "user_hash": "{HASH}"}}}}',
    "Page source": f'<html><script>\nConvot.identify({{email: "{EMAIL}", user_hash: "{HASH}"}});\n</script></html>',
    "cURL command": f'curl \'https://example.com/collect\' --data-raw \'{{"email":"{EMAIL}","user_hash":"{HASH}"}}\'',
    "Query string": f"https://example.com/?email=john%40example.com&user_hash={HASH}",
    "Python text": f"{{'email': '{EMAIL}', 'user_hash': '{HASH}', 'shop': None}}",
    "Ruby text": f'{{:email=>"{EMAIL}", :user_hash=>"{HASH}"}}',
    "PHP text": f"array (\n  'email' => '{EMAIL}',\n  'user_hash' => '{HASH}',\n)",
    "Lines of names and values": f"email: {EMAIL}\nuser_hash: {HASH}\n",
    "Network capture (HAR)": json.dumps(
        {"log": {"entries": [{"request": {"url": "https://x/i", "postData": {"text": BODY}}}]}}, indent=1
    ),
    "fetch call": f"fetch('https://example.com/i', {{method: 'POST', body: {json.dumps(BODY)}}});",
    "PowerShell command": f"Invoke-WebRequest -Method Post -Body '{BODY}' -Uri https://example.com/i",
    "HTTP request": f"POST /collect HTTP/1.1\r\nHost: x\r\n\r\n{BODY}",
    "Form data": f"email=john%40example.com&user_hash={HASH}",
    "Console output": f'Object {{ email: "{EMAIL}", user_hash: "{HASH}" }}',
    "Log line": f"12:00:01 INFO sent {BODY} in 3 ms",
    "Table": f"email,user_hash\n{EMAIL},{HASH}\n",
    "YAML": f"visitor: {{email: {EMAIL}, user_hash: {HASH}}}\n",
}
TABLES = {"tsv": f"email\tuser_hash\n{EMAIL}\t{HASH}\n", "Markdown": f"|email|user_hash|\n|-|-|\n|{EMAIL}|{HASH}|\n"}


@pytest.mark.parametrize(("format_name", "text"), NOTATIONS.items(), ids=list(NOTATIONS))
def test_every_notation_is_read_marked_and_named(driver: AppDriver, format_name: str, text: str) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(text)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.wait_to_read(format_name)
    marked = [selection.cursor.selectedText() for selection in driver.window.findChildren(Editor)[0].extraSelections()]
    assert len(marked) == 2
    assert HASH in marked[1]


def test_calls_left_out_are_counted_with_their_lines(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=HASH) + "\nConvot.identify(somebody)")
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.wait_to_read("1 left out: line 6 (values elsewhere)")


@pytest.mark.parametrize("text", TABLES.values(), ids=list(TABLES))
def test_every_table_is_labelled_table(driver: AppDriver, text: str) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(text)
    driver.wait_to_read("Table · 1 call found · 2 fields read")


def test_missing_values_are_counted_with_their_lines(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(f"Convot.identify({{\n  email: '{EMAIL}',\n  name: user.name,\n  user_hash: '{HASH}'\n}});")
    driver.wait_to_read("2 fields read · 1 not in the text: line 3")


def test_reason_why_nothing_was_read_is_shown(driver: AppDriver) -> None:
    driver.paste(f"Convot.identify({{\n  email: '{EMAIL}")
    driver.wait_to_read("1 left out: line 1 (cut off)")


def test_the_call_that_is_shown_is_marked(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=HASH) + "\n" + call(email=EMAIL, user_hash="0" * 64))
    driver.wait_to_read("2 calls found")
    (calls,) = (each for each in driver.visible(QComboBox) if each.accessibleName() == "Which call is shown")
    assert calls.count() == 2
    assert calls.currentText().startswith("Line 6")  # the one that needs attention
    calls.activated.emit(1)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert calls.currentText().startswith("Line 1")
