"""The text that was sent as a hash: all that is in its quotes or its form's value; of a sentence only the digits."""

from __future__ import annotations

import json

import pytest
from paste import EMAIL, SECRET, inspect_briefly, sign

from convot_inspector import AppSecrets
from convot_inspector.core.reading.evidence.hashes import hash_sightings

HASH = sign(EMAIL)
QUOTED = {
    "argument of a call": f'axios.post("/i", {{ email: "{EMAIL}", user_hash: "%s" }})',
    "single quotes": f"axios.post('/i', {{ email: '{EMAIL}', user_hash: '%s' }})",
    "backticks": f"post({{ email: `{EMAIL}`, user_hash: `%s` }}, `x`)",
    "JSON.stringify": f'http.post(url, JSON.stringify({{ email: "{EMAIL}", user_hash: "%s" }}), {{ a: "b" }});',
    "Serilog": f'[10:11:12 INF] Identify {{"Email": "{EMAIL}", "UserHash": "%s", "$type": "Identity"}}',
    "Go": f'convot.Identity{{Email:"{EMAIL}", UserHash:"%s"}}',
    "go-spew": f'(Identity) {{\n Email: (string) (len=16) "{EMAIL}",\n UserHash: (string) (len=71) "%s"\n}}',
    "Elixir": f'%%MyApp.Identity{{email: "{EMAIL}", user_hash: "%s", __meta__: #Meta<:loaded>}}',
    "SQL": f"INSERT INTO t (email, user_hash) VALUES ('{EMAIL}','%s');",
    "doubled quotes": f'10:11:12,"{{""email"":""{EMAIL}"",""user_hash"":""%s""}}"',
    "escaped quotes": f'msg="identify {{\\"email\\":\\"{EMAIL}\\",\\"user_hash\\":\\"%s\\"}}"',
    "twice escaped": json.dumps(json.dumps(f'z {{"email":"{EMAIL}","user_hash":"%s"}}')),
    "entities": f"z {{&quot;email&quot;:&quot;{EMAIL}&quot;,&quot;user_hash&quot;:&quot;%s&quot;}}",
    "other entities": f"z {{&#39;email&#39;:&#39;{EMAIL}&#39;,&#39;user_hash&#39;:&#39;%s&#39;}}",
    "curly quotes": f"We send “{EMAIL}” and as user_hash “%s”.",
}
WRITTEN = {
    "right": ("{}", "verified", ()),
    "prefixed": ("sha256={}", "mismatch", ("digest-prefixed",)),
    "0x": ("0x{}", "mismatch", ("digest-prefixed",)),
    "name of the algorithm": ("hmac-sha256 {}", "mismatch", ("digest-prefixed",)),
    "blank": ("{} ", "mismatch", ("digest-whitespace",)),
    "blank before": (" {}", "mismatch", ("digest-whitespace",)),
}


def outcome(text: str) -> list[tuple[str, tuple[str, ...]]]:
    inspected = inspect_briefly(text, AppSecrets(SECRET))
    return [(call.user.status, tuple(call.user.causes)) for call in inspected.calls]


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("name", QUOTED)
def test_quotes_fix_what_was_sent(name: str, written: str) -> None:
    form, status, causes = WRITTEN[written]
    if name == "curly quotes" and causes == ("digest-whitespace",):
        status, causes = "verified", ()  # some languages put blanks inside such quotes
    assert outcome(QUOTED[name] % form.format(HASH)) == [(status, causes)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (HASH, ("verified", ())),
        (f"sha256%3D{HASH}", ("mismatch", ("digest-prefixed",))),
        (f"sha256={HASH}", ("mismatch", ("digest-prefixed",))),
        (f"{HASH}%0A", ("mismatch", ("digest-whitespace",))),
        (f"{HASH}+", ("mismatch", ("digest-whitespace",))),
    ],
)
def test_a_form_fixes_what_was_sent(value: str, expected: tuple[str, tuple[str, ...]]) -> None:
    address = EMAIL.replace("@", "%40")
    assert outcome(f'x.send("email={address}&user_hash={value}");') == [expected]
    assert outcome(f'x.send("user_hash={value}&email={address}");') == [expected]


