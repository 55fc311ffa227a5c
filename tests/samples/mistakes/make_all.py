"""Runs every maker and writes mistakes.json: a row a mistake, made by real code in its language.

Needs ruby, php with mbstring, node with crypto-js (in the working directory), java, go, bash and openssl.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
GIVEN = json.loads((HERE / "payloads.json").read_text(encoding="utf-8"))
COMMANDS = (
    ["ruby", "make.rb"], ["php", "make.php"], ["go", "run", "make.go"], ["bash", "make.sh"],
    [sys.executable, "make_mistakes.py"],
)  # fmt: skip


def rows() -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for command in COMMANDS:
        made += parsed(subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.PIPE).stdout)
    made += parsed(subprocess.run(["node", HERE / "make.mjs"], check=True, stdout=subprocess.PIPE).stdout)
    return made + java()


def parsed(printed: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.decode().splitlines()]


def java() -> list[dict[str, object]]:
    """Java has no JSON of its own: it reads lines and prints fields with a control character between."""
    values = [GIVEN["secret"], GIVEN["previous"], GIVEN["other"]]
    for name, payload in GIVEN["payloads"].items():
        values += [name, (payload.get("external_id") or payload["email"]).replace("\n", "")]
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write("\n".join(values))
        file.flush()
        command = ["java", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "Make.java", file.name]
        printed = subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.PIPE).stdout.decode()
    made: list[dict[str, object]] = []
    for line in printed.split("\n")[:-1]:
        ids, payload, code, sent = line.split("\x01")
        made.append({"ids": ids.split(), "payload": payload, "language": "Java", "code": code,
                     "sent": sent.replace("\x02", "\n")})  # fmt: skip
    return made


def by_size(line: str) -> tuple[int, str]:
    """The rows with the fewest mistakes first."""
    return len(json.loads(line)["ids"]), line


lines = sorted({json.dumps(row, sort_keys=True) for row in rows()}, key=by_size)
(HERE / "mistakes.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="ascii")
sys.stdout.write(f"{len(lines)} rows\n")
