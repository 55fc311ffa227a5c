"""Input of the commands from the command line, the environment and the keychain: a text, an app's secrets."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from convot_inspector import AppSecrets
from convot_inspector.core.secret_format import format_problem
from convot_inspector.core.secret_masker import HIDDEN

SECRET_VARIABLE = "CONVOT_IDENTITY_SECRET"  # noqa: S105  # the variable's name, which Convot's own articles use
PREVIOUS_VARIABLE = "CONVOT_PREVIOUS_IDENTITY_SECRETS"

_LIKE_A_SECRET = re.compile(r"[0-9A-Fa-f]{32,}|[0-9A-Za-z+=_-]{40,}")


class CannotCheckError(Exception):
    """The text or the secrets cannot be read; the message is one plain line."""


def read_text(name: str) -> str:
    """Return the text of a file, or of standard input for "-". Raises CannotCheckError."""
    from convot_inspector.core.reading.decoding import decode
    from convot_inspector.core.reading.limits import MAX_CHARACTERS

    most = MAX_CHARACTERS * 4 + 1
    try:
        if name == "-":
            data = sys.stdin.buffer.read(most) if sys.stdin is not None else b""
        else:
            with Path(name).open("rb") as file:
                data = file.read(most)
    except FileNotFoundError:
        raise CannotCheckError(f"There is no file {_quoted(name)}. Nothing was checked.") from None
    except (OSError, ValueError):
        raise CannotCheckError(f"{_quoted(name)} cannot be read. Nothing was checked.") from None
    text = decode(data)
    if not isinstance(text, str):
        raise CannotCheckError(f"Nothing was checked: {text.message}")
    return text


def app_secrets(app: str | None) -> AppSecrets:
    """Return the secrets of an app in the keychain, without one those in the environment. Raises CannotCheckError."""
    if app is not None:
        return _secrets_in_keychain(app)
    current = os.environ.get(SECRET_VARIABLE)
    if current is not None:
        problem = format_problem(current)
        if problem is not None:
            raise CannotCheckError(
                f"Nothing was checked: {SECRET_VARIABLE} holds no identity secret. {problem.message}"
            )
    return AppSecrets(current, tuple(os.environ.get(PREVIOUS_VARIABLE, "").split()))


def _secrets_in_keychain(name: str) -> AppSecrets:
    from convot_inspector.keychain.apps import Apps
    from convot_inspector.keychain.data_folder import default_folder
    from convot_inspector.keychain.errors import StoreError
    from convot_inspector.keychain.stores.opening import open_store

    try:
        apps = Apps(open_store(), default_folder())
        apps.load(repair=False)  # a window may be open at the same time
        app = apps.by_name(name)
        if app is None:
            raise CannotCheckError(f"There is no app {_quoted(name)} in Convot Inspector. Add it in the window first.")
        return apps.secrets(app.id)
    except StoreError as error:
        raise CannotCheckError(f"Nothing was checked: {error}") from None


def _quoted(argument: str) -> str:
    """Quote an argument for a message on one line, without a secret or token that was passed by mistake."""
    from convot_inspector.core.characters.visible import visible

    return f"“{_LIKE_A_SECRET.sub(HIDDEN, visible(argument))}”"
