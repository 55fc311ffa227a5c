"""Writes what Firefox's developer tools show and copy: python make_firefox.py [requests] [console] [pages].

Needs Debian's firefox-esr (made with 153.7.0), no display and no network. A page on localhost sends, logs and holds
the identities. Over Marionette, ``devtools.js`` opens the real toolbox in the browser's own context and chooses items
of its menus. Each text is read from the clipboard, so Firefox's own code made it.
"""

from __future__ import annotations

import hashlib
import hmac
import html
import json
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
HERE = Path(__file__).parent
PORT = 8787
ORIGIN = f"http://localhost:{PORT}"
PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "marionette.port": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
PAGE = (
    b"""<!doctype html><title>Shop</title><script src="/app.js"></script><iframe name="answer"></iframe><main></main>"""
)
CALL = """{code}
const [given, done] = arguments;
const called = async () => {function}(...JSON.parse(given));
called().then((value) => done([JSON.stringify(value ?? null)]), (error) => done([null, `${{error}} ${{error.stack}}`]));
"""
FULL = (0, 2, 6, 10)  # the identities that are copied in all ways; the others in some
SENT = ("json", "form", "parts", "query")
ALSO_SENT = ("beacon", "submit", "submit-parts", "submit-plain")
EVALUATED = {"evaluated": "sent", "evaluated-json": "JSON.stringify(sent)", "evaluated-text": "sent.user_hash"}
LOGGED = ("log", "label", "evaluated", "json")
ALSO_LOGGED = (
    "around", "class", "colour", "dir", "error", "evaluated-json", "evaluated-text", "group", "json-label",
    "json-lines", "list", "long", "map", "nested", "no-prototype", "table", "trace", "values",
)  # fmt: skip
HELD = ("attributes", "event", "json-attribute", "json-script", "script", "shown")


class Firefox:
    """A headless browser, controlled over Marionette: ``length:[0, id, command, parameters]`` on a socket."""

    def __init__(self, folder: Path) -> None:
        profile = folder / "profile"
        profile.mkdir()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("".join(lines), "utf-8")
        options = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
        self._process = subprocess.Popen(
            ["firefox-esr", *options, "--profile", profile],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        )
        port = profile / "MarionetteActivePort"
        while not (port.exists() and port.read_text()):
            time.sleep(0.1)  # Firefox writes its port only into a file
        self._socket = socket.create_connection(("127.0.0.1", int(port.read_text())))
        self._answers = self._socket.makefile("rb")
        self._sent = 0
        self._answer()
        session = self._command("WebDriver:NewSession", capabilities={})
        self.version: str = session["capabilities"]["browserVersion"]
        self._devtools = (HERE / "devtools.js").read_text("utf-8")

    def open(self, url: str) -> None:
        self._command("Marionette:SetContext", value="content")
        self._command("WebDriver:Navigate", url=url)

    def page(self, function: str, *arguments: object) -> None:
        """Call a function of ``page.js``."""
        self._run("content", "window.wrappedJSObject.act", "", (function, json.dumps(arguments)))

    def text(self, function: str, *arguments: object) -> str:
        """Return the text of a function of ``devtools.js``."""
        text = self._run("chrome", function, self._devtools, arguments)
        assert isinstance(text, str)
        return text

    def texts(self, function: str, *arguments: object) -> dict[str, str]:
        """Return the texts of a function of ``devtools.js``, by name."""
        texts = self._run("chrome", function, self._devtools, arguments)
        assert isinstance(texts, dict)
        return texts

    def tools(self, function: str, *arguments: object) -> None:
        """Call a function of ``devtools.js``."""
        self._run("chrome", function, self._devtools, arguments)

    def quit(self) -> None:
        self._process.terminate()
        self._process.wait()

    def _run(self, context: str, function: str, code: str, arguments: tuple[object, ...]) -> object:
        self._command("Marionette:SetContext", value=context)
        answer = self._command(
            "WebDriver:ExecuteAsyncScript",
            script=CALL.format(code=code, function=function),
            args=[json.dumps(arguments)],
            sandbox="system" if context == "chrome" else "page",
            scriptTimeout=30_000,
        )
        value, *error = answer["value"]
        if error:
            raise RuntimeError(f"{function}: {error[0]}")
        result: object = json.loads(value)
        return result

    def _command(self, name: str, **parameters: object) -> dict[str, Any]:
        self._sent += 1
        data = json.dumps([0, self._sent, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(data), data))
        _, _, error, result = self._answer()
        if error:
            raise RuntimeError(error["message"])
        found: dict[str, Any] = result
        return found

    def _answer(self) -> list[Any]:
        length = b""
        while (digit := self._answers.read(1)) != b":":
            length += digit
        message: list[Any] = json.loads(self._answers.read(int(length)))
        return message


