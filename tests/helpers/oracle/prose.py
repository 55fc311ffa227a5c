"""Shapes of mails, chats and tickets: prose around an identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oracle.shape import Shape, renamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.shape import Fields

LANGUAGES: dict[str, tuple[str, ...]] = {
    "en": ("Hi, we cannot get this user verified:", "User ID", "Email", "Hash", "Shop", "Shop hash", "Name", "Plan"),
    "de": (
        "Guten Tag, dieser Benutzer wird nicht erkannt:",
        "Kundennummer",
        "E-Mail-Adresse",
        "Hash",
        "Shop",
        "Shop-Hash",
        "Name",
        "Tarif",
    ),
    "fr": (
        "Bonjour, cet utilisateur n’est pas vérifié :",
        "Identifiant client",
        "Adresse e-mail",
        "Empreinte (hash)",
        "Boutique",
        "Hash de la boutique",
        "Nom",
        "Forfait",
    ),
    "es": (
        "Hola, este usuario no se verifica:",
        "ID de usuario",
        "Correo electrónico",
        "Hash de usuario",
        "Tienda",
        "Hash de la tienda",
        "Nombre",
        "Plan",
    ),
    "pt": (
        "Olá, este usuário não é verificado:",
        "ID do cliente",
        "E-mail",
        "Hash do usuário",
        "Loja",
        "Hash da loja",
        "Nome",
        "Plano",
    ),
    "it": (
        "Buongiorno, questo utente non viene verificato:",
        "ID utente",
        "Indirizzo email",
        "Hash utente",
        "Negozio",
        "Hash del negozio",
        "Nome",
        "Piano",
    ),
    "nl": (
        "Hallo, deze gebruiker wordt niet herkend:",
        "Klantnummer",
        "E-mailadres",
        "Hash",
        "Winkel",
        "Winkel-hash",
        "Naam",
        "Abonnement",
    ),
    "pl": (
        "Dzień dobry, ten użytkownik nie jest weryfikowany:",
        "Identyfikator",
        "Adres e-mail",
        "Skrót (hash)",
        "Sklep",
        "Hash sklepu",
        "Imię",
        "Plan",
    ),
    "sv": (
        "Hej, den här användaren verifieras inte:",
        "Användar-ID",
        "E-postadress",
        "Hash",
        "Butik",
        "Butikens hash",
        "Namn",
        "Plan",
    ),
    "tr": (
        "Merhaba, bu kullanıcı doğrulanmıyor:",
        "Kullanıcı kimliği",
        "E-posta",
        "Karma (hash)",
        "Mağaza",
        "Mağaza hash",
        "Ad",
        "Plan",
    ),
    "ru": (
        "Здравствуйте, этот пользователь не проходит проверку:",
        "ID пользователя",
        "Эл. почта",
        "Хеш",
        "Магазин",
        "Хеш магазина",
        "Имя",
        "Тариф",
    ),
    "ja": (
        "このユーザーが確認できません。",
        "ユーザーID",
        "メールアドレス",
        "ハッシュ",
        "ショップ",
        "ショップのハッシュ",
        "名前",
        "プラン",
    ),
    "zh": ("您好，该用户无法验证：", "用户ID", "邮箱", "哈希值", "店铺", "店铺哈希", "姓名", "套餐"),
    "ar": (
        "مرحبا، لا يتم التحقق من هذا المستخدم:",
        "معرف المستخدم",
        "البريد الإلكتروني",
        "التجزئة",
        "المتجر",
        "تجزئة المتجر",
        "الاسم",
        "الخطة",
    ),
}
"""Greeting and labels."""
NAMES = ("external_id", "email", "user_hash", "shop", "shop_hash", "name", "plan")


def labelled(language: str, colon: str = ": ", bullet: str = "", end: str = "") -> Callable[[Fields, Random], str]:
    def render(fields: Fields, _: Random) -> str:
        greeting, *labels = LANGUAGES[language]
        names = dict(zip(NAMES, labels, strict=True))
        rows = "".join(f"{bullet}{names[name]}{colon}{value}{end}\n" for name, value in fields.items())
        return f"{greeting}\n\n{rows}\n"

    return render


def who(fields: Fields) -> str:
    return fields.get("external_id", fields.get("email", ""))


def sentence(form: str) -> Callable[[Fields, Random], str]:
    """Fill a sentence. Placeholders: {who} (the signed value), {hash}, {name}."""

    def render(fields: Fields, _: Random) -> str:
        return form.format(who=who(fields), hash=fields["user_hash"], name=fields.get("name", "Ann Miller"))

    return render


def sentence_all(fields: Fields, _: Random) -> str:
    parts = [f"the {name.replace('_', ' ')} is {value}" for name, value in fields.items()]
    return f"For this customer {', '.join(parts[:-1])} and {parts[-1]}."


def whatsapp(fields: Fields, _: Random) -> str:
    lines = [
        f"[12.03.26, 10:{minute:02}:12] Ann: {name}: {value}" for minute, (name, value) in enumerate(fields.items(), 11)
    ]
    return (
        "\n".join(("[12.03.26, 10:10:12] Ann: Hi! here is what we send", *lines, "[12.03.26, 10:30:01] Bob: thanks"))
        + "\n"
    )


def slack(fields: Fields, _: Random) -> str:
    rows = "\n".join(f"{name}: {value}" for name, value in fields.items())
    return f"Ann Miller  10:12 AM\nwe call identify with\n{rows}\n:eyes: 1\n\nBob  10:15 AM\nchecking\n"


def slack_mailto(fields: Fields, _: Random) -> str:
    """Write addresses and escapes as Slack's export does."""
    rows = []
    for name, value in fields.items():
        escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        rows.append(f"*{name}*: <mailto:{escaped}|{escaped}>" if name == "email" else f"*{name}*: `{escaped}`")
    return "\n".join(rows) + "\n"


