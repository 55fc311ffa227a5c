"""A reading completed by the values that hashes of the text prove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading.formats import is_loose
from convot_inspector.core.reading.source import Reading, Source
from convot_inspector.core.search.evidence.completion import completed, overlap
from convot_inspector.core.search.evidence.left_out import with_rest, with_unproven

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.search.evidence.pairs import Evidence
    from convot_inspector.core.search.keys import Keys

_CODE = ("javascript", "html")
_PAYLOADS = (*_CODE, "json", "form", "query", "http", "curl", "fetch", "powershell", "har", "graphql")
_SETTLED = ("verified", "mismatch")
_ANSWERED = ("no-identify-call", "values-elsewhere")
_LONGEST = 4 * 1024 * 1024  # characters; a longer text is read by its notation alone
_MOST_WITH_OTHERS = 150_000  # hashes that are computed with the other secrets
_CALL_NAME_WITHIN = 60  # characters from a call's beginning to its name


def proven_reading(text: str, reading: Reading, secret: str) -> Reading:
    """Return the reading with the values that right hashes of the text prove.

    A call whose values are known stays as it was, whether its hash is right or wrong. It takes about half a second for
    a text of 1 MB, and is only useful where ``needs_proof``.
    """
    from convot_inspector.core.reading.evidence.running import without_inert_calls
    from convot_inspector.core.search.evidence.open_hashes import without_halves

    settled = _settled(reading, text, secret)
    reading = _with_proofs(text, reading, settled, (secret,), lambda: False)[0]
    halved = without_halves(without_inert_calls(Source(text)), reading)
    return halved if halved.calls else reading


def explained_reading(
    text: str, reading: Reading, keys: Keys, secrets: Sequence[str], cancelled: Callable[[], bool]
) -> tuple[Reading, int]:
    """Return the reading with the values of which known mistakes make a hash of the text, and what that cost.

    ``secrets``: the current one first. Values that a secret proves are tried first, then mistakes. The cost is counted
    as ``Search.spent`` does.
    """
    from convot_inspector.core.reading.evidence.running import without_inert_calls
    from convot_inspector.core.search.evidence.mistakes import prove_with_mistakes
    from convot_inspector.core.search.evidence.open_hashes import with_open_hashes, without_halves

    settled, spent = _settled(reading, text, secrets[0]), 0
    if len(secrets) > 1:
        reading, spent = _with_proofs(text, reading, settled, secrets[1:], cancelled, _MOST_WITH_OTHERS)
        if not needs_proof(text, reading, secrets[0]):
            return reading, spent
        settled = _settled(reading, text, secrets[0])
    if cancelled():
        return reading, spent
    source = without_inert_calls(Source(text))
    evidence = prove_with_mistakes(source, keys, _answered(settled), cancelled)
    is_cut = reading.is_cut or evidence.rest is not None
    reading = replace(_merged(text, reading, evidence, settled), is_cut=is_cut)
    reading = with_unproven(source, without_halves(source, reading), evidence)
    return with_open_hashes(source, reading), spent + evidence.computed


def _with_proofs(
    text: str,
    reading: Reading,
    settled: Sequence[IdentifyCall],
    secrets: Sequence[str],
    cancelled: Callable[[], bool],
    *most: int,
) -> tuple[Reading, int]:
    from convot_inspector.core.reading.evidence.running import without_inert_calls
    from convot_inspector.core.search.evidence.pairs import prove

    source = without_inert_calls(Source(text))
    evidence = prove(source, secrets, _answered(settled), cancelled, *most)
    return with_rest(source, _merged(text, reading, evidence, settled), evidence), evidence.computed


def needs_proof(text: str, reading: Reading, secret: str) -> bool:
    """Return whether the text holds a hash whose value is not known yet."""
    if len(text) > _LONGEST:
        return False
    if reading.calls and len(_settled(reading, text, secret)) == len(reading.calls):
        return (reading.format == "evidence" or is_loose(reading.format)) and _has_open_hash(text, reading)
    # Most pastes need none of this, and it is not loaded for them.
    from convot_inspector.core.reading.evidence.hashes import has_hash
    from convot_inspector.core.reading.evidence.running import changes_identity

    is_elsewhere = any(problem.id == "values-elsewhere" for problem in reading.problems)
    return has_hash(text) and not (is_elsewhere and changes_identity(text))


def _has_open_hash(text: str, reading: Reading) -> bool:
    from convot_inspector.core.reading.evidence.running import without_inert_calls
    from convot_inspector.core.search.evidence.open_hashes import open_hashes

    return bool(open_hashes(without_inert_calls(Source(text)), reading))


def _answered(settled: Sequence[IdentifyCall]) -> frozenset[str]:
    return frozenset(each for call in settled for each in _hashes(call))


def _settled(reading: Reading, text: str, secret: str) -> list[IdentifyCall]:
    """Return the calls of which the notation fixes what was signed and its hash: nothing is left to prove."""
    is_payload = reading.format in _PAYLOADS
    is_code = reading.format in _CODE
    return [
        call
        for call in reading.calls
        if call.runs
        and _is_known(call)
        and (
            (is_code and _is_made_by_page(text, call))
            or (_has_verdict(call, secret) and not (is_loose(reading.format) and _is_shop_unread(text, call)))
            or (is_payload and _has_hash_elsewhere(call))
        )
    ]


def _is_known(call: IdentifyCall) -> bool:
    fields = (call.fields.get(name) for name in convot.IDENTITY_FIELDS)
    return all(field is None or field.known for field in fields)


def _has_verdict(call: IdentifyCall, secret: str) -> bool:
    user = convot.check(convot.signed_field(call), call.sent(convot.USER_HASH), secret)
    shop = convot.check(call.sent(convot.SHOP), call.sent(convot.SHOP_HASH), secret)
    return user.status in _SETTLED and shop.status in (*_SETTLED, "absent", "missing")


def _is_shop_unread(text: str, call: IdentifyCall) -> bool:
    """Return whether a call sends no shop's hash, but its paragraph has a hash that the call does not have."""
    if call.sent(convot.SHOP_HASH) is not None:
        return False
    from convot_inspector.core.reading.evidence.hashes import hash_sightings, names_shop
    from convot_inspector.core.reading.evidence.names import paragraph

    start, end = paragraph(text, call.start, call.end)
    around = text[start:end]
    sent = frozenset(_hashes(call))
    return names_shop(around) and any(each.is_of_shop for each in hash_sightings(around, sent))


