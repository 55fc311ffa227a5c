"""Replaces Shiboken's own loader in the packages; `shiboken_support.py` puts it there. Imports on first use.

Shiboken's loader imports everything about signatures, including generators of documentation and type files, before the
first class of Qt exists: a quarter of the time to an empty window. It also hooks every import and reads each module's
source to find out whether it wants Qt's names in snake case; ours never do.

The functions are those that Shiboken calls (libshiboken/signature/signature_globals.cpp); `mapping` has to be imported
because Shiboken looks it up among the loaded modules (signature.cpp).
"""

from __future__ import annotations

import signature_bootstrap  # created by Shiboken, removed once it has started
from shibokensupport import signature

signature.get_signature = signature_bootstrap.get_signature
signature.make_snake_case_name = signature_bootstrap.make_snake_case_name

from shibokensupport.signature import mapping  # noqa: E402, F401  # it needs both


def pyside_type_init(type_key: str, sig_strings: list[str]) -> object:
    """Return the signatures of a class's functions."""
    from shibokensupport.signature import parser

    return parser.pyside_type_init(type_key, sig_strings)


def create_signature(props: object, key: str) -> object:
    """Return the signature of a function."""
    from shibokensupport.signature import layout

    return layout.create_signature(props, key)


def seterror_argument(args: object, func_name: str, info: object) -> object:
    """Return the error for a call with wrong arguments."""
    from shibokensupport.signature import errorhandler

    return errorhandler.seterror_argument(args, func_name, info)


def make_helptext(func: object) -> object:
    """Return the documentation of a function."""
    from shibokensupport.signature import errorhandler

    return errorhandler.make_helptext(func)


def finish_import(module: object) -> None:
    """Do nothing: no module of this Qt needs a correction, as `shiboken_support.py` has checked."""


def feature_import(*args: object, **kwds: object) -> None:
    """Return None: imports are left to Python."""


def feature_imported(module: object) -> None:
    """Do nothing: no module uses names in snake case."""


def post_init() -> None:
    """Do nothing: Python's import is not replaced."""
