"""Shapes of tables and dumps: spreadsheets, database clients, mark-up, XML and SQL."""

from __future__ import annotations

import csv
import html
import io
import json
from typing import TYPE_CHECKING

from oracle.shape import (
    Shape,
    backslash_single,
    bytes_quoted,
    doubled_single,
    joined,
    renamed,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import (
        Fields,
    )

    Render = Callable[[Fields, Random], str]


def separated(
    delimiter: str, quoting: int = csv.QUOTE_MINIMAL, style: str = "snake", *, second_row: bool = False
) -> Render:
    def render(fields: Fields, _: Random) -> str:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]  # typeshed wants literals
        named = renamed(fields, style)
        writer.writerow(named)
        if second_row:
            writer.writerow("other@example.org" if name.lower() == "email" else "" for name in named)
        writer.writerow(named.values())
        return out.getvalue()

    return render


def markdown(fields: Fields, _: Random) -> str:
    cells = [value.replace("|", "\\|") for value in fields.values()]
    return f"| {' | '.join(fields)} |\n|{'---|' * len(fields)}\n| {' | '.join(cells)} |\n"


def markdown_tall(fields: Fields, _: Random) -> str:
    rows = "".join(f"| {name} | {value.replace('|', chr(92) + '|')} |\n" for name, value in fields.items())
    return f"| Field | Value |\n| :--- | :--- |\n{rows}"


def drawn(fields: Fields, form: tuple[str, str, str, str, str]) -> tuple[str, str, str]:
    """Return rule, heading and row of a drawn table. ``form``: the rule's left, line, crossing, right; the bar."""
    left, line, cross, right, bar = form
    widths = [max(len(name), len(value)) for name, value in fields.items()]
    rule = left + cross.join(line * (width + 2) for width in widths) + right
    head = bar + bar.join(f" {name:<{width}} " for name, width in zip(fields, widths, strict=True)) + bar
    row = bar + bar.join(f" {value:<{width}} " for value, width in zip(fields.values(), widths, strict=True)) + bar
    return rule, head, row


def mysql(fields: Fields, _: Random) -> str:
    rule, head, row = drawn(fields, ("+", "-", "+", "+", "|"))
    return f"mysql> SELECT * FROM identities LIMIT 1;\n{rule}\n{head}\n{rule}\n{row}\n{rule}\n1 row in set (0.00 sec)\n"


def psql(fields: Fields, _: Random) -> str:
    rule, head, row = drawn(fields, ("", "-", "+", "", "|"))
    return f"app=# select * from identities;\n{head.strip('|')}\n{rule}\n{row.strip('|')}\n(1 row)\n"


def box(fields: Fields, _: Random) -> str:
    top, head, row = drawn(fields, ("┌", "─", "┬", "┐", "│"))
    middle = top.translate(str.maketrans("┌┬┐", "├┼┤"))
    return f"{top}\n{head}\n{middle}\n{row}\n{top.translate(str.maketrans('┌┬┐', '└┴┘'))}\n"


def psql_expanded(fields: Fields, _: Random) -> str:
    width = max(map(len, fields))
    rows = "".join(f"{name:<{width}} | {value}\n" for name, value in fields.items())
    return f"-[ RECORD 1 ]{'-' * 20}\n{rows}"


def mysql_vertical(fields: Fields, _: Random) -> str:
    width = max(map(len, fields))
    rows = "".join(f"{name:>{width}}: {value}\n" for name, value in fields.items())
    return f"{'*' * 27} 1. row {'*' * 27}\n{rows}1 row in set (0.00 sec)\n"


def sqlite_line(fields: Fields, _: Random) -> str:
    width = max(map(len, fields))
    return "".join(f"{name:>{width}} = {value}\n" for name, value in fields.items())


def fixed_width(fields: Fields, _: Random) -> str:
    widths = [max(len(name), len(value)) + 3 for name, value in fields.items()]
    head = "".join(f"{name:<{width}}" for name, width in zip(fields, widths, strict=True)).rstrip()
    row = "".join(f"{value:<{width}}" for value, width in zip(fields.values(), widths, strict=True)).rstrip()
    return f"{head}\n{row}\n"


def tab_pairs(fields: Fields, _: Random) -> str:
    return "".join(f"{name}\t{value}\n" for name, value in renamed(fields, "title").items())


def jira(fields: Fields, _: Random) -> str:
    return "||" + "||".join(fields) + "||\n|" + "|".join(fields.values()) + "|\n"


def rst(fields: Fields, _: Random) -> str:
    return "".join(f":{name}: {value}\n" for name, value in fields.items())


def html_table(fields: Fields, _: Random) -> str:
    rows = "".join(f"  <tr><th>{n}</th><td>{html.escape(v)}</td></tr>\n" for n, v in fields.items())
    return f"<table>\n{rows}</table>\n"


def html_list(fields: Fields, _: Random) -> str:
    return "<dl>" + "".join(f"<dt>{n}</dt><dd>{html.escape(v)}</dd>" for n, v in fields.items()) + "</dl>\n"


