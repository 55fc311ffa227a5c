"""An id beside an email: an external_id where its name says so or its hash proves it, never where it is only there."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from paste import SECRET, inspect, sign

from convot_inspector import AppSecrets, inspect_text

if TYPE_CHECKING:
    from convot_inspector.core.inspection import InspectionReport

EMAIL, ID = "ann@shop.example", "10042"
NAMED = {
    "xml": "<identify><email>{e}</email><external_id>{i}</external_id><user_hash>{h}</user_hash></identify>",
    "console.table": "│ email │ '{e}' │\n│ external_id │ '{i}' │\n│ user_hash │ '{h}' │",
    "definition list": "<dl><dt>email</dt><dd>{e}</dd><dt>external_id</dt><dd>{i}</dd>"
    "<dt>user_hash</dt><dd>{h}</dd></dl>",
    "hidden inputs": '<input name="email" value="{e}"><input name="external_id" value="{i}">'
    '<input name="user_hash" value="{h}">',
    "last hidden input": '<form><input name="email" value="{e}"><input name="user_hash" value="{h}">'
    '<input name="external_id" value="{i}"></form>',
    "meta": '<meta name="email" content="{e}"><meta name="external_id" content="{i}">'
    '<meta name="user_hash" content="{h}">',
    "wiki table": "||email|{e}|\n|external_id|{i}|\n|user_hash|{h}|",
    "Go struct": "identify {{Email:{e} ExternalID:{i} UserHash:{h}}}",
    "Swift": 'User(email: Optional("{e}"), externalId: Optional("{i}"), userHash: Optional("{h}"))',
    "Rust": 'User {{\n    email: Some(\n        "{e}",\n    ),\n    external_id: Some(\n        "{i}",\n    ),\n'
    '    user_hash: "{h}",\n}}',
    "numbered": "1. email - {e}\n2. external_id - {i}\n3. user_hash - {h}",
    "sentence": 'We pass the external_id "{i}" and the address {e}; the user_hash is {h}.',
    "heading in another place": "email,external_id,user_hash,\n{e},{i},{h},",
    "heading first": "external_id; email; user_hash\n{i}; {e}; {h}",
    "command": "hset user:1 email {e} external_id {i} user_hash {h}",
    "chat": "[10:11] Ana: external id {i}\n[10:11] Ana: mail {e}\n[10:12] Ana: user hash {h}",
    "value first": "{e} (email)\n{i} (external_id)\n{h} (user_hash)",
    "label that is CamelCase": "Email: {e}\nExternalID: {i}\nUserHash: {h}",
}
NOT_PASSED = {
    "without a value": "external_id:\nemail: {e}\nuser_hash: {h}",
    "denied": "We don't send an external_id, only the email {e} with the hash {h}",
    "denied in German": "ohne external_id, nur die Mail {e}, Hash {h}",
    "empty": "<email>{e}</email><external_id></external_id><user_hash>{h}</user_hash>",
    "nil": '%User{{email: "{e}", external_id: nil, user_hash: "{h}"}}',
    "empty member of Go": "identify {{ExternalID: Email:{e} UserHash:{h}}}",
    "empty cell": "external_id; email; user_hash\n; {e}; {h}",
}
OWN = {
    "log": "level=info {n}={i} email={e} user_hash={h}",
    "csv": "{n},email,user_hash\n{i},{e},{h}",
    "tsv": "{n}\temail\tuser_hash\n{i}\t{e}\t{h}",
    "lines": "{n}: {i}\nemail: {e}\nuser_hash: {h}",
    "php": 'array(3) {{\n  ["{n}"]=>\n  string(5) "{i}"\n  ["email"]=>\n  string(16) "{e}"\n'
    '  ["user_hash"]=>\n  string(64) "{h}"\n}}',
}
NAMES = ("id", "user_id", "uid", "userId")


def explain(text: str) -> InspectionReport:
    return inspect_text(text, AppSecrets(SECRET))


@pytest.mark.parametrize("notation", NAMED)
def test_named_external_id_is_what_is_signed(notation: str) -> None:
    right = inspect(NAMED[notation].format(e=EMAIL, i=ID, h=sign(ID)))
    assert [(call.user.status, call.signed and call.signed.value) for call in right.calls] == [("verified", ID)]
    of_email = explain(NAMED[notation].format(e=EMAIL, i=ID, h=sign(EMAIL)))
    assert [(call.user.status, call.user.causes) for call in of_email.calls] == [("mismatch", ("wrong-field",))]
    assert all(finding.id != "value-unclear" for finding in of_email.calls[0].findings)


@pytest.mark.parametrize("notation", NOT_PASSED)
def test_external_id_without_a_value_leaves_the_email_signed(notation: str) -> None:
    report = inspect(NOT_PASSED[notation].format(e=EMAIL, h=sign(EMAIL)))
    assert [(call.user.status, call.signed and call.signed.name) for call in report.calls] == [("verified", "email")]


def test_external_id_that_is_only_mentioned_is_grey() -> None:
    report = inspect(f"die Kundennummer (external_id) lautet {ID}, die Mail {EMAIL}, der Hash {sign(EMAIL)}")
    assert [call.user.status for call in report.calls] == ["not-checked"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("notation", OWN)
def test_own_id_of_a_record_is_no_external_id_unless_the_hash_proves_it(notation: str, name: str) -> None:
    def results(hash_: str) -> list[tuple[object, ...]]:
        report = explain(OWN[notation].format(n=name, e=EMAIL, i=ID, h=hash_))
        return [(call.user.status, call.user.causes, call.signed and call.signed.name) for call in report.calls]

    assert results(sign(EMAIL)) == [("verified", (), "email")]
    assert results(sign(ID)) == [("verified", (), "external_id")]
    assert results(sign(EMAIL).upper()) == [("mismatch", ("digest-upper-case",), "email")]
    assert results(sign(ID).upper()) == [("mismatch", ("digest-upper-case",), "external_id")]
    unknown = inspect(OWN[notation].format(n=name, e=EMAIL, i=ID, h=hashlib.sha256(b"another").hexdigest()))
    assert [(call.user.status, call.signed and call.signed.name) for call in unknown.calls] == [("mismatch", "email")]


@pytest.mark.parametrize("notation", [name for name in NAMED if name != "Rust"])  # a record that ends before the shop
def test_wrong_user_hash_beside_a_proven_shop_is_not_called_absent(notation: str) -> None:
    shop = "my-shop.myshopify.com"
    text = NAMED[notation].format(e=EMAIL, i=ID, h=hashlib.sha256(b"another").hexdigest())
    report = inspect(f"{text}\nshop: {shop}\nshop_hash: {sign(shop)}\n")
    assert {call.user.status for call in report.calls} <= {"mismatch", "not-checked"}
    assert "verified" in {call.shop.status for call in report.calls}


def test_shop_on_the_line_of_its_hash_is_read() -> None:
    shop = "my-shop.myshopify.com"
    text = f"**email**: `{EMAIL}`\n**user_hash**: `{sign(EMAIL)}`\n**shop**: {shop} / **shop_hash**: {sign(shop)}"
    assert [(call.user.status, call.shop.status) for call in inspect(text).calls] == [("verified", "verified")]


def test_attributes_that_a_script_passes_are_one_call() -> None:
    page = (
        f'<div id="chat" data-email="{EMAIL}" data-external-id="{ID}" data-user-hash="{{hash}}"></div>\n<script>\n'
        "const d = document.getElementById('chat').dataset;{change}\n"
        "Convot.identify({{email: d.email, external_id: d.externalId, user_hash: d.userHash}});\n</script>"
    ).replace("{{hash}}", "{hash}")
    page = page.replace("{hash}", "HASH").replace("{{", "{").replace("}}", "}")
    right = inspect(page.replace("HASH", sign(ID)).replace("{change}", ""))
    assert [(call.user.status, call.call.sent_by) for call in right.calls] == [("verified", "identify")]
    wrong = explain(page.replace("HASH", sign(EMAIL)).replace("{change}", ""))
    assert [call.user.causes for call in wrong.calls] == [("wrong-field",)]
    changed = page.replace("HASH", sign("other")).replace("{change}", " d.externalId = '7';")
    assert [call.user.status for call in inspect(changed).calls] == ["not-checked"]
