"""Random pages that change variables in all of JavaScript's ways, and what they send when Node.js runs them."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_RUNNER = Path(__file__).with_suffix(".js")

VALUES = ("'a@b.cc'", '"o\'neil@b.cc"', "`t@b.cc`", "'a' + '@b.cc'", "41", "`${n}@b.cc`", "m")
# Statements that change, or could change, a variable. @ stands for its name.
CHANGES = (
    "@ = 'y@b.cc';",
    "(@) = 'y@b.cc';",
    "window.@ = 'y@b.cc';",
    "globalThis['@'] = 'y@b.cc';",
    "self.@ = 'y@b.cc';",
    "this.@ = 'y@b.cc';",
    "Object.assign(window, {@: 'y@b.cc'});",
    "Object.assign(window, {['@']: 'y@b.cc'});",
    "Object.defineProperty(window, '@', {value: 'y@b.cc'});",
    "eval(\"@ = 'y@b.cc'\");",
    "new Function(\"@ = 'y@b.cc'\")();",
    "setTimeout(\"@ = 'y@b.cc'\");",
    "(0, eval)(\"@ = 'y@b.cc'\");",
    "with (window) { @ = 'y@b.cc'; }",
    "[@] = ['y@b.cc'];",
    "({@} = {@: 'y@b.cc'});",
    "({x: @} = {x: 'y@b.cc'});",
    "({x: @ = 'y@b.cc'} = {});",
    "[...@] = ['y@b.cc'];",
    "for (@ of ['y@b.cc']);",
    "for (@ in {y: 1});",
    "for ([@] of [['y@b.cc']]);",
    "for (var @ of ['y@b.cc']);",
    "for (var [@] of [['y@b.cc']]);",
    "@++;",
    "--@;",
    "@ += 'z';",
    "@ ||= 'z'; @ &&= 'y';",
    "@ // c\n = 'y@b.cc';",
    "@ // c\r = 'y@b.cc';",
    "@ // c\u2028 = 'y@b.cc';",
    "@ /* c */ = 'y@b.cc';",
    "0\n--> x\n@ = 'y@b.cc';",
    "0 <!-- x\n@ = 'y@b.cc';",
    "\\u0065 = 'y@b.cc';",
    "window.\\u{65} = 'y@b.cc';",
    "var w = window; w.@ = 'y@b.cc';",
    "var w = this; w['@'] = 'y@b.cc';",
    "var k = '@'; window[k] = 'y@b.cc';",
    "(function () { this.@ = 'y@b.cc' })();",
    "(() => { @ = 'y@b.cc' })();",
    "function f1() { @ = 'y@b.cc' } f1();",
    "(function (g) { g.@ = 'y@b.cc' })(this);",
    "{ function @() {} }",
    "if (1) { var @ = 'y@b.cc'; }",
    "try { throw 1 } catch (@) { @ = 2 }",
    "{ let @ = 1; @++; }",
    "x1 = {@: 1}; x1.@ = 2;",
    "(function (@) { @ = 1 })(2);",
    "Reflect.set(window, '@', 'y@b.cc');",
    "delete window.@;",
    "`${@ = 'y@b.cc'}`;",
    "void (@ = 'y@b.cc', 1);",
    "var @ = 'y@b.cc';",
    "function @() {}",
    "label: @ = 'y@b.cc';",
    "1, @ = 'y@b.cc';",
    "[1].forEach(i => @ = 'y@b.cc');",
    "[window.@] = ['y@b.cc'];",
    "({a: window['@']} = {a: 'y@b.cc'});",
    "for (window.@ of ['y@b.cc']);",
    "window.window.@ = 'y@b.cc';",
    "window['self'].@ = 'y@b.cc';",
    "this.constructor.constructor(\"@ = 'y@b.cc'\")();",
    "var {@} = {@: 'y@b.cc'};",
    "var [@] = ['y@b.cc'];",
    "log(@);",
    "console.log(@);",
    "x.@;",
    "throw 1;",
    "nope();",
    "null.x;",
    "nope;",
    "",
)
OBJECT_CHANGES = (
    "p.email = 'y@b.cc';",
    "p['email'] = 'y@b.cc';",
    "window.p.email = 'y@b.cc';",
    "Object.assign(p, {email: 'y@b.cc'});",
    "p = {email: 'y@b.cc'};",
    "delete p.email;",
    "var q = p; q.email = 'y@b.cc';",
    "(function (o) { o.email = 1 })(p);",
    "[p.email] = ['y@b.cc'];",
    "for (p.email of ['y@b.cc']);",
    "p.email += 'z';",
    "with (p) { email = 'y@b.cc' }",
    "({x: p.email} = {x: 'y@b.cc'});",
    "eval(\"p.email = 'y@b.cc'\");",
    "window['p'].email = 'y@b.cc';",
    "console.log(p);",
    "p.name = 'z';",
    "var k = 'email'; p[k] = 'y@b.cc';",
    "p.email ??= 'y@b.cc';",
    "[p][0].email = 'y@b.cc';",
    "({...p}).email = 'y@b.cc';",
    "Object.defineProperty(p, 'email', {value: 'y@b.cc'});",
    "(p).email = 'y@b.cc';",
    "if (p) { (p || 0).email = 'y@b.cc' }",
    "x1 = {p}; x1.p.email = 'y@b.cc';",
    "(() => p)().email = 'y@b.cc';",
    "throw 1;",
    "nope();",
    "Object.assign(p, {name: 'z'}, {...{email: 'y' + '@b.cc'}});",
    "Object.assign(p, x);",
    "p.custom = {}; p.custom.email = 'y@b.cc';",
    "p['email'] = `y${1}@b.cc`;",
    "p.email = p.name;",
    "delete p['name']; p.email = m;",
    "(p.email) = 'y@b.cc';",
    "delete (p.email);",
    "Object.freeze(p);",
    "p[`email`] = ['y@b.cc'];",
    "",
)
CALLS = (
    "Convot.identify({email: @});",
    "window.Convot.identify({email: @, name: 'x'});",
    "Convot.identify({email: `${@}`});",
    "Convot.identify({'email': '' + @});",
    "Convot?.identify?.({...{email: @}});",
    "Convot.identify(Object.assign({}, {email: @}));",
    "{ const u = {mail: @}; Convot.identify({email: u.mail}) }",
)
OBJECT_CALLS = (
    "Convot.identify(p);",
    "Convot.identify({...p});",
    "Convot.identify({email: p.email});",
    "Convot.identify(Object.freeze(p));",
    "Convot.identify(Object.assign({}, p));",
)
WRAPS = (
    "%s",
    "(function () { %s })();",
    "(() => { %s })();",
    "function go() { %s } go();",
    "{ %s }",
    "go(); function go() { %s }",
    "setTimeout(function () { %s });",
    "setTimeout(() => { %s });",
    "if (1) { %s }",
    "try { %s } finally {}",
    "with ({e: 'w@b.cc'}) { %s }",
    "(function (e) { %s })('v@b.cc');",
    "class A { static { %s } }",
    "switch (1) { case 1: %s }",
    "for (const e of ['v@b.cc']) { %s }",
    "[1].forEach(() => { %s });",
    "(async () => { %s })();",
)


@dataclass(frozen=True)
class Page:
    """A page's scripts in the order in which they run, and the text that is pasted of it."""

    scripts: tuple[str, ...]
    text: str


