"""Samples: texts with an identity in some shape, and the truth about its hash."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Literal

from oracle.identities import random_identity
from oracle.shape import IDENTITY, request_id
from oracle.signing import mistaken, nonsense, sign

if TYPE_CHECKING:
    from oracle.identities import Identity
    from oracle.shape import Fields, Shape

Truth = Literal["right", "mistake", "nonsense"]
TURNS: tuple[Truth, ...] = ("right", "mistake", "right", "nonsense", "right", "mistake")
"""What the samples of a shape are in turn."""

ALONE = (
    "prose-",
    "call",
    "json-",
    "lines-",
    "scan",
    "multipart",
    "http-",
    "curl-json",
    "yaml",
    "xml-",
    "form-body",
    "page-",
    "js-",
    "ts-",
)
"""Shapes that nobody sends with a sentence around them, or that a sentence would turn into another shape."""


@dataclass(frozen=True)
class Sample:
    """A text and its truth. ``cause``: the id if ``truth`` is "mistake", else empty. ``sent``: its user hash."""

    shape: Shape
    text: str
    who: Identity
    truth: Truth
    cause: str
    sent: str


def sample(shape: Shape, number: int) -> Sample:
    """Return the sample of a number; it is the same on every machine."""
    chance = Random(f"{shape.name} {number}")
    who = random_identity(chance, shape.allowed)
    truth, cause = TURNS[number % len(TURNS)], ""
    if truth == "right":
        sent = sign(who.signed)
    elif truth == "mistake":
        cause, sent = mistaken(who, chance)
    else:
        sent = nonsense(chance)
    text = shape.render(_fields(who, sent, chance), chance)
    if chance.random() < 0.2 and not shape.name.startswith(ALONE):
        text = _between_words(text, chance)
    return Sample(shape, text, who, truth, cause, sent)


def _fields(who: Identity, sent: str, chance: Random) -> Fields:
    every = {
        "external_id": who.external_id,
        "email": who.email,
        "user_hash": sent,
        "shop": who.shop,
        "shop_hash": sign(who.shop) if who.shop else None,
        "name": who.name if chance.random() < 0.6 else None,
        "plan": who.plan if chance.random() < 0.3 else None,
    }
    names = list(every)
    if chance.random() < 0.25:
        chance.shuffle(names)
        names.sort(key=lambda name: name not in IDENTITY)
    return {name: value for name in names if (value := every[name]) is not None}


def _between_words(text: str, chance: Random) -> str:
    before = chance.choice(
        ("Hi, this is what we print:", "Server log, see below", f"trace {request_id(chance)}", "Output:")
    )
    after = chance.choice(("Thanks!", "Can you help?", "-- \nAnn Miller\nACME Inc.", "(from staging)"))
    return f"{before}\n\n{text.rstrip()}\n\n{after}\n"
