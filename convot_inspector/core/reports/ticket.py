"""The ticket for the developer: cause, fix and code first, then evidence, proof, what is right, how to test it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.language import lazy_tr, localize, tr
from convot_inspector.core.reports import evidence, sentences
from convot_inspector.core.reports.code_lines import call_code
from convot_inspector.core.reports.document import Code, Document, Heading, Paragraph, Points
from convot_inspector.core.reports.openssl import openssl_line
from convot_inspector.core.reports.other_apps import nameless
from convot_inspector.core.reports.snippets import HOLD_THE_PAGE, page, snippet
from convot_inspector.core.shown import Shown, ShownLines
from convot_inspector.core.wording.conclusions.next_steps import (
    FOR_DEVELOPER,
    NOTHING_TO_CHANGE,
    OTHER_KEY,
    SETTING_WORDS,
    STILL_SEARCHING,
)
from convot_inspector.core.wording.findings import IDENTITY_VERIFICATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import CallInspection, Redaction
    from convot_inspector.core.reports.document import Block

_FENCES = {
    "Ruby": "ruby", "Node.js": "js", "Python": "python", "PHP": "php", "Java": "java", "Go": "go", "C#": "csharp",
    "Shopify Liquid": "liquid", "React Router": "jsx",
}  # fmt: skip
_JAVASCRIPT = ("Node.js", "React Router")
_OURS = frozenset(convot.IDENTITY_FIELDS)
_PLACES = frozenset(("hashes-swapped", "hash-in-other-field", "hash-of-other-call"))
_AXES = (
    # ids or prefixes of ids of mistakes, and what is right if none of these is proven
    (
        ("value-", "wrong-field", "field-renamed", "field-nested", "hash-of-other-call"),
        lazy_tr("{hash}: the signed text is {value}, exactly as the page sends it."),
    ),
    (("key-",), lazy_tr("{hash}: the secret is the current one.")),
    (
        ("arguments-", "wrong-algorithm", "plain-", "concatenated", "hmac-"),
        lazy_tr("{hash}: the computation is HMAC-SHA256 with the secret as the key."),
    ),
    (("digest-",), lazy_tr("{hash}: the hash is written in lower-case hex.")),
)
_TEST = (
    lazy_tr("Deploy, open the page as a logged-in visitor, and copy the Convot.identify call with its values."),
    lazy_tr("Paste it into Convot Inspector: {hash} has to verify."),
    lazy_tr(
        "Once every call verifies, turn on Require identity verification (Settings → Apps → [your app] → Security)."
    ),
)


def ticket(diagnosis: Diagnosis, language: str, redaction: Redaction = "mask") -> Document:
    """Return the ticket for one call, with the fix in ``language`` (one of ``code_lines.LANGUAGES``).

    It names no other app of the user's: it goes to one customer's developer.
    """
    shown = nameless(diagnosis)
    title = tr("Convot identity verification: {title}", title=sentences.title(shown))
    return Document(title, tuple(_blocks(shown, language, redaction)))


def _blocks(diagnosis: Diagnosis, language: str, redaction: Redaction) -> Iterator[Block]:
    call = diagnosis.inspected
    yield from _cause(diagnosis, redaction)
    if diagnosis.conclusion == "absent" or any(about.needs_code for about in diagnosis.hashes):
        yield from _code(diagnosis, language)
    yield Heading(tr("Evidence"))
    yield evidence.verdicts(call, redaction)
    yield evidence.settings(diagnosis)
    yield Paragraph(_circumstances(diagnosis))
    yield Paragraph(tr("What the page sends (line {line} of the checked text):", line=call.call.line))
    yield evidence.values(call, redaction)
    yield from _proofs(diagnosis, redaction)
    right = tuple(_already_right(diagnosis))
    if right:
        yield Heading(tr("Already right"))
        yield Points(right)
    yield from _test(diagnosis, redaction)
    yield Heading(tr("Links"))
    yield Points(tuple(dict.fromkeys((Shown(IDENTITY_VERIFICATION), *(found.link for found in call.findings)))))


def _cause(diagnosis: Diagnosis, redaction: Redaction) -> Iterator[Block]:
    """Yield what is wrong and what to do, each thing once."""
    yield Heading(tr("Result") if diagnosis.conclusion == "verified" else tr("Cause and fix"))
    wanted = [found for found in diagnosis.inspected.findings if found.severity != "note"]
    to_do = sentences.to_do_for_developer(diagnosis)
    if not any(found in wanted for found in diagnosis.lead):
        means, of_key = Shown(), Shown()
        if diagnosis.conclusion in ("other-key", "rejected"):
            means = sentences.meaning(diagnosis, redaction)
        if sentences.may_be_other_app(diagnosis):
            of_key = localize(OTHER_KEY)
        yield Paragraph(sentences.joined((means, of_key, to_do or localize(NOTHING_TO_CHANGE))))
    elif to_do and diagnosis.conclusion in FOR_DEVELOPER:
        yield Paragraph(to_do)
    for found in sentences.each_once(wanted):
        yield Heading(found.title, 3)
        if found.because or (found.fix and found.owner != "support"):
            yield Paragraph(sentences.joined((found.because, found.fix if found.owner != "support" else Shown())))
    right = call_code(diagnosis.inspected, redaction)
    if right:
        yield Paragraph(tr("The right call, with the values of the checked text:"))
        yield Code(right, "js")
    suggestions = sentences.suggestions(diagnosis)
    if suggestions:
        yield Points(suggestions)
    remaining = sentences.remaining(diagnosis)
    if remaining:
        yield Paragraph(tr("{title}:", title=sentences.remaining_title(diagnosis)))
        yield Points(remaining)
    if not diagnosis.search_ended and to_do != localize(STILL_SEARCHING):
        yield Paragraph(localize(STILL_SEARCHING))


def _code(diagnosis: Diagnosis, language: str) -> Iterator[Block]:
    call = diagnosis.inspected
    if any(about.shape == "promise" for about in diagnosis.hashes) and language not in _JAVASCRIPT:
        language = _JAVASCRIPT[0]  # nothing else has a Promise
    signed = call.signed.name if call.signed is not None else convot.EXTERNAL_ID
    with_shop = call.call.sent(convot.SHOP) is not None
    whole = tr(
        "The complete code in {language}, with the secret in the environment variable CONVOT_IDENTITY_SECRET:",
        language=language,
    )
    yield Paragraph(whole)
    yield Code(ShownLines(snippet(language, signed, with_shop=with_shop).code), _FENCES[language])
    if language not in HOLD_THE_PAGE:
        yield Paragraph(tr("In the page, with every field that it sends today:"))
        yield Code(ShownLines(page(signed, with_shop=with_shop, others=other_fields(call))), "js")


def other_fields(call: CallInspection) -> tuple[str, ...]:
    """Return the names of the fields that have nothing to do with identity verification, or are not signed."""
    names = (name for name, field in call.call.fields.items() if field.sent and "." not in name)
    return tuple(name for name in names if name not in _OURS or (name == convot.EMAIL and call.signed is not None))


def _circumstances(diagnosis: Diagnosis) -> Shown:
    known = diagnosis.circumstances
    setting = tr("Require identity verification in Convot: {setting}.", setting=localize(SETTING_WORDS[known.setting]))
    return sentences.joined((sentences.if_received(diagnosis), setting, sentences.checked_with(known)))


def _test(diagnosis: Diagnosis, redaction: Redaction) -> Iterator[Block]:
    yield Heading(tr("How to test"))
    about = diagnosis.about
    value = diagnosis.inspected.call.sent(convot.SHOP) if about.target == "shop" else diagnosis.inspected.signed
    yield Paragraph(
        tr(
            "This prints the right {hash}. It needs openssl, and the secret in CONVOT_IDENTITY_SECRET:",
            hash=about.hash_name,
        )
    )
    yield Code(ShownLines(openssl_line(value, redaction)), "sh")
    is_on = diagnosis.circumstances.setting == "on"
    yield Points(tuple(tr(step, hash=about.hash_name) for step in (_TEST[:-1] if is_on else _TEST)))


def _proofs(diagnosis: Diagnosis, redaction: Redaction) -> Iterator[Block]:
    for about in diagnosis.hashes:
        if about.causes:
            yield Heading(tr("Proof: how this {hash} was made", hash=about.hash_name))
            yield Paragraph(
                tr(
                    "The computation below gives every character of the hash that was sent. The whole hash was "
                    "compared, so this is not a guess."
                )
            )
            yield from evidence.proof(about, redaction)
        means = sentences.no_cause(about)
        if means:
            yield Heading(tr("No cause found for this {hash}", hash=about.hash_name))
            yield Paragraph(sentences.joined((sentences.tried(about.verdict), means)))
            yield Points(sentences.questions(about, for_developer=True))


def _already_right(diagnosis: Diagnosis) -> Iterator[Shown]:
    """Yield what is proven to be right: of a proof, every axis on which it takes no mistake."""
    for about in diagnosis.hashes:
        if not about.causes or not about.value_name or not _PLACES.isdisjoint(about.verdict.causes):
            continue  # a hash that belongs to another field says nothing of how this one's would be made
        causes = about.verdict.causes
        for ids, sentence in _AXES:
            is_keyless = ids == ("key-",) and "plain-hash" in causes
            if not is_keyless and not any(cause.startswith(ids) for cause in causes):
                yield tr(sentence, hash=about.hash_name, value=about.value_name)
    for about, other in zip(diagnosis.hashes, reversed(diagnosis.hashes), strict=True):
        if about.questions and other.conclusion == "verified":
            yield tr(
                "{hash}: the server has the right secret: {other} verifies with it.",
                hash=about.hash_name,
                other=other.hash_name,
            )
