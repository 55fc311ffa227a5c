"""Every rendering agrees with the diagnosis: generated calls in every state, before, during and after the search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, sign
from payloads import fewer_examples
from pseudo import catalogue, pseudo
from renderings import plain, renderings, says

from convot_inspector import AppSecrets
from convot_inspector.core import language
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.diagnosis.diagnosis import Circumstances, Conclusion, Setting
from convot_inspector.core.inspection import Check
from convot_inspector.core.language import tr
from convot_inspector.core.reports import sentences
from convot_inspector.core.reports.document import Paragraph
from convot_inspector.core.reports.export import export
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.ticket import ticket
from convot_inspector.core.wording.conclusions.next_steps import NO_CAUSE, NOTHING_TO_CHANGE, STILL_SEARCHING
from convot_inspector.core.wording.conclusions.row import ASK_FOR_VALUES, MEANWHILE, REASONS
from convot_inspector.core.wording.conclusions.shared import THANKS
from convot_inspector.core.wording.conclusions.table import CONCLUSIONS
from convot_inspector.core.wording.findings import WORDS
from convot_inspector.core.wording.hash_shapes import HASH_SHAPES
from convot_inspector.core.wording.mistakes import CERTAIN, MERCHANT_WORDS, MISTAKES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import Finding

APP = "Staging of Globex"
KNOWN = catalogue()
PREVIOUS = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100"
SECRETS = {
    "none": AppSecrets(),
    "malformed": AppSecrets("short"),
    "one": AppSecrets(SECRET),
    "several": AppSecrets(SECRET, (PREVIOUS,), {APP: OTHER_SECRET}),
}
ABSENT = object()
VALUES = ["user-4711", EMAIL, 4711, "", None, True, Js("{a: 1}"), Js("user.id"), Js(r'"\ud800"'), "{{ id }}", ABSENT]
OTHER_HASHES = ["undefined", "x", "7" * 64, "0" * 63, "<hash>", Js("hash"), Js("null"), SECRET, EMAIL, ABSENT, ABSENT]


def hashes_of(value: str) -> list[object]:
    right = sign(value)
    changed = [right.upper(), right[:40], f"sha256={right}", sign(value.upper()), sign(value, SECRET + "\n")]
    return [right, right, *changed, sign(value, PREVIOUS), sign(value, OTHER_SECRET), sign(value + "\n").upper()]


HASHES = [*hashes_of("user-4711"), *hashes_of(EMAIL), sign(SHOP), *OTHER_HASHES]
FIELDS = {
    "external_id": st.sampled_from([ABSENT, *VALUES]),
    "email": st.sampled_from([EMAIL, EMAIL, f"{EMAIL} ", "john@exámple.com", Js("user.email"), ABSENT]),
    "user_hash": st.sampled_from(HASHES),
    "userHash": st.sampled_from([ABSENT, ABSENT, ABSENT, sign(EMAIL)]),
    "shop": st.sampled_from([SHOP, SHOP, "shop.example.com", Js("shop"), True, ABSENT, ABSENT, ABSENT]),
    "shop_hash": st.sampled_from([*hashes_of(SHOP), sign(EMAIL), *OTHER_HASHES]),
    "company": st.sampled_from([ABSENT, ABSENT, ABSENT, SECRET, "app_4f7a8b9c0d1e2f3a"]),
}


@st.composite
def pastes(draw: st.DrawFn) -> str:
    fields = {name: value for name, values in FIELDS.items() if (value := draw(values)) is not ABSENT}
    return "".join(call(**fields) for _ in range(draw(st.sampled_from([1, 1, 1, 2]))))


@pytest.fixture(params=["English", "another language"], autouse=True)
def in_language(request: pytest.FixtureRequest, few_numbers: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    del few_numbers
    monkeypatch.setattr("convot_inspector.core.search.explainer.MOST_SPENT", 2_000)
    if request.param != "English":
        language.use(lambda text, *_: pseudo(text) if ("", text) in KNOWN else "", name="qps")
    yield
    language.use()


@pytest.mark.slow
@settings(
    fewer_examples, suppress_health_check=[*fewer_examples.suppress_health_check, HealthCheck.function_scoped_fixture]
)
@given(pastes(), st.sampled_from(sorted(SECRETS)), st.sampled_from(["verdict", "stopped", "ended"]),
       st.sampled_from(get_args(Setting)), st.booleans())  # fmt: skip
@example(call(email=EMAIL, user_hash="undefined"), "none", "ended", "off", False)
@example(call(email=EMAIL, user_hash="7" * 64), "one", "verdict", "on", False)
@example(call(email=EMAIL, user_hash=sign(EMAIL).upper()), "none", "verdict", "unknown", False)
@example(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)), "several", "ended", "off", False)
@example(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)), "several", "ended", "off", True)
@example(
    call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP, shop_hash=sign(SHOP, OTHER_SECRET)),
    "several",
    "ended",
    "on",
    False,
)
@example(f'Convot("identify", {{email: "{EMAIL}", user_hash: "{sign(EMAIL)}"}})', "one", "ended", "on", False)
@example(call(userId="user-4711", user_hash=sign("user-4711")), "one", "ended", "unknown", False)
@example(call(external_id="{{ id }}", user_hash="{{ hash }}", email="{{ email }}"), "one", "ended", "off", False)
@example(call(external_id=True, user_hash="7" * 64), "one", "ended", "off", False)
@example(call(name="x", user_hash=sign("x")), "one", "ended", "off", False)
def test_no_rendering_contradicts_the_diagnosis(
    text: str, held: str, state: str, setting: Setting, has_app_key: bool
) -> None:
    check = Check(text, SECRETS[held])
    inspection = check.verdict() if state == "verdict" else check.explained(lambda: state == "stopped")
    reports = [export(inspection, kind) for kind in ("text", "markdown", "html")]
    for found in inspection.diagnoses(Circumstances(setting=setting, has_app_key=has_app_key)):
        assert found.search_ended == (state != "verdict" or not is_searched(found))
        said = renderings(found)
        for text_ in said.values():
            assert_names_no_other_mistake(found, text_)
            assert_calls_right_only_what_is(found, text_)
            assert_search_is_told_as_it_is(found, text_)
            assert_blames_the_server_only_where_the_app_is_certain(found, text_)
            assert_trusts_only_what_convot_receives(found, text_)
            assert APP not in text_ or text_ in (said["headline"], said["cards"])
        for name in ("headline", "ticket", "markdown", "html"):
            assert_says_what_to_do(found, said[name], name)
        assert_says_each_thing_once(found, said["answer"])
        for report in reports:
            assert plain(headline(diagnose(found.inspected), "mask").text) in plain(report)
        assert_answers(found, said["answer"])


def is_searched(found: Diagnosis) -> bool:
    return any(each.verdict.status in ("mismatch", "missing", "no-value") for each in found.hashes)


def assert_names_no_other_mistake(found: Diagnosis, text: str) -> None:
    ways = {mistake.id for each in found.hashes for way in each.verdict.other_ways for mistake in way}
    known = {finding.id for finding in found.inspected.findings} | ways
    titles = {finding.title for finding in found.inspected.findings}
    for id_, title in {**{i: r.title for i, r in WORDS.items()}, **{i: r.title for i, r in MISTAKES.items()}}.items():
        if id_ not in known and not any(says(plain(each), title) for each in titles):
            assert not says(text, title), (id_, text)


def assert_calls_right_only_what_is(found: Diagnosis, text: str) -> None:
    right = {each.hash_name for each in found.hashes if each.verdict.status == "verified"}
    user = ("user_hash is right for {user_field}.", "The visitor is verified: user_hash is right.",
            "Convot trusts this identity.", NOTHING_TO_CHANGE)  # fmt: skip
    shop = ("shop_hash is right too, so merchant data is attached.", "The shop is verified.")
    for name, said in (("user_hash", user), ("shop_hash", shop)):
        for sentence in said if name not in right else ():
            assert not says(text, sentence), text
    assert (headline(found).tone == "right") <= ("user_hash" in right)


def assert_search_is_told_as_it_is(found: Diagnosis, text: str) -> None:
    conclusions = {each.conclusion for each in found.hashes}
    for conclusion, means in NO_CAUSE.items():
        assert not says(text, means) or conclusion.split(",")[0] in conclusions
    answer = CONCLUSIONS["user", "unexplained"].answer[0]
    assert not says(text, answer) or found.user.conclusion == "unexplained"
    if found.search_ended:
        assert not says(text, STILL_SEARCHING)
    else:
        assert not says(text, NOTHING_TO_CHANGE)


def assert_blames_the_server_only_where_the_app_is_certain(found: Diagnosis, text: str) -> None:
    right = "verified" in [each.verdict.status for each in found.hashes]
    if not right and not found.circumstances.has_app_key:
        assert not says(text, CERTAIN["key-other-app"].title)
    else:
        assert not says(text, MISTAKES["key-other-app"].title)


def assert_trusts_only_what_convot_receives(found: Diagnosis, text: str) -> None:
    if found.conclusion in ("not-received", "broken"):
        for sentence in ("Convot trusts this identity.", "Merchant revenue data is attached."):
            assert not says(text, sentence), text


def assert_says_each_thing_once(found: Diagnosis, answer: str) -> None:
    parts = [part for part in re.split(r"(?<=[.?!])\s+", answer) if part]
    assert len(parts) == len(set(parts)), answer
    to_developer = [block.text for block in ticket(found, "Ruby").blocks if isinstance(block, Paragraph)]
    assert len(to_developer) == len(set(to_developer)) + max(0, len(found.user.causes and found.shop.causes) and 1)
    assert answer.startswith(tr(THANKS)) <= (found.about.verdict.status != "not-checked" or found.subject != "user")
    if not found.about.verdict.searched or not found.about.verdict.searched.current:
        assert not says(answer + sentences.no_cause(found.about), NO_CAUSE["defect"])


def assert_says_what_to_do(found: Diagnosis, text: str, name: str) -> None:
    is_to_developer = name not in ("headline",)
    to_do = plain(sentences.to_do_for_developer(found) if is_to_developer else sentences.to_do(found))
    assert (to_do == "") == (found.conclusion == "verified")
    fixes = [plain(finding.fix) for finding in found.lead]
    assert to_do in text or (fixes and all(fix in text for fix in fixes)), (to_do, text)
    if not found.search_ended:
        assert plain(tr(STILL_SEARCHING)) in text


def assert_answers(found: Diagnosis, text: str) -> None:
    assert APP not in text
    for secret in (SECRET, OTHER_SECRET, PREVIOUS):
        assert secret not in text
    given = {MERCHANT_WORDS[finding.id].wrong for finding in reasons(found)}
    for id_, row in MERCHANT_WORDS.items():
        if row.wrong not in given and found.about.conclusion != "defect":
            assert not says(plain(text), row.wrong.alone), (id_, text)
    answer = CONCLUSIONS[found.subject, found.conclusion].answer
    for template in answer:
        assert template in (REASONS, MEANWHILE, ASK_FOR_VALUES) or says(plain(text), template), (
            template,
            text,
        )
    for finding in found.about.reasons if REASONS in answer else ():
        shape = HASH_SHAPES.get(found.about.shape or "")
        row = (shape and shape.merchant) or MERCHANT_WORDS[
            finding.id
        ]  # several are clauses of a list, one is a whole sentence
        assert any(says(plain(text), words) for words in row.please), (finding.id, text)


def reasons(found: Diagnosis) -> list[Finding]:
    return [finding for each in found.hashes for finding in each.reasons]


def test_every_conclusion_has_words_and_every_row_a_conclusion() -> None:
    ids = set(get_args(Conclusion))
    assert {conclusion for _, conclusion in CONCLUSIONS} == ids
    of_call = {"exposed", "other-exposed", "token-exposed", "not-received", "broken", "other-key", "rejected"}
    of_call |= {"remarks", "verified"}
    assert {id_ for subject, id_ in CONCLUSIONS if subject == "user"} == ids - of_call
    # The shop is the subject only if the user verifies, so there is a secret.
    assert {id_ for subject, id_ in CONCLUSIONS if subject == "shop"} == ids - of_call - {
        "absent", "no-secret", "bad-secret", "other-app"
    }  # fmt: skip


def test_diagnose_is_pure() -> None:
    inspection = Check(call(email=EMAIL, user_hash="7" * 64), AppSecrets(SECRET)).verdict()
    assert diagnose(inspection.calls[0]) == inspection.diagnoses()[0]
