"""Writers of every notation that people paste, made from each language's documentation and not from the readers.

A writer writes a payload as a text. ``allowed``: whether its notation can hold a value.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from collections.abc import Callable

    Payload = dict[str, str]

NO_VALUES = ("null", "nil", "none", "undefined", "empty", "blank", "missing", "na")
DOUBLE = '"'
URL = "https://api.convot.io/v1/identify"


def anything(_: str) -> bool:
    return True


def one_line(value: str) -> bool:
    return not re.search("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", value)


def no_space(value: str) -> bool:
    """Return whether a value has no no-break space: Firefox's console prints it as an ordinary one."""
    return one_line(value) and " " not in value


def plain(value: str) -> bool:
    """Return whether a value can be in a line without quotes: letters, digits and the marks of addresses."""
    return re.fullmatch(r"[^\W_][\w+@-]*(?:\.\w+)*", value) is not None and value.lower() not in NO_VALUES


def word(value: str) -> bool:
    """Return whether a value is a text in all of YAML's versions, and no number or ``no``."""
    return plain(value) and value[0].isalpha() and len(value) > 5


@dataclass(frozen=True)
class Writer:
    """A writer. ``format``: the format that it is read as; several where two notations look the same."""

    write: Callable[[Payload], str]
    format: str
    allowed: Callable[[str], bool] = anything
    calls: int = 1


# --- quotes -----------------------------------------------------------------------------------------------------------


def as_json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def js_single(value: str) -> str:
    names = {
        "\\": "\\\\",
        "'": "\\'",
        "\n": "\\n",
        "\r": "\\r",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
        "\0": "\\x00",
    }
    return "'" + "".join(names.get(letter, letter) for letter in value) + "'"


