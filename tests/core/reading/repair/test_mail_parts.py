"""Quoted-printable parts of mails, written by Python's own mail library."""

from __future__ import annotations

from email.charset import QP, Charset
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart

import pytest
from paste import inspect, sign

EMAIL = "zoë=3d+o'neil@exämple.example"
CALL = """Hello, our page has this:

Convot.identify({{
  email: "{email}",
  user_hash: "{hash}",
  name: "Zoë ={{3D}} and a name that is long enough for a line of a mail to be broken in the middle of it"
}});
"""


def mail(text: str, charset: str) -> str:
    encoded = Charset(charset)
    encoded.body_encoding = QP
    part = MIMENonMultipart("text", "plain", charset=charset)
    part.set_payload(text, encoded)
    whole = MIMEMultipart("alternative")
    whole.attach(part)
    return whole.as_string()


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("quote", ["", "> "])
def test_call_in_a_quoted_printable_part_reads_as_it_was_written(charset: str, quote: str) -> None:
    text = mail(CALL.format(email=EMAIL, hash=sign(EMAIL)), charset)
    assert "=3D" in text
    text = "".join(quote + line for line in text.splitlines(keepends=True))
    (call,) = inspect(text).calls
    assert call.call.fields["email"].value == EMAIL
    assert call.call.fields["name"].value.startswith("Zoë ={3D} and")
    assert call.user.status == "verified"


def test_wrong_hash_in_base64_is_read_without_its_escapes() -> None:
    text = mail(CALL.format(email=EMAIL, hash="azot/DiPkOloWd40gJj6c1r/lFWw06GyJs5KO3yBBLo="), "utf-8")
    (call,) = inspect(text).calls
    assert call.call.fields["user_hash"].value.endswith("BBLo=")


@pytest.mark.parametrize("charset", ["hex", "idna", "unicode_escape", "iso-8859-12", "utf-7"])
def test_charset_that_no_mail_has_is_taken_for_utf_8(charset: str) -> None:
    header = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: quoted-printable\n\n"
    (call,) = inspect(
        header + f'Convot.identify({{email: "zo=C3=AB@x.example", user_hash: "{sign("zoë@x.example")}"}})'
    ).calls
    assert call.user.status == "verified"
