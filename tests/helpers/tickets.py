"""Forty tickets as a day of support brings them, each with what is true of it."""

from __future__ import annotations

import base64
import hashlib
from typing import NamedTuple

from paste import OTHER_SECRET, SECRET, Js, call, sign

THIRD_SECRET = "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90"
APPS = {
    "Acme": (SECRET, "app_acme4f7a8b9c0d1e"),
    "Globex": (OTHER_SECRET, "app_globex7a8b9c0d1e"),
    "Initech": (THIRD_SECRET, "app_initecha8b9c0d1e"),
}


class Ticket(NamedTuple):
    """``conclusion``: the diagnosis of the worst call, None where no call is found; ``causes``: those of its hash."""

    app: str
    text: str
    conclusion: tuple[str, str] | None
    causes: tuple[str, ...] = ()
    has_key: bool = False


def tickets() -> list[Ticket]:
    """Return forty tickets of three apps; no two are about the same visitor."""
    made = [
        make(list(APPS)[number % len(APPS)], f"visitor-{number}", f"shop-{number}.myshopify.com")
        for number, make in enumerate(_MAKERS)
    ]
    assert len(made) == len({ticket.text for ticket in made}) == 40
    return made


def _email(who: str) -> str:
    return f"{who}@example.com"


def _right(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(email=_email(who), user_hash=_sign(_email(who), app)), ("call", "verified"))


def _right_id(app: str, who: str, _: str) -> Ticket:
    text = call(external_id=who, email=_email(who), user_hash=_sign(who, app))
    return Ticket(app, text, ("call", "verified"))


def _right_shop(app: str, who: str, shop: str) -> Ticket:
    text = call(external_id=who, user_hash=_sign(who, app), shop=shop, shop_hash=_sign(shop, app))
    return Ticket(app, text, ("call", "verified"))


def _wrong_shop(app: str, who: str, shop: str) -> Ticket:
    text = call(external_id=who, user_hash=_sign(who, app), shop=shop, shop_hash=_sign(shop + "\n", app))
    return Ticket(app, text, ("shop", "proven"), ("value-whitespace",))


def _unsigned_shop(app: str, who: str, shop: str) -> Ticket:
    return Ticket(app, call(external_id=who, user_hash=_sign(who, app), shop=shop), ("shop", "unsigned"))


def _other_field(app: str, who: str, _: str) -> Ticket:
    text = call(external_id=who, email=_email(who), user_hash=_sign(_email(who), app))
    return Ticket(app, text, ("user", "proven"), ("wrong-field",))


def _unsigned(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(email=_email(who)), ("user", "unsigned"))


def _empty(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(email=_email(who), user_hash=""), ("user", "empty"))


def _defect(hash_: str, app: str, who: str) -> Ticket:
    return Ticket(app, call(email=_email(who), user_hash=hash_), ("user", "defect"))


def _changed(app: str, who: str, hash_: str, *causes: str) -> Ticket:
    return Ticket(app, call(email=_email(who), user_hash=hash_), ("user", "proven"), causes)


def _other_app(app: str, who: str, _: str) -> Ticket:
    another = next(name for name in APPS if name != app)
    return Ticket(
        app, call(email=_email(who), user_hash=_sign(_email(who), another)), ("user", "other-app"), ("key-other-app",)
    )


def _page_of_one_app_with_the_secret_of_another(app: str, who: str, _: str) -> Ticket:
    another = next(name for name in APPS if name != app)
    text = f'window.Convot = {{ app_id: "{APPS[app][1]}" }};\n'
    text += call(email=_email(who), user_hash=_sign(_email(who), another))
    return Ticket(app, text, ("user", "proven"), ("key-other-app",), has_key=True)


def _page_with_key(app: str, who: str, _: str) -> Ticket:
    text = f'<script>window.Convot = {{ app_id: "{APPS[app][1]}" }};\n'
    text += call(email=_email(who), user_hash=_sign(_email(who), app)) + "</script>"
    return Ticket(app, text, ("call", "verified"), has_key=True)


def _placeholder(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(email=_email(who), user_hash="<hash>"), ("user", "placeholder"))


def _template(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(email=_email(who), user_hash="{{ user_hash }}"), ("user", "template"))


