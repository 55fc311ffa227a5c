"""Argument parser whose error messages repeat nothing that may be a secret."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"-{0,2}[a-z][a-z-]{0,19}")
_NOT_REPEATED = "…"


class ArgumentParser(argparse.ArgumentParser):
    """``argparse``'s parser; its messages contain only those of the arguments that are words of a command line."""

    _given: tuple[str, ...] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 -- overloaded
        """Parse, and keep the arguments for `error`."""
        self._given = tuple(sys.argv[1:] if args is None else args)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Print the usage and the message, and exit with status 2."""
        super().error(_without_values(message, self._given))


def _without_values(message: str, given: Sequence[str]) -> str:
    """Return a message with arguments that are no words left out: file names, secrets, control characters."""
    values = {value for argument in given for _, is_option, value in [argument.partition("=")] if is_option}
    for text in sorted({*given, *values}, key=len, reverse=True):
        if len(text) > 1 and not _WORD.fullmatch(text):
            option, is_option, _ = text.partition("=")
            shown = f"{option}={_NOT_REPEATED}" if is_option and _WORD.fullmatch(option) else _NOT_REPEATED
            message = message.replace(repr(text), shown).replace(text, shown)
    return message
