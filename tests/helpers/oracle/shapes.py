"""The table of all shapes, by name."""

from __future__ import annotations

from oracle import (
    beside,
    clients,
    damage,
    dumps,
    encoded,
    frameworks,
    helpdesk,
    logs,
    observability,
    own_ids,
    pages,
    printouts,
    programs,
    prose,
    records,
    repeats,
    settings,
    tables,
)

FAMILIES = (
    printouts, logs, prose, tables, settings, pages, programs, damage, helpdesk, observability, dumps, repeats, own_ids,
    frameworks, beside, clients, encoded, records,
)  # fmt: skip
SHAPES = {shape.name: shape for family in FAMILIES for shape in family.SHAPES}
