"""What code does to a text before it signs it. A function gives the changed texts, none where it does not apply."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import html
import json
import re
import unicodedata
import urllib.parse
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript_number import number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

Changed = tuple[str | bytes, str]
"""The changed text (or the bytes, where they are no UTF-8) and the detail that makes the mistake exact."""

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_NUMBER = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?")
_HEX_ID = re.compile(r"[0-9a-fA-F]{32}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_ENDS = (
    ("\n", "with a line feed at the end"),
    ("\r\n", "with a carriage return and line feed at the end"),
    (" ", "with a space at the end"),
    ("\t", "with a tab at the end"),
    ("\r", "with a carriage return at the end"),
    ("\u00a0", "with a no-break space at the end"),
    ("\n\n", "with two line feeds at the end"),
)
_STARTS = (
    (" ", "with a space at the start"),
    ("\n", "with a line feed at the start"),
    ("\t", "with a tab at the start"),
    ("\u00a0", "with a no-break space at the start"),
)
PREFIXES = (
    "mailto:", "https://", "http://", "www.", "user_", "user-", "user:", "customer-", "customer_", "customer:", "cus_",
    "gid://shopify/Customer/", "gid://shopify/Shop/", "gid://shopify/User/", "gid://shopify/StaffMember/",
    "gid://shopify/Company/", "shop_", "shop-", "shop:", "id:", "id_", "email:", "u_", "usr_", "uid:", "acct:",
    "auth0|", "store_", "merchant_", "@", "#",
)  # fmt: skip
SUFFIXES = ("/", ".myshopify.com", "/admin", ".com")


def whitespace(value: str) -> Iterator[Changed]:
    """White space added or taken away at the ends."""
    for added, detail in _ENDS:
        yield value + added, detail
    for added, detail in _STARTS:
        yield added + value, detail
    yield f" {value} ", "with spaces at both ends"
    for stripped, detail in (
        (value.strip(), "without the white space at its ends"),
        (value.rstrip(), "without the white space at its end"),
        (value.lstrip(), "without the white space at its start"),
        (value.rstrip("\n"), "without the line feed at its end"),
        (value.strip(" "), "without the spaces at its ends"),
    ):
        yield stripped, detail


def case(value: str) -> Iterator[Changed]:
    """Other letter cases."""
    yield value.lower(), "in lower case"
    yield value.upper(), "in upper case"
    if "@" in value:
        local, _, domain = value.rpartition("@")
        yield f"{local}@{domain.lower()}", "with the domain in lower case"
        yield f"{local.lower()}@{domain}", "with the part before @ in lower case"
        yield f"{local}@{domain.upper()}", "with the domain in upper case"
    yield value[:1].upper() + value[1:], "with the first letter in upper case"
    yield value.capitalize(), "with only the first letter in upper case"
    yield value.title(), "with a capital for each word"
    yield re.sub(r"(?:^|\s)\S", lambda found: found[0].upper(), value), "with a capital for each word"
    yield value[:1].lower() + value[1:], "with the first letter in lower case"
    yield value.casefold(), "folded to lower case"


def invisible(value: str) -> Iterator[Changed]:
    """Invisible characters added, taken away or replaced."""
    yield _INVISIBLE.sub("", value), "without its invisible characters"
    yield value.replace("\u00a0", " "), "with spaces for no-break spaces"
    yield value.replace("\u00a0", ""), "without its no-break spaces"
    yield _INVISIBLE.sub("", value).replace("\u00a0", " "), "without invisible characters, spaces for no-break ones"
    yield value.replace(" ", "\u00a0"), "with no-break spaces for spaces"
    for character, name in (
        ("\ufeff", "a byte order mark"),
        ("\u200b", "a zero-width space"),
        ("\u200e", "a left-to-right mark"),
        ("\u2060", "a word joiner"),
        ("\u200d", "a zero-width joiner"),
        ("\u200c", "a zero-width non-joiner"),
        ("\u00ad", "a soft hyphen"),
        ("\0", "a NUL"),
    ):
        yield character + value, f"with {name} at the start"
        yield value + character, f"with {name} at the end"
    yield f"\u202a{value}\u202c", "with marks of the writing direction around it"


def unicode_form(value: str) -> Iterator[Changed]:
    """Other Unicode forms of the same text, and of its domain."""
    if not value.isascii():
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            yield unicodedata.normalize(form, value), form
    at = value.rfind("@") + 1
    for convert, detail in ((_to_idna, "the domain as xn--…"), (_from_idna, "the domain not as xn--…")):
        changed = convert(value[at:])
        if changed is not None:
            yield value[:at] + changed, detail


def _to_idna(domain: str) -> str | None:
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return None


def _from_idna(domain: str) -> str | None:
    try:
        return domain.encode().decode("idna") if "xn--" in domain else None
    except UnicodeError:
        return None


def charset(value: str) -> Iterator[Changed]:
    """The bytes of other charsets."""
    for name, detail in (("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE"), ("utf-32-le", "UTF-32LE")):
        yield value.encode(name), detail
    yield b"\xff\xfe" + value.encode("utf-16-le"), "UTF-16LE with a byte order mark"
    yield b"\xfe\xff" + value.encode("utf-16-be"), "UTF-16BE with a byte order mark"
    if value.isascii():
        return
    for name, detail in (
        ("latin-1", "Latin-1"), ("cp1252", "Windows-1252"), ("iso8859-15", "Latin-9"), ("cp1250", "Windows-1250"),
        ("iso8859-2", "Latin-2"), ("cp1251", "Windows-1251"), ("cp1254", "Windows-1254"), ("shift_jis", "Shift JIS"),
        ("gbk", "GBK"), ("big5", "Big5"), ("euc-kr", "EUC-KR"), ("cp437", "CP437"), ("cp850", "CP850"),
        ("mac-roman", "Mac Roman"), ("utf-7", "UTF-7"),
    ):  # fmt: skip
        try:
            yield value.encode(name), detail
        except UnicodeError:
            yield value.encode(name, "replace"), f"{detail} with ? for what it does not have"
    yield value.encode("ascii", "replace"), "ASCII with ? for what it does not have"
    yield value.encode("ascii", "ignore"), "ASCII without what it does not have"
    units = value.encode("utf-16-le")
    yield units[::2], "the low byte of each UTF-16 unit"
    yield (
        bytes(63 if units[at + 1] or units[at] > 127 else units[at] for at in range(0, len(units), 2)),
        ("ASCII with ? for each UTF-16 unit that it does not have"),
    )
    surrogates = re.sub("[\U00010000-\U0010ffff]", _pair, value)
    yield surrogates.encode("utf-8", "surrogatepass"), "CESU-8, with each half of a pair on its own"


def _pair(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return chr(int.from_bytes(units[:2])) + chr(int.from_bytes(units[2:]))


def mojibake(value: str) -> Iterator[Changed]:
    """UTF-8 that was read as something else, and the way back."""
    if value.isascii():
        return
    for name, detail in (("latin-1", "Latin-1"), ("cp1252", "Windows-1252")):
        once = _misread(value, name)
        yield once, f"UTF-8 read as {detail}"
        yield _misread(once, name), f"UTF-8 read as {detail}, twice"
        try:
            repaired = value.encode(name).decode("utf-8")
        except UnicodeError:
            continue
        yield repaired, f"repaired: it was UTF-8 read as {detail}"


def _misread(value: str, charset_: str) -> str:
    """cp1252 leaves five bytes out, which programs read as the control characters of Latin-1."""
    data = value.encode()
    if charset_ == "latin-1":
        return data.decode("latin-1")
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def url_encoded(value: str) -> Iterator[Changed]:
    """Percent-encodings as several languages make them, and the way back."""
    quote = urllib.parse.quote
    yield quote(value, safe="-_.!~*'()"), "percent-encoded"
    for safe, detail in (
        ("", "percent-encoded"),
        ("/", "percent-encoded but for /"),
        ("-_.", "percent-encoded"),
        ("-_.!~*'();/?:@&=+$,#", "percent-encoded as a whole address"),
        ("@", "percent-encoded but for @"),
        ("$&+=:@", "percent-encoded as a part of a path"),
    ):
        encoded = quote(value, safe=safe)
        yield encoded, detail
        yield encoded.replace("~", "%7E"), detail
        yield encoded.replace("%20", "+"), f"{detail}, + for a space"
        yield encoded.replace("%20", "+").replace("~", "%7E"), f"{detail}, + for a space"
        yield encoded.replace("%20", "+").replace("~", "%7E").replace("%2A", "*"), f"{detail}, + for a space"
        yield re.sub("%..", lambda found: found[0].lower(), encoded), f"{detail}, with small letters"
    yield quote(quote(value, safe=""), safe=""), "percent-encoded twice"
    yield urllib.parse.unquote(value), "percent-decoded"
    yield urllib.parse.unquote_plus(value), "percent-decoded, a space for +"
    yield value.replace("+", " "), "with a space for +"
    yield value.replace(" ", "+"), "with + for a space"
    yield value.replace(" ", "%20"), "with %20 for a space"
    yield value.replace("@", "%40"), "with %40 for @"
    yield value.replace("+", "%2B"), "with %2B for +"


def escaped(value: str) -> Iterator[Changed]:
    """Escapes for HTML and JavaScript as several libraries make them, and the way back."""
    basic = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    double = basic.replace('"', "&quot;")
    yield double.replace("'", "&#39;"), "HTML-escaped"
    yield double.replace("'", "&#x27;"), "HTML-escaped"
    yield double.replace("'", "&#039;"), "HTML-escaped"
    yield double.replace("'", "&apos;"), "HTML-escaped"
    yield double, "HTML-escaped but for '"
    yield basic, "HTML-escaped but for quotes"
    yield double.replace('"', "&#34;").replace("'", "&#39;").replace("&quot;", "&#34;"), "HTML-escaped"
    yield double.replace("'", "&#x27;").replace("=", "&#x3D;").replace("`", "&#x60;"), "HTML-escaped"
    yield _named_entities(double), "HTML-escaped with names for letters"
    yield _named_entities(double.replace("'", "&#039;")), "HTML-escaped with names for letters"
    yield "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in value), "with HTML's numbers for letters"
    yield value.replace("'", "&#39;"), "with &#39; for '"
    for at in ("&#64;", "&#064;", "&#x40;", "&commat;"):
        yield value.replace("@", at), f"with {at} for @"
    yield "".join(f"&#{ord(c)};" for c in value), "with HTML's numbers for all characters"
    yield html.unescape(value), "HTML-unescaped"
    yield html.unescape(html.unescape(value)), "HTML-unescaped twice"
    json_text = json.dumps(value)[1:-1]
    yield json_text, "JavaScript-escaped"
    yield json_text.replace("/", "\\/"), "JavaScript-escaped"
    yield json.dumps(value, ensure_ascii=False)[1:-1], "JavaScript-escaped but for letters"
    yield value.replace("/", "\\/"), "with \\/ for /"
    for at in ("\\u0040", "\\x40"):
        yield value.replace("@", at), f"with {at} for @"
    yield _for_html(value, "<>&'\u2028\u2029", "04x"), "JavaScript-escaped for HTML"
    yield _for_html(value, "<>&'\"=;`\\\u2028\u2029-", "04X"), "JavaScript-escaped for HTML"
    backslashed = re.sub(r"([\\'\"])", r"\\\1", value)
    yield _for_html(backslashed, "<>&=", "04X"), "JavaScript-escaped for HTML"
    yield re.sub(r"([\\'\"\0])", r"\\\1", value), "with backslashes before quotes"
    yield value.replace("'", "''"), "with quotes doubled"
    yield value.replace("'", "\\'"), "with a backslash before '"
    yield re.sub(r"\\(['\"\\/])", r"\1", value), "without backslashes before quotes"
    with contextlib.suppress(ValueError):
        yield json.loads(f'"{value}"'), "JavaScript-unescaped"


def _for_html(text: str, marks: str, form: str) -> str:
    """What is dangerous in a page as ``\\u003c``."""
    return "".join(f"\\u{ord(c):{form}}" if c in marks else c for c in text)


def _named_entities(text: str) -> str:
    from html.entities import codepoint2name

    return "".join(f"&{codepoint2name[ord(c)]};" if ord(c) > 127 and ord(c) in codepoint2name else c for c in text)


def quoted(value: str) -> Iterator[Changed]:
    """The text in quotes, or without those that it has."""
    yield f'"{value}"', "in double quotes"
    yield f"'{value}'", "in single quotes"
    yield json.dumps(value), "as a JSON text"
    yield json.dumps(value).replace("/", "\\/"), "as a JSON text"
    yield json.dumps(value, ensure_ascii=False), "as a JSON text"
    safe = _for_html(json.dumps(value, ensure_ascii=False), "<>&\u2028\u2029", "04x")  # Go and Rails
    yield safe, "as a JSON text"
    yield _for_html(json.dumps(value), "<>&'", "04X"), "as a JSON text"
    yield json.dumps(json.dumps(value)), "as a JSON text, twice"
    yield repr(value), "as Python shows it"
    yield f"b'{value}'", "as Python shows bytes"
    yield f'\\"{value}\\"', "in escaped quotes"
    yield f"`{value}`", "in back-quotes"
    yield f"\u201c{value}\u201d", "in curled quotes"
    yield f"<{value}>", "in angle brackets"
    for quote in "\"'`":
        if len(value) > 1 and value[0] == value[-1] == quote:
            yield value[1:-1], "without its quotes"


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


def base64_text(value: str) -> Iterator[Changed]:
    """Base64 of it, or what it is in base64."""
    data = value.encode()
    for encoded in (base64.b64encode(data), base64.urlsafe_b64encode(data)):
        yield encoded, "in base64"
        yield encoded.rstrip(b"="), "in base64, without ="
        yield encoded + b"\n", "in base64, with a line feed"
    yield base64.encodebytes(data), "in base64, with line feeds"
    yield in_lines(base64.b64encode(data)), "in base64, with line feeds"
    if len(value) >= 4 and re.fullmatch(r"[A-Za-z0-9+/_-]+={0,2}", value):
        padded = value.rstrip("=").replace("-", "+").replace("_", "/")
        with contextlib.suppress(binascii.Error, ValueError):
            yield base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True), "decoded from base64"


def hashed(value: str) -> Iterator[Changed]:
    """Plain digests of it in hex."""
    data = value.encode()
    for name, shown in (
        ("md5", "MD5"), ("sha1", "SHA-1"), ("sha256", "SHA-256"), ("sha512", "SHA-512"), ("sha384", "SHA-384"),
        ("sha224", "SHA-224"), ("sha3_256", "SHA3-256"),
    ):  # fmt: skip
        digest = hashlib.new(name, data, usedforsecurity=False)
        yield digest.hexdigest(), shown
        yield digest.hexdigest().upper(), f"{shown} in capitals"


def in_lines(encoded: bytes, width: int = 60) -> bytes:
    """Base64 in lines of 60, each with a line feed, as Ruby's ``encode64`` writes it."""
    return b"".join(encoded[at : at + width] + b"\n" for at in range(0, len(encoded), width))
