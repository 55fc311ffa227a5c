"""The code snippets are run in their real languages, and give what Convot computes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from needs import needs
from paste import SECRET, SHOP, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.reports.code_lines import LANGUAGES
from convot_inspector.core.reports.snippets import page, snippet

if TYPE_CHECKING:
    from pathlib import Path

    from convot_inspector.core.reports.snippets import Snippet

EMAIL = "jürgen+ö'\"\\@example.com"
ENVIRONMENT = {**os.environ, "CONVOT_IDENTITY_SECRET": SECRET, "GIVEN": EMAIL, "SHOP": SHOP, "GOFLAGS": "-mod=mod"}

# How each language is run: file name, surrounding code, commands. The values come from the environment.
PROGRAMS = {
    "Ruby": (
        "run.rb",
        "{imports}\n{helper}\n{name} = ENV['GIVEN']; shop = ENV['SHOP']\n{use}\nputs user_hash, shop_hash\n",
        [["ruby", "run.rb"]],
    ),
    "Node.js": (
        "run.mjs",
        (
            "{imports}\n{helper}\nconst {name} = process.env.GIVEN, shop = process.env.SHOP;\n{use}\n"
            "console.log(`${userHash}\\n${shopHash}`);\n"
        ),
        [["node", "run.mjs"]],
    ),
    "Python": (
        "run.py",
        (
            "{imports}\n{helper}\n{name} = os.environ['GIVEN']; shop = os.environ['SHOP']\n{use}\n"
            "print(user_hash, shop_hash)\n"
        ),
        [[sys.executable, "run.py"]],
    ),
    "PHP": (
        "run.php",
        "<?php\n{helper}\n{name} = getenv('GIVEN'); $shop = getenv('SHOP');\n{use}\necho $userHash, ' ', $shopHash;\n",
        [["php", "run.php"]],
    ),
    "Java": (
        "Run.java",
        (
            "{imports}\npublic class Run {\n{helper}\n"
            "public static void main(String[] none) throws Exception {\n"
            'String {name} = System.getenv("GIVEN"), shop = System.getenv("SHOP");\n{use}\n'
            'System.out.println(userHash + " " + shopHash); } }\n'
        ),
        [["java", "-Dsun.jnu.encoding=UTF-8", "Run.java"]],
    ),
    "Go": (
        "run.go",
        (
            'package main\n{imports}\nimport "fmt"\n{helper}\nfunc main() {\n'
            '{name}, shop := os.Getenv("GIVEN"), os.Getenv("SHOP")\n{use}\nfmt.Println(userHash, shopHash) }\n'
        ),
        [["go", "run", "run.go"]],
    ),
    "C#": (
        "Run.cs",
        (
            "{imports}\nclass Run {\n{helper}\nstatic void Main() {\n"
            'var {name} = Environment.GetEnvironmentVariable("GIVEN");\n'
            'var shop = Environment.GetEnvironmentVariable("SHOP");\n'
            '{use}\nConsole.WriteLine(userHash + " " + shopHash); } }\n'
        ),
        [["mcs", "Run.cs"], ["mono", "Run.exe"]],
    ),
}

# Compiled languages take about a second each.
RUN = [
    pytest.param(language, marks=pytest.mark.slow) if language in ("Java", "Go", "C#") else language
    for language in PROGRAMS
]


def run(folder: Path, commands: list[list[str]], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    for command in commands:
        needs(command[0])
        made = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")
        if made.returncode:
            break
    return made


def program(made: Snippet, text: str) -> str:
    for part in ("imports", "helper", "use", "name"):
        text = text.replace(f"{{{part}}}", getattr(made, part))
    return text


@pytest.mark.parametrize("signed", ["external_id", "email"])
@pytest.mark.parametrize("language", RUN)
def test_the_code_makes_the_right_hashes(language: str, signed: str, tmp_path: Path) -> None:
    file, text, commands = PROGRAMS[language]
    (tmp_path / file).write_text(program(snippet(language, signed, with_shop=True), text), encoding="utf-8")
    made = run(tmp_path, commands, {**ENVIRONMENT, "LC_ALL": "C.UTF-8"})
    assert made.stdout.split() == [sign(EMAIL), sign(SHOP)], made.stderr


@pytest.mark.parametrize("language", RUN)
def test_the_code_stops_where_the_secret_is_not_set(language: str, tmp_path: Path) -> None:
    file, text, commands = PROGRAMS[language]
    (tmp_path / file).write_text(program(snippet(language, with_shop=True), text), encoding="utf-8")
    without = {name: value for name, value in ENVIRONMENT.items() if name != "CONVOT_IDENTITY_SECRET"}
    made = run(tmp_path, commands, without)
    assert made.returncode != 0
    assert made.stdout.strip() == ""


LIQUID = """
require "json"; require "liquid"; require "openssl"
module Shopify
  def hmac_sha256(value, key) = OpenSSL::HMAC.hexdigest("SHA256", key, value)
  def json(value) = JSON.generate(value)
