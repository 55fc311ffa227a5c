"""The lines of code in fixes are run, and give what Convot computes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from needs import needs
from paste import SECRET, sign

from convot_inspector.core.reports.code_lines import CODE, LANGUAGES

VALUE = "jürgen@example.com"
PROGRAMS = {
    "Ruby": (
        ["ruby", "-ropenssl", "-e"],
        "identity_secret, value = ARGV; puts({line})",
    ),
    "Node.js": (
        ["node", "-e"],
        'const crypto = require("crypto"); const [identitySecret, value] = process.argv.slice(1); console.log({line})',
    ),
    "Python": (
        [sys.executable, "-c"],
        "import hashlib, hmac, sys; identity_secret, value = sys.argv[1:]; print({line})",
    ),
    "PHP": (["php", "-r"], "[, $identitySecret, $value] = $argv; echo {line};"),
}


@pytest.mark.parametrize("language", PROGRAMS)
def test_the_line_that_signs_gives_the_right_hash(language: str) -> None:
    command, program = PROGRAMS[language]
    needs(command[0])
    line = CODE["sign"][language]
    secret = "demo" + SECRET[4:]  # secrets must not be in argument lists
    made = subprocess.run(
        [*command, program.replace("{line}", line), secret, VALUE], check=True, capture_output=True, text=True
    )
    assert made.stdout.strip() == sign(VALUE, secret)


JAVA = """
import static java.nio.charset.StandardCharsets.UTF_8;
import java.util.HexFormat; import javax.crypto.Mac; import javax.crypto.spec.SecretKeySpec;
public class Line {{ public static void main(String[] given) throws Exception {{
  String identitySecret = given[0], value = given[1]; Mac mac = Mac.getInstance("HmacSHA256");
  {start}; System.out.println({end}); }} }}
"""
GO = """
package main
import ("crypto/hmac"; "crypto/sha256"; "encoding/hex"; "fmt"; "os")
func main() {{ identitySecret, value := os.Args[1], os.Args[2]; {start}; fmt.Println({end}) }}
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "command", "file", "program"),
    [("Java", ["java"], "Line.java", JAVA), ("Go", ["go", "run"], "line.go", GO)],
)
def test_the_line_that_signs_compiles(
    language: str, command: list[str], file: str, program: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    needs(command[0])
    start, end = CODE["sign"][language].rsplit("; ", 1)
    source = tmp_path_factory.mktemp("line") / file
    source.write_text(program.format(start=start, end=end), encoding="utf-8")
    secret = "demo" + SECRET[4:]
    made = subprocess.run(
        [*command, str(source), secret, "ann@example.com"], check=True, capture_output=True, text=True
    )
    assert made.stdout.strip() == sign("ann@example.com", secret)


def test_every_line_is_for_a_known_language() -> None:
    assert all(set(lines) <= set(LANGUAGES) for lines in CODE.values())
    assert {*CODE["sign"], "React Router"} == set(LANGUAGES)  # that is Node.js