def js_template(value: str) -> str:
    written = value.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${").replace("\r", "\\r")
    return f"`{written}`"


def js_escapes(value: str) -> str:
    """Write every letter as an escape, each kind in turn."""
    letters = []
    for at, letter in enumerate(value):
        code = ord(letter)
        if code < 256 and at % 3 == 0:
            letters.append(f"\\x{code:02x}")
        elif code < 0x10000 and at % 3 == 1:
            letters.append(f"\\u{code:04X}")
        else:
            letters.append(f"\\u{{{code:x}}}")
    return '"' + "".join(letters) + '"'


def js_units(value: str) -> str:
    units = value.encode("utf-16-be")
    return "'" + "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)) + "'"


def js_sum(value: str) -> str:
    half = len(value) // 2
    return f"{js_single(value[:half])} +\n    {js_template(value[half:])}"


def js_continued(value: str) -> str:
    half = len(value) // 2
    return js_single(value[:half])[:-1] + "\\\n" + js_single(value[half:])[1:]


def ruby(value: str) -> str:
    return re.sub(r"#(?=[{$@])", r"\\#", as_json(value))


def single(value: str) -> str:
    """Quote a text in single quotes as Ruby and PHP do."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def php_double(value: str) -> str:
    kept = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@. -_+"
    return '"' + "".join(letter if letter in kept else f"\\u{{{ord(letter):x}}}" for letter in value) + '"'


def yaml_single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def bash(value: str) -> str:
    return "'" + value.replace("'", "'\\''") + "'"


def powershell(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


# --- objects ----------------------------------------------------------------------------------------------------------


def members(payload: Payload, write: Callable[[str], str], pair: str = "{}: {}", between: str = ",\n  ") -> str:
    return between.join(pair.format(name, write(value)) for name, value in payload.items())


def call(write: Callable[[str], str], form: str = "Convot.identify({{\n  {}\n}});") -> Callable[[Payload], str]:
    return lambda payload: form.format(members(payload, write))


def variables(payload: Payload) -> str:
    declared = "".join(f"const {name} = {js_single(value)};\n" for name, value in payload.items())
    return f"{declared}window.Convot?.identify({{ {', '.join(payload)} }});"


def spread(payload: Payload) -> str:
    first, *rest = payload.items()
    base = f"const base = {{ {first[0]}: {js_single(first[1])}, name: 'x' }};\n"
    return f"{base}Convot.identify({{ ...base, {members(dict(rest), js_single)} }});"


def parsed(write: Callable[[str], str]) -> Callable[[Payload], str]:
    return lambda payload: f"Convot.identify(JSON.parse({write(json.dumps(payload, ensure_ascii=False))}));"


def typescript(payload: Payload) -> str:
    return (
        "interface Visitor { email: string }\nexport function go(id?: string): void {\n"
        f"  const p: Visitor = {{ {members(payload, as_json)} }} as const;\n"
        "  (window as any).Convot!.identify(p as any);\n}"
    )


def react(payload: Payload) -> str:
    return (
        "export function Chat({ open }) {\n  useEffect(() => {\n"
        f"    window.Convot.identify({{ {members(payload, js_single)} }});\n  }}, []);\n"
        '  return <p className="a">It\'s &amp; fine</p>;\n}'
    )


def minified(payload: Payload) -> str:
    inside = members(payload, js_escapes, "{}:{}", ",")
    return f"!function(e,t){{var n=window;n.Convot&&n.Convot.identify({{{inside}}})}}(1,void 0);"


def attributes(payload: Payload) -> str:
    return "<div " + " ".join(f"data-{n.replace('_', '-')}='{html.escape(v)}'" for n, v in payload.items()) + "></div>"


def references(value: str) -> str:
    return "".join(letter if letter.isalnum() else f"&#x{ord(letter):X};" for letter in value)


def event(payload: Payload) -> str:
    return (
        f'<button onclick="Convot.identify({{{references(members(payload, js_single, between=", "))}}})">Chat</button>'
    )


def cloudflare(payload: Payload) -> str:
    hidden = bytes([0x5A, *(byte ^ 0x5A for byte in payload["email"].encode())]).hex()
    shown = f'<a class="__cf_email__" data-cfemail="{hidden}">[email&#160;protected]</a>'
    rest = {name: value for name, value in payload.items() if name != "email"}
    return f'Convot.identify({{ email: "{shown}", {members(rest, as_json)} }});'


def heredoc(payload: Payload) -> str:
    lines = "".join(f"  '{name}' => <<<'END_OF'\n  {value}\n  END_OF,\n" for name, value in payload.items())
    return f"$payload = [\n{lines}];"


def var_dump(payload: Payload) -> str:
    rows = (f'  ["{name}"]=>\n  string({len(value.encode())}) "{value}"\n' for name, value in payload.items())
    return f"array({len(payload)}) {{\n{''.join(rows)}}}\n"


def print_r(payload: Payload) -> str:
    return "Array\n(\n" + "".join(f"    [{name}] => {value}\n" for name, value in payload.items()) + ")\n"


def yaml_block(payload: Payload) -> str:
    return "".join(f"{name}: |-\n  {value}\n" for name, value in payload.items())


def here_document(payload: Payload) -> str:
    body = json.dumps(payload, ensure_ascii=False, indent=1)
    return f"curl {URL} \\\n  --data-binary @- <<'END_OF'\n{body}\nEND_OF\n"


def here_document_with_escapes(payload: Payload) -> str:
    body = re.sub(r"[\\$`]", r"\\\g<0>", json.dumps(payload, ensure_ascii=False))
    return f"cat <<END | curl -d @- {URL}\n{body}\nEND\n"


def multipart(payload: Payload) -> str:
    parts = (f'--AaB03x\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in payload.items())
    return "".join(parts) + "--AaB03x--\r\n"


def curled(payload: Payload) -> str:
    return "Convot.identify({\n  " + members(payload, lambda value: f"“{value}”") + "\n});"


def linked(form: str) -> Callable[[Payload], str]:
    def write(value: str) -> str:
        return as_json(form.format(value) if "@" in value else value)

    return lambda payload: f"Convot.identify({{ {members(payload, write)} }});"


def table(payload: Payload) -> str:
    rule = "|" + "---|" * len(payload)
    return f"| {' | '.join(payload)} |\n{rule}\n| {' | '.join(payload.values())} |\n"


def dumps(payload: Payload) -> str:
    return json.dumps(payload, ensure_ascii=False)


def har(request: dict[str, object]) -> str:
    entry = {"request": {"method": "POST", "url": URL, **request}, "response": {"content": {"text": "email"}}}
    return json.dumps({"log": {"version": "1.2", "entries": [{"startedDateTime": ""}, entry]}}, indent=2)


WRITERS: dict[str, Writer] = {
    "JavaScript, double quotes": Writer(call(as_json), "javascript"),
    "JavaScript, single quotes": Writer(call(js_single), "javascript"),
    "JavaScript, templates": Writer(call(js_template), "javascript"),
    "JavaScript, escapes": Writer(call(js_escapes), "javascript"),
    "JavaScript, halves of pairs": Writer(call(js_units), "javascript"),
    "other calls": Writer(lambda p: call(as_json)(p).replace("Convot.identify", "Convot.setUser"), "javascript"),
    "JavaScript, sums": Writer(call(js_sum), "javascript"),
    "JavaScript, lines that go on": Writer(call(js_continued), "javascript"),
    "JavaScript, comments": Writer(
        call(as_json, "Convot.identify({{ // it's\n /* , */ {} , /* x */ }} ,);"), "javascript"),
    "JavaScript, brackets": Writer(call(as_json, "window['Convot']?.[`identify`]?.({{ {} }})"), "javascript"),
    "JavaScript, names": Writer(variables, "javascript"),
    "JavaScript, spread": Writer(spread, "javascript"),
    "JavaScript, JSON in quotes": Writer(parsed(js_single), "javascript"),
    "JavaScript, JSON in escapes": Writer(parsed(js_units), "javascript"),
    "JavaScript, JSON in a template": Writer(parsed(js_template), "javascript"),
    "JavaScript, minified": Writer(minified, "javascript"),
    "TypeScript": Writer(typescript, "javascript"),
    "JSX": Writer(react, "javascript"),
    "an object": Writer(lambda p: f"{{ {members(p, js_single)} }}", "javascript console", one_line),
    "JSON": Writer(dumps, "json"),
    "JSON in ASCII": Writer(lambda p: json.dumps(p, indent=4), "json"),
    "JSON, wrapped": Writer(lambda p: json.dumps({"event": "identify", "data": {"visitor": p}}), "json"),
    "JSON, lines": Writer(lambda p: f"{dumps(p)}\n{json.dumps(p)}\n", "json", calls=2),
    "JSON, list": Writer(lambda p: json.dumps([p, {"a": 1}, p]), "json", calls=2),
    "JSON in quotes": Writer(lambda p: json.dumps(dumps(p)), "json"),
    "JSON in JSON": Writer(lambda p: json.dumps({"body": json.dumps(json.dumps(p))}), "json"),
    "HTML, script": Writer(
        lambda p: f"<html><script>var a = '<b>';</script><script>Convot.identify({json.dumps(p)})</script></html>",
        "html", lambda value: "</" not in value and "<!--" not in value,
    ),
    "HTML, attributes": Writer(attributes, "html", lambda value: "\r" not in value),
    "HTML, event": Writer(event, "html"),
    "HTML, JSON in an attribute": Writer(lambda p: f'<a data-props="{html.escape(dumps(p))}">x</a>', "html"),
    "HTML, escaped": Writer(
        lambda p: html.escape(f"<script>Convot.identify({json.dumps(p)})</script>"),
        "html", lambda value: "</" not in value and "<!--" not in value,
    ),
    "HTML, escaped twice": Writer(
        lambda p: html.escape(html.escape(f"<script>Convot.identify({json.dumps(p)})</script>")),
        "html", lambda value: "</" not in value and "<!--" not in value,
    ),
    "HTML, Cloudflare": Writer(cloudflare, "html", plain),
    "HAR, JSON": Writer(lambda p: har({"postData": {"text": dumps(p)}}), "har"),
    "HAR, form": Writer(lambda p: har({"postData": {"text": urlencode(p)}}), "har"),
    "HAR, URL": Writer(lambda p: har({"url": f"{URL}?{urlencode(p)}"}), "har"),
    "curl": Writer(lambda p: f"curl {URL} -H 'a: b' \\\n  --data-raw {bash(dumps(p))} --compressed", "curl"),
    "curl, here-document": Writer(here_document, "curl"),
    "curl, here-document with escapes": Writer(here_document_with_escapes, "curl"),
    "fetch": Writer(lambda p: f"fetch('{URL}', {{\n  'body': {as_json(dumps(p))},\n 'method': 'POST' }});", "fetch"),
    "HTTP": Writer(lambda p: f"POST /i HTTP/1.1\r\nHost: x\r\n\r\n{dumps(p)}", "http"),
    "PowerShell": Writer(
        lambda p: f"Invoke-WebRequest -Uri '{URL}' -Method POST `\n  -Body {powershell(dumps(p))}", "powershell"),
    "form": Writer(urlencode, "form"),
    "form on lines": Writer(lambda p: "&\n".join(f"{n}={quote(v, safe='')}" for n, v in p.items()), "form"),
    "form in parts": Writer(multipart, "form", one_line),
    "query": Writer(lambda p: f"{URL}?a=1&{urlencode(p)}#top", "query"),
    "GraphQL": Writer(
        lambda p: "mutation {\n  identify(input: {" + members(p, as_json, "{}: {}", " ") + "}) { ok }\n}\n", "graphql"
    ),
    "Firefox's console": Writer(lambda p: f"Object {{ {members(p, as_json, between=', ')} }}", "console", no_space),
    "Chrome's array": Writer(lambda p: f"(1) [{{{members(p, js_single, between=', ')}}}]", "console", one_line),
    "Node's console": Writer(lambda p: f"sent Visitor {{\n  {members(p, js_single)}\n}}", "console", one_line),
    "Node's console, plain": Writer(lambda p: f"sent {{ {members(p, js_single, between=', ')} }}", "console", one_line),
    "Rails": Writer(
        lambda p: "Started POST\n  Parameters: {" + members(p, ruby, '"{}"=>{}', ", ") + "}\nCompleted", "log"),
    "log": Writer(lambda p: f"2026-01-01 INFO [x] {json.dumps(p)} took=3ms", "log"),
    "Python": Writer(repr, "python"),
    "Python in ASCII": Writer(lambda p: f"payload = {p!a}", "python"),
    "Ruby": Writer(lambda p: "{" + members(p, ruby, '"{}" => {}', ", ") + "}", "ruby"),
    "Ruby, symbols": Writer(lambda p: "{" + members(p, single, ":{}=>{}", ", ") + "}", "ruby"),
    "PHP, var_export": Writer(lambda p: "array (\n" + members(p, single, "  '{}' => {}", ",\n") + ",\n)", "php"),
    "PHP, escapes": Writer(lambda p: "$p = [" + members(p, php_double, '"{}" => {}', ", ") + "];", "php"),
    "PHP, nowdoc": Writer(heredoc, "php", one_line),
    "PHP, var_dump": Writer(var_dump, "php", lambda value: "\r" not in value),
    "PHP, print_r": Writer(print_r, "php", one_line),
    "YAML, double quotes": Writer(lambda p: "---\n" + members(p, as_json, between="\n") + "\n", "yaml"),
    "YAML, single quotes": Writer(lambda p: "---\n" + members(p, yaml_single, between="\n") + "\n", "yaml", one_line),
    "YAML, flow": Writer(
        lambda p: f"visitor: {{ {members(p, yaml_single)} }}\nn: 1\n",
        "yaml console", lambda value: one_line(value) and "\\" not in value),
    "YAML, flow in a list": Writer(
        lambda p: f"- {{{members(p, str, between=', ')}}}\n- {{{members(p, str, between=', ')}}}\n", "yaml", word, 2),
    "YAML, blocks": Writer(yaml_block, "yaml", lambda value: one_line(value) and value[:1] != " "),
    "lines": Writer(lambda p: "Hi,\n\n" + members(p, str, between="\n") + "\n\nThanks", "lines", plain),
    "lines with =": Writer(lambda p: members(p, str, "{}={}", "\n"), "lines", plain),
    "table": Writer(table, "table", plain),
    "form.append": Writer(
        lambda p: "".join(f"form.append('{name}', '{value}');\n" for name, value in p.items()), "form", word),
    "logfmt": Writer(lambda p: f"level=info {members(p, as_json, '{}={}', ' ')} n=1\n", "log", one_line),
    "two columns": Writer(lambda p: members(p, str, "{}\t{}", "\n"), "tsv", plain),
    "TSV": Writer(lambda p: "\t".join(p) + "\n" + "\t".join(p.values()) + "\n", "tsv", plain),
    "CSV": Writer(
        lambda p: ",".join(p) + "\r\n" + ",".join(f'"{v.replace(DOUBLE, 2 * DOUBLE)}"' for v in p.values()), "csv"),
    "curled quotes": Writer(curled, "javascript", plain),
    "Slack's links": Writer(linked("<mailto:{0}|{0}>"), "javascript", plain),
    "Markdown's links": Writer(linked("[{0}](mailto:{0})"), "javascript", plain),
    "fixed spaces": Writer(lambda p: call(js_single)(p).replace("\n  ", "\n\u00a0\u00a0"), "javascript", plain),
    "a fence in a quoted mail": Writer(
        lambda p: "Bob wrote:\n> see\n> ```js\n> " + call(js_single)(p).replace("\n", "\n> ") + "\n> ```\n> It's so.\n",
        "javascript", one_line),
    "line numbers": Writer(
        lambda p: "\n".join(f"{at:4d}  {line}" for at, line in enumerate(call(js_single)(p).split("\n"), 7)),
        "javascript", one_line),
}  # fmt: skip
