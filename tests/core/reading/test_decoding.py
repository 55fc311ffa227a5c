"""Decoding of files: the text unchanged, or a problem."""

from __future__ import annotations

import codecs

import pytest

from convot_inspector.core.model import Problem
from convot_inspector.core.reading.decoding import decode

TEXT = "email: jörg@exämple.com 😀\r\n\u2028"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16 LE", "UTF-16 BE"],
)
def test_encoded_text_is_decoded_exactly(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize("text", ["", "a\0b", "\r", "a\r\nb\rc\n", "\x1a", "e\u0301"], ids=ascii)
def test_utf_8_text_is_decoded_without_changes(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "id_"),
    [
        ("jörg".encode("latin-1"), "not-text"),
        ("price 5 €".encode("windows-1252"), "not-text"),
        (TEXT.encode()[:-1], "not-text"),
        (b"\xed\xa0\x80", "not-text"),
        (b"\xc0\x80", "not-text"),
        (b"abc\xff", "not-text"),
        (codecs.BOM_UTF16_LE + b"a", "not-text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image-or-binary"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image-or-binary"),
        (b"GIF89a\xff\xff", "image-or-binary"),
        (b"PK\x03\x04\xff", "image-or-binary"),
        (b"%PDF-1.7\n%\xe2\xe3", "image-or-binary"),
        (b"\xff\0\0\0", "image-or-binary"),
    ],
)
def test_bytes_that_are_no_text_give_a_problem(data: bytes, id_: str) -> None:
    problem = decode(data)
    assert isinstance(problem, Problem)
    assert problem.id == id_
