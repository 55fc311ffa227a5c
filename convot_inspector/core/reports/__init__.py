"""Renderings of an inspection: headline, answer, ticket, report, JSON. Redaction happens here and only here."""
