"""Which texts contain a call, and its fields."""

from __future__ import annotations

import json

import pytest
from paste import EMAIL, SHOP, Js, call, finding_ids, inspect, only_call, problem_ids, sign, value_of
from written_calls import CALL, MENTIONED, OBJECT, WRITTEN

from convot_inspector import inspect_text
from convot_inspector.core.convot import IDENTITY_FIELDS


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
def test_the_call_is_found(text: str) -> None:
    inspection = inspect(text)
    assert inspection.format == ("html" if "<script>" in text else "javascript")
    assert [(inspected.user.status, inspected.signed and inspected.signed.value) for inspected in inspection.calls] == [
        ("verified", EMAIL)
    ]
    assert inspection.problems == ()


@pytest.mark.parametrize("text", MENTIONED.values(), ids=MENTIONED.keys())
def test_a_call_in_a_comment_is_checked_and_not_run(text: str) -> None:
    inspection = inspect(text)
    if CALL not in text:
        assert inspection.calls == ()
        assert [problem.id for problem in inspection.problems] == ["no-identify-call"]
        return
    (found,) = inspection.calls
    place = text.index("Convot")
    before = text[:place]
    assert (found.user.status, found.call.runs, inspection.problems) == ("verified", False, ())
    assert [each.id for each in found.findings] == ["not-run"]
    assert (found.call.line, found.call.column) == (before.count("\n") + 1, place - before.rfind("\n"))


COMMENTS = {
    "lines": "// Convot.identify({{\n//   email: '{email}',\n//   user_hash: '{hash}',\n// }});\nfoo();",
    "stars": "/**\n * Convot.identify({{\n *   email: '{email}',\n *   user_hash: '{hash}',\n * }});\n */",
    "HTML": "<!-- Convot.identify({{email: '{email}', user_hash: '{hash}'}}) -->",
    "script in one": "<p><!-- <script>Convot.identify({{email: '{email}', user_hash: '{hash}'}})</script> --></p>",
    "in a script": "<script>\n  // Convot.identify({{email: '{email}', user_hash: '{hash}'}});\n  go();\n</script>",
}


@pytest.mark.parametrize("template", COMMENTS.values(), ids=COMMENTS.keys())
@pytest.mark.parametrize(("sent", "status"), [(sign(EMAIL), "verified"), ("0f" * 32, "mismatch")])
def test_the_hash_of_a_call_in_a_comment_is_checked(template: str, sent: str, status: str) -> None:
    found = only_call(template.format(email=EMAIL, hash=sent))
    assert (found.user.status, found.call.runs) == (status, False)
    assert [name for name, field in found.call.fields.items() if field.known] == ["email", "user_hash"]


def test_real_call_beside_a_commented_one_is_read() -> None:
    text = f"// Convot.identify({{email: 'x@y.zz', user_hash: '{'0f' * 32}'}})\nUser(email={EMAIL}, h={sign(EMAIL)})"
    (found,) = inspect(text).calls
    assert (found.user.status, found.call.runs) == ("verified", True)


def test_comment_about_the_call_is_not_read_as_a_call() -> None:
    assert inspect("// then Convot.identify({email: 'you@example.com'}) runs").calls == ()


@pytest.mark.parametrize("text", MENTIONED.values(), ids=MENTIONED.keys())
def test_a_mentioned_call_does_not_hide_the_real_one(text: str) -> None:
    inspection = inspect(text + "\n" + CALL)
    assert [inspected.user.status for inspected in inspection.calls] == ["verified"]
    assert inspection.problems == ()


