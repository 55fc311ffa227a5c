"""The table of all shapes, by name."""

from __future__ import annotations

from oracle import damage, logs, pages, printouts, prose, settings, tables

SHAPES = {
    shape.name: shape for family in (printouts, logs, prose, tables, settings, pages, damage) for shape in family.SHAPES
}
