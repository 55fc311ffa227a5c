"""Convot Inspector: says, offline, why a Convot identity hash does not verify.

The two names below are the whole public API. Importing them loads neither Qt nor keyring and needs no display.
"""

from convot_inspector.core.inspection import inspect_text
from convot_inspector.core.model import AppSecrets

__version__ = "0.1.0"
__all__ = ["AppSecrets", "__version__", "inspect_text"]
