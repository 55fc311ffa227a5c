"""Calls that are written plainly are read without a syntax tree, with the same result."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from oracle.sampling import TURNS, sample
from oracle.shapes import SHAPES
from paste import EMAIL, sign
from printed import all_texts
from writers import WRITERS
from written_calls import WRITTEN

from convot_inspector.core.reading.javascript.calls import read_by_grammar, read_calls
from convot_inspector.core.reading.javascript.plain_call import read_plain_call
from convot_inspector.core.reading.source import Reading, Source

HASH = sign(EMAIL)
OBJECT = f'{{email: "{EMAIL}", user_hash: "{HASH}"}}'

PLAIN = {
    "on one line": f"Convot.identify({OBJECT})",
    "of window": f"\n\twindow.Convot.identify( {OBJECT} ) ;\r\n",
    "on lines": f"Convot.identify({{\r\n  'email' : '{EMAIL}' ,\r\n  \"user_hash\": \"{HASH}\",\r\n}});",
    "numbers": f'Convot.identify({{external_id: 482913, n: 0, "user_hash": "{HASH}"}})',
    "constants": "Convot.identify({external_id: null, email: undefined, a: true, b: false})",
    "nothing": "Convot.identify({})",
    "a name twice": f'Convot.identify({{email: "a@b.cc", email: "{EMAIL}", user_hash: "{HASH}", email: "c@d.ee"}})',
    "names that are keywords": 'Convot.identify({class: "a", get: "b", set: 1, async: "c", new: null, in: 0})',
    "names that are no names": 'Convot.identify({"": "a", "a b": "b", "__proto__": "c", "constructor": "d", "1": "e"})',
    "signs in values": """Convot.identify({a: "</script>", b: "/* // <!-- -->", c: "${x} {{y}} <%", d: '"&amp;`'})""",
    "a call in a value": 'Convot.identify({a: "Convot.identify({email: 1})", b: "(a = window.Convot)", c: "x"})',
    "other alphabets": 'Convot.identify({email: "zoë@例え.example", name: "مريم 💡 ", "ñ": "\u00a0\u200b"})',
}
LEFT_TO_THE_GRAMMAR = {
    "an escape": r'Convot.identify({email: "a\u0040b.cc"})',
    "a comment": "Convot.identify({email: 'a@b.cc' /* his */})",
    "a name": "Convot.identify({email, user_hash: hash})",
    "an object": 'Convot.identify({custom_data: {plan: "pro"}})',
    "a template": "Convot.identify({email: `a@b.cc`})",
    "a spread": "Convot.identify({...user})",
    "octal": "Convot.identify({external_id: 0123})",
    "a fraction": "Convot.identify({external_id: 1.0})",
    "a rounded number": "Convot.identify({external_id: 12345678901234567890})",
    "a second argument": f"Convot.identify({OBJECT}, done)",
    "another call": f"Convot.identify({OBJECT}); Convot.identify({OBJECT})",
    "words before": f"We send Convot.identify({OBJECT})",
    "words behind": f"Convot.identify({OBJECT}) fails",
    "cut off": 'Convot.identify({email: "a@b.cc"',
    "two commas": 'Convot.identify({email: "a@b.cc",,})',
    "no comma": 'Convot.identify({a: "b" c: "d"})',
    "a line end in a text": 'Convot.identify({a: "b\nc"})',
    "half of a pair": 'Convot.identify({a: "\ud83d"})',
    "NUL": 'Convot.identify({a: "\0"})',
    "long": f'Convot.identify({{a: "{"x" * 5000}"}})',
}


def is_the_same(text: str) -> bool:
    """Return whether the text is read without a syntax tree; fail if that gives anything else."""
    call = read_plain_call(Source(text))
    if call is None:
        return False
    assert read_by_grammar(Source(text)) == Reading("javascript", (call,)), text
    return True


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_plain_calls_are_read_as_the_grammar_reads_them(text: str) -> None:
    assert is_the_same(text)
    assert read_calls(Source(text)) == read_by_grammar(Source(text))


@pytest.mark.parametrize("text", LEFT_TO_THE_GRAMMAR.values(), ids=LEFT_TO_THE_GRAMMAR)
def test_anything_else_is_left_to_the_grammar(text: str) -> None:
    assert read_plain_call(Source(text)) is None


def test_real_and_generated_texts_are_read_as_the_grammar_reads_them() -> None:
    payload = {"email": EMAIL, "user_hash": HASH, "name": "Zoë O'Neil"}
    texts = [text for _, text in all_texts()]
    texts += [writer.write(payload) for writer in WRITERS.values()]
    texts += WRITTEN.values()
    texts += [sample(shape, number).text for shape in SHAPES.values() for number in range(len(TURNS))]
    assert sum(map(is_the_same, texts)) > 20


TEXTS = st.text(max_size=20) | st.text("aé@. '\"`\\/<>&#${}[](),;:=%*-+\u00a0\u200b\ufeff\u2028\t\x85", max_size=12)
VALUES = TEXTS | st.integers(-5, 10**17) | st.booleans() | st.none()
SPACES = st.text(" \t\r\n\f\u00a0", max_size=2)


@given(st.lists(st.tuples(TEXTS | st.sampled_from(("email", "user_hash")), VALUES), max_size=4), st.lists(SPACES))
@example([("email", "é "), ("email", "a")], ["\r", "\n"])
def test_any_values_are_read_as_the_grammar_reads_them(members: list[tuple[str, object]], spaces: list[str]) -> None:
    blanks = iter(spaces)

    def written(value: object) -> str:
        return f"{next(blanks, '')}{json.dumps(value, ensure_ascii=False)}{next(blanks, '')}"

    body = ",".join(f"{written(name)}:{written(value)}" for name, value in members)
    is_the_same(f"{next(blanks, '')}Convot.identify({next(blanks, '')}{{{body}}}{next(blanks, '')})")