def outlook(fields: Fields, _: Random) -> str:
    rows = "".join(f"{n}: {v}<mailto:{v}>\n" if n == "email" else f"{n}: {v}\n" for n, v in fields.items())
    headers = "From: Ann <ann@vendor.example>\nSent: Thursday, March 12, 2026 10:11 AM\nSubject: RE: identity"
    return f"{headers}\n\n{rows}\nRegards\n"


def ticket(fields: Fields, chance: Random) -> str:
    rows = "".join(f"- **{name}**: {value}\n" for name, value in renamed(fields, "title").items())
    return (
        f"Ticket #{chance.randrange(99999)}\nPriority: high\nRequester: support@vendor.example\n\n### Details\n{rows}"
    )


def backticks(fields: Fields, _: Random) -> str:
    return "We send " + ", ".join(f"`{name}` = `{value}`" for name, value in fields.items()) + "\n"


def typographic(fields: Fields, _: Random) -> str:
    return "We send " + ", ".join(f"{name} “{value}”" for name, value in fields.items()) + ".\n"


def parentheses(fields: Fields, _: Random) -> str:
    return f"The user {fields.get('name', 'Ann Miller')} ({who(fields)}) has the user_hash ({fields['user_hash']}).\n"


def question_answer(fields: Fields, _: Random) -> str:
    return "".join(f"Q: What is the {name}?\nA: {value}\n" for name, value in fields.items())


def next_line(fields: Fields, _: Random) -> str:
    return "\n".join(f"{name}:\n{value}\n" for name, value in renamed(fields, "title").items())


def bare_lines(fields: Fields, _: Random) -> str:
    return f"{who(fields)}\n{fields['user_hash']}\n"


def quoted_mail(fields: Fields, _: Random) -> str:
    rows = "".join(f"> > {name}: {value}\n" for name, value in fields.items())
    return f"Thanks, will look.\n\nOn Thu, 12 Mar 2026, Ann wrote:\n> Here it is:\n>\n{rows}>\n> Best\n"


SHAPES = (
    *(Shape(f"prose-{language}", labelled(language), "line", names_ids=False) for language in LANGUAGES),
    Shape("prose-en-bullets", labelled("en", bullet="  • "), "line", names_ids=False),
    Shape("prose-en-numbered", labelled("en", colon=" - ", bullet="1) "), "line", names_ids=False),
    Shape("prose-de-full-stops", labelled("de", end="."), "never", names_ids=False),
    Shape("prose-fr-semicolons", labelled("fr", colon=" : ", end=" ;"), "never", names_ids=False),
    Shape("prose-zh-full-width", labelled("zh", colon="：", end="。"), "never", names_ids=False),
    Shape("prose-sentence", sentence("Our user {who} gets the hash {hash}. Is that right?"), "never"),
    Shape("prose-sentence-comma", sentence("For {who}, the server returns {hash}, but nothing happens."), "never"),
    Shape("prose-sentence-quotes", sentence('The user_hash of "{who}" is "{hash}", as the log says.'), "never"),
    Shape("prose-sentence-guillemets", sentence("Le hash de « {who} » est « {hash} »."), "never"),
    Shape("prose-sentence-de", sentence("Für {who} lautet der Hash {hash}."), "never"),
    Shape("prose-arrow", sentence("{who} -> {hash}"), "never"),
    Shape("prose-sentence-all", sentence_all, "never"),
    Shape("prose-whatsapp", whatsapp, "line"),
    Shape("prose-slack", slack, "line"),
    Shape("prose-slack-mailto", slack_mailto, "never"),
    Shape("prose-outlook-mailto", outlook, "line"),
    Shape("prose-ticket", ticket, "line"),
    Shape("prose-backticks", backticks, "never"),
    Shape("prose-typographic-quotes", typographic, "never"),
    Shape("prose-parentheses", parentheses, "never"),
    Shape("prose-question-answer", question_answer, "never"),
    Shape("prose-value-on-next-line", next_line, "line"),
    Shape("prose-bare-lines", bare_lines, "never"),
    Shape("prose-quoted-mail", quoted_mail, "line"),
)
