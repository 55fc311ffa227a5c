"""Errors of stored secrets, with a sentence for each. The text of an underlying exception is never included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from convot_inspector.core.language import lazy_tr, tr

if TYPE_CHECKING:
    from convot_inspector.core.secret_format import FormatProblem

Reason = Literal[
    "absent", "locked", "declined", "unresponsive", "stopped", "full", "policy", "not-saved", "unconfirmed",
    "missing", "damaged", "forgotten", "failed", "read-only", "busy",
]  # fmt: skip
"""``absent``: no password store. ``stopped``: the store's service has ended. ``not-saved``: reading back returned
something else. ``unconfirmed``: a change timed out and may still take effect. ``missing``, ``damaged``: one saved
secret is gone or unreadable. ``forgotten``: a session secret that was dropped by locking. ``read-only``: the index or
an item was written by a newer version. ``busy``: another process is changing the index."""

STORE_WIDE: frozenset[Reason] = frozenset({"absent", "locked", "declined", "unresponsive", "stopped"})
"""Reasons that apply to every item, so that reading another one would only cost time or another prompt."""

SENTENCES: dict[Reason, str] = {
    "absent": lazy_tr(
        "This computer has no password store that Convot Inspector can use. You can still check"
        " identities, but a secret is forgotten when you close Convot Inspector."
    ),
    "locked": lazy_tr(
        "Your computer's password store is locked, so saved secrets cannot be read yet. Unlock it with"
        " the password you use to sign in, or go on with a secret for this session only."
    ),
    "declined": lazy_tr(
        "Access to the password store was not allowed, so nothing was changed. You can try again. If "
        "no password window appeared, unlock the store in the system's own password program."
    ),
    "unresponsive": lazy_tr(
        "Your computer's password store does not answer. Look for a password window, perhaps"
        " behind this one, then try again. You can still check with a secret for this session only."
    ),
    "stopped": lazy_tr(
        "Your computer's password store has stopped. Saved secrets are not lost; they can be read when "
        "it runs again. Try again, or sign out and in again. You can still check with a secret for "
        "this session only."
    ),
    "full": lazy_tr(
        "The password store has no room left, so nothing was saved. Remove entries you no longer need (on"
        " Windows in Credential Manager) or free disk space, then try again. Secrets saved before are"
        " unaffected."
    ),
    "policy": lazy_tr(
        "This computer does not allow Convot Inspector to use the password store. Ask IT about the"
        " policy for stored credentials. If Convot Inspector runs as administrator or over a remote shell, start"
        " it normally."
    ),
    "not-saved": lazy_tr(
        "The secret was NOT saved: the password store did not keep it. Secrets saved before are"
        " unaffected. Keep your copy, and try again or use it for this session only."
    ),
    "unconfirmed": lazy_tr(
        "Your computer's password store did not answer in time, so this is not done yet. As soon as it"
        " answers, the list of apps shows whether it was. Keep your copy of a new secret until then. Secrets saved"
        " before are unaffected."
    ),
    "missing": lazy_tr(
        "The saved secret for “{label}” is no longer in this computer's password store (this can"
        " happen after a password reset). Paste it again; nothing else was lost."
    ),
    "damaged": lazy_tr(
        "The saved secret for “{label}” can't be read and was not used. Paste it again to replace it; nothing"
        " else was lost."
    ),
    "forgotten": lazy_tr(
        "The secret for “{label}” was kept for this session only and was forgotten when Convot Inspector was"
        " locked. Paste it again; saved secrets are unaffected."
    ),
    "failed": lazy_tr(
        "The password store reported an error. Secrets saved before were not changed. Try again. If it "
        "happens again, sign out and in again. You can still check with a secret for this session only."
    ),
    "read-only": lazy_tr(
        "The list of apps was saved by a newer version of Convot Inspector. This version can use it"
        " but not change it. Update Convot Inspector to add, change or remove apps."
    ),
    "busy": lazy_tr(
        "Another Convot Inspector is changing the list of apps, so nothing was changed here. Look for a"
        " password window that it waits for, then try again."
    ),
}

WITHOUT_LABEL: dict[Reason, str] = {
    "missing": lazy_tr(
        "The saved secret is no longer in this computer's password store (this can"
        " happen after a password reset). Paste it again; nothing else was lost."
    ),
    "damaged": lazy_tr(
        "The saved secret can't be read and was not used. Paste it again to replace it; nothing else was lost."
    ),
    "forgotten": lazy_tr(
        "The secret was kept for this session only and was forgotten when Convot Inspector was"
        " locked. Paste it again; saved secrets are unaffected."
    ),
}
"""The sentences that name the app, for an app that is not known."""


def sentence(reason: Reason, label: str = "") -> str:
    """Return what happened, what is unaffected and what to do next, for a support agent.

    ``label``: the name of the app that it is about; plain text, not markup.
    """
    if label:
        return tr(SENTENCES[reason], label=label)
    return tr(WITHOUT_LABEL.get(reason, SENTENCES[reason]))


class StoreError(Exception):
    """A secret could not be read, saved or removed. The message is the sentence for ``reason``."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(sentence(reason))
        self.reason: Reason = reason

    def __reduce__(self) -> tuple[type[StoreError], tuple[Reason]]:
        """Pickle the reason; the default would pass the message to ``__init__``."""
        return type(self), (self.reason,)


class InvalidInput(ValueError):  # noqa: N818 -- base of the Invalid… family, which needs no suffix
    """Rejected user input. The message says why and contains no part of a secret."""


class InvalidSecret(InvalidInput):
    """The text is not 64 hex digits. The message says what it looks like instead."""

    def __init__(self, problem: FormatProblem) -> None:
        super().__init__(problem.message)
        self.id = problem.id


class InvalidName(InvalidInput):
    """An app cannot have this name."""


class InvalidKey(InvalidInput):
    """An app cannot have this public app key."""
