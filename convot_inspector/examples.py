"""The bundled examples: calls signed with a demo secret that no app can have."""

from __future__ import annotations

import json
from dataclasses import dataclass

from convot_inspector.paths import RESOURCES


@dataclass(frozen=True)
class Example:
    """One text to try the program with; ``title`` says what it shows."""

    title: str
    text: str


@dataclass(frozen=True)
class Examples:
    """All examples and the secret that they are signed with. It is published here, so it protects nothing."""

    secret: str
    examples: tuple[Example, ...]


def load_examples() -> Examples:
    """The examples as they are in the resources."""
    stored = json.loads((RESOURCES / "examples" / "examples.json").read_text(encoding="utf-8"))
    return Examples(stored["demo_secret"], tuple(Example(row["title"], row["text"]) for row in stored["examples"]))
