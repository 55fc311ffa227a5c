"""Every sentence of core is translated, and no translation or value can break one."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_graph import syntax_tree
from mistakes import GIVEN, ROWS, SECRETS
from paste import EMAIL, SECRET, SHOP, call, inspect_briefly, sign
from pseudo import catalogue, left_in_english, pseudo

import convot_inspector
from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core import language
from convot_inspector.core.characters.visible import signed_text, visible
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.diagnosis.diagnosis import Circumstances
from convot_inspector.core.language import LazyString, lazy_tr, localize, number, plural, tr
from convot_inspector.core.reports.answer import merchant_answer
from convot_inspector.core.reports.export import export
from convot_inspector.core.reports.formats.html_page import to_html
from convot_inspector.core.reports.formats.markdown import to_markdown
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.ticket import ticket
from convot_inspector.core.secret_masker import HIDDEN, SecretMasker
from convot_inspector.core.wording.mistakes import MERCHANT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.inspection import InspectionReport
    from convot_inspector.core.model import CallInspection

PACKAGE = Path(convot_inspector.__file__).parent
HEBREW = "שלום"


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use()


def use(translations: dict[str, str], *, isolates: bool = False, is_right_to_left: bool = False) -> None:
    language.use(lambda text, *_: translations.get(text, ""), isolates=isolates, is_right_to_left=is_right_to_left)


KNOWN = catalogue()


def use_pseudo() -> None:
    """Use the pseudo-language; a sentence that is not in the catalogue stays English and is found by that."""
    language.use(lambda text, *_: pseudo(text) if ("", text) in KNOWN else "", name="qps")


# The mechanism


def test_a_sentence_is_translated_and_then_filled() -> None:
    use({"Line {line}: {what}": "{what} (Zeile {line})"})
    assert tr("Line {line}: {what}", line=3, what="a {line} b") == "a {line} b (Zeile 3)"


@pytest.mark.parametrize("wrong", ["", "Zeile", "{lin}", "{line} {other}", "{line.__class__}", "{0}", "{", "{line!r}"])
def test_a_translation_with_other_places_is_not_used(wrong: str) -> None:
    use({"Line {line}": wrong})
    assert tr("Line {line}", line=3) == "Line 3"


@given(st.text(), st.text(), st.text(alphabet="{}ab:!.0", max_size=30))
def test_nothing_raises_and_a_value_stands_there_as_it_is(template: str, translated: str, value: str) -> None:
    use({template: translated})
    assert isinstance(tr(template, a=value, b=value), str)
    assert isinstance(plural(template, translated, 1, a=value), str)
    use({"<{a}>": "«{a}»"})
    assert tr("<{a}>", a=value) == f"«{value}»"
    assert lazy_tr("<{a}>", a=value) == f"<{value}>"
    assert localize(lazy_tr("<{a}>", a=value)) == f"«{value}»"


def test_a_plural_has_two_forms_in_english_and_any_in_a_translation() -> None:
    assert [plural("{count} calls", "1 call", count) for count in (0, 1, 2, 1234)] == [
        "0 calls", "1 call", "2 calls", "1234 calls",
    ]  # fmt: skip
    forms = {1: "ein Aufruf", 2: "{count} Aufrufe"}
    language.use(lambda *asked: forms[min(asked[2], 2)], "{:_}".format)
    said = [plural("{count} calls", "1 call", count, count=number(count)) for count in (1, 1234)]
    assert said == ["ein Aufruf", "1_234 Aufrufe"]


def test_lazy_phrase_stays_english_until_localized() -> None:
    use({"{what} at its end": "am Ende {what}", "a space": "ein Leerzeichen"})
    made = lazy_tr("{what} at its end", what=lazy_tr("a space"))
    assert made == "a space at its end"
    assert localize(made) == "am Ende ein Leerzeichen"
    assert localize("a space") == "a space"  # a name from the paste that equals a phrase


def test_masked_phrase_stays_translatable() -> None:
    masker = SecretMasker(AppSecrets(SECRET))
    use({"with {what}": "mit {what}"})
    assert localize(masker.mask(lazy_tr("with {what}", what="a space"))) == "mit a space"
    assert localize(masker.mask(lazy_tr("with {what}", what=SECRET))) == f"with {HIDDEN}"


def test_values_of_the_other_direction_are_isolated_in_the_window() -> None:
    assert tr("{name}: 64", name=HEBREW) == f"{HEBREW}: 64"  # a terminal may not support the isolates
    language.use(isolates=True)
    assert tr("{name}: 64", name=HEBREW) == f"\u2068{HEBREW}\u2069: 64"
    assert tr("{name}: 64", name=EMAIL) == f"{EMAIL}: 64"
    use({"{name}: 64": "{name} 64"}, isolates=True, is_right_to_left=True)
    assert tr("{name}: 64", name=EMAIL) == f"\u2068{EMAIL}\u2069 64"


# The sentences


def plain_parts(detail: str) -> Iterator[str]:
    """Yield the names and values in a detail."""
    if isinstance(detail, LazyString):
        for value in detail.values.values():
            yield from plain_parts(value)
    else:
        yield detail


def of_each_mistake() -> list[dict[str, Any]]:
    """Return the shortest row of each mistake, and some rows with several mistakes."""
    first: dict[str, dict[str, Any]] = {}
    for row in ROWS:
        for id_ in row["ids"]:
            if id_ not in first or len(row["ids"]) < len(first[id_]["ids"]):
                first[id_] = row
    many = [row for row in ROWS if len(row["ids"]) > 1][:8]
    return [*first.values(), *many]


OTHER_CALLS = [
    call(external_id=4711, email=EMAIL, user_hash=sign(EMAIL)),
    call(email="{{ user.email }}", user_hash="YOUR_HASH"),
    call(user_hash=sign(EMAIL)), call(name="John"), call(email=EMAIL),
    call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP, shop_hash="ab" * 32),
    call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP),
    call(email=EMAIL, user_hash=sign(EMAIL), shop_hash=sign(SHOP)),
    call(email=EMAIL, user_hash=sign(EMAIL), shop="johns.example.com", shop_hash=sign("johns.example.com")),
    call(email=EMAIL, user_hash="eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImpvaG5AZXhhbXBsZS5jb20ifQ.c2ln"),
    call(email="jоhn@example.com ", userHash=sign(EMAIL)), call(email=EMAIL, user_hash=SECRET),
    call(email=EMAIL, user_hash="0" * 63), call(email=EMAIL) + call(email="ann@example.com", user_hash="zz"),
    "Convot.push({ name: 'John' })", "Intercom('boot', { user_id: 1 })", "heap.identify('a')", "hello", "",
    "Convot.identify({ email: 'john@exam", "Convot.identify(user)", "\x89PNG",
]  # fmt: skip


def handed_over(inspected: CallInspection) -> Iterator[str]:
    yield merchant_answer(diagnose(inspected, Circumstances(setting="on")))
    yield merchant_answer(diagnose(inspected, Circumstances(setting="off")))
    found = ticket(diagnose(inspected), "Ruby", "none")
    # The code of a fix is code in every language.
    yield re.sub(r"```.*?```", "", to_markdown(found), flags=re.DOTALL)
    assert 'lang="qps"' in to_html(found)


def read_of(inspection: InspectionReport) -> Iterator[str]:
    """Yield what people read of an inspection."""
    yield export(inspection, "text")
    yield export(inspection, "markdown", "none")
    yield from (problem.message for problem in inspection.problems)
    for inspected in inspection.calls:
        said = headline(diagnose(inspected))
        yield from (said.title, said.text)
        for found in inspected.findings:
            yield from (found.title, found.because, found.fix)
        yield from handed_over(inspected)


@pytest.mark.slow
@pytest.mark.parametrize("row", of_each_mistake(), ids=lambda row: "+".join(row["ids"]))
def test_every_text_about_a_mistake_is_translated(row: dict[str, Any]) -> None:
    fields = GIVEN["payloads"][row["payload"]]
    pasted = call(**fields, user_hash=row["sent"])
    use_pseudo()
    inspection = inspect_text(pasted, SECRETS)
    (found,) = inspection.calls
    proof = found.user.proof
    assert proof is not None
    names = [name for mistake in proof.mistakes for name in plain_parts(mistake.detail)]
    values = [
        *found.call.fields,
        *map(str, fields.values()),
        row["sent"],
        visible(signed_text(proof.signed)),
        *names,
        *row["ids"],
    ]
    values += [value.replace("&", r"\&").replace("<", r"\<").replace(">", r"\>") for value in values]  # Markdown's
    for text in read_of(inspection):
        assert left_in_english(text, values) == ""


@pytest.mark.parametrize("text", OTHER_CALLS, ids=lambda text: text.encode("unicode_escape").decode()[:60])
@pytest.mark.parametrize(
    "secrets", [AppSecrets(), AppSecrets("short"), AppSecrets(SECRET)], ids=["none", "bad", "good"]
)
def test_every_text_about_a_paste_is_translated(text: str, secrets: AppSecrets) -> None:
    use_pseudo()
    for said in read_of(inspect_briefly(text, secrets)):
        assert left_in_english(said, [*re.findall(r"[\w@.{} -]+", text), "as before"]) == ""


def test_ids_and_details_of_the_report_for_programs_are_the_same_in_every_language() -> None:
    text = call(email=EMAIL, user_hash=sign(EMAIL.upper()))
    before = inspect_text(text, AppSecrets(SECRET)).to_dict()
    use_pseudo()
    after = inspect_text(text, AppSecrets(SECRET)).to_dict()
    words = ("title", "because", "fix")
    for call_before, call_after in zip(before["calls"], after["calls"], strict=True):
        for found, other in zip(call_before["findings"], call_after["findings"], strict=True):
            assert all(found.pop(name) != other.pop(name) for name in words)
    assert before == after


# How they are written


def calls_of(names: set[str]) -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(syntax_tree(file)):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if name in names:
                    yield file.relative_to(PACKAGE).as_posix(), node


# Sentences from tables: marked by ``lazy_tr`` where they are defined. The titles of the examples are in a JSON file.
_ROWS = {
    "core/reports/answer.py", "core/reports/guide.py", "core/reports/ticket.py", "core/search/proof.py",
    "core/diagnosis/findings.py", "core/reports/sentences.py", "core/reports/all_calls.py",
    "core/language.py", "core/reading/problems.py", "keychain/errors.py", "ui/paste/example_menu.py",
}  # fmt: skip


def test_translated_texts_are_whole_sentences() -> None:
    found = set()
    for file, node in calls_of({"tr", "plural", "lazy_tr"}):
        for argument in node.args[:2]:
            if isinstance(argument, ast.Constant):
                assert isinstance(argument.value, (str, int)), (file, node.lineno)
            elif argument is node.args[0]:
                assert not isinstance(argument, (ast.JoinedStr, ast.BinOp)), (file, node.lineno)
                found.add(file)
    assert found == _ROWS


@pytest.mark.parametrize("id_", MERCHANT_WORDS)
def test_merchant_clause_and_sentence_agree(id_: str) -> None:
    wrong, please, _ = MERCHANT_WORDS[id_]
    clauses = (wrong.text, wrong.text.replace("{hash}", "it"))  # a sentence names the hash once
    assert wrong.alone in [f"Convot does not accept {{hash}}, because {clause}." for clause in clauses]
    assert please.alone == f"Please ask your developer to {please.text}."
    for text in (*wrong, *please):
        assert ("", text) in KNOWN


def test_no_sentence_is_filled_by_str_format() -> None:
    """``str.format`` would interpret braces in a value or a translation."""
    for file, node in calls_of({"format"}):
        inner = node.func.value if isinstance(node.func, ast.Attribute) else node
        assert not isinstance(inner, ast.Call), (file, node.lineno)


def test_no_sentence_stands_inside_another_where_the_catalogue_does_not_see_it() -> None:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(syntax_tree(file)):
            if isinstance(node, ast.JoinedStr):
                called = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
                names = {getattr(each, "id", getattr(each, "attr", "")) for each in called}
                assert not names & {"tr", "plural", "lazy_tr"}, (file.name, node.lineno)
