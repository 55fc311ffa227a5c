"""The table of notations: each has a name, samples that a real program made, and an independent writer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from paste import sign
from places import SAMPLES
from printed import all_texts
from writers import WRITERS

from convot_inspector.core.reading.formats import FORMATS
from convot_inspector.core.reading.notations import NOTATIONS, Notation
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.recognition import recognize
from convot_inspector.core.reading.source import Reading, Source

NAMES = [notation.name for notation in NOTATIONS]
PAYLOAD = {"email": "john@example.com", "user_hash": sign("john@example.com"), "name": "Zoe"}
HASH = PAYLOAD["user_hash"]

NO_SAMPLES = {
    "Convot.push": "people write it into pages by hand; no program prints it",
    "other calls": "people write them into pages by hand; no program prints them",
    "other vendors": "no calls are read from it",
    "records": "it is what people write for programs, as in statements of SQL; no program prints it",
    "server code": "no calls are read from it",
}
NO_WRITER = {
    "Convot.push": "it carries no hash, so that a value that reads back cannot be told from another",
    "other vendors": "no calls are read from it",
    "server code": "no calls are read from it",
}
# Folders of samples whose maker is in another folder.
MADE_ELSEWHERE = {"log": "python", "yaml": "ruby"}


def recognized(text: str) -> tuple[Notation, Reading] | None:
    """Return the notation that recognizes a text, and its reading."""
    source = Source(text)
    for notation in NOTATIONS:
        reading = notation.read(source)
        if reading is not None:
            return notation, reading
    return None


def found_in(texts: list[str]) -> tuple[set[str], dict[str, set[str]]]:
    """Return the notations that read calls from these texts, and the formats of each notation's readings."""
    found, formats = set(), defaultdict(set)
    for text in texts:
        if (result := recognized(text)) is not None:
            notation, reading = result
            formats[notation.name].add(reading.format)
            if reading.calls:
                found.add(notation.name)
    return found, formats


@pytest.fixture(scope="module")
def sampled() -> tuple[set[str], dict[str, set[str]]]:
    return found_in([text for _, text in all_texts()])


@pytest.fixture(scope="module")
def written() -> tuple[set[str], dict[str, set[str]]]:
    return found_in([writer.write(PAYLOAD) for writer in WRITERS.values()])


def test_names_and_formats_are_given() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(notation.name and notation.formats for notation in NOTATIONS)
    # "evidence" is what hashes prove in a text of no notation.
    assert {name for notation in NOTATIONS for name in notation.formats} - {"none"} | {"evidence"} == FORMATS.keys()


def test_a_real_program_made_samples_of_every_notation(sampled: tuple[set[str], object]) -> None:
    assert set(NAMES) - sampled[0] == set(NO_SAMPLES)


def test_every_folder_of_samples_has_its_maker() -> None:
    folders = {folder for folder, _ in all_texts()}
    for folder in folders:
        assert list((SAMPLES / MADE_ELSEWHERE.get(folder, folder)).glob("[mM]ake*")), folder


def test_every_notation_has_an_independent_writer(written: tuple[set[str], object]) -> None:
    assert set(NAMES) - written[0] == set(NO_WRITER)


def test_readings_have_the_formats_of_their_row(
    sampled: tuple[object, dict[str, set[str]]], written: tuple[object, dict[str, set[str]]]
) -> None:
    for notation in NOTATIONS:
        assert sampled[1][notation.name] | written[1][notation.name] <= set(notation.formats), notation.name


def read_toy(source: Source) -> Reading | None:
    """Read a text that is ``~email~user_hash~``."""
    parts = source.text.strip().split("~")
    if len(parts) != 4 or parts[0] or parts[3]:
        return None
    starts = [source.text.index(part) for part in parts[1:3]]
    entries = [
        Entry(name, part, "text", start, start + len(part))
        for name, part, start in zip(("email", "user_hash"), parts[1:3], starts, strict=True)
    ]
    return Reading("toy", (make_call(source, entries, starts[0], entries[-1].end),))


TOY = Notation("toy", read_toy, ("toy",), is_payload=True, skips_comments=False)
CALL_AND_TOY = f"Convot.identify(user)\n~a@b.co~{HASH}~\n"


@pytest.mark.parametrize("place", range(len(NOTATIONS) + 1))
def test_a_payload_beside_a_call_is_read_wherever_its_row_stands(place: int) -> None:
    table = [*NOTATIONS[:place], TOY, *NOTATIONS[place:]]
    reading = recognize(Source(CALL_AND_TOY), table)
    assert reading is not None
    assert (reading.format, [call.fields["email"].value for call in reading.calls]) == ("toy", ["a@b.co"])


def test_only_rows_with_the_flag_are_asked_for_a_payload() -> None:
    reading = recognize(Source(CALL_AND_TOY), [replace(TOY, is_payload=False), *NOTATIONS])
    assert reading is not None
    assert (reading.format, reading.calls) == ("javascript", ())


def test_a_notation_is_not_asked_for_longer_texts_than_its_row_says() -> None:
    text = f"~a@b.co~{HASH}~"
    assert recognize(Source(text), [replace(TOY, max_characters=len(text))]) is not None
    assert recognize(Source(text), [replace(TOY, max_characters=len(text) - 1)]) is None


def test_comments_are_skipped_where_the_row_says() -> None:
    text = f"// Convot.identify({{a: 1}}) is what we call\n~a@b.co~{HASH}~"
    assert recognize(Source(text), [TOY]) is None
    assert recognize(Source(text), [replace(TOY, skips_comments=True)]) is not None
