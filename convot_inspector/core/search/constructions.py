"""Computations that a server may have made instead of HMAC-SHA256(secret, value): one row each.

An HMAC is two hashes whose first blocks depend only on the key (RFC 2104). These are computed once for each
key and copied for each text, which takes a third of the time of ``hmac.digest``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake

if TYPE_CHECKING:
    from convot_inspector.core.search.keys import Key

_INNER, _OUTER = bytes(byte ^ 0x36 for byte in range(256)), bytes(byte ^ 0x5C for byte in range(256))
_FEW = 2  # texts, for which it takes longer to copy what the key makes than to compute it again

Digests = Callable[[Sequence[bytes], Sequence[bytes]], list[bytes]]
"""The digests of keys and texts: of the first key with each text in their order, of the second key, and so on.

Many at once: a call for each of them would take as long as the hash itself. A construction without a key gets one key.
"""

# The names of hashlib and those that people know them by. SHA-256 is the right one.
ALGORITHMS = {
    "sha1": "SHA-1", "md5": "MD5", "sha512": "SHA-512", "sha384": "SHA-384", "sha224": "SHA-224",
    "sha3_256": "SHA3-256", "sha3_512": "SHA3-512", "sha512_256": "SHA-512/256",
    "sha512_224": "SHA-512/224", "ripemd160": "RIPEMD-160",
    "blake2b": "BLAKE2b", "blake2s": "BLAKE2s", "sha3_384": "SHA3-384", "sha3_224": "SHA3-224",
}  # fmt: skip
_RARE = ("sha224", "sha3_512", "sha512_256", "sha512_224", "ripemd160", "blake2b", "blake2s", "sha3_384", "sha3_224")
_SEPARATORS = ("", ":", "|", "-", ".", "_", ",", "&", " ", "\n", "/", "+", ";", "=", "::", "#", "\0")
_CONCATENATED_WITH = ("sha256", "sha1", "md5", "sha512")


def hasher(algorithm: str) -> Callable[[bytes], hashlib._Hash]:
    """Return the function that begins a hash with some bytes."""
    made: Callable[..., hashlib._Hash] = getattr(hashlib, algorithm, None) or partial(hashlib.new, algorithm)
    try:
        made(b"")
    except ValueError:  # in FIPS mode, where weak ones need this argument; elsewhere it only takes time
        return partial(made, usedforsecurity=False)
    return made


def hmacs(keys: Sequence[bytes], texts: Sequence[bytes], algorithm: str = "sha256") -> list[bytes]:
    """Return the HMAC of each text with each key (RFC 2104), in the order of ``Digests``."""
    begin = hasher(algorithm)
    size = begin(b"").block_size
    made: list[bytes] = []
    append = made.append
    for key in keys:
        padded = (begin(key).digest() if len(key) > size else key).ljust(size, b"\0")
        inner_pad, outer_pad = padded.translate(_INNER), padded.translate(_OUTER)
        if len(texts) <= _FEW:
            made += [begin(outer_pad + begin(inner_pad + text).digest()).digest() for text in texts]
            continue
        copy_inner, copy_outer = begin(inner_pad).copy, begin(outer_pad).copy
        for text in texts:
            inner, outer = copy_inner(), copy_outer()
            inner.update(text)
            outer.update(inner.digest())
            append(outer.digest())
    return made


@dataclass(frozen=True)
class Construction:
    """One way to compute a digest from a key and the signed text; ``digests`` does so for many.

    ``formula``: the computation in words; ``keyless``: uses no key; ``common``: tried with everything else;
    ``is_bare``: whether it only concatenates key and text.
    """

    mistakes: tuple[Mistake, ...]
    formula: str
    digests: Digests
    keyless: bool = False
    common: bool = True
    is_bare: bool = False

    def is_plain_with(self, key: Key | None) -> bool:
        """Return whether the key makes this a plain hash: concatenation with an empty text."""
        return self.is_bare and key is not None and not key.data


RIGHT = Construction((), lazy_tr("HMAC-SHA256(key, text), with the secret as the key"), hmacs)


def _plain(algorithm: str, shown: str) -> Construction:
    begin = hasher(algorithm)

    def digests(_: Sequence[bytes], texts: Sequence[bytes]) -> list[bytes]:
        return [begin(text).digest() for text in texts]

    return Construction(
        (Mistake("plain-hash", shown),),
        lazy_tr("{algorithm}(text), without a key", algorithm=shown),
        digests,
        keyless=True,
    )


def _other_hmac(algorithm: str, shown: str) -> Construction:
    return Construction(
        (Mistake("wrong-algorithm", shown),),
        f"HMAC-{shown}(key, text)",
        partial(hmacs, algorithm=algorithm),
        common=algorithm not in _RARE,
    )


def _swapped(algorithm: str, shown: str) -> Construction:
    mistakes: tuple[Mistake, ...] = (Mistake("arguments-swapped"),)
    if algorithm != "sha256":
        mistakes = (*mistakes, Mistake("wrong-algorithm", shown))

    def digests(keys: Sequence[bytes], texts: Sequence[bytes]) -> list[bytes]:
        made, count = hmacs(texts, keys, algorithm), len(keys)
        return [digest for at in range(count) for digest in made[at::count]]

    return Construction(mistakes, lazy_tr("HMAC-{algorithm}(text, key): the text as the key", algorithm=shown), digests)


def _concatenated(algorithm: str, shown: str, separator: str, *, key_first: bool, common: bool) -> Construction:
    begin, mark = hasher(algorithm), separator.encode()
    between = f" + {separator!r} + " if separator else " + "
    parts = f"key{between}text" if key_first else f"text{between}key"

    def digests(keys: Sequence[bytes], texts: Sequence[bytes]) -> list[bytes]:
        if key_first:
            return [begin(start + text).digest() for start in [key + mark for key in keys] for text in texts]
        return [begin(text + end).digest() for end in [mark + key for key in keys] for text in texts]

    formula = f"{shown}({parts})"
    return Construction((Mistake("concatenated", formula),), formula, digests, common=common, is_bare=not separator)


def _sandwich(algorithm: str, shown: str) -> Construction:
    begin, formula = hasher(algorithm), f"{shown}(key + text + key)"
    return Construction(
        (Mistake("concatenated", formula),),
        formula,
        lambda keys, texts: [begin(key + text + key).digest() for key in keys for text in texts],
        common=False,
        is_bare=True,
    )


def _of_hash(algorithm: str, shown: str) -> Construction:
    begin = hasher(algorithm)

    def digests(keys: Sequence[bytes], texts: Sequence[bytes]) -> list[bytes]:
        return hmacs(keys, [begin(text).digest() for text in texts])

    return Construction(
        (Mistake("hmac-of-hash", shown),),
        f"HMAC-SHA256(key, {shown}(text) as bytes)",
        digests,
        common=algorithm in ("sha256", "md5"),
    )


def _signed_again(formula: str, *, in_hex: bool) -> Construction:
    def digests(keys: Sequence[bytes], texts: Sequence[bytes]) -> list[bytes]:
        made: list[bytes] = []
        for key in keys:
            made += hmacs((key,), [_text(digest, in_hex=in_hex) for digest in hmacs((key,), texts)])
        return made

    return Construction((Mistake("hmac-twice", formula),), formula, digests)


def _hashed_again(formula: str, algorithm: str, *, in_hex: bool, common: bool = True) -> Construction:
    begin = hasher(algorithm)

    def digests(keys: Sequence[bytes], texts: Sequence[bytes]) -> list[bytes]:
        return [begin(_text(digest, in_hex=in_hex)).digest() for digest in hmacs(keys, texts)]

    return Construction((Mistake("hmac-twice", formula),), formula, digests, common=common)


def _text(digest: bytes, *, in_hex: bool) -> bytes:
    return digest.hex().encode() if in_hex else digest


def _available(algorithm: str) -> bool:
    """Return whether hashlib can compute it here: OpenSSL 3 has RIPEMD-160 only with its legacy provider."""
    try:
        hashlib.new(algorithm, usedforsecurity=False)
    except ValueError:
        return False
    return True


_KNOWN = {name: shown for name, shown in ALGORITHMS.items() if _available(name)}

# The most frequent first: among explanations with equally few mistakes the first one wins.
CONSTRUCTIONS = (
    _swapped("sha256", "SHA256"),
    _plain("sha256", "SHA-256"),
    *(_other_hmac(name, shown) for name, shown in _KNOWN.items()),
    *(_plain(name, shown) for name, shown in _KNOWN.items()),
    *(
        _concatenated(
            name, ALGORITHMS.get(name, "SHA-256"), separator, key_first=key_first,
            common=separator in _SEPARATORS[:5],
        )
        for name in _CONCATENATED_WITH
        for separator in _SEPARATORS
        for key_first in (True, False)
    ),
    *(_sandwich(name, ALGORITHMS.get(name, "SHA-256")) for name in _CONCATENATED_WITH),
    _of_hash("sha256", "SHA-256"),
    *(_of_hash(name, ALGORITHMS[name]) for name in ("md5", "sha1", "sha512")),
    _signed_again("HMAC-SHA256(key, HMAC-SHA256(key, text) in hex)", in_hex=True),
    _signed_again("HMAC-SHA256(key, HMAC-SHA256(key, text) as bytes)", in_hex=False),
    _hashed_again("SHA-256(HMAC-SHA256(key, text) in hex)", "sha256", in_hex=True),
    _hashed_again("SHA-256(HMAC-SHA256(key, text) as bytes)", "sha256", in_hex=False),
    _hashed_again("MD5(HMAC-SHA256(key, text) in hex)", "md5", in_hex=True, common=False),
    _hashed_again("SHA-1(HMAC-SHA256(key, text) in hex)", "sha1", in_hex=True, common=False),
)  # fmt: skip

# Two mistakes of the construction at once.
DOUBLE_CONSTRUCTIONS = tuple(_swapped(name, _KNOWN[name]) for name in ("sha1", "md5", "sha512", "sha384"))