def _has_hash_elsewhere(call: IdentifyCall) -> bool:
    """Return whether a payload sends its hash only under another name, which the search for causes explains."""
    is_unsigned = convot.signed_field(call) is not None and call.sent(convot.USER_HASH) is None
    return is_unsigned and bool(_hashes(call))


def _is_made_by_page(text: str, call: IdentifyCall) -> bool:
    return "identify" in text[call.start : min(call.end, call.start + _CALL_NAME_WITHIN)]


def _hashes(call: IdentifyCall) -> list[str]:
    from convot_inspector.core.reading.evidence.hashes import has_hash

    return [field.value for field in call.fields.values() if has_hash(field.value)]


def _merged(text: str, reading: Reading, evidence: Evidence, settled: Sequence[IdentifyCall]) -> Reading:
    if not evidence.pairs:
        return reading
    from convot_inspector.core.search.evidence.calls import evidence_calls
    from convot_inspector.core.search.evidence.other_records import without_other_records

    proven = without_other_records(text, evidence_calls(evidence))
    known = set(map(id, settled))
    calls = [call for call in reading.calls if id(call) in known]
    open_calls = [call for call in reading.calls if id(call) not in known]
    has_loose_bounds = is_loose(reading.format)
    for call in open_calls:
        mine = next((each for each in proven if _is_of(each, call)), None)
        whole = completed(text, call, mine, has_loose_bounds=has_loose_bounds) if mine is not None else None
        if mine is None and len(open_calls) == len(proven) == 1 and not _is_fragment(text, call):
            whole = completed(text, call, proven[0], has_loose_bounds=has_loose_bounds)
            mine = proven[0] if whole is not None or _is_open(call) else None
        if mine is not None:
            proven.remove(mine)  # if it does not fit into the call in which it stands, it proves nothing
            calls.append(whole or call)
        elif call.runs and not (_is_fragment(text, call) and _is_part_of(call, evidence)):
            calls.append(call)
    format_ = reading.format if calls else "evidence"
    problems = tuple(problem for problem in reading.problems if problem.id not in _ANSWERED)
    calls = sorted(without_other_records(text, (*calls, *proven)), key=lambda call: call.start)
    return Reading(format_, tuple(calls), problems, reading.is_cut)


def _is_of(proven: IdentifyCall, call: IdentifyCall) -> bool:
    """Return whether a proven hash or value stands in the call."""
    if call.start <= proven.start and proven.end <= call.end:
        return True
    return any(
        overlap(ours, field)
        for field in proven.fields.values()
        for name in convot.IDENTITY_FIELDS
        if (ours := call.fields.get(name)) is not None
    )


def _is_fragment(text: str, call: IdentifyCall) -> bool:
    """Return whether a call is only an object with one half of a pair, and no call that a page makes."""
    if _is_made_by_page(text, call):
        return False
    has_value = convot.signed_field(call) is not None or call.sent(convot.SHOP) is not None
    has_hash = call.sent(convot.USER_HASH) is not None or call.sent(convot.SHOP_HASH) is not None
    return not (has_value and has_hash)


def _is_part_of(call: IdentifyCall, evidence: Evidence) -> bool:
    """Return whether the half of a pair in a call is half of a proven one, or the call names nobody."""
    values = {pair.value.text for pair in evidence.pairs}
    hashes = {pair.hash.text for pair in evidence.pairs}
    signed, sent = convot.signed_field(call), call.sent(convot.USER_HASH)
    if signed is None and sent is None:
        return True
    return (signed is not None and signed.value in values) or (sent is not None and sent.value in hashes)


def _is_open(call: IdentifyCall) -> bool:
    """Return whether one unknown object may set every identity field of a call: nothing proves what it sends."""
    fields = [field for name, field in call.fields.items() if name in convot.IDENTITY_FIELDS]
    is_unknown = all(field.kind == "expression" for field in fields)
    return is_unknown and len(fields) == len(convot.IDENTITY_FIELDS) and len({field.start for field in fields}) == 1
