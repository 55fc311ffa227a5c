"""`dev.py bench reading`: large texts against a bare parse; the peak of memory against the text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import alternately, seconds_each, show
from bench.sample_call import CALL, HASH, SECRET, SHOP

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
READING_AIM, MEMORY_AIM = 2.0, 12.0

PEAK = """\
import re, sys
from pathlib import Path
from convot_inspector import AppSecrets, inspect_text
secrets = AppSecrets("0123456789abcdef" * 4)
inspect_text("Convot.identify({email: 'a', user_hash: 'b'})", secrets)
def kilobytes(name):
    return int(re.search(name + r":\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

before = kilobytes("VmRSS")
text = Path(sys.argv[1]).read_text(encoding="utf-8")
inspect_text(text, secrets)
print((kilobytes("VmHWM") - before) * 1024)
"""


def reading() -> None:
    """Measure large texts against a bare parse, and the memory that reading one takes at its peak."""
    import tree_sitter
    import tree_sitter_javascript

    from convot_inspector import AppSecrets, inspect_text

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))
    secrets = AppSecrets(SECRET)
    floors: dict[str, tuple[str, int, Callable[[str], object]]] = {
        "minified JavaScript": (minified(1_000_000), 1, lambda text: parser.parse(text.encode())),
        "HAR": (har(20_000_000, 50), 50, json.loads),
    }
    for what, (text, count, parse) in floors.items():
        statuses = [call.user.status for call in inspect_text(text, secrets).calls]
        if statuses != ["verified"] * count:
            raise SystemExit(f"reading: the {what} gives {len(statuses)} calls: {set(statuses)}")
        first = partial(seconds_each, partial(inspect_text, text, secrets), 1)
        second = partial(seconds_each, partial(parse, text), 1)
        ours, theirs = alternately(first, second, 9)
        show(f"{what}, {len(text) / 1e6:.0f} MB", ours * 1e3, theirs * 1e3, READING_AIM, "ms")
        if sys.platform == "linux":
            show(f"{what}, memory", peak(text) / 1e6, len(text) / 1e6, MEMORY_AIM, "MB")


def peak(text: str) -> int:
    """Return the peak of bytes that reading a text takes, including the text, measured in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-P", "-c", PEAK, str(file)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return int(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)


def minified(size: int) -> str:
    """Return JavaScript on one line with one call in its middle."""
    pieces = []
    length = number = 0
    while length < size:
        number += 1
        piece = (
            f'function n{number}(t,e){{var r=t[{number}],o=e||{{a:"x{number}",b:[1,2,3]}};return r&&r.map(function(t)'
            f"{{return t.id===o.a?t:Object.assign({{}},t,{{k:{number}}})}})}}"
        )
        pieces.append(piece)
        length += len(piece)
    pieces.insert(len(pieces) // 2, "window.Convot&&" + " ".join(CALL.split()))
    return "!function(){" + "".join(pieces) + "}();"


def har(size: int, requests: int) -> str:
    """Return a HAR in which some requests identify; the others are pages."""
    body = json.dumps({"email": "john@example.com", "external_id": SHOP, "user_hash": HASH})
    other = "<p class='a'>Lorem \"ipsum\" dolor sit amet, é “consectetur” </p>\n" * 200
    each = len(json.dumps(other, ensure_ascii=False)) + 2100
    entries = []
    for number in range(max(size // each, requests)):
        identifies = number % (size // each // requests) == 0 and number // (size // each // requests) < requests
        request: dict[str, object] = {
            "method": "POST" if identifies else "GET",
            "url": "https://api.convot.io/v1/identify" if identifies else f"https://www.example.com/page/{number}?a=b",
            "httpVersion": "HTTP/2",
            "headers": [{"name": f"x-header-{at}", "value": "some value " * 3} for at in range(15)],
        }
        if identifies:
            request["postData"] = {"mimeType": "application/json", "text": body}
        content = {"size": len(other), "mimeType": "text/html", "text": other}
        response = {"status": 200, "headers": [], "content": content}
        entries.append({"startedDateTime": "2026-01-01T00:00:00Z", "request": request, "response": response})
    log = {"version": "1.2", "creator": {"name": "WebInspector"}, "entries": entries}
    return json.dumps({"log": log}, ensure_ascii=False, indent=2)
