"""A secret in another spelling is seen as a leak and hidden in every output."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hostile_outputs import OUTPUTS, REDACTIONS
from hypothesis import given
from hypothesis import strategies as st
from paste import EMAIL, OTHER_SECRET, SECRET, call, sign

from convot_inspector import AppSecrets
from convot_inspector.core.inspection import Check
from convot_inspector.core.secret_masker import HIDDEN, SecretMasker

if TYPE_CHECKING:
    from collections.abc import Callable

RAW = bytes.fromhex
SECRETS = AppSecrets(OTHER_SECRET, (SECRET,), {"Globex": "fedcba98" * 8})


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _separated(mark: str, size: int = 1) -> Callable[[str], str]:
    return lambda s: mark.join(s[at : at + size] for at in range(0, len(s), size))


def _each(form: Callable[[int], str]) -> Callable[[str], str]:
    return lambda s: "".join(form(ord(character)) for character in s)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "base64": lambda s: _b64(s.encode()),
    "base64 of capitals": lambda s: _b64(s.upper().encode()),
    "base64 without padding": lambda s: _b64(s.encode()).rstrip("="),
    "base64 of the bytes": lambda s: _b64(RAW(s)),
    "base64url of the bytes": lambda s: base64.urlsafe_b64encode(RAW(s)).decode().rstrip("="),
    "base64 in lines": lambda s: base64.encodebytes(s.encode()).decode(),
    "base64 of a line": lambda s: _b64(f"CONVOT_IDENTITY_SECRET={s}\n".encode()),
    "basic authentication": lambda s: _b64(f"u:{s}".encode()),
    "base64 of UTF-16": lambda s: _b64(s.encode("utf-16-le")),
    "hex of hex": lambda s: s.encode().hex(),
    "hex of hex in capitals": lambda s: s.upper().encode().hex().upper(),
    "percent": _each("%{:02x}".format),
    "percent in part": lambda s: "".join(f"%{ord(c):02X}" if at % 3 else c for at, c in enumerate(s)),
    "percent of the bytes": lambda s: "".join(f"%{byte:02x}" for byte in RAW(s)),
    "entities": _each("&#{};".format),
    "entities in part": lambda s: s[:20] + f"&#{ord(s[20])};" + s[21:40] + f"&#x{ord(s[40]):x};" + s[41:],
    "hex entities": _each("&#x{:X};".format),
    "padded entities": _each("&#0{:03}".format),
    "u escapes": _each("\\u{:04x}".format),
    "u escapes in part": lambda s: s[:9] + f"\\u{ord(s[9]):04x}" + s[10:],
    "braced escapes": _each("\\u{{{:x}}}".format),
    "long escapes": _each("\\U{:08x}".format),
    "x escapes": _each("\\x{:02x}".format),
    "x escapes of the bytes": lambda s: "".join(f"\\x{byte:02x}" for byte in RAW(s)),
    "octal escapes": _each("\\{:03o}".format),
    "decimals": lambda s: str(list(s.encode())),
    "decimals of the bytes": lambda s: str(list(RAW(s))),
    "signed decimals": lambda s: str([byte - 256 if byte > 127 else byte for byte in RAW(s)]),
    "0x bytes": lambda s: ", ".join(f"0x{byte:02x}" for byte in RAW(s)),
    "0x codes": lambda s: ", ".join(f"0x{byte:02x}" for byte in s.encode()),
    "dashes": _separated("-"),
    "dashes like a UUID": lambda s: f"{s[:8]}-{s[8:12]}-{s[12:16]}-{s[16:20]}-{s[20:]}",
    "colons": _separated(":", 2),
    "blanks": _separated(" ", 4),
    "line feeds": _separated("\n", 16),
    "written line feeds": _separated("\\n", 16),
    "no-break spaces": _separated("&nbsp;", 8),
    "zero-width": _separated("\u200b", 2),
    "written zero-width": _separated("\\u200b", 8),
    "soft hyphens": _separated("\u00ad", 8),
    "byte order marks": _separated("\ufeff", 1),
    "concatenated": _separated('" + "', 16),
    "encoded blanks": _separated("%20", 32),
    "breaks": _separated("<wbr>", 16),
    "reversed": lambda s: s[::-1],
    "bytes reversed": lambda s: RAW(s)[::-1].hex(),
    "reversed in base64": lambda s: _b64(s[::-1].encode()),
    "percent-encoded base64": lambda s: quote(_b64(RAW(s)), safe=""),
}
PLACES: dict[str, Callable[[str], str]] = {
    "value": lambda s: call(email=EMAIL, user_hash=sign(EMAIL), company=s),
    "inside of a value": lambda s: call(email=EMAIL, company=f"key={s}&x"),
    "signed value": lambda s: call(external_id=s, user_hash=sign(EMAIL)),
    "hash": lambda s: call(email=EMAIL, user_hash=s),
    "name": lambda s: call(email=EMAIL, **{json.dumps(s): "x"}),
    "custom_data": lambda s: call(email=EMAIL, custom_data={"a": {s: [s]}}),
    "comment": lambda s: f"/* {s} */\n{call(email=EMAIL, user_hash=sign(EMAIL))}",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_secret_in_another_spelling_is_a_leak_and_hidden(spelling: str) -> None:
    written = SPELLINGS[spelling](SECRET)
    for place, write in PLACES.items():
        report = Check(write(written), SECRETS).verdict()
        assert report.exposed, place
        assert any(found.id == "secret-exposed" for call in report.calls for found in call.findings), place
        for name, output in OUTPUTS.items():
            for redaction in REDACTIONS:
                shown = output(report, redaction)
                assert not SecretMasker(SECRETS).contains(shown), (place, name, redaction)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("around", ["", "x\n", "é 用户 ", "\ud800 &amp; %41 \\u003c <br> 0x", "abc 12 "])
def test_its_place_is_the_whole_of_it_and_nothing_else(spelling: str, around: str) -> None:
    masker, written = SecretMasker(SECRETS), SPELLINGS[spelling](SECRET)
    assert masker.contains(around + written + around)
    shown = masker.mask(f"{around}[{written}]{around}")
    start, end = shown.split(HIDDEN)
    assert shown.count(HIDDEN) == 1
    assert start.startswith(f"{around}[")
    assert end.endswith(f"]{around}")
    assert len(start) - len(around) < 6 + ("authentication" in spelling or "a line" in spelling) * 60
    assert len(end) - len(around) < 9
    assert not masker.contains(shown)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_long_text_is_searched_too(spelling: str) -> None:
    masker, written = SecretMasker(SECRETS), SPELLINGS[spelling](SECRET)
    page = "<p class='a1'>The price is 12.99 &amp; more \\u003c 0f3a %41</p>\n" * 3_000
    assert not masker.contains(page)
    assert masker.contains(page + written + page)


@given(st.text(alphabet="0123456789abcdefABCDEF%&#x;\\u{}[] ,-\n", max_size=300))
def test_no_other_text_is_a_leak(text: str) -> None:
    assert not SecretMasker(SECRETS).contains(text)
    assert SecretMasker(SECRETS).mask(text) is text


def test_a_hash_is_no_leak() -> None:
    text = call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET))
    assert not Check(text, SECRETS).verdict().exposed
