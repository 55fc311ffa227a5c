"""Makes ``vectors.json`` and ``literals.json`` with real interpreters: what servers sign, what browsers send.

The code for Ruby, Node.js and Python is the help article's own
(https://help.convot.io/en/article/identity-verification), with its variables read from outside: the values from
standard input, the secret from the environment. Run it to write both files, or with ``--print`` to see them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"

RUBY = """
require "json"
identity_secret = ENV["IDENTITY_SECRET"]
JSON.parse(STDIN.read).each do |user_email|
require "openssl"
hash = OpenSSL::HMAC.hexdigest("SHA256", identity_secret, user_email)
puts hash
end
"""
NODE = """
const identitySecret = process.env.IDENTITY_SECRET;
for (const userEmail of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
const crypto = require("crypto");
const hash = crypto
.createHmac("sha256", identitySecret)
.update(userEmail)
.digest("hex");
console.log(hash);
}
"""
PYTHON = """
import json, os, sys
identity_secret = os.environ["IDENTITY_SECRET"]
for user_email in json.load(sys.stdin):
    import hmac, hashlib
    hash = hmac.new(
        identity_secret.encode(),
        user_email.encode(),
        hashlib.sha256
    ).hexdigest()
    print(hash)
"""
PHP = """
$identity_secret = getenv("IDENTITY_SECRET");
foreach (json_decode(file_get_contents("php://stdin")) as $user_email) {
    echo hash_hmac("sha256", $user_email, $identity_secret), "\\n";
}
"""
OPENSSL = 'openssl dgst -sha256 -hmac "$IDENTITY_SECRET" | sed "s/.*= //"'
PROGRAMS: dict[str, list[str]] = {
    "ruby": ["ruby", "-e", RUBY],
    "node": ["node", "-e", NODE],
    "python": ["python3", "-c", PYTHON],
    "php": ["php", "-r", PHP],
}
NEEDED = ("ruby", "node", "python3", "php", "openssl")
"""The programs that must be there; on Debian the packages ruby, nodejs, python3, php-cli and openssl."""

VALUES: dict[str, str] = {
    "email": "john@example.com",
    "shop": "johns-store.myshopify.com",
    "mixed case": "John.Smith@Example.COM",
    "plus": "john+convot@example.com",
    "accents, composed": "jos\u00e9@ex\u00e4mple.com",
    "accents, decomposed": "jose\u0301@exa\u0308mple.com",
    "other scripts": "юзер@пример.рф 用户 مستخدم",
    "emoji": "😀 👩\u200d💻",
    "quotes": '"o\'brien"@example.com `x`',
    "backslash": "a\\b\\n\\u0040\\\\",
    "spaces": "  john@example.com ",
    "newline": "john@example.com\n",
    "line ends": "a\r\nb\rc\n",
    "tab and NUL": "a\tb\0c",
    "byte order mark": "\ufeffjohn@example.com",
    "line separators": "a\u2028b\u2029c",
    "HTML and templates": "<b>${x}</b> {{y}} &amp; </script>",
    "number": "12345",
    "number with leading zeros": "007",
    "number beyond 2^53": "123456789012345678901234567890",
    "one character": "a",
    "64 characters, one block": "0123456789abcdef" * 4,
    "long": "long+" + "x" * 20_000 + "@example.com",
}

STRINGS: list[str] = [
    '""', "''", '"a"', "'a'", "`a`",
    r'"john\u0040example.com"', r'"john\x40example.com"', r'"john\u{40}example.com"', r'"\u{0000040}"',
    r'"\u{1F600}"', r'"\ud83d\ude00"', r'"\uD83D\uDE00"', r'"\u{d83d}\u{de00}"', r'"\ud83d"', r'"\ude00\ud83d"', '"😀"',
    r'"\u{10FFFF}"', r'"\u{0}"',
    r'"\n\t\r\b\v\f"', r'"\"\'\`\\\/"', r"'\"\'\`\\\/'", r"`\"\'\`\\\/`", r'"\a\c\d\e\q\z\-\@\ä\😀"',
    '"a\\\nb"', '"a\\\r\nb"', '"a\\\rb"', '"a\\\u2028b\\\u2029c"', '"a\u2028b\u2029c"', '"a\\\n\\\n b"',
    r'"\0"', r'"\07"', r'"\1"', r'"\12"', r'"\101"', r'"\377"', r'"\400"', r'"\777"', r'"\1234"', r'"\8\9"',
    r'"\08"', r'"\18"', r'"\x41\x61\xe9\xFF"', r'"\00"', r'"\0a"', r'"\47"',
    "`a\nb`", "`a\r\nb`", "`a\rb`", "`a\r\r\n\nb`", "`a\\\nb`", "`a\\\r\nb`", r"`\u0040\x40\u{40}`", r"`\0`",
    r"`a$b`", r"`$`", r"`\${a}`", r"`$\{a}`", r"`$ {a}`", "`\"'`", "`$$`", "`{}`",
    "'it\\'s'", "'\"'", '"\'"', '"// no comment"', '"/* no comment */"', "`// no comment`", '"<!-- no comment"',
    '"&amp; &#64; &nosuch;"', "'</script>'", r"'<\/script>'", '"Convot.identify({})"',
    '"a" + "b"', "'a' + `b`", '"a" + "b" + "c"', '"a" + 1', '1 + "a"', '"a" + 1e21', '"a" + -0', '"a" + true',
    '"a" + null', '"a" + undefined', '"a" + 1e999', '"a" + -1e999', '"a" + 1 + 2', '"a" + (1 + "b")',
    r'"\ud83d" + "\ude00"', '("a")', '(("a"))', '"a" + 0x10', '"a" + .5',
    '"\ta\u00a0b"', '"é\u0301"', '"a\u200bb"', '"\x7f"',
]  # fmt: skip
"""JavaScript whose value is text, as its source."""

NUMBERS: list[str] = [
    "0", "-0", "+0", "1", "-1", "+1", "42", "007", "010", "0777", "08", "09", "0108", "00", "019", "08.5",
    "0x1F", "0X1f", "0xff", "-0x10", "0b101", "0B11", "0o17", "0O17", "0x10000000000000000", "0xFFFFFFFFFFFFFFFFF",
    "1_000", "1_000_000.000_1", "0xF_F", "1e1_0",
    ".5", "5.", "0.5", "1.0", "1.50", "0.1", "100", "100.0", "1.5e3", "1E3", "1e+3", "1e-3", "5e0", "5.e1", ".5e1",
    "1e20", "1e21", "1e22", "1.5e21", "123456789012345680000", "999999999999999900000", "999999999999999999999",
    "1e-6", "1e-7", "1.5e-7", "0.000001", "0.0000001", "0.00000123", "123e-20", "-1e-7", "-1e21",
    "5e-324", "4.9e-324", "2e-324", "1e-400", "1.7976931348623157e308", "1.7976931348623158e308",
    "2.2250738585072014e-308",
    "9007199254740991", "9007199254740992", "9007199254740993", "12345678901234567890", "-9007199254740993",
    "0.1e1", "1.1", "3.141592653589793", "2.718281828459045", "123.456", "0.30000000000000004", "1.005",
    "4.35", "0.000001234567", "1.2345678901234567", "4503599627370495.5", "99999999999999990000.5",
    "1e23", "1.2e21", "4.185580496821357e298", "1e100", "12e300", "1234567890123456789012",
]  # fmt: skip
"""JavaScript number literals, as their source. Each is sent as what JSON.stringify writes."""

NO_TEXT: list[str] = [
    "1n", "0x1Fn", "0b1n", "-1n", "1e999", "-1e999", "1_0e309",
    "void 0", "!0", "!1", "null", "undefined", "true", "false",
]  # fmt: skip
"""Literals that are neither; JSON.stringify refuses a BigInt and leaves undefined out."""

LITERALS = """
const table = JSON.parse(require("fs").readFileSync(0, "utf8"));
const value = source => new Function("return (" + source + ")")();
const json = x => typeof x === "bigint" ? null : JSON.stringify(x) ?? null;
const row = source => ({source, type: typeof value(source), text: String(value(source)), json: json(value(source))});
const rows = Object.entries(table).map(([name, sources]) => [name, sources.map(row)]);
process.stdout.write(JSON.stringify(Object.fromEntries(rows)));
"""


def missing() -> list[str]:
    """Return the programs that make the vectors and are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


