"""Shapes of printed objects: toString, inspect, repr, dump."""

from __future__ import annotations

from pprint import pformat
from typing import TYPE_CHECKING

from oracle.shape import (
    Shape,
    ascii_only,
    ascii_quoted,
    backslash_single,
    c_quoted,
    elixir_quoted,
    haskell_quoted,
    joined,
    perl_quoted,
    plist_quoted,
    raw,
    renamed,
    ruby_quoted,
    with_nulls,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import (
        Fields,
    )

    Render = Callable[[Fields, Random], str]


def record(
    form: str, style: str, pair: str, separator: str, quote: Callable[[str], str] = raw, null: str = "null"
) -> Render:
    """Write all members of a record; ``form``: a format with {} for the members."""

    def render(fields: Fields, _: Random) -> str:
        return form.replace("{}", joined(with_nulls(fields, style), pair, separator, quote, null))

    return render


def mapping(form: str, style: str, pair: str, separator: str, quote: Callable[[str], str] = raw) -> Render:
    """Write the entries of a map; ``form``: a format with {} for the entries."""

    def render(fields: Fields, _: Random) -> str:
        return form.replace("{}", joined(renamed(fields, style), pair, separator, quote, "null"))

    return render


def php_print_r(fields: Fields, _: Random) -> str:
    rows = "".join(f"    [{name}] => {value}\n" for name, value in fields.items())
    return f"Array\n(\n{rows})\n"


def php_var_dump(fields: Fields, _: Random) -> str:
    rows = "".join(f'  ["{n}"]=>\n  string({len(v.encode())}) "{v}"\n' for n, v in fields.items())
    return f"array({len(fields)}) {{\n{rows}}}\n"


def php_var_dump_object(fields: Fields, _: Random) -> str:
    members = with_nulls(fields, "camel")
    rows = "".join(
        f'  ["{n}"]=>\n  ' + ("NULL\n" if v is None else f'string({len(v.encode())}) "{v}"\n')
        for n, v in members.items()
    )
    return f"object(App\\Models\\User)#7 ({len(members)}) {{\n{rows}}}\n"


def php_serialize(fields: Fields, _: Random) -> str:
    def text(value: str) -> str:
        return f's:{len(value.encode())}:"{value}";'

    return f"a:{len(fields)}:{{" + "".join(text(name) + text(value) for name, value in fields.items()) + "}"


def go_values(fields: Fields, _: Random) -> str:
    return (
        "{"
        + " ".join(value or "" for value in (fields.get(n, "") for n in ("external_id", "email", "user_hash")))
        + "}"
    )


def go_quoted(fields: Fields, _: Random) -> str:
    return "{" + " ".join(c_quoted(fields.get(n, "")) for n in ("external_id", "email", "user_hash", "name")) + "}"


def go_plus(fields: Fields, _: Random) -> str:
    members = with_nulls(fields, "go")
    return "{" + " ".join(f"{name}:{value or ''}" for name, value in members.items()) + "}"


def go_sharp(fields: Fields, _: Random) -> str:
    members = with_nulls(fields, "go")
    return "main.User{" + ", ".join(f"{name}:{c_quoted(value or '')}" for name, value in members.items()) + "}"


def go_map(fields: Fields, _: Random) -> str:
    return "map[" + " ".join(f"{name}:{value}" for name, value in sorted(fields.items())) + "]"


def scala_case_class(fields: Fields, _: Random) -> str:
    def option(value: str | None) -> str:
        return "None" if value is None else f"Some({value})"

    members = (fields.get(name) for name in ("external_id", "email", "user_hash", "shop"))
    return f"Identity({','.join(option(value) for value in members)})"


def rust(form: str, separator: str) -> Render:
    def render(fields: Fields, _: Random) -> str:
        members = with_nulls(fields, "snake").items()
        return form.replace(
            "{}", separator.join(f"{n}: " + ("None" if v is None else f"Some({c_quoted(v)})") for n, v in members)
        )

    return render


def rust_pretty(fields: Fields, _: Random) -> str:
    def option(value: str | None) -> str:
        return "None" if value is None else f"Some(\n        {c_quoted(value)},\n    )"

    rows = "".join(f"    {name}: {option(value)},\n" for name, value in with_nulls(fields, "snake").items())
    return f"[src/main.rs:12:5] &user = User {{\n{rows}}}\n"


def swift(form: str, pair: str, separator: str) -> Render:
    def render(fields: Fields, _: Random) -> str:
        return form.replace(
            "{}", joined(with_nulls(fields, "camel"), pair, separator, lambda v: f"Optional({c_quoted(v)})", "nil")
        )

    return render


def swift_dump(fields: Fields, _: Random) -> str:
    def row(name: str, value: str | None) -> str:
        if value is None:
            return f"  - {name}: nil\n"
        return f"  ▿ {name}: Optional({c_quoted(value)})\n    - some: {c_quoted(value)}\n"

    return "▿ App.User\n" + "".join(row(n, v) for n, v in with_nulls(fields, "camel").items())


def python_dataclass(fields: Fields, _: Random) -> str:
    return f"User({', '.join(f'{n}={v!r}' for n, v in with_nulls(fields, 'snake').items())})"


def python_pydantic(fields: Fields, _: Random) -> str:
    return " ".join(f"{n}={v!r}" for n, v in with_nulls(fields, "snake").items())


def python_pprint(fields: Fields, _: Random) -> str:
    return pformat(fields, sort_dicts=False, width=79)


def ruby_object(fields: Fields, chance: Random) -> str:
    members = ", ".join(f"@{n}={ruby_quoted(v)}" for n, v in fields.items())
    return f"#<User:0x{chance.getrandbits(64):016x} {members}>"


def active_record(fields: Fields, chance: Random) -> str:
    members = joined(with_nulls(fields, "snake"), "{name}: {value}", ", ", ruby_quoted, "nil")
    return f'#<User id: {chance.randrange(10_000)}, {members}, created_at: "2026-02-03 10:11:12.000000000 +0000">'


def elixir_struct(fields: Fields, _: Random) -> str:
    return f"%MyApp.User{{{joined(with_nulls(fields, 'snake'), '{name}: {value}', ', ', elixir_quoted, 'nil')}}}"


def erlang(fields: Fields, _: Random) -> str:
    pairs = (f"{{{n},<<{c_quoted(v)}{'' if v.isascii() else '/utf8'}>>}}" for n, v in fields.items())
    return f"[{','.join(pairs)}]"


def r_list(fields: Fields, _: Random) -> str:
    return "".join(f"${name}\n[1] {c_quoted(value)}\n\n" for name, value in fields.items())


def node_inspect(fields: Fields, _: Random) -> str:
    def quoted(value: str) -> str:
        for quote in "'\"`":
            if quote not in value and (quote != "`" or "${" not in value):
                return quote + value.replace("\\", "\\\\") + quote
        return backslash_single(value)

    return "{\n" + ",\n".join(f"  {name}: {quoted(value)}" for name, value in fields.items()) + "\n}"


SHAPES = (
    Shape("java-idea-tostring", record("User{{}}", "camel", "{name}='{value}'", ", "), "plain"),
    Shape("java-record", record("User[{}]", "camel", "{name}={value}", ", "), "plain"),
    Shape("java-lombok", record("User(super=Person(), {})", "camel", "{name}={value}", ", "), "plain"),
    Shape("java-map", mapping("{{}}", "camel", "{name}={value}", ", "), "plain"),
    Shape(
        "java-commons-builder",
        record("com.acme.User@1b6d3586[{}]", "camel", "{name}={value}", ",", null="<null>"),
        "plain",
    ),
    Shape("kotlin-data-class", record("User({})", "camel", "{name}={value}", ", "), "plain"),
    Shape("kotlin-map", mapping("{{}}", "snake", "{name}={value}", ", "), "plain"),
    Shape("groovy-map", mapping("[{}]", "snake", "{name}:{value}", ", "), "plain"),
    Shape("scala-case-class", scala_case_class, "never", names_ids=False),
    Shape("scala-map", mapping("Map({})", "snake", "{name} -> {value}", ", "), "plain"),
    Shape("csharp-record", record("User { {} }", "pascal", "{name} = {value}", ", ", null=""), "plain"),
    Shape("csharp-anonymous", mapping("{ {} }", "camel", "{name} = {value}", ", "), "plain"),
    Shape("fsharp-record", record("{ {} }", "pascal", "{name} = {value}", "\n  ", c_quoted)),
    Shape("rust-debug", rust("User { {} }", ", ")),
    Shape("rust-pretty", rust_pretty),
    Shape("swift-struct", swift("User({})", "{name}: {value}", ", ")),
    Shape("swift-dictionary", mapping("[{}]", "snake", '"{name}": {value}', ", ", c_quoted)),
    Shape("swift-dump", swift_dump),
    Shape("objc-dictionary", mapping("{\n    {};\n}", "snake", '"{name}" = {value}', ";\n    ", plist_quoted)),
    Shape("go-v", go_values, "never", names_ids=False),
    Shape("go-plus-v", go_plus, "plain"),
    Shape("go-sharp-v", go_sharp),
    Shape("go-q", go_quoted, "never", names_ids=False),
    Shape("go-map", go_map, "plain"),
    Shape("elixir-struct", elixir_struct),
    Shape("elixir-map", mapping("%{{}}", "snake", '"{name}" => {value}', ", ", elixir_quoted)),
    Shape("erlang-proplist", erlang),
    Shape("dart-tostring", record("User({})", "camel", "{name}: {value}", ", "), "plain"),
    Shape("dart-map", mapping("{{}}", "snake", "{name}: {value}", ", "), "plain"),
    Shape("dart-instance", record("Instance of User {{}}", "camel", "{name}: {value}", ", "), "plain"),
    Shape("ruby-struct", record("#<struct User {}>", "snake", "{name}={value}", ", ", ruby_quoted, "nil")),
    Shape("ruby-object", ruby_object),
    Shape("ruby-active-record", active_record),
    Shape("ruby-hash-rocket", mapping("{{}}", "snake", '"{name}"=>{value}', ", ", ruby_quoted)),
    Shape("ruby-hash-symbols", mapping("{{}}", "snake", ":{name}=>{value}", ", ", ruby_quoted)),
    Shape("python-dataclass", python_dataclass),
    Shape("python-pydantic", python_pydantic),
    Shape("python-dict", lambda fields, _: repr(fields)),
    Shape("python-pprint", python_pprint),
    Shape("python-django-querydict", lambda f, _: f"<QueryDict: { ({n: [v] for n, v in f.items()})!r}>"),
    Shape("php-print-r", php_print_r, "line"),
    Shape("php-var-dump", php_var_dump),
    Shape("php-var-dump-object", php_var_dump_object),
    Shape("php-var-export", mapping("array (\n  {},\n)", "snake", "'{name}' => {value}", ",\n  ", backslash_single)),
    Shape("php-serialize", php_serialize),
    Shape(
        "laravel-dd", mapping("array:3 [▼\n  {}\n]", "snake", '"{name}" => "{value}"', "\n  "), allowed=without('"\\')
    ),
    Shape(
        "haskell-record",
        record("User {{}}", "camel", "{name} = {value}", ", ", lambda v: f"Just {haskell_quoted(v)}", "Nothing"),
    ),
    Shape("clojure-map", mapping("{{}}", "kebab", ":{name} {value}", ", ", c_quoted)),
    Shape("lua-table", mapping("{ {} }", "snake", "{name} = {value}", ", ", c_quoted)),
    Shape(
        "perl-dumper",
        mapping("$VAR1 = {\n          {}\n        };", "snake", "'{name}' => {value}", ",\n          ", perl_quoted),
    ),
    Shape("r-list", r_list),
    Shape("node-inspect", node_inspect),
    Shape("json-ascii", mapping("{{}}", "snake", '"{name}": {value}', ", ", ascii_quoted)),
    Shape("json-pascal-dotnet", mapping("{{}}", "pascal", '"{name}":{value}', ",", ascii_quoted)),
    Shape("julia-struct", record("User({})", "snake", "{name}={value}", ", ", c_quoted, "nothing")),
    Shape("cpp-debug", mapping("[DEBUG] user = { {} }", "snake", ".{name} = {value}", ", ", c_quoted)),
    Shape("gdb-struct", mapping("$1 = {{}}", "snake", "{name} = 0x55d0c8 {value}", ", ", c_quoted), allowed=ascii_only),
    Shape("crystal-struct", mapping("User({})", "snake", "@{name}={value}", ", ", ruby_quoted)),
    Shape("delphi-strings", mapping("{}", "pascal", "{name}={value}", "\n"), "line"),
    Shape("coldfusion-struct", mapping("{{}}", "upper", "{name}={{value}}", ", "), "plain", without("{}")),
)
