from __future__ import annotations

from typing import get_args

import pytest
from backend_fakes import CredentialError, KeyringLocked

from convot_inspector.keychain.errors import Reason, StoreError, sentence
from convot_inspector.keychain.reasons import reason_of


class PasswordSetError(Exception):
    """Stands for keyring's error of this name."""


class PromptDismissedException(Exception):  # noqa: N818 -- secretstorage's name
    pass


def macos(outer: Exception, status: int) -> Exception:
    """Return an error as keyring raises it: its own one, caused by one with the status."""
    outer.__cause__ = RuntimeError(status, "Unknown Error")
    return outer


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (macos(KeyringLocked(), -128), "declined"),
        (macos(PasswordSetError(), -25293), "policy"),
        (macos(PasswordSetError(), -67030), "policy"),
        (macos(PasswordSetError(), -25308), "locked"),
        (macos(PasswordSetError(), -25299), "failed"),
        (KeyringLocked(), "locked"),
        (PromptDismissedException(), "declined"),
        (CredentialError(5), "policy"),
        (Exception(), "failed"),
    ],
)
def test_reasons(error: Exception, reason: Reason) -> None:
    assert reason_of(error) == reason


def test_circular_exception_chain_ends() -> None:
    one, two = ValueError(), ValueError()
    one.__cause__, two.__cause__ = two, one
    assert reason_of(one) == "failed"


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    assert str(StoreError(reason)) == sentence(reason)
    for text in (sentence(reason), sentence(reason, "Acme {label}")):
        assert text.endswith(".")
        assert "“{label}”" not in text
    if reason in {"missing", "damaged", "forgotten"}:
        assert "“Acme, production”" in sentence(reason, "Acme, production")
