"""The meaning of a call's verdicts and findings: one frozen ``Diagnosis``, which every text renders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.hash_shape import Shape
    from convot_inspector.core.model import CallInspection, Finding, HashVerdict, Owner, Target

Conclusion = Literal[
    "verified",  # the hash equals the one that Convot computes
    "not-received",  # verified, but the call does not reach Convot (of a whole call only)
    "broken",  # verified, but the call does not work as pasted (of a whole call only)
    "other-key",  # verified, but the page loads the key of another app (of a whole call only)
    "rejected",  # verified, but the text shows that Convot rejected a session (of a whole call only)
    "remarks",  # verified, but with a finding to look at (of a whole call only)
    "proven",  # the hash differs, and the causes reproduce it bit for bit
    "misplaced",  # not sent where Convot reads it; the causes reproduce it from another field
    "other-app",  # the hash differs; the secret of another of the user's apps makes it: which app is meant?
    "defect",  # the hash differs, and its text can never be right: not 64 lower-case hex digits
    "searching",  # the hash differs; the search for causes has not ended
    "interrupted",  # the hash differs; the search was stopped or reached its bound
    "unexplained",  # the hash differs; the complete search found nothing
    "unsigned",  # the value is sent without its hash
    "empty",  # the value is sent, and its hash is sent empty
    "no-value",  # a hash is sent without the value that it could belong to
    "absent",  # neither is sent
    "placeholder",  # a placeholder of an example stands in the place of the hash
    "template",  # a template that was not filled in stands in the place of the value or the hash
    "not-in-text",  # the text does not hold the value or the hash that the browser sent
    "several-readings",  # the text can be read in more than one way, and the hash proves none of them
    "too-many-readings",  # the same, but not all of them could be tried
    "unsignable",  # the value is an object or a Boolean, and no document says how that is signed
    "half-character",  # the value holds half of a surrogate pair, and no document says how that is signed
    "bad-secret",  # the stored secret is not 64 hex digits
    "no-secret",  # no secret to check with
    "exposed",  # an identity secret stands in the text (of a whole call only)
    "other-exposed",  # the identity secret of another of the user's apps stands in the text (of a whole call only)
    "token-exposed",  # a token that serves as the secret stands in the text (of a whole call only)
]
Subject = Literal["call", "user", "shop"]
Setting = Literal["on", "off", "unknown"]
Question = Literal["regenerated", "older-secret", "other-app", "which-text"]

UNEXPLAINED: frozenset[Conclusion] = frozenset(("unexplained", "interrupted"))
"""Conclusions after a search that found no cause."""
_NEEDS_CODE: frozenset[Conclusion] = UNEXPLAINED | {"proven", "misplaced", "defect", "searching", "unsigned", "empty"}
_WANTS_SECRET: frozenset[Conclusion] = frozenset(("no-secret", "several-readings"))


@dataclass(frozen=True)
class Circumstances:
    """What is known besides the call: the app and secret that it was checked with, and the app's setting.

    ``secret_code``: the secret's fingerprint. ``setting``: *Require identity verification*, as far as it is known.
    ``has_app_key``: whether the text holds the app's public key, so that it is the one that the page loads.
    ``loads_other_key``: whether the text sets another app's key, and the app's own key is known and not in the text.
    ``shows_rejection``: whether the text holds the error of a rejected session.
    ``shows_call``: whether the text shows the call itself, and not only what could be passed to it.
    ``day``: the date of the check, in words. ``input_format``: the notation of the text.
    """

    app: str = ""
    secret_code: str = ""
    setting: Setting = "unknown"
    has_app_key: bool = False
    loads_other_key: bool = False
    shows_rejection: bool = False
    shows_call: bool = True
    day: str = ""
    input_format: str = ""


@dataclass(frozen=True)
class HashDiagnosis:
    """What is known of ``user_hash`` or ``shop_hash``.

    ``value_name``: the field that this hash should sign, empty if none is sent. ``causes``: the findings of the proven
    mistakes, in the order of the axes. ``defect``: the finding that says why its text can never be right, if one does.
    ``not_in_text``: the fields whose value the text does not hold, or not clearly. ``questions``: what to ask where
    nothing is proven.
    ``shape``: the kind of a text that can never be right. ``other_app``: the app whose secret made the hash.
    """

    target: Target
    hash_name: str
    value_name: str
    conclusion: Conclusion
    verdict: HashVerdict
    causes: tuple[Finding, ...] = ()
    defect: Finding | None = None
    not_in_text: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    shape: Shape | None = None
    other_app: str = ""

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """The findings that say why this hash is wrong: proven mistakes, else the defect of its text."""
        return self.causes or ((self.defect,) if self.defect is not None else ())

    @property
    def needs_code(self) -> bool:
        """Whether the code that makes the hash is of use: the hash is wrong, or is missing."""
        return self.conclusion in _NEEDS_CODE


@dataclass(frozen=True)
class Diagnosis:
    """What one call means. ``subject`` and ``conclusion`` select what is said first, ``lead`` the findings it is about.

    ``about``: the hash that the conclusion is about. ``lead``: the findings that the first thing to do comes from.
    ``owner``: who has to act, None where nobody has to. ``search_ended``: False while causes may still be found.
    """

    inspected: CallInspection
    user: HashDiagnosis
    shop: HashDiagnosis
    subject: Subject
    conclusion: Conclusion
    lead: tuple[Finding, ...]
    owner: Owner | None
    search_ended: bool
    circumstances: Circumstances = Circumstances()

    @property
    def about(self) -> HashDiagnosis:
        """The hash that the conclusion is about."""
        return self.shop if self.subject == "shop" else self.user

    def of(self, target: Target) -> HashDiagnosis:
        """Return what is known of one of the two hashes."""
        return self.shop if target == "shop" else self.user

    @property
    def wants_secret(self) -> bool:
        """Whether a secret would tell more: to check a hash, or to prove one of several ways to read the text."""
        return any(about.conclusion in _WANTS_SECRET for about in self.hashes)

    @property
    def hashes(self) -> tuple[HashDiagnosis, HashDiagnosis]:
        """The user's hash and the shop's."""
        return self.user, self.shop
