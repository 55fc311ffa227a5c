"""Shapes in which other things stand beside the call: other events, and lines that a diff removes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from oracle.pages import call
from oracle.shape import Shape, request_id, stamp
from oracle.signing import sign

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import Fields


def events(fields: Fields, chance: Random) -> str:
    name = chance.choice(("event", "type", "msg", "action"))
    order = {name: "order_created", "email": "bob@example.org", "checksum": f"{chance.getrandbits(256):064x}"}
    rows = [order, {name: "identify", **fields}]
    chance.shuffle(rows)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def removed_line(fields: Fields, chance: Random) -> str:
    removed = "- Convot.identify({ email: user.email })\n"
    added = "".join(f"+ {line}\n" for line in call(fields).splitlines())
    if chance.random() < 0.5:
        return f"```diff\n{removed}{added}```\n"
    return f"--- a/app.js\n+++ b/app.js\n@@ -3 +3,{added.count(chr(10))} @@ boot\n{removed}{added}"


def interleaved(fields: Fields, chance: Random) -> str:
    """Write two requests of a log in turn."""
    mine, other = request_id(chance)[:8], request_id(chance)[:8]
    rest = " ".join(f"{name}={value}" for name, value in fields.items() if name != "user_hash")
    rows = [
        f"{stamp(chance)} [{other}] user_hash={sign('other@example.com')}",
        f"{stamp(chance)} [{mine}] user_hash={fields['user_hash']}",
        f"{stamp(chance)} [{other}] email=other@example.com",
        f"{stamp(chance)} [{mine}] {rest}",
    ]
    return "\n".join(rows) + "\n"


SHAPES = (
    Shape("events-beside", events),
    Shape("diff-removed-line", removed_line),
    Shape("log-interleaved", interleaved, "never"),
)
