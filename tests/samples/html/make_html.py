"""Writes pages as Chromium serialises them, and code as PHP, Ruby and Python escape it: python make_html.py.

Needs chromium, php and ruby. Chromium sets the attributes itself (``dataset``), so it alone decides what is escaped.
"""

# ruff: noqa: E501 - pages as they are

from __future__ import annotations

import base64
import hashlib
import hmac
import html
import json
import subprocess
import tempfile
from pathlib import Path

SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
HERE = Path(__file__).parent
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>A &amp; B</title><script>var a = "<div>" < 1</script></head>
<body><p>if a < b && c > d</p><div id="me"></div><textarea>Convot.identify({email: "not@this.one"})</textarea>
<script>
const sent = JSON.parse(atob("%s").replace(/[\\x80-\\xff]+/g, (bytes) =>
  new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))))
const json = JSON.stringify(sent).replaceAll("<", "\\\\u003c"), me = document.getElementById("me")
const kind = "%s"
if (kind === "attributes") {
  for (const [name, value] of Object.entries(sent)) me.setAttribute("data-" + name.replaceAll("_", "-"), value)
}
if (kind === "json-attribute") me.dataset.visitor = json
if (kind === "event") me.setAttribute("onclick", "Convot.identify(" + json + ")")
if (kind === "script" || kind === "json-script") {
  const script = document.createElement("script")
  if (kind === "json-script") script.type = "application/json"
  script.textContent = kind === "script" ? "window.Convot = {identify() {}};\\nConvot.identify(" + json + ");" : json
  document.body.append(script)
}
if (kind === "shown") {
  const code = document.createElement("pre")
  code.textContent = "Convot.identify(" + json + ");"
  document.documentElement.replaceChildren(code)
} else document.currentScript.remove()
</script></body></html>"""


def chromium(page: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_text(page, "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                   "--disable-component-update", "--disable-sync", "--disable-quic", f"--user-data-dir={folder}/profile"]  # fmt: skip
        command = ["chromium", *options, "--dump-dom", f"file://{folder}/page.html"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def cloudflare(address: str) -> str:
    """Obfuscate an address as Cloudflare does in pages: its documented scheme, with the key 0x5a."""
    digits = bytes([0x5A, *(byte ^ 0x5A for byte in address.encode())]).hex()
    return (
        f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{digits}">[email&#160;protected]</a>'
    )


def main() -> None:
    for number, identity in enumerate(json.loads((HERE.parent / "identities.json").read_text("utf-8"))):
        signed = str(identity.get("external_id", identity["email"]))
        sent = {**identity, "user_hash": hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).hexdigest()}
        flat = {name: value for name, value in sent.items() if isinstance(value, str | int)}
        texts = {}
        for kind in ("attributes", "json-attribute", "event", "script", "json-script", "shown"):
            data = base64.b64encode(
                json.dumps(flat if kind == "attributes" else sent, ensure_ascii=False).encode()
            ).decode()
            texts[f"chromium-{kind}"] = chromium(PAGE % (data, kind))
        source = f"<script>\nConvot.identify({json.dumps(sent, ensure_ascii=False)});\n</script>\n"
        call = source.split("\n")[1]
        texts["escaped-php"] = output("php", "-r", "echo htmlspecialchars($argv[1]);", source)
        texts["escaped-ruby"] = output("ruby", "-rerb", "-e", "print ERB::Util.h(ARGV[0])", source)
        texts["escaped-python"] = html.escape(call)
        hidden = json.dumps(sent, ensure_ascii=False).replace(json.dumps(sent["email"], ensure_ascii=False), '"@"')
        before, after = hidden.split('"@"')
        texts["cloudflare"] = (
            f'<pre><code>Convot.identify({html.escape(before, quote=False)}"{cloudflare(sent["email"])}"'
            f"{html.escape(after, quote=False)});</code></pre>\n"
        )
        for kind, text in texts.items():
            (HERE / f"{number}-{kind}.txt").write_text(text, "utf-8", newline="")


if __name__ == "__main__":
    main()