@pytest.mark.parametrize(
    ("open_", "close", "causes"),
    [
        ("\"b'", "'\"", ("digest-repr",)),
        ("'Some(\"", "\")'", ("digest-repr",)),
        ("'\"", "\"'", ("digest-repr",)),
        ('"Some(\\"', '\\")"', ("digest-repr",)),
    ],
)
def test_a_display_form_inside_quotes_was_sent(open_: str, close: str, causes: tuple[str, ...]) -> None:
    text = f"axios.post('/i', {{ email: '{EMAIL}', user_hash: {open_}{HASH}{close} }})"
    assert outcome(text) == [("mismatch", causes)]


@pytest.mark.parametrize(
    "text",
    [
        f"email;Name;external_id;user_hash\n{EMAIL};Anna;;%s",
        f"-[ RECORD 1 ]-----\nemail     | {EMAIL}\nuser_hash | %s",
        f"| email | user_hash |\n|---|---|\n| {EMAIL} | %s |",
        f"<tr><td>{EMAIL}</td><td>%s</td></tr>",
    ],
)
@pytest.mark.parametrize("before", ["sha256=", "0x", "v1="])
def test_a_cell_is_what_was_sent(text: str, before: str) -> None:
    assert outcome(text % HASH) == [("verified", ())]
    assert outcome(text % f"{before}{HASH}") == [("mismatch", ("digest-prefixed",))]


@pytest.mark.parametrize(
    "text",
    [
        f"For {EMAIL} it sent the user_hash {HASH}, thanks.",
        f"For {EMAIL} it sent (user_hash: {HASH}).",
        f"For {EMAIL} the user_hash is sha256:{HASH} as we see it.",
        f"“For {EMAIL} it sent the user_hash {HASH},” she said.",
        f"“The address is {EMAIL} and the hash is “{HASH}.””",
        f'lines = ["email: {EMAIL}", "user_hash: {HASH}"]',
        f"Pour « {EMAIL} » le user_hash est « {HASH} » ; pour user_hash : « {HASH} ».",
        f"curl -F 'email={EMAIL}' -F 'user_hash={HASH}' x",
        f"the customer's {HASH} isn't accepted, her email's {EMAIL}",
        f"'{EMAIL}' {HASH} 'x'",
        f'"user_hash": "{HASH[:40]}\n  {HASH[40:]}\n", "email": "{EMAIL}" z',
        f'x "email" "{EMAIL}" "user_hash" "{" ".join(HASH[at : at + 8] for at in range(0, 64, 8))} "',
        f"{EMAIL} has Some(\"{HASH}\") and b'{HASH}'",
    ],
)
def test_what_stands_around_an_unquoted_hash_is_not_sent(text: str) -> None:
    assert outcome(text) == [("verified", ())]


def test_the_place_of_a_hash_is_the_content_of_its_quotes() -> None:
    text = f'x(user_hash: "sha256={HASH}\\n")'
    (sighting,) = hash_sightings(text)
    assert (sighting.text, sighting.name) == (f"sha256={HASH}\n", "userhash")
    assert text[sighting.start : sighting.end] == f"sha256={HASH}\\n"


def test_a_value_inside_what_was_read_as_the_hash_is_nobody_s() -> None:
    """The external_id is a name whose value is not known: a hash of the email beside it proves nothing."""
    code = "x=(function(a,b,c){return {data:[{convot:{email:a,external_id:c,user_hash:b}}]}}"
    text = f'<script>{code}("{EMAIL}","{HASH}",foo()));</script>'
    assert ("verified", ()) not in outcome(text)
    named = f'<script>{code}("{EMAIL}","{sign("gid://shopify/Customer/77")}","gid://shopify/Customer/77"));</script>'
    assert "mismatch" not in [status for status, _ in outcome(named)]
