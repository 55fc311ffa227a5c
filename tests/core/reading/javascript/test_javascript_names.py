"""Values behind names, casts and JSON texts: known only if the text alone determines what the browser sends."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paste import inspect, only_call, sign

WHO = 'Zoë "O\'Neil" \\ 😀+tag@exämple.com'
HASH = sign(WHO)
E, H = json.dumps(WHO), json.dumps(HASH)
IN_JSON = json.dumps({"email": WHO, "user_hash": HASH})
FIELDS = f"email: {E}, user_hash: {H}"

KNOWN = {
    "object in a constant": f"const p = {{{FIELDS}}};\nConvot.identify(p);",
    "object in a let": f"let p = {{{FIELDS}}}\nwindow.Convot?.identify(p)",
    "object in a var": f"var p={{{FIELDS}}};Convot.identify(p)",
    "object exported": f"export const p = {{{FIELDS}}};\nexport function go() {{ Convot.identify(p); }}",
    "object from name to name": f"const a = {{{FIELDS}}}; Convot.identify(Object.freeze(a)); console.log(a)",
    "shorthand": f"const email = {E}, user_hash = {H};\nConvot.identify({{email, user_hash}});",
    "shorthand and typed": f"const email: string = {E};\nconst user_hash = {H} as const;\n"
    "(window as any).Convot.identify({ email, user_hash });",
    "names": f"const mail = {E}; const hash = {H}; Convot.identify({{email: mail, user_hash: hash}})",
    "members": f"const user = {{mail: {E}, h: {H}}}; Convot.identify({{email: user.mail, user_hash: user.h}})",
    "members read elsewhere": f"const u = {{mail: {E}, h: {H}}}; log(u.mail); if (u) {{\n"
    "Convot.identify({email: u.mail, user_hash: u.h}) }",
    "sum": f"const a = {E}; Convot.identify({{email: '' + a, user_hash: {H}}})",
    "template": f"const a = {E}; Convot.identify({{email: `${{a}}`, user_hash: {H}}})",
    "spread": f"const base = {{email: {E}}}; Convot.identify({{...base, user_hash: {H}}})",
    "spread of a literal": f"Convot.identify({{email: 'x', ...{{email: {E}}}, user_hash: {H}}})",
    "spread before": f"const base = {{email: 'x', name: 'y'}}; Convot.identify({{...base, {FIELDS}}})",
    "assign": f"const base = {{email: {E}}}; Convot.identify(Object.assign({{}}, base, {{user_hash: {H}}}))",
    "JSON text": f"Convot.identify(JSON.parse({json.dumps(IN_JSON)}))",
    "JSON in single quotes": "Convot.identify(JSON.parse('" + IN_JSON.replace("\\", "\\\\").replace("'", "\\'") + "'))",
    "JSON in a template": "Convot.identify(JSON.parse(`" + IN_JSON.replace("\\", "\\\\") + "`))",
    "JSON in a constant": f"const p = JSON.parse({json.dumps(IN_JSON)}); Convot.identify(p)",
    "JSON spread": f"Convot.identify({{...JSON.parse({json.dumps(IN_JSON)})}})",
    "same name in another function": f"function a(e) {{ e = 1 }}\nfunction b() {{ const e = {E};\n"
    f"Convot.identify({{email: e, user_hash: {H}}}) }}",
    "same name in another block": f"{{ let e = 1; e++ }} {{ const e = {E}; "
    f"Convot.identify({{email: e, user_hash: {H}}}) }}",
    "same name as a member": f"const e = {E}; x.e = 1; Convot.identify({{email: e, user_hash: {H}}})",
    "any": f"(window as any).Convot.identify({{{FIELDS}}});",
    "unknown, then a record": f"(window as unknown as Record<string, any>)['Convot'].identify({{{FIELDS}}} as X)",
    "cast of the program": f"(window.Convot as ConvotApi).identify({{{FIELDS}}})",
    "cast in angles": f"(<any>window).Convot.identify(<User>{{{FIELDS}}});",
    "type argument": f"window.Convot!.identify<User>({{{FIELDS}}} satisfies Partial<User>);",
    "casts of values": f"Convot.identify({{ email: {E} as string, user_hash: ({H} as any)!, name: user!.name! }});",
    "typed constant": f"const p: Readonly<Record<string, string>> = {{{FIELDS}}} as const;\nConvot.identify(p as any);",
    "declarations before": "interface User { email: string; name?: string }\ntype Id = string | null;\n"
    f"declare global {{ interface Window {{ Convot: any }} }}\nwindow.Convot.identify({{{FIELDS}}});",
    "typed function": f"export async function go(user: User, id?: string): Promise<void> {{\n  const e: string = {E};\n"
    f"  await Convot.identify({{ email: e, user_hash: {H} }} as IdentifyOptions);\n}}",
    "React": f"export function Chat({{ open }}: Props): JSX.Element {{\n  const payload: Payload = {{{FIELDS}}};\n"
    "  useEffect(() => {\n    (window as any).Convot?.identify(payload as any);\n  }, []);\n"
    '  return <p className="a">It\'s "chat"</p>;\n}',
    "as in a value": f"(window as any).Convot.identify({{{FIELDS}, name: 'x as any'}})",
}


@pytest.mark.parametrize("text", KNOWN.values(), ids=KNOWN.keys())
def test_variable_that_the_text_defines_is_resolved(text: str) -> None:
    found = only_call(text)
    assert (found.user.status, found.signed and found.signed.value) == ("verified", WHO)


@pytest.mark.parametrize("text", KNOWN.values(), ids=KNOWN.keys())
def test_a_value_is_where_its_literal_stands(text: str) -> None:
    field = only_call(text).call.fields["user_hash"]
    assert HASH in text[field.start : field.end]
    before = text[: field.start]
    assert (field.line, field.column) == (before.count("\n") + 1, field.start - before.rfind("\n"))


PARTS = f"email: 'x', user_hash: {H}"
UNKNOWN = {
    "parameter": f"const e = 'x'; function f(e) {{ Convot.identify({{email: e, user_hash: {H}}}) }}",
    "parameter of an arrow": f"const e = 'x'; const f = e => Convot.identify({{email: e, user_hash: {H}}})",
    "typed parameter": f"const e = 'x'; const f = (e: string) => Convot.identify({{email: e, user_hash: {H}}})",
    "parameter with a default": f"function f(e = 'x') {{ Convot.identify({{email: e, user_hash: {H}}}) }}",
    "parameter in a pattern": f"function f({{e = 'x'}}) {{ Convot.identify({{email: e, user_hash: {H}}}) }}",
    "set in a branch": f"if (a) {{ var e = 'x' }} Convot.identify({{email: e, user_hash: {H}}})",
    "not set yet": f"Convot.identify({{email: e, user_hash: {H}}}); var e = 'x';",
    "loop": f"const e = 'x'; for (const e of l) Convot.identify({{email: e, user_hash: {H}}})",
    "caught": f"const e = 'x'; try {{}} catch (e) {{ Convot.identify({{email: e, user_hash: {H}}}) }}",
    "imported": f"import {{e}} from 'x'; Convot.identify({{email: e, user_hash: {H}}})",
    "around itself": f"const a = b, b = a; Convot.identify({{email: a, user_hash: {H}}})",
    "function": f"function e() {{}} Convot.identify({{email: e, user_hash: {H}}})",
    "template with a call": f"Convot.identify({{email: `${{e()}}`, user_hash: {H}}})",
    "member behind a spread": f"const u = {{e: 'x', ...r}}; Convot.identify({{email: u.e, user_hash: {H}}})",
    "changed in a spread": f"const u = {{email: 'x'}}; fix(u); Convot.identify({{...u, user_hash: {H}}})",
}
FOLLOWED = {
    "pattern": (f"const {{e}} = {{e: 'x'}}; Convot.identify({{email: e, user_hash: {H}}})", "x"),
    "changed": (f"let e = 'x'; e = 'y'; Convot.identify({{email: e, user_hash: {H}}})", "y"),
    "changed later": (f"let e = 'x'; Convot.identify({{email: e, user_hash: {H}}}); e += 'y'", "x"),
    "changed in a pattern": (f"let e = 'x'; [e] = ['y']; Convot.identify({{email: e, user_hash: {H}}})", "y"),
    "counted": (f"let e = 1; e++; Convot.identify({{external_id: e, user_hash: {H}}})", "2"),
    "declared twice": (f"var e = 'x'; var e = 'y'; Convot.identify({{email: e, user_hash: {H}}})", "y"),
    "member set": (f"const u = {{e: 'x'}}; u.e = 'y'; Convot.identify({{email: u.e, user_hash: {H}}})", "y"),
    "object changed later": (f"const p = {{{PARTS}}}; Convot.identify(p); p.email = 'y';", "x"),
    "object under another name": (f"const p = {{{PARTS}}}; const q = p; Convot.identify(p)", "x"),
}
NOT_HERE = {
    "object changed perhaps": f"const p = {{{PARTS}}}; if (a) p.email = 'y'; Convot.identify(p)",
    "object handed on": f"const p = {{{PARTS}}}; fix(p); Convot.identify(p)",
    "object's field counted": f"const p = {{{PARTS}, external_id: 1}}; p.external_id++; Convot.identify(p)",
    "bad JSON": "Convot.identify(JSON.parse('{email: 1}'))",
    "JSON that is no object": "Convot.identify(JSON.parse('[1]'))",
}


@pytest.mark.parametrize(("text", "value"), FOLLOWED.values(), ids=FOLLOWED.keys())
def test_a_change_that_the_text_shows_is_followed(text: str, value: str) -> None:
    found = only_call(text)
    assert (found.user.status, found.signed and found.signed.value) == ("mismatch", value)


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_variable_that_the_text_does_not_define_is_not_checked(text: str) -> None:
    found = only_call(text)
    assert found.user.status == "not-checked"
    assert "expression" in {field.kind for field in found.call.fields.values()}


@pytest.mark.parametrize("text", NOT_HERE.values(), ids=NOT_HERE.keys())
def test_object_that_may_have_been_replaced_is_not_read(text: str) -> None:
    inspection = inspect(text)
    assert ([problem.id for problem in inspection.problems], inspection.calls) == (["values-elsewhere"], ())


@given(st.text())
def test_json_in_a_text_reads_back(value: str) -> None:
    payload = json.dumps(json.dumps({"email": value, "name": "x"}))
    text = f"Convot.identify(JSON.parse({payload}))"
    field = only_call(text).call.fields["email"]
    assert (field.value, field.kind == "text") == (value, True) or field.kind in ("template", "redacted", "placeholder")
    assert json.loads(f'"{text[field.start : field.end]}"') == json.dumps(value)
