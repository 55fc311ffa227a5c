"""The data model: what was pasted, and what Convot would do with it. Frozen; imports nothing from the package."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convot_inspector.core.shown import Shown

Kind = Literal[
    "text", "number", "boolean", "null", "object",
    "expression", "template", "placeholder", "redacted", "obfuscated", "unclear",
]  # fmt: skip
"""What stands in a field. From ``expression`` on, the paste does not hold the value that the browser sent."""

KNOWN_KINDS: frozenset[Kind] = frozenset({"text", "number", "boolean", "null", "object"})

Status = Literal["verified", "mismatch", "missing", "no-value", "absent", "not-checked"]
Severity = Literal["error", "warning", "note"]
Target = Literal["user", "shop", "call"]
Owner = Literal["developer", "merchant", "support"]
MerchantData = Literal["attached", "inferred", "ignored", "not-sent", "unknown"]
Redaction = Literal["none", "mask", "remove"]
SentBy = Literal["identify", "not-identify", "identify-arguments", "settings-object"]
"""How the fields of a call are passed. All but ``identify`` are ids of findings: Convot does not receive them."""


@dataclass(frozen=True)
class AppSecrets:
    """Identity secrets to check with. ``repr`` shows only how many there are.

    ``current``: the app's secret, 64 hex digits taken as text, or None: then no hash can be checked.
    ``previous``: secrets that were rotated away. ``others``: current secrets of the user's other apps, by app name.
    ``rotated``: the days on which previous ones were rotated away (ISO 8601), by their fingerprints, where known.
    """

    current: str | None = field(default=None, repr=False)
    previous: tuple[str, ...] = field(default=(), repr=False)
    others: Mapping[str, str] = field(default_factory=dict, repr=False)
    rotated: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __repr__(self) -> str:
        held = "a current secret" if self.current is not None else "no current secret"
        return f"AppSecrets({held}, {len(self.previous)} previous, {len(self.others)} of other apps)"

    def __getstate__(self) -> object:
        """Raise TypeError: a pickle would write the secrets to a file or a pipe."""
        raise TypeError("secrets are not serialised")

    def all(self) -> tuple[str, ...]:
        """Return every secret held, current first, without empty ones."""
        return tuple(s for s in (self.current, *self.previous, *self.others.values()) if s)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a call as it was pasted.

    ``value``: the text that the browser sends for a known kind, the source text otherwise.
    ``start``, ``end``: where it stands, as indices into the pasted ``str``; ``line`` and ``column`` count from 1.
    ``reading``: how the text was read where no notation fixes that and its hash proves it, "" otherwise.
    """

    name: str
    value: str
    kind: Kind
    line: int
    column: int
    start: int
    end: int
    reading: str = ""

    @property
    def known(self) -> bool:
        """Whether the paste holds the value that the browser sent."""
        return self.kind in KNOWN_KINDS

    @property
    def sent(self) -> bool:
        """Whether the field counts as passed: empty text, null and undefined do not."""
        return not (self.kind == "null" or (self.kind == "text" and not self.value))


@dataclass(frozen=True)
class IdentifyCall:
    """One ``Convot.identify({…})``: its fields by name, nested ones as ``custom_data.plan``.

    ``repeated`` names the fields that stand more than once in it; the last one is in ``fields``, as in JavaScript.
    ``sent_by``: how they are passed; ``callee``: what is called or set where that is not ``Convot.identify``. ``runs``:
    False where no browser runs the call, because it stands in a comment or a text.
    """

    fields: Mapping[str, Field]
    line: int
    column: int
    start: int
    end: int
    repeated: tuple[Field, ...] = ()
    sent_by: SentBy = "identify"
    callee: str = ""
    runs: bool = True

    def sent(self, name: str) -> Field | None:
        """Return the field of that name if it counts as passed."""
        found = self.fields.get(name)
        return found if found is not None and found.sent else None


@dataclass(frozen=True)
class Problem:
    """Why (part of) the text was not read. ``line`` and ``column`` count from 1."""

    id: str
    message: Shown
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake that was made. ``detail`` makes it exact; it never holds a secret."""

    id: str
    detail: str = ""


@dataclass(frozen=True)
class Proof:
    """How the sent hash was computed, step by step. No part of it holds a secret.

    ``signed``: the bytes that were signed or hashed. ``key``: which key, in words, with its fingerprint where it is a
    secret's. ``construction``: the formula. ``encoding``: how the digest is written. ``result``: the outcome,
    which is the text that was sent. ``place``: the field that holds it.
    """

    mistakes: tuple[Mistake, ...]
    signed: bytes
    key: Shown
    construction: Shown
    encoding: Shown
    result: str
    place: str


@dataclass(frozen=True)
class SearchStats:
    """What a search for causes went through: how many secrets of each sort, and tokens that stand in the paste.

    ``complete``: whether it came to its end; the bound or the user can end it early.
    """

    current: bool
    previous: int
    others: int
    credentials: int
    complete: bool


@dataclass(frozen=True)
class HashVerdict:
    """The result of checking ``user_hash`` or ``shop_hash``.

    ``causes``: the ids of the mistakes that together reproduce the sent hash; ``tried``: how many candidates were
    computed to find them; ``other_ways``: other mistakes that reproduce it too; ``proof``: how the causes do, None
    without causes; ``searched``: with which secrets, None where no search was made. ``expected``: the right hash,
    64 hex digits, None where it is not defined. It is as good as a password for this identity: it is in no ``repr``
    and in no report. ``is_pending``: whether a search for causes is still to be run or is running.
    ``is_cut``: whether the text has more pieces than could be tried as what this hash signs.
    """

    status: Status
    causes: tuple[str, ...] = ()
    tried: int = 0
    other_ways: tuple[tuple[Mistake, ...], ...] = ()
    proof: Proof | None = None
    searched: SearchStats | None = None
    expected: str | None = field(default=None, repr=False)
    is_pending: bool = False
    is_cut: bool = False

    @property
    def alternatives(self) -> tuple[tuple[str, ...], ...]:
        """The ids of ``other_ways``."""
        return tuple(tuple(mistake.id for mistake in way) for way in self.other_ways)


@dataclass(frozen=True)
class Outcome:
    """What one setting of *Require identity verification* does with the session."""

    session: Literal["accepted", "rejected", "unknown"]
    trust: Literal["verified", "lower", "unknown"] | None
    error: str | None = None


@dataclass(frozen=True)
class Enforcement:
    """The outcome with *Require identity verification* off and on."""

    off: Outcome
    on: Outcome


@dataclass(frozen=True)
class Finding:
    """One result to report to a person. ``detail`` makes it exact; ``owner`` has to act; ``link``: Convot's article."""

    id: str
    severity: Severity
    target: Target
    detail: Shown
    title: Shown
    because: Shown
    fix: Shown
    owner: Owner
    link: Shown


@dataclass(frozen=True)
class CallInspection:
    """Everything known about one call. ``signed``: the field whose value is signed, None if there is none."""

    call: IdentifyCall
    signed: Field | None
    user: HashVerdict
    shop: HashVerdict
    enforcement: Enforcement
    merchant_data: MerchantData
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Inspection:
    """Everything found in one paste. ``format`` names the notation that was read, "none" if nothing was.

    ``exposed``: where identity secrets, or tokens that were used as one, stand, as indices into the pasted ``str``.
    """

    format: str
    characters: int
    problems: tuple[Problem, ...] = ()
    calls: tuple[CallInspection, ...] = ()
    exposed: tuple[tuple[int, int], ...] = ()
