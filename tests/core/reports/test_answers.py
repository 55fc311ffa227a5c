"""Answers, tickets and exports: right for every mistake, readable, without secrets, whole hashes and personal data."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from mistakes import ROWS
from mistakes import inspected as explained
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, inspect, inspect_briefly, sign

from convot_inspector import AppSecrets
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.diagnosis.diagnosis import Circumstances
from convot_inspector.core.inspection import Check
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.code_lines import LANGUAGES
from convot_inspector.core.reports.export import SUFFIXES, export
from convot_inspector.core.reports.formats.html_page import to_html
from convot_inspector.core.reports.formats.markdown import to_markdown
from convot_inspector.core.reports.redaction import mask
from convot_inspector.core.reports.snippets import snippet
from convot_inspector.core.reports.ticket import ticket
from convot_inspector.core.wording.mistakes import MERCHANT_WORDS, MISTAKES

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Diagnosis, Setting
    from convot_inspector.core.inspection import InspectionReport
    from convot_inspector.core.model import CallInspection, Redaction
    from convot_inspector.core.reports.export import ExportFormat

REDACTIONS: tuple[Redaction, ...] = ("none", "mask", "remove")

PAYLOAD: dict[str, object] = {"external_id": "user-4711", "email": EMAIL, "shop": SHOP}
USER, OF_SHOP = sign("user-4711"), sign(SHOP)
STATES = {
    "verified": call(**PAYLOAD, user_hash=USER, shop_hash=OF_SHOP),
    "verified, no shop": call(email=EMAIL, user_hash=sign(EMAIL)),
    "verified, shop wrong": call(**PAYLOAD, user_hash=USER, shop_hash="7" * 64),
    "verified, shop explained": call(**PAYLOAD, user_hash=USER, shop_hash=OF_SHOP.upper()),
    "verified, shop unsigned": call(**PAYLOAD, user_hash=USER),
    "verified, no shop for its hash": call(email=EMAIL, user_hash=sign(EMAIL), shop_hash=OF_SHOP),
    "verified, shop unknown": call(**PAYLOAD, user_hash=USER, shop_hash=Js("hash")),
    "unexplained": call(**PAYLOAD, user_hash="7" * 64, shop_hash=OF_SHOP),
    "not a hash": call(email=EMAIL, user_hash="nonsense"),
    "missing": call(email=EMAIL),
    "missing, elsewhere": call(email=EMAIL, userHash=sign(EMAIL)),
    "no value": call(user_hash=USER),
    "absent": call(name="John"),
    "expression": call(email=Js("user.email"), user_hash=Js("user.hash")),
    "placeholder": call(email=EMAIL, user_hash="<hash computed on your server>"),
    "secret": call(email=EMAIL, user_hash=SECRET),
    "three mistakes": call(email=EMAIL, user_hash=sign(EMAIL + "\n", SECRET + "\n").upper()),
}


def the_call(text: str, secrets: AppSecrets) -> CallInspection:
    return inspect_briefly(text, secrets).calls[0]


@functools.cache
def inspected(name: str) -> InspectionReport:
    return inspect_briefly(STATES[name], AppSecrets(SECRET, (OTHER_SECRET,)), 300)


def state(name: str) -> CallInspection:
    return inspected(name).calls[0]


def diagnosis(name: str) -> Diagnosis:
    return diagnose(state(name))


def answer_to(found: CallInspection, setting: Setting = "off") -> str:
    return merchant_answer(diagnose(found, Circumstances(setting=setting)))


def sentences(text: str) -> list[str]:
    return re.findall(r"[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!](?=\s|$)", text)


JARGON = re.compile(
    r"(?i)hmac|sha-?\d|md5|base64|\bhex\b|digest|utf|unicode|\bbytes?\b|encod|decod|json|construct|payload|algorithm"
)


def assert_is_an_answer(text: str) -> None:
    assert 2 <= len(sentences(text)) <= 6, text
    assert all(len(sentences(paragraph)) <= 3 for paragraph in text.split("\n\n"))
    assert not JARGON.search(text.replace("https://help.convot.io/en/article/identity-verification", "")), text
    assert not re.search(r"[{}⟨]|[0-9a-fA-F]{12}", text), text
    assert EMAIL not in text
    assert SHOP not in text


@pytest.mark.parametrize("setting", ["off", "on", "unknown"])
@pytest.mark.parametrize("name", STATES)
def test_every_state_has_a_short_answer(name: str, setting: Setting) -> None:
    assert_is_an_answer(answer_to(state(name), setting))


@pytest.mark.slow
def test_every_mistake_of_real_code_has_an_answer() -> None:
    assert set(MERCHANT_WORDS) >= set(MISTAKES)
    for number in range(0, len(ROWS), 1 + len(ROWS) // 200):
        (found,) = explained(number).calls
        answer = merchant_answer(diagnose(found, Circumstances(setting="off", has_app_key=True)))
        assert_is_an_answer(answer)
        assert "Globex" not in answer  # another customer's app
        for id_ in found.user.causes:
            assert MERCHANT_WORDS[id_].please.text.split("{")[0] in answer


def test_an_answer_says_what_the_setting_does() -> None:
    assert "identity_verification_required" in answer_to(state("missing"), "on")
    assert "can chat as before" in answer_to(state("missing"), "off")


def test_an_exposed_secret_comes_before_everything_else() -> None:
    answer = answer_to(state("secret"), "off")
    for words in ("Settings → Apps → [your app] → Setup", "Regenerate identity secret", "redeploy"):
        assert words in answer


def handed_over(name: str, redaction: Redaction) -> list[str]:
    """Return everything that can be handed over about a call."""
    made = ticket(diagnosis(name), "Ruby", redaction)
    files = [export(inspected(name), kind, redaction) for kind in SUFFIXES]
    return [answer_to(state(name), "on"), to_markdown(made), to_html(made), *files]


@pytest.mark.parametrize("redaction", REDACTIONS)
@pytest.mark.parametrize("name", STATES)
def test_no_secret_and_no_whole_hash_is_handed_over(name: str, redaction: Redaction) -> None:
    expected = [USER, OF_SHOP, sign(EMAIL), sign(EMAIL + "\n", SECRET + "\n")]
    for text in handed_over(name, redaction):
        lower = text.lower()
        assert not [each for each in (*expected, SECRET, OTHER_SECRET) if each in lower or each[8:40] in lower]


@pytest.mark.parametrize("redaction", ["mask", "remove"])
@pytest.mark.parametrize("name", STATES)
def test_no_person_s_data_is_handed_over_unless_asked_for(name: str, redaction: Redaction) -> None:
    for text in handed_over(name, redaction):
        assert not [each for each in (EMAIL, "john@", SHOP, "johns-store", "user-4711") if each in text]


def test_personal_data_is_exported_when_asked_for() -> None:
    for kind in SUFFIXES:
        assert EMAIL in export(inspected("verified, no shop"), kind, "none")


def test_a_ticket_has_all_its_parts() -> None:
    text = to_markdown(ticket(diagnosis("three mistakes"), "Python"))
    headings = ("Cause and fix", "Evidence", "Proof: how this user_hash was made", "Already right", "How to test")
    places = [text.index(f"\n## {heading}\n") for heading in headings]
    assert places == sorted(places)
    assert 'openssl dgst -sha256 -hmac "$CONVOT_IDENTITY_SECRET"' in text
    for title in ("The white space around email differs", "The secret has white space around it"):
        assert f"\n### {title}\n" in text
    assert snippet("Python", "email").code.strip() in text
    assert "the computation is HMAC-SHA256" in text
    assert "the signed text is" not in text
    assert "https://help.convot.io/en/article/identity-verification" in text


def test_a_second_mistake_is_about_the_field_that_was_signed() -> None:
    sent = call(external_id="user-4711", email=EMAIL, user_hash=sign(f"{EMAIL} "))
    found = diagnose(Check(sent, AppSecrets(SECRET)).explained().calls[0])
    assert found.user.verdict.causes == ("wrong-field", "value-whitespace")
    text = to_markdown(ticket(found, "Ruby"))
    assert "around email differs" in text
    assert "around external" not in text
    assert "line breaks around email" in merchant_answer(found)


def test_nothing_is_asked_for_that_was_just_sent() -> None:
    for text, format_, asked in (
        (call(email=Js("user.email"), user_hash=Js("hash")), "html", "The code that you sent does not contain"),
        (call(email="j***@example.com", user_hash=sign(EMAIL)), "javascript", "with nothing hidden"),
    ):
        found = diagnose(Check(text, AppSecrets(SECRET)).explained().calls[0], Circumstances(input_format=format_))
        assert asked in merchant_answer(found)
        assert "the page's source" not in merchant_answer(found)


def test_a_ticket_says_that_the_secret_is_right_where_the_shop_verifies() -> None:
    text = to_markdown(ticket(diagnosis("unexplained"), "Go"))
    assert "user_hash: the server has the right secret: shop_hash verifies with it." in text
    assert "## No cause found for this user_hash" in text
    assert "Was the secret ever regenerated?" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["three mistakes", "absent"])
def test_a_ticket_has_the_code_of_the_chosen_language(name: str, language: str) -> None:
    found = state(name)
    signed = found.signed.name if found.signed is not None else "external_id"
    code = snippet(language, signed, with_shop=found.call.sent("shop") is not None).code
    assert code.strip() in to_markdown(ticket(diagnose(found), language))


HOSTILE = "<script>alert(1)<img src=x onerror=y> [a](javascript:b) `c` | d & \u202e \x1b[31m ```"


class Elements(HTMLParser):
    """Collects the elements and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name == "href"}


