"""What log services, frameworks' loggers and tracing tools show."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from oracle.logs import key_values, logfmt_value
from oracle.shape import Shape, c_quoted, doubled_single, elixir_quoted, joined, renamed, request_id, ruby_quoted, stamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import Fields


def pairs_in(
    head: str, pair: str, separator: str, tail: str, quote_: Callable[[str], str], style: str = "snake"
) -> Callable[[Fields, Random], str]:
    def render(fields: Fields, chance: Random) -> str:
        inner = joined(renamed(fields, style), pair, separator, quote_, "")
        return f"{head.replace('{stamp}', stamp(chance)).replace('{id}', request_id(chance))}{inner}{tail}\n"

    return render


def cloudwatch_events(fields: Fields, chance: Random) -> str:
    message = f"{stamp(chance)}\t{request_id(chance)}\tINFO\t{json.dumps(fields)}\n"
    return json.dumps({"events": [{"timestamp": 1773310272000, "message": message}]}, indent=4)


def insights_csv(fields: Fields, chance: Random) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("@timestamp", "@message"))
    writer.writerow((stamp(chance), json.dumps(fields, ensure_ascii=False)))
    return out.getvalue()


def loki(fields: Fields, _: Random) -> str:
    line = "level=info " + joined(fields, "{name}={value}", " ", logfmt_value, "")
    return json.dumps({"stream": {"app": "web"}, "values": [["1773310272000000000", line]]}, ensure_ascii=False) + "\n"


def kibana_document(fields: Fields, chance: Random) -> str:
    written = "".join(f"\tt\n{name}\n{value}\n" for name, value in fields.items())
    return f"Table\nJSON\nField\tValue\n\tt\n_id\n{chance.getrandbits(60):x}\n{written}"


def nginx_body(fields: Fields, chance: Random) -> str:
    body = json.dumps(fields, ensure_ascii=False).replace("\\", "\\x5C").replace('"', "\\x22")
    body = "".join(c if c.isascii() else "".join(f"\\x{b:02X}" for b in c.encode()) for c in body)
    return f'203.0.113.{chance.randrange(256)} - [12/Mar/2026:10:11:12 +0000] "POST /identify HTTP/1.1" 200 "{body}"\n'


def load_balancer(fields: Fields, chance: Random) -> str:
    query = urlencode(fields, quote_via=quote)
    return (
        f"https {stamp(chance)} app/web/50dc6c495c0c9188 203.0.113.7:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "
        f'"GET https://www.example.com:443/identify?{query} HTTP/1.1" "curl/8.5.0" ECDHE-RSA-AES128-GCM-SHA256\n'
    )


def pino_pretty(fields: Fields, _: Random) -> str:
    return "[10:11:12.345] INFO (4242): identify\n" + joined(fields, "    {name}: {value}", "\n", c_quoted, "") + "\n"


def sidekiq(fields: Fields, chance: Random) -> str:
    return json.dumps({"class": "IdentifyJob", "args": list(fields.values()), "jid": request_id(chance)}) + "\n"


def gelf(fields: Fields, _: Random) -> str:
    return json.dumps({"version": "1.1", "short_message": "identify", **{f"_{n}": v for n, v in fields.items()}}) + "\n"


def collector(fields: Fields, _: Random) -> str:
    return "Span #0\n    Name : identify\nAttributes:\n" + "".join(
        f"     -> {n}: Str({v})\n" for n, v in fields.items()
    )


def otlp(fields: Fields, _: Random) -> str:
    attributes = [{"key": name, "value": {"stringValue": value}} for name, value in fields.items()]
    return json.dumps({"name": "identify", "attributes": attributes}, indent=2, ensure_ascii=False) + "\n"


def print_r_log(fields: Fields, chance: Random) -> str:
    written = "".join(f"    [{name}] => {value}\n" for name, value in fields.items())
    return f"[{stamp(chance)}] local.INFO: Array\n(\n{written})\n  \n"


def journal(fields: Fields, chance: Random) -> str:
    written = "".join(f"    {name}={value}\n" for name, value in renamed(fields, "upper").items())
    return f"Thu 2026-03-12 10:11:12 CET [s={request_id(chance)};i=1]\n    PRIORITY=6\n{written}    _PID=4242\n"


def flask_form(fields: Fields, _: Random) -> str:
    return f"INFO:app:form ImmutableMultiDict({list(fields.items())!r})\n"


def django_extra(fields: Fields, chance: Random) -> str:
    return f"INFO {stamp(chance)} views 4242 140213 identify called with {fields!r}\n"


def apex(fields: Fields, _: Random) -> str:
    inner = ", ".join(f"{name}={value}" for name, value in fields.items())
    return f"10:11:12.0 (1234567)|USER_DEBUG|[12]|DEBUG|{{{inner}}}\n"


def python_repr(value: str) -> str:
    return repr(value)


def structlog_value(value: str) -> str:
    return value if re.fullmatch(r"[\w@.+:/-]+", value, re.ASCII) else repr(value)


SHAPES = (
    Shape("cloudwatch-events", cloudwatch_events),
    Shape("cloudwatch-insights-csv", insights_csv),
    Shape("loki-json", loki, "line"),
    Shape("kibana-document", kibana_document, "never"),
    Shape("nginx-escaped-body", nginx_body, "never"),
    Shape("elb-query", load_balancer),
    Shape("log-pino-pretty", pino_pretty),
    Shape("log-sidekiq-args", sidekiq, "never", names_ids=False),
    Shape("log-gelf", gelf, "never"),
    Shape("otel-collector", collector, "never"),
    Shape("otlp-json", otlp),
    Shape("log-laravel-print-r", print_r_log, "line"),
    Shape("journal-verbose", journal, "line"),
    Shape("log-flask-form", flask_form),
    Shape("log-django-dict", django_extra),
    Shape("log-apex-debug", apex, "plain"),
    Shape(
        "log-serilog-json",
        pairs_in("[10:11:12 INF] Identify {", '"{name}": {value}', ", ", ', "$type": "User"}', c_quoted, "pascal"),
    ),
    Shape("log-serilog-text", pairs_in("[10:11:12 INF] User ", "{name} {value}", " ", "", c_quoted, "pascal"), "never"),
    Shape("log-structlog", pairs_in("{stamp} [info     ] identify ", "{name}={value}", " ", "", structlog_value)),
    Shape("log-loguru", pairs_in("{stamp} | INFO | app:identify:42 - ", "{name}={value}", " ", "", python_repr)),
    Shape("log-logback-map", key_values("{stamp} [main] INFO c.a.Id - {", "{name}={value}", ", ", "}"), "plain"),
    Shape("log-elixir-keywords", pairs_in("10:11:12.345 [info] [", "{name}: {value}", ", ", "]", elixir_quoted)),
    Shape("log-elixir-metadata", key_values("10:11:12.345 request_id={id} ", "{name}={value}", " ", " [info] ok")),
    Shape("log-fluentd", pairs_in("{stamp} app.identify: {", '"{name}"=>{value}', ", ", "}", ruby_quoted)),
    Shape("log-rust-tracing", pairs_in("{stamp}  INFO identify: app: ", "{name}={value}", " ", "", c_quoted)),
    Shape("log-splunk", pairs_in("03/12/2026 10:11:12 app=web ", "{name}={value}", ", ", "", c_quoted)),
    Shape("log-datadog-facets", key_values("service:web env:prod ", "@usr.{name}:{value}", " "), "never"),
    Shape("log-vercel", key_values("[POST] /api/identify 200\n", "{name}: {value}", "\n"), "line"),
    Shape("log-sql-bind", pairs_in("DEBUG: bind ", "{name} = {value}", ", ", "", doubled_single)),
    Shape("log-spring-dto", key_values("{stamp} WARN  dto=UserDto(", "{name}={value}", ", ", ")", "camel"), "plain"),
    Shape(
        "log-aspnet-scope", key_values("info: App.Identity[0]\n      ", "{name}:{value}", ", ", "", "pascal"), "plain"
    ),
)
