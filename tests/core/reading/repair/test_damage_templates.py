"""Unrendered templates in code: the call is read, and the values that they print are not judged."""

from __future__ import annotations

import pytest
from paste import EMAIL, SHOP, call, inspect, only_call, sign

HASH = sign(EMAIL)
# in place of a value, without quotes
PRINTED = {
    "ERB": "<%= current_user.email.to_json %>",
    "ERB raw": "<%== @user.email.to_json %>",
    "ERB with braces": '<%= raw({ "a" => 1 }.to_json) %>',
    "ERB, trimmed": "<%- user.email -%>",
    "EJS": "<%- JSON.stringify(user.email) %>",
    "Liquid": "{{ customer.email | json }}",
    "Liquid, trimmed": "{{- customer.email | json -}}",
    "Jinja": "{{ user.email|tojson }}",
    "Twig": "{{ app.user.email|json_encode|raw }}",
    "Handlebars": "{{{json user.email}}}",
    "Blade": "{!! json_encode($user->email) !!}",
    "Blade's @json": "@json($user->email)",
    "Blade's @json with calls": "@json(auth()->user()?->email ?? '')",
    "Blade's @js": "@js($email)",
    "Blade's Js::from": "{{ Js::from($user->email) }}",
    "PHP": "<?php echo json_encode($user->email) ?>",
    "PHP, short": "<?= json_encode($email, JSON_HEX_TAG) ?>",
    "PHP, WordPress": "<?php esc_js_e( $current_user->user_email ); ?>",
    "Razor": "@Json.Serialize(Model.Email)",
    "Pug": "#{JSON.stringify(email)}",
    "on lines": "<%=\n  user.email.to_json\n%>",
    "with quotes": """<%= j(user["email"], 'x') %>""",
}


@pytest.mark.parametrize("template", PRINTED.values(), ids=PRINTED.keys())
def test_template_in_place_of_a_value_is_recognised(template: str) -> None:
    shop = f"  shop: '{SHOP}', shop_hash: '{sign(SHOP)}'\n"
    text = f"Convot.identify({{\n  email: {template},\n  user_hash: '{HASH}',\n{shop}}});"
    found = only_call(text)
    email = found.call.fields["email"]
    assert (email.kind, email.value, text[email.start : email.end]) == ("template", template, template)
    assert (found.user.status, found.shop.status) == ("not-checked", "verified")
    assert (email.line, email.column) == (2, 10)
    assert found.call.fields["user_hash"].line == 3 + template.count("\n")


@pytest.mark.parametrize("template", PRINTED.values(), ids=PRINTED.keys())
def test_template_in_place_of_a_hash_is_recognised(template: str) -> None:
    found = only_call(f'<script>\nConvot.identify({{email: "{EMAIL}", user_hash: {template}}});\n</script>')
    assert (found.call.fields["user_hash"].kind, found.user.status) == ("template", "not-checked")
    assert (found.call.fields["email"].kind, found.call.fields["email"].value) == ("text", EMAIL)


WITHIN = {
    "quotes inside quotes": 'Convot.identify({email: "<%= j(user["email"]) %>", user_hash: "H"})',
    "a part of a text": 'Convot.identify({email: "user_<%= h["id"] %>", user_hash: "H"})',
    "a sum": 'Convot.identify({email: "user_" + <%= id %>, user_hash: "H"})',
    "a nested object": "Convot.identify({email: {{ a | json }}, user_hash: 'H', custom_data: {plan: {{ p }} } })",
    "JSON": '{"email": {{ user.email | json }}, "user_hash": "H"}',
    "the signed value itself": 'Convot.identify({external_id: {{ id }}, email: "E", user_hash: "H"})',
    "the whole of the members": 'Convot.identify({email: "E", user_hash: "H", {{ more }} })',
    "more members": 'Convot.identify({email: "E", <%= fields %>, user_hash: "H"})',
    "a name": "Convot.identify({<%= key %>: 'x', email: 'E', user_hash: 'H'})",
    "Liquid's if": "Convot.identify({\n{% if c %}\nexternal_id: '1',\n{% endif %}\nemail: 'E', user_hash: 'H'\n})",
    "ERB's if": "Convot.identify({\n<% if user %>\nexternal_id: '1',\n<% end %>\nemail: 'E', user_hash: 'H'\n})",
    "Blade's if": "Convot.identify({\n  @if($user)\n  external_id: '1',\n  @endif\n  email: 'E', user_hash: 'H'\n})",
    "PHP's if": "Convot.identify({\n<?php if ($u): ?>external_id: '1',\n<?php endif ?> email: 'E', user_hash: 'H'\n})",
    "Handlebars' if": "Convot.identify({\n{{#if user}}\nexternal_id: '1',\n{{/if}}\nemail: 'E', user_hash: 'H'\n})",
    "an if inside quotes": "Convot.identify({email: '{% if x == 'a' %}E{% endif %}', user_hash: 'H'})",
}


@pytest.mark.parametrize("text", WITHIN.values(), ids=WITHIN.keys())
def test_value_that_a_template_may_change_is_judged_only_by_its_hash(text: str) -> None:
    rendered = text.replace("'E'", f"'{EMAIL}'").replace('"E"', f'"{EMAIL}"')
    assert only_call(rendered.replace("H", HASH)).user.status in ("not-checked", "verified")
    found = only_call(rendered.replace("H", sign("somebody else")))
    assert found.user.status == "not-checked"
    assert "template" in {field.kind for field in found.call.fields.values()}
    assert not any("unrendered" in f"{field.name}{field.value}" for field in found.call.fields.values())


@pytest.mark.parametrize("before", ["<% if user %>\n", "{% if customer %}", "@auth\n", "<?php if ($x): ?> "])
def test_a_template_around_the_call_changes_no_value(before: str) -> None:
    text = f'{before}Convot.identify({{email: "{EMAIL}", user_hash: "{HASH}"}});'
    assert only_call(text).user.status == "verified"


@pytest.mark.parametrize(
    "text",
    [
        "Convot.identify({{ user | json }});",
        "Convot.identify(<%= raw payload.to_json %>)",
        "Convot.identify(@json($payload));",
    ],
)
def test_template_in_place_of_the_payload_is_reported(text: str) -> None:
    inspection = inspect(text)
    assert inspection.calls == ()
    assert [problem.id for problem in inspection.problems] == ["values-elsewhere"]


def test_call_with_an_unterminated_template_is_not_read() -> None:
    inspection = inspect(f"Convot.identify({{email: <%= user.email, user_hash: '{HASH}'}})" + "{{" * 1000)
    assert inspection.calls == ()


def test_a_plain_call_keeps_its_marks() -> None:
    found = only_call(call(email=EMAIL, user_hash=HASH, name="{{ x }}") + "// <%= y %>")
    assert found.user.status == "verified"
