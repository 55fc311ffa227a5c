"""Parts of mails and exports in base64, and where their values stand in the pasted text."""

from __future__ import annotations

import base64

import pytest
from paste import EMAIL, call, inspect, sign

RIGHT = call(email=EMAIL, user_hash=sign(EMAIL), name="Zoë Żak")
PART = 'Content-Type: text/plain; charset="{}"\nContent-Transfer-Encoding: base64\n\n{}\n--b1--\n'


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-2", "utf-8; format=flowed"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_part_of_a_mail_in_base64_is_decoded(charset: str, line_end: str) -> None:
    content = base64.encodebytes(RIGHT.encode(charset.partition(";")[0])).decode()
    text = PART.format(charset, content).replace("\n", line_end)
    (found,) = inspect(text).calls
    assert found.user.status == "verified"
    assert found.call.fields["name"].value == "Zoë Żak"
    hash_ = found.call.fields["user_hash"]
    assert "user_hash" in base64.b64decode(
        text[text.index("\n\n" if line_end == "\n" else "\r\n\r\n") : hash_.end]
    ).decode(charset.partition(";")[0], "replace")


def test_a_part_that_is_no_text_stays_as_it_is() -> None:
    image = base64.encodebytes(b"\x89PNG\r\n\xff\xfe" * 40).decode()
    assert inspect(f"{PART.format('utf-8', image)}\n{RIGHT}").calls[0].user.status == "verified"
