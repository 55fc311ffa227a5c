"""The report: its schema, its redaction, and that it contains no secret."""

from __future__ import annotations

import base64
import copy
import dataclasses
import json
import pickle
from typing import TYPE_CHECKING, get_args

import pytest
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, inspect, only_call, sign
from report_schema import assert_schema_1

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.inspection import Check
from convot_inspector.core.model import Redaction
from convot_inspector.core.reports.json_report import to_json
from convot_inspector.core.reports.redaction import mask
from convot_inspector.core.reports.text_report import to_text
from convot_inspector.core.secret_masker import SecretMasker

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.inspection import InspectionReport

REDACTIONS: tuple[Redaction, ...] = get_args(Redaction)
THIRD = "fedcba98" * 8
CANARIES = AppSecrets(SECRET, previous=(OTHER_SECRET,), others={"Staging": THIRD})


def escaped(text: str) -> Js:
    return Js('"' + "".join(f"\\u{{{ord(c):x}}}" for c in text) + '"')


def everything_shown(inspection: InspectionReport) -> str:
    """Return everything that can be shown of this inspection."""
    shown = [repr(inspection)]
    for redaction in REDACTIONS:
        shown += [json.dumps(inspection.to_dict(redaction), ensure_ascii=False), to_text(inspection, redaction)]
        shown.append(repr(inspection.to_dict(redaction)))
    return "\n".join(shown)


PLACES: dict[str, Callable[[str], str]] = {
    "value": lambda s: call(email=EMAIL, company=s),
    "signed value": lambda s: call(email=s, user_hash=sign("x")),
    "inside a value": lambda s: call(email=EMAIL, company=f"secret={s}&x"),
    "name": lambda s: call(email=EMAIL, **{f'"{s}"': "x"}),
    "escaped name": lambda s: call(email=EMAIL, **{escaped(s).source: "x"}),
    "name that stands twice": lambda s: call(email=EMAIL, **{f'"{s}"': "x", f" '{s}'": "y"}),
    "escaped name that stands twice": lambda s: call(
        email=EMAIL, **{escaped(s).source: "x", f" {escaped(s).source}": 1}
    ),
    "user_hash": lambda s: call(email=EMAIL, user_hash=s),
    "shop_hash": lambda s: call(email=EMAIL, shop=SHOP, shop_hash=s),
    "both hashes and values": lambda s: call(external_id=s, user_hash=s, shop=s, shop_hash=s),
    "escaped": lambda s: call(email=EMAIL, company=escaped(s)),
    "escaped in part": lambda s: call(email=EMAIL, company=Js(f'"\\x{ord(s[0]):x}{s[1:]}"')),
    "put together": lambda s: call(email=EMAIL, company=Js(f'"{s[:30]}" + "{s[30:]}"')),
    "over two lines": lambda s: call(email=EMAIL, company=Js(f'"{s[:30]}\\\n{s[30:]}"')),
    "nested": lambda s: call(email=EMAIL, custom_data={"a": {"b": [s]}}),
    "nested name": lambda s: call(email=EMAIL, custom_data={s: {s: 1}}),
    "nested and escaped": lambda s: call(email=EMAIL, custom_data=Js(f"{{a: {{b: {escaped(s).source}}}}}")),
    "list": lambda s: call(email=EMAIL, tags=[s, s]),
    "code": lambda s: call(email=EMAIL, user_hash=Js(f'createHmac("sha256", "{s}").update(email)')),
    "template": lambda s: call(email=EMAIL, user_hash=Js(f"`${{hmac('{s}')}}`")),
    "shorthand": lambda s: f"Convot.identify({{email: '{EMAIL}', a{s}}})",
    "spread": lambda s: f"Convot.identify({{email: '{EMAIL}', ...f('{s}')}})",
    "computed name": lambda s: f"Convot.identify({{email: '{EMAIL}', ['{s}']: 1}})",
    "field that is overwritten": lambda s: f"Convot.identify({{email: '{s}', email: '{EMAIL}'}})",
    "comment": lambda s: f"// {s}\n" + call(email=EMAIL),
    "comment inside": lambda s: call(email=Js(f"/* {s} */ 'a'")),
    "json": lambda s: json.dumps({"email": EMAIL, "secret": s}),
    "problem": lambda s: f"Convot.identify('{s}')",
    "bad json": lambda s: f'{{"email": "{s}" {s}}}',
    "alone": lambda s: s,
}


def assert_hides(inspection: InspectionReport, secret: str) -> None:
    shown = everything_shown(inspection).lower()
    assert inspection.calls or inspection.problems
    for canary in CANARIES.all():
        assert canary not in shown
    assert secret[:32] not in shown
    assert secret[32:] not in shown


