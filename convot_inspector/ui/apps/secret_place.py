"""The place where secrets are kept: the keychain that was found, or the memory of this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import localize
from convot_inspector.ui.widgets.failure import Failure

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.stores.secret_store import SecretStore


class SecretPlace:
    """The place where secrets are kept. ``store`` is None until it was looked for."""

    def __init__(self) -> None:
        self.store: SecretStore | None = None

    @property
    def keeps(self) -> bool:
        """Whether secrets are still there when the program is started again."""
        return self.store is not None and self.store.persistent

    @property
    def label(self) -> str:
        """Its user-visible name; empty while it is not known."""
        return localize(self.store.label) if self.store is not None else ""

    @property
    def not_kept(self) -> Failure | None:
        """Why secrets last only for this session, None where they are kept."""
        if self.store is None or self.keeps:
            return None
        from convot_inspector.keychain.errors import sentence

        reason: Reason = getattr(self.store, "reason", None) or "absent"
        return Failure(sentence(reason), reason)

    def unlock(self) -> None:
        """Ask the user, through the system's dialog, to unlock the keychain; blocks until it is answered."""
        from convot_inspector.keychain.stores.keychain_store import KeychainStore

        if isinstance(self.store, KeychainStore):
            self.store.unlock()

    def stop_waiting(self) -> None:
        """Abort a pending keychain call; it fails as "unresponsive"."""
        from convot_inspector.keychain.stores.keychain_store import KeychainStore

        if isinstance(self.store, KeychainStore):
            self.store.stop_waiting()

    def stop_listening(self) -> None:
        """Ignore late results from now on."""
        from convot_inspector.keychain.stores.keychain_store import KeychainStore

        if isinstance(self.store, KeychainStore):
            self.store.on_late_result = lambda: None
