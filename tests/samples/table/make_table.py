"""Writes tables with the csv module: ``python make_table.py`` in this folder writes the .txt files."""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import json
from pathlib import Path

HERE = Path(__file__).parent
SECRET = b"3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
WAYS = {"excel": ("excel", ","), "tab": ("excel-tab", "\t"), "unix": ("unix", ","), "semicolon": ("excel", ";")}

rows = []
for identity in json.loads((HERE.parent / "identities.json").read_text("utf-8")):
    signed = str(identity.get("external_id", identity.get("email")))
    rows.append(
        {
            "created": "2026-03-04 12:00",
            "email": identity["email"],
            "external_id": identity.get("external_id", ""),
            "name": identity.get("name", ""),
            "user_hash": hmac.new(SECRET, signed.encode(), hashlib.sha256).hexdigest(),
        }
    )
for way, (dialect, delimiter) in WAYS.items():
    for name, some in {"all": rows, **{str(number): [row] for number, row in enumerate(rows)}}.items():
        stream = io.StringIO(newline="")
        writer = csv.DictWriter(stream, list(rows[0]), dialect=dialect, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(some)
        (HERE / f"{name}-{way}.txt").write_text(stream.getvalue(), "utf-8", newline="")
