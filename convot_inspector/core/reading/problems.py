"""Problems of reading: sentences by id, with a position. The ids are part of the JSON report."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr, tr
from convot_inspector.core.model import Problem
from convot_inspector.core.reading.foreign.vendor_names import VENDORS
from convot_inspector.core.reading.limits import MAX_CALLS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Source
    from convot_inspector.core.shown import Shown

MESSAGES = {
    "empty-input": lazy_tr("Nothing was pasted yet. Paste the Convot.identify call that the page sends."),
    "no-identify-call": lazy_tr(
        "There is no Convot.identify call here. Looked for Convot.identify({…}) and for an object or "
        "JSON with email, external_id, user_hash, shop or shop_hash."
    ),
    "no-identify-call:not-called": lazy_tr(
        "Convot.identify is mentioned here but not called. Paste the call with its { … }."
    ),
    "no-identify-call:only-mentioned": lazy_tr(
        "Convot.identify is here only in a comment or a string. No browser runs that."
    ),
    "no-identify-call:server-code": lazy_tr(
        "This is server code: it computes the hash but has none of the values that a browser sent. "
        "Paste the Convot.identify call from the page, or the request from the browser's network tab."
    ),
    "no-identify-call:unproven": lazy_tr(
        "There is no Convot.identify call here. This may be a hash, but nothing in the text gives it with the identity "
        "secret. Paste the call, or the hash and its value with their names."
    ),
    "no-identify-call:no-secret": lazy_tr(
        "This may be a hash, but it is in no call. The values around it can be tried only with the app's identity "
        "secret. Or paste the Convot.identify call."
    ),
    "no-identify-call:other-hash": lazy_tr(
        "This may be one more hash, but nothing in the text gives it with the identity secret. Paste it and its value "
        "with their names."
    ),
    "values-elsewhere": lazy_tr(
        "This call gets its values from somewhere else. Paste the object that it passes, or what the browser sends."
    ),
    "unterminated": lazy_tr("This is cut off: a closing quote, } or ) is missing. Paste the whole call."),
    "unterminated:start": lazy_tr(
        "The beginning of this is missing, and there may be more fields in it. Paste the whole call."
    ),
    "unterminated:end": lazy_tr(
        "The end of this is missing, and there may be more fields in it. Paste the whole call."
    ),
    "bad-javascript": lazy_tr(
        "This is not valid JavaScript from here on, so a browser would not run it. A comma or a quote "
        "may have been lost in copying."
    ),
    "bad-json": lazy_tr("This is not valid JSON from here on. A comma or a quote may have been lost in copying."),
    "too-deep": lazy_tr("The brackets are nested too deeply to read this. Paste only the call."),
    "too-large": lazy_tr("This is too long to read as a whole. Paste only the part around Convot.identify."),
    "too-large:data": lazy_tr(
        "This is too long to read as a whole. Paste only the part with the values, from here on."
    ),
    "too-large:more-calls": lazy_tr(
        "There are more calls from here on than can be shown. The ones before were checked. Paste the rest separately."
    ),
    "too-large:unproven": lazy_tr(
        "This may be a hash, but there is too much text to try all of it as the value that was signed. Paste only the "
        "hash and its value with their names."
    ),
    "not-text": lazy_tr(
        "This is not readable text: most of its characters were damaged on the way. Copy it again as text."
    ),
    "image-or-binary": lazy_tr("This is an image or another binary file, not text. Paste the call itself as text."),
    "other-vendor": lazy_tr(
        "This is a call of {vendor}, not of Convot. Its fields, with Convot's names: {fields}. Paste "
        "the Convot.identify call."
    ),
}
_VENDORS = {vendor.id: vendor for vendor in VENDORS}


def at(source: Source, index: int, id_: str, variant: str = "") -> Problem:
    """Return the problem ``id_`` at an index into the source; ``variant`` selects a more specific sentence."""
    line, column = source.place(index)
    return Problem(id_, message(id_, variant), line, column)


def limited(calls: Iterable[IdentifyCall]) -> tuple[tuple[IdentifyCall, ...], tuple[Problem, ...]]:
    """Return the first ``MAX_CALLS`` calls, and a problem where the others begin, if there are any."""
    found = tuple(islice(calls, MAX_CALLS + 1))
    return found[:MAX_CALLS], tuple(more_calls(call) for call in found[MAX_CALLS:])


def more_calls(first: IdentifyCall | Problem) -> Problem:
    """Return the problem that calls are left out, from the one given on."""
    return Problem("too-large", message("too-large", "more-calls"), first.line, first.column)


def message(id_: str, variant: str = "") -> Shown:
    """Return the sentence of a problem. ``variant``: the vendor's id for "other-vendor"."""
    if id_ != "other-vendor":
        return tr(MESSAGES[f"{id_}:{variant}" if variant else id_])
    vendor = _VENDORS[variant]
    return tr(MESSAGES[id_], vendor=vendor.name, fields=vendor.fields)
