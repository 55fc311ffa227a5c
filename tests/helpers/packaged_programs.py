"""The programs that PyInstaller made, and an example to check with them."""

from __future__ import annotations

import sys

from places import ROOT

from convot_inspector.examples import load_examples

DIST = ROOT / "dist"

SUFFIX = ".exe" if sys.platform == "win32" else ""

FOLDER = DIST / "ConvotInspector"

PROGRAMS = (FOLDER / f"ConvotInspector{SUFFIX}", DIST / f"ConvotInspector-onefile{SUFFIX}")

SECRET = load_examples().secret

EXAMPLE = load_examples().examples[0].text
