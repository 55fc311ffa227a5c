"""Pasted tables as spreadsheets, password managers and notes write them."""

from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leaks import assert_clean

from convot_inspector.keychain.app import App
from convot_inspector.keychain.import_table import MAX_ROWS, parse_table
from convot_inspector.keychain.stores.secret_store import SLOTS

ONE, TWO, THREE = (hashlib.sha256(name.encode()).hexdigest() for name in ("one", "two", "three"))


def app(name: str, *, key: str = "", fingerprint: str | None = None) -> App:
    return App(name, name, key, setting="unknown", fingerprint=fingerprint, previous=(), where="keychain", problem=None)


def imported(text: str, *apps: App) -> list[tuple[str, str, str, bool]]:
    return [(row.name, row.key, row.secret, not row.problem) for row in parse_table(text, apps)]


GOOD = {
    "spreadsheet": f"Acme, production\t{ONE}\r\nAcme & Söhne\t{TWO}\r\n",
    "with a heading": f"Name\tIdentity secret\r\nAcme, production\t{ONE}\r\nAcme & Söhne\t{TWO}",
    "secret first": f"{ONE}\tAcme, production\n{TWO}\tAcme & Söhne",
    "CSV": f'app,secret\n"Acme, production",{ONE}\n"Acme & Söhne","{TWO}"\n\n',
    "semicolons": f"Acme, production;{ONE}\nAcme & Söhne;{TWO}\n",
    "Markdown": f"| Name | Secret |\n|---|:--|\n| Acme, production | {ONE} |\n| Acme & Söhne | {TWO} |",
    "database": f" Acme, production | {ONE}\n-----+-----\n Acme & Söhne | {TWO}\n",
    "words": f"Acme, production   {ONE}\n  Acme & Söhne {TWO}  ",
    "with a mark at its start": f"\ufeffAcme, production\t{ONE}\nAcme & Söhne\t{TWO}",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD.keys())
def test_tables_are_imported(text: str) -> None:
    assert imported(text) == [("Acme, production", "", ONE, True), ("Acme & Söhne", "", TWO, True)]


def test_column_of_app_keys_is_found_at_any_position() -> None:
    assert imported(f"app_1\tAcme\t{ONE}\nB\t{TWO}\tapp_2\nC\t{THREE}\t") == [
        ("Acme", "app_1", ONE, True), ("B", "app_2", TWO, True), ("C", "", THREE, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Acme\t{ONE[:-1]}", "This one has 63"),
        (f"{ONE[:-1]}\tAcme", "This one has 63"),
        (f"Acme\t{ONE[:-1]}g", "1 of the 64 here is something else"),
        ("Acme\tabcdef", "This one has 6"),
        ("Acme\t", "Nothing was entered"),
        ("Acme", "Nothing was entered"),
        (f"\t{ONE}", "Give the app a name"),
        (ONE, "Give the app a name"),
        (f"{'xyz ' * 26}\t{ONE}", "at most 100"),
        (f"there\t{ONE}", "already an app with this name"),
        (f" THERE \t{ONE}", "already an app with this name"),
        (f"Acme\t{ONE}\tapp_there", "“There” already has this app key"),
        (f"Acme\t{THREE}", "“There” has the same secret"),
    ],
)
def test_rejected_rows_have_a_reason_and_show_no_secret(text: str, words: str) -> None:
    from convot_inspector.core.fingerprint import fingerprint

    (row,) = parse_table(text, [app("There", key="app_there", fingerprint=fingerprint(THREE))])
    assert words in row.problem
    for secret in (ONE, THREE):
        assert_clean(f"{row!r} {row.problem} {row.name} {row.key}", secret)


def test_duplicate_rows_are_reported() -> None:
    rows = parse_table(f"Acme\t{ONE}\tapp_1\nacme\t{TWO}\nB\t{ONE}\nC\t{TWO}\tapp_1\nD\t{TWO}", ())
    assert [row.problem[:12] for row in rows] == ["", "There is alr", "“Acme” has t", "“Acme” alrea", ""]


def test_a_second_secret_in_a_line_is_no_name() -> None:
    (row,) = parse_table(f"{ONE}\t{TWO}\tAcme", ())
    assert (row.name, row.secret) == ("Acme", ONE)
    assert_clean(repr(row), TWO)


def test_a_thousand_lines_at_once() -> None:
    text = "".join(f"App {n}\t{hashlib.sha256(bytes([n % 256, n // 256])).hexdigest()}\n" for n in range(MAX_ROWS + 9))
    began = time.process_time()
    rows = parse_table(text, [app(f"There {n}") for n in range(SLOTS)])
    assert time.process_time() - began < 5  # about 0.1 s; quadratic growth takes minutes
    assert len(rows) == MAX_ROWS
    assert not any(row.problem for row in rows)


@given(
    st.text(max_size=300) | st.lists(st.sampled_from(["\t", ",", "\n", '"', ONE, "a", "|", "app_1", "\0"])).map("".join)
)
def test_random_tables_show_no_secret(text: str) -> None:
    for row in parse_table(text, ()):
        assert ONE[:16] not in f"{row.name} {row.problem}".lower()
        assert ONE not in row.key.lower()  # a part of it can be a public key, whose length is not documented
        if not row.problem:
            assert row.secret == ONE
            assert row.name
