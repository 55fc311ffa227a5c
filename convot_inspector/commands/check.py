"""``check``: check the identify calls in a file; the report as text or JSON, the result as the exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from convot_inspector import inspect_text
from convot_inspector.commands.inputs import (
    PREVIOUS_VARIABLE,
    SECRET_VARIABLE,
    CannotCheckError,
    app_secrets,
    read_text,
)

if TYPE_CHECKING:
    from argparse import Namespace

    from convot_inspector import AppSecrets
    from convot_inspector.commands import Subparsers
    from convot_inspector.core.model import Inspection

RIGHT, WRONG, NOTHING = 0, 1, 2
"""Exit status: everything verifies; something does not or is missing; nothing could be read or checked."""


def add_parser(commands: Subparsers) -> None:
    """Add the command's arguments to the command line."""
    parser = commands.add_parser(
        "check",
        help="check the identify calls in a file",
        description="Checks the identify calls in a file. The secret comes from the keychain (--app) or from the "
        f"environment variable {SECRET_VARIABLE}, previous ones from {PREVIOUS_VARIABLE}; never from an argument.",
        epilog="Exit status: 0 every hash that should verify does; 1 something does not verify or is missing; "
        "2 nothing could be read or checked.",
    )
    parser.add_argument("file", metavar="FILE", help="the file to read, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--app", metavar="NAME", help="use the secret of this app from the keychain")
    parser.add_argument(
        "--redact",
        choices=("none", "mask", "remove"),
        default="mask",
        help="what to do with personal data in the report (default: mask)",
    )
    parser.set_defaults(func=run)


def run(options: Namespace) -> int:
    """Check the file and print the report; return the exit status."""
    from convot_inspector.core.reports.json_report import to_json
    from convot_inspector.core.reports.text_report import to_text

    try:
        text = read_text(options.file)
        secrets = app_secrets(options.app)
    except CannotCheckError as error:
        print(error, file=sys.stderr)
        return NOTHING
    inspection = inspect_text(text, secrets)
    if options.json:
        print(to_json(inspection, options.redact), end="")
    elif inspection.calls:
        print(to_text(inspection, options.redact), end="")
    status = exit_status(inspection)
    if status == NOTHING:
        print(_why_nothing(inspection, secrets), file=sys.stderr)
    return status


def exit_status(inspection: Inspection) -> int:
    """Return ``RIGHT``, ``WRONG`` or ``NOTHING``.

    Where one hash verifies, another that could not be checked counts as wrong.
    """
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
    return "Nothing was checked: this text does not contain a signed value together with its hash."