def xml_elements(fields: Fields, _: Random) -> str:
    rows = "".join(f"  <{n}>{html.escape(v, quote=False)}</{n}>\n" for n, v in fields.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<user>\n{rows}</user>\n'


def xml_attributes(fields: Fields, _: Random) -> str:
    return "<user " + " ".join(f'{n}="{html.escape(v)}"' for n, v in renamed(fields, "camel").items()) + "/>\n"


def xml_cdata(fields: Fields, _: Random) -> str:
    return "<user>" + "".join(f"<{n}><![CDATA[{v}]]></{n}>" for n, v in renamed(fields, "camel").items()) + "</user>\n"


def soap(fields: Fields, _: Random) -> str:
    rows = "".join(f"<ns1:{n}>{html.escape(v, quote=False)}</ns1:{n}>" for n, v in renamed(fields, "pascal").items())
    return f'<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>{rows}</soap:Body></soap:Envelope>\n'


def plist(fields: Fields, _: Random) -> str:
    rows = "".join(f"\t<key>{n}</key>\n\t<string>{html.escape(v, quote=False)}</string>\n" for n, v in fields.items())
    return f'<plist version="1.0">\n<dict>\n{rows}</dict>\n</plist>\n'


def sql_insert(fields: Fields, _: Random) -> str:
    return f"INSERT INTO users ({', '.join(fields)}) VALUES ({', '.join(map(doubled_single, fields.values()))});\n"


def mysql_dump(fields: Fields, chance: Random) -> str:
    names = ",".join(f"`{name}`" for name in fields)
    values = ",".join(map(backslash_single, fields.values()))
    return f"INSERT INTO `users` (`id`,{names}) VALUES ({chance.randrange(9999)},{values});\n"


def sql_update(fields: Fields, chance: Random) -> str:
    pairs = joined(fields, "{name} = {value}", ", ", doubled_single, "NULL")
    return f"UPDATE users SET {pairs} WHERE id = {chance.randrange(9999)};\n"


def pg_copy(fields: Fields, _: Random) -> str:
    cells = "\t".join(value.replace("\\", "\\\\") for value in fields.values())
    return f"COPY public.users ({', '.join(fields)}) FROM stdin;\n{cells}\n\\.\n"


def redis_hash(fields: Fields, _: Random) -> str:
    texts = [text for pair in fields.items() for text in pair]
    return "".join(f"{number}) {bytes_quoted(text)}\n" for number, text in enumerate(texts, 1))


def dynamodb(fields: Fields, _: Random) -> str:
    return json.dumps({"Item": {name: {"S": value} for name, value in fields.items()}}, indent=4, ensure_ascii=False)


def mongo_shell(fields: Fields, chance: Random) -> str:
    rows = joined(fields, "  {name}: {value}", ",\n", backslash_single, "null")
    return f"[\n  {{\n  _id: ObjectId('{chance.getrandbits(96):024x}'),\n{rows}\n  }}\n]\n"


def elasticsearch(fields: Fields, chance: Random) -> str:
    hit = {"_index": "users", "_id": f"{chance.getrandbits(60):x}", "_score": 1.0, "_source": fields}
    return json.dumps({"hits": {"total": {"value": 1}, "hits": [hit]}}, ensure_ascii=False)


SHAPES = (
    Shape("table-markdown", markdown, "line"),
    Shape("table-markdown-tall", markdown_tall, "line"),
    Shape("table-spreadsheet-paste", separated("\t"), "line"),
    Shape("table-spreadsheet-pairs", tab_pairs, "line", without('"')),
    Shape("table-csv", separated(",")),
    Shape("table-csv-semicolon", separated(";")),
    Shape("table-csv-all-quoted", separated(",", csv.QUOTE_ALL)),
    Shape("table-csv-titles", separated(";", style="title")),
    Shape("table-csv-two-rows", separated(",", second_row=True)),
    Shape("table-mysql", mysql, "line"),
    Shape("table-mysql-vertical", mysql_vertical, "line"),
    Shape("table-psql", psql, "line"),
    Shape("table-psql-expanded", psql_expanded, "line"),
    Shape("table-box-drawn", box, "line"),
    Shape("table-sqlite-line", sqlite_line, "line"),
    Shape("table-fixed-width", fixed_width, "line"),
    Shape("table-jira", jira, "line"),
    Shape("table-rst-fields", rst, "line"),
    Shape("html-table", html_table),
    Shape("html-definition-list", html_list),
    Shape("xml-elements", xml_elements),
    Shape("xml-attributes", xml_attributes),
    Shape("xml-cdata", xml_cdata),
    Shape("xml-soap", soap),
    Shape("xml-plist", plist),
    Shape("sql-insert", sql_insert),
    Shape("sql-mysql-dump", mysql_dump),
    Shape("sql-update", sql_update),
    Shape("sql-pg-copy", pg_copy),
    Shape("redis-hgetall", redis_hash),
    Shape("dynamodb-item", dynamodb),
    Shape("mongo-shell", mongo_shell),
    Shape("elasticsearch-hit", elasticsearch),
)
