"""Other chat and analytics products: patterns of their calls, and their counterparts of Convot's fields."""

from __future__ import annotations

from dataclasses import dataclass

from convot_inspector.core.language import lazy_tr


@dataclass(frozen=True)
class Vendor:
    """One product.

    ``name``: its name, or a phrase for several products. ``call``: a regular expression for the beginning of its call.
    ``fields``: a phrase, which of its fields correspond to Convot's.
    """

    id: str
    name: str
    call: str
    fields: str


VENDORS = (
    Vendor("intercom", "Intercom", r"\bIntercom\s{0,9}\(\s{0,9}[\"'](?:boot|update)|\bintercomSettings\s{0,9}=",
           lazy_tr("user_id (external_id), email (email) and user_hash (user_hash, made with Intercom's secret)")),
    Vendor("chatwoot", "Chatwoot", r"\$chatwoot\s{0,9}\??\.\s{0,9}setUser\b",
           lazy_tr("the first argument (external_id), email (email) and identifier_hash (user_hash)")),
    Vendor("crisp", "Crisp", r"\$crisp\s{0,9}\??\.\s{0,9}push\s{0,9}\(",
           lazy_tr("user:email (email) and the signature after the address (user_hash)")),
    Vendor("segment", "Segment", r"\banalytics\s{0,9}\??\.\s{0,9}identify\s{0,9}\(",
           lazy_tr("userId (external_id) and traits.email (email); it sends no hash")),
    Vendor("helpscout", "Help Scout", r"\bBeacon\s{0,9}\(\s{0,9}[\"']identify",
           lazy_tr("email (email) and signature (user_hash)")),
    Vendor("zendesk", "Zendesk", r"\bzE\s{0,9}\(\s{0,9}[\"'](?:messenger|webWidget)|\bzESettings\s{0,9}=",
           lazy_tr("the external_id and email inside its token; it sends no hash")),
    Vendor("novu", "Novu", r"\bnew\s{1,9}Novu\s{0,9}\(|\bsubscriberHash\s{0,9}[=:]",
           lazy_tr("subscriberId (external_id) and subscriberHash (user_hash)")),
    Vendor("onesignal", "OneSignal", r"\bOneSignal\s{0,9}\.\s{0,9}(?:login|setExternalUserId|setEmail)\b",
           lazy_tr("the external id (external_id), the address (email) and the auth hash (user_hash)")),
    Vendor("tawk", "tawk.to", r"\bTawk_API\s{0,9}\.\s{0,9}(?:visitor|setAttributes|login)\b",
           lazy_tr("userId (external_id), email (email) and hash (user_hash)")),
    Vendor("front", "Front", r"\bFrontChat\s{0,9}\(\s{0,9}[\"'](?:identity|init)",
           lazy_tr("email (email) and userHash (user_hash)")),
    Vendor("hubspot", "HubSpot", r"\b_hsq\s{0,9}\.\s{0,9}push\s{0,9}\(",
           lazy_tr("id (external_id) and email (email); it sends no hash")),
    Vendor("drift", "Drift", r"\bdrift\s{0,9}\.\s{0,9}identify\s{0,9}\(",
           lazy_tr("the first argument (external_id) and email (email)")),
    Vendor("pylon", "Pylon", r"\bpylon\s{0,9}=\s{0,9}\{|\bPylon\s{0,9}\(\s{0,9}[\"']",
           lazy_tr("chat_settings.email (email) and chat_settings.email_hash (user_hash, made with Pylon's secret)")),
    Vendor("plain", "Plain", r"\bPlain\s{0,9}\.\s{0,9}init\s{0,9}\(",
           lazy_tr("customerDetails.email (email) and customerDetails.emailHash (user_hash)")),
    Vendor("gleap", "Gleap", r"\bGleap\s{0,9}\.\s{0,9}identify\s{0,9}\(",
           lazy_tr("the first argument (external_id), email (email) and the last argument (user_hash)")),
    Vendor("gist", "Gist", r"\bgist\s{0,9}\.\s{0,9}identify\s{0,9}\(",
           lazy_tr("the first argument (external_id), email (email) and user_hash (user_hash, made with Gist's "
                   "secret)")),
    Vendor("reamaze", "Re:amaze", r"\b_support\s{0,9}(?:=|\[)",
           lazy_tr("user.id (external_id), user.email (email) and user.authkey (user_hash)")),
    Vendor("featurebase", "Featurebase", r"\bFeaturebase\s{0,9}\(\s{0,9}[\"'](?:identify|boot)",
           lazy_tr("userId (external_id), email (email) and userHash (user_hash)")),
    Vendor("magicbell", "MagicBell", r"<MagicBell\w{0,20}\s|\bmagicbell\s{0,9}\(\s{0,9}[\"']render",
           lazy_tr("userExternalId (external_id), userEmail (email) and userKey (user_hash)")),
    Vendor("userflow", "Userflow", r"\buserflow\s{0,9}\.\s{0,9}identify\s{0,9}\(",
           lazy_tr("the first argument (external_id), email (email) and signature (user_hash)")),
    Vendor("freshchat", "Freshchat", r"\bfcWidget\s{0,9}\.\s{0,9}(?:init|setExternalId|user)\b",
           lazy_tr("externalId (external_id) and email (email); it sends no hash")),
    Vendor("tidio", "Tidio", r"\btidioIdentify\s{0,9}=|\btidioChatApi\s{0,9}\.\s{0,9}setVisitorData\b",
           lazy_tr("distinct_id (external_id) and email (email); it sends no hash")),
    Vendor("livechat", "LiveChat", r"\bLiveChatWidget\s{0,9}\.\s{0,9}call\s{0,9}\(|\bLC_API\s{0,9}\.",
           lazy_tr("the customer's email (email); it sends no hash")),
    Vendor("olark", "Olark", r"\bolark\s{0,9}(?:\.identify\s{0,9})?\(\s{0,9}[\"']",
           lazy_tr("emailAddress (email); it sends no hash")),
    Vendor("chatlio", "Chatlio", r"\b_chatlio\s{0,9}\.\s{0,9}identify\s{0,9}\(",
           lazy_tr("the first argument (external_id) and email (email); it sends no hash")),
    Vendor("analytics", lazy_tr("an analytics product"),
           r"\b(?:mixpanel|posthog|amplitude|heap|userpilot|Appcues|pendo|rudderanalytics|Userback|FS)\s{0,9}\??\.\s{0,9}"
           r"identify\s{0,9}\(",
           lazy_tr("the first argument (external_id) and email (email); it sends no hash")),
)  # fmt: skip
