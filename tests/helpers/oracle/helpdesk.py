"""Chats, tickets, replies and documents: what support agents paste from their programs."""

from __future__ import annotations

import csv
import html
import io
import json
import textwrap
from typing import TYPE_CHECKING

from oracle.prose import who
from oracle.shape import Shape, renamed, without
from oracle.signing import sign

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import Fields

    Render = Callable[[Fields, Random], str]

LABELS: dict[str, tuple[str, ...]] = {
    "fr-ca": ("Bonjour,", "Numéro de client", "Courriel", "Hash", "Boutique", "Hash boutique", "Nom", "Forfait"),
    "cs": ("Dobrý den,", "ID uživatele", "E-mailová adresa", "Hash", "Obchod", "Hash obchodu", "Jméno", "Tarif"),
    "da": ("Hej,", "Bruger-ID", "E-mailadresse", "Hash", "Butik", "Butikkens hash", "Navn", "Abonnement"),
    "fi": ("Hei,", "Käyttäjätunnus", "Sähköposti", "Tiiviste", "Kauppa", "Kaupan tiiviste", "Nimi", "Tilaus"),
    "el": ("Γεια σας,", "Αναγνωριστικό", "Ηλ. ταχυδρομείο", "Hash", "Κατάστημα", "Hash καταστήματος", "Όνομα", "Πλάνο"),
    "uk": ("Вітаю,", "ID користувача", "Електронна пошта", "Хеш", "Магазин", "Хеш магазину", "Ім’я", "Тариф"),
    "ko": ("안녕하세요,", "사용자 ID", "이메일", "해시", "상점", "상점 해시", "이름", "요금제"),
    "he": ("שלום,", "מזהה משתמש", "דוא״ל", "גיבוב", "חנות", "גיבוב החנות", "שם", "תוכנית"),
    "hi": ("नमस्ते,", "उपयोगकर्ता आईडी", "ईमेल", "हैश", "दुकान", "दुकान हैश", "नाम", "योजना"),
    "vi": ("Xin chào,", "Mã người dùng", "Thư điện tử", "Mã băm", "Cửa hàng", "Mã băm cửa hàng", "Tên", "Gói"),
}  # fmt: skip
"""Greeting and labels of languages that the prose shapes do not have."""
NAMES = ("external_id", "email", "user_hash", "shop", "shop_hash", "name", "plan")
SIGNATURE = "-- \nAnn Miller\nSupport Engineer | ACME Inc.\n+49 30 1234567 | https://acme.example\n"


def translated(language: str) -> Render:
    def render(fields: Fields, _: Random) -> str:
        greeting, *labels = LABELS[language]
        names = dict(zip(NAMES, labels, strict=True))
        return f"{greeting}\n\n" + "".join(f"{names[name]}: {value}\n" for name, value in fields.items())

    return render


def rows(form: str, head: str = "", tail: str = "", style: str = "snake") -> Render:
    """``form``: one field with {name} and {value}, and {minute} that counts up."""

    def render(fields: Fields, _: Random) -> str:
        written = (
            form.replace("{minute}", f"{minute:02}").replace("{name}", name).replace("{value}", value)
            for minute, (name, value) in enumerate(renamed(fields, style).items(), 11)
        )
        return f"{head}{''.join(written)}{tail}"

    return render


def gorgias_csv(fields: Fields, chance: Random) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("Ticket ID", "Channel", "Message", "Created"))
    message = "Hi, here it is:\n" + "".join(f"{name}: {value}\n" for name, value in fields.items())
    writer.writerow((chance.randrange(10**6), "email", message, "2026-03-12 10:11"))
    return out.getvalue()


def html_breaks(fields: Fields, _: Random) -> str:
    return "<div>Hi,<br>" + "<br>".join(f"{n}: {html.escape(v)}" for n, v in fields.items()) + "<br>Thanks</div>\n"


