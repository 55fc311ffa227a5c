"""Output of real Python, Ruby, PHP, csv writers and loggers is read exactly: every hash verifies."""

from __future__ import annotations

import ast
import json

import pytest
from paste import inspect
from places import SAMPLES
from printed import identities, texts
from soundness import assert_sound, line_and_column

# Folders of samples that this test reads, all but those with tests of their own, and what their texts are read as where
# that is not the folder's name.
FOLDERS = sorted({path.parent.name for path in SAMPLES.glob("*/*.txt")} - {"html", "requests", "mistakes"})
FORMATS = {"table": {"csv", "tsv"}, "logfmt": {"log"}}
# Values that the text does not tell: print_r does not mark where a text of several lines ends, logfmt's programs do
# not agree on white space other than a blank.
LINES, SEPARATED = "two\nlines\tand a tab", "Zoë\u2028👩\u200d💻"
NOT_TOLD = {"print_r": LINES, "object-print_r": LINES, "structlog": SEPARATED, "logfmter": SEPARATED}
TEXTS = {(notation, name): text for notation in FOLDERS for name, text in texts(notation).items()}
CRLF = {
    key: text.replace("\n", "\r\n") for key, text in TEXTS.items() if key[0] in ("yaml", "php") and "\r" not in text
}


def written(value: object) -> str:
    """Return a value as the browser sends it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(("notation", "name"), TEXTS)
def test_printed_text_is_read_exactly(notation: str, name: str) -> None:
    text = TEXTS[notation, name]
    inspection = inspect(text)
    assert_sound(text, inspection)
    assert (inspection.format in FORMATS.get(notation, {notation}), inspection.problems) == (True, ())
    assert len(inspection.calls) == len(identities(name))
    for inspected, identity in zip(inspection.calls, identities(name), strict=True):
        assert inspected.user.status == "verified"
        fields = inspected.call.fields
        for field, value in identity.items():
            if field in fields and fields[field].known and not isinstance(value, dict) and value is not None:
                assert fields[field].value == written(value)
        unknown = [field.name for field in fields.values() if not field.known]
        assert not unknown or (unknown == ["name"] and identity["name"] == NOT_TOLD.get(name.partition("-")[2]))


@pytest.mark.parametrize(("notation", "name"), TEXTS)
def test_every_value_has_its_place(notation: str, name: str) -> None:
    text = TEXTS[notation, name]
    for inspected in inspect(text).calls:
        for field in inspected.call.fields.values():
            assert (field.line, field.column) == line_and_column(text, field.start)
            raw = text[field.start : field.end]
            if field.kind == "number":
                assert raw == field.value
            elif notation == "python" and field.kind == "text":
                assert ast.literal_eval(f"({raw})") == field.value
            elif field.kind == "text" and field.value and raw[0] in "'\"":
                assert raw[-1] == raw[0]
            elif field.kind == "text" and field.value:
                size = len(field.value.encode())
                assert raw in (field.value, f'string({size}) "{field.value}"')


@pytest.mark.parametrize("key", CRLF, ids="-".join)
def test_other_line_ends_change_no_identity(key: tuple[str, str]) -> None:
    inspection = inspect(CRLF[key])
    assert_sound(CRLF[key], inspection)
    assert {inspected.user.status for inspected in inspection.calls} == {"verified"}


@pytest.mark.parametrize(("notation", "name"), [key for key in TEXTS if key[1].startswith("0-")])
@pytest.mark.slow
def test_a_text_cut_short_is_never_wrong(notation: str, name: str) -> None:
    text = TEXTS[notation, name]
    for length in range(0, len(text), 7):
        inspection = inspect(text[:length])
        assert_sound(text[:length], inspection)
        known = [inspected for inspected in inspection.calls if inspected.call.fields.get("user_hash")]
        for inspected in known:
            field = inspected.call.fields["user_hash"]
            assert inspected.user.status != "mismatch" or len(field.value) < 64
