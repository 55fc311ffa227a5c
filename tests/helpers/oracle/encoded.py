"""Shapes in which the call stands encoded: in base64, in a parameter of another URL, in the message of a log's JSON."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from oracle.pages import call
from oracle.shape import Shape, stamp, without

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import Fields


def mail_part(fields: Fields, chance: Random) -> str:
    content = base64.encodebytes(f"Hello,\n\n{call(fields)}".encode()).decode()
    part = f'Content-Type: text/plain; charset="UTF-8"\nContent-Transfer-Encoding: base64\n\n{content}'
    if chance.random() < 0.5:
        return f"MIME-Version: 1.0\n{part}"
    return f'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b1"\n\n--b1\n{part}\n--b1--\n'


def burp_item(fields: Fields, _: Random) -> str:
    body = json.dumps(fields, ensure_ascii=False)
    request = f"POST /identify HTTP/1.1\r\nHost: api.convot.io\r\nContent-Type: application/json\r\n\r\n{body}"
    written = base64.b64encode(request.encode()).decode()
    return (
        '<?xml version="1.0"?>\n<items burpVersion="2026.1">\n  <item>\n'
        f'    <request base64="true"><![CDATA[{written}]]></request>\n  </item>\n</items>\n'
    )


def nested_url(fields: Fields, _: Random) -> str:
    return f"https://app.example.com/login?return_to={quote('/chat?' + urlencode(fields), safe='')}\n"


def container_log(fields: Fields, chance: Random) -> str:
    row = {"log": f"identify {json.dumps(fields)}\n", "stream": "stdout", "time": stamp(chance)}
    return json.dumps(row) + "\n"


SHAPES = (
    # What looks like a placeholder is only known where a hash of the text itself proves it.
    Shape("mail-base64", mail_part, allowed=without("<>[]{}$%*")),
    Shape("burp-base64", burp_item, allowed=without("<>[]{}$%*")),
    Shape("url-in-url", nested_url),
    Shape("docker-json-log", container_log),
)
