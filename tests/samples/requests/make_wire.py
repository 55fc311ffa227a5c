"""Writes the bytes of requests that curl and Node.js send to a socket on 127.0.0.1: python make_wire.py."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import subprocess
import threading
from pathlib import Path

SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
HERE = Path(__file__).parent
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
NODE = """const [kind, url, text] = process.argv.slice(1), sent = JSON.parse(text);
const body = {json: () => text, form: () => new URLSearchParams(sent), parts: () => {
  const data = new FormData(); for (const name in sent) data.append(name, sent[name]); return data }}[kind]();
fetch(url, {method: "POST", body});"""


def commands(url: str, text: str, flat: dict[str, str]) -> dict[str, list[str]]:
    def pairs(option: str) -> list[str]:
        return [part for name, value in flat.items() for part in (option, f"{name}={value}")]

    curl = ["curl", "-s", url]
    as_json = ["-H", "Content-Type: application/json", "--data-raw", text]
    return {
        "curl-json": [*curl, *as_json],
        "curl-chunked": [*curl, *as_json, "-H", "Transfer-Encoding: chunked"],
        "curl-form": [*curl, *pairs("--data-urlencode")],
        "curl-query": [*curl, "-G", *pairs("--data-urlencode")],
        "curl-parts": [*curl, *pairs("--form-string")],
        "node-json": ["node", "-e", NODE, "json", url, text],
        "node-form": ["node", "-e", NODE, "form", url, json.dumps(flat)],
        "node-parts": ["node", "-e", NODE, "parts", url, json.dumps(flat)],
    }


def received(command: list[str], server: socket.socket) -> bytes:
    data = b""

    def serve() -> None:
        nonlocal data
        connection, _ = server.accept()
        with connection:
            connection.settimeout(0.3)
            try:
                while part := connection.recv(65536):
                    data += part
            except TimeoutError:
                connection.sendall(ANSWER)

    thread = threading.Thread(target=serve)
    thread.start()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    thread.join()
    return data


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/identify"
        for number, identity in enumerate(json.loads((HERE.parent / "identities.json").read_text("utf-8"))):
            signed = str(identity.get("external_id", identity["email"]))
            sent = {**identity, "user_hash": hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).hexdigest()}
            flat = {name: str(value) for name, value in sent.items() if isinstance(value, str | int)}
            text = json.dumps(sent, ensure_ascii=False)
            for kind, command in commands(url, text, flat).items():
                (HERE / f"{number}-wire-{kind}.txt").write_bytes(received(command, server))


if __name__ == "__main__":
    main()
