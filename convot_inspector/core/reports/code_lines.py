"""Code for a fix: one line in the languages of servers, and the right call. The tests run each line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.diagnosis.right_call import right_call
from convot_inspector.core.model import KNOWN_KINDS
from convot_inspector.core.reports.redaction import is_hash, printable
from convot_inspector.core.shown import Shown, ShownLines
from convot_inspector.core.wording.mistakes import MISTAKES

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Field, Redaction
    from convot_inspector.core.reports.redaction import Hashes

_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_NOT_VISIBLE = re.compile(r"[^ -~]")
_LONGEST = 400  # characters of an expression

LANGUAGES = ("Ruby", "Node.js", "Python", "PHP", "Java", "Go", "C#", "Shopify Liquid", "React Router")
"""Those that Convot's users write servers in: most build apps for Shopify."""

_SAME_AS = {"React Router": "Node.js"}

CODE: dict[str, dict[str, str]] = {
    "sign": {
        "Ruby": 'OpenSSL::HMAC.hexdigest("SHA256", identity_secret, value)',
        "Node.js": 'crypto.createHmac("sha256", identitySecret).update(value).digest("hex")',
        "Python": "hmac.new(identity_secret.encode(), value.encode(), hashlib.sha256).hexdigest()",
        "PHP": 'hash_hmac("sha256", $value, $identitySecret)',
        "Java": 'mac.init(new SecretKeySpec(identitySecret.getBytes(UTF_8), "HmacSHA256")); '
        "HexFormat.of().formatHex(mac.doFinal(value.getBytes(UTF_8)))",
        "Go": "mac := hmac.New(sha256.New, []byte(identitySecret)); mac.Write([]byte(value)); "
        "hex.EncodeToString(mac.Sum(nil))",
        "C#": "Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(identitySecret), "
        "Encoding.UTF8.GetBytes(value))).ToLowerInvariant()",
        "Shopify Liquid": "{{ value | hmac_sha256: identity_secret }}",
    },
    "hex": {
        "Ruby": "OpenSSL::HMAC.hexdigest(…)   # not Base64.encode64(OpenSSL::HMAC.digest(…))",
        "Node.js": '.digest("hex")   // not .digest("base64") or .digest()',
        "Python": ".hexdigest()   # not .digest() or base64.b64encode(….digest())",
        "PHP": 'hash_hmac("sha256", $value, $identitySecret)   // without a fourth argument',
        "Java": "HexFormat.of().formatHex(bytes)   // not Base64.getEncoder()",
        "Go": "hex.EncodeToString(sum)   // not base64.StdEncoding",
        "C#": "Convert.ToHexString(bytes).ToLowerInvariant()   // not BitConverter.ToString",
    },
    "lower": {
        "C#": "Convert.ToHexString(bytes).ToLowerInvariant()",
        "Java": "hash.toLowerCase(Locale.ROOT)",
        "PHP": "strtolower($hash)",
        "Python": "hash.lower()",
        "Ruby": "hash.downcase",
        "Node.js": "hash.toLowerCase()",
        "Go": "strings.ToLower(hash)",
    },
    "text-key": {
        "Ruby": 'OpenSSL::HMAC.hexdigest("SHA256", ENV.fetch("CONVOT_IDENTITY_SECRET"), value)',
        "Node.js": 'crypto.createHmac("sha256", process.env.CONVOT_IDENTITY_SECRET)   // not Buffer.from(…, "hex")',
        "Python": 'os.environ["CONVOT_IDENTITY_SECRET"].encode()   # not bytes.fromhex(…)',
        "PHP": "$identitySecret   // not hex2bin($identitySecret)",
        "Java": "identitySecret.getBytes(UTF_8)   // not HexFormat.of().parseHex(…)",
        "Go": "[]byte(identitySecret)   // not hex.DecodeString(…)",
        "C#": "Encoding.UTF8.GetBytes(identitySecret)   // not Convert.FromHexString(…)",
    },
    "strip-key": {
        "Ruby": 'ENV.fetch("CONVOT_IDENTITY_SECRET").strip',
        "Node.js": "process.env.CONVOT_IDENTITY_SECRET.trim()",
        "Python": 'os.environ["CONVOT_IDENTITY_SECRET"].strip()',
        "PHP": "trim($identitySecret)",
        "Java": "identitySecret.strip()",
        "Go": "strings.TrimSpace(identitySecret)",
        "C#": "identitySecret.Trim()",
    },
    "strip": {
        "Ruby": "value.strip", "Node.js": "value.trim()", "Python": "value.strip()", "PHP": "trim($value)",
        "Java": "value.strip()", "Go": "strings.TrimSpace(value)", "C#": "value.Trim()",
        "Shopify Liquid": "{{ value | strip }}",
    },
    "strip-hash": {
        "Ruby": "hash.strip", "Node.js": "hash.trim()", "Python": "hash.strip()", "PHP": "trim($hash)",
        "Java": "hash.strip()", "Go": "strings.TrimSpace(hash)", "C#": "hash.Trim()",
        "Shopify Liquid": "{{ hash | strip }}",
    },
    "normalise": {
        "Ruby": "value.unicode_normalize(:nfc)", "Node.js": 'value.normalize("NFC")',
        "Python": 'unicodedata.normalize("NFC", value)', "PHP": "Normalizer::normalize($value)",
        "Java": "Normalizer.normalize(value, Normalizer.Form.NFC)", "Go": "norm.NFC.String(value)",
        "C#": "value.Normalize()",
    },
}  # fmt: skip
"""By what the line is for. No line where a language has no way of its own: then ``sign`` says how it should be."""


