"""Debuggers, data bases, serializers and encodings that the other families do not have."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from oracle.printouts import mapping, record
from oracle.shape import (
    Shape,
    ascii_only,
    backslash_single,
    c_quoted,
    doubled_single,
    joined,
    raw,
    renamed,
    ruby_quoted,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import Fields

URL = "https://api.example.com/v1/identify"


def octal_quoted(value: str) -> str:
    """As protocol buffers' text format quotes a text."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("'", "\\'").encode()
    return '"' + "".join(chr(byte) if byte < 0x80 else f"\\{byte:03o}" for byte in escaped) + '"'


def columns(form: str, head: str = "", tail: str = "", style: str = "snake") -> Callable[[Fields, Random], str]:
    """``form``: a row with {name}, {left} (padded name), {right} (name behind its padding) and {value}."""

    def render(fields: Fields, _: Random) -> str:
        named = renamed(fields, style)
        width = max(map(len, named))
        written = (
            form.replace("{name}", n)
            .replace("{left}", n.ljust(width))
            .replace("{right}", n.rjust(width))
            .replace("{quoted}", c_quoted(v))
            .replace("{single}", backslash_single(v))
            .replace("{value}", v)
            for n, v in named.items()
        )
        return f"{head}{''.join(written)}{tail}"

    return render


def base64_json(fields: Fields, _: Random) -> str:
    return f"data: {base64.b64encode(json.dumps(fields).encode()).decode()}\n"


def jwt(fields: Fields, chance: Random) -> str:
    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    return f"{head}.{part(json.dumps(fields).encode())}.{part(chance.randbytes(32))}\n"


def json_parameter(fields: Fields, _: Random) -> str:
    return f"{URL}?payload={quote(json.dumps(fields, ensure_ascii=False), safe='')}\n"


def copied_fetch(fields: Fields, _: Random) -> str:
    body = json.dumps(json.dumps(fields, ensure_ascii=False), ensure_ascii=False)
    headers = '"headers": {"content-type": "application/json"}'
    return f'fetch("{URL}", {{\n  {headers},\n  "body": {body},\n  "method": "POST"\n}});\n'


def verbose_curl(fields: Fields, _: Random) -> str:
    body = json.dumps(fields)
    return (
        f"*   Trying 192.0.2.1:443...\n> POST /v1/identify HTTP/1.1\n> Host: api.example.com\n"
        f"> Content-Length: {len(body)}\n> Content-Type: application/json\n> \n{body}\n"
        "< HTTP/1.1 200 OK\n< \n* Connection #0 left intact\n"
    )


def trace_ascii(fields: Fields, _: Random) -> str:
    body = json.dumps(fields)
    chunks = (f"{at:04x}: {body[at : at + 64]}\n" for at in range(0, len(body), 64))
    return f"=> Send data, {len(body)} bytes (0x{len(body):x})\n{''.join(chunks)}<= Recv header, 17 bytes (0x11)\n"


def browser_payload(fields: Fields, _: Random) -> str:
    """Chrome's Payload tab with parsed values."""
    written = "".join(f"{name}\n{value}\n" for name, value in fields.items())
    return f"Query String Parameters\nview source\nview URL-encoded\n{written}"


def postgres_row(fields: Fields, chance: Random) -> str:
    def cell(value: str) -> str:
        if re.fullmatch(r'[^\s"\\(),]+', value):
            return value
        return '"' + value.replace("\\", "\\\\").replace('"', '""') + '"'

    return f"({chance.randrange(9999)},{','.join(map(cell, fields.values()))})\n"


def url_values(fields: Fields, _: Random) -> str:
    return "map[" + " ".join(f"{n}:[{v}]" for n, v in sorted(fields.items())) + "]\n"


def xml_rpc(fields: Fields, _: Random) -> str:
    def escaped(value: str) -> str:
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    members = "".join(
        f"<member><name>{n}</name><value><string>{escaped(v)}</string></value></member>\n" for n, v in fields.items()
    )
    return f"<value><struct>\n{members}</struct></value>\n"


def preferences(fields: Fields, _: Random) -> str:
    def escaped(value: str) -> str:
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    inner = "".join(f'    <string name="{n}">{escaped(v)}</string>\n' for n, v in fields.items())
    return f"<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n{inner}</map>\n"


