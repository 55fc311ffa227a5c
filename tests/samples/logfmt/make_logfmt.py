"""Writes logfmt with logfmter and structlog. ``pip install logfmter structlog``, then ``python make_logfmt.py``."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from pathlib import Path

import structlog  # type: ignore[import-not-found]  # installed only to make the samples
from logfmter import Logfmter  # type: ignore[import-not-found]  # installed only to make the samples

HERE = Path(__file__).parent
SECRET = b"3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"

for number, identity in enumerate(json.loads((HERE.parent / "identities.json").read_text("utf-8"))):
    signed = str(identity.get("external_id", identity.get("email")))
    fields = {name: value for name, value in identity.items() if not isinstance(value, dict)}
    fields["user_hash"] = hmac.new(SECRET, signed.encode(), hashlib.sha256).hexdigest()
    renderer = structlog.processors.LogfmtRenderer(key_order=["event"])
    record = logging.LogRecord("app", logging.INFO, "", 0, {"msg": "identify visitor", **fields}, None, None)
    for way, line in {
        "structlog": renderer(None, "info", {"event": "identify visitor", **fields}),
        "logfmter": Logfmter(keys=["level"], mapping={"level": "levelname"}).format(record),
    }.items():
        (HERE / f"{number}-{way}.txt").write_text(f"{line}\n", "utf-8", newline="")
