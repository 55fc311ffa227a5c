"""Takes the place of Shiboken's own loader in the packages: it loads what explains a wrong call when one is made.

Shiboken's loader loads everything that knows of signatures, and the makers of documentation and type files with it,
before the first class of Qt is there: a quarter of the time to an empty window. It also puts a hook of its own on every
import, which reads the source of each module to find out whether it wants Qt's names in snake case; ours never do.

The functions are those that Shiboken asks its loader for (libshiboken/signature/signature_globals.cpp), and `mapping`
has to be there because it is looked for among the loaded modules (signature.cpp).
"""

from __future__ import annotations

import signature_bootstrap  # made by Shiboken itself, and gone when it has started
from shibokensupport import signature

signature.get_signature = signature_bootstrap.get_signature
signature.make_snake_case_name = signature_bootstrap.make_snake_case_name

from shibokensupport.signature import mapping  # noqa: E402, F401  # it needs both


def pyside_type_init(type_key: str, sig_strings: list[str]) -> object:
    """Return what is known of a class's functions."""
    from shibokensupport.signature import parser

    return parser.pyside_type_init(type_key, sig_strings)


def create_signature(props: object, key: str) -> object:
    """Return the signature of a function."""
    from shibokensupport.signature import layout

    return layout.create_signature(props, key)


def seterror_argument(args: object, func_name: str, info: object) -> object:
    """Return the error that a call with wrong arguments ends with."""
    from shibokensupport.signature import errorhandler

    return errorhandler.seterror_argument(args, func_name, info)


def make_helptext(func: object) -> object:
    """Return the documentation of a function."""
    from shibokensupport.signature import errorhandler

    return errorhandler.make_helptext(func)


def finish_import(module: object) -> None:
    """Do nothing: no module of this version of Qt needs a correction, which is checked when it is packaged."""


def feature_import(*args: object, **kwds: object) -> None:
    """Return None: an import is an import."""


def feature_imported(module: object) -> None:
    """Do nothing: no module wants other names."""


def post_init() -> None:
    """Do nothing: Python's own import stays in its place."""
