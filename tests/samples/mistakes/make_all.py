"""Runs every maker and writes mistakes.json: one row for each wrong hash, made by real code in its language.

Called by hand after a row was added to a maker: ``python make_all.py``. `dev.py test` has installed the languages;
crypto-js is installed with npm into the repository's `.venv` the first time.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE.parents[2] / ".venv" / "node"
CRYPTO_JS = "crypto-js@4.2.0"
GIVEN = json.loads((HERE / "payloads.json").read_text(encoding="utf-8"))
COMMANDS = (
    ["ruby", "make.rb"], ["php", "make.php"], ["go", "run", "make.go"], ["bash", "make.sh"],
    [sys.executable, "make_mistakes.py"],
)  # fmt: skip


def rows() -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for command in COMMANDS:
        made += parsed(run(command))
    install_crypto_js()
    made += parsed(run(["node", str(HERE / "make.mjs")], MODULES))
    return made + java()


def run(command: list[str], folder: Path = HERE) -> bytes:
    """Return what a command prints."""
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE).stdout


def install_crypto_js() -> None:
    """Install crypto-js, which is in no language's standard library, unless it is installed."""
    if (MODULES / "node_modules" / "crypto-js").is_dir():
        return
    if shutil.which("npm") is None:
        raise SystemExit(f"npm is needed to install {CRYPTO_JS}: install it, or put the library into {MODULES}")
    MODULES.mkdir(parents=True, exist_ok=True)
    run(["npm", "install", "--silent", "--no-save", "--prefix", str(MODULES), CRYPTO_JS])


def parsed(printed: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.decode().splitlines()]


def java() -> list[dict[str, object]]:
    """Run the Java code. It has no JSON library: it reads lines, and prints fields with a control character between."""
    values = [GIVEN["secret"], GIVEN["previous"], GIVEN["other"]]
    for name, payload in GIVEN["payloads"].items():
        values += [name, (payload.get("external_id") or payload["email"]).replace("\n", "")]
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write("\n".join(values))
        file.flush()
        command = ["java", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "Make.java", file.name]
        printed = run(command).decode()
    made: list[dict[str, object]] = []
    for line in printed.split("\n")[:-1]:
        ids, payload, code, sent = line.split("\x01")
        made.append({"ids": ids.split(), "payload": payload, "language": "Java", "code": code,
                     "sent": sent.replace("\x02", "\n")})  # fmt: skip
    return made


def by_size(line: str) -> tuple[int, str]:
    """Return the sort key of a row: the fewest mistakes first."""
    return len(json.loads(line)["ids"]), line


lines = sorted({json.dumps(row, sort_keys=True) for row in rows()}, key=by_size)
(HERE / "mistakes.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="ascii")
sys.stdout.write(f"{len(lines)} rows\n")
