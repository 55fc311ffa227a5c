"""Shapes of the data that web frameworks write into pages: one array in which numbers are indices, or one function."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from oracle.pages import page
from oracle.shape import Shape, c_quoted

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import Fields


def devalue(value: object, into: list[object]) -> int:
    """Append a value and what it holds to an array, as devalue's stringify does; return its index."""
    index = len(into)
    into.append(None)
    if isinstance(value, dict):
        into[index] = {name: devalue(inner, into) for name, inner in value.items()}
    elif isinstance(value, tuple):
        into[index] = [value[0], devalue(value[1], into)]
    elif isinstance(value, list):
        into[index] = [devalue(inner, into) for inner in value]
    else:
        into[index] = value
    return index


def flattened(value: object) -> list[object]:
    array: list[object] = []
    devalue(value, array)
    return array


def script_json(value: object) -> str:
    """Write JSON as inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003C")


def nuxt_3(fields: Fields, chance: Random) -> str:
    reactive = ("Reactive", {"convot": fields, "$sseen": [chance.randrange(9), True]})
    state = {"data": ("ShallowReactive", {"user": dict(fields)}), "state": reactive, "serverRendered": True}
    data = script_json(flattened(state if chance.random() < 0.5 else {"state": reactive, "once": ("Set", 1)}))
    opening = '<script type="application/json" data-nuxt-data="app" id="__NUXT_DATA__">'
    return f'<div id="__nuxt"></div>\n{opening}{data}</script>\n'


def sveltekit_data(fields: Fields, _: Random) -> str:
    node = {"type": "data", "data": flattened({"user": fields, "items": [3, 4]}), "uses": {"url": 1}}
    return json.dumps({"type": "data", "nodes": [None, node]}, ensure_ascii=False) + "\n"


def turbo_stream(value: object) -> list[object]:
    """Flatten a value as turbo-stream does: the names of objects are indices too."""
    array: list[object] = []
    seen: dict[str, int] = {}

    def add(each: object) -> int:
        if isinstance(each, str) and each in seen:
            return seen[each]
        index = len(array)
        array.append(None)
        if isinstance(each, dict):
            array[index] = {f"_{add(name)}": add(inner) for name, inner in each.items()}
        elif isinstance(each, list):
            array[index] = [add(inner) for inner in each]
        else:
            array[index] = each
            if isinstance(each, str):
                seen[each] = index
        return index

    add(value)
    return array


def router_stream(fields: Fields, _: Random) -> str:
    value = {"loaderData": {"root": {"user": fields}}, "actionData": False, "errors": 0}
    text = json.dumps(turbo_stream(value), ensure_ascii=False, separators=(",", ":")) + "\n"
    written = c_quoted(text).replace("<", "\\u003C")
    return page(f"window.__reactRouterContext.streamController.enqueue({written});\n")


def router_data(fields: Fields, _: Random) -> str:
    return json.dumps(turbo_stream({"root": {"data": {"convot": fields}}}), separators=(",", ":")) + "\n"


def nuxt_2(fields: Fields, _: Random) -> str:
    names = [chr(ord("a") + number) for number in range(len(fields))]
    members = ",".join(f"{name}:{letter}" for name, letter in zip(fields, names, strict=True))
    values = ",".join(c_quoted(value).replace("<", "\\u003C") for value in fields.values())
    body = f'return {{layout:"default",data:[{{convot:{{{members}}}}}],fetch:{{}},error:null}}'
    return f"<script>window.__NUXT__=(function({','.join(names)}){{{body}}}({values}));</script>\n"


SHAPES = (
    Shape("nuxt-3-payload", nuxt_3),
    Shape("nuxt-2-payload", nuxt_2),
    Shape("sveltekit-data", sveltekit_data),
    Shape("react-router-stream", router_stream),
    Shape("react-router-data", router_data),
)