@pytest.mark.parametrize("secret", [SECRET, OTHER_SECRET, THIRD], ids=["current", "previous", "other app's"])
@pytest.mark.parametrize("write", [str, str.upper, str.title], ids=["as it is", "upper case", "mixed case"])
@pytest.mark.parametrize("place", PLACES)
def test_no_secret_is_shown_wherever_it_stands(place: str, write: Callable[[str], str], secret: str) -> None:
    assert_hides(Check(PLACES[place](write(secret)), CANARIES).verdict(), secret)


@pytest.mark.slow
@pytest.mark.usefixtures("short_search")
@pytest.mark.parametrize(
    ("secret", "write"), [(SECRET, str), (THIRD, str.title)], ids=["current, as it is", "other app's, mixed case"]
)
@pytest.mark.parametrize("place", PLACES)
def test_no_secret_is_shown_after_the_search_for_causes(place: str, write: Callable[[str], str], secret: str) -> None:
    assert_hides(inspect_text(PLACES[place](write(secret)), CANARIES), secret)


@pytest.mark.parametrize("stored", [f"{SECRET}\n", f'"{SECRET}"', f"CONVOT_IDENTITY_SECRET={SECRET}", f" {SECRET}"])
def test_the_secret_inside_of_a_malformed_one_is_not_shown(stored: str) -> None:
    text = call(email=EMAIL, company=SECRET, phone=stored)
    assert SECRET not in everything_shown(inspect_text(text, AppSecrets(stored)))


@pytest.mark.parametrize("around", ["", "é", "用户", "😀\ud800"])
@pytest.mark.parametrize("shift", range(5))
def test_a_secret_is_seen_wherever_and_however_it_is_written(around: str, shift: int) -> None:
    masker = SecretMasker(CANARIES)
    text = around * 100 + "x" * shift
    mixed = "".join(letter.upper() if at % 3 else letter for at, letter in enumerate(SECRET))
    for written in (SECRET, SECRET.upper(), mixed):
        assert masker.contains(text + written + text)
        assert not masker.contains(text + written[1:] + text + written[:-1] + text)


@pytest.mark.parametrize("stored", ["e", "external_id", "email", "user_hash", "x" * 15])
def test_a_stored_text_too_short_for_a_secret_changes_nothing(stored: str) -> None:
    text = call(external_id=SHOP, email=EMAIL, user_hash=sign(SHOP))
    shown = inspect_text(text, AppSecrets(SECRET, previous=(stored,))).to_dict("none")
    assert shown == inspect_text(text, AppSecrets(SECRET)).to_dict("none")
    assert list(inspect_text(text, AppSecrets(stored)).calls[0].call.fields) == ["external_id", "email", "user_hash"]


@pytest.mark.parametrize(
    "text",
    [
        call(email=EMAIL, user_hash=sign("wrong"), shop=SHOP, shop_hash=sign("wrong")),
        call(email=EMAIL, shop=SHOP),
        call(email=EMAIL, user_hash="abc", shop=SHOP, shop_hash=""),
        call(email=EMAIL, user_hash=Js("x"), shop=SHOP, shop_hash="{{ x }}"),
    ],
)
def test_no_expected_hash_is_shown(text: str) -> None:
    inspection = inspect(text)
    assert {inspection.calls[0].user.expected, inspection.calls[0].shop.expected} == {sign(EMAIL), sign(SHOP)}
    shown = everything_shown(inspection)
    assert sign(EMAIL) not in shown
    assert sign(SHOP) not in shown
    assert repr(inspection.calls[0].user) in shown


def test_secrets_have_no_repr_and_are_not_serialised() -> None:
    for text in (repr(CANARIES), str(CANARIES), f"{CANARIES}", f"{[CANARIES]}"):
        assert not any(secret in text for secret in CANARIES.all())
        assert "Staging" not in text
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError):
            pickle.dumps(CANARIES, protocol)
    with pytest.raises(TypeError):
        copy.copy(CANARIES)
    with pytest.raises(dataclasses.FrozenInstanceError):
        CANARIES.current = ""  # type: ignore[misc]


def test_all_secrets_are_the_current_first_without_empty_ones() -> None:
    assert CANARIES.all() == (SECRET, OTHER_SECRET, THIRD)
    assert AppSecrets("", ("", OTHER_SECRET), {"a": ""}).all() == (OTHER_SECRET,)
    assert AppSecrets().all() == ()


ODD = Js(r'"\ud800\udfff\ude00 \u0000\u001b[31m\u202e"')
TEXTS = {
    "right": call(external_id=SHOP, email=EMAIL, user_hash=sign(SHOP), shop=SHOP, shop_hash=sign(SHOP)),
    "wrong": call(email=EMAIL, user_hash="x", custom_data={"a": [1, {"b": None}], "c": True}),
    "unknown": "Convot.identify({...user, [key]: `${x}`})",
    "several": call(email="a") + call(name="b") + "Convot.identify(c); Convot.identify({email: 'd' e})",
    "json": '[{"email": null}, {"external_id": 1e400}]',
    "none": "Hello",
    "empty": "",
    "lone surrogates": call(
        email=ODD, user_hash=ODD, **{f"{ODD.source}": ODD, "custom_data": Js(f"{{a: {ODD.source}}}")}
    ),
    "pasted surrogates": 'Convot.identify({email: "\ud800", "\udfff": "\ud83d\ude00", [\ud800]: 1, b: \ud800})',
    "NULs": 'Convot.identify({email: "a\0b", "\0": "\0"})',
}


