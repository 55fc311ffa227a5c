"""The public Python API: two names that need no Qt, no keychain, no display, no files and no network."""

from __future__ import annotations

import hmac
import json
import os
import pickle
import subprocess
import sys

import pytest

import convot_inspector
from convot_inspector import AppSecrets, inspect_text

SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
HASH = hmac.new(SECRET.encode(), b"john@example.com\n", "sha256").hexdigest()  # wrong; why is found soon
CALL = f'Convot.identify({{email: "john@example.com", user_hash: "{HASH}"}})'


def test_two_names_are_the_api() -> None:
    assert set(convot_inspector.__all__) == {"AppSecrets", "inspect_text", "__version__"}
    assert convot_inspector.__version__.count(".") == 2


def test_a_text_gives_a_report() -> None:
    report = inspect_text(CALL, AppSecrets(current=SECRET, previous=(), others={})).to_dict()
    assert (report["schema"], report["calls"][0]["user"]["status"]) == (1, "mismatch")
    assert report["input"] == {"format": "javascript", "characters": len(CALL)}
    assert json.loads(json.dumps(report)) == report


def test_secrets_are_optional() -> None:
    assert inspect_text(CALL).to_dict()["calls"][0]["user"]["status"] == "not-checked"
    assert inspect_text(CALL, None) == inspect_text(CALL, AppSecrets())


def test_the_same_text_gives_the_same_inspection() -> None:
    assert inspect_text(CALL, AppSecrets(SECRET)) == inspect_text(CALL, AppSecrets(SECRET))


def test_secrets_are_not_shown_and_not_pickled() -> None:
    secrets = AppSecrets(SECRET, (SECRET[::-1],), {"Staging": SECRET.upper()})
    assert SECRET[:8] not in repr(secrets)
    assert SECRET[::-1][:8] not in repr(secrets)
    with pytest.raises(TypeError):
        pickle.dumps(secrets)


@pytest.mark.slow
def test_inspecting_opens_nothing_and_runs_nothing() -> None:
    program = f"""
import sys
from convot_inspector import AppSecrets, inspect_text
secrets = AppSecrets({SECRET!r})
sentence = "a@example.com has the hash " + "0" * 64
others = ('{{"email": "a"}}', "process.exit(); fetch('https://a')", "Convot.identify(import('x'))")
for text in ({CALL!r}, sentence, others[0]):
    inspect_text(text, secrets).to_dict()  # loads the grammar, and what takes a sentence apart
seen = []
sys.addaudithook(lambda event, _: seen.append(event))
for text in ({CALL!r}, sentence, *others):
    inspect_text(text, secrets).to_dict("none")
allowed = ("object.__", "sys._", "code.", "marshal.", "re.", "builtins.id")
print([event for event in seen if not event.startswith(allowed)])
"""
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ)
    assert (answer.stdout, answer.stderr) == ("[]\n", "")