def ldif(fields: Fields, _: Random) -> str:
    def written(name: str, value: str) -> str:
        if value.isascii() and value[:1] not in (":", "<", " "):
            return f"{name}: {value}\n"
        return f"{name}:: {base64.b64encode(value.encode()).decode()}\n"

    return "dn: uid=ann,dc=example,dc=org\n" + "".join(written(n, v) for n, v in fields.items())


def tcl_list(fields: Fields, _: Random) -> str:
    return " ".join(f"{n} {{{v}}}" if re.search(r"[\s\"\[\]$;]", v) else f"{n} {v}" for n, v in fields.items()) + "\n"


def compose(fields: Fields, _: Random) -> str:
    rows = "".join(f"      - {c_quoted(f'{n}={v}')}\n" for n, v in renamed(fields, "upper").items())
    return f"services:\n  app:\n    environment:\n{rows}"


def yaml_flow(fields: Fields, _: Random) -> str:
    return f"user: {{{joined(fields, '{name}: {value}', ', ', c_quoted, 'null')}}}\n"


def json_api(fields: Fields, _: Random) -> str:
    return json.dumps({"data": {"type": "users", "id": "7", "attributes": fields}}, ensure_ascii=False)


def query_twice_encoded(fields: Fields, _: Random) -> str:
    inner = f"{URL}?{urlencode(fields, quote_via=quote)}"
    return f"https://login.example.com/?redirect={quote(inner, safe='')}\n"


