"""Objects that code passes to functions other than Convot's, and what functions return that are called at once."""

from __future__ import annotations

import pytest
from paste import inspect, sign

EMAIL = "o'x\\y@example.com"
QUOTED = "'o\\'x\\\\y@example.com'"
HASH = sign(EMAIL)


@pytest.mark.parametrize(
    "text",
    [
        "axios.post(url, { email: %e, user_hash: '%h' }, { headers: { A: 'b' } })",
        "Hi,\n\nwe do: await http.post(`${A}/x`, JSON.stringify({ email: %e, user_hash: '%h' }));\n\nIt's not working!",
        "store.dispatch({ type: 'login', payload: { email: %e, user_hash: '%h' } })",
        "const e = %e;\nsend({ email: e, user_hash: '%h' });",
        "window.__DATA__ = (function(a,b){return {user:{email:a,user_hash:b}}}(%e,'%h'));",
        "<script>window.__NUXT__=(function(a,b,email){return {data:[{me:{email,user_hash:b}}]}}({},'%h',%e))</script>",
        "push((a => ({ email: a, user_hash: '%h' }))(%e));",
    ],
)
def test_the_grammar_fixes_their_values(text: str) -> None:
    (right,) = inspect(text.replace("%e", QUOTED).replace("%h", HASH)).calls
    assert (right.user.status, right.call.fields["email"].value) == ("verified", EMAIL)
    (wrong,) = inspect(text.replace("%e", QUOTED).replace("%h", "ab" * 32)).calls
    assert wrong.user.status == "mismatch"


@pytest.mark.parametrize(
    "text",
    [
        "send({ email: user.email, user_hash: '%h' });",
        "let e = %e;\ne = next();\nsend({ email: e, user_hash: '%h' });",
        "x = (function(a,b){a.user=b;return {email:a,user_hash:b}}(%e,'%h'));",
        "x = (function(a,b){return {email:a,user_hash:b}}(...all,%e,'%h'));",
        "x = (function(a,b){return {email:a,user_hash:b}}(first(%e),'%h'));",
        "x = (function({ a },b){return {email:a,user_hash:b}}(%e,'%h'));",
    ],
)
def test_what_the_text_does_not_fix_is_not_judged(text: str) -> None:
    found = inspect(text.replace("%e", QUOTED).replace("%h", "ab" * 32)).calls
    assert {call.user.status for call in found} <= {"not-checked"}
