"""A value or a hash that is right under another name: renaming is the only thing that is wrong and to be done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, SHOP, call, sign

from convot_inspector import AppSecrets, inspect_text

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Diagnosis

ID = "cus-99"
OF_ID = ("externalId", "external-id", "userId", "user_id", "UserID", "id", "uid")
OF_HASH = ("userHash", "user-hash", "hash", "hmac", "signature", "identifier_hash")
RENAMING = {"field-renamed", "field-nested", "hash-in-other-field"}


def diagnosis(text: str) -> Diagnosis:
    inspection = inspect_text(text, AppSecrets(SECRET))
    (found,) = inspection.diagnoses()
    return found


def leads(found: Diagnosis) -> list[tuple[str, str]]:
    return [(each.id, each.detail) for each in found.lead]


@pytest.mark.parametrize("name", OF_ID)
def test_an_external_id_under_another_name_is_only_renamed(name: str) -> None:
    found = diagnosis("Convot.identify(" + json.dumps({name: ID, "email": EMAIL, "user_hash": sign(ID)}) + ")")
    assert (found.conclusion, found.inspected.user.causes) == ("proven", ("field-renamed",))
    assert leads(found) == [("field-renamed", name)]
    assert [each.id for each in found.inspected.findings] == ["field-renamed"]


@pytest.mark.parametrize("of_id", OF_ID)
@pytest.mark.parametrize("of_hash", OF_HASH)
def test_value_and_hash_under_other_names_are_both_renamed(of_id: str, of_hash: str) -> None:
    fields = {of_id: ID, "email": EMAIL, of_hash: sign(ID)}
    found = diagnosis(f"Convot.identify({json.dumps(fields)})")
    assert (found.conclusion, found.inspected.user.status) == ("misplaced", "missing")
    assert leads(found) == [("field-renamed", of_id), ("hash-in-other-field", of_hash)]
    alone = diagnosis(f"Convot.identify({json.dumps({of_id: ID, of_hash: sign(ID)})})")
    assert (alone.inspected.user.status, leads(alone)) == (
        "absent",
        [("field-renamed", of_id), ("field-renamed", of_hash)],
    )


def test_other_mistakes_come_on_top_of_the_name() -> None:
    found = diagnosis(call(externalId=ID, email=EMAIL, userHash=sign(ID).upper()))
    assert found.inspected.user.causes == ("field-renamed", "digest-upper-case", "hash-in-other-field")


@pytest.mark.parametrize("of_shop", ["shopDomain", "shop_domain", "Shop"])
@pytest.mark.parametrize("of_hash", ["shopHash", "shop-hash", "shop_hash"])
def test_a_shop_under_another_name_is_only_renamed(of_shop: str, of_hash: str) -> None:
    fields = {"email": EMAIL, "user_hash": sign(EMAIL), of_shop: SHOP, of_hash: sign(SHOP)}
    found = diagnosis(f"Convot.identify({json.dumps(fields)})")
    renamed = {name for name in (of_shop, of_hash) if name != "shop_hash"}
    assert {name for id_, name in leads(found) if id_ in RENAMING} == renamed
    assert RENAMING.issuperset(id_ for id_, _ in leads(found))


def test_a_field_that_means_something_else_was_signed_wrongly() -> None:
    found = diagnosis(call(customer=ID, email=EMAIL, user_hash=sign(ID)))
    assert found.inspected.user.causes == ("wrong-field",)
    found = diagnosis(call(external_id="7", userId=ID, email=EMAIL, user_hash=sign(ID)))
    assert found.inspected.user.causes == ("wrong-field",)


def test_renaming_that_would_break_a_right_hash_is_no_error() -> None:
    found = diagnosis(call(externalId=ID, email=EMAIL, userHash=sign(EMAIL)))
    assert leads(found) == [("hash-in-other-field", "userHash")]
    (renamed,) = [each for each in found.inspected.findings if each.id == "field-renamed"]
    assert renamed.severity != "error"