def _run(command: list[str], given: str) -> str:
    environment = os.environ | {"IDENTITY_SECRET": SECRET}
    answer = subprocess.run(command, input=given.encode(), env=environment, capture_output=True, check=True)
    return answer.stdout.decode()


def hashes() -> dict[str, object]:
    """Return every value's hash from every language."""
    values = list(VALUES.values())
    made = {by: _run(command, json.dumps(values)).split() for by, command in PROGRAMS.items()}
    made["openssl"] = [_run(["sh", "-c", OPENSSL], value).strip() for value in values]
    rows = [
        {"name": name, "value": value, "hashes": dict(zip(made, of_value, strict=True))}
        for (name, value), of_value in zip(VALUES.items(), zip(*made.values(), strict=True), strict=True)
    ]
    return {"secret": SECRET, "values": rows}


def literals() -> dict[str, object]:
    """Return every literal's value from Node.js."""
    table = {"strings": STRINGS, "numbers": NUMBERS, "others": NO_TEXT}
    made = json.loads(_run(["node", "-e", LITERALS], json.dumps(table)))
    if not isinstance(made, dict):
        raise TypeError(made)
    return made


def texts() -> dict[str, str]:
    """Return the content of both files by name, in ASCII, so that no editor or checkout changes a character."""
    made = {"vectors.json": hashes(), "literals.json": literals()}
    return {name: json.dumps(content, indent=1) + "\n" for name, content in made.items()}


if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        sys.stdout.write(json.dumps(texts()))
    else:
        for name, text in texts().items():
            (HERE / name).write_text(text, encoding="ascii", newline="\n")
