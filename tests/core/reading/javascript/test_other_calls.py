"""Calls of Convot.identify under another name are read as such; other functions are reported as not received."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from node_programs import received_of_each
from paste import EMAIL, SECRET, inspect, only_call, sign

from convot_inspector.core.reading import read
from convot_inspector.core.reports.code_lines import call_code

if TYPE_CHECKING:
    from convot_inspector.core.model import Redaction

HASH = sign(EMAIL)
OBJECT = f"{{ email: '{EMAIL}', user_hash: '{sign(EMAIL)}' }}"
RECEIVED = (
    "(Convot).identify(@)",
    "(window.Convot).identify(@)",
    "const c = Convot; c.identify(@)",
    "const c = window.Convot;\nc?.identify(@)",
    "var w = window; w.Convot.identify(@)",
    "const { identify } = Convot; identify(@)",
    "const { identify } = window.Convot;\nidentify(@)",
    "Convot.identify.call(Convot, @)",
    "Convot.identify.apply(Convot, [@])",
    "Convot.identify.bind(Convot)(@)",
    "const c = Convot; c.identify.call(c, @)",
    "Convot.\\u0069dentify(@)",
    "Conv\\u006ft.identify(@)",
    "window['Convot']['identify'](@)",
    "Convot?.['identify'](@)",
    "(0, Convot.identify)(@)",
    "const p = @; (Convot).identify(p)",
    "const { identify: id } = Convot; id(@)",
    "const { identify } = window['Convot']; identify(@)",
    "const { Convot: c } = window; c.identify(@)",
    "const go = Convot.identify; go(@)",
    "const go = Convot.identify.bind(Convot);\ngo(@)",
    "Convot.identify.bind(Convot, @)()",
    "Reflect.apply(Convot.identify, Convot, [@])",
    "setTimeout(Convot.identify, 100, @)",
    "const m = 'identify'; Convot[m](@)",
    "Convot['iden' + 'tify'](@)",
    "(window.Convot || {}).identify(@)",
    "(function (C) { C.identify(@); })(Convot)",
    "(c => c.identify(@))(window.Convot)",
    "Convot.identify(...[@])",
    "const a = [@]; Convot.identify(...a)",
    "Convot.identify((0, @))",
    "Convot.identify(p = @)",
    "window.me = @;\nConvot.identify(window.me);",
    "window.me = @;\nfunction go() {}\nself.Convot.identify(globalThis.me);",
    "var w = window;\nwindow.me = @;\nw.Convot.identify(w.me);",
)
NOT_RECEIVED = {
    "convot.identify(@)": "not-identify",
    "CONVOT.identify(@)": "not-identify",
    "Convot.Identify(@)": "not-identify",
    "Convot.boot(@)": "not-identify",
    "window.Convot.setUser(@)": "not-identify",
    "Convot('identify', @)": "not-identify",
    "Convot('boot', @)": "not-identify",
    "Convot.identify('42', @)": "identify-arguments",
    "Convot.identify(42, @)": "identify-arguments",
    "window.Convot = { app_id: 'app_1', user: @ }": "settings-object",
    "window.Convot = @": "settings-object",
    "<script>\nwindow.Convot = { user: @ };\n</script>": "settings-object",
    "const code = `Convot.identify(@)`;": "not-run",
    'const code = "Convot.identify(@)";': "not-run",
    "<script src='widget.js'>Convot.identify(@)</script>": "not-run",
    "// Convot.identify(@)": "not-run",
    "<!-- Convot.identify(@) -->": "not-run",
    "analytics.identify('7', @)": "not-identify",
    f"analytics.identify('7', {{ email: '{EMAIL}' }}, {{ integrations: {{ Convot: {{ user_hash: '{HASH}' }} }} }})": (
        "not-identify"
    ),
    f"<script src='https://cdn.convot.io/w.js' data-email='{EMAIL}' data-user-hash='{HASH}'></script>": "not-identify",
    "fetch('https://api.example.com/v1/identify', { method: 'POST', body: JSON.stringify(@) })": "not-identify",
    f"curl https://api.example.com/identify -d 'email={EMAIL}&user_hash={sign(EMAIL)}'": "not-identify",
    f'POST /identify HTTP/1.1\nHost: a.example.com\n\n{{"email":"{EMAIL}","user_hash":"{HASH}"}}': "not-identify",
}
NOBODY_KNOWS = (
    "import convot from './convot'; convot.identify(@)",
    "import { convot } from './convot'; convot.identify(@)",
    "const convot = useConvot(); convot.identify(@)",
    "function f(convot) { convot.identify(@) }",
    "this.convot.identify(@)",
    "convotHelper.identify(@)",
    "window.convotSettings = @",
    'evaluateJavascript("Convot.identify(@)")',
    "eval(`Convot.identify(@)`)",
)


def filled(text: str) -> str:
    """The text with the object for an ``@`` that is in no address."""
    return re.sub(r"(?<!\w)@(?!\w)", lambda _: OBJECT, text)


REDACTIONS: tuple[Redaction, ...] = ("mask", "remove")
IDS = {"not-identify", "identify-arguments", "settings-object", "not-run"}


@pytest.mark.parametrize("text", RECEIVED)
def test_another_name_for_the_call_is_read(text: str) -> None:
    found = only_call(text.replace("@", OBJECT))
    assert (found.user.status, IDS & {each.id for each in found.findings}) == ("verified", set())


@pytest.mark.parametrize(("text", "id_"), NOT_RECEIVED.items())
def test_call_that_convot_does_not_receive_is_checked_and_reported(text: str, id_: str) -> None:
    inspection = inspect(filled(text))
    (found,) = inspection.calls
    assert (found.user.status, IDS & {each.id for each in found.findings}) == ("verified", {id_})
    (diagnosis,) = inspection.diagnoses()
    assert (diagnosis.conclusion, [each.id for each in diagnosis.lead]) == ("not-received", [id_])


@cache
def fixes() -> dict[str, tuple[str, str]]:
    """Return the fix of each text that Convot does not receive, in lines and in one line."""
    calls = {text: inspect(filled(text)).calls[0] for text in NOT_RECEIVED}
    return {
        text: (call_code(found, "none", "whole"), call_code(found, "none", "whole", in_lines=False))
        for text, found in calls.items()
    }


@pytest.mark.parametrize("text", NOT_RECEIVED)
def test_the_fix_is_the_one_right_call_with_the_same_values(text: str) -> None:
    sent = received_of_each(tuple(dict.fromkeys(code for both in fixes().values() for code in both)))
    for code in fixes()[text]:
        assert sent[code] == [{"email": EMAIL, "user_hash": sign(EMAIL)}]
    (again,) = inspect(fixes()[text][0]).calls
    assert (again.user.status, again.findings) == ("verified", ())


def test_fix_keeps_expressions_and_leaves_out_wrong_or_private_values() -> None:
    (found,) = inspect('convot.identify({ email: user.email, user_hash: "</script>\'\\u2028", name: null })').calls
    code = call_code(found, "none", "whole")
    assert "email: user.email," in code
    assert "</script" not in code
    wrong = f"Convot.boot({{ email: '{EMAIL}', user_hash: '{'0f' * 32}' }})"
    (found,) = inspect(wrong).calls
    assert "0f0f" not in call_code(found, "none", "whole")
    (right,) = inspect(f"Convot.boot({OBJECT})").calls
    assert sign(EMAIL) not in call_code(right, "none")
    for redaction in REDACTIONS:
        code = call_code(right, redaction, "whole")
        assert EMAIL not in code
        assert sign(EMAIL) not in code
    exposed = f"Convot.boot({{ email: '{EMAIL}', user_hash: '{sign(EMAIL)}', secret: '{SECRET}' }})"
    assert all(SECRET not in call_code(found, "none", "whole") for found in inspect(exposed).calls)
    assert call_code(only_call(f"Convot.identify({OBJECT})"), "none") == ""


@pytest.mark.parametrize("text", NOBODY_KNOWS)
def test_call_that_may_reach_convot_is_not_reported_as_not_received(text: str) -> None:
    found = [each for call in inspect(text.replace("@", OBJECT)).calls for each in call.findings]
    assert IDS.isdisjoint(each.id for each in found)


INERT = (
    "const code = `Convot.identify({ email: 'x@y.zz' })`;\n@",
    "const code = \"Convot.identify({ email: 'x@y.zz' })\";\n@",
    "// Convot.identify({ email: 'x@y.zz' })\n@",
    "/* Convot.identify({ email: 'x@y.zz' }) */\n@",
    "@\nlog(`call Convot.identify({ email: 'x@y.zz' })`)",
    "<script src='a.js'>Convot.identify({ email: 'x@y.zz' })</script><script>@</script>",
)


@pytest.mark.parametrize("text", INERT)
def test_call_that_no_browser_runs_is_ignored_beside_a_real_one(text: str) -> None:
    (call,) = read(text.replace("@", f"Convot.identify({OBJECT})")).calls
    assert (call.fields["email"].value, call.runs) == (EMAIL, True)


CODE = (
    "window.me = @;\nif (a) window.me.email = 'y';\nConvot.identify(window.me);",
    "window.me = @;\nObject.assign(window.me, q);\nConvot.identify(window.me);",
    "if (a) { window.me = @; }\nConvot.identify(window.me);",
    "Convot.identify(window.me);\nwindow.me = @;",
    "window.me = @;\nfix(window.me);\nConvot.identify(window.me);",
    "function me() {\n if (a) return @;\n return b;\n}\nConvot.identify(me());",
    "const me = () => (@);\nConvot.identify(fix(me()));",
    "class A {\n payload = @;\n go() { Convot.identify(this.payload); }\n}",
    "this.user = @;\nConvot.identify(this.user);",
    "var p = @;\neval(q);\nConvot.identify(p);",
    "var p = @;\nConvot.identify(fix(p));",
    "var p = @;\nConvot.identify(a ? p : q);",
    "const convotUser = @;\nconvotUser.email = 'y';\nsend(convotUser);",
)


@pytest.mark.parametrize("text", CODE)
def test_an_object_of_code_around_the_call_is_not_known(text: str) -> None:
    calls = read(text.replace("@", OBJECT)).calls
    assert not any(call.fields["email"].known for call in calls if "email" in call.fields)


@pytest.mark.parametrize("text", RECEIVED)
def test_node_hands_the_same_fields_to_convot(text: str) -> None:
    (sent,) = received_of_each(tuple(each.replace("@", OBJECT) for each in RECEIVED))[text.replace("@", OBJECT)]
    (call,) = read(text.replace("@", OBJECT)).calls
    assert sent == {name: field.value for name, field in call.fields.items()}
