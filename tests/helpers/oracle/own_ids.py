"""Shapes of records that have an id of their own, such as a database's, beside what is sent to Convot."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from oracle.shape import Shape, plain, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import Fields

    Render = Callable[[Fields, Random], str]

NAMES = ("id", "user_id", "uid", "userId", "ID")


def _with_id(fields: Fields, chance: Random) -> Fields:
    return {chance.choice(NAMES): str(chance.randrange(1, 10 ** chance.randrange(1, 9))), **fields}


def comma_separated(fields: Fields, chance: Random) -> str:
    record = _with_id(fields, chance)
    out = io.StringIO()
    csv.writer(out).writerows((record, record.values()))
    return out.getvalue()


def tab_separated(fields: Fields, chance: Random) -> str:
    record = _with_id(fields, chance)
    return "\t".join(record) + "\n" + "\t".join(record.values()) + "\n"


def logfmt(fields: Fields, chance: Random) -> str:
    pairs = " ".join(f"{name}={value}" for name, value in _with_id(fields, chance).items())
    return f"time=2026-11-24T10:11:12Z level=info msg=identify {pairs}"


def named_lines(fields: Fields, chance: Random) -> str:
    return "".join(f"{name}: {value}\n" for name, value in _with_id(fields, chance).items())


def expanded_row(fields: Fields, chance: Random) -> str:
    record = _with_id(fields, chance)
    width = max(map(len, record))
    lines = "".join(f"{name:<{width}} | {value}\n" for name, value in record.items())
    return f"-[ RECORD 1 ]{'-' * width}\n{lines}"


def php_dump(fields: Fields, chance: Random) -> str:
    record = _with_id(fields, chance)
    members = "".join(f'  ["{name}"]=>\n  string({len(value.encode())}) "{value}"\n' for name, value in record.items())
    return f"array({len(record)}) {{\n{members}}}\n"


def drawn(fields: Fields, chance: Random) -> str:
    record = _with_id(fields, chance)
    widths = [max(len(name), len(value)) for name, value in record.items()]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+\n"

    def row(cells: list[str]) -> str:
        return "|" + "|".join(f" {cell:<{width}} " for cell, width in zip(cells, widths, strict=True)) + "|\n"

    return rule + row(list(record)) + rule + row(list(record.values())) + rule


SHAPES = (
    Shape("own-id-csv", comma_separated),
    Shape("own-id-tsv", tab_separated, "line", without('"\t')),
    Shape("own-id-logfmt", logfmt, "plain", plain),
    Shape("own-id-lines", named_lines, "line"),
    Shape("own-id-psql", expanded_row, "line"),
    Shape("own-id-php-dump", php_dump),
    Shape("own-id-mysql", drawn, "line", without("|")),
)
