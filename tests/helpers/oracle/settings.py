"""Shapes of settings files and requests: .env, YAML, TOML, INI, query strings, curl, headers, mail bodies."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from oracle.shape import (
    Shape,
    ascii_only,
    c_quoted,
    doubled_single,
    joined,
    plain,
    raw,
    renamed,
    without,
)

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import (
        Fields,
    )

URL = "https://api.example.com/v1/identify"


def dotenv(fields: Fields, _: Random) -> str:
    def quoted(value: str) -> str:
        if plain(value):
            return value
        return f"'{value}'" if "'" not in value else '"' + re.sub(r'([\\"$`])', r"\\\1", value) + '"'

    return joined(renamed(fields, "env"), "{name}={value}", "\n", quoted, "") + "\n"


def exports(fields: Fields, _: Random) -> str:
    return joined(renamed(fields, "upper"), "export {name}={value}", "\n", shlex.quote, "") + "\n"


def ini(fields: Fields, _: Random) -> str:
    return "[convot]\n" + joined(fields, "{name} = {value}", "\n", raw, "") + "\n"


def toml(fields: Fields, _: Random) -> str:
    return "[convot.user]\n" + joined(fields, "{name} = {value}", "\n", c_quoted, '""') + "\n"


def hcl(fields: Fields, _: Random) -> str:
    pairs = joined(fields, "  {name} = {value}", "\n", lambda v: c_quoted(v).replace("${", "$${"), '""')
    return f'resource "convot_identity" "user" {{\n{pairs}\n}}\n'


def yaml_scalar(value: str) -> str:
    if re.fullmatch(r"[A-Za-z][\w@.-]*\w", value, re.ASCII):
        return value
    return doubled_single(value)


def yaml(fields: Fields, _: Random) -> str:
    return joined(fields, "{name}: {value}", "\n", yaml_scalar, "~") + "\n"


def yaml_nested(fields: Fields, _: Random) -> str:
    return "convot:\n  user:\n" + joined(fields, "    {name}: {value}", "\n", c_quoted, "null") + "\n"


def yaml_block(fields: Fields, _: Random) -> str:
    return "".join(f"{name}: >-\n  {value}\n" for name, value in fields.items())


def properties(fields: Fields, _: Random) -> str:
    def escaped(value: str) -> str:
        value = re.sub(r"([\\:=#!])", r"\\\1", value)
        units = value.encode("utf-16-be")
        codes = (int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2))
        return "".join(chr(code) if code < 0x7F else f"\\u{code:04X}" for code in codes)

    return "#Thu Mar 12 10:11:12 UTC 2026\n" + joined(fields, "convot.{name}={value}", "\n", escaped, "") + "\n"


def json5(fields: Fields, _: Random) -> str:
    return "{\n" + joined(fields, "  {name}: {value},", "\n", c_quoted, "null") + "  // from the server\n}\n"


def url(fields: Fields, _: Random) -> str:
    return f"{URL}?{urlencode(fields, quote_via=quote)}\n"


def bare_query(fields: Fields, _: Random) -> str:
    return urlencode(fields) + "\n"


def iframe(fields: Fields, _: Random) -> str:
    return f'<iframe src="{URL}?{urlencode(fields, quote_via=quote).replace("&", "&amp;")}" width="400"></iframe>\n'


def curl_json(fields: Fields, _: Random) -> str:
    body = shlex.quote(json.dumps(fields, ensure_ascii=False))
    return f"curl -X POST {URL} -H 'Content-Type: application/json' -d {body}\n"


def curl_urlencode(fields: Fields, _: Random) -> str:
    parts = " \\\n  ".join(f"--data-urlencode {shlex.quote(f'{name}={value}')}" for name, value in fields.items())
    return f"curl -s {URL} \\\n  {parts}\n"


def curl_form(fields: Fields, _: Random) -> str:
    return f"$ curl {URL} --data '{urlencode(fields, quote_via=quote)}'\n"


def httpie(fields: Fields, _: Random) -> str:
    return f"http POST {URL} " + " ".join(f"{name}={shlex.quote(value)}" for name, value in fields.items()) + "\n"


def headers(fields: Fields, _: Random) -> str:
    named = joined(renamed(fields, "header"), "{name}: {value}", "\r\n", raw, "")
    return f"POST /v1/identify HTTP/1.1\r\nHost: api.example.com\r\n{named}\r\n\r\n"


def http_json(fields: Fields, _: Random) -> str:
    body = json.dumps(fields)
    kind = f"Content-Type: application/json\r\nContent-Length: {len(body)}"
    return f"POST /v1/identify HTTP/1.1\r\nHost: api.example.com\r\n{kind}\r\n\r\n{body}"


def multipart(fields: Fields, chance: Random) -> str:
    boundary = f"----WebKitFormBoundary{chance.getrandbits(60):x}"
    parts = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    return f"{parts}--{boundary}--\r\n"


def postman(fields: Fields, _: Random) -> str:
    rows = [{"key": name, "value": value, "type": "text"} for name, value in fields.items()]
    return json.dumps({"body": {"mode": "urlencoded", "urlencoded": rows}}, indent=2, ensure_ascii=False)


def kubectl_describe(fields: Fields, _: Random) -> str:
    rows = "".join(f"      {name + ':':<24}{value}\n" for name, value in renamed(fields, "env").items())
    return f"Containers:\n  app:\n    Environment:\n{rows}    Mounts: <none>\n"


def docker_env(fields: Fields, _: Random) -> str:
    return json.dumps({"Env": [f"{n}={v}" for n, v in renamed(fields, "upper").items()]}, indent=4, ensure_ascii=False)


def graphql(fields: Fields, _: Random) -> str:
    pairs = joined(renamed(fields, "camel"), "{name}: {value}", ", ", c_quoted, "null")
    return f"mutation {{ identify(input: {{{pairs}}}) {{ ok }} }}\n"


def windows_set(fields: Fields, _: Random) -> str:
    return joined(renamed(fields, "upper"), "set {name}={value}", "\n", raw, "") + "\n"


SHAPES = (
    Shape("dotenv", dotenv),
    Shape("shell-exports", exports),
    Shape("ini", ini, "line"),
    Shape("toml", toml),
    Shape("hcl", hcl),
    Shape("yaml", yaml),
    Shape("yaml-nested-quoted", yaml_nested),
    Shape("yaml-folded-block", yaml_block),
    Shape("properties", properties),
    Shape("json5", json5),
    Shape("url-query", url),
    Shape("form-body", bare_query),
    Shape("iframe-src", iframe),
    Shape("curl-json", curl_json),
    Shape("curl-data-urlencode", curl_urlencode),
    Shape("curl-form", curl_form),
    Shape("httpie", httpie),
    Shape("http-headers", headers, "line", ascii_only),
    Shape("http-json", http_json),
    Shape("multipart", multipart),
    Shape("postman-urlencoded", postman),
    Shape("kubectl-describe", kubectl_describe, "line"),
    Shape("docker-inspect-env", docker_env),
    Shape("graphql-input", graphql),
    Shape("windows-set", windows_set, "line", without('"%^&|<>')),
)
