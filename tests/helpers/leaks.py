"""Assertions that a secret is not in errors."""

from __future__ import annotations

import traceback


def assert_clean(shown: str, secret: str) -> None:
    lower = shown.lower()
    for part in (secret, secret[:12], secret[-12:], secret[::-1], secret[24:40]):
        assert part.lower() not in lower


def assert_error_clean(error: BaseException, secret: str) -> None:
    """Assert that neither the error nor any error chained to it contains the secret."""
    assert_clean("".join(traceback.format_exception(error)), secret)
    link: BaseException | None = error
    while link is not None:
        assert_clean(f"{link!r} {link} {link.args} {getattr(link, '__notes__', '')} {vars(link)}", secret)
        link = link.__cause__ or link.__context__
