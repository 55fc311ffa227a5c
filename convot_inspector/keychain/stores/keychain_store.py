"""Store in the operating system's keychain: one call at a time, with deadlines, and with errors as reasons."""

from __future__ import annotations

import threading
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from convot_inspector.keychain.errors import STORE_WIDE, StoreError
from convot_inspector.keychain.reasons import reason_of
from convot_inspector.keychain.stores import deadline
from convot_inspector.keychain.stores.secret_store import SLOTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from convot_inspector.keychain.errors import Reason

T = TypeVar("T")

USERNAME: Final = "convot-inspector"


def service_name(slot: int) -> str:
    """Return the name of a slot's item, of fixed width: on macOS no name may be part of another (keyring#644)."""
    return f"Convot Inspector secret {slot:03}"


def slot_of(service: str) -> int | None:
    """Return the slot of an item with that name, or None if it is none of this program's."""
    number = service.rpartition(" ")[2]
    if not (number.isascii() and number.isdigit() and service == service_name(int(number))):
        return None
    return int(number) if int(number) < SLOTS else None


class Backend(Protocol):
    """The used part of a keyring backend. Methods may raise anything."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Return the password, or None if there is no such item."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Save the password."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Delete the item."""


class KeychainStore:
    """A store that uses a keyring backend.

    Calls are made one at a time, each on its own thread with a deadline of ``seconds``. After the deadline a call is
    abandoned: it may still take effect, and no other call starts until it ends.

    ``list_services``: lists the service names of this program's items, and perhaps others, where the system can.
    ``connection_scope``: a context manager around each call, for a shared connection. ``unlock_prompt``: unlocks the
    keychain within the given number of seconds, where that is a separate step. ``reads_silently``: see `SecretStore`.
    ``on_late_result``: attribute; called on another thread when an abandoned call has ended.
    """

    persistent: Final = True

    def __init__(
        self,
        backend: Backend,
        *,
        label: str,
        name: str,
        list_services: Callable[[], Iterable[str]] | None = None,
        connection_scope: Callable[[], AbstractContextManager[None]] = nullcontext,
        unlock_prompt: Callable[[float], None] | None = None,
        reads_silently: bool = True,
        seconds: float = deadline.READ_WRITE_SECONDS,
        unlock_seconds: float = deadline.UNLOCK_SECONDS,
    ) -> None:
        self._backend = backend
        self.label: Final = label
        self.backend_name: Final = name
        self._list_services = list_services
        self._connection_scope = connection_scope
        self._unlock_prompt = unlock_prompt
        self.reads_silently: Final = reads_silently
        self.on_late_result: Callable[[], None] = lambda: None
        self.seconds = seconds
        self.unlock_seconds = unlock_seconds
        self._lock = threading.Lock()
        self._calls: set[deadline.DeadlineCall[Reason | None]] = set()

    def read(self, slot: int) -> str | None:
        """Return the text in that slot, or None. On Linux StoreError("locked") instead of a prompt."""
        return self._run(lambda: self._get(slot))

    def read_many(self, slots: Iterable[int]) -> dict[int, str | StoreError | None]:
        """Return what `read` returns or raises for each slot, in one call; raise if the reason applies to all."""

        def operation() -> dict[int, str | StoreError | None]:
            return {slot: self._get_or_error(slot) for slot in slots}

        return self._run(operation)

    def occupied(self) -> frozenset[int] | None:
        """Return the slots that have an item, without reading any; None if the system cannot list them."""
        list_services = self._list_services
        if list_services is None:
            return None
        slots = self._run(lambda: [slot_of(service) for service in list_services()])
        return frozenset(slot for slot in slots if slot is not None)

    def write(self, slot: int, value: str) -> None:
        """Write to an empty slot. StoreError("not-saved") if the slot is in use or reads back differently."""

        def operation() -> None:
            # When replacing an item, keyring may lose it (macOS) or keep the old one as well (Windows).
            if self._get(slot) is not None:
                raise StoreError("not-saved")
            self._backend.set_password(service_name(slot), USERNAME, value)
            if self._get(slot) != value:
                raise StoreError("not-saved")

        self._run(operation)

    def delete(self, slot: int) -> None:
        """Delete the item of that slot. StoreError("failed") if it still exists afterwards."""

        def operation() -> None:
            if self._get(slot) is None:
                return
            self._backend.delete_password(service_name(slot), USERNAME)
            if self._get(slot) is not None:
                raise StoreError("failed")

        self._run(operation)

    def unlock(self) -> None:
        """Unlock the keychain. The only call that may show a prompt, except on macOS, where any call may.

        StoreError("declined") if the user declines, "unresponsive" after ``unlock_seconds``.
        """
        prompt = self._unlock_prompt
        if prompt is not None:
            self._run_exclusively(lambda: prompt(self.unlock_seconds), self.unlock_seconds)

    def _get(self, slot: int) -> str | None:
        return self._backend.get_password(service_name(slot), USERNAME)

    def _get_or_error(self, slot: int) -> str | StoreError | None:
        try:
            return self._get(slot)
        except StoreError:
            raise
        except Exception as error:
            reason = reason_of(error)
            if reason in STORE_WIDE:
                raise
            return StoreError(reason)

    def _run(self, operation: Callable[[], T]) -> T:
        def work() -> T:
            with self._connection_scope():
                return operation()

        return self._run_exclusively(work, self.seconds)

    def stop_waiting(self) -> None:
        """End all waiting calls with "unresponsive"; they may still take effect. Call this from another thread."""
        for call in tuple(self._calls):
            call.stop_waiting()

    def _run_exclusively(self, operation: Callable[[], T], seconds: float) -> T:
        """Run an operation after all others. Only the reason of a failure is kept, so that its text cannot leak."""
        results: list[T] = []
        calls: list[deadline.DeadlineCall[Reason | None]] = []

        def work() -> Reason | None:
            with self._lock:
                if calls and calls[0].abandoned:  # timed out before it began
                    return None
                try:
                    results.append(operation())
                except StoreError as error:
                    return error.reason
                except Exception as error:  # noqa: BLE001 -- a backend raises whatever its system raises
                    return reason_of(error)
            return None

        # The attribute is looked up when the call ends, as the listener may have changed by then.
        call = deadline.DeadlineCall(work, lambda: self.on_late_result())
        calls.append(call)
        self._calls.add(call)
        try:
            reason = call.wait(seconds)
        finally:
            self._calls.discard(call)
        if reason is not None:
            raise StoreError(reason)
        return results.pop()
