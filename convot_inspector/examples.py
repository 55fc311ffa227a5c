"""The bundled examples: calls signed with demo secrets that no app has."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.paths import RESOURCES

if TYPE_CHECKING:
    from convot_inspector.core.model import AppSecrets

_MARKS = ("example.com", "johns-store.myshopify.com")  # every example with values contains one of them


@dataclass(frozen=True)
class Example:
    """A text to try the program with. ``title``: what it demonstrates; ``shows``: the ids of its findings."""

    title: str
    text: str
    shows: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Examples of one kind."""

    title: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Examples:
    """All examples, and the demo secrets they are signed with: the app's, its previous one, and another app's.

    The demo secrets consist of counting digits, are public and protect nothing.
    """

    secret: str
    previous: str
    other: str
    groups: tuple[Group, ...]

    @property
    def examples(self) -> tuple[Example, ...]:
        """Every example, in the order of the groups."""
        return tuple(example for group in self.groups for example in group.examples)

    def titled(self, title: str) -> Example:
        """Return the example with that title."""
        return next(example for example in self.examples if example.title == title)

    def resembles(self, text: str) -> bool:
        """Return whether a text is an example or an edited one. example.com is reserved (RFC 2606)."""
        return any(mark in text for mark in _MARKS) or any(example.text == text for example in self.examples)

    def secrets(self, other_app: str) -> AppSecrets:
        """Return the secrets to check the examples with. ``other_app``: the name of the other app."""
        from convot_inspector.core.model import AppSecrets

        return AppSecrets(self.secret, (self.previous,), {other_app: self.other})


def load_examples() -> Examples:
    """Load the examples from the resources."""
    stored = json.loads((RESOURCES / "examples" / "examples.json").read_text(encoding="utf-8"))
    secrets = stored["secrets"]
    groups = tuple(
        Group(
            group["title"], tuple(Example(row["title"], row["text"], tuple(row["shows"])) for row in group["examples"])
        )
        for group in stored["groups"]
    )
    return Examples(secrets["current"], secrets["previous"], secrets["other"], groups)
