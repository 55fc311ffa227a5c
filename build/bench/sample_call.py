"""The call that the benchmarks inspect: the example of the documentation, both its hashes right."""

from __future__ import annotations

import hmac

SECRET = "0123456789abcdef" * 4
SHOP = "johns-store.myshopify.com"
HASH = hmac.digest(SECRET.encode(), SHOP.encode(), "sha256").hex()
CALL = f"""\
Convot.identify({{
  external_id: "{SHOP}",
  email: "john@example.com",
  user_hash: "{HASH}",
  shop: "{SHOP}",
  shop_hash: "{HASH}"
}});
"""
