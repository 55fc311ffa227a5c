"""Writes the identities as Python prints them: ``python make_python.py`` in this folder writes the .txt files."""

from __future__ import annotations

import collections
import hashlib
import hmac
import io
import json
import logging
import pprint
from pathlib import Path

HERE = Path(__file__).parent
SECRET = b"3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"


def log(message: str, *values: object) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("2026-03-04 12:00:01,123 %(levelname)s [%(name)s] %(message)s"))
    logger = logging.Logger("app.views")
    logger.addHandler(handler)
    logger.info("GET /dashboard {'template': 'dash.html'}")
    logger.info(message, *values)
    logger.info("done in %d ms", 12)
    return stream.getvalue()


class Identify:
    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)

    def __repr__(self) -> str:
        return f"Identify({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


for number, identity in enumerate(json.loads((HERE.parent / "identities.json").read_text("utf-8"))):
    signed = str(identity.get("external_id", identity.get("email")))
    payload = identity | {"user_hash": hmac.new(SECRET, signed.encode(), hashlib.sha256).hexdigest()}
    for way, text in {
        "repr": repr(payload),
        "ascii": ascii(payload),
        "pprint": pprint.pformat(payload, width=40),
        "assigned": f"payload = {payload!r}\nrequests.post(URL, json=payload)\n",
        "object": repr(Identify(**payload)),
        "ordered": f"got {collections.OrderedDict(payload)!r}",
        "logging": log("identify %s for %r", payload, "widget"),
    }.items():
        (HERE / f"{number}-{way}.txt").write_text(text, "utf-8", newline="")
    for way, text in {
        "logged-json": log("identify %s", json.dumps(payload)),
        "logged-unicode-json": log("identify payload=%s status=200", json.dumps(payload, ensure_ascii=False)),
    }.items():
        (HERE.parent / "log" / f"{number}-{way}.txt").write_text(text, "utf-8", newline="")
