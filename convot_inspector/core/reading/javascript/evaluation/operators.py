"""Operators on primitives (ECMA-262 §13)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.values import (
    Class,
    Function,
    Native,
    Object,
    Primitive,
    Promise,
    UncertainError,
    Unknown,
    number_of,
    text_of,
)
from convot_inspector.core.reading.javascript.evaluation.values import List as Array
from convot_inspector.core.reading.javascript.strings import join_surrogates

if TYPE_CHECKING:
    from convot_inspector.core.reading.javascript.evaluation.values import Place, Value

LONGEST_TEXT = 32 * 1024  # characters
_COMPARED = (Object, Array, Function, Class)


def binary(operator: str, left: Value, right: Value, at: Place) -> Value:
    """Return the result of a binary operator. Raises UncertainError for what is not understood."""
    at = at._replace(node=None)
    if operator in ("===", "!==", "==", "!="):
        equal = _equals(left, right, is_strict=len(operator) == 3)
        return Unknown(at) if equal is None else Primitive("boolean", equal == (operator[0] == "="), at)
    if operator == "+":
        return _plus(left, right, at)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return Unknown(at)
    if not isinstance(left, Primitive) or not isinstance(right, Primitive):
        raise UncertainError
    if operator in ("<", ">", "<=", ">="):
        return Primitive("boolean", _compares(operator, left, right), at)
    one, two = number_of(left), number_of(right)
    match operator:
        case "-":
            result = one - two
        case "*":
            result = one * two
        case "%" if two > 0 and one >= 0 and math.isfinite(one) and math.isfinite(two):
            result = math.fmod(one, two)
        case "/" if two:
            result = one / two
        case _:
            raise UncertainError
    return Primitive("number", result, at)


def _plus(left: Value, right: Value, at: Place) -> Value:
    one, two = text_of(left), text_of(right)
    kinds = [value.kind for value in (left, right) if isinstance(value, Primitive)]
    if one is None or two is None:
        return Unknown(at)
    if "text" in kinds:
        if len(one) + len(two) > LONGEST_TEXT:
            raise UncertainError
        return Primitive("text", join_surrogates(one + two), at)
    if kinds == ["number", "number"] and isinstance(left, Primitive) and isinstance(right, Primitive):
        return Primitive("number", number_of(left) + number_of(right), at)
    raise UncertainError


def _compares(operator: str, left: Primitive, right: Primitive) -> bool:
    if left.kind != right.kind or left.kind != "number":
        raise UncertainError
    one, two = number_of(left), number_of(right)
    match operator:
        case "<":
            return one < two
        case ">":
            return one > two
        case "<=":
            return one <= two
    return one >= two


def _equals(left: Value, right: Value, *, is_strict: bool) -> bool | None:
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return None
    if not isinstance(left, Primitive) or not isinstance(right, Primitive):
        if isinstance(left, _COMPARED) and isinstance(right, _COMPARED):
            return left is right
        other = right if isinstance(left, Primitive) else left
        if isinstance(other, Primitive) and other.is_nullish:
            return False
        raise UncertainError
    if left.kind == right.kind:
        return left.value == right.value
    if left.is_nullish and right.is_nullish:
        return not is_strict
    if is_strict or left.is_nullish or right.is_nullish:
        return False
    raise UncertainError


def type_of(value: Value) -> str | None:
    """Return what ``typeof`` gives; None where that is not known."""
    match value:
        case Primitive(kind="text"):
            return "string"
        case Primitive(kind="null"):
            return "object"
        case Primitive():
            return value.kind
        case Object() | Array() | Promise() | Native(name="window" | "JSON" | "console"):
            return "object"
        case Function() | Class() | Native(name="Convot.identify" | "Object" | "Array" | "Promise" | "structuredClone"):
            return "function"
    return None
