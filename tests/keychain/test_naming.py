from __future__ import annotations

import pytest

from convot_inspector.keychain.errors import InvalidName
from convot_inspector.keychain.naming import normalized_name, validated_name

INVISIBLE = [
    "\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f",
    "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\u206f",
    "\u2800", "\u3164", "\ufe00", "\ufe0f", "\ufeff", "\uffa0", "\U000e0041", "\U000e0101",
]  # fmt: skip


@pytest.mark.parametrize("character", INVISIBLE, ids=[f"{ord(c):04X}" for c in INVISIBLE])
@pytest.mark.parametrize("form", ["{}Acme", "Ac{}me", "Acme{}", "Acme {}", "A{0}c{0}me{0}"])
def test_no_two_names_look_alike(character: str, form: str) -> None:
    with pytest.raises(InvalidName):
        validated_name(form.format(character), {normalized_name("Acme")})


@pytest.mark.parametrize("character", INVISIBLE, ids=[f"{ord(c):04X}" for c in INVISIBLE])
def test_no_name_is_invisible(character: str) -> None:
    with pytest.raises(InvalidName):
        validated_name(character, ())


@pytest.mark.parametrize(
    "name", ["Åcme & Söhne", "\u05d0\u05d1\u05d2", "می\u200cخواهم", "👩\u200d💻 Acme", "☎\ufe0f Acme"]
)
def test_names_of_all_languages_are_kept(name: str) -> None:
    assert validated_name(name, ()) == name