OBJECTS = {
    "JavaScript": (OBJECT, "javascript"),
    "JavaScript with semicolon": (OBJECT + ";", "javascript"),
    "JavaScript with comma": (OBJECT + ",", "javascript"),
    "JavaScript with comment": (OBJECT.replace("{", "{ // the user\n"), "javascript"),
    "JavaScript array": (f"[{OBJECT}]", "javascript"),
    "JavaScript array with others": (f"[1, {OBJECT}, {{a: 1}}, null]", "javascript"),
    "JSON": (json.dumps({"email": EMAIL, "user_hash": sign(EMAIL)}), "json"),
    "JSON on lines": (json.dumps({"email": EMAIL, "user_hash": sign(EMAIL)}, indent=2) + "\n", "json"),
    "JSON array": (json.dumps([{"email": EMAIL, "user_hash": sign(EMAIL)}]), "json"),
    "JSON with white space": ("\r\n\t " + json.dumps({"email": EMAIL, "user_hash": sign(EMAIL)}) + " \n", "json"),
    "JSON with a byte order mark": ("\ufeff" + json.dumps({"email": EMAIL, "user_hash": sign(EMAIL)}), "json"),
    "JSON with other fields": (
        json.dumps({"a": [1, {"b": None}], "email": EMAIL, "user_hash": sign(EMAIL), "custom_data": {"x": True}}),
        "json",
    ),
    "JSON with NaN is JavaScript": (f'{{"a": NaN, "email": "{EMAIL}", "user_hash": "{sign(EMAIL)}"}}', "javascript"),
}


@pytest.mark.parametrize(("text", "format_"), OBJECTS.values(), ids=OBJECTS.keys())
def test_a_bare_object_is_a_call(text: str, format_: str) -> None:
    inspection = inspect(text)
    assert (inspection.format, inspection.problems) == (format_, ())
    assert [inspected.user.status for inspected in inspection.calls] == ["verified"]


@pytest.mark.parametrize("name", IDENTITY_FIELDS)
@pytest.mark.parametrize("text", ['{{"{}": "x"}}', "{{{}: 'x'}}"], ids=["json", "javascript"])
def test_one_identity_field_makes_an_object_a_call(text: str, name: str) -> None:
    (found,) = inspect(text.format(name)).calls
    assert list(found.call.fields) == [name]


@pytest.mark.parametrize("text", ["{}", "[]", '{"name": "John"}', "{name: 'John'}", "[1, 2]", "null", '"email"', "42"])
def test_other_data_is_no_call(text: str) -> None:
    assert problem_ids(text) == ["no-identify-call"]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        (r'"john\u0040example.com"', EMAIL),
        (r'"\ud83d\ude00"', "😀"),
        (r'"a\/b"', "a/b"),
        (r'"\""', '"'),
        ('"\u2028"', "\u2028"),
    ],
    ids=ascii,
)
def test_json_strings_read_as_json(source: str, value: str) -> None:
    text = f'{{"email": {source}}}'
    assert inspect(text).format == "json"
    assert value_of(text, "email") == ("text", value)
    assert json.loads(source) == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1", "1"),
        ("-0", "0"),
        ("1.0", "1"),
        ("1E400", "Infinity"),
        ("1e2", "100"),
        ("12345678901234567890", "12345678901234567000"),
    ],
)
def test_json_numbers_read_as_a_browser_reads_them(source: str, value: str) -> None:
    text = f'{{"external_id": {source}}}'
    assert inspect(text).format == "json"
    assert value_of(text, "external_id")[1] == value


def test_a_number_of_5000_digits_is_read() -> None:
    assert value_of(f'{{"external_id": {"9" * 5000}}}', "external_id") == ("null", "Infinity")
    assert value_of(f"{{external_id: 0x{'f' * 5000}}}", "external_id") == ("null", "Infinity")
    assert value_of(f"{{external_id: 0.{'1' * 5000}}}", "external_id") == ("number", "0.1111111111111111")


