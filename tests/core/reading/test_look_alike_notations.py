"""Texts that were once read wrongly, in notations that look alike: each is right, unknown, or no call."""

# ruff: noqa: E501 - a table of texts, one a line

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest
from paste import EMAIL, inspect, only_call, problem_ids, sign

if TYPE_CHECKING:
    from collections.abc import Callable

WHO = "zoë+o'neil\"q\\x😀@exämple.com"
SENT = {"email": WHO, "name": "用户 & <b>é 𝒳", "user_hash": sign(WHO)}
JSON, ASCII = json.dumps(SENT, ensure_ascii=False), json.dumps(SENT)
HASH = sign(EMAIL)
PLAIN = json.dumps({"email": EMAIL, "user_hash": HASH})
OBJECT = f"{{\n  email: '{EMAIL}',\n  user_hash: '{HASH}'\n}}"
URL = "https://api.convot.io/v1/identify"


def bash(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def form_parts(sent: dict[str, str]) -> str:
    parts = (f'------AaB03x\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in sent.items())
    return "".join(parts) + "------AaB03x--\r\n"


RIGHT = {
    # JavaScript
    "two casts that only assert": ("javascript", f"window.Convot!.identify({OBJECT}!);"),
    "a name in brackets": ("javascript", f"Convot.identify({{['email']: '{EMAIL}', [`user_hash`]: '{HASH}'}})"),
    "a call without its this": ("javascript", f"(0,window.Convot.identify)({{email:'{EMAIL}',user_hash:'{HASH}'}})"),
    "halves of pairs in JSON in a text": ("javascript", f"Convot.identify(JSON.parse({json.dumps(JSON)}))"),
    "settings under a remark": ("javascript", f"// of the page\n/* {{ */ {{'email': '{EMAIL}', /* x */ user_hash: '{HASH}',}}"),
    # JSON
    "objects one after the other": ("json", f"{JSON}\n{ASCII}\n{JSON}\n"),
    "objects on one line": ("json", JSON + JSON),
    "objects and commas": ("json", f"{JSON},\n{JSON},\n"),
    "records of RFC 7464": ("json", f"\x1e{JSON}\n\x1e{ASCII}\n"),
    "JSON in JSON with pairs": ("json", json.dumps(json.dumps(JSON))),
    # beside other things
    "a call that is spoken of": ("lines", f"We use Convot.identify with\n\nemail: {EMAIL}\nuser_hash: {HASH}\n"),
    "a call that is spoken of on the line": ("log", f"In Convot.identify we send: {PLAIN}"),
    # HTML
    "names of another script": ("html", f"<script>var mail = '{EMAIL}', hash = '{HASH}'</script><p>Don't</p><script>Convot.identify({{email: mail, user_hash: hash}})</script>"),
    "escaped twice": ("html", html.escape(html.escape("<script>Convot.identify(" + PLAIN + ")</script>"))),
    # shells
    "here-document": ("curl", f"curl {URL} \\\n  -H 'a: b' \\\n  --data @- <<'EOF'\n{JSON}\nEOF\n"),
    "here-document, binary": ("curl", f'curl {URL} --data-binary @- << "JSON"\n{json.dumps(SENT, indent=2)}\nJSON\necho done'),
    "here-document, indented": ("curl", f"if true; then\n\tcurl {URL} -d @- <<-'E'\n\t\t{JSON}\n\tE\nfi"),
    "here-document, escapes": ("curl", f"curl {URL} -d @- <<EOF\n" + ASCII.replace("\\", "\\\\").replace("$", "\\$") + "\nEOF"),
    "here-document, then a pipe": ("curl", f"curl {URL} -d @- <<'EOF' | jq .\n{JSON}\nEOF"),
    "here-document, then options": ("curl", f"curl -d @- <<\\E {URL} \\\n -H 'a: b'\n{JSON}\nE\ncurl {URL}/x"),
    "here-document of cat": ("curl", f"cat <<'EOF' | curl {URL} -d @-\n{JSON}\nEOF"),
    "here-document, form on lines": ("curl", f"curl {URL} -d @- <<'E'\n{urlencode(SENT).replace('&', chr(10) + '&')}\nE"),
    "here-string": ("curl", f"curl {URL} --json @- <<< {bash(JSON)}"),
    "a prompt": ("curl", f"user@host:~/app$ curl {URL} -d {bash(JSON)}\n{{}}"),
    "sudo": ("curl", f"sudo curl {URL} -d {bash(JSON)}"),
    "a remark behind": ("curl", f"# it's\ncurl {URL} \\\n -d {bash(JSON)} # it's"),
    "curl's own quotes": ("curl", f"curl {URL} -F 'email=\"{EMAIL}\"' -F user_hash={HASH}"),
    # forms
    "a form in parts": ("form", form_parts(SENT)),
    "a form on lines": ("form", "&\n".join(f"{name}={quote(value)}" for name, value in SENT.items())),
    "a form on lines, & before": ("form", "\n  &".join(f"{name}={quote(value)}" for name, value in SENT.items())),
    "a form with an empty pair": ("form", urlencode(SENT) + "&"),
    "a server's log": ("query", f'127.0.0.1 - - [10/Oct/2026] "GET /identify?{urlencode(SENT)} HTTP/1.1" 200 "-"'),
    "a HAR with escaped names": ("har", json.dumps({"log": {"entries": [{"request": {"url": URL, "postData": {"text": PLAIN.replace("email", "\\u0065mail")}}}]}})),
    # consoles
    "an array in Chrome": ("console", f"(2) [{{email: '{EMAIL}', user_hash: '{HASH}'}}, {{email: '{EMAIL}', user_hash: '{HASH}'}}]"),
    "colours": ("javascript", f"{{\n  email: \x1b[32m'{EMAIL}'\x1b[39m,\n  user_hash: \x1b[32m'{HASH}'\x1b[39m\n}}"),
    "colours without their sign": ("javascript", f"{{\n  email: [32m'{EMAIL}'[39m,\n  user_hash: [32m'{HASH}'[39m\n}}"),
    # other notations
    "Django's form": ("python", f"<QueryDict: {{'email': ['{EMAIL}'], 'user_hash': ['{HASH}']}}>"),
    "a heredoc": ("php", f"$p = [\n  'email' => <<<EOT\n{EMAIL}\nEOT,\n  'user_hash' => '{HASH}',\n];"),
    "a heredoc that is indented": ("php", f"['email' => <<<\"E\"\n    john\\x40ex\\u{{61}}mple.com\n    E, 'user_hash' => '{HASH}']"),
    "a nowdoc": ("php", f"array('email' => <<<'E'\n  {WHO}\n  E\n, 'user_hash' => <<<'X'\n{sign(WHO)}\nX\n)"),
    "flow style": ("yaml", f"{{email: {EMAIL}, user_hash: {HASH}}}"),
    "flow style on lines": ("yaml", f"visitor: {{ # who\n  email: {EMAIL}, # mail\n  'user_hash': \"{HASH}\",\n}}\nnext: 1\n"),
    "flow style in a list": ("yaml", f"- {{email: {EMAIL}, user_hash: {HASH}}}\n- {{email: {EMAIL}, user_hash: {HASH}}}\n"),
    "flow style, nested": ("yaml", f"---\nvisitors: [{{email: {EMAIL}, user_hash: {HASH}, n: [1, ~], custom: {{a: b}}}}]\n"),
    "flow style without spaces": ("yaml", f"v: {{\"email\":\"john\\x40example.com\",'user_hash':{HASH}}}"),
    "block scalars": ("yaml", f"email: |-\n  {EMAIL}\nuser_hash: >-\n  {HASH}\n"),
    "a scalar below its key": ("yaml", f"---\nemail:\n  {EMAIL}\nuser_hash:\n  {HASH}\nname: x\n"),
    "a value below its label": ("lines", f"Email: {EMAIL}\nUser hash:\n{HASH}\n\nThanks"),
}  # fmt: skip


@pytest.mark.parametrize(("format_", "text"), RIGHT.values(), ids=RIGHT.keys())
def test_notation_is_recognised_and_verifies(format_: str, text: str) -> None:
    inspection = inspect(text)
    assert (inspection.format, inspection.problems) == (format_, ())
    assert {call.user.status for call in inspection.calls} == {"verified"}
    for call in inspection.calls:
        field = call.call.fields["user_hash"]
        assert field.value in text[field.start : field.end]
        assert text[: field.start].count("\n") + 1 == field.line


UNKNOWN = {
    "a here-document's variable": f'curl {URL} -d @- <<EOF\n{{"email":"$EMAIL","user_hash":"{HASH}"}}\nEOF',
    "a quote of PowerShell's": f"curl.exe {URL} -d '{{\"email\": \"o''neil@b.c\", \"user_hash\": \"{HASH}\"}}'",
    "curl's own escapes": f"curl {URL} -F 'email=\"a\\\\b@c.d\"' -F user_hash={HASH}",
    "a form's letters on lines": f"email=john%40example.com\nuser_hash={sign('john%40example.com')}",
    "the end of a URL whose beginning is missing": f"a=1&user_hash={HASH}&email=john%40example.com#top",
    "a hash on two lines of a mail": f"email: {EMAIL}\nuser_hash: {HASH[:40]}\n{HASH[40:]}\n",
    "a hash on two lines of an answer": f"> email: {EMAIL}\n> user_hash: {HASH[:40]}=\n> {HASH[40:]}\n",
    "a hash on three lines of a mail": f"email: {EMAIL}\nuser_hash: {HASH[:9]}\n{HASH[9:40]}\n{HASH[40:]}",
    "a URL on two lines": f"{URL}?email=john%40example.com&user_hash={HASH[:9]}\n{HASH[9:]}",
    "an address on two lines": f"array('email' => 'john@exam\nple.com', 'user_hash' => '{HASH}')",
    "a hash on two lines of code": f"array('email' => '{EMAIL}', 'user_hash' => '{HASH[:50]}\n{HASH[50:]}')",
    "a heredoc's variable": f"['email' => <<<E\n$user@b.c\nE, 'user_hash' => '{HASH}']",
    "a heredoc in lines": f"email: <<<'E'\nuser_hash: {HASH}",
    "a tag of YAML's": f"email: !!str {EMAIL}\nuser_hash: {HASH}\n",
    "an anchor": f"v: {{email: &a {EMAIL}, user_hash: {HASH}}}",
    "YAML's disputes in flow style": f"{{external_id: 0123, user_hash: {sign('0123')}}}",
    "a text over several lines": f'v: {{email: "john\n  @example.com", user_hash: {HASH}}}',
    "a line end that YAML 1.1 folds": f"---\nemail: 'a\u2028  b@c.d'\nuser_hash: {HASH}\n",
    "YAML's escapes in what JavaScript reads": f'{{"email": "a\\Nb@c.d", "user_hash": "{HASH}",}}',
    "YAML's escapes in what a console prints": f"x {{'email': \"a\\Lb@c.d\", 'user_hash': '{HASH}'}}",
    "a doubled quote": f"{{'email': 'o''neil@b.c', 'user_hash': '{HASH}', 'x': None}}",
    "a line end before the closing quote": f"Convot.identify({{email: '{EMAIL}\n  ', user_hash: '{HASH}'}})",
    "quotes between bars": f'email|user_hash\n"a""b@c.d"|{HASH}\n',
    "an address in angles": f"email: <{EMAIL}>\nuser_hash: {HASH}\n",
    "a template of Razor's": f"Convot.identify({{email: '@Model.Email', user_hash: '{HASH}'}})",
    "a template of ColdFusion's": f"Convot.identify({{email: '#user.email#', user_hash: '{HASH}'}})",
    "a template of Smarty's": f"Convot.identify({{email: '{{$user.email}}', user_hash: '{HASH}'}})",
    "a variable of PHP's": f"Convot.identify({{email: '$user->email', user_hash: '{HASH}'}})",
    "a value with its middle left out": f"Convot.identify({{external_id: 'abc…def', user_hash: '{HASH}'}})",
    "an address of xs": f"Convot.identify({{email: 'xxx@xxxx.com', user_hash: '{HASH}'}})",
    "a placeholder in braces": f"Convot.identify({{email: '{EMAIL}', user_hash: '{{hash}}'}})",
    "an entity in Cloudflare's address": f"<script>Convot.identify({{email: '[email&#160;protected]', user_hash: '{HASH}'}})</script>",
}  # fmt: skip


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_ambiguous_text_is_checked_only_where_the_hash_proves_it(text: str) -> None:
    (found,) = inspect(text).calls
    assert found.user.status in ("not-checked", "verified")
    other = text.replace(HASH, sign("somebody else"))
    if other != text:
        assert [each.user.status for each in inspect(other).calls] == ["not-checked"]


@pytest.mark.parametrize(
    ("change", "email", "status"), [("p.email = 'x';", "x", "mismatch"), ("delete p.email;", None, "no-value")]
)
def test_an_object_that_is_changed_is_read_as_the_page_sends_it(change: str, email: str | None, status: str) -> None:
    found = only_call(f"let p = {OBJECT};\n{change}\nConvot.identify(p);")
    sent = found.call.sent("email")
    assert ((sent.value if sent is not None else None), found.user.status) == (email, status)


MAYBE_CHANGED = ["p = other;", "fix(p);", "p['email'] = id;"]


@pytest.mark.parametrize("change", MAYBE_CHANGED)
def test_object_that_may_have_changed_is_judged_only_by_its_hash(change: str) -> None:
    text = f"let p = {OBJECT};\n{change}\nConvot.identify(p);"
    assert only_call(text).user.status == "verified"
    other = inspect(text.replace(HASH, sign("somebody else")))
    assert [call.user.status for call in other.calls] == ["not-checked"] * len(other.calls)
    assert other.calls or [problem.id for problem in other.problems] == ["values-elsewhere"]


@pytest.mark.parametrize(
    "code", ["Object.assign(p, extra);\nConvot.identify(p);", "Convot.identify({...p, ...extra});"]
)
def test_where_an_unknown_object_may_set_every_field_nothing_is_known(code: str) -> None:
    assert only_call(f"let p = {OBJECT};\n{code}").user.status == "not-checked"


COMMENTED = {
    "JavaScript": f"/*\nConvot.identify({OBJECT});\n*/\nstart();",
    "lines": "// Convot.identify(" + OBJECT.replace("\n", "\n// ") + ");\nstart();",
    "HTML": f"<!--\n<script>\nConvot.identify({OBJECT});\n</script>\n-->",
    "a page": f"<html><body><!--\nConvot.identify({OBJECT});\n--></body></html>",
}


@pytest.mark.parametrize("text", COMMENTED.values(), ids=COMMENTED.keys())
def test_call_in_a_comment_is_checked_and_reported_as_not_run(text: str) -> None:
    found = only_call(text)
    assert (found.user.status, found.call.runs, [row.id for row in found.findings]) == ("verified", False, ["not-run"])


def test_a_call_in_a_template_for_scripts_is_no_call() -> None:
    text = f"<script type='text/x-template'>\nConvot.identify({OBJECT});\n</script>"
    assert (inspect(text).calls, problem_ids(text)) == ((), ["no-identify-call"])


def test_an_old_script_that_hides_from_browsers_without_scripts_runs() -> None:
    assert only_call(f"<!--\nConvot.identify({OBJECT})\n//-->").user.status == "verified"


@pytest.mark.parametrize("schema", [
    '{"properties": {"email": {"type": "string"}, "user_hash": {"type": "string"}}}',
    "properties:\n  email: {type: string}\n  user_hash: {type: string}\n",
])  # fmt: skip
def test_a_schema_is_no_payload(schema: str) -> None:
    assert inspect(schema).calls == ()


VENDORS = {
    "Pylon": "window.pylon = { chat_settings: { app_id: 'x', email: 'a@b.c', email_hash: 'HASH' } };",
    "Plain": "Plain.init({ appId: 'x', customerDetails: { email: 'a@b.c', emailHash: 'HASH' } });",
    "Gist": "gist.identify('5', { email: 'a@b.c', user_hash: 'HASH' });",
    "Re:amaze": "var _support = { account: 'x', user: { id: '5', authkey: 'HASH', email: 'a@b.c' } };",
    "Featurebase": "Featurebase('identify', { email: 'a@b.c', userHash: 'HASH' });",
    "MagicBell": "<MagicBell apiKey='x' userEmail='a@b.c' userKey='HASH' />",
    "Userflow": "userflow.identify('5', { email: 'a@b.c' }, { signature: 'HASH' });",
    "Gleap": "Gleap.identify('5', { email: 'a@b.c' }, 'HASH');",
    "Freshchat": "window.fcWidget.init({ token: 'x', externalId: '5', email: 'a@b.c' });",
    "Tidio": "document.tidioIdentify = { distinct_id: '5', email: 'a@b.c' };",
    "LiveChat": "LiveChatWidget.call('set_customer_email', 'a@b.c');",
    "Olark": "olark('api.visitor.updateEmailAddress', { emailAddress: 'a@b.c' });",
    "Chatlio": "_chatlio.identify('5', { email: 'a@b.c' });",
}


@pytest.mark.parametrize("name", VENDORS)
def test_another_product_is_named(name: str) -> None:
    inspection = inspect(VENDORS[name].replace("HASH", HASH))
    assert inspection.calls == ()
    (problem,) = inspection.problems
    assert problem.id == "other-vendor"
    assert f"a call of {name}," in problem.message


def test_a_filter_of_a_template_computes_a_hash() -> None:
    (problem,) = inspect("{{ customer.email | hmac_sha256: secret }}").problems
    assert "server code" in problem.message


PROSE = "It's a long story - nobody reads it: she said “no”, and ‘yes’.\n"
LONG: dict[str, Callable[[str], str]] = {
    "quoted": lambda text: "> " + (PROSE * 5000 + text + PROSE * 5000).replace("\n", "\n> "),
    "numbered": lambda text: "\n".join(f"{n:5d}  {line}" for n, line in enumerate((PROSE * 3000 + text + PROSE).split("\n"))),
    "fenced": lambda text: PROSE * 5000 + "```js\n" + text + "\n```\n" + PROSE,
    "in words": lambda text: PROSE * 5000 + "Here's our call: " + text + "\n" + PROSE * 5000,
    "curled": lambda text: PROSE * 5000 + text.replace("'", "”").replace(" ”", " “") + PROSE * 5000,
}  # fmt: skip


@pytest.mark.parametrize("damage", LONG)
def test_a_long_text_is_repaired_too(damage: str) -> None:
    text = LONG[damage](f"Convot.identify({OBJECT});\n")
    assert len(text) > 200_000
    found = only_call(text)
    assert found.user.status == "verified"
    field = found.call.fields["email"]
    assert EMAIL in text[field.start : field.end]


@pytest.mark.parametrize("damage", ["quoted", "numbered"])
@pytest.mark.slow
def test_text_too_long_to_repair_is_reported(damage: str) -> None:
    text = LONG[damage]("\n" * 600_000 + f"Convot.identify({OBJECT.replace(HASH, sign('somebody else'))});\n")
    inspection = inspect(text)
    assert (inspection.calls, [problem.id for problem in inspection.problems]) == ((), ["too-large"])
