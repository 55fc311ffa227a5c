"""Log lines of servers, frameworks and shells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from oracle.shape import Shape, c_quoted, joined, raw, renamed, request_id, ruby_quoted, stamp, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import Fields


def query(fields: Fields) -> str:
    return urlencode(fields, quote_via=quote)


def nginx(fields: Fields, chance: Random) -> str:
    return (
        f'203.0.113.{chance.randrange(256)} - - [12/Mar/2026:10:11:12 +0000] "GET /identify?{query(fields)} HTTP/1.1" '
        f'200 {chance.randrange(5000)} "https://app.example.com/" "Mozilla/5.0 (X11; Linux x86_64)"\n'
    )


def apache_vhost(fields: Fields, chance: Random) -> str:
    return (
        f"app.example.com:443 198.51.100.{chance.randrange(256)} - ann [12/Mar/2026:10:11:12 +0000] "
        f'"GET /w/identify?{urlencode(fields)}&v=2 HTTP/2.0" 204 0 "-" "curl/8.5.0"\n'
    )


def rails(fields: Fields, chance: Random) -> str:
    inner = joined(fields, '"{name}"=>{value}', ", ", ruby_quoted, "nil")
    return (
        f'Started POST "/identify" for 203.0.113.9 at 2026-03-12 10:11:12 +0000\n'
        f"Processing by IdentityController#create as JSON\n"
        f'  Parameters: {{{inner}, "request_id"=>"{request_id(chance)}"}}\nCompleted 200 OK in 12ms\n'
    )


def logfmt_value(value: str) -> str:
    simple = value and not set(value) & set(' "=\\') and value.isprintable()
    return value if simple else c_quoted(value)


def logfmt(fields: Fields, chance: Random) -> str:
    pairs = joined(fields, "{name}={value}", " ", logfmt_value, "null")
    return f"ts={stamp(chance)} level=info msg=identify request_id={request_id(chance)} {pairs} duration=12ms\n"


def syslog(fields: Fields, chance: Random) -> str:
    pairs = joined(fields, "{name}={value}", " ", raw, "-")
    return f"Mar 12 10:11:12 web-{chance.randrange(9)} app[{chance.randrange(9999)}]: identify {pairs}\n"


def syslog_5424(fields: Fields, chance: Random) -> str:
    def quoted(value: str) -> str:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("]", "\\]") + '"'

    pairs = joined(fields, "{name}={value}", " ", quoted, '""')
    return f"<134>1 {stamp(chance)} web app {chance.randrange(9999)} ID47 [identify@32473 {pairs}] user identified\n"


def json_lines(fields: Fields, chance: Random) -> str:
    before = json.dumps({"time": stamp(chance), "level": "info", "msg": "request", "request_id": request_id(chance)})
    line = json.dumps({"time": stamp(chance), "level": "info", "msg": "identify", **fields}, ensure_ascii=False)
    return f"{before}\n{line}\n{before}\n"


def json_nested(fields: Fields, chance: Random) -> str:
    return json.dumps({"@timestamp": stamp(chance), "message": "identify", "context": {"user": fields}}) + "\n"


def json_in_message(fields: Fields, chance: Random) -> str:
    message = f"identify {json.dumps(fields, ensure_ascii=False)}"
    return json.dumps({"time": stamp(chance), "severity": "INFO", "message": message}, ensure_ascii=False) + "\n"


def json_behind_prefix(fields: Fields, chance: Random) -> str:
    return f"[{stamp(chance)}] production.INFO: identify {json.dumps(fields, ensure_ascii=False)} []\n"


def key_values(
    head: str, pair: str, separator: str, tail: str = "", style: str = "snake"
) -> Callable[[Fields, Random], str]:
    def render(fields: Fields, chance: Random) -> str:
        inner = joined(renamed(fields, style), pair, separator, raw, "")
        return f"{head.replace('{stamp}', stamp(chance)).replace('{id}', request_id(chance))}{inner}{tail}\n"

    return render


def pipes(fields: Fields, chance: Random) -> str:
    return " | ".join((stamp(chance), "INFO", "identify", *fields.values())) + "\n"


def pipes_named(fields: Fields, chance: Random) -> str:
    return f"{stamp(chance)}|INFO|identify|" + "|".join(f"{n}={v}" for n, v in fields.items()) + "\n"


def w3c(fields: Fields, _: Random) -> str:
    names, values = " ".join(fields), " ".join(quote(v, safe="@") for v in fields.values())
    return f"#Software: Internet Information Services\n#Fields: date time {names}\n2026-03-12 10:11:12 {values}\n"


def heroku(fields: Fields, chance: Random) -> str:
    return (
        f'{stamp(chance)} heroku[router]: at=info method=GET path="/identify?{query(fields)}" '
        f'host=app.example.com request_id={request_id(chance)} fwd="203.0.113.7" dyno=web.1 status=200\n'
    )


def kubernetes(fields: Fields, chance: Random) -> str:
    pairs = joined(fields, "{name}={value}", " ", c_quoted, '""')
    return f'I0312 10:11:12.{chance.randrange(10**6):06} {chance.randrange(9999)} identity.go:88] "Identify" {pairs}\n'


def zap_console(fields: Fields, chance: Random) -> str:
    return f"{stamp(chance)}\tINFO\tidentity/handler.go:42\tidentify\t{json.dumps(fields, ensure_ascii=False)}\n"


def monolog(fields: Fields, chance: Random) -> str:
    return (
        f'[{stamp(chance)}] app.DEBUG: Convot identify {json.dumps(fields)} {{"uid":"{chance.getrandbits(28):07x}"}}\n'
    )


def two_users(fields: Fields, chance: Random) -> str:
    """Put a line of another user, without a hash, before the line."""
    other = f"{stamp(chance)} INFO user=other.{chance.randrange(99)}@example.org action=login ok\n"
    return (
        other
        + f"{stamp(chance)} INFO "
        + joined(fields, "{name}={value}", " ", logfmt_value, "")
        + " action=identify\n"
    )


SHAPES = (
    Shape("log-nginx-query", nginx),
    Shape("log-apache-vhost-query", apache_vhost),
    Shape("log-rails-parameters", rails),
    Shape("log-logfmt", logfmt),
    Shape("log-syslog", syslog, "plain"),
    Shape("log-syslog-5424", syslog_5424),
    Shape("log-json-lines", json_lines),
    Shape("log-json-nested", json_nested),
    Shape("log-json-in-message", json_in_message),
    Shape("log-json-behind-prefix", json_behind_prefix),
    Shape(
        "log-colon-commas",
        key_values("{stamp} INFO  [http-nio-8080-exec-3] c.acme.Identity : ", "{name}: {value}", ", "),
        "plain",
    ),
    Shape("log-equals-commas", key_values("{stamp} DEBUG identify(", "{name}={value}", ", ", ")"), "plain"),
    Shape("log-brackets", key_values("[{stamp}] [INFO] identify ", "[{name}: {value}]", " "), "plain"),
    Shape("log-arrow", key_values("{stamp} identify ", "{name} => {value}", "; "), "plain"),
    Shape(
        "log-single-quotes", key_values("{stamp} - identity - INFO - ", "{name}='{value}'", " ", style="camel"), "plain"
    ),
    Shape("log-sentence", key_values("{stamp} INFO Identified user with ", "{name} {value}", " and "), "never"),
    Shape("log-pipes", pipes, "never", names_ids=False),
    Shape("log-pipes-named", pipes_named, "plain"),
    Shape("log-iis-w3c", w3c, as_printed="value-url-encoded"),
    Shape("log-heroku-router", heroku),
    Shape("log-kubernetes", kubernetes),
    Shape("log-zap-console", zap_console),
    Shape("log-monolog", monolog),
    Shape("log-after-another-user", two_users),
    Shape("log-tabs-named", key_values("{stamp}\tidentify\t", "{name}:{value}", "\t"), "line", without("\t")),
)
