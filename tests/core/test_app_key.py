from __future__ import annotations

import pytest

from convot_inspector.core.app_key import MAX_LENGTH, key_problem, keys_in

PAGE = """<script>window.Convot = { app_id: "app_3f9c12bc" };</script>"""


@pytest.mark.parametrize("key", ["app_3f9c12bc", "app_x", "app_A-b_9", "app_" + "x" * (MAX_LENGTH - 4)])
def test_valid_app_keys(key: str) -> None:
    assert key_problem(key) == ""
    assert keys_in(f"'{key}'", {key}) == (key,)


@pytest.mark.parametrize(
    "text", ["", "app_", "App_1", "app-1", "x app_1", "app_1 ", "app_é", "app_" + "x" * MAX_LENGTH]
)
def test_invalid_app_keys(text: str) -> None:
    problem = key_problem(text)
    assert "app_" in problem
    assert not text.strip() or text == "app_" or text not in problem


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (PAGE, ("app_3f9c12bc",)),
        ("", ()),
        ("app_3f9c12bcd and xapp_3f9c12bc and app_3f9c12b", ()),
        ("myapp_other app_other", ("app_other",)),
        ("app_other, app_3f9c12bc, app_other", ("app_other", "app_3f9c12bc")),
        ("app_id app_key app_name", ()),
        ("APP_3F9C12BC", ()),
        ("app_app_other", ()),
        ("https://cdn.example/app_3f9c12bc.js?app_other", ("app_3f9c12bc", "app_other")),
    ],
)
def test_only_whole_keys_that_are_known_are_found(text: str, found: tuple[str, ...]) -> None:
    assert keys_in(text, {"app_3f9c12bc", "app_other"}) == found
    assert keys_in(text, ()) == ()
