"""The commands that need no display: ``check`` and ``self-check``. Loads no Qt."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from convot_inspector import AppSecrets, __version__, inspect_text
from convot_inspector.core.secret_format import format_problem
from convot_inspector.core.secret_masker import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.model import Inspection

SECRET_VARIABLE = "CONVOT_IDENTITY_SECRET"  # noqa: S105  # the variable's name, which Convot's own articles use
PREVIOUS_VARIABLE = "CONVOT_PREVIOUS_IDENTITY_SECRETS"

RIGHT, WRONG, NOTHING = 0, 1, 2
"""Exit status of ``check``: all verifies; something does not or is missing; nothing could be read or checked."""


class CannotCheckError(Exception):
    """Nothing can be read or checked; the message is one plain line."""


def run(arguments: Sequence[str], own_name: str) -> int:
    """Do the command. ``own_name``: how the program was started, for its help. Returns the exit status."""
    options = _parser(own_name).parse_args(arguments)
    if options.command == "check":
        return _check(options)
    from convot_inspector.self_check import run as check_self

    return check_self(as_json=options.json)


def _parser(own_name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=own_name,
        description="Says, offline, why a Convot identity hash does not verify. Without a command: opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"Convot Inspector {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    check = commands.add_parser(
        "check",
        help="check the identify calls in a file",
        description="Checks the identify calls in a file. The secret comes from the keychain (--app) or from the "
        f"environment variable {SECRET_VARIABLE}, previous ones from {PREVIOUS_VARIABLE}; never from an argument.",
        epilog="Exit status: 0 every hash that should verify does; 1 something does not verify or is missing; "
        "2 nothing could be read or checked.",
    )
    check.add_argument("file", metavar="FILE", help="the file to read, or - for standard input")
    check.add_argument("--json", action="store_true", help="print the report as JSON")
    check.add_argument("--app", metavar="NAME", help="use the secret of this app from the keychain")
    check.add_argument(
        "--redact",
        choices=("none", "mask", "remove"),
        default="mask",
        help="what to do with personal data in the report (default: mask)",
    )
    self_check = commands.add_parser("self-check", help="test this installation")
    self_check.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def _check(options: argparse.Namespace) -> int:
    from convot_inspector.core.reports.json_report import to_text

    try:
        text = _read(options.file)
        secrets = _secrets(options.app)
    except CannotCheckError as error:
        print(error, file=sys.stderr)
        return NOTHING
    inspection = inspect_text(text, secrets)
    if options.json:
        print(json.dumps(inspection.to_dict(options.redact), indent=2))  # ASCII, so no terminal's charset breaks it
    elif inspection.calls:
        print(to_text(inspection, options.redact), end="")
    status = exit_status(inspection)
    if status == NOTHING:
        print(_why_nothing(inspection, secrets), file=sys.stderr)
    return status


def exit_status(inspection: Inspection) -> int:
    """See ``RIGHT``, ``WRONG``, ``NOTHING``. Beside a hash that verifies, one that cannot be told counts as wrong."""
    statuses = {status for call in inspection.calls for status in (call.user.status, call.shop.status)}
    if statuses & {"mismatch", "missing", "no-value"}:
        return WRONG
    if "verified" not in statuses:
        return NOTHING
    return WRONG if "not-checked" in statuses or inspection.problems else RIGHT


def _why_nothing(inspection: Inspection, secrets: AppSecrets) -> str:
    if not inspection.calls:
        problem = inspection.problems[0]
        return f"Nothing was checked: line {problem.line}, column {problem.column}: {problem.message}"
    if secrets.current is None:
        return f"Nothing was checked: there is no identity secret. Name an app with --app, or set {SECRET_VARIABLE}."
    return "Nothing was checked: this text does not hold what is signed together with its hash."


def _quoted(argument: str) -> str:
    """An argument in a message, unless it is a secret that was put there by mistake."""
    return HIDDEN if format_problem(argument) is None else f"“{argument}”"


def _read(name: str) -> str:
    """The text of a file or of standard input. Raises CannotCheckError."""
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


def _secrets(app: str | None) -> AppSecrets:
    if app is not None:
        return _secrets_of(app)
    current = os.environ.get(SECRET_VARIABLE)
    if current is not None:
        problem = format_problem(current)
        if problem is not None:
            raise CannotCheckError(
                f"Nothing was checked: {SECRET_VARIABLE} holds no identity secret. {problem.message}"
            )
    return AppSecrets(current, tuple(os.environ.get(PREVIOUS_VARIABLE, "").split()))


def _secrets_of(name: str) -> AppSecrets:
    from convot_inspector.keychain.apps import Apps
    from convot_inspector.keychain.data_folder import default_folder
    from convot_inspector.keychain.errors import StoreError
    from convot_inspector.keychain.stores.opening import open_store

    try:
        apps = Apps(open_store(), default_folder())
        apps.load(repair=False)  # a window may be at work beside this
        app = apps.by_name(name)
        if app is None:
            raise CannotCheckError(f"There is no app {_quoted(name)} in Convot Inspector. Add it in the window first.")
        return apps.secrets(app.id)
    except StoreError as error:
        raise CannotCheckError(f"Nothing was checked: {error}") from None
