"""Folders of the checkout that tests read from."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = ROOT / "tests"
SAMPLES = TESTS / "samples"
VECTORS = TESTS / "vectors"
HELPERS = TESTS / "helpers"
