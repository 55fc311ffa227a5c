"""Fields of an identify call for each status of the user hash and the shop hash."""

from __future__ import annotations

from paste import EMAIL, OTHER_SECRET, SHOP, Js, sign

USER: dict[str, dict[str, object]] = {
    "verified": {"email": EMAIL, "user_hash": sign(EMAIL)},
    "mismatch": {"email": EMAIL, "user_hash": sign(EMAIL, OTHER_SECRET)},
    "missing": {"email": EMAIL},
    "no-value": {"user_hash": sign(EMAIL)},
    "absent": {"name": "John Smith"},
    "not-checked": {"email": EMAIL, "user_hash": Js("hash")},
}

SHOPS: dict[str, dict[str, object]] = {
    "verified": {"shop": SHOP, "shop_hash": sign(SHOP)},
    "mismatch": {"shop": SHOP, "shop_hash": sign(SHOP, OTHER_SECRET)},
    "missing": {"shop": SHOP},
    "no-value": {"shop_hash": sign(SHOP)},
    "absent": {},
    "not-checked": {"shop": SHOP, "shop_hash": Js("hash")},
}

# external_id is a shop domain.

DOMAIN: dict[str, dict[str, object]] = {
    "verified": {"external_id": SHOP, "user_hash": sign(SHOP)},
    "mismatch": {"external_id": SHOP, "user_hash": sign(SHOP, OTHER_SECRET)},
    "missing": {"external_id": SHOP},
    "not-checked": {"external_id": SHOP, "user_hash": Js("hash")},
}
