"""A call in a comment of a template language is not run, and does not hide the call that is."""

from __future__ import annotations

import pytest
from paste import EMAIL, inspect, only_call, sign

COMMENTS = {
    "Jinja": "{# @ #}",
    "Jinja's white space": "{#- @ -#}",
    "Handlebars": "{{!-- @ --}}",
    "over lines": "{{!--\n  @\n--}}",
    "Blade": "{{-- @ --}}",
    "Liquid": "{% comment %}\n@\n{% endcomment %}",
    "Django": "{%- comment 'old' -%}@{%- endcomment -%}",
    "ERB": "<%# @ %>",
    "JSP": "<%-- @ --%>",
    "Razor": "@* @ *@",
    "Go": "{{/* @ */}}",
    "Smarty": "{* @ *}",
    "ColdFusion": "<!--- @ --->",
}
PAGES = {
    "alone": "{}",
    "in a script": "<script>\n{}\n</script>",
    "around a script": "<p>x</p>\n{}\n<p>y</p>",
}


def written(comment: str, page: str, sent: str) -> str:
    call = f"Convot.identify({{ email: '{EMAIL}', user_hash: '{sent}' }});"
    inner = f"<script>\n{call}\n</script>" if page == "around a script" else call
    opening, _, closing = comment.rpartition(" @ ") if " @ " in comment else comment.rpartition("@")
    return PAGES[page].format(f"{opening} {inner} {closing}")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("comment", COMMENTS.values(), ids=COMMENTS.keys())
def test_it_is_checked_and_not_run(comment: str, page: str) -> None:
    for sent, status in ((sign(EMAIL), "verified"), ("0f" * 32, "mismatch")):
        text = written(comment, page, sent)
        found = only_call(text)
        assert (found.user.status, found.call.runs) == (status, False)
        assert text[found.call.fields["email"].start :].startswith(f"'{EMAIL}'")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("comment", COMMENTS.values(), ids=COMMENTS.keys())
def test_the_call_beside_it_is_the_call(comment: str, page: str) -> None:
    real = f"Convot.identify({{ email: 'real@b.cc', user_hash: '{sign('real@b.cc')}' }});"
    text = written(comment, page, sign(EMAIL))
    for both in (f"{text}\n<script>{real}</script>", f"<script>{real}</script>\n{text}"):
        (found,) = inspect(both).calls
        assert (found.user.status, found.call.runs, found.call.fields["email"].value) == ("verified", True, "real@b.cc")


CODE = (
    "var a = '{#'; @ var b = '#}';",
    "if (a) {{!--b; @ c--}}",
    "x = {*g() {}}; @ y = /a*}/;",
    "class A { #p = 1; f() { @ } }",
    "<script>var a = `{{--`; @ var b = `--}}`;</script>",
)


@pytest.mark.parametrize("code", CODE)
def test_the_same_signs_in_code_are_none(code: str) -> None:
    call = f"Convot.identify({{ email: '{EMAIL}', user_hash: '{sign(EMAIL)}' }});"
    found = only_call(code.replace("@", call))
    assert (found.user.status, found.call.runs) == ("verified", True)
