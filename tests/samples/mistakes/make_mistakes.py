"""Prints wrong hashes of Python code, and of .NET's notation: a JSON row for each line of the two files.

A line has the mistakes, the payload's name and the code; for .NET its own code and the Python for the same bytes.
"""

import hashlib
import hmac
import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
GIVEN = json.loads((HERE / "payloads.json").read_text(encoding="utf-8"))
MODULES = ("base64", "hashlib", "hmac", "html", "json", "unicodedata", "uuid")


def h(secret: str | bytes, value: str | bytes) -> hmac.HMAC:
    """Return the right hash of a value."""
    key, text = (part.encode() if isinstance(part, str) else part for part in (secret, value))
    return hmac.new(key, text, hashlib.sha256)


def row(ids: str, name: str, language: str, shown: str, code: str) -> None:
    """Run a line of code and print its row."""
    payload = GIVEN["payloads"][name]
    external_id, email = payload.get("external_id"), payload.get("email")
    scope: dict[str, object] = {module: importlib.import_module(module) for module in MODULES}
    urllib = importlib.import_module("urllib.parse").__package__
    scope |= {"urllib": sys.modules[str(urllib)], "h": h, **GIVEN, "payload": payload}
    sent = eval(code, {**scope, "external_id": external_id, "email": email, "value": external_id or email})
    made = {"ids": ids.split(), "payload": name, "language": language, "code": shown, "sent": sent}
    sys.stdout.write(json.dumps(made) + "\n")


for line in (HERE / "python_rows.txt").read_text(encoding="utf-8").splitlines():
    ids, name, code = line.split(" | ", 2)
    row(ids, name, "Python", code, code)
for line in (HERE / "dotnet_rows.txt").read_text(encoding="utf-8").splitlines():
    ids, name, shown, code = line.split(" | ", 3)
    row(ids, name, "C#-like", shown, code)
