"""The openssl command of a ticket prints the right hash, in a real shell."""

from __future__ import annotations

import os
import subprocess

import pytest
from needs import needs
from paste import SECRET, call, sign

from convot_inspector import inspect_text
from convot_inspector.core.reports.openssl import openssl_line

VALUES = ["a@example.com", "o'brien@example.com", '50%s $HOME `id` \\n "x"', "jöhn@exämple.com", "-n", "a\\"]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("redaction", ["none", "mask"])
def test_the_command_prints_the_right_hash(value: str, redaction: str) -> None:
    needs("sh", "openssl")
    line = openssl_line(inspect_text(call(email=value, user_hash="x")).calls[0].signed, redaction)  # type: ignore[arg-type]
    assert (value in line) <= (redaction == "none")
    environment = os.environ | {"CONVOT_IDENTITY_SECRET": SECRET, "EMAIL": value}
    done = subprocess.run(["sh", "-c", line], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == sign(value)


@pytest.mark.parametrize("value", ["a\nb", "x" * 300, "\u202ea"])
def test_a_value_that_a_line_cannot_show_comes_from_a_variable(value: str) -> None:
    line = openssl_line(inspect_text(call(external_id=value)).calls[0].signed, "none")
    assert '"$EXTERNAL_ID"' in line
