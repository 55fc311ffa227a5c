"""Calls in code that stands in a string of JSON, and GraphQL operations, are read with their own escapes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, inspect, only_call, sign

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG = "0f" * 32
NAME = 'O\'Neil "Jo" \\ \n é'


def code(sent: str) -> str:
    return (
        f"Convot.identify({{\n  email: {json.dumps(EMAIL)},\n  name: {json.dumps(NAME)},\n  user_hash: '{sent}'\n}});"
    )


def report(message: str) -> str:
    user = {"email": EMAIL, "ip_address": "203.0.113.9"}
    return json.dumps({"user": user, "breadcrumbs": {"values": [{"category": "console", "message": message}]}})


WRAPPED: dict[str, Callable[[str], str]] = {
    "value": lambda text: json.dumps({"value": text}),
    "value twice": lambda text: json.dumps({"a": json.dumps({"value": text})}),
    "text of JSON": lambda text: json.dumps(json.dumps({"value": text})),
    "list": lambda text: json.dumps(["a", [1, text]], indent=2),
    "tag manager": lambda text: json.dumps({"tag": [{"key": "html", "value": f"<script>\n{text}\n</script>"}]}),
    "error report": report,
    "web view": lambda text: f"webView.evaluateJavascript({json.dumps(text)}, null)",
    "eval": lambda text: "eval(" + json.dumps(text + "\n//# sourceURL=webpack://a/./b.js?") + ");",
}


@pytest.mark.parametrize("wrap", WRAPPED.values(), ids=WRAPPED.keys())
@pytest.mark.parametrize(("sent", "status"), [(sign(EMAIL), "verified"), (WRONG, "mismatch")])
def test_code_in_a_string_is_a_call_with_its_own_values(wrap: Callable[[str], str], sent: str, status: str) -> None:
    found = only_call(wrap(code(sent)))
    fields = found.call.fields
    assert (found.user.status, found.call.runs, fields["name"].value) == (status, True, NAME)
    assert [each.id for each in found.findings] == []


def test_user_of_an_error_report_is_ignored_beside_a_real_call() -> None:
    arguments = [{"email": EMAIL, "user_hash": WRONG}]
    text = json.dumps({"user": {"email": EMAIL}, "breadcrumbs": [{"data": {"arguments": arguments}}]})
    assert only_call(text).user.status == "mismatch"
    assert [found.user.status for found in inspect(json.dumps({"user": {"email": EMAIL}})).calls] == ["missing"]


FIELDS = 'email: "{email}", externalId: "a, b: {{c}}", userHash: "{hash}"'
LINES = FIELDS.replace(", user", "\n  user")
VARIABLES = '{{"input": {{"email": "{email}", "externalId": "a, b: {{c}}", "userHash": "{hash}"}}}}'
OPERATIONS = {
    "input": f"mutation {{{{ identify(input: {{{{{FIELDS}}}}}) {{{{ ok }}}} }}}}",
    "arguments": f"mutation {{{{ identify({FIELDS}) {{{{ ok }}}} }}}}",
    "lines": f"Output:\n\nmutation A {{{{\n  identify(input: {{{{\n{LINES}\n}}}})\n}}}}",
    "variables": "mutation A($i: I!) {{ identify(input: $i) {{ ok }} }}\n\n" + VARIABLES,
    "request": '{{"query": "mutation A($i: I!) {{ identify(input: $i) }}", "variables": ' + VARIABLES + "}}",
}


@pytest.mark.parametrize("template", OPERATIONS.values(), ids=OPERATIONS.keys())
@pytest.mark.parametrize(("sent", "status"), [(sign("a, b: {c}"), "verified"), (WRONG, "mismatch")])
def test_an_operation_is_read_with_its_own_names(template: str, sent: str, status: str) -> None:
    text = template.format(email=EMAIL, hash=sent)
    assert inspect(text).format == "graphql"
    found = only_call(text)
    assert (found.user.status, found.call.fields["external_id"].value) == (status, "a, b: {c}")
    assert [each.id for each in found.findings] == []


def test_variables_that_are_not_here_are_expressions() -> None:
    text = f'mutation {{ identify(input: {{email: $email, userHash: "{WRONG}"}}) {{ ok }} }}'
    assert only_call(text).user.status == "not-checked"


def test_query_without_identity_arguments_is_not_read() -> None:
    assert inspect('query { user(id: 4) { email userHash: hash(of: "email") } }').format != "graphql"