def html_mail_links(fields: Fields, _: Random) -> str:
    def cell(name: str, value: str) -> str:
        escaped = html.escape(value)
        return f'<a href="mailto:{escaped}">{escaped}</a>' if name == "email" else escaped

    written = "".join(f"<p><b>{name}:</b> {cell(name, value)}</p>\n" for name, value in fields.items())
    return f"<html><body>\n{written}</body></html>\n"


def html_header_row(fields: Fields, _: Random) -> str:
    head = "".join(f"<th>{name}</th>" for name in fields)
    cells = "".join(f"<td>{html.escape(value)}</td>" for value in fields.values())
    return f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>\n"


def slack_blocks(fields: Fields, _: Random) -> str:
    text = "\n".join(f"*{name}*: {value}" for name, value in fields.items())
    return json.dumps({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": text}}]}, ensure_ascii=False)


def two_hashes(fields: Fields, _: Random) -> str:
    shop = f" and for the shop {fields['shop']} the shop_hash {fields['shop_hash']}" if "shop" in fields else ""
    return f"For {who(fields)} we send the user_hash {fields['user_hash']}{shop}. What is wrong?\n"


def hashes_first(fields: Fields, _: Random) -> str:
    shop = f"{fields['shop_hash']} is the shop hash of {fields['shop']}\n" if "shop" in fields else ""
    return f"{fields['user_hash']} is what we get for {who(fields)}\n{shop}"


def said_twice(fields: Fields, _: Random) -> str:
    return f"user_hash for {who(fields)} is {fields['user_hash']}\n\nThe page sends:\n{json.dumps(fields)}\n"


def people_table(form: str, rule: str) -> Render:
    """Another user, with a right hash of their own, stands in the row above."""

    def render(fields: Fields, chance: Random) -> str:
        email = f"other.{chance.randrange(999)}@example.org"
        other = dict.fromkeys(fields, "") | {"email": email, "user_hash": sign(email)}
        names = list(fields) if "email" in fields else ["email", *fields]
        lines = (form.format(" | ".join(row.get(name, "") for name in names)) for row in (other, fields))
        head = form.format(" | ".join(names))
        return "\n".join((head, *([form.format(rule.join("---" for _ in names))] if rule else []), *lines)) + "\n"

    return render


def people_in_prose(fields: Fields, chance: Random) -> str:
    email = f"other.{chance.randrange(999)}@example.org"
    return f"{email} works, user_hash: {sign(email)}\n\n{who(fields)} does not, user_hash: {fields['user_hash']}\n"


def wrapped_mail(fields: Fields, _: Random) -> str:
    """As mail programs wrap at 76 columns and break what is longer."""
    text = " ".join(f"{name}: {value}" for name, value in fields.items())
    return "\n".join(textwrap.wrap(f"The page calls identify with {text} and nothing happens.", 76)) + "\n"


def bottom_posted(fields: Fields, _: Random) -> str:
    quoted = "> Can you send us what your page sends?\n>\n> Best, Bob\n"
    written = "".join(f"*{name}*: {value}\n" for name, value in fields.items())
    return (
        f"On Thu, Mar 12, 2026 at 10:11 AM Bob <bob@vendor.example> wrote:\n{quoted}\nSure:\n\n{written}\n{SIGNATURE}"
    )


def screen_reader(fields: Fields, _: Random) -> str:
    written = (f"{name}, edit text, {value}" for name, value in renamed(fields, "title").items())
    return "Customer details, heading level 2\n" + "\n".join(written) + "\nSave, button\n"


def jira_code(fields: Fields, _: Random) -> str:
    return f"h3. Steps\n# open the page\n{{code:json}}\n{json.dumps(fields, indent=2, ensure_ascii=False)}\n{{code}}\n"


def confluence(fields: Fields, _: Random) -> str:
    body = json.dumps(fields, ensure_ascii=False)
    macro = '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA['
    return f"<p>Payload:</p>{macro}{body}]]></ac:plain-text-body></ac:structured-macro>\n"


def mediawiki(fields: Fields, _: Random) -> str:
    return '{| class="wikitable"\n' + "".join(f"|-\n! {n}\n| {v}\n" for n, v in fields.items()) + "|}\n"


def org_table(fields: Fields, _: Random) -> str:
    width = max(map(len, fields))
    rule = f"|{'-' * (width + 2)}+{'-' * 20}|\n"
    return rule + "".join(f"| {name:<{width}} | {value} |\n" for name, value in fields.items()) + rule


def intercom(fields: Fields, _: Random) -> str:
    said = "\n".join(f"10:12 AM | Ann Miller: {name} is {value}" for name, value in fields.items())
    return f"Conversation with Ann Miller\nStarted on March 12, 2026\n\n10:11 AM | Ann Miller: hi\n{said}\n"


NO_PIPES = without("|")
SHAPES = (
    *(Shape(f"prose-{language}", translated(language), "line", names_ids=False) for language in LABELS),
    Shape("chat-teams", rows("{name}: {value}\n", "[12/03 10:11] Ann Miller\n", "[12/03 10:15] Bob\nthanks\n"), "line"),
    Shape("chat-telegram", rows("{name} = {value}\n", "Ann, [12 Mar 2026 at 10:11:12]:\nwe send\n"), "line"),
    Shape("chat-whatsapp-android", rows("12/03/2026, 10:{minute} - Ann Miller: {name}: {value}\n"), "line"),
    Shape("chat-discord", rows("> **{name}**: ||{value}||\n", "Ann — Today at 10:11 AM\n"), "never", NO_PIPES),
    Shape("chat-intercom", intercom, "never"),
    Shape("ticket-zendesk", rows("{name}: {value}\n", "Ann Miller\nMar 12, 2026, 10:11\n\n", f"\n{SIGNATURE}"), "line"),
    Shape("ticket-gorgias-csv", gorgias_csv, "line"),
    Shape("ticket-html-breaks", html_breaks, "never"),
    Shape("ticket-checkboxes", rows("- [x] {name}: {value}\n"), "line"),
    Shape("ticket-emoji", rows("🔹 {name}: {value}\n", "Details 👇\n", style="title"), "line"),
    Shape("ticket-bbcode", rows("[b]{name}[/b]: {value}\n"), "line"),
    Shape("ticket-headings", rows("## {name}\n\n{value}\n\n", style="title"), "never"),
    Shape("ticket-bold-headings", rows("**{name}**\n{value}\n\n"), "never"),
    Shape("ticket-label-lines", rows("{name}\n{value}\n"), "never"),
    Shape("ticket-value-first", rows("{value} ({name})\n"), "never"),
    Shape("ticket-value-arrow", rows("{value} <- {name}\n"), "never"),
    Shape("ticket-en-dashes", rows("{name} – {value}\n"), "never"),
    Shape("ticket-nested-bullets", rows("* {name}\n    * {value}\n"), "never"),
    Shape("mail-bottom-posted", bottom_posted, "line"),
    Shape("mail-html-links", html_mail_links, "never"),
    Shape("mail-wrapped-76", wrapped_mail, "never"),
    Shape("mail-two-hashes", two_hashes, "never"),
    Shape("mail-hashes-first", hashes_first, "never"),
    Shape("mail-said-twice", said_twice),
    Shape("people-markdown", people_table("| {} |", " | "), "line", NO_PIPES),
    Shape("people-bare-pipes", people_table("{}", ""), "line", NO_PIPES),
    Shape("people-prose", people_in_prose, "never"),
    Shape("spoken-form", screen_reader, "never"),
    Shape("slack-blocks", slack_blocks, "never"),
    Shape("html-header-row", html_header_row),
    Shape("jira-code", jira_code),
    Shape("confluence-storage", confluence),
    Shape("table-asciidoc", rows("|{name} |{value}\n", '[cols="1,3"]\n|===\n', "|===\n"), "line", NO_PIPES),
    Shape("table-mediawiki", mediawiki, "line", NO_PIPES),
    Shape("table-org", org_table, "line", NO_PIPES),
    Shape("org-properties", rows(":{name}: {value}\n", "* Customer\n:PROPERTIES:\n", ":END:\n", "upper"), "line"),
    Shape("notion-callout", rows("💡 {name}\n→ {value}\n"), "never"),
)
