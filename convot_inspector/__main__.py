"""Runs the program: ``python -m convot_inspector``. The import is absolute because PyInstaller runs this file bare."""

from convot_inspector.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
