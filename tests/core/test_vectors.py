"""Hashes and literals from real interpreters, made by ``tests/vectors/make_vectors.py``."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from needs import absent
from paste import Js, call, inspect, only_call, value_of
from places import VECTORS

from convot_inspector.core import convot

MAKER = VECTORS / "make_vectors.py"
HASHES = json.loads((VECTORS / "vectors.json").read_text(encoding="ascii"))
LITERALS = json.loads((VECTORS / "literals.json").read_text(encoding="ascii"))

Row = dict[str, Any]
every_value = pytest.mark.parametrize("row", HASHES["values"], ids=lambda row: row["name"])


def literals(group: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", LITERALS[group], ids=lambda row: ascii(row["source"]))


@every_value
def test_core_computes_what_every_language_computes(row: Row) -> None:
    assert set(row["hashes"]) == {"ruby", "node", "python", "php", "openssl"}
    assert set(row["hashes"].values()) == {convot.expected_hash(HASHES["secret"], row["value"])}


@every_value
def test_a_pasted_call_with_the_real_hash_verifies(row: Row) -> None:
    found = only_call(call(external_id=row["value"], user_hash=row["hashes"]["ruby"]), HASHES["secret"])
    if found.call.fields["external_id"].known:
        assert found.user.status == "verified"
    else:  # "${x}" could be an unrendered template: nothing is claimed then
        assert (row["name"], found.user.status) == ("HTML and templates", "not-checked")


@literals("strings")
def test_a_string_reads_as_in_node(row: Row) -> None:
    kind, value = value_of(call(name=Js(row["source"])), "name")
    assert (row["type"], value) == ("string", row["text"])
    assert kind != "expression"


@literals("numbers")
def test_a_number_is_sent_as_node_sends_it(row: Row) -> None:
    assert row["type"] == "number"
    assert value_of(call(external_id=Js(row["source"])), "external_id") == ("number", row["text"])
    assert row["text"] == row["json"]


@literals("others")
def test_other_literals_are_sent_as_node_sends_them(row: Row) -> None:
    kind, value = value_of(call(external_id=Js(row["source"])), "external_id")
    if row["type"] == "bigint":
        assert (kind, value) == ("expression", row["source"])  # JSON.stringify raises: no call is sent
    elif row["type"] == "boolean":
        assert (kind, value) == ("boolean", row["json"])
    else:
        assert (kind, value) == ("null", row["text"])
        assert row["json"] in ("null", None)


@pytest.mark.slow
def test_the_stored_vectors_are_what_the_interpreters_make_today() -> None:
    program = [sys.executable, str(MAKER)]
    probe = "import json, make_vectors; print(json.dumps(make_vectors.missing()))"
    missing = json.loads(subprocess.check_output([sys.executable, "-c", probe], cwd=VECTORS))
    if missing:
        absent(f"needs {', '.join(missing)}: apt-get install ruby nodejs php-cli openssl")
    made = json.loads(subprocess.check_output([*program, "--print"]))
    assert made == {name: (VECTORS / name).read_text(encoding="ascii") for name in ("vectors.json", "literals.json")}


def test_a_wrong_digit_in_a_real_hash_does_not_verify() -> None:
    row = HASHES["values"][0]
    right = row["hashes"]["node"]
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    (found,) = inspect(call(email=row["value"], user_hash=wrong), HASHES["secret"]).calls
    assert found.user.status == "mismatch"