def hostile() -> tuple[str, AppSecrets]:
    fields = {json.dumps(HOSTILE): HOSTILE, "name": HOSTILE, "custom_data": {HOSTILE: HOSTILE}}
    return call(external_id="u1", **fields, user_hash=sign(HOSTILE)), AppSecrets(SECRET)


def test_pasted_text_is_never_markup_in_a_page() -> None:
    text, secrets = hostile()
    for page in (
        export(inspect_briefly(text, secrets), "html", "none"),
        to_html(ticket(diagnose(inspect_briefly(text, secrets).calls[0]), "PHP", "none")),
    ):
        found = Elements(page)
        assert found.tags <= {
            "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "li", "table", "tr", "th",
            "td", "code", "pre", "a", "div", "span",
        }  # fmt: skip
        assert found.attributes <= {
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "scope",
            "align",
            "href",
        }
        assert all(link.startswith("https://help.convot.io/en/article/") for link in found.links)
        assert "default-src 'none'" in page
        assert "&lt;script&gt;alert(1)" in page
        assert "\x1b" not in page


def test_pasted_text_is_never_markup_in_markdown() -> None:
    text, secrets = hostile()
    for written in (
        export(inspect_briefly(text, secrets), "markdown", "none"),
        to_markdown(ticket(diagnose(inspect_briefly(text, secrets).calls[0]), "PHP", "none")),
    ):
        tokens = MarkdownIt("commonmark").enable("table").parse(written)
        inline = [child for token in tokens for child in token.children or ()]
        assert {token.type for token in (*tokens, *inline)} <= {
            "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "bullet_list_open",
            "bullet_list_close", "list_item_open", "list_item_close", "table_open", "table_close", "thead_open",
            "thead_close", "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open",
            "td_close", "fence", "text", "code_inline", "text_special", "softbreak",
        }  # fmt: skip
        cells = [child.content for child in inline if child.type == "code_inline"]
        assert any("<script>alert(1)" in cell and "```" in cell for cell in cells)
        rows = [line for line in written.splitlines() if line.startswith("| ")]
        assert all(len(re.findall(r"(?<!\\)\|", row)) == 3 for row in rows)


