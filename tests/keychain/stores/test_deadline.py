from __future__ import annotations

import threading

import pytest

from convot_inspector.keychain.errors import InvalidName, StoreError
from convot_inspector.keychain.stores import deadline


def test_result_and_error_come_through() -> None:
    assert deadline.run(lambda: 42, 5) == 42
    assert deadline.run(lambda: None, 5) is None

    def fails() -> None:
        raise InvalidName("no")

    with pytest.raises(InvalidName, match="no"):
        deadline.run(fails, 5)


def test_unresponsive_after_the_deadline() -> None:
    never = threading.Event()
    with pytest.raises(StoreError) as caught:
        deadline.run(never.wait, 0.05)
    assert caught.value.reason == "unresponsive"
    assert all(t.daemon for t in threading.enumerate() if t.name == "keychain")
    never.set()
