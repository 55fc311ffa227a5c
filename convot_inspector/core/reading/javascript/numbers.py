"""Numbers as JavaScript prints them: ECMA-262 §6.1.6.1.20, Number::toString."""

from __future__ import annotations

import math
import re
from decimal import Decimal

_RADIX = {"0x": 16, "0o": 8, "0b": 2}
_LONGEST = 400  # digits; the largest double has 309 before the point


def parse_number(source: str) -> float | None:
    """Return the value of a JavaScript number literal, rounded to a double. None for a BigInt (``1n``)."""
    text = source.replace("_", "").lower()
    if text.endswith("n") and not text.startswith("0x"):
        return None
    radix = _RADIX.get(text[:2])
    if radix is not None:
        return None if text.endswith("n") else _to_double(int(text[2:], radix))
    if re.fullmatch(r"0[0-7]+", text):  # the old octal notation
        return _to_double(int(text, 8))
    return float(text)


def is_rounded(source: str) -> bool:
    """Return whether JavaScript sends another integer than the one written, because a double cannot represent it."""
    text = source.replace("_", "").lower()
    try:
        value = parse_number(source)
    except ValueError:
        return False  # not the literal itself, for example parentheses around it
    if value is None or not math.isfinite(value) or len(text) > _LONGEST:
        return False
    exact = int(text, 0) if text[:2] in _RADIX else None
    if exact is None and re.fullmatch(r"[1-9]\d*", text):
        exact = int(text)
    return exact is not None and exact != int(Decimal(number_text(value)))


def number_text(value: float) -> str:
    """Return ``String(value)``: the shortest digits that read back, ``1e+21`` from 10^21 on, ``-0`` as ``0``."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    sign, digit_tuple, exponent = Decimal(repr(value)).as_tuple()
    digits = "".join(map(str, digit_tuple)).rstrip("0")
    point = len(digit_tuple) + int(exponent)  # the value is 0.DIGITS × 10^point
    minus = "-" if sign else ""
    if len(digits) <= point <= 21:
        return minus + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{minus}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{minus}0.{'0' * -point}{digits}"
    mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    return f"{minus}{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"


def _to_double(whole: int) -> float:
    try:
        return float(whole)
    except OverflowError:
        return math.inf
