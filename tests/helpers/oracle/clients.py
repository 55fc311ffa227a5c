"""Shapes of code that hands the fields to a library of its own: HTTP clients, forms, databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oracle.pages import literal
from oracle.shape import Shape, backslash_single, c_quoted, joined

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import Fields


def axios(fields: Fields, _: Random) -> str:
    quoted = "{ " + joined(fields, "{name}: {value}", ", ", backslash_single, "null") + " }"
    return f"await axios.post('/widget/identify', {quoted}, {{ headers: {{ Accept: 'application/json' }} }});\n"


def load_test(fields: Fields, _: Random) -> str:
    return (
        f"http.post(`${{BASE}}/identify`, JSON.stringify({literal(fields)}), "
        '{ headers: { "Content-Type": "application/json" } });\n'
    )


def dispatched(fields: Fields, chance: Random) -> str:
    name = chance.choice(("store.dispatch", "dataLayer.push", "$emit"))
    return f"{name}({{ type: {c_quoted('login')}, payload: {literal(fields)} }})\n"


SHAPES = (
    Shape("axios-post", axios),
    Shape("k6-post", load_test),
    Shape("dispatched-object", dispatched),
)
