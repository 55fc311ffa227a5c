"""Writes JSON Lines with Python's json: ``python make_json.py`` in this folder writes the .txt files."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path

HERE = Path(__file__).parent
SECRET = b"3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"

payloads = []
for identity in json.loads((HERE.parent / "identities.json").read_text("utf-8")):
    signed = str(identity.get("external_id", identity.get("email")))
    payloads.append(identity | {"user_hash": hmac.new(SECRET, signed.encode(), hashlib.sha256).hexdigest()})
for name, is_ascii in (("all-lines", False), ("all-ascii-lines", True)):
    lines = "".join(json.dumps(payload, ensure_ascii=is_ascii) + "\n" for payload in payloads)
    (HERE / f"{name}.txt").write_bytes(lines.encode())
