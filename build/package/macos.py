"""The macOS part of `artefacts.py`: verifying the signature, notarising, and packing the app.

PyInstaller signs while it builds, if CONVOT_CODESIGN_IDENTITY names a "Developer ID Application" identity of the
keychain. Notarising needs a profile that `xcrun notarytool store-credentials` made; CONVOT_NOTARY_PROFILE is its name,
CONVOT_NOTARY_KEYCHAIN the keychain file that has it, if that is not the login keychain.
Written from Apple's and PyInstaller's documentation; it has not been run on macOS yet.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def make(app: Path, target: Path) -> None:
    """Write the `.zip` of the app; notarised, if there is an identity and a profile."""
    profile = os.environ.get("CONVOT_NOTARY_PROFILE")
    if os.environ.get("CONVOT_CODESIGN_IDENTITY"):
        _run("codesign", "--verify", "--deep", "--strict", app)
        if profile:
            _pack(app, target)
            keychain = os.environ.get("CONVOT_NOTARY_KEYCHAIN")
            where = ["--keychain", keychain] if keychain else []
            _run("xcrun", "notarytool", "submit", target, "--keychain-profile", profile, *where, "--wait")
            _run("xcrun", "stapler", "staple", app)
            _run("spctl", "--assess", "--type", "execute", app)
    else:
        print("No CONVOT_CODESIGN_IDENTITY: the app has no signature that macOS knows, and will be refused at first.")
    _pack(app, target)


def _pack(app: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    _run("ditto", "-c", "-k", "--keepParent", app, target)


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True)
