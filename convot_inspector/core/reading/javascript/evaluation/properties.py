"""Properties of values: reading, setting and listing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.machine import Machine
from convot_inspector.core.reading.javascript.evaluation.scopes import Binding
from convot_inspector.core.reading.javascript.evaluation.values import (
    Accessor,
    Class,
    Function,
    List,
    Native,
    Object,
    Primitive,
    Promise,
    UncertainError,
    Unknown,
    is_index,
    ordered_names,
)

if TYPE_CHECKING:
    from convot_inspector.core.reading.javascript.evaluation.values import (
        Place,
        Value,
    )

# Names by which code reaches the global object, prototypes or an interpreter of text.
FORBIDDEN = frozenset((
    "eval", "Function", "execScript", "defaultView", "constructor", "prototype", "__proto__", "innerHTML", "outerHTML",
    "insertAdjacentHTML", "createContextualFragment", "write", "writeln", "importScripts", "arguments", "caller",
    "callee", "toString", "valueOf", "toJSON", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable",
    "toLocaleString", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "contentWindow",
    "srcdoc", "setAttribute", "ownerDocument", "view",
))  # fmt: skip
GLOBAL_OBJECTS = ("window", "self", "globalThis")
# Properties of the global object that convert or refuse what is assigned to them.
SPECIAL_GLOBALS = frozenset((
    "name", "status", "location", "top", "window", "document", "self", "event", "length", "parent", "frames", "opener",
    "history", "origin", "screen", "navigator", "external", "closed", "defaultStatus", "globalThis", "undefined",
    "NaN", "Infinity", "Convot", "JSON", "Object", "Array", "String", "Number", "Boolean", "Promise", "structuredClone",
    "setTimeout", "queueMicrotask", "atob", "encodeURIComponent", "decodeURIComponent", "console", "frameElement",
    "menubar", "toolbar", "scrollbars", "statusbar", "personalbar", "locationbar", "performance", "crypto",
))  # fmt: skip


class Properties(Machine):
    """Access to the properties of values."""

    def get(self, of: Value, name: str, at: Place) -> Value:
        """Return a property. Raises UncertainError for the inherited ones that are not methods called at once."""
        if name in FORBIDDEN:
            raise UncertainError
        match of:
            case Unknown():
                return self.doubt(at)
            case Native(name="window"):
                return self.global_value(name, at)
            case Native(name="Convot"):
                return Native("Convot.identify", at) if name == "identify" else Unknown(at)
            case Native():
                return Native(f"{of.name}.{name}", at)
            case Object():
                return self._member(of, name, at)
            case Class():
                found = of.statics.get(name)
                if found is None:
                    raise UncertainError
                return self._got(found, of, at)
            case List():
                return self._item(of, name, at)
            case Primitive(kind="text"):
                return self._character(of, name, at)
        raise UncertainError

    def _member(self, of: Object, name: str, at: Place) -> Value:
        if not self.is_reliable(of):
            return self.doubt(at)
        found: Value | Accessor | None = of.members.get(name)
        if found is None and of.methods is not None:
            found = of.methods.methods.get(name)
        return self.undefined(at) if found is None else self._got(found, of, at)

    def _got(self, found: Value | Accessor, of: Value, at: Place) -> Value:
        return self.call(found.get, of, [], at) if isinstance(found, Accessor) else found

    def _item(self, of: List, name: str, at: Place) -> Value:
        if not self.is_reliable(of):
            return self.doubt(at)
        if name == "length":
            return Primitive("number", float(len(of.items)), at)
        if not is_index(name):
            raise UncertainError
        return of.items[int(name)] if int(name) < len(of.items) else self.undefined(at)

    def _character(self, of: Primitive, name: str, at: Place) -> Value:
        text = str(of.value)
        if not text.isascii():
            raise UncertainError
        if name == "length":
            return Primitive("number", float(len(text)), at)
        if not is_index(name):
            raise UncertainError
        return self.text(text[int(name)], at) if int(name) < len(text) else self.undefined(at)

    def set(self, of: Value, name: str, value: Value) -> None:
        """Set a property."""
        if name in FORBIDDEN:
            raise UncertainError
        match of:
            case Unknown():
                if name in self.globals.names:
                    raise UncertainError  # it may be the global object
                self.note_doubt()
                self.leak(value)
            case Native(name="window"):
                self.set_global(name, value)
            case Object():
                self._check_settable(of, name)
                self.change(of)
                of.members[name] = value
                if of.is_leaked:
                    self.leak(value)
            case List() if is_index(name) and int(name) <= len(of.items):
                self.change(of)
                of.items[int(name) : int(name) + 1] = [value]
                if of.is_leaked:
                    self.leak(value)
            case _:
                raise UncertainError

    def _check_settable(self, of: Object, name: str) -> None:
        is_accessor = isinstance(of.members.get(name), Accessor)
        if is_accessor or (of.methods is not None and isinstance(of.methods.methods.get(name), Accessor)):
            raise UncertainError

    def remove(self, of: Value, name: str) -> None:
        """Delete a property of an object."""
        if not isinstance(of, Object):
            raise UncertainError
        self.change(of)
        of.members.pop(name, None)

    def global_value(self, name: str, at: Place) -> Value:
        """Return ``window.name``."""
        found = self.globals.names.get(name)
        if found is not None and found.kind in ("var", "function"):
            return self.read(name, found)
        if found is not None:
            raise UncertainError
        return self.builtin(name, at) or Unknown(at)

    def set_global(self, name: str, value: Value) -> None:
        """Set ``window.name``."""
        if name in SPECIAL_GLOBALS:
            raise UncertainError
        found = self.globals.names.get(name)
        if found is None:
            self.change(Binding(None, "var", 0))
            self.globals.names[name] = Binding(value, "var", self.tick(), self.clock)
        elif found.kind in ("var", "function"):
            self.write(found, value)
        else:
            raise UncertainError

    def builtin(self, name: str, at: Place) -> Value | None:
        """Return what the browser itself has under a global name, if that is understood."""
        if name == "undefined":
            return self.undefined(at)
        if name in ("NaN", "Infinity"):
            return Primitive("number", float("nan" if name == "NaN" else "inf"), at)
        if name in GLOBAL_OBJECTS:
            return Native("window", at)
        return Native(name, at) if name in _BUILTINS else None

    def read(self, name: str, binding: Binding) -> Value:
        """Return the value of a variable."""
        self.read_names.add(name)
        self.is_reliable(binding)
        if not isinstance(binding.value, (Primitive, Unknown, Object, List, Promise, Function, Native, Class)):
            raise UncertainError
        return binding.value

    def write(self, binding: Binding, value: Value) -> None:
        """Assign to a variable."""
        if binding.kind in ("const", "class", "import", "own") or (binding.value is None and binding.kind != "var"):
            raise UncertainError
        self.change(binding)
        binding.value = value

    def own_names(self, of: Value) -> list[str]:
        """Return the names that Object.keys lists. Raises UncertainError where they are not known."""
        if isinstance(of, Object) and self.is_reliable(of):
            self.spend(len(of.members))
            return ordered_names(list(of.members))
        if isinstance(of, List) and self.is_reliable(of):
            self.spend(len(of.items))
            return [str(number) for number in range(len(of.items))]
        raise UncertainError

    def items_of(self, of: Value) -> list[Value]:
        """Return the items of an array. Raises UncertainError where they are not known."""
        if isinstance(of, List) and self.is_reliable(of):
            self.spend(len(of.items))
            return list(of.items)
        raise UncertainError

    def list_of(self, items: list[Value], at: Place) -> List:
        """Return a new array."""
        self.spend(len(items))
        return List(at, self.tick(), items=items)


_BUILTINS = frozenset((
    "Convot", "JSON", "Object", "Array", "String", "Number", "Boolean", "Promise", "structuredClone", "setTimeout",
    "queueMicrotask", "atob", "encodeURIComponent", "decodeURIComponent", "console", "requestAnimationFrame",
))  # fmt: skip
