"""`dev.py bench inspect`: a warm `inspect_text` against two bare HMACs and one bare parse of the same text."""

from __future__ import annotations

import hmac

from bench.figures import alternately, seconds_each, show
from bench.sample_call import CALL, SECRET, SHOP

INSPECT_AIM = 5.0


def inspect() -> None:
    """Measure an inspection of the sample call; both its hashes have to verify."""
    import tree_sitter
    import tree_sitter_javascript

    from convot_inspector import AppSecrets, inspect_text

    secrets = AppSecrets(SECRET)
    statuses = [(call.user.status, call.shop.status) for call in inspect_text(CALL, secrets).calls]
    if statuses != [("verified", "verified")]:
        raise SystemExit(f"inspect: the example gives {statuses}")
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))
    text, key, message = CALL.encode(), SECRET.encode(), SHOP.encode()

    def floor() -> None:
        hmac.digest(key, message, "sha256")
        hmac.digest(key, message, "sha256")
        parser.parse(text)

    ours, theirs = alternately(
        lambda: seconds_each(lambda: inspect_text(CALL, secrets)), lambda: seconds_each(floor), 101
    )
    show("inspect, warm", ours * 1e6, theirs * 1e6, INSPECT_AIM, "µs")
