"""Console output: Node.js's notation, and previews that leave something out."""

from __future__ import annotations

import json

import pytest
from paste import EMAIL, SHOP, inspect, only_call, sign
from places import SAMPLES

NODE = json.loads((SAMPLES / "console/node.json").read_text(encoding="utf-8"))
H = sign(EMAIL)
PREVIEWS = {
    "Chrome": f"{{email: '{EMAIL}', user_hash: '{H}', custom_data: {{…}}, tags: Array(2), f: ƒ}}",
    "Chrome with a place": f"app.js:12 {{email: '{EMAIL}', user_hash: '{H}', custom_data: {{…}}}}",
    "Chrome with a class": f"identify User {{email: '{EMAIL}', user_hash: '{H}', n: 1.5, at: (...)}}",
    "Firefox": f'Object {{ email: "{EMAIL}", user_hash: "{H}", custom_data: {{…}} }}',
    "Firefox with a label": f'identify: Object {{ user_hash: "{H}", email: "{EMAIL}", tags: (2) […] }}',
    "Node with a label": f"sending: {{ email: '{EMAIL}', user_hash: '{H}' }}",
    "Node on lines": f"{{\n  email: '{EMAIL}',\n  user_hash:\n   '{H}',\n  a: [ [Object], [Object] ]\n}}",
    "old Node": f"payload {{ email: 'john@' +\n     'example.com', user_hash: '{H}', m: Map(0) {{}} }}",
}


@pytest.mark.parametrize("row", NODE, ids=lambda row: ascii(row["text"])[:30])
def test_what_node_prints_is_read(row: dict[str, str]) -> None:
    found = only_call(row["text"])
    assert inspect(row["text"]).format == "console"
    assert (found.user.status, found.signed and found.signed.value) == ("verified", row["value"])
    field = found.call.fields["user_hash"]
    assert row["text"][field.start : field.end] == f"'{field.value}'"


@pytest.mark.parametrize("text", PREVIEWS.values(), ids=PREVIEWS.keys())
def test_a_preview_is_read(text: str) -> None:
    found = only_call(text)
    assert found.user.status == "verified"


def test_what_a_preview_leaves_out_is_unknown() -> None:
    for text in (f"{{email: '{EMAIL}', user_hash: '{H}', …}}", f'Object {{ email: "{EMAIL}", user_hash: "{H}", … }}'):
        found = only_call(text)
        assert inspect(text).format == "console"
        assert (found.user.status, found.call.fields["external_id"].kind) == ("not-checked", "redacted")


def test_a_preview_with_external_id_and_hash_is_checked() -> None:
    found = only_call(f"{{external_id: '{SHOP}', user_hash: '{sign(SHOP)}', name: 'A', …}}")
    assert (found.user.status, found.shop.status) == ("verified", "not-checked")


@pytest.mark.parametrize("value", ["'aaaaaaaaaa…bbbbbbbbbb@example.com'", "'aaaaaaaaaa'... 5 more characters"])
def test_a_text_that_was_cut_is_not_known(value: str) -> None:
    found = only_call(f"{{email: {value}, user_hash: '{H}', x: [Object]}}")
    assert (found.user.status, found.call.fields["email"].kind) == ("not-checked", "redacted")