class Site(BaseHTTPRequestHandler):
    """A server of the page, its script, and the endpoint that receives requests."""

    protocol_version = "HTTP/1.1"
    received = 0
    source = ""

    def do_GET(self) -> None:
        if self.path == "/app.js":
            self._answer((HERE / "page.js").read_bytes(), "text/javascript; charset=utf-8")
        elif self.path.startswith("/source/"):
            self._answer(Site.source.encode(), "text/html; charset=utf-8")
        else:
            Site.received += "?" in self.path
            self._answer(PAGE, "text/html; charset=utf-8")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        Site.received += 1
        self._answer(b"ok", "text/plain")

    def _answer(self, content: bytes, type_: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def identities() -> dict[int, dict[str, Any]]:
    """Return all identities, signed: the common ones, and those that are difficult only in browsers' copies."""
    everyone = json.loads((HERE.parent / "identities.json").read_text("utf-8"))
    everyone += json.loads((HERE / "identities.json").read_text("utf-8"))
    for identity in everyone:
        signed = str(identity.get("external_id", identity["email"]))
        identity["user_hash"] = hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).hexdigest()
    return dict(enumerate(everyone))


def long_identity() -> dict[str, Any]:
    """Return an identity of which the console shows only the first thousand characters; the tests have it too."""
    signed = "https://shop.example.com/" + "x" * 10_001
    return {
        "external_id": signed,
        "user_hash": hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).hexdigest(),
    }


def requests(browser: Firefox) -> dict[str, str]:
    """Copy each request by the network panel's menu and "Request" tab, and all of them as HAR."""
    browser.open(ORIGIN)
    browser.tools("openPanel", "netmonitor")
    names = []
    for number, sent in identities().items():
        for kind in SENT + (ALSO_SENT if number in FULL else ()):
            before = Site.received
            browser.page("send", kind, sent)
            while Site.received == before:
                time.sleep(0.01)  # the server counts in its own thread
            names.append(f"{number}-{kind}")
    texts = {}
    for row, name in enumerate(names):
        for kind, text in browser.texts("copiedRequest", row, len(names)).items():
            texts[f"{name}-{kind}"] = text
    (HERE / "requests.har").write_text(browser.text("copiedHar"), "utf-8", newline="")
    return texts


def console(browser: Firefox) -> dict[str, str]:
    """Copy each console message by its menu, before and after expanding its objects, and all messages."""
    browser.open(ORIGIN)
    browser.tools("openPanel", "webconsole")
    everyone = identities()
    texts = {}
    for number, sent in (everyone | {len(everyone): long_identity()}).items():
        for kind in LOGGED + (ALSO_LOGGED if number in FULL else ()):
            if kind in EVALUATED:
                browser.page("keep", sent)
                browser.tools("evaluate", EVALUATED[kind])
            else:
                browser.page("log", kind, sent)
            for copied, text in browser.texts("copiedMessage").items():
                texts[f"{number}-{kind}-{copied}"] = text
    for sent in everyone.values():
        browser.page("log", "label", sent)
    return texts | {"all-label-export": browser.text("exportedConsole", len(everyone))}


def pages(browser: Firefox) -> dict[str, str]:
    """Copy parts of a page by the inspector's menu, and the selected whole page and source."""
    texts = {}
    for number, sent in identities().items():
        for kind in HELD:
            browser.open(ORIGIN)
            browser.page("hold", kind, sent)
            browser.tools("openPanel", "inspector")
            for copied, text in browser.texts("copiedMarkup", "main").items():
                texts[f"{number}-{kind}-{copied}"] = text
        texts[f"{number}-{kind}-selected"] = browser.text("selectedPage")
        code = json.dumps(sent, ensure_ascii=False).replace("<", "\\u003c")
        Site.source = (
            f"<!doctype html>\n<title>A &amp; B</title>\n<script>\nConvot.identify({code});\n</script>\n"
            f'<p data-visitor="{html.escape(code)}">a</p>\n'
        )
        browser.open(f"view-source:{ORIGIN}/source/{number}")
        texts[f"{number}-source-selected"] = browser.text("selectedPage")
    return texts


@contextmanager
def firefox() -> Iterator[Firefox]:
    with tempfile.TemporaryDirectory() as folder:
        browser = Firefox(Path(folder))
        try:
            yield browser
        finally:
            browser.quit()


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", PORT), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    groups = {"requests": requests, "console": console, "pages": pages}
    for name in sys.argv[1:] or groups:
        with firefox() as browser:
            content = {"firefox": browser.version, "texts": groups[name](browser)}
        written = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        (HERE / f"{name}.json").write_text(written, "utf-8", newline="")


if __name__ == "__main__":
    main()