@pytest.mark.parametrize("redaction", REDACTIONS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("secret", [SECRET, None, "malformed"])
def test_the_report_is_schema_1_and_can_be_written_anywhere(
    text: str, redaction: Redaction, secret: str | None
) -> None:
    inspection = inspect(text, secret)
    report = inspection.to_dict(redaction)
    assert_schema_1(report)
    for ascii_only in (True, False):
        written = json.dumps(report, ensure_ascii=ascii_only)
        assert json.loads(written.encode("utf-8")) == report
    assert to_text(inspection, redaction).encode("utf-8")


def test_masking_is_the_default() -> None:
    inspection = inspect(TEXTS["right"])
    assert inspection.to_dict() == inspection.to_dict("mask")
    assert inspection.to_dict() != inspection.to_dict("none")


BASE64 = base64.b64encode(bytes.fromhex(sign("x"))).decode()
ROWS: list[tuple[object, str, str]] = [
    # value, as it is, masked
    ("john@example.com", "john@example.com", "j***@example.com"),
    ("j@example.com", "j@example.com", "j***@example.com"),
    ("johns-store.myshopify.com", "johns-store.myshopify.com", "j***.myshopify.com"),
    ("John Smith", "John Smith", "J***"),
    ("a", "a", "a***"),
    (sign("x"), sign("x"), f"{sign('x')[:4]}…{sign('x')[-4:]}"),
    (f"hash@{sign('x')}", f"hash@{sign('x')}", "h***"),
    (f"hash@{BASE64}", f"hash@{BASE64}", "h***"),
    (sign("x").upper(), sign("x").upper(), f"{sign('x')[:4].upper()}…{sign('x')[-4:].upper()}"),
    (12345, "12345", "1***"),
    (Js("user.email"), "user.email", "u***"),
    ({"plan": "pro"}, '{"plan":"pro"}', "{***"),
]


@pytest.mark.parametrize(("value", "plain", "masked"), ROWS, ids=[str(row[0])[:20] for row in ROWS])
def test_redaction(value: object, plain: str, masked: str) -> None:
    inspection = inspect(call(email=EMAIL, phone=value))
    shown = {way: inspection.to_dict(way)["calls"][0]["fields"]["phone"] for way in REDACTIONS}
    assert {way: field["value"] for way, field in shown.items()} == {"none": plain, "mask": masked, "remove": None}
    assert len({field["kind"] for field in shown.values()}) == 1
    assert mask(plain) == masked


@pytest.mark.parametrize("value", [True, False, None])
def test_impersonal_values_are_not_redacted(value: object) -> None:
    inspection = inspect(call(email=EMAIL, phone=value))
    for redaction in REDACTIONS:
        assert inspection.to_dict(redaction)["calls"][0]["fields"]["phone"]["value"] == json.dumps(value)


@pytest.mark.parametrize("value", [True, None, Js("user.hash")], ids=["boolean", "null", "expression"])
def test_text_that_is_no_hash_is_not_shortened(value: object) -> None:
    inspection = inspect(call(email=EMAIL, user_hash=value))
    assert to_json(inspection, "none", hashes="short") == to_json(inspection, "none")


@pytest.mark.parametrize("redaction", ["mask", "remove"])
def test_no_personal_value_is_in_a_redacted_report(redaction: Redaction) -> None:
    personal = {"email": EMAIL, "name": "Smithson", "phone": "+49 171 5550100", "external_id": "customer-4711"}
    text = call(**personal, user_hash=sign("wrong"), custom_data={"street": "Elmstreet"}, shop=SHOP, shop_hash="Q" * 43)
    inspection = inspect(text)
    shown = json.dumps(inspection.to_dict(redaction)) + to_text(inspection, redaction)
    for value in (*personal.values(), sign("wrong"), "Elmstreet", "johns-store", "Q" * 43):
        assert value not in shown


def test_text_report_contains_no_control_characters() -> None:
    text = to_text(inspect(call(email=Js(r'"\u001b[31m\r\n\u202e\u0007a"'))), "none")
    assert all(character.isprintable() or character == "\n" for character in text)


def test_text_report_names_every_call_and_problem() -> None:
    text = to_text(inspect(TEXTS["several"]))
    assert all(f"line {line}" in text.lower() for line in (1, 4))
    assert only_call(TEXTS["right"]).findings == ()
