"""Programs that would take all memory or never end are given up at once; the call is read without them."""

from __future__ import annotations

import tracemalloc

import pytest
from paste import inspect, sign

CALL = "Convot.identify({{email: {value}, user_hash: '{hash}'}});"
GROWING = {
    "doubled text": ("let s = 'a'; for (let i = 0; i < 60; i++) { s += s }", "s"),
    "doubled list": ("let a = [1]; for (let i = 0; i < 60; i++) { a = [...a, ...a] }", "a.join('')"),
    "template": ("let s = 'abcdefgh'; for (let i = 0; i < 60; i++) { s = `${s}${s}` }", "s"),
    "shared members": ("let o = {a: 1}; for (let i = 0; i < 60; i++) o = {a: o, b: o};", "JSON.stringify(o)"),
    "cloned lists": ("let o = [1]; for (let i = 0; i < 60; i++) o = [o, o];", "String(structuredClone(o))"),
    "joined lists": ("let o = [1]; for (let i = 0; i < 60; i++) o = [o, o];", "o.join()"),
    "own member": ("let o = {}; o.o = o;", "JSON.stringify(o)"),
    "replaced text": (f"const s = '{'ab' * 30_000}';", "s.replaceAll('a', s).replaceAll('b', s)"),
    "split and joined": (f"const s = '{'ab' * 30_000}';", "s.split('').join(s)"),
    "nested walks": (f"let a = [{'1,' * 20_000}]; for (const x of a) for (const y of a) a.concat(a);", "`${a.length}`"),
    "endless recursion": ("const f = () => f();", "f()"),
    "endless loop": ("let s = ''; while (true) { s += 'x' }", "s"),
    "deep JSON": (f"const v = JSON.parse('{'[' * 50_000}{']' * 50_000}');", "String(v)"),
    "tasks that make tasks": ("let s = 'a'; setTimeout(function f() { s += s; setTimeout(f) });", "s"),
}
MOST_BYTES = 60_000_000  # without the bounds these take all there is, or never end


@pytest.mark.parametrize("name", GROWING)
def test_growing_program_is_given_up(name: str) -> None:
    before, value = GROWING[name]
    text = f"{before}\n{CALL.format(value=value, hash=sign('another'))}"
    tracemalloc.start()
    report = inspect(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [call.user.status for call in report.calls] == ["not-checked"]
    assert most < MOST_BYTES


def test_object_with_shared_members_does_not_hide_the_identity() -> None:
    before = "let o = {a: 1}; for (let i = 0; i < 60; i++) o = {a: o, b: o};\n"
    call = CALL.format(value="'ann@shop.example', custom_data: o", hash=sign("ann@shop.example"))
    assert [call.user.status for call in inspect(before + call).calls] == ["verified"]
