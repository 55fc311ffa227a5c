"""Other forms of numbers, of identifiers with a prefix, and of UUIDs."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.reading.javascript.numbers import number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.search.changes import Changed

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
    """Yield other spellings of a number."""
    if not _NUMBER.fullmatch(value):
        return
    yield value + ".0", lazy_tr("with .0")
    yield value + ".00", lazy_tr("with .00")
    yield re.sub(r"\.0+$", "", value), lazy_tr("without .0")
    sign, digits = ("-", value[1:]) if value[:1] == "-" else ("", value.lstrip("+"))
    yield sign + (digits.lstrip("0") or "0"), lazy_tr("without its leading zeros")
    yield "+" + value, lazy_tr("with a + sign")
    floating = float(value)
    if abs(floating) < 1e300:
        yield number_text(floating), lazy_tr("rounded as JavaScript does")
        yield repr(floating), lazy_tr("as Python shows a floating-point number")
        yield f"{floating:.0f}", lazy_tr("rounded to a whole floating-point number")
        for precision in (14, 17, 15, 6):
            shown = f"{floating:.{precision}g}"
            yield shown, lazy_tr("rounded")
            yield re.sub(r"^(\d)e", r"\1.0e", shown).replace("e", "E"), lazy_tr("as PHP shows a large number")
        exact = [precision for precision in range(1, 21) if float(f"{floating:.{precision}e}") == floating]
        for precision in {*exact[:1], 15, 16, 17}:  # the shortest form, and the form that older versions of Java print
            mantissa, _, exponent = f"{floating:.{precision}e}".partition("e")
            yield f"{mantissa}E{int(exponent)}", lazy_tr("in scientific notation")
            yield f"{mantissa}e+{int(exponent):02d}", lazy_tr("in scientific notation")
        yield f"{floating:.2f}", lazy_tr("with two digits after the point")
    if digits.isdigit():
        for width in (*range(2, 17), 18, 20):
            yield sign + digits.zfill(width), lazy_tr("with leading zeros, {count} digits", count=str(width))
        grouped = f"{int(digits):,}"
        for mark, name in (
            (",", lazy_tr("with commas between thousands")), (".", lazy_tr("with points between thousands")),
            (" ", lazy_tr("with spaces between thousands")), ("_", lazy_tr("with underscores between thousands")),
            ("'", lazy_tr("with apostrophes between thousands")),
            ("\u00a0", lazy_tr("with no-break spaces between thousands")),
            ("\u202f", lazy_tr("with narrow no-break spaces between thousands")),
            ("\u2019", lazy_tr("with apostrophes between thousands")),
        ):  # fmt: skip
            yield sign + grouped.replace(",", mark), name
        yield f"{int(digits):x}", lazy_tr("in hex")


def prefix(value: str) -> Iterator[Changed]:
    """Yield the text with or without what systems put before or after an identifier."""
    for added in PREFIXES:
        yield value.removeprefix(added), lazy_tr("without “{added}”", added=added)
        yield added + value, lazy_tr("with “{added}” before it", added=added)
    for added in SUFFIXES:
        yield value.removesuffix(added), lazy_tr("without “{added}” at its end", added=added)
        yield value + added, lazy_tr("with “{added}” after it", added=added)
    yield f"https://{value}/", lazy_tr("as an address with https:// and /")
    yield f"http://{value}/", lazy_tr("as an address with http:// and /")
    yield f"https://{value}/admin", lazy_tr("as the address of its admin")
    bare = re.sub(r"^https?://(?:www\.)?|/+$", "", value)
    yield bare, lazy_tr("without https:// and /")
    yield bare.removesuffix(".myshopify.com"), lazy_tr("only the shop's name")
    for mark in ("/", ":", "_", "-", "|", "@", "#", "."):
        before, found, after = value.rpartition(mark)
        if found:
            yield after, lazy_tr("only what is after the last “{mark}”", mark=mark)
            yield before, lazy_tr("only what is before the last “{mark}”", mark=mark)
            yield value.partition(mark)[2], lazy_tr("only what is after the first “{mark}”", mark=mark)
            yield value.partition(mark)[0], lazy_tr("only what is before the first “{mark}”", mark=mark)
    yield re.sub(r"\+[^@]*@", "@", value), lazy_tr("without the part from + to @")


def uuid(value: str) -> Iterator[Changed]:
    """Yield other forms of a UUID or a hex identifier."""
    inner = re.sub(r"^(?:urn:uuid:|[{(])|[})]$", "", value)
    if _UUID.fullmatch(inner):
        digits = inner.replace("-", "")
    elif _HEX_ID.fullmatch(inner):
        digits = inner
    else:
        if re.fullmatch("[0-9a-fA-F]{24}", value):
            yield f'ObjectId("{value}")', lazy_tr("as MongoDB shows it")
            yield f"ObjectId('{value}')", lazy_tr("as MongoDB shows it")
            yield bytes.fromhex(value), lazy_tr("its bytes")
        return
    dashed = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    for form, detail in (
        (digits, lazy_tr("without dashes")),
        (dashed, lazy_tr("with dashes")),
        (f"{{{dashed}}}", lazy_tr("in braces")),
        (f"({dashed})", lazy_tr("in brackets")),
        (f"urn:uuid:{dashed}", lazy_tr("with urn:uuid:")),
    ):
        yield form, detail
        yield form.lower(), lazy_tr("{form}, in lower case", form=detail)
        yield form.upper(), lazy_tr("{form}, in upper case", form=detail)
    data = bytes.fromhex(digits)
    yield data, lazy_tr("its 16 bytes")
    yield base64.b64encode(data), lazy_tr("its 16 bytes in base64")
    yield base64.urlsafe_b64encode(data).rstrip(b"="), lazy_tr("its 16 bytes in base64")