def random_page(random: Random) -> Page:
    """Return a page with one call of a variable or an object, and up to two changes of it."""
    is_object = random.random() < 0.35
    changes = OBJECT_CHANGES if is_object else CHANGES
    name = "p" if is_object else "e"
    value = random.choice(VALUES)
    if is_object:
        value = f"{{email: {value}, user_hash: '{'0f' * 32}'}}"
    kind = random.choice(("var", "let", "const"))
    declaration = f"const n = 'n', m = 'm@b.cc'; {kind} {name} = {value};"
    is_member = is_object and random.random() < 0.3
    if is_member:
        declaration = f"const n = 'n', m = 'm@b.cc';\nwindow.p = {value};"
    call = random.choice(WRAPS) % random.choice(OBJECT_CALLS if is_object else CALLS).replace("@", name)
    if is_member:
        call = random.choice(WRAPS) % "Convot.identify(window.p);"
    parts = [declaration, call]
    for _ in range(random.choice((0, 1, 1, 1, 2))):
        change = random.choice(WRAPS[:9]) % ("\n" + random.choice(changes).replace("@", name) + "\n")
        parts.insert(random.randint(0, len(parts)), change)
    around = random.choice((*WRAPS[:5], "%s", "%s"))
    scripts: tuple[str, ...]
    if random.random() < 0.3:
        at = random.randint(1, len(parts) - 1)
        scripts = ("\n".join(parts[:at]), "\n".join(parts[at:]))
    else:
        scripts = (around % "\n".join(parts),)
    if random.random() < 0.15:
        handler = random.choice(("e = 'h@b.cc'", "p.email = 'h@b.cc'", "window.e = 'h@b.cc'"))
        scripts = (handler, *scripts) if random.random() < 0.5 else (*scripts, handler)
        body = [
            f'<button onclick="{handler}">x</button>' if one == handler else f"<script>{one}</script>"
            for one in scripts
        ]
        return Page(scripts, "\n".join(body))
    if len(scripts) > 1 or random.random() < 0.1:
        return Page(scripts, "\n".join(f"<script>\n{one}\n</script>" for one in scripts))
    return Page(scripts, scripts[0])


def received(pages: Sequence[Page]) -> list[list[dict[str, str]]]:
    """Return what ``Convot.identify`` received on each page, as texts; one process of Node.js runs all pages."""
    given = json.dumps([page.scripts for page in pages])
    done = subprocess.run(["node", str(_RUNNER)], input=given, capture_output=True, text=True, check=True)
    answer: list[list[dict[str, str]]] = json.loads(done.stdout)
    return answer


@cache
def received_of_each(scripts: tuple[str, ...]) -> dict[str, list[dict[str, str]]]:
    """Return what ``Convot.identify`` received by script, each in a page of its own; cached for the tests of each."""
    pages = [Page((script,), script) for script in scripts]
    return dict(zip(scripts, received(pages), strict=True))
