"""The demo app of the examples. It is stored neither in the keychain nor on disk."""

from __future__ import annotations

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.app import App


def demo_app(secret: str, name: str) -> App:
    """Return the demo app; its secret is published with the examples."""
    return App(
        id="demo",
        name=name,
        key="",
        setting="unknown",
        fingerprint=fingerprint(secret),
        previous=(),
        where="example",
        problem=None,
    )
