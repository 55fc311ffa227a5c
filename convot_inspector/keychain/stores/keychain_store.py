"""The operating system's keychain behind a keyring backend: in turn, with deadlines, errors as reasons."""

from __future__ import annotations

import threading
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from convot_inspector.keychain.errors import CONCERNS_ALL, StoreError
from convot_inspector.keychain.reasons import reason_of
from convot_inspector.keychain.stores import deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from convot_inspector.keychain.errors import Reason

T = TypeVar("T")

USERNAME: Final = "convot-inspector"


def service_name(slot: int) -> str:
    """The name of a slot's item, of fixed width: on macOS no name may be part of another (keyring#644)."""
    return f"Convot Inspector secret {slot:03}"


class Backend(Protocol):
    """What is used of a keyring backend. It may raise anything."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """None if there is no such item."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep it."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove it."""


class KeychainStore:
    """Items of the operating system's keychain, through one explicitly chosen keyring backend.

    Calls are made one at a time, each on a thread of its own with a deadline of ``seconds``. After a deadline
    the call is abandoned: it may still take effect, and until it ends no other one starts beside it.
    ``prompt`` unlocks the keychain where that is a step of its own; it is given the seconds it may take.
    ``quiet``: whether reading never makes the system ask the user.

    ``late`` is called, on a thread of its own, when an abandoned call has ended after all; set it to hear of that.
    """

    persistent: Final = True

    def __init__(
        self,
        backend: Backend,
        *,
        label: str,
        name: str,
        together: Callable[[], AbstractContextManager[None]] = nullcontext,
        prompt: Callable[[float], None] | None = None,
        quiet: bool = True,
        seconds: float = deadline.READ_WRITE_SECONDS,
        unlock_seconds: float = deadline.UNLOCK_SECONDS,
    ) -> None:
        self._backend = backend
        self.label: Final = label
        self.backend_name: Final = name
        self._together = together
        self._prompt = prompt
        self.quiet: Final = quiet
        self.late: Callable[[], None] = lambda: None
        self.seconds = seconds
        self.unlock_seconds = unlock_seconds
        self._turn = threading.Lock()
        self._calls: set[deadline.Call[Reason | None]] = set()

    def read(self, slot: int) -> str | None:
        """The text in that slot, None if there is none. On Linux "locked" rather than a prompt."""
        return self._ask(lambda: self._get(slot))

    def read_many(self, slots: Iterable[int]) -> dict[int, str | StoreError | None]:
        """What `read` returns or raises for each slot, in one go; raises what concerns them all."""

        def operation() -> dict[int, str | StoreError | None]:
            return {slot: self._get_or_error(slot) for slot in slots}

        return self._ask(operation)

    def write(self, slot: int, value: str) -> None:
        """Put a text into an empty slot; "not-saved" if the slot is in use or reads back differently."""

        def operation() -> None:
            # keyring's ways of replacing an item lose it (macOS) or keep the old one as well (Windows)
            if self._get(slot) is not None:
                raise StoreError("not-saved")
            self._backend.set_password(service_name(slot), USERNAME, value)
            if self._get(slot) != value:
                raise StoreError("not-saved")

        self._ask(operation)

    def delete(self, slot: int) -> None:
        """Empty that slot; StoreError("failed") if the item is still there afterwards."""

        def operation() -> None:
            if self._get(slot) is None:
                return
            self._backend.delete_password(service_name(slot), USERNAME)
            if self._get(slot) is not None:
                raise StoreError("failed")

        self._ask(operation)

    def unlock(self) -> None:
        """Unlock the keychain: the only call that may show a prompt (macOS decides for itself, at any call).

        StoreError("declined") if the user does not want to, "unresponsive" after two minutes.
        """
        prompt = self._prompt
        if prompt is not None:
            self._in_turn(lambda: prompt(self.unlock_seconds), self.unlock_seconds)

    def _get(self, slot: int) -> str | None:
        return self._backend.get_password(service_name(slot), USERNAME)

    def _get_or_error(self, slot: int) -> str | StoreError | None:
        try:
            return self._get(slot)
        except StoreError:
            raise
        except Exception as error:
            reason = reason_of(error)
            if reason in CONCERNS_ALL:
                raise
            return StoreError(reason)

    def _ask(self, operation: Callable[[], T]) -> T:
        def work() -> T:
            with self._together():
                return operation()

        return self._in_turn(work, self.seconds)

    def stop_waiting(self) -> None:
        """From another thread: let the call that is waited for return "unresponsive" now. It may still take effect."""
        for call in tuple(self._calls):
            call.give_up()

    def _in_turn(self, operation: Callable[[], T], seconds: float) -> T:
        """Run it when it is its turn. Only a reason comes back from a failure, so no text of it can leak."""
        results: list[T] = []
        calls: list[deadline.Call[Reason | None]] = []

        def work() -> Reason | None:
            with self._turn:
                if calls and calls[0].abandoned:  # it was never begun, so it does not happen later either
                    return None
                try:
                    results.append(operation())
                except StoreError as error:
                    return error.reason
                except Exception as error:  # noqa: BLE001 -- a backend raises whatever its system raises
                    return reason_of(error)
            return None

        call = deadline.Call(work, lambda: self.late())  # whoever listens then, not whoever listened before
        calls.append(call)
        self._calls.add(call)
        try:
            reason = call.wait(seconds)
        finally:
            self._calls.discard(call)
        if reason is not None:
            raise StoreError(reason)
        return results.pop()
