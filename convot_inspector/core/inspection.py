"""The complete inspection of a pasted text: read, check, search, diagnose. Only this file joins all of these steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from convot_inspector.core import convot
from convot_inspector.core.diagnosis.across_calls import observations_across
from convot_inspector.core.diagnosis.as_pasted import as_pasted
from convot_inspector.core.diagnosis.checks import observations
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.diagnosis.findings import finding
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.model import AppSecrets, CallInspection, HashVerdict, Inspection
from convot_inspector.core.reading import read
from convot_inspector.core.search.credentials import credentials_in, named_secrets
from convot_inspector.core.search.evidence.left_out import with_untried
from convot_inspector.core.search.evidence.named_ids import with_explained_id, with_proven_ids
from convot_inspector.core.search.evidence.readings import explained_reading, needs_proof, proven_reading
from convot_inspector.core.search.hash_check import SEARCHED, HashCheck
from convot_inspector.core.secret_format import format_problem
from convot_inspector.core.secret_masker import SecretMasker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from convot_inspector.core.diagnosis.diagnosis import Circumstances, Diagnosis
    from convot_inspector.core.model import Field, IdentifyCall, Mistake, Redaction
    from convot_inspector.core.reading.source import Reading

_HASH_NAME = re.compile("hash|hmac|signature|digest", re.IGNORECASE)


def inspect_text(text: str, secrets: AppSecrets | None = None) -> InspectionReport:
    """Return what a pasted text means to Convot, with the causes where a hash does not verify.

    Never executes what it reads, opens no file and no socket, and never raises for any ``str``. Without ``secrets``, or
    with a current secret that is not 64 hex digits, no hash is checked; the rest of the report is the same.
    """
    return Check(text, secrets).explained()


@dataclass(frozen=True)
class InspectionReport(Inspection):
    """The public result: an ``Inspection`` with its renderings."""

    def diagnoses(self, circumstances: Circumstances | None = None) -> tuple[Diagnosis, ...]:
        """Return what each call means, in the order of the calls."""
        return tuple(diagnose(call, circumstances) for call in self.calls)

    def to_dict(self, redaction: Redaction = "mask") -> dict[str, Any]:
        """Return the JSON report, schema 1. Personal values are masked unless told; secrets are never in it."""
        from convot_inspector.core.reports.json_report import to_dict

        return to_dict(self, redaction)


class Check:
    """The check of one paste. ``verdict`` is immediate; ``explained`` runs the search for causes."""

    def __init__(self, text: str, secrets: AppSecrets | None = None) -> None:
        self._text = text
        self._secrets = secrets or AppSecrets()
        # A damaged secret proves nothing: neither "verified" nor "mismatch".
        current = self._secrets.current
        self._secret = None if current is None or format_problem(current) is not None else current
        reading = read(text)
        if self._secret is not None:
            reading = with_proven_ids(reading, self._secret)
        if self._needs_proof(reading) and self._secret is not None:
            reading = proven_reading(text, reading, self._secret)
            self._take(reading, is_open=self._needs_proof(reading))
        else:
            self._take(reading if self._secret is not None else with_untried(text, reading), is_open=False)

    def _needs_proof(self, reading: Reading) -> bool:
        return self._secret is not None and needs_proof(self._text, reading, self._secret)

    def _take(self, reading: Reading, *, is_open: bool) -> None:
        """Set what is checked to this reading and check its hashes. ``is_open``: whether values are to be proven."""
        self._reading, self._is_open = reading, is_open
        self._masker = SecretMasker(self._secrets, named_secrets(self._text) if reading.calls else ())
        across = zip(as_pasted(self._text, reading), observations_across(reading.calls), strict=True)
        self._across = [(*own, *of_others) for own, of_others in across]
        self._exposed = bool(reading.calls) and self._masker.contains(self._text)
        self._targets = [self._verify(call) for call in reading.calls]

    def __repr__(self) -> str:
        return f"Check({len(self._text)} characters, {len(self._reading.calls)} calls)"

    def verdict(self) -> InspectionReport:
        """Return everything but the causes, which need a search."""
        if not self.has_more:
            return self._inspection([(user.verdict, shop.verdict) for user, shop in self._targets])
        return self._inspection([(_pending(user.verdict), _pending(shop.verdict)) for user, shop in self._targets])

    @property
    def has_more(self) -> bool:
        """True until a search for causes has been run, if there is something to search for."""
        if self._is_open:
            return True
        return any(target.verdict.status in SEARCHED for targets in self._targets for target in targets)

    def explained(self, cancelled: Callable[[], bool] = lambda: False) -> InspectionReport:
        """Search, and return the verdicts with their causes. ``cancelled`` is polled and ends the search early."""
        if not self.has_more:
            return self.verdict()
        from convot_inspector.core.search.explainer import Explainer
        from convot_inspector.core.search.keys import Keys

        fields = [field for call in self._reading.calls for field in call.fields.values()]
        sent = {field.value for field in fields if _HASH_NAME.search(field.name)}
        secrets, tokens = replace(self._secrets, current=self._secret), credentials_in(self._text, sent)
        keys = Keys(secrets, tokens.found, has_all_credentials=tokens.is_complete)
        spent = 0
        if self._is_open and self._secret is not None:
            held = (self._secret, *(each for each in self._secrets.all() if format_problem(each) is None))
            proving = tuple(dict.fromkeys(held))
            reading, spent = explained_reading(self._text, self._reading, keys, proving, cancelled)
            self._take(reading, is_open=self._needs_proof(reading))
        explainer = Explainer(self._text, keys, self._reading.calls, cancelled, spent)
        verdicts = explainer.explain(self._targets)
        if self._take_explained_ids(verdicts):
            explainer = Explainer(self._text, keys, self._reading.calls, cancelled, spent)
            verdicts = explainer.explain(self._targets)
        if self._reading.is_cut:
            verdicts = [(_cut(user), _cut(shop)) for user, shop in verdicts]
        return self._inspection(verdicts, explainer.used_as_secrets)

    def _take_explained_ids(self, verdicts: Sequence[tuple[HashVerdict, HashVerdict]]) -> bool:
        """Take the ids that explain hashes as external_ids; return whether there are any."""
        pairs = zip(self._reading.calls, verdicts, strict=True)
        named = [with_explained_id(self._reading.format, call, user) for call, (user, _) in pairs]
        if not any(named):
            return False
        calls = tuple(new or call for new, call in zip(named, self._reading.calls, strict=True))
        self._take(replace(self._reading, calls=calls), is_open=self._is_open)
        return True

    def _verify(self, call: IdentifyCall) -> tuple[HashCheck, HashCheck]:
        signed, shop = convot.signed_field(call), call.sent(convot.SHOP)
        user = convot.check(signed, call.sent(convot.USER_HASH), self._secret)
        if signed is not None and signed.kind == "unclear" and self._is_hash_of_email(call, signed):
            user = HashVerdict("mismatch")
        return (
            HashCheck(signed, convot.USER_HASH, user),
            HashCheck(shop, convot.SHOP_HASH, convot.check(shop, call.sent(convot.SHOP_HASH), self._secret)),
        )

    def _decoded(self, call: IdentifyCall) -> Iterator[str]:
        """Yield the names of a call's fields, and the values that do not stand in the text as they are."""
        for field in (*call.fields.values(), *call.repeated):
            yield field.name
            if not self._text.startswith(field.value, field.start + 1):  # behind a quote
                yield field.value

    def _is_hash_of_email(self, call: IdentifyCall, signed: Field) -> bool:
        """Return whether the hash is the email's beside an external_id that is passed, whatever its bounds.

        Then no reading of the external_id can make it right.
        """
        email, sent = call.sent(convot.EMAIL), call.sent(convot.USER_HASH)
        if signed.name != convot.EXTERNAL_ID or email is None or email.kind != "text" or sent is None or not sent.known:
            return False
        if convot.check(email, sent, self._secret).status != "verified" or email.value in signed.value:
            return False
        from convot_inspector.core.reading.evidence.named_id import is_passed

        return is_passed(self._text, signed)

    def _inspection(
        self, verdicts: list[tuple[HashVerdict, HashVerdict]], used: Mapping[str, str] | None = None
    ) -> InspectionReport:
        """Build the inspection. ``used``: tokens of the text that served as secrets, with their names."""
        reading = self._reading
        masker = SecretMasker(self._secrets, (*named_secrets(self._text), *used)) if used else self._masker
        others = dict.fromkeys(name for token, name in (used or {}).items() if not self._masker.is_secret(token))
        names = tuple(Observation("secret-exposed", "call", name) for name in others)
        calls = tuple(
            self._call(call, (names, across), *verdict, masker)
            for call, across, verdict in zip(reading.calls, self._across, verdicts, strict=True)
        )
        exposed = masker.places(self._text) if self._exposed or used else ()
        return InspectionReport(reading.format, len(self._text), reading.problems, calls, exposed)

    def _call(
        self,
        call: IdentifyCall,
        of_text: tuple[tuple[Observation, ...], tuple[Observation, ...]],
        user: HashVerdict,
        shop: HashVerdict,
        masker: SecretMasker,
    ) -> CallInspection:
        """Build the inspection of a call. ``of_text``: observations of the whole text, before and after its own."""
        first, last = of_text
        exposed = self._exposed or self._masker.contains("\n".join(self._decoded(call)))
        signed = convot.signed_field(call)
        seen = (*first, *observations(self._text, call, user, shop, self._secrets, masker, exposed=exposed), *last)
        if exposed or first:
            call = _without_secrets(call, masker)
            signed = call.fields[signed.name] if signed is not None else None
            seen = tuple(replace(observed, detail=masker.mask(observed.detail)) for observed in seen)
            user, shop = _masked(user, masker), _masked(shop, masker)
        findings = tuple(map(finding, seen))
        return CallInspection(
            call, signed, user, shop, convot.enforcement(user), convot.merchant_data(call, user, shop), findings
        )


