"""Folders of the checkout that tests read from."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = ROOT / "tests"
SAMPLES = TESTS / "samples"
VECTORS = TESTS / "vectors"
HELPERS = TESTS / "helpers"

COMMANDS = sorted(
    file.stem.replace("_", "-")
    for file in (ROOT / "convot_inspector" / "commands").glob("*.py")
    if "def add_parser(" in file.read_text(encoding="utf-8")
)
"""The names of the command line's commands."""
