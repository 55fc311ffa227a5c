"""Attributes of HTML, XML and JSX, HTML parts of mails, and markup in JSON: character references are decoded once."""

from __future__ import annotations

import html
import json
from email.message import EmailMessage

import pytest
from paste import SECRET, inspect, inspect_briefly, sign

from convot_inspector import AppSecrets

VALUES = ("a&b@example.com", "o'x@example.com", "ann&studio+1@example.com", "a&amp;b@example.com")
ID = "a\\b 36"


def escaped(value: str) -> str:
    return html.escape(value, quote=True)


def mail(body: str, encoding: str, **more: str) -> str:
    message = EmailMessage()
    for subtype, content in {**more, "html": body}.items():
        add = message.add_alternative if message.get_content_maintype() == "multipart" else message.set_content
        if subtype != "html" or not more:
            add(content, subtype=subtype, cte=encoding)
        else:
            message.add_alternative(content, subtype=subtype, cte=encoding)
    return message.as_string()


ELEMENTS = {
    "JSX": "render(<ConvotIdentify email=\"{email}\" user_hash='{hash}' />, document.body);",
    "JSX behind an expression": "x = <A style={{{{top: 1}}}} on={{() => go()}} email=\"{email}\" user_hash='{hash}'/>",
    "XML": 'Output: <user email="{email}" userHash="{hash}" plan=\'a<b\'/>',
    "XML in a log": 'level=info <user email="{email}" user_hash="{hash}"></user>',
    "Vue": "<convot-widget :identity=\"{{ email: '{email}', user_hash: '{hash}' }}\" />",
    "Angular": "The template: <x [user]=\"{{ email: '{email}', user_hash: '{hash}' }}\"></x>",
    "Alpine": "<div x-data=\"{{ email: '{email}', user_hash: '{hash}' }}\">",
    "event": "Our button: <a href='#' onclick=\"Convot.identify({{ email: `{email}`, user_hash: '{hash}' }})\">x</a>",
}


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", ELEMENTS)
def test_references_in_attributes_are_decoded(name: str, value: str) -> None:
    if "'" in value and name in ("Vue", "Angular", "Alpine"):
        value = value.replace("'", "’")
    (call,) = inspect(ELEMENTS[name].format(email=escaped(value), hash=sign(value))).calls
    assert (call.user.status, call.call.fields["email"].value) == ("verified", value)


@pytest.mark.parametrize("name", [name for name in ELEMENTS if name != "JSX behind an expression"])
def test_a_hash_of_what_is_written_in_an_attribute_is_wrong(name: str) -> None:
    value = "a&b@example.com"
    text = ELEMENTS[name].format(email=escaped(value), hash=sign(escaped(value)))
    inspected = inspect_briefly(text, AppSecrets(SECRET), 600)
    assert [(call.user.status, call.user.causes) for call in inspected.calls] == [("mismatch", ("value-escaped",))]


@pytest.mark.parametrize(
    "text",
    [
        'Convot.identify({{ email: "{email}", user_hash: "{hash}" }})',
        'if (a <b) {{ x = {{ email: "{email}", user_hash: "{hash}" }} }}',
    ],
)
def test_references_in_code_are_text(text: str) -> None:
    value = "a&amp;b@example.com"
    inspected = inspect(text.format(email=value, hash=sign(value)))
    assert [(call.user.status, call.signed.value) for call in inspected.calls if call.signed] == [("verified", value)]


CALL = 'Convot.identify({{ email: "{email}", external_id: "{id}", user_hash: "{hash}" }});'


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("encoding", ["quoted-printable", "8bit"])
@pytest.mark.parametrize(
    "around",
    [
        "<p class='email'>Hi,</p>\n<pre>{}</pre>",
        "<div>It is: {}<br>&copy; A</div>",
        "<p>a</p><blockquote>{}</blockquote>",
    ],
)
def test_html_parts_of_mails_are_read_as_they_are_shown(around: str, encoding: str, value: str) -> None:
    code = CALL.format(email=value, id="7", hash=sign("7"))
    (call,) = inspect(mail(around.format(escaped(code)), encoding)).calls
    assert (call.user.status, call.call.fields["email"].value) == ("verified", value)


def test_pages_in_a_mail_or_an_answer_keep_their_scripts_and_attributes() -> None:
    value = "a&amp;b@example.com"
    script = f"<p>x &amp; y</p><script>{CALL.format(email=value, id=value, hash=sign(value))}</script>"
    (call,) = inspect(f"HTTP/1.1 200 OK\nContent-Type: text/html\n\n{script}").calls
    assert (call.user.status, call.call.fields["email"].value) == ("verified", value)


@pytest.mark.parametrize("around", ["<pre>{}</pre>", "<p>Hi</p><code>{}</code>", "{}"])
@pytest.mark.parametrize("is_ascii", [True, False])
def test_markup_in_json_is_read_without_the_escapes_of_json(around: str, *, is_ascii: bool) -> None:
    code = CALL.format(email="jörg&b😀@example.com", id=ID.replace("\\", "\\\\"), hash=sign(ID))
    text = json.dumps({"id": 1, "body": around.format(escaped(code)), "x": None}, ensure_ascii=is_ascii)
    (call,) = inspect(text).calls
    fields = call.call.fields
    assert (call.user.status, fields["external_id"].value) == ("verified", ID)
    assert fields["email"].value == "jörg&b😀@example.com"