def _pending(verdict: HashVerdict) -> HashVerdict:
    return replace(verdict, is_pending=True) if verdict.status in SEARCHED else verdict


def _cut(verdict: HashVerdict) -> HashVerdict:
    return replace(verdict, is_cut=True) if verdict.status == "not-checked" else verdict


def _masked(verdict: HashVerdict, masker: SecretMasker) -> HashVerdict:
    """Mask secrets in the proof: they may have been sent as a value or as a hash."""
    proof = verdict.proof
    if proof is None:
        return verdict
    signed = masker.mask(proof.signed.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")

    def hidden(mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
        return tuple(replace(mistake, detail=masker.mask(mistake.detail)) for mistake in mistakes)

    shown = replace(proof, signed=signed, result=masker.mask(proof.result), mistakes=hidden(proof.mistakes))
    return replace(verdict, proof=shown, other_ways=tuple(map(hidden, verdict.other_ways)))


def _without_secrets(call: IdentifyCall, masker: SecretMasker) -> IdentifyCall:
    """Mask secrets in the fields of a call."""

    def clean(field: Field) -> Field:
        return replace(field, name=masker.mask(field.name), value=masker.mask(field.value))

    return replace(
        call,
        fields={masker.mask(name): clean(field) for name, field in call.fields.items()},
        repeated=tuple(clean(field) for field in call.repeated),
    )
