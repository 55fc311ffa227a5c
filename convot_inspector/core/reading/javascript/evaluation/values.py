"""Values of an evaluated program, each with the place in the text that it comes from."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from convot_inspector.core.reading.javascript.numbers import number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.scopes import Scope
    from convot_inspector.core.reading.source import Source

_LARGEST_INDEX = 2**32 - 1


class UncertainError(Exception):
    """The text alone does not determine what the program does."""


class ThrownSignal(Exception):  # noqa: N818  # an error of the program, not of this one
    """Exception that stands for a ``throw`` of the evaluated program, until its ``catch`` or its end."""


class Place(NamedTuple):
    """Where a value stands: a source and a span of its text. ``node``: the string literal, if it is one."""

    source: Source
    start: int
    end: int
    node: Node | None = None


@dataclass(slots=True, eq=False)
class Primitive:
    """A text, number, boolean, null or undefined."""

    kind: Literal["text", "number", "boolean", "null", "undefined"]
    value: str | float | bool | None
    at: Place

    @property
    def is_nullish(self) -> bool:
        """True for the two values that ``??`` replaces and ``?.`` stops at."""
        return self.kind in ("null", "undefined")


@dataclass(slots=True, eq=False)
class Unknown:
    """A value that the text does not determine."""

    at: Place


@dataclass(slots=True, eq=False)
class Held:
    """What can be changed. ``created``, ``changed``: times of the machine's clock; ``is_read_early``: see `Machine`."""

    at: Place
    created: int
    changed: int = 0
    is_read_early: bool = False
    is_leaked: bool = False
    is_frozen: bool = False


@dataclass(slots=True, eq=False)
class Accessor:
    """A getter of an object."""

    get: Function


@dataclass(slots=True, eq=False)
class Object(Held):
    """An object. ``repeated``: members of its literal that a later one of that name replaces; ``keys``: its names."""

    members: dict[str, Value | Accessor] = field(default_factory=dict)
    methods: Class | None = None
    repeated: list[tuple[str, Value]] = field(default_factory=list)
    keys: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class List(Held):
    """An array without holes."""

    items: list[Value] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Promise:
    """A promise that is fulfilled with a value."""

    value: Value
    at: Place


@dataclass(slots=True, eq=False)
class Function:
    """A function of the program. ``this``: None where the call decides; ``bound``: arguments before the given ones."""

    node: Node
    scope: Scope
    at: Place
    this: Value | None = None
    bound: tuple[Value, ...] = ()


@dataclass(slots=True, eq=False)
class Native:
    """A function of the browser, or one of its objects, by its name: ``JSON.parse``, ``Convot``."""

    name: str
    at: Place
    run: Callable[[list[Value]], Value] | None = None


@dataclass(slots=True, eq=False)
class Class:
    """A class: its constructor, its methods and getters, and the fields of its objects in order."""

    at: Place
    scope: Scope
    constructor: Node | None = None
    methods: dict[str, Function | Accessor] = field(default_factory=dict)
    fields: list[tuple[str, Node | None]] = field(default_factory=list)
    statics: dict[str, Value | Accessor] = field(default_factory=dict)


Value = Primitive | Unknown | Object | List | Promise | Function | Native | Class


def text_of(value: Value) -> str | None:
    """Return the text that a primitive is converted to; None for an unknown value. Raises UncertainError."""
    if isinstance(value, Unknown):
        return None
    if not isinstance(value, Primitive):
        raise UncertainError
    match value.kind:
        case "text":
            return str(value.value)
        case "number":
            return number_text(number_of(value))
        case "boolean":
            return "true" if value.value else "false"
        case kind:
            return kind


def number_of(value: Primitive) -> float:
    """Return a number. Raises UncertainError for anything else."""
    if value.kind != "number" or not isinstance(value.value, (int, float)):
        raise UncertainError
    return float(value.value)


def truth_of(value: Value) -> bool | None:
    """Return whether a value counts as true; None where that is not known."""
    if isinstance(value, Unknown):
        return None
    if not isinstance(value, Primitive):
        return True
    if value.kind == "number":
        number = number_of(value)
        return not (number == 0 or math.isnan(number))
    return bool(value.value)


def name_of(value: Value) -> str:
    """Return the name of the property that a value stands for. Raises UncertainError."""
    name = text_of(value)
    if name is None:
        raise UncertainError
    return name


def is_index(name: str) -> bool:
    """Return whether a name is an array index (ECMA-262 §6.1.7)."""
    return (
        name.isascii() and name.isdigit() and (name == "0" or name[0] != "0") and int(name[:11] or "0") < _LARGEST_INDEX
    )


def ordered_names(names: Iterator[str] | list[str]) -> list[str]:
    """Return property names in the order in which JavaScript lists them: indices first."""
    given = list(names)
    return [*sorted(filter(is_index, given), key=int), *(name for name in given if not is_index(name))]


def count_of(value: Value | Accessor, most: int) -> int:
    """Return how many values a walk meets, at most ``most``; one that stands in two places counts twice."""
    pending, count = [value], 0
    while pending and count < most:
        count += 1
        match pending.pop():
            case List(items=items):
                pending += items[:most]
            case Object(members=members):
                pending += members.values()
    return count


def json_of(value: Value | Accessor) -> str | None:
    """Return a value as JSON.stringify writes it inside an object; "" for what it omits, None where it is not known."""
    match value:
        case Primitive(kind="text"):
            return json.dumps(value.value, ensure_ascii=False)
        case Primitive(kind="number"):
            return number_text(number_of(value)) if math.isfinite(number_of(value)) else "null"
        case Primitive(kind="undefined"):
            return ""
        case Primitive():
            return text_of(value)
        case List() if not value.is_leaked:
            items = [json_of(item) for item in value.items]
            return None if None in items else "[" + ",".join(item or "null" for item in items) + "]"
        case Object() if not value.is_leaked and value.methods is None:
            parts = [(name, json_of(value.members[name])) for name in ordered_names(list(value.members))]
            if any(part is None or name == "toJSON" for name, part in parts):
                return None
            return "{" + ",".join(f"{json.dumps(n, ensure_ascii=False)}:{part}" for n, part in parts if part) + "}"
    return None


def key_of(value: Value, name: str) -> Primitive:
    """Return the name of a property, where it stands."""
    at = value.keys.get(name, value.at) if isinstance(value, Object) else value.at
    return Primitive("text", name, at._replace(node=None))