def code_line(cause: str, language: str) -> str:
    """Return the line of code that shows the fix of a mistake; empty where the row names none."""
    row = MISTAKES.get(cause)
    if row is None or not row.code:
        return ""
    language = _SAME_AS.get(language, language)
    return CODE[row.code].get(language) or CODE["sign"][language]


def call_code(
    inspected: CallInspection, redaction: Redaction, hashes: Hashes = "short", *, in_lines: bool = True
) -> ShownLines:
    """Return the code of the right call; empty where the call is made as it should be.

    Values as in a report: a hash that may not be passed on as a whole is to be put in by the server.
    """
    is_whole = redaction == "none" and hashes == "whole"
    right = right_call(inspected)
    if not is_whole:
        right = tuple((name, None if _is_hidden(name, field, inspected) else field) for name, field in right)
    fields = [
        f"{name if _NAME.fullmatch(name) else _quoted(name)}: {_written(name, field, redaction)}"
        for name, field in right
    ]
    if not fields:
        return ShownLines()
    if in_lines:
        return ShownLines("Convot.identify({\n" + "".join(f"  {field},\n" for field in fields) + "});\n")
    return ShownLines(f"Convot.identify({{ {', '.join(fields)} }});")


def _is_hidden(name: str, field: Field | None, inspected: CallInspection) -> bool:
    return name in (convot.USER_HASH, convot.SHOP_HASH) or (field is not None and is_hash(field, inspected))


def _written(name: str, field: Field | None, redaction: Redaction) -> str:
    if field is None:
        return _quoted(f"<{name} from the server>")
    if field.kind == "expression":
        is_short = len(field.value) <= _LONGEST and "\n" not in field.value and "\r" not in field.value
        return Shown(field.value) if is_short and redaction != "remove" else _quoted(f"<{name}>")
    if field.kind not in KNOWN_KINDS:
        return _quoted(f"<{name}>")
    if field.kind in ("boolean", "null"):
        return field.value
    if redaction != "none":
        return _quoted("<as before>")  # never a masked value: code is there to be copied
    if field.kind == "object":
        return _safe(field.value)
    return field.value if field.kind == "number" else _quoted(printable(field.value))


def _quoted(text: str) -> str:
    return _safe(json.dumps(text, ensure_ascii=False))


def _safe(written: str) -> str:
    """Return JSON as it may stand in a script, which ``</script`` would end; what is not visible becomes an escape."""
    written = written.replace("</", "<\\/")
    return written if written.isprintable() else _NOT_VISIBLE.sub(_escaped, written)


def _escaped(found: re.Match[str]) -> str:
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1].replace("\x7f", "\\u007f")