def test_an_md5_in_a_field_of_another_name_is_shortened_where_it_is_the_hash() -> None:
    text = call(email=EMAIL, userHash=sign(EMAIL))
    for kind in SUFFIXES:
        assert sign(EMAIL) not in export(inspect_briefly(text, AppSecrets(SECRET)), kind, "none")


@pytest.mark.parametrize(
    "sent", ["john.doe@example.com", "q1w2e3r4t5y6u7i8o9p0", sign(EMAIL), sign(EMAIL).upper(), "a"]
)
def test_exports_of_every_kind_mask_a_hash_in_the_same_way(sent: str) -> None:
    inspection = inspect(call(email=EMAIL, user_hash=sent))
    short = json.loads(export(inspection, "json", "none"))["calls"][0]["fields"]["user_hash"]["value"]
    assert short == mask(sent)
    for kind in ("html", "markdown"):
        assert short in export(inspection, kind, "none").replace("\\*", "*"), kind


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_an_address_in_the_place_of_a_hash_is_left_out_if_personal_data_is(kind: ExportFormat) -> None:
    inspection = inspect(call(email=EMAIL, user_hash=EMAIL, shop=SHOP, shop_hash=sign(SHOP)))
    assert "example.com" not in export(inspection, kind, "remove")
    assert sign(SHOP)[:4] in export(inspection, kind, "remove")


def test_a_json_export_is_the_report_of_the_command_line_but_for_hashes() -> None:
    inspection = inspected("verified")
    exported = json.loads(export(inspection, "json", "none"))
    report = inspection.to_dict("none")
    for name in ("user_hash", "shop_hash"):
        assert (
            exported["calls"][0]["fields"][name].pop("value")
            == f"{report['calls'][0]['fields'][name]['value'][:4]}…"
            + (report["calls"][0]["fields"][name].pop("value")[-4:])
        )
    assert exported == report
    assert hashlib.sha256(b"").hexdigest() not in json.dumps(exported)
