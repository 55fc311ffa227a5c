"""Other forms of numbers, of identifiers with a prefix, and of UUIDs."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript_number import number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.explaining.changes import Changed

_NUMBER = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?")
_HEX_ID = re.compile(r"[0-9a-fA-F]{32}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
PREFIXES = (
    "mailto:", "https://", "http://", "www.", "user_", "user-", "user:", "customer-", "customer_", "customer:", "cus_",
    "gid://shopify/Customer/", "gid://shopify/Shop/", "gid://shopify/User/", "gid://shopify/StaffMember/",
    "gid://shopify/Company/", "shop_", "shop-", "shop:", "id:", "id_", "email:", "u_", "usr_", "uid:", "acct:",
    "auth0|", "store_", "merchant_", "@", "#",
)  # fmt: skip
SUFFIXES = ("/", ".myshopify.com", "/admin", ".com")


def number(value: str) -> Iterator[Changed]:
    """Other spellings of a number."""
    if not _NUMBER.fullmatch(value):
        return
    yield value + ".0", "with .0"
    yield value + ".00", "with .00"
    yield re.sub(r"\.0+$", "", value), "without .0"
    sign, digits = ("-", value[1:]) if value[:1] == "-" else ("", value.lstrip("+"))
    yield sign + (digits.lstrip("0") or "0"), "without its leading zeros"
    yield "+" + value, "with a + sign"
    floating = float(value)
    if abs(floating) < 1e300:
        yield number_text(floating), "rounded as JavaScript does"
        yield repr(floating), "as Python shows a floating-point number"
        yield f"{floating:.0f}", "rounded to a whole floating-point number"
        for precision in (14, 17, 15, 6):
            shown = f"{floating:.{precision}g}"
            yield shown, "rounded"
            yield re.sub(r"^(\d)e", r"\1.0e", shown).replace("e", "E"), "as PHP shows a large number"
        exact = [precision for precision in range(1, 21) if float(f"{floating:.{precision}e}") == floating]
        for precision in {*exact[:1], 15, 16, 17}:  # the shortest, and what older versions of Java print
            mantissa, _, exponent = f"{floating:.{precision}e}".partition("e")
            yield f"{mantissa}E{int(exponent)}", "in scientific notation"
            yield f"{mantissa}e+{int(exponent):02d}", "in scientific notation"
        yield f"{floating:.2f}", "with two digits behind the point"
    if digits.isdigit():
        for width in (4, 5, 6, 8, 10, 12, 16, 20):
            yield sign + digits.zfill(width), f"with leading zeros, {width} digits"
        grouped = f"{int(digits):,}"
        for mark, name in (
            (",", "commas"), (".", "points"), (" ", "spaces"), ("_", "underscores"), ("'", "apostrophes"),
            ("\u00a0", "no-break spaces"), ("\u202f", "narrow no-break spaces"), ("\u2019", "apostrophes"),
        ):  # fmt: skip
            yield sign + grouped.replace(",", mark), f"with {name} between thousands"
        yield f"{int(digits):x}", "in hex"


def prefix(value: str) -> Iterator[Changed]:
    """With or without what systems put before or behind an identifier."""
    for added in PREFIXES:
        yield value.removeprefix(added), f"without “{added}”"
        yield added + value, f"with “{added}” before it"
    for added in SUFFIXES:
        yield value.removesuffix(added), f"without “{added}” at its end"
        yield value + added, f"with “{added}” behind it"
    yield f"https://{value}/", "as an address with https:// and /"
    yield f"http://{value}/", "as an address with http:// and /"
    yield f"https://{value}/admin", "as the address of its admin"
    bare = re.sub(r"^https?://(?:www\.)?|/+$", "", value)
    yield bare, "without https:// and /"
    yield bare.removesuffix(".myshopify.com"), "only the shop's name"
    for mark in ("/", ":", "_", "-", "|", "@", "#", "."):
        before, found, after = value.rpartition(mark)
        if found:
            yield after, f"only what is behind the last “{mark}”"
            yield before, f"only what is before the last “{mark}”"
            yield value.partition(mark)[2], f"only what is behind the first “{mark}”"
            yield value.partition(mark)[0], f"only what is before the first “{mark}”"
    yield re.sub(r"\+[^@]*@", "@", value), "without the part from + to @"


def uuid(value: str) -> Iterator[Changed]:
    """Other forms of a UUID or a hex identifier."""
    inner = re.sub(r"^(?:urn:uuid:|[{(])|[})]$", "", value)
    if _UUID.fullmatch(inner):
        digits = inner.replace("-", "")
    elif _HEX_ID.fullmatch(inner):
        digits = inner
    else:
        if re.fullmatch("[0-9a-fA-F]{24}", value):
            yield f'ObjectId("{value}")', "as MongoDB shows it"
            yield f"ObjectId('{value}')", "as MongoDB shows it"
            yield bytes.fromhex(value), "its bytes"
        return
    dashed = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    for form, detail in (
        (digits, "without dashes"),
        (dashed, "with dashes"),
        (f"{{{dashed}}}", "in braces"),
        (f"({dashed})", "in brackets"),
        (f"urn:uuid:{dashed}", "with urn:uuid:"),
    ):
        yield form, detail
        yield form.lower(), f"{detail}, in lower case"
        yield form.upper(), f"{detail}, in upper case"
    data = bytes.fromhex(digits)
    yield data, "its 16 bytes"
    yield base64.b64encode(data), "its 16 bytes in base64"
    yield base64.urlsafe_b64encode(data).rstrip(b"="), "its 16 bytes in base64"
