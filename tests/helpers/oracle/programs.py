"""Shapes of code that computes what it passes, and of what bundlers and frameworks make of code and data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from oracle.pages import call, literal, page
from oracle.shape import Shape, c_quoted

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import Fields


def flight(fields: Fields) -> str:
    """Write rows of React's Flight protocol: a ``$`` that begins a text is doubled."""
    user = {name: f"${value}" if value.startswith("$") else value for name, value in fields.items()}
    note = "Notes: 5é\n"
    element = ["$", "$L2", None, {"user": user, "at": "$D2026-11-28T00:00:00.000Z"}]
    rows = (
        '1:"$Sreact.fragment"',
        '2:I[123,["7","static/chunks/7.js"],"default"]',
        f"3:T{len(note.encode()):x},{note}4:null",
        f"5:{json.dumps(element, ensure_ascii=False)}",
        '6:{"metadata":"$undefined"}',
    )
    return "\n".join(rows) + "\n"


def pushes(texts: list[str]) -> str:
    rows = "".join(f"<script>self.__next_f.push([1,{c_quoted(text)}])</script>" for text in texts)
    return (
        f"<!DOCTYPE html><html><body><script>(self.__next_f=self.__next_f||[]).push([0])</script>{rows}</body></html>\n"
    )


def next_push(fields: Fields, _: Random) -> str:
    return pushes([flight(fields)])


def next_split_push(fields: Fields, chance: Random) -> str:
    stream = flight(fields)
    at = chance.randrange(1, len(stream))
    return pushes([stream[:at], stream[at:]])


def next_script(fields: Fields, _: Random) -> str:
    inner = json.dumps(["$", "script", None, {"dangerouslySetInnerHTML": {"__html": call(fields)}}], ensure_ascii=False)
    return pushes([f"a:{inner}\n"])


def webpack_module(code: str) -> str:
    text = f"__webpack_require__.r(__webpack_exports__);\n{code}\n\n//# sourceURL=webpack://app/./src/index.js?"
    return (
        '/***/ "./src/index.js":\n/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {\n\n'
        f'"use strict";\neval({c_quoted(text)});\n\n/***/ }})\n'
    )


def webpack_eval(fields: Fields, _: Random) -> str:
    return webpack_module(call(fields))


def webpack_eval_names(fields: Fields, _: Random) -> str:
    imported = 'var _a__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./src/a.js");'
    return webpack_module(f"{imported}\nconst me = {literal(fields)};\nwindow.Convot.identify({{ ...me }});")


def for_each(fields: Fields, _: Random) -> str:
    return f"const users = [{literal(fields)}];\nusers.forEach((user) => Convot.identify(user));\n"


def for_of(fields: Fields, _: Random) -> str:
    return f"for (const user of [{literal(fields)}]) {{\n  Convot.identify({{ ...user }});\n}}\n"


def getters(fields: Fields, _: Random) -> str:
    rows = "".join(f"  get {name}() {{ return {c_quoted(value)}; }},\n" for name, value in fields.items())
    return f"const me = {{\n{rows}}};\nConvot.identify(me);\n"


def promise(fields: Fields, _: Random) -> str:
    return f"Promise.resolve({literal(fields)}).then((user) => {{ Convot.identify(user); }});\n"


def asynchronous(fields: Fields, _: Random) -> str:
    return (
        f"async function me() {{\n  return {literal(fields)};\n}}\n"
        "(async () => {\n  const user = await me();\n  Convot.identify(user);\n})();\n"
    )


def class_instance(fields: Fields, _: Random) -> str:
    rows = "".join(f"  {name} = {c_quoted(value)};\n" for name, value in fields.items())
    return f"class Me {{\n{rows}}}\nConvot.identify(new Me());\n"


def parsed(fields: Fields, _: Random) -> str:
    written = json.dumps(json.dumps({"user": fields}, ensure_ascii=False), ensure_ascii=False)
    return f"const state = JSON.parse({written});\nConvot.identify(state.user);\n"


def entries(fields: Fields, _: Random) -> str:
    pairs = json.dumps(list(map(list, fields.items())), ensure_ascii=False)
    return f"Convot.identify(Object.fromEntries({pairs}));\n"


def template_comment(fields: Fields, chance: Random) -> str:
    opening, closing = chance.choice((("{#", "#}"), ("{{!--", "--}}"), ("{{--", "--}}"), ("<%#", "%>"), ("@*", "*@")))
    return f"{opening} Convot.identify({{ email: 'old@example.com' }}); {closing}\n{page(call(fields))}"


SHAPES = (
    Shape("next-f-push", next_push),
    Shape("next-f-split-push", next_split_push),
    Shape("next-f-script", next_script),
    Shape("js-webpack-eval", webpack_eval),
    Shape("js-webpack-eval-names", webpack_eval_names),
    Shape("js-for-each", for_each),
    Shape("js-for-of", for_of),
    Shape("js-getters", getters),
    Shape("js-promise", promise),
    Shape("js-async", asynchronous),
    Shape("js-class", class_instance),
    Shape("js-json-parse", parsed),
    Shape("js-from-entries", entries),
    Shape("page-template-comment", template_comment),
)