# Code that may set any field → the fields that are unknown then.
RIGHT = f'email: "{EMAIL}", user_hash: "{sign(EMAIL)}"'
OPEN = {
    "spread behind": (f"{RIGHT}, ...rest", {"external_id", "email", "user_hash", "shop", "shop_hash"}),
    "spread before": (f"...rest, {RIGHT}", {"external_id", "shop", "shop_hash"}),
    "computed key behind": (f"{RIGHT}, [key]: 1", {"external_id", "email", "user_hash", "shop", "shop_hash"}),
    "computed key before": (f"[key]: 1, {RIGHT}", {"external_id", "shop", "shop_hash"}),
    "computed method": (f"{RIGHT}, [key]() {{}}", {"external_id", "email", "user_hash", "shop", "shop_hash"}),
}


@pytest.mark.parametrize(("fields", "unknown"), OPEN.values(), ids=OPEN.keys())
def test_spread_of_unknown_fields_makes_them_unknown(fields: str, unknown: set[str]) -> None:
    found = only_call(f"Convot.identify({{{fields}}})")
    assert {name for name, field in found.call.fields.items() if not field.known} == unknown
    assert (found.user.status, found.shop.status) == ("not-checked", "not-checked")
    assert {finding.id for finding in found.findings} == {"value-is-expression"}


def test_every_field_set_after_a_spread_is_known() -> None:
    fields = f'...rest, external_id: "{SHOP}", user_hash: "{sign(SHOP)}", shop: "{SHOP}", shop_hash: "{sign(SHOP)}"'
    found = only_call(f"Convot.identify({{{fields}}})")
    assert (found.user.status, found.shop.status) == ("verified", "verified")


EXPRESSIONS = (
    "user.email", "email", "getEmail()", "await x", "a ? b : c", "a || 'x'", "a ?? 'x'", "x = 'a'",
    "`${email}`", "tag`a`", "`a` `b`", "'a' + b", "'a' - 1", "null + 1", r"'\u{110000}'",
    "new String('a')", "function () {}", "() => 1", "class {}", "/a/", "this",
    "-x", "-'1'", "~1", "!x", "window['x']", "import.meta", "1n", "-1n",
    "{...x}", "{a: b}", "{[a]: 1}", "{a}", "{a() {}}", "[...x]", "[x]", "[[x]]", "{a: {b: c}}",
)  # fmt: skip


@pytest.mark.parametrize("source", EXPRESSIONS)
def test_value_that_needs_execution_is_an_expression(source: str) -> None:
    assert value_of(call(email=Js(source)), "email") == ("expression", source)


@pytest.mark.parametrize(
    ("source", "kind", "value"),
    [
        ("'a' && 'b'", "text", "b"), ("`a${1}`", "text", "a1"), ("1 + 2", "number", "3"), ("String(1)", "text", "1"),
        ("'A'.toLowerCase()", "text", "a"), ("!2", "boolean", "false"), ("typeof 'a'", "text", "string"),
        ("NaN", "null", "NaN"), ("1 / 3", "number", "0.3333333333333333"),
    ],
)  # fmt: skip
def test_an_expression_of_literals_has_the_value_that_it_makes(source: str, kind: str, value: str) -> None:
    assert value_of(call(email=Js(source)), "email") == (kind, value)


@pytest.mark.parametrize(
    ("member", "value"),
    [("email", "email"), ("email() {}", "email() {}"), ("get email() { return x }", "get email() { return x }"),
     ("async email() {}", "async email() {}"), ("*email() {}", "*email() {}")],
)  # fmt: skip
def test_a_member_without_a_written_value_is_an_expression(member: str, value: str) -> None:
    assert value_of(f"Convot.identify({{{member}}})", "email") == ("expression", value)


