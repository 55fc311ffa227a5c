"""The window marks the values of every notation, shows which call is looked at, and says in a line what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_first_light import EMAIL, SECRET, call, signed

from convot_inspector.ui.editor import Editor

if TYPE_CHECKING:
    from desk import Desk

HASH = signed(EMAIL)
NOTATIONS = {
    "JavaScript call": call(email=EMAIL, user_hash=HASH),
    "JSON": f'{{"visitor": {{"email": "{EMAIL}", "user_hash": "{HASH}"}}}}',
    "Page source": f'<html><script>\nConvot.identify({{email: "{EMAIL}", user_hash: "{HASH}"}});\n</script></html>',
    "cURL command": f'curl \'https://example.com/identify\' --data-raw \'{{"email":"{EMAIL}","user_hash":"{HASH}"}}\'',
    "Query string": f"https://example.com/?email=john%40example.com&user_hash={HASH}",
    "Python text": f"{{'email': '{EMAIL}', 'user_hash': '{HASH}', 'shop': None}}",
    "Ruby text": f'{{:email=>"{EMAIL}", :user_hash=>"{HASH}"}}',
    "PHP text": f"array (\n  'email' => '{EMAIL}',\n  'user_hash' => '{HASH}',\n)",
    "Lines of names and values": f"email: {EMAIL}\nuser_hash: {HASH}\n",
}


@pytest.mark.parametrize(("format_name", "text"), NOTATIONS.items(), ids=list(NOTATIONS))
def test_every_notation_is_read_marked_and_named(desk: Desk, format_name: str, text: str) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(text)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.wait_to_read(format_name)
    marked = [selection.cursor.selectedText() for selection in desk.window.findChildren(Editor)[0].extraSelections()]
    assert len(marked) == 2
    assert HASH in marked[1]


def test_what_was_left_out_is_said(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(email=EMAIL, user_hash=HASH) + "\nConvot.identify(somebody)")
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.wait_to_read("1 left out: line 5")
