"""Writes operations with graphql-core: ``python make_graphql.py`` in this folder writes the .txt files."""

from __future__ import annotations

import hashlib
import hmac
import importlib
import json
from pathlib import Path

graphql = importlib.import_module("graphql")  # only who runs this needs it
HERE = Path(__file__).parent
SECRET = b"3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
NAMES = {"external_id": "externalId", "user_hash": "userHash"}


def literal(value: object) -> str:
    """Return a value in GraphQL's notation, its texts as graphql-core prints them."""
    if isinstance(value, str):
        return str(graphql.print_ast(graphql.StringValueNode(value=value, block=False)))
    if isinstance(value, dict):
        return "{" + ", ".join(f"{NAMES.get(name, name)}: {literal(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return json.dumps(value)


for number, identity in enumerate(json.loads((HERE.parent / "identities.json").read_text("utf-8"))):
    signed = str(identity.get("external_id", identity.get("email")))
    fields = identity | {"user_hash": hmac.new(SECRET, signed.encode(), hashlib.sha256).hexdigest()}
    operation = graphql.print_ast(graphql.parse("mutation { identify(input: " + literal(fields) + ") { ok } }"))
    (HERE / f"{number}-mutation.txt").write_bytes((operation + "\n").encode())
    renamed = {NAMES.get(name, name): value for name, value in fields.items()}
    query = graphql.print_ast(graphql.parse("mutation Identify($input: Visitor!) { identify(input: $input) { ok } }"))
    request = {"query": query, "variables": {"input": renamed}}
    (HERE / f"{number}-request.txt").write_bytes((json.dumps(request) + "\n").encode())
