"""Complete code that makes a correct hash, in the languages of servers, ready to copy.

Each takes the secret from the environment, under the name of Convot's own examples
(https://help.convot.io/en/article/app-key-and-identity-secret), and stops where it is not set: an empty secret gives
hashes that look right. The tests run every snippet.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.convot import EXTERNAL_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]{0,59}", re.ASCII)
_MOST_FIELDS, _LONGEST_NAME = 20, 60


@dataclass(frozen=True)
class Snippet:
    """Code in three parts. ``imports`` stand at the top of a file, ``helper`` makes a hash, ``use`` calls it.

    ``name``: the name of the value to be signed in ``use``.
    """

    language: str
    imports: str
    helper: str
    use: str
    name: str

    @property
    def code(self) -> str:
        """All of it, with empty lines between."""
        return "\n\n".join(part for part in (self.imports, self.helper, self.use) if part) + "\n"


@dataclass(frozen=True)
class _Template:
    imports: str
    helper: str
    user: str
    shop: str
    names: tuple[str, str] = ("external_id", "email")


_TEMPLATES = {
    "Ruby": _Template(
        'require "openssl"',
        'def convot_hash(value)\n  OpenSSL::HMAC.hexdigest("SHA256", ENV.fetch("CONVOT_IDENTITY_SECRET"), value)\nend',
        "user_hash = convot_hash({name})",
        "shop_hash = convot_hash(shop)",
    ),
    "Node.js": _Template(
        'import { createHmac } from "node:crypto";',
        "function convotHash(value) {\n"
        "  // createHmac throws if the secret is not set.\n"
        '  return createHmac("sha256", process.env.CONVOT_IDENTITY_SECRET).update(value).digest("hex");\n'
        "}",
        "const userHash = convotHash({name});",
        "const shopHash = convotHash(shop);",
        ("externalId", "email"),
    ),
    "Python": _Template(
        "import hashlib\nimport hmac\nimport os",
        "def convot_hash(value: str) -> str:\n"
        '    secret = os.environ["CONVOT_IDENTITY_SECRET"]\n'
        "    return hmac.new(secret.encode(), value.encode(), hashlib.sha256).hexdigest()",
        "user_hash = convot_hash({name})",
        "shop_hash = convot_hash(shop)",
    ),
    "PHP": _Template(
        "",
        "function convot_hash(string $value): string\n"
        "{\n"
        '    $secret = getenv("CONVOT_IDENTITY_SECRET");\n'
        "    if (!$secret) {\n"
        '        throw new RuntimeException("CONVOT_IDENTITY_SECRET is not set");\n'
        "    }\n"
        '    return hash_hmac("sha256", $value, $secret);\n'
        "}",
        "$userHash = convot_hash({name});",
        "$shopHash = convot_hash($shop);",
        ("$externalId", "$email"),
    ),
    "Java": _Template(
        "import java.nio.charset.StandardCharsets;\n"
        "import java.security.GeneralSecurityException;\n"
        "import java.util.HexFormat;\n"
        "import java.util.Objects;\n"
        "import javax.crypto.Mac;\n"
        "import javax.crypto.spec.SecretKeySpec;",
        "static String convotHash(String value) throws GeneralSecurityException {\n"
        '    String secret = Objects.requireNonNull(System.getenv("CONVOT_IDENTITY_SECRET"));\n'
        '    Mac mac = Mac.getInstance("HmacSHA256");\n'
        '    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));\n'
        "    return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));\n"
        "}",
        "String userHash = convotHash({name});",
        "String shopHash = convotHash(shop);",
        ("externalId", "email"),
    ),
    "Go": _Template(
        'import (\n\t"crypto/hmac"\n\t"crypto/sha256"\n\t"encoding/hex"\n\t"log"\n\t"os"\n)',
        "func convotHash(value string) string {\n"
        '\tsecret := os.Getenv("CONVOT_IDENTITY_SECRET")\n'
        '\tif secret == "" {\n'
        '\t\tlog.Fatal("CONVOT_IDENTITY_SECRET is not set")\n'
        "\t}\n"
        "\tmac := hmac.New(sha256.New, []byte(secret))\n"
        "\tmac.Write([]byte(value))\n"
        "\treturn hex.EncodeToString(mac.Sum(nil))\n"
        "}",
        "userHash := convotHash({name})",
        "shopHash := convotHash(shop)",
        ("externalID", "email"),
    ),
    "C#": _Template(
        "using System;\nusing System.Security.Cryptography;\nusing System.Text;",
        "static string ConvotHash(string value)\n"
        "{\n"
        '    var secret = Environment.GetEnvironmentVariable("CONVOT_IDENTITY_SECRET")\n'
        '        ?? throw new InvalidOperationException("CONVOT_IDENTITY_SECRET is not set");\n'
        "    using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret)))\n"
        "    {\n"
        "        var digest = hmac.ComputeHash(Encoding.UTF8.GetBytes(value));\n"
        '        return BitConverter.ToString(digest).Replace("-", "").ToLowerInvariant();\n'
        "    }\n"
        "}",
        "var userHash = ConvotHash({name});",
        "var shopHash = ConvotHash(shop);",
        ("externalId", "email"),
    ),
    "Shopify Liquid": _Template(
        "",
        "{%- comment -%}\n"
        "  Liquid has no environment. Keep the secret in a metafield of your app, which no visitor can read.\n"
        "{%- endcomment -%}\n"
        "{%- assign secret = app.metafields.convot.identity_secret -%}",
        "{%- assign user_hash = {name} | hmac_sha256: secret -%}",
        "{%- assign shop_hash = shop.permanent_domain | hmac_sha256: secret -%}",
    ),
    "React Router": _Template(
        'import { createHmac } from "node:crypto";\n'
        'import { useEffect } from "react";\n'
        'import { useLoaderData } from "react-router"; // in Remix: "@remix-run/react"\n'
        'import { authenticate } from "../shopify.server";',
        "function convotHash(value) {\n"
        "  // createHmac throws if the secret is not set.\n"
        '  return createHmac("sha256", process.env.CONVOT_IDENTITY_SECRET).update(value).digest("hex");\n'
        "}",
        "",
        "",
    ),
}


def snippet(language: str, signed: str = EXTERNAL_ID, *, with_shop: bool = False) -> Snippet:
    """Return the code for ``user_hash`` of the field ``signed`` and, ``with_shop``, ``shop_hash`` of the shop."""
    row = _TEMPLATES[language]
    name = row.names[signed != EXTERNAL_ID]
    if language == "React Router":
        return Snippet(language, row.imports, row.helper, _route(signed, with_shop=with_shop), name)
    lines = [row.user.replace("{name}", name), *([row.shop] if with_shop else [])]
    if language == "Shopify Liquid":
        lines += ["", _liquid_page(signed, with_shop=with_shop)]
    return Snippet(language, row.imports, row.helper, "\n".join(lines), name)


HOLD_THE_PAGE = ("Shopify Liquid", "React Router")
"""Languages whose code holds what the page sends."""


def page(signed: str = EXTERNAL_ID, *, with_shop: bool = False, others: Sequence[str] = ()) -> str:
    """Return the call that the page then makes, with placeholders for values from the server, for any template.

    ``others``: the names of further fields that the page sends, which stay. At most 20 are written out.
    """
    fields = [(signed, signed), ("user_hash", "user_hash")]
    if with_shop:
        fields += [("shop", "shop"), ("shop_hash", "shop_hash")]
    lines = "".join(f'  {field}: "<{name} from the server>",\n' for field, name in fields)
    shown = [_property(name) for name in others if name != signed][:_MOST_FIELDS]
    lines += "".join(f'  {name}: "<as before>",\n' for name in shown)
    return f"Convot.identify({{\n{lines}}});\n"


def _property(name: str) -> str:
    """Return a field's name as a key of a JavaScript object: in quotes and ASCII unless it is a plain identifier."""
    short = excerpt(name, _LONGEST_NAME)
    return short if _IDENTIFIER.fullmatch(short) else json.dumps(short)


