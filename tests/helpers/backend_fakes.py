"""Keyring backends that fail as real ones did. Their errors contain everything that was passed to them."""

from __future__ import annotations

import threading


class Backend:
    """A working backend in memory."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def get_password(self, service: str, _username: str, /) -> str | None:
        return self.values.get(service)

    def set_password(self, service: str, _username: str, password: str, /) -> None:
        self.values[service] = password

    def delete_password(self, service: str, _username: str, /) -> None:
        del self.values[service]


class SilentDrop(Backend):
    """The null backend, and KWallet when its wallet refuses."""

    def set_password(self, _service: str, _username: str, _password: str, /) -> None:
        return


class Corrupt(Backend):
    """A backend that returns another text than was stored."""

    def get_password(self, service: str, _username: str, /) -> str | None:
        value = self.values.get(service)
        return value and value[::-1]


class Undeletable(Backend):
    """A backend that reports a deletion and does not delete."""

    def delete_password(self, _service: str, _username: str, /) -> None:
        return


class Refusing(Backend):
    """A backend whose writes raise, with ``reading`` also reads; its errors contain the arguments in many places."""

    def __init__(self, error: BaseException, *, reading: bool = False) -> None:
        super().__init__()
        self.error = error
        self.reading = reading

    def get_password(self, service: str, username: str, /) -> str | None:
        if self.reading:
            self._refuse(service)
        return super().get_password(service, username)

    def set_password(self, service: str, _username: str, password: str, /) -> None:
        self._refuse(service, password)

    def delete_password(self, service: str, _username: str, /) -> None:
        self._refuse(service, self.values.get(service, ""))

    def _refuse(self, *given: str) -> None:
        self.error.args = (*self.error.args, *given)
        self.error.add_note(" ".join(given))
        raise self.error from RuntimeError(*given)


class Flaky(Backend):
    """A backend of which every fourth call fails with an error of an unknown library."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    def _count(self, *given: str) -> None:
        self.calls += 1
        if self.calls % 4 == 0:
            raise RuntimeError(*given)

    def get_password(self, service: str, username: str, /) -> str | None:
        self._count(self.values.get(service, ""))
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self._count(password)
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str, /) -> None:
        self._count(self.values.get(service, ""))
        super().delete_password(service, username)


class Late(Backend):
    """A backend whose writes and deletions wait until ``go`` is set, and then succeed."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.go.wait()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str, /) -> None:
        self.go.wait()
        super().delete_password(service, username)


class CredentialError(Exception):  # keyring does not catch pywintypes.error; it can have any code
    def __init__(self, code: int) -> None:
        super().__init__(code, "CredWrite")
        self.winerror = code


class DBusErrorResponse(Exception):  # noqa: N818 -- jeepney's name
    def __init__(self, name: str, *data: str) -> None:
        super().__init__(*data)
        self.name = name


class KeyringLocked(Exception):  # noqa: N818 -- keyring's name
    pass
