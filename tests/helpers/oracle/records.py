"""Shapes of commands that pass names and values in pairs: SQL, forms in code, maps of PHP and Erlang."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from oracle.shape import Shape, c_quoted, doubled_single, without

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import Fields


def insert(fields: Fields, chance: Random) -> str:
    columns = ", ".join(f"`{name}`" for name in ("id", *fields, "created_at"))
    values = ", ".join((str(chance.randrange(99)), *map(doubled_single, fields.values()), "NOW()"))
    return f"INSERT INTO `convot_identities` ({columns}) VALUES ({values});\n"


def copy(fields: Fields, chance: Random) -> str:
    columns = ", ".join(("id", *fields, "note"))
    cells = "\t".join((str(chance.randrange(99)), *fields.values(), "\\N"))
    return f"COPY public.identities ({columns}) FROM stdin;\n{cells}\n\\.\n"


def form_data(fields: Fields, _: Random) -> str:
    rows = "".join(f"fd.append({c_quoted(name)}, {c_quoted(value)});\n" for name, value in fields.items())
    return f'const fd = new FormData();\n{rows}fetch("/widget/identify", {{ method: "POST", body: fd }});\n'


def serialized(fields: Fields, _: Random) -> str:
    def text(value: str) -> str:
        return f's:{len(value.encode())}:"{value}";'

    pairs = "".join(text(name) + text(value) for name, value in fields.items())
    return f"a:1:{{{text('convot')}a:{len(fields)}:{{{pairs}}}}}\n"


def erlang_map(fields: Fields, _: Random) -> str:
    return "#{" + ",".join(f"{name} => <<{c_quoted(value)}/utf8>>" for name, value in fields.items()) + "}\n"


def postman(fields: Fields, chance: Random) -> str:
    rows = [{"key": name, "value": value, "type": "text"} for name, value in fields.items()]
    chance.shuffle(rows)
    request = {"method": "POST", "body": {"mode": "urlencoded", "urlencoded": rows}}
    return json.dumps({"item": [{"name": "identify", "request": request}]}, ensure_ascii=False)


SHAPES = (
    Shape("sql-insert-values", insert, allowed=without("\\")),
    Shape("pg-copy", copy, allowed=without("\\")),
    Shape("form-data-append", form_data, allowed=without('\\$"#')),
    Shape("php-serialize-nested", serialized),
    Shape("erlang-utf8-map", erlang_map, allowed=without('\\"')),
    Shape("postman-urlencoded", postman),
)
