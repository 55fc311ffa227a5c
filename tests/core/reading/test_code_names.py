"""The name of a variable in code is an expression, never the text that was sent."""

from __future__ import annotations

import pytest

from convot_inspector.core.reading import read

HASH = "0f" * 32
CODE = {
    "arrow function": f"const me = () => ({{ user_hash: '{HASH}', email: mail }});\nConvot.identify(me())",
    "class field": f"class A {{ payload = {{ user_hash: '{HASH}', email: mail }};\n"
    " go() { Convot.identify(this.payload) } }",
    "Vue": f"export default {{\n data() {{\n return {{\n user: {{ user_hash: '{HASH}', email: mail }}\n }} }},\n"
    " mounted() {\n Convot.identify(this.user)\n } }",
    "Ruby": f"payload = {{ user_hash: '{HASH}', email: mail }}",
    "Ruby's instance variable": f"payload = {{ user_hash: '{HASH}', email: @user.email }}",
    "member": f"payload = {{ user_hash: '{HASH}', email: current_user.email }}\nputs payload",
    "call": f"payload = {{ user_hash: '{HASH}', email: user.email.strip() }}\nputs payload",
    "constant": f"const payload = {{ user_hash: '{HASH}', email: mail }}",
    "function": f"function me() {{\n return {{\n email: mail,\n user_hash: '{HASH}'\n }}\n}}\nConvot.identify(me())",
    "Rails": f"render json: {{ user_hash: '{HASH}', email: mail }}",
    "assigned below": f"Convot.identify(this.user)\n// there\nthis.user = {{ email: mail, user_hash: '{HASH}' }};",
    "only the hash in quotes": f"email: mail\nuser_hash: '{HASH}'",
    "bare object": f"{{ user_hash: '{HASH}', email: mail }}",
    "struct": f'let user = User {{ email: mail, user_hash: "{HASH}" }};',
}


@pytest.mark.parametrize("text", CODE.values(), ids=CODE.keys())
def test_a_name_in_code_is_an_expression(text: str) -> None:
    kinds = {call.fields["email"].kind for call in read(text).calls if "email" in call.fields}
    assert kinds <= {"expression", "unclear"}


TEXT = {
    "lines": f"external_id: cus_123\nuser_hash: {HASH}",
    "YAML": f"identify:\n  external_id: cus_123\n  user_hash: {HASH}\n",
    "logfmt": f'level=info name="John Doe" external_id=cus_123 user_hash={HASH}',
    "shop": f"external_id: johns-store.myshopify.com\nuser_hash: '{HASH}'",
    "address": f"external_id: a@b.cc\nuser_hash: '{HASH}'",
}


@pytest.mark.parametrize("text", TEXT.values(), ids=TEXT.keys())
def test_unquoted_text_outside_of_code_stays_text(text: str) -> None:
    (call,) = read(text).calls
    assert call.fields["external_id"].kind == "text"
