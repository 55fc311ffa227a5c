"""Programs that compute what they pass: the values are those that Node.js sends, each at the place of its literal."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from evaluated_programs import random_program, sent_by
from node_programs import Page, received

from convot_inspector.core.reading import read

if TYPE_CHECKING:
    from evaluated_programs import Program

    from convot_inspector.core.model import IdentifyCall

PROGRAMS = 400
NAMES = ("email", "external_id", "user_hash")
USER = "{email: 'a@b.cc', user_hash: 'h1'}"
TWO = f"[{USER}, {{email: 'c@d.ee', user_hash: 'h2'}}]"

KNOWN = {
    "forEach": f"{TWO}.forEach(u => Convot.identify(u));",
    "forEach with a function": f"const us = {TWO}; us.forEach(function (u, i) {{ Convot.identify({{...u}}) }});",
    "forEach of identify": f"{TWO}.forEach(Convot.identify);",
    "for of": f"for (const u of {TWO}) Convot.identify(u);",
    "for of a pattern": f"for (const {{email, user_hash}} of {TWO}) {{ Convot.identify({{email, user_hash}}); }}",
    "map": f"{TWO}.map(u => {{ return Convot.identify(u) }});",
    "for with an index": f"const us = {TWO}; for (let i = 0; i < us.length; i++) Convot.identify(us[i]);",
    "for in": f"const us = {TWO}; for (const i in us) {{ Convot.identify(us[i]); }}",
    "while": f"let i = 0; const us = {TWO}; while (i < us.length) {{ Convot.identify(us[i++]) }}",
    "getter": "Convot.identify({get email() { return 'a@b.cc' }, user_hash: 'h1'});",
    "getter with this": "Convot.identify({name: 'a', get email() { return this.name + '@b.cc' }, user_hash: 'h1'});",
    "entries": "Object.entries({'a@b.cc': 'h1'}).forEach(([email, h]) => Convot.identify({email, user_hash: h}));",
    "fromEntries": "Convot.identify(Object.fromEntries([['email', 'a@b.cc'], ['user_hash', 'h1']]));",
    "JSON.parse": """const d = JSON.parse('{"u": {"email": "a@b.cc", "user_hash": "h1"}}'); Convot.identify(d.u);""",
    "structuredClone": f"Convot.identify(structuredClone({USER}));",
    "async function": f"async function me() {{ return {USER} }} (async () => {{ Convot.identify(await me()) }})();",
    "then": f"Promise.resolve({USER}).then(u => Convot.identify(u));",
    "then of then": f"Promise.resolve(1).then(() => ({USER})).then(Convot.identify);",
    "new Promise": f"new Promise(resolve => resolve({USER})).then(u => {{ Convot.identify(u) }});",
    "class": "class U { email = 'a@b.cc'; constructor(h) { this.user_hash = h } } Convot.identify(new U('h1'));",
    "method": f"class A {{ me() {{ return {USER} }} go() {{ Convot.identify(this.me()) }} }} new A().go();",
    "optional chain": "const s = {u: {e: 'a@b.cc'}}; Convot.identify({email: s?.u?.e, user_hash: s.x?.y ?? 'h1'});",
    "nullish": "Convot.identify({email: null ?? 'a@b.cc', user_hash: '' || 'h1'});",
    "conditional": "const live = true; Convot.identify({email: live ? 'a@b.cc' : 'x', user_hash: !live || 'h1'});",
    "template": "const d = 'b'; Convot.identify({email: `a@${d + '.cc'}`, user_hash: `h${1}`});",
    "String.raw": "Convot.identify({email: String.raw`a@b.cc`, user_hash: 'h1'});",
    "spread of an array": "const a = ['a@b.cc', 'h1'], [e, h] = [...a]; Convot.identify({email: e, user_hash: h});",
    "default parameter": "function go(e = 'a@b.cc', h = 'h1') { Convot.identify({email: e, user_hash: h}) } go();",
    "called at once": "(function (e, h) { Convot.identify({email: e, user_hash: h}) })('a@b.cc', 'h1');",
    "argument": f"function go(u) {{ Convot.identify(u) }} go({USER});",
    "arrow function": f"const me = () => ({USER}); Convot.identify(me());",
    "atob": "Convot.identify({email: atob('YUBiLmNj'), user_hash: 'h1'});",
    "timer": f"const u = {USER}; setTimeout(() => {{ [u].forEach(v => Convot.identify(v)) }}, 10);",
    "event": f"on('load', () => {{ [{USER}].forEach(v => Convot.identify(v)) }});",
    "alias": f"const {{identify}} = Convot; [{USER}].forEach(u => identify(u));",
    "unknown code around": f"gtag('js'); document.title = 'x'; [{USER}].forEach(v => Convot.identify(v));",
    "pushed": f"const us = []; us.push({USER}); for (const u of us) Convot.identify(u);",
    "changed by nothing": "let e = 'a@b.cc'; function set() { e = 'n' } Convot.identify({email: e, user_hash: 'h1'});",
    "changed": "let e = 'x'; function set() { e = 'a@b.cc' } set(); Convot.identify({email: e, user_hash: 'h1'});",
    "condition": f"if (window.Convot) {{ [{USER}].forEach(u => Convot.identify(u)) }}",
}  # fmt: skip


def known(call: IdentifyCall) -> dict[str, str]:
    return {name: call.fields[name].value for name in NAMES if name in call.fields and call.fields[name].known}


def passed(sent: dict[str, str]) -> dict[str, str]:
    return {name: sent[name] for name in NAMES if name in sent}


@pytest.mark.parametrize("script", KNOWN.values(), ids=KNOWN.keys())
def test_the_values_are_those_that_node_sends(script: str) -> None:
    (sent,) = received([Page((script,), script)])
    calls = read(script).calls
    assert list(map(known, calls)) == list(map(passed, sent))
    assert calls


@pytest.mark.parametrize("name", ["forEach", "for of", "JSON.parse", "class", "argument", "then", "called at once"])
def test_each_value_stands_where_it_is_written(name: str) -> None:
    text = f"\n\n{KNOWN[name]}"
    for call in read(text).calls:
        for field in call.fields.values():
            assert field.value in text[field.start : field.end]
            assert field.end - field.start <= len(field.value) + 2
            assert (field.line, field.column) == (3, field.start - 1)
        assert "identify" in text[call.start : call.end]


NOT_CERTAIN = (
    "fetch('/me').then(r => r.json()).then(u => Convot.identify(u));",
    f"const us = {TWO}; change(us); us.forEach(u => Convot.identify(u));",
    f"const us = {TWO}; on('x', () => {{ us[0].email = 'n' }}); setTimeout(() => us.forEach(u => Convot.identify(u)));",
    f"let u = {USER}; setTimeout(() => [u].forEach(v => Convot.identify(v))); u = other;",
    "function go(u) { Convot.identify(u) }",
    f"const us = {TWO}; if (q) us.push(q); for (const u of us) Convot.identify(u);",
    f"Array.prototype.forEach = f; {TWO}.forEach(u => Convot.identify(u));",
    f"for (const u of {TWO}) {{ if (u.email === q) Convot.identify(q) }}",
    f"eval(q); const us = {TWO}; us.map(u => Convot.identify(u));",
    f"var us = {TWO}; window[k] = q; us.map(u => Convot.identify(u));",
    f"var us = {TWO}; function set() {{ us = q }} go(); us.map(u => Convot.identify(u));",
    f"<script>var us = {TWO}; on('x', () => us.map(u => Convot.identify(u)))</script><b onclick='us = q'>x</b>",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_CERTAIN)
def test_what_other_code_may_change_is_not_known(text: str) -> None:
    assert not any(known(call) for call in read(text).calls)


def wrong_values(program: Program, sent: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the known values of calls that no call in Node.js has."""
    wrong = []
    for call in read(program.page.text).calls:
        absent = [name for name in NAMES if name not in call.fields]
        values = known(call)
        if values and not any(values.items() <= each.items() and not any(n in each for n in absent) for each in sent):
            wrong.append(values)
    return wrong


@pytest.mark.slow
def test_known_values_are_what_random_programs_send() -> None:
    random = Random(15)
    programs = [random_program(random) for _ in range(PROGRAMS)]
    compared = [(one, sent) for one, sent in zip(programs, sent_by(programs), strict=True) if sent]
    assert len(compared) > PROGRAMS // 2
    assert sum(len(known(call)) for one, _ in compared for call in read(one.page.text).calls) > PROGRAMS // 2
    wrong = [(one.page.text, found) for one, sent in compared if (found := wrong_values(one, sent))]
    assert wrong == []
