"""The class of a shape, spellings of names and quoting of texts, written from each language's documentation."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

Fields = dict[str, str]
"""What is printed, by the contract's names, in their order; what was not sent is not in it."""

Certainty = Literal["always", "line", "plain", "never"]
"""Whether the notation fixes a value: any one (quoted and escaped); in a cell or the rest of a line one without quotes,
blanks, commas and escapes; inside a line only one of letters, digits and what stands inside addresses; none (sentences,
damage)."""

IDENTITY = ("external_id", "email", "user_hash", "shop", "shop_hash")
NAMES: dict[str, tuple[str, ...]] = {
    "snake": ("external_id", "email", "user_hash", "shop", "shop_hash", "name", "plan"),
    "camel": ("externalId", "email", "userHash", "shop", "shopHash", "name", "plan"),
    "pascal": ("ExternalId", "Email", "UserHash", "Shop", "ShopHash", "Name", "Plan"),
    "go": ("ExternalID", "Email", "UserHash", "Shop", "ShopHash", "Name", "Plan"),
    "kebab": ("external-id", "email", "user-hash", "shop", "shop-hash", "name", "plan"),
    "upper": ("EXTERNAL_ID", "EMAIL", "USER_HASH", "SHOP", "SHOP_HASH", "NAME", "PLAN"),
    "env": (
        "CONVOT_EXTERNAL_ID", "CONVOT_EMAIL", "CONVOT_USER_HASH", "CONVOT_SHOP", "CONVOT_SHOP_HASH", "CONVOT_NAME",
        "CONVOT_PLAN",
    ),
    "header": (
        "X-Convot-External-Id", "X-Convot-Email", "X-Convot-User-Hash", "X-Convot-Shop", "X-Convot-Shop-Hash",
        "X-Convot-Name", "X-Convot-Plan",
    ),
    "title": ("External ID", "Email", "User hash", "Shop", "Shop hash", "Name", "Plan"),
}  # fmt: skip


def anything(_: str) -> bool:
    return True


def ascii_only(value: str) -> bool:
    return value.isascii()


def without(characters: str) -> Callable[[str], bool]:
    """Return a test for values without any of these characters."""
    return lambda value: not set(value) & set(characters)


def plain(value: str) -> bool:
    """Return whether a value has one reading everywhere: no decoder or sentence could change or end it."""
    return re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9@._+-]*[A-Za-z0-9])?", value) is not None


def unbroken(value: str) -> bool:
    """Return whether a value has one reading in a cell or the rest of a line: no quote, space, comma or escape."""
    return re.search(r"[\s\"`“”‘’«»,\\]|%[0-9A-Fa-f]{2}|&#?\w+;|=[0-9A-F]{2}|(?<!\w)'|'(?!\w)", value) is None


@dataclass(frozen=True)
class Shape:
    """A way in which a program or a person writes an identity.

    ``also``: a mistake that the shape itself makes; it may be stated in addition. ``names_ids``: whether the
    shape says of an id that it is Convot's external_id; a customer's number that is merely mentioned is not passed.

    ``as_printed``: a mistake whose text is what the shape prints for the right value: nobody can tell them apart.
    """

    name: str
    render: Callable[[Fields, Random], str]
    certainty: Certainty = "always"
    allowed: Callable[[str], bool] = anything
    also: str = ""
    names_ids: bool = True
    as_printed: str = ""

    def fixes(self, value: str) -> bool:
        """Return whether this value has only one reading in the notation."""
        match self.certainty:
            case "always":
                return True
            case "line":
                return unbroken(value)
            case "plain":
                return plain(value)
            case _:
                return False


def renamed(fields: Fields, style: str) -> Fields:
    names = dict(zip(NAMES["snake"], NAMES[style], strict=True))
    return {names[name]: value for name, value in fields.items()}


def with_nulls(fields: Fields, style: str) -> dict[str, str | None]:
    """Return all members of a record, including those that are not set."""
    names = dict(zip(NAMES["snake"], NAMES[style], strict=True))
    return {names[name]: fields.get(name) for name in names}


def c_quoted(value: str) -> str:
    """Quote a text as Rust, Go, Swift, Kotlin, Clojure, R and many others do."""
    return json.dumps(value, ensure_ascii=False)


def ascii_quoted(value: str) -> str:
    return json.dumps(value)


def ruby_quoted(value: str) -> str:
    return re.sub(r"#(?=[{$@])", r"\\#", c_quoted(value))


def elixir_quoted(value: str) -> str:
    return c_quoted(value).replace("#{", "\\#{")


def backslash_single(value: str) -> str:
    """Quote a text as PHP's var_export, JavaScript and MySQL do."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def doubled_single(value: str) -> str:
    """Quote a text as SQL and YAML do."""
    return "'" + value.replace("'", "''") + "'"


def haskell_quoted(value: str) -> str:
    def escaped(match: re.Match[str]) -> str:
        after = value[match.end() : match.end() + 1]
        return f"\\{ord(match[0])}" + ("\\&" if after.isdecimal() and after.isascii() else "")

    quoted = re.sub(r"[^\x00-\x7f]", escaped, value.replace("\\", "\0"))
    return '"' + quoted.replace('"', '\\"').replace("\0", "\\\\") + '"'


def perl_quoted(value: str) -> str:
    if value.isascii():
        return backslash_single(value)
    escaped = re.sub(r'[\\"$@]', r"\\\g<0>", value)
    return '"' + re.sub(r"[^\x00-\x7f]", lambda m: f"\\x{{{ord(m[0]):x}}}", escaped) + '"'


def bytes_quoted(value: str) -> str:
    """Quote bytes as redis-cli and C programs do."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').encode()
    return '"' + "".join(chr(byte) if byte < 0x80 else f"\\x{byte:02x}" for byte in escaped) + '"'


def plist_quoted(value: str) -> str:
    """Quote a text as NSDictionary's description and old property lists do."""
    if re.fullmatch("[A-Za-z0-9]+", value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    units = (escaped.encode("utf-16-be")[at : at + 2] for at in range(0, len(escaped.encode("utf-16-be")), 2))
    codes = (int.from_bytes(unit, "big") for unit in units)
    return '"' + "".join(chr(code) if code < 0x80 else f"\\U{code:04x}" for code in codes) + '"'


def joined(
    fields: Fields | dict[str, str | None], pair: str, separator: str, quote: Callable[[str], str], null: str
) -> str:
    """Join names and values; ``pair``: a format with {name} and {value}."""
    return separator.join(
        pair.replace("{name}", name).replace("{value}", null if value is None else quote(value))
        for name, value in fields.items()
    )


def raw(value: str) -> str:
    return value


def stamp(chance: Random) -> str:
    """Return a time as logs write it."""
    return (
        f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}T"
        f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}.{chance.randrange(1000):03}Z"
    )


def request_id(chance: Random) -> str:
    return f"{chance.getrandbits(128):032x}"
