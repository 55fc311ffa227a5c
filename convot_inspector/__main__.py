"""Entry point of ``python -m convot_inspector``. PyInstaller runs this file as a script: no relative imports."""

from convot_inspector.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