SHAPES = (
    Shape("protobuf-octal", lambda f, _: joined(f, "{name}: {value}", "\n", octal_quoted, "") + "\n"),
    Shape("postgres-row", postgres_row, "never", names_ids=False),
    Shape("postgres-hstore", mapping("{}", "snake", '"{name}"=>{value}', ", ", c_quoted)),
    Shape("mongo-legacy", mapping('{ "_id" : 1, {} }', "snake", '"{name}" : {value}', ", ", c_quoted)),
    Shape("redis-raw", columns("{name}\n{value}\n"), "never"),
    Shape("cassandra-expanded", columns(" {left} | {value}\n", "@ Row 1\n-----+-----\n", "\n(1 rows)\n"), "line"),
    Shape("neo4j-node", mapping("(:User {{}})", "snake", "{name}: {value}", ", ", c_quoted)),
    Shape("r-str", columns(" $ {left}: chr {quoted}\n", "List of 3\n")),
    Shape(
        "matlab-struct",
        columns("    {right}: '{value}'\n", "user = \n\n  struct with fields:\n\n"),
        allowed=without("'"),
    ),
    Shape("pandas-series", columns("{left}    {value}\n", "", "Name: 0, dtype: object\n"), "line"),
    Shape("python-icecream", columns("    {name}: {single}\n", "ic| "), "always", without("'\\")),
    Shape("powershell-list", columns("{left} : {value}\n", "\n", "\n"), "line"),
    Shape("powershell-table", columns("{left} {value}\n", "Name   Value\n----   -----\n"), "line"),
    Shape("powershell-hash", mapping("@{{}}", "snake", "{name}={value}", "; "), "plain"),
    Shape("vs-locals", columns("\t\t{name}\t{quoted}\tstring\n", style="pascal"), "always", without("\\")),
    Shape("eclipse-variables", columns('{name}\t"{value}" (id=42)\n', style="camel"), "never"),
    Shape("lldb-variables", columns("(String) {name} = {quoted}\n", style="camel")),
    Shape("delve", mapping("main.User {{}}", "go", "{name}: {value}", ", ", c_quoted)),
    Shape("idea-variables", columns('{name} = "{value}"\n', style="camel"), "never"),
    Shape("base64-json", base64_json),
    Shape("jwt-payload", jwt),
    Shape("json-in-query", json_parameter),
    Shape("query-in-query", query_twice_encoded),
    Shape("fetch-copied", copied_fetch),
    Shape("curl-verbose", verbose_curl),
    Shape("curl-trace-ascii", trace_ascii, "never"),
    Shape("chrome-payload", browser_payload, "never"),
    Shape("go-url-values", url_values, "never"),
    Shape("go-map-sharp", mapping("map[string]string{{}}", "snake", '"{name}":{value}', ", ", c_quoted)),
    Shape("xml-rpc", xml_rpc),
    Shape("xml-preferences", preferences),
    Shape("ldif", ldif, "line"),
    Shape("tcl-dict", tcl_list, "never", without("{}\\")),
    Shape("yaml-compose-list", compose),
    Shape("yaml-flow", yaml_flow),
    Shape("json-api", json_api),
    Shape("strings-file", mapping("{};", "snake", '"{name}" = {value}', ";\n", c_quoted)),
    Shape("toml-inline", mapping("user = { {} }", "snake", "{name} = {value}", ", ", c_quoted)),
    Shape("symfony-dump", columns("  -{name}: {quoted}\n", "App\\Entity\\User {#12\n", "}\n", "camel")),
    Shape("xdebug-dump", columns("  '{name}' => string '{value}' (length=12)\n", "array (size=3)\n"), "never"),
    Shape("psysh-array", mapping("=> [\n     {},\n   ]", "snake", '"{name}" => {value}', ",\n     ", c_quoted)),
    Shape("ruby-awesome", mapping("{\n    {}\n}", "snake", ":{name} => {value}", ",\n    ", ruby_quoted)),
    Shape("ruby-openstruct", mapping("#<OpenStruct {}>", "snake", "{name}={value}", ", ", ruby_quoted)),
    Shape(
        "ruby-parameters",
        mapping("#<Parameters {{}} permitted: true>", "snake", '"{name}"=>{value}', ", ", ruby_quoted),
    ),
    Shape("ruby-3-4-hash", mapping("{{}}", "snake", "{name}: {value}", ", ", ruby_quoted)),
    Shape("ocaml-record", mapping("{{}}", "snake", "{name} = {value}", "; ", c_quoted)),
    Shape("elm-debug", mapping("User: { {} }", "camel", "{name} = {value}", ", ", c_quoted)),
    Shape("zig-struct", mapping(".{ {} }", "snake", ".{name} = {value}", ", ", c_quoted)),
    Shape("nim-object", mapping("({})", "snake", "{name}: {value}", ", ", c_quoted)),
    Shape("scheme-alist", mapping("({})", "kebab", "({name} . {value})", " ", c_quoted)),
    Shape("emacs-plist", mapping("({})", "kebab", ":{name} {value}", " ", c_quoted)),
    Shape("erlang-map", mapping("#{{}}", "snake", "{name} => <<{value}>>", ",", c_quoted), allowed=ascii_only),
    Shape("julia-dict", mapping("Dict({})", "snake", '"{name}" => {value}', ", ", c_quoted), allowed=without("$")),
    Shape("scala-tuples", mapping("List({})", "snake", "({name},{value})", ", "), "never"),
    Shape("csharp-dictionary", mapping("{}", "pascal", "[{name}, {value}]", "\n"), "never"),
    Shape("fsharp-map", mapping("map [{}]", "snake", '("{name}", {value})', "; ", c_quoted)),
    Shape("cpp-map", mapping("std::map with 2 elements = {{}}", "snake", '["{name}"] = {value}', ", ", c_quoted)),
    Shape("perl-hash", mapping("%h = ({});", "snake", "{name} => {value}", ", ", backslash_single)),
    Shape("python-bytes-dict", lambda f, _: repr({n.encode(): v.encode() for n, v in f.items()})),
    Shape("java-properties-list", columns("{name}={value}\n", "-- listing properties --\n", style="camel"), "line"),
    Shape(
        "sqlite-quote",
        lambda f, _: f"{','.join(map(doubled_single, f))}\n{','.join(map(doubled_single, f.values()))}\n",
    ),
    Shape(
        "vb-assignments",
        mapping("{}", "pascal", "user.{name} = {value}", "\n", lambda v: '"' + v.replace('"', '""') + '"'),
        "never",
    ),
    Shape(
        "github-output",
        mapping("{}", "snake", 'echo "{name}={value}" >> "$GITHUB_OUTPUT"', "\n", raw),
        "never",
        without('"\\$`'),
    ),
    Shape("lombok-nested", record("Request(user=User({}), id=7)", "camel", "{name}={value}", ", "), "plain"),
)
