"""Shapes of pages, bundles and tools' exports: the call in front-end code, with other code beside it."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

from oracle.shape import Shape, c_quoted, joined, renamed

if TYPE_CHECKING:
    from random import Random

    from oracle.shape import Fields


def literal(fields: Fields) -> str:
    return "{ " + joined(fields, "{name}: {value}", ", ", c_quoted, "null") + " }"


def call(fields: Fields) -> str:
    return f"Convot.identify({literal(fields)});\n"


def page(code: str) -> str:
    return f"<!doctype html>\n<html><head><title>App</title></head><body>\n<script>\n{code}</script>\n</body></html>\n"


def hidden_inputs(fields: Fields, _: Random) -> str:
    rows = "".join(f'  <input type="hidden" name="{n}" value="{html.escape(v)}">\n' for n, v in fields.items())
    return f'<form id="convot">\n{rows}</form>\n'


def meta_tags(fields: Fields, _: Random) -> str:
    named = renamed(fields, "kebab").items()
    return "".join(f'<meta name="convot-{name}" content="{html.escape(value)}">\n' for name, value in named)


def data_attributes(fields: Fields, _: Random) -> str:
    named = renamed(fields, "kebab").items()
    return f'<div id="convot" {" ".join(f"data-{n}={chr(34)}{html.escape(v)}{chr(34)}" for n, v in named)}></div>\n'


def settings_object(fields: Fields, _: Random) -> str:
    return page(f"window.convotSettings = {literal(fields)};\nvar w = window;\nw.Convot.identify(w.convotSettings);\n")


def current_user(fields: Fields, _: Random) -> str:
    return page(f"window.currentUser = {literal(fields)};\n")


def members(fields: Fields, _: Random) -> str:
    pairs = ", ".join(f"{name}: user.{name}" for name in fields)
    return f"const user = {literal(fields)};\nConvot.identify({{ {pairs} }});\n"


def completed(fields: Fields, _: Random) -> str:
    rows = "".join(f"me.{name} = {c_quoted(value)};\n" for name, value in fields.items())
    return f"const me = {{}};\n{rows}Convot.identify(me);\n"


def spread(fields: Fields, _: Random) -> str:
    rest = {name: value for name, value in fields.items() if name != "user_hash"}
    return (
        f"const base = {literal(rest)};\nConvot.identify({{ ...base, user_hash: {c_quoted(fields['user_hash'])} }});\n"
    )


def object_assign(fields: Fields, _: Random) -> str:
    rest = {name: value for name, value in fields.items() if name != "user_hash"}
    return f"Convot.identify(Object.assign({{}}, {literal(rest)}, {literal({'user_hash': fields['user_hash']})}));\n"


def destructured(fields: Fields, _: Random) -> str:
    return f"const {{ identify }} = window.Convot;\nidentify({literal(fields)});\n"


def arrow(fields: Fields, _: Random) -> str:
    return f"const me = () => ({literal(fields)});\nConvot.identify(me());\n"


def optional_call(fields: Fields, _: Random) -> str:
    return f"window?.Convot?.identify?.({literal(fields)});\n"


def computed_names(fields: Fields, _: Random) -> str:
    return f'window["Convot"]["identify"]({json.dumps(fields, ensure_ascii=False, separators=(",", ":"))});\n'


def typescript(fields: Fields, _: Random) -> str:
    return f"(window as any).Convot.identify({literal(fields)} as const satisfies Identity);\n"


def jsx(fields: Fields, _: Random) -> str:
    return f'export default () => <ConvotProvider appId="app_1" user={{{literal(fields)}}} />;\n'


def vue(fields: Fields, _: Random) -> str:
    return (
        f"export default {{\n  data() {{\n    return {{ me: {literal(fields)} }};\n  }},\n"
        "  mounted() {\n    Convot.identify(this.me);\n  },\n};\n"
    )


def gtm_export(fields: Fields, _: Random) -> str:
    tag = {"type": "TEMPLATE", "key": "html", "value": f"<script>\n{call(fields)}</script>"}
    return json.dumps({"tag": [{"name": "Convot", "type": "html", "parameter": [tag]}]}, indent=2)


def android(fields: Fields, _: Random) -> str:
    return f"webView.evaluateJavascript({c_quoted(call(fields).rstrip())}, null);\n"


def segment(fields: Fields, _: Random) -> str:
    rest = {name: value for name, value in fields.items() if name != "user_hash"}
    traits = json.dumps(rest, ensure_ascii=False)
    return (
        f'analytics.identify({traits}, {{"integrations": {{"Convot": {{"user_hash": "{fields["user_hash"]}"}}}}}});\n'
    )


def command(fields: Fields, _: Random) -> str:
    return f'Convot("identify", {literal(fields)});\n'


def console_tree(fields: Fields, _: Random) -> str:
    """Write Chrome's shortened summary above the expanded object."""
    shown = ", ".join(f"{name}: '{value[:12]}…'" for name, value in list(fields.items())[:2])
    rows = "".join(f"    {name}: {c_quoted(value)}\n" for name, value in fields.items())
    return f"{{{shown}, …}}\n{rows}    [[Prototype]]: Object\n"


def sentry(fields: Fields, _: Random) -> str:
    user = {"ip_address": "203.0.113.9", **({"email": fields["email"]} if "email" in fields else {})}
    crumb = {"category": "console", "level": "log", "message": call(fields)}
    return json.dumps({"event_id": "0" * 32, "user": user, "breadcrumbs": {"values": [crumb]}}, indent=2)


def curl_above(fields: Fields, _: Random) -> str:
    return f"$ curl -s 'https://x.example.com/?shop=x.myshopify.com'\n{page(call(fields))}"


def server_code_above(fields: Fields, _: Random) -> str:
    return f"$hash = hash_hmac('sha256', $e, $s);\n\n{json.dumps(fields, ensure_ascii=False)}\n"


def commented_call_before(fields: Fields, _: Random) -> str:
    return f"// Convot.identify({{ email: user.email }});\n{call(fields)}"


SHAPES = (
    Shape("page-hidden-inputs", hidden_inputs),
    Shape("page-meta-tags", meta_tags),
    Shape("page-data-attributes", data_attributes),
    Shape("page-settings-object", settings_object),
    Shape("page-current-user", current_user),
    Shape("page-below-curl", curl_above),
    Shape("js-members", members),
    Shape("js-completed-object", completed),
    Shape("js-spread", spread),
    Shape("js-object-assign", object_assign),
    Shape("js-destructured-identify", destructured),
    Shape("js-arrow-payload", arrow),
    Shape("js-optional-call", optional_call),
    Shape("js-computed-names", computed_names),
    Shape("js-below-commented-call", commented_call_before),
    Shape("ts-as-const", typescript),
    Shape("jsx-props", jsx),
    Shape("vue-data", vue),
    Shape("gtm-export", gtm_export),
    Shape("android-evaluate", android),
    Shape("segment-identify", segment),
    Shape("convot-command", command),
    Shape("console-opened-object", console_tree),
    Shape("sentry-breadcrumb", sentry),
    Shape("json-below-server-code", server_code_above),
)
