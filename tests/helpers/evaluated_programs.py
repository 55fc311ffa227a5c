"""Random programs that compute what they identify: loops, functions, classes, promises; Node.js says what they send."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from node_programs import Page, received

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

HASH = "0f" * 32
RAN = "Convot.identify({ran: %s});"
_MARK = re.compile(r"Convot\.identify\(\{ran: \d\}\);")
_CASES = "{ case 1: return %s; case 2: break; default: return %s } return 's'"


class Program(NamedTuple):
    """A page that marks in Node.js, but not in the text, that each of its ``calls`` calls was reached."""

    page: Page
    calls: int


_TEXTS = ("'a@b.cc'", '"o\'neil@b.cc"', "`t@b.cc`", "'é💡@b.cc'", "'a\\u0040b.cc'", "'A@B.CC'", "'x,y@b.cc'")
_NUMBERS = ("7", "42", "0", "1e21", "0x1f", "-3", "2.50", "123456789012345680")


def _text(c: Random, depth: int = 2) -> str:
    """Return an expression for a text or number."""
    if depth <= 0 or c.random() < 0.35:
        return c.choice((*_TEXTS * 3, *_NUMBERS, "undefined", "null", "true"))
    one, two, three = (_text(c, depth - 1) for _ in range(3))
    return c.choice(
        (
            f"({one})",
            f"{one} + '{c.choice('xyz')}'",
            f"'' + ({one})",
            f"`${{{one}}}`",
            f"`<${{{one}}}-${{{two}}}>`",
            f"({one} ?? {two})",
            f"({one} || {two})",
            f"({one} && {two})",
            f"(true ? {one} : {two})",
            f"(({one}) === ({two}) ? {three} : 'n')",
            f"(!{one} ? 1 : 'q@b.cc')",
            f"String({one})",
            f"(0, {one})",
            f"[{one}, {two}][{c.choice((0, 1, 2))}]",
            f"{{a: {one}}}.a".replace("{a", "({a").replace("}.a", "}).a"),
            f"(({{a: {{b: {one}}}}})?.a?.b)",
            f"(({{a: {one}}}).x?.y ?? {two})",
            f"((v) => v)({one})",
            f"((v = {one}) => v)()",
            f"((v = {one}, w = v) => w)({two})",
            f"(function () {{ return {one} }})()",
            f"(function f(v) {{ return v ? {two} : f(1) }})(0)",
            f"((...v) => v[1])({one}, {two})",
            f"[{one}, {two}].map(v => v)[0]",
            f"[{one}, {two}].filter(v => v !== undefined)[0]",
            f"[{one}, {two}].find(v => v)",
            f"Object.values({{a: {one}, b: {two}}})[1]",
            f"Object.keys({{{c.choice(('a', '7', 'b'))}: {one}, 2: 1}})[0]",
            f"Object.entries({{k: {one}}})[0][1]",
            f"Object.fromEntries([['k', {one}]]).k",
            f"structuredClone({{k: {one}}}).k",
            'JSON.parse(\'{"k": "j\\\\u0040b.cc"}\').k',
            "JSON.parse('[1, {\"k\": -7.0}]')[1].k",
            "String.raw`r@b.cc`",
            f"String.raw`r${{{one}}}@b.cc`",
            f"[...[{one}], {two}][0]",
            f"({{...{{k: {one}}}, ...null}}).k",
            f"({{k: {one}, ...{{k: {two}}}}}).k",
            f"({{get k() {{ return {one} }}}}).k",
            f"[[{one}]].flatMap(v => v)[0]",
            f"({{m() {{ return this.k }}, k: {one}}}).m()",
            f"new (class {{ k = {one} }})().k",
            f"new (class {{ constructor(v) {{ this.k = v; }} get g() {{ return this.k }} }})({one}).g",
            f"(class {{ static k = {one} }}).k",
            f"['a', {one}, {two}].reduce((s, v) => s + v, '')",
            "['x', 'y'].join('@')",
            "'a.b'.split('.')[1]",
            "' t@b.cc '.trim()",
            "'A@b.cc'.toLowerCase()",
            "'abc@b.cc'.slice(1)",
            "'a'.concat('@b', 7)",
            "'aXc'.replace('X', '@')",
            "atob('YUBiLmNj')",
            "decodeURIComponent('a%40b.cc')",
            "encodeURIComponent('a@b c')",
            f"typeof {one}",
            f"void {one}",
            "(() => { let s = ''; for (let i = 0; i < 3; i++) s += i; return s })()",
            "(() => { let s = ''; for (const k in {b: 1, 2: 3, a: 1}) s += k; return s })()",
            "(() => { let n = 0; while (true) { n++; if (n > 4) break; if (n === 2) continue } return n })()",
            f"(() => {{ try {{ throw 1 }} catch (e) {{ return {one} }} }})()",
            "[3, 4].at(-1)",
            "[1, 2].concat([3], 4).join('')",
            f"(() => {{ switch ({c.choice((1, 2, 3))}) {_CASES} }})()" % (one, two),
            f"(() => {{ const [p, , q = {one}] = [1, 2]; return q }})()",
            f"(() => {{ const {{p, ...q}} = {{p: 1, z: {one}}}; return q.z }})()",
            f"(() => {{ const {{a: {{b = {one}}}}} = {{a: {{}}}}; return b }})()",
            f"(() => {{ let a = {one}, b = {two}; [a, b] = [b, a]; return a }})()",
            f"Convot && {one}",
            f"(window.Convot ? {one} : {two})",
            f"(typeof Convot !== 'undefined' ? {one} : {two})",
            f"(() => {{ const a = [{one}]; a.push({two}); return a[a.length - 1] }})()",
            f"JSON.parse(JSON.stringify({{k: {one}}})).k",
            f"(() => {{ const o = {{}}; o.k = {one}; const q = o; q.k = {two}; return o.k }})()",
            f"(() => {{ var f = () => x; var x = {one}; return f() }})()",
        )
    )


def _user(c: Random) -> str:
    """Return an expression for an object that is passed."""
    email, id_ = _text(c), _text(c, 1)
    parts = [f"email: {email}", f"user_hash: '{HASH}'"]
    if c.random() < 0.4:
        parts.append(f"external_id: {id_}")
    if c.random() < 0.1:
        parts.append(f"email: {_text(c, 1)}")
    plain = "{" + ", ".join(parts) + "}"
    return c.choice(
        (
            *(plain,) * 6,
            f"Object.assign({{}}, {plain})",
            f"{{...{plain}, name: 'n'}}",
            f"((u) => u)({plain})",
            f"Object.freeze({plain})",
            f"structuredClone({plain})",
            f"[{plain}][0]",
            f"(() => ({plain}))()",
            f"{{get email() {{ return {email} }}, user_hash: '{HASH}'}}",
            f"Object.fromEntries(Object.entries({plain}))",
        )
    )


_AROUND = (
    "%s",
    "%s",
    "%s",
    "(function () { %s })();",
    "(() => { %s })();",
    "function go() { %s } go();",
    "{ %s }",
    "setTimeout(() => { %s });",
    "(async () => { %s })();",
    "if (window.Convot) { %s }",
    "try { %s } catch (e) {}",
    "Promise.resolve().then(() => { %s });",
    "for (const z of [1, 2]) { %s }",
    "switch (1) { case 1: %s }",
    "new (class { constructor() { %s } })();",
    "[1].forEach(function () { %s });",
    "if (unknown) { %s }",
    "try { %s } finally { }",
    "(async () => { await null; %s })();",
    "on('load', () => { %s });",
    "given(function () { %s });",
)
# Statements before, between and after: some change what is sent, some only could.
_NOISE = (
    "",
    "",
    "",
    "console.log(u);",
    "gtag('config', 'x');",
    "document.title = 'x';",
    "const q = 1;",
    "var w = window;",
    "u.email = 'n@b.cc';",
    "us.push({email: 'p@b.cc'});",
    "us[0].email = 'm@b.cc';",
    "us[0] = {email: 'k@b.cc'};",
    "us = [];",
    "u = {email: 'w@b.cc'};",
    "log(u);",
    "log(us);",
    "log(() => { u.email = 'l@b.cc' });",
    "on('x', () => { e = 'h@b.cc' });",
    "e = 'e@b.cc';",
    "window.e = 'g@b.cc';",
    "delete u.email;",
    "Object.assign(u, {email: 's@b.cc'});",
    "function late() { e = 'f@b.cc' }",
    "function late() { e = 'f@b.cc' } late();",
    "setTimeout(() => { e = 't@b.cc' });",
    "Promise.resolve().then(() => { e = 'r@b.cc' });",
    "(async () => { await 1; e = 'i@b.cc' })();",
    "(async () => { e = 'j@b.cc'; await 1 })();",
    "(async () => { nope(); e = 'j@b.cc' })();",
    "nope();",
    "throw 1;",
    "try { nope(); e = 'c@b.cc' } catch (x1) { }",
    "if (unknown) { e = 'd@b.cc' }",
    "unknown && (e = 'o@b.cc');",
    "x.email = 'v@b.cc';",
    "for (const v of us) v.email = 'b@b.cc';",
    "us.forEach(v => { v.email += 'z' });",
    "us.reverse();",
    "const c1 = us; c1[0].email = 'a2@b.cc';",
    "({email: u.email} = {email: 'd2@b.cc'});",
    "[e] = ['a3@b.cc'];",
    "us.length = 0;",
    "Array.prototype.forEach = () => {};",
    "Object.prototype.email = 'pr@b.cc';",
    "window['e'] = 'wi@b.cc';",
    "eval(\"e = 'ev@b.cc'\");",
    "JSON.parse = () => ({email: 'js@b.cc'});",
    "new Promise(() => { nope(); e = 'np@b.cc' });",
    "new Promise(r => r(1)).then(() => { e = 'n2@b.cc' });",
    "Object.freeze(u); u.email = 'fr@b.cc';",
    "setTimeout(() => log(e));",
    "(function () { this.e = 'th@b.cc' })();",
    "this.e = 'ti@b.cc';",
    "Convot.boot && Convot.boot(u);",
    "unknown ? (e = 'q1@b.cc') : 0;",
    "try { throw e } catch (e) { e = 1 } finally { e = 'fi@b.cc' }",
    "label: for (;;) { e = 'la@b.cc'; break label }",
    "e ||= 'or@b.cc';",
    "e += 'z';",
    "u.email ??= 'nn@b.cc';",
    "({e} = {e: 'de@b.cc'});",
    "if (1) { function e2() {} }",
    "class E { set email(v) { e = v } } new E().email = 'se@b.cc';",
    "u['em' + 'ail'] = 'co@b.cc';",
    "Reflect.set(u, 'email', 're@b.cc');",
    "Object.defineProperty(u, 'email', {value: 'dp@b.cc'});",
    "with (u) { email = 'wt@b.cc' }",
    "(() => { var e = 'sh@b.cc'; e += 1 })();",
    "(e => { e = 'pa@b.cc' })(1);",
    "var {e: e3 = (e = 'dd@b.cc')} = {};",
    "void (e = 'vo@b.cc');",
)
_CALLS = (
    "Convot.identify(u);",
    "Convot.identify(u);",
    "Convot.identify({email: e, user_hash: 'h'});",
    "window.Convot?.identify?.({...u});",
    "us.forEach(v => Convot.identify(v));",
    "us.forEach(Convot.identify);",
    "for (const v of us) Convot.identify(v);",
    "for (let i = 0; i < us.length; i++) Convot.identify(us[i]);",
    "for (const {email, user_hash} of us) Convot.identify({email, user_hash});",
    "us.map(function (v) { Convot.identify({email: v.email}) });",
    "for (const i in us) { Convot.identify(us[i]) }",
    "const {identify} = Convot; identify(u);",
    "Convot.identify.call(Convot, u);",
    "Convot.identify.apply(Convot, us);",
    "us.some(v => Convot.identify(v));",
    "Promise.resolve(u).then(v => Convot.identify(v));",
    "Promise.resolve(u).then(Convot.identify);",
    "(async () => { const v = await Promise.resolve(u); Convot.identify(v) })();",
    "setTimeout(() => Convot.identify(u));",
    "Convot.identify({email: u.email, name: us.length});",
    "setTimeout(Convot.identify, 0, u);",
    "(async () => { for (const v of us) { await v; Convot.identify(v) } })();",
    "Promise.all(us).then(vs => vs.forEach(v => Convot.identify(v)));",
    "new Promise(r => r(u)).then(v => { Convot.identify(v) });",
    "class K { constructor(v) { this.v = v } go() { Convot.identify(this.v) } } new K(u).go();",
    "Object.entries({e}).forEach(([k, v]) => Convot.identify({email: v}));",
    "unknown && Convot.identify(u);",
    "us.filter(v => v.email).forEach(v => Convot.identify(v));",
    "(function f(n) { if (n) { Convot.identify(us[n - 1]); f(n - 1) } })(us.length);",
    "Convot.identify({get email() { return e }});",
    "var later = () => Convot.identify({email: e}); later();",
    "let i = 0; while (i < us.length) { Convot.identify(us[i++]) }",
)


def random_program(c: Random) -> Program:
    """Return a program with values, up to three statements around them, and up to two calls."""
    users = ", ".join(_user(c) for _ in range(c.choice((1, 2, 2, 3))))
    kinds = [c.choice(("const", "let", "var")) for _ in range(3)]
    values = (("e", _text(c)), ("us", f"[{users}]"), ("u", c.choice((_user(c), "us[0]"))))
    parts = [f"{kind} {name} = {value};" for kind, (name, value) in zip(kinds, values, strict=True)]
    count = c.choice((1, 1, 2))
    parts += [c.choice(_AROUND) % f"{c.choice(_CALLS)}{RAN % number}" for number in range(count)]
    for _ in range(c.choice((0, 0, 1, 1, 2, 3))):
        noise = c.choice(_NOISE)
        parts.insert(c.randint(0, len(parts)), c.choice(_AROUND) % noise if c.random() < 0.4 else noise)
    written = [_without_marks(part) for part in parts]
    if c.random() < 0.2:
        at = c.randint(1, len(parts) - 1)
        scripts = ("\n".join(parts[:at]), "\n".join(parts[at:]))
        texts = ("\n".join(written[:at]), "\n".join(written[at:]))
        return Program(Page(scripts, "\n".join(f"<script>\n{one}\n</script>" for one in texts)), count)
    around = c.choice(_AROUND[:6] + ("%s",) * 6)
    return Program(Page((around % "\n".join(parts),), around % "\n".join(written)), count)


def _without_marks(part: str) -> str:
    return _MARK.sub("", part)


def sent_by(programs: Sequence[Program]) -> list[list[dict[str, str]] | None]:
    """Return what each program sends, whether ``unknown`` is true or not; None if not all of its calls are reached."""
    twice = received([program.page for program in programs for _ in range(2)])
    answers: list[list[dict[str, str]] | None] = []
    for number, program in enumerate(programs):
        sent = twice[2 * number] + twice[2 * number + 1]
        reached = {each["ran"] for each in twice[2 * number + 1] if "ran" in each}
        answers.append([each for each in sent if "ran" not in each] if len(reached) == program.calls else None)
    return answers