end
given = {
  "app" => {"metafields" => {"convot" => {"identity_secret" => ENV["CONVOT_IDENTITY_SECRET"]}}},
  "shop" => {"permanent_domain" => ENV["SHOP"]}, "external_id" => ENV["GIVEN"], "email" => ENV["GIVEN"],
}
puts Liquid::Template.parse($stdin.read, error_mode: :strict).render!(given, filters: [Shopify])
"""


@pytest.mark.parametrize("signed", ["external_id", "email"])
def test_the_liquid_code_makes_a_page_that_verifies(signed: str) -> None:
    """Shopify's filters run on its servers only; these two follow its documentation."""
    needs("ruby")
    made = subprocess.run(
        ["ruby", "-Ku", "-e", LIQUID], input=snippet("Shopify Liquid", signed, with_shop=True).code,
        env={**ENVIRONMENT, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    (found,) = inspect_text(made.stdout, AppSecrets(SECRET)).calls
    assert (found.user.status, found.shop.status) == ("verified", "verified"), made.stderr
    assert found.call.fields[signed].value == EMAIL


STUBS = {
    "node_modules/react/index.mjs": "export const useEffect = (effect) => effect();",
    "node_modules/react/package.json": '{"exports": "./index.mjs"}',
    "node_modules/react-router/index.mjs": "export const useLoaderData = () => globalThis.loaded;",
    "node_modules/react-router/package.json": '{"exports": "./index.mjs"}',
    "shopify.server.mjs": "export const authenticate = {admin: async () => ({session: {shop: process.env.SHOP, "
    "onlineAccessInfo: {associated_user: {email: process.env.GIVEN}}}})};",
    "run.mjs": """
import Component, { loader } from "./routes/app.mjs";
globalThis.loaded = await loader({ request: {} });
globalThis.window = { Convot: { identify: (sent) => console.log(JSON.stringify(sent)) } };
Component();
""",
}


@pytest.mark.parametrize(("signed", "value"), [("external_id", SHOP), ("email", EMAIL)])
def test_the_route_of_a_shopify_app_sends_what_verifies(signed: str, value: str, tmp_path: Path) -> None:
    code = snippet("React Router", signed, with_shop=True).code
    for name, text in {**STUBS, "routes/app.mjs": code.replace("shopify.server", "shopify.server.mjs")}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = run(tmp_path, [["node", "run.mjs"]], ENVIRONMENT)
    (found,) = inspect_text(made.stdout, AppSecrets(SECRET)).calls
    assert (found.user.status, found.shop.status) == ("verified", "verified"), made.stderr
    assert found.call.fields[signed].value == value
    assert set(found.call.fields) == {signed, "user_hash", "shop", "shop_hash"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shop_is_signed_only_where_one_is_sent(language: str) -> None:
    assert "shop" not in snippet(language).code.lower().replace("shopify.server", "").replace("session.shop", "")
    assert "shop" in snippet(language, with_shop=True).code
    assert "{" + "name}" not in snippet(language).code


@pytest.mark.parametrize("signed", ["external_id", "email"])
def test_what_the_page_sends_is_a_call_that_can_be_read(signed: str) -> None:
    (found,) = inspect_text(page(signed, with_shop=True)).calls
    assert set(found.call.fields) == {signed, "user_hash", "shop", "shop_hash"}
    assert found.user.status == "not-checked"
