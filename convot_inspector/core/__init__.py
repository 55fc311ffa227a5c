"""Pure: text and secrets in, frozen dataclasses out. No Qt, no keyring, no files, no network."""
