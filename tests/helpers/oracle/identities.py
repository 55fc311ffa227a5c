"""Random identities, ordinary ones and those that are difficult to read."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

FIRST = (
    "ann",
    "Bob",
    "chloé",
    "Dmitri",
    "eva",
    "ﬁona",
    "Günther",
    "李",
    "ayşe",
    "Søren",
    "Łukasz",
    "noël",
    "o'neil",
    "مريم",
)
LAST = (
    "Müller",
    "O'Brien",
    "van der Berg",
    "Nuñez",
    "Smith-Jones",
    "Çelik",
    "Żak",
    "佐藤",
    "Иванова",
    "St. Clair",
    "Öz",
)
WORDS = ("acme", "north", "blue", "shop", "data", "cloud", "bike", "tea", "lab", "studio", "zebra", "kiln", "orbit")
DOMAINS = ("example.com", "example.org", "mail.example.co.uk", "example-shop.de", "sub.example.net", "EXAMPLE.com")
IDN_DOMAINS = ("bücher.example", "例え.example", "xn--bcher-kva.example", "пример.example", "straße.example")
PLANS = ("pro", "basic", "Enterprise", "free trial", "Gold (annual)", "team, 5 seats")


@dataclass(frozen=True)
class Identity:
    """The data of a user. At least one of ``external_id`` and ``email`` is given."""

    external_id: str | None
    email: str | None
    shop: str | None
    name: str
    plan: str

    @property
    def signed(self) -> str:
        """The signed value; the help article: "the external_id when you pass one, otherwise the email"."""
        value = self.external_id if self.external_id is not None else self.email
        assert value is not None
        return value


def random_identity(chance: Random, allowed: Callable[[str], bool]) -> Identity:
    """Return a random identity all of whose values are ``allowed``."""

    def pick(make: Callable[[Random], str]) -> str:
        value = make(chance)
        while not allowed(value):
            value = make(chance)
        return value

    kind = chance.random()
    return Identity(
        external_id=pick(random_id) if kind > 0.35 else None,
        email=pick(random_email) if kind < 0.8 else None,
        shop=pick(random_shop) if chance.random() < 0.15 else None,
        name=f"{pick(lambda c: c.choice(FIRST))} {pick(lambda c: c.choice(LAST))}",
        plan=chance.choice(PLANS),
    )


def random_email(chance: Random) -> str:
    first, word = chance.choice(FIRST), chance.choice(WORDS)
    plain = first.lower() if first.isascii() and first.isalpha() else "ann"
    number = chance.randrange(10_000)
    domain = chance.choice(DOMAINS)
    return chance.choice(
        (
            *(f"{plain}.{word}{number}@{domain}",) * 8,
            f"{plain}+{word}@{domain}",
            f"{plain}+{word}+{number}@{domain}",
            f"{plain.title()}.{word.title()}@{domain}",
            f"{plain.upper()}@{domain.upper()}",
            f"{plain}@{chance.choice(IDN_DOMAINS)}",
            f"{first.lower()}@{domain}",
            f"o'brien{number}@{domain}",
            f"100%{word}@{domain}",
            f'"{plain} {word}"@{domain}',
            f'"{plain},{word}"@{domain}',
            f"{plain}/{word}=x@{domain}",
            f"#!$&*{{|}}~^`{number}@{domain}",
            f"{plain}_{word}-{number}@{domain}",
            f"{chance.choice('abcxyz')}@{chance.choice('bcd')}.co",
            f"{'.'.join(chance.choices(WORDS, k=12))}@{'-'.join(chance.choices(WORDS, k=5))}.{domain}",
            f"{plain}.@{domain}",
            f"{number}@{domain}",
            f"{plain}&{word}@{domain}",
        )
    )


def random_id(chance: Random) -> str:
    number, word, first, last = (
        chance.randrange(1, 10_000_000),
        chance.choice(WORDS),
        chance.choice(FIRST),
        chance.choice(LAST),
    )
    made = uuid.UUID(int=chance.getrandbits(128), version=4)
    return chance.choice(
        (
            *(str(number), str(made), f"user_{number}", f"{chance.getrandbits(96):024x}") * 4,
            str(chance.choice("x7Z9é李")),
            str(number % 10 + 1),
            str(chance.getrandbits(62)),
            str(made).upper(),
            f"{{{made}}}",
            f"gid://shopify/Customer/{number}",
            f"{word}:{number}",
            f"{word}|{number}",
            f"auth0|{chance.getrandbits(96):024x}",
            f"{first} {last}",
            f"{last}, {first}",
            f'{first} "{word}" {last}',
            f"{last} & {word}",
            f"{word} ({number})",
            f"[{word}] {number}",
            f"<{word}-{number}>",
            f"{word.title()} Inc.",
            f"{word}\\{first}",
            f"C:\\{word}\\new\\{number}",
            f"{number}%",
            f"{word}%20{word}",
            f"{word}+{word} {number}",
            f"a={number}&b={word}",
            f"{word};{number}",
            f"#{number}",
            f"${word}",
            f"{word}/{word}/{number}",
            f"{word}@{number}",
            f"{word}`{number}`",
            f"{first}'s {word}",
            f"“{word}” – {number}",
            f"{word}💡{number}",
            f"{last}\u0301{number}",
            f"{word}-{number}-" * 12 + "end",
            f"{chance.randrange(10)}/{number}, {word}: {first}!",
            f"tag:{word}.example,2024:{number}",
            f"{random_shop(chance)}",
            f"*{word}*_{number}_",
            f"~{word}~ ^{number}^",
        )
    )


def random_shop(chance: Random) -> str:
    made = f"{chance.choice(WORDS)}-{chance.choice(WORDS)}"
    return f"{made}{chance.choice(('', str(chance.randrange(100))))}.myshopify.com"