@pytest.mark.parametrize(
    ("source", "kind", "value"),
    [
        ("true", "boolean", "true"), ("false", "boolean", "false"),
        ("!0", "boolean", "true"), ("!1", "boolean", "false"),
        ("null", "null", "null"), ("undefined", "null", "undefined"), ("void 0", "null", "undefined"),
        ("{}", "object", "{}"), ("[]", "object", "[]"),
        ("[,]", "object", "[null]"), ("[1,,2,]", "object", "[1,null,2]"),
        ("{a: 1, 'b': [true, null, undefined], c: undefined}", "object", '{"a":1,"b":[true,null,null]}'),
        ("{a: {b: 'é\"'}, a: 2}", "object", '{"a":2}'), ("{1: 2, 0x10: 3}", "object", '{"1":2,"16":3}'),
        ("[/* a */ 1, // b\n 2]", "object", "[1,2]"), ("{a: 1e999, b: -0}", "object", '{"a":null,"b":0}'),
    ],
)  # fmt: skip
def test_other_literals_read_as_json_stringify_writes_them(source: str, kind: str, value: str) -> None:
    assert value_of(call(avatar_url=Js(source)), "avatar_url") == (kind, value)


def test_custom_data_is_read_by_path() -> None:
    fields = only_call(call(email=EMAIL, custom_data={"plan": "pro", "team": {"size": 3, "paid": True}})).call.fields
    assert {name: (field.kind, field.value) for name, field in fields.items() if name.startswith("custom_data.")} == {
        "custom_data.plan": ("text", "pro"),
        "custom_data.team": ("object", '{"size":3,"paid":true}'),
        "custom_data.team.size": ("number", "3"),
        "custom_data.team.paid": ("boolean", "true"),
    }


def test_identity_fields_inside_custom_data_do_not_count() -> None:
    found = only_call(call(custom_data={"email": EMAIL, "user_hash": sign(EMAIL)}))
    assert (found.user.status, found.signed) == ("absent", None)


@pytest.mark.parametrize(
    "text",
    [
        'Convot.identify({{email: "wrong@example.com", email: "{0}", user_hash: "{1}"}})',
        'Convot.identify({{email: "wrong@example.com", \'email\': "{0}", user_hash: "{1}"}})',
        'Convot.identify({{email: "{0}", user_hash: "wrong", user_hash: "{1}"}})',
        '{{"email": "wrong@example.com", "email": "{0}", "user_hash": "{1}"}}',
        'Convot.identify({{email: "a", email: "b", email: "{0}", user_hash: "{1}"}})',
    ],
)
def test_the_last_of_a_repeated_field_counts(text: str) -> None:
    text = text.format(EMAIL, sign(EMAIL))
    assert only_call(text).user.status == "verified"
    assert finding_ids(text) == ["duplicate-field"]


@pytest.mark.parametrize("quote", ["'", '"', "`"])
def test_a_pasted_nul_is_a_character_like_others(quote: str) -> None:
    text = call(email=Js(f"{quote}a\0b{quote}"), user_hash=sign("a\0b"))
    assert only_call(text).user.status == "verified"


def test_a_call_inside_a_call_is_not_read_twice() -> None:
    inspection = inspect(f'Convot.identify({{email: "a", name: function () {{ {CALL} }}, user_hash: "b"}})')
    assert len(inspection.calls) == 1


def test_a_bad_call_does_not_hide_the_others() -> None:
    inspection = inspect(f'{CALL};\nConvot.identify({{email: "a" b: 1}});\nConvot.identify(user);\n{CALL};')
    assert [inspected.call.line for inspected in inspection.calls] == [1, 4]
    assert [(problem.id, problem.line) for problem in inspection.problems] == [
        ("bad-javascript", 2),
        ("values-elsewhere", 3),
    ]


def test_the_number_of_characters_is_the_text_s() -> None:
    for text in ("", "\ufeff" + CALL, CALL + "😀"):
        assert inspect_text(text).characters == len(text)


MARKUP = ["<script>alert(1)</script>", "<b>x</b>", "<!-- x -->", "</p>", "a < b > c </script>"]


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_a_value_makes_no_page_of_a_call(markup: str) -> None:
    text = call(external_id="u1", name=markup, user_hash=sign("u1"))
    for pasted in (text, f"const a = 1;\n{text}", text + text):
        inspection = inspect(pasted)
        assert {found.user.status for found in inspection.calls} == {"verified"}, pasted
        assert inspection.calls[0].call.fields["name"].value == markup
