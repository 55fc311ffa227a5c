"""What the server may have computed instead of HMAC-SHA256(secret, value): one row a mistake.

An HMAC is two hashes, of which the key alone determines the beginnings (RFC 2104). These are computed once for each
key and copied for each text, which takes a third of the time of ``hmac.digest``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.model import Mistake

if TYPE_CHECKING:
    from collections.abc import Callable

Digester = "Callable[[bytes], bytes]"
_INNER, _OUTER = bytes(byte ^ 0x36 for byte in range(256)), bytes(byte ^ 0x5C for byte in range(256))

# The names of hashlib and those that people know them by. SHA-256 is the right one.
ALGORITHMS = {
    "sha1": "SHA-1", "md5": "MD5", "sha512": "SHA-512", "sha384": "SHA-384", "sha224": "SHA-224",
    "sha3_256": "SHA3-256", "sha3_512": "SHA3-512", "sha512_256": "SHA-512/256", "ripemd160": "RIPEMD-160",
    "blake2b": "BLAKE2b", "blake2s": "BLAKE2s", "sha3_384": "SHA3-384", "sha3_224": "SHA3-224",
}  # fmt: skip
_SEPARATORS = ("", ":", "|", "-", ".", "_", ",", "&", " ", "\n", "/", "+", ";", "=", "::", "#", "\0")
_CONCATENATED_WITH = ("sha256", "sha1", "md5", "sha512")


def hasher(algorithm: str) -> Callable[[bytes], bytes]:
    """The plain hash of a text."""
    made = getattr(hashlib, algorithm, None)
    if made is not None:
        return lambda data: bytes(made(data, usedforsecurity=False).digest())
    return lambda data: hashlib.new(algorithm, data, usedforsecurity=False).digest()


def hmac_of(key: bytes, algorithm: str = "sha256") -> Callable[[bytes], bytes]:
    """HMAC of a text with one key (RFC 2104)."""
    start = hashlib.new(algorithm, usedforsecurity=False)
    size = start.block_size
    if len(key) > size:
        key = hashlib.new(algorithm, key, usedforsecurity=False).digest()
    padded = key.ljust(size, b"\0")
    inner_start, outer_start = start.copy(), start.copy()
    inner_start.update(padded.translate(_INNER))
    outer_start.update(padded.translate(_OUTER))
    copy_inner, copy_outer = inner_start.copy, outer_start.copy

    def digest(data: bytes) -> bytes:
        inner = copy_inner()
        inner.update(data)
        outer = copy_outer()
        outer.update(inner.digest())
        return outer.digest()

    return digest


@dataclass(frozen=True)
class Construction:
    """One way to compute a digest. ``of_key`` makes the function of the signed text for one key.

    ``formula``: the way in words; ``keyless``: no key takes part; ``often``: whether it is tried with everything else.
    """

    mistakes: tuple[Mistake, ...]
    formula: str
    of_key: Callable[[bytes], Callable[[bytes], bytes]]
    keyless: bool = False
    often: bool = True


RIGHT = Construction((), "HMAC-SHA256(key, text), in which the key is the secret", hmac_of)


def _plain(algorithm: str, shown: str) -> Construction:
    digest = hasher(algorithm)
    return Construction(
        (Mistake("plain-hash", shown),), f"{shown}(text), without any key", lambda _: digest, keyless=True
    )


def _other_hmac(algorithm: str, shown: str) -> Construction:
    return Construction(
        (Mistake("wrong-algorithm", shown),), f"HMAC-{shown}(key, text)", lambda key: hmac_of(key, algorithm)
    )


def _swapped(algorithm: str, shown: str) -> Construction:
    mistakes: tuple[Mistake, ...] = (Mistake("arguments-swapped"),)
    if algorithm != "sha256":
        mistakes = (*mistakes, Mistake("wrong-algorithm", shown))
    return Construction(
        mistakes,
        f"HMAC-{shown}(text, key): the text as the key",
        lambda key: lambda text: hmac_of(text, algorithm)(key),
    )


def _concatenated(algorithm: str, shown: str, separator: str, *, key_first: bool, often: bool) -> Construction:
    digest, mark = hasher(algorithm), separator.encode()
    between = f" + {separator!r} + " if separator else " + "
    parts = f"key{between}text" if key_first else f"text{between}key"

    def of_key(key: bytes) -> Callable[[bytes], bytes]:
        if key_first:
            start = key + mark
            return lambda text: digest(start + text)
        end = mark + key
        return lambda text: digest(text + end)

    return Construction((Mistake("concatenated", f"{shown}({parts})"),), f"{shown}({parts})", of_key, often=often)


def _sandwich(algorithm: str, shown: str) -> Construction:
    digest, formula = hasher(algorithm), f"{shown}(key + text + key)"
    return Construction(
        (Mistake("concatenated", formula),), formula, lambda key: lambda text: digest(key + text + key), often=False
    )


def _of_hash(algorithm: str, shown: str) -> Construction:
    digest = hasher(algorithm)

    def of_key(key: bytes) -> Callable[[bytes], bytes]:
        signed = hmac_of(key)
        return lambda text: signed(digest(text))

    return Construction(
        (Mistake("hmac-of-hash", shown),),
        f"HMAC-SHA256(key, {shown}(text) as bytes)",
        of_key,
        often=algorithm == "sha256",
    )


def _again(
    formula: str, again: Callable[[Callable[[bytes], bytes], bytes], bytes], *, often: bool = True
) -> Construction:
    def of_key(key: bytes) -> Callable[[bytes], bytes]:
        signed = hmac_of(key)
        return lambda text: again(signed, signed(text))

    return Construction((Mistake("hmac-twice", formula),), formula, of_key, often=often)


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _available(algorithm: str) -> bool:
    """OpenSSL 3 has RIPEMD-160 only with its legacy provider."""
    try:
        hashlib.new(algorithm, usedforsecurity=False)
    except ValueError:
        return False
    return True


_KNOWN = {name: shown for name, shown in ALGORITHMS.items() if _available(name)}

# The most frequent first: among equally small explanations the first one wins.
CONSTRUCTIONS = (
    _swapped("sha256", "SHA256"),
    _plain("sha256", "SHA-256"),
    *(_other_hmac(name, shown) for name, shown in _KNOWN.items()),
    *(_plain(name, shown) for name, shown in _KNOWN.items()),
    *(
        _concatenated(
            name, ALGORITHMS.get(name, "SHA-256"), separator, key_first=key_first,
            often=separator == "" or (name == "sha256" and separator in _SEPARATORS[:5]),
        )
        for name in _CONCATENATED_WITH
        for separator in _SEPARATORS
        for key_first in (True, False)
    ),
    *(_sandwich(name, ALGORITHMS.get(name, "SHA-256")) for name in _CONCATENATED_WITH),
    _of_hash("sha256", "SHA-256"),
    *(_of_hash(name, ALGORITHMS[name]) for name in ("md5", "sha1", "sha512")),
    _again("HMAC-SHA256(key, HMAC-SHA256(key, text) in hex)", lambda signed, digest: signed(digest.hex().encode())),
    _again("HMAC-SHA256(key, HMAC-SHA256(key, text) as bytes)", lambda signed, digest: signed(digest)),
    _again("SHA-256(HMAC-SHA256(key, text) in hex)", lambda _, digest: _sha256(digest.hex().encode())),
    _again("SHA-256(HMAC-SHA256(key, text) as bytes)", lambda _, digest: _sha256(digest)),
    _again(
        "MD5(HMAC-SHA256(key, text) in hex)",
        lambda _, digest: hashlib.md5(digest.hex().encode(), usedforsecurity=False).digest(), often=False,
    ),
    _again(
        "SHA-1(HMAC-SHA256(key, text) in hex)",
        lambda _, digest: hashlib.sha1(digest.hex().encode(), usedforsecurity=False).digest(), often=False,
    ),
)  # fmt: skip

# Two mistakes of this axis at once.
DOUBLE_CONSTRUCTIONS = tuple(_swapped(name, _KNOWN[name]) for name in ("sha1", "md5", "sha512", "sha384"))
