"""What makes the packages in dist/: `dev.py package` runs PyInstaller on the spec file, then `artefacts.py`."""
