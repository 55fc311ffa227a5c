"""The bundled examples: calls signed with demo secrets that no app can have."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.paths import RESOURCES

if TYPE_CHECKING:
    from convot_inspector.core.model import AppSecrets

_MARKS = ("example.com", "johns-store.myshopify.com")  # one of them stands in every example that holds values


@dataclass(frozen=True)
class Example:
    """One text to try the program with; ``title`` says what it shows, ``shows`` has the ids of its findings."""

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
    """All examples, and the secrets that they are signed with: of an app, an earlier one, and another app's.

    They are published here, and made of counted digits that no random secret has, so they protect nothing.
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
        """The example of that title."""
        return next(example for example in self.examples if example.title == title)

    def resembles(self, text: str) -> bool:
        """Whether a text is an example, or one that was changed: example.com is nobody's (RFC 2606)."""
        return any(mark in text for mark in _MARKS) or any(example.text == text for example in self.examples)

    def secrets(self, other_app: str) -> AppSecrets:
        """What the examples are checked with. ``other_app``: what the other app is called."""
        from convot_inspector.core.model import AppSecrets

        return AppSecrets(self.secret, (self.previous,), {other_app: self.other})


def load_examples() -> Examples:
    """The examples as they are in the resources."""
    stored = json.loads((RESOURCES / "examples" / "examples.json").read_text(encoding="utf-8"))
    secrets = stored["secrets"]
    groups = tuple(
        Group(
            group["title"], tuple(Example(row["title"], row["text"], tuple(row["shows"])) for row in group["examples"])
        )
        for group in stored["groups"]
    )
    return Examples(secrets["current"], secrets["previous"], secrets["other"], groups)
