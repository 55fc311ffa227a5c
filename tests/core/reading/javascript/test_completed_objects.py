"""An object that later statements complete has the fields that node says; where they may not run, none is known."""

from __future__ import annotations

import pytest
from node_programs import received_of_each

from convot_inspector.core.reading import read

COMPLETED = (
    "const p = {}; p.email = 'a@b.cc'; p['user_hash'] = 'h1'; Convot.identify(p);",
    "const p = {email: 'x'}; p.email = 'a@b.cc'; p.email = 'b@b.cc'; Convot.identify(p);",
    "const p = {email: 'x'}; Object.assign(p, {email: 'a@b.cc'}, {user_hash: 'h1'}); Convot.identify(p);",
    "const p = {email: 'a@b.cc', external_id: '7'}; delete p.external_id; Convot.identify(p);",
    "const p = {email: 'a@b.cc', external_id: '7'}; delete p['external_id']; Convot.identify({...p, name: 'x'});",
    "const p = {email: 'x'}; p.email = 'a' + '@b.cc'; { Convot.identify(p); }",
    "const u = {}; u.email = 'a@b.cc'; const p = {user_hash: 'h1'}; Object.assign(p, u); Convot.identify(p);",
    "const p = {}; p.email = 'a@b.cc'; setTimeout(() => Convot.identify(p));",
    "function go() { var p = {}; p.email = 'a@b.cc'; Convot.identify(p); } go();",
    "window.p = {}; window.p.email = 'a@b.cc'; window.p['user_hash'] = 'h1'; Convot.identify(window.p);",
    "window.p = {email: 'x'}; Object.assign(self.p, {email: 'a@b.cc'}); Convot.identify(window.p);",
    "const p = {email: 'x'}; p.custom = {}; p.email = 'a@b.cc'; p.custom.email = 'y'; Convot.identify(p);",
    "const p = {email: 'a@b.cc'}; Convot.identify(Object.assign({}, p, {user_hash: 'h1'}));",
    "const p = {email: 'a@b.cc'}; Convot.identify(p); p.email = 'b@b.cc';",
    "const p = {email: 'a@b.cc'}; function go() { Convot.identify(p); } p.email = 'b@b.cc'; go();",
    "const p = {email: 'a@b.cc'}; try { p.email = 'b@b.cc'; } catch {} Convot.identify(p);",
)


@pytest.mark.parametrize("script", COMPLETED)
def test_completed_object_has_the_fields_that_node_sends(script: str) -> None:
    (sent,) = received_of_each(COMPLETED)[script]
    (call,) = read(script).calls
    known = {name: field.value for name, field in call.fields.items() if field.known}
    names = ("email", "user_hash", "external_id", "name")
    assert {name: known[name] for name in names if name in known} == {n: sent[n] for n in names if n in sent}


NOT_CERTAIN = (
    "const p = {email: 'a'}; if (q) p.email = 'b'; Convot.identify(p);",
    "const p = {email: 'a'}; setTimeout(() => Convot.identify(p)); p.email = 'b';",
    "const p = {email: 'a'}; Object.assign(p, q); Convot.identify(p);",
    "const p = {email: 'a'}; p[q] = 'b'; Convot.identify(p);",
    "const p = {email: 'a'}; q && (p.email = 'b'); Convot.identify(p);",
    "const p = {email: 'a'}; p.email ||= 'b'; Convot.identify(p);",
    "const p = {email: 'a'}; for (const k of q) { p.email = k; } Convot.identify(p);",
    "const p = {email: 'a'}; go(); p.email = 'b'; fix(p); Convot.identify(p);",
    "<script>window.p = {email: 'a'}; go(); window.p.email = 'b';</script><script>Convot.identify(window.p)</script>",
    "<script>var p = {email: 'a'}; go(); p.email = 'b';</script><script>Convot.identify(p)</script>",
)


@pytest.mark.parametrize("text", NOT_CERTAIN)
def test_conditional_or_later_changes_make_a_value_unknown(text: str) -> None:
    assert not any(field.known for call in read(text).calls for field in call.fields.values() if field.name == "email")
