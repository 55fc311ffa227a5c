"""All shapes, by name."""

from __future__ import annotations

from oracle import damage, logs, printouts, prose, settings, tables

SHAPES = {shape.name: shape for family in (printouts, logs, prose, tables, settings, damage) for shape in family.SHAPES}