def _expression(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(email=_email(who), user_hash=Js("session.hash")), ("user", "not-in-text"))


def _redacted(app: str, who: str, _: str) -> Ticket:
    text = call(email=f"{who[0]}***@example.com", user_hash=_sign(_email(who), app))
    return Ticket(app, text, ("user", "not-in-text"))


def _prose(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, f"Hello, {who} is shown as anonymous in our chat. What can we do?", None)


def _misplaced(app: str, who: str, _: str) -> Ticket:
    text = call(email=_email(who), userHash=_sign(_email(who), app))
    return Ticket(app, text, ("user", "misplaced"), ("hash-in-other-field",))


def _exposed(app: str, who: str, _: str) -> Ticket:
    text = f'identity_secret = "{APPS[app][0]}"\n' + call(email=_email(who), user_hash=_sign(_email(who), app))
    return Ticket(app, text, ("call", "exposed"))


def _unexplained(app: str, who: str, _: str) -> Ticket:
    return Ticket(
        app, call(email=_email(who), user_hash=hashlib.sha256(who.encode()).hexdigest()[::-1]), ("user", "unexplained")
    )


def _two_calls(app: str, who: str, shop: str) -> Ticket:
    first, second = _right(app, who, shop), _other_field(app, f"{who}-b", shop)
    return Ticket(app, first.text + second.text, second.conclusion, second.causes)


def _rejected(app: str, who: str, shop: str) -> Ticket:
    wrong = _other_field(app, who, shop)
    return wrong._replace(text="HTTP 403 identity_verification_required\n" + wrong.text)


def _json(app: str, who: str, _: str) -> Ticket:
    text = f'{{"email": "{_email(who)}", "user_hash": "{_sign(_email(who), app)}"}}'
    return Ticket(app, text, ("call", "verified"))


def _remark(app: str, who: str, _: str) -> Ticket:
    value = f" {_email(who)}"
    return Ticket(app, call(email=value, user_hash=_sign(value, app)), ("call", "remarks"))


def _not_received(app: str, who: str, _: str) -> Ticket:
    text = f'window.Convot = {{ email: "{_email(who)}", user_hash: "{_sign(_email(who), app)}" }};'
    return Ticket(app, text, ("call", "not-received"))


def _no_value(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(name=who, user_hash=_sign(who, app)), ("user", "no-value"), ("wrong-field",))


def _absent(app: str, who: str, _: str) -> Ticket:
    return Ticket(app, call(name=who), ("user", "absent"))


def _sign(value: str, app: str) -> str:
    return sign(value, APPS[app][0])


def _base64(app: str, who: str) -> str:
    return base64.b64encode(bytes.fromhex(_sign(_email(who), app))).decode()


_MAKERS = (
    _right,
    _other_field,
    lambda app, who, _: _defect("undefined", app, who),
    _other_app,
    _right_id,
    lambda app, who, _: _changed(app, who, sign(_email(who), APPS[app][0] + "\n"), "key-whitespace"),
    _unsigned,
    _page_with_key,
    lambda app, who, _: _defect("[object Promise]", app, who),
    _wrong_shop,
    _prose,
    _right_shop,
    lambda app, who, _: _changed(app, who, _sign(_email(who), app).upper(), "digest-upper-case"),
    _unexplained,
    _placeholder,
    _two_calls,
    _empty,
    _page_of_one_app_with_the_secret_of_another,
    _json,
    _exposed,
    _right,
    lambda app, who, _: _defect("[B@1b6d3586", app, who),
    _rejected,
    _template,
    lambda app, who, _: _changed(app, who, _base64(app, who), "digest-base64"),
    _other_app,
    _remark,
    lambda app, who, _: _changed(app, who, hashlib.sha256(_email(who).encode()).hexdigest(), "plain-hash"),
    _unsigned_shop,
    _misplaced,
    lambda app, who, _: _defect("abc123", app, who),
    _page_with_key,
    _not_received,
    lambda app, who, _: _changed(app, who, sign(_email(who).upper(), APPS[app][0]), "value-case"),
    _expression,
    _no_value,
    _redacted,
    lambda app, who, _: _changed(app, who, _sign(_email(who), app)[:40], "digest-truncated"),
    _absent,
    _right_shop,
)
