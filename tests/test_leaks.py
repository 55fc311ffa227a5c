"""Every function is used with a canary secret; then everything that the program left behind is scanned for it."""

from __future__ import annotations

import base64
import gzip
import io
import os
import resource
import secrets
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from leak_scan import leaks_in, leaks_under
from places import HELPERS

import convot_inspector

if TYPE_CHECKING:
    from keychain_lab import Keychain

WALK = HELPERS / "leak_walk.py"


def zipped(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside", data)
    return buffer.getvalue()


S = secrets.token_hex(32)
PLANTED = {
    "hex": S.encode(),
    "HEX": S.upper().encode(),
    "mixed": S.title().encode(),
    "UTF-16LE": S.encode("utf-16-le"),
    "UTF-16BE": S.upper().encode("utf-16-be"),
    "UTF-32": S.encode("utf-32-le"),
    "raw": bytes.fromhex(S),
    "base64": base64.b64encode(bytes.fromhex(S)),
    "base64 of hex": base64.b64encode(S.encode()),
    "base64 of hex, moved by one": base64.b64encode(b"x" + S.encode()),
    "base64 of hex, moved by two": base64.b64encode(b"xy" + S.encode()),
    "base64 of UTF-16": base64.b64encode(b"\xff\xfe" + S.encode("utf-16-le")),
    "base64url": base64.urlsafe_b64encode(bytes.fromhex(S)),
    "reversed": S[::-1].encode(),
    "with colons": ":".join(S[at : at + 2] for at in range(0, 64, 2)).encode(),
    "with dashes": "-".join(S[at : at + 2] for at in range(0, 64, 2)).upper().encode(),
    "the first half": S[:32].encode(),
    "the last half": S[32:].encode(),
    "24 from the middle": S[19:43].encode(),
    "in an error": f"invalid literal for int() with base 10: '{S}'".encode(),
    "gzip": gzip.compress(f"a log {S}".encode()),
    "zlib": zlib.compress(f"a log {S}".encode()),
    "zip": zipped(S.encode()),
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED.keys())
def test_the_scanner_finds_what_is_planted(planted: bytes, tmp_path: Path) -> None:
    data = planted if planted[:2] in (b"\x1f\x8b", b"PK", b"\x78\x9c") else os.urandom(999) + planted + os.urandom(999)
    assert leaks_in(data, S)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "file").write_bytes(data)
    assert leaks_under([tmp_path], S)


def test_the_scanner_finds_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(os.urandom(1_000_000) + secrets.token_hex(50_000).encode())
    assert leaks_under([tmp_path], S) == []
    (tmp_path / S).touch()
    assert leaks_under([tmp_path], S)  # file names are scanned too


def left_behind(keychain: Keychain, one: str, two: str, *arguments: str) -> list[str]:
    """Return where the walk left one of the secrets: files, output, arguments, environment, core dump."""
    cwd, temporary = keychain.home / "cwd", keychain.home / "tmp"
    for folder in (cwd, temporary):
        folder.mkdir()
    environment = keychain.env | {
        "PYTHONPATH": str(Path(convot_inspector.__file__).parent.parent),
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(temporary),
        "LC_ALL": "C.UTF-8",
    }
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    with (
        (keychain.home / "stdout").open("wb") as out,
        (keychain.home / "stderr").open("wb") as err,
        subprocess.Popen(
            [sys.executable, str(WALK), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=err,
            cwd=cwd, env=environment, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (most, most)),
        ) as process,
    ):  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{one}\n{two}\n".encode())
        process.stdin.flush()
        for line in process.stdout:
            out.write(line)
            if line == b"ready\n":
                break
        else:
            raise AssertionError(said(keychain)[-3_000:].replace(one, "(one)").replace(two, "(two)"))
        seen = {name: Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ")}
        process.stdin.write(b"\n")
        process.stdin.flush()
        out.write(process.stdout.read())
        process.wait(timeout=60)
    found = []
    for secret in (one, two):
        found += [f"/proc: {name}: {form}" for name, data in seen.items() for form in leaks_in(data, secret)]
        found += leaks_under([keychain.home], secret)
    return found


def said(keychain: Keychain) -> str:
    return "\n".join((keychain.home / name).read_text(encoding="utf-8") for name in ("stdout", "stderr"))


@pytest.mark.slow
def test_the_walk_leaves_nothing(keychain: Keychain) -> None:
    one, two = secrets.token_hex(32), secrets.token_hex(32)
    found = left_behind(keychain, one, two)
    output = said(keychain)
    assert "\nready\n" in output, output[-3_000:].replace(one, "…").replace(two, "…")
    # proves that the walk went everywhere
    for words in (
        "Verified", "This text contains an identity secret", "rotated ", "has no room left", "Ask IT about the policy",
        "was not allowed", "reported an error", "was NOT saved", "a fault, ValueError", "ERROR keyring.backend",
        '"key-previous"', "an entry was written, read and removed",
    ):  # fmt: skip
        assert words in output, words
    assert len(list((keychain.home / "cwd" / "reports").iterdir())) == 120
    assert "Traceback" not in output
    assert len(keychain.items()) == 2
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("place", ["stdout", "stderr", "settings", "temporary", "arguments", "environment", "core"])
def test_a_leak_that_is_planted_on_the_walk_is_found(keychain: Keychain, place: str) -> None:
    if place == "core" and not Path("/proc/sys/kernel/core_pattern").read_text(encoding="ascii").startswith("core"):
        # a setting of the kernel, which only root can change for the whole machine
        pytest.skip("cores do not go to the working folder here")
    assert left_behind(keychain, secrets.token_hex(32), secrets.token_hex(32), "--plant", place)