def _liquid_page(signed: str, *, with_shop: bool) -> str:
    fields = [(signed, signed), ("user_hash", "user_hash")]
    if with_shop:
        fields += [("shop", "shop.permanent_domain"), ("shop_hash", "shop_hash")]
    lines = "".join(f"    {field}: {{{{ {name} | json }}}},\n" for field, name in fields)
    return f"<script>\n  Convot.identify({{\n{lines}  }});\n</script>"


def _route(signed: str, *, with_shop: bool) -> str:
    """Return a route of a Shopify app: its loader makes the hash on the server; the page only gets the result."""
    of_user = "session.shop" if signed == EXTERNAL_ID else "session.onlineAccessInfo.associated_user.email"
    fields = [f"    {signed}: {of_user},", f"    user_hash: convotHash({of_user}),"]
    if with_shop:
        fields += ["    shop: session.shop,", "    shop_hash: convotHash(session.shop),"]
    lines = "\n".join(fields)
    return (
        "export async function loader({ request }) {\n"
        "  const { session } = await authenticate.admin(request);\n"
        f"  return {{\n{lines}\n  }};\n"
        "}\n\n"
        "export default function ConvotIdentity() {\n"
        "  const identity = useLoaderData();\n"
        "  useEffect(() => {\n    window.Convot?.identify(identity);\n  }, [identity]);\n"
        "  return null;\n"
        "}"
    )
