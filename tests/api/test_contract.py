"""The contract of the API: the whole OpenAPI document, compared with what was read and approved before.

After a meant change run this module with `UPDATE_CONTRACT=1`, read the difference as a front-end developer would (what
breaks?), and commit it.
"""

import difflib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
CONTRACT = Path(__file__).parent / "openapi.json"
HOW_TO_APPROVE = (
    "The contract of the API has changed. If that is meant, run "
    "`UPDATE_CONTRACT=1 make test ARGS=tests/api/test_contract.py`, read the difference, and commit it.\n"
)
SAYS_A_TYPE = {"type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const"}


def document(client: Client) -> dict[str, Any]:
    return client.get("/api/v1/openapi.json").json()


def schemas_in(schema: Any, where: str) -> Iterator[tuple[str, Any]]:
    """A schema and all schemas inside it, each with where it stands."""
    yield where, schema
    if not isinstance(schema, dict):
        return
    for key in ("properties", "$defs"):
        for name, each in schema.get(key, {}).items():
            yield from schemas_in(each, f"{where}.{name}")
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for each in schema.get(key, []):
            yield from schemas_in(each, f"{where}.{key}")
    for key in ("items", "additionalProperties"):
        if key in schema:
            yield from schemas_in(schema[key], f"{where}.{key}")


def test_the_contract_is_the_approved_one(client: Client):
    said = json.dumps(document(client), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if os.environ.get("UPDATE_CONTRACT"):
        CONTRACT.write_text(said, encoding="utf-8")
    known = CONTRACT.read_text(encoding="utf-8") if CONTRACT.exists() else ""
    lines = difflib.unified_diff(
        known.splitlines(), said.splitlines(), "approved", "now", lineterm=""
    )
    difference = list(lines)
    assert not difference, HOW_TO_APPROVE + "\n".join(difference[:200])


def test_no_schema_is_without_a_type(client: Client):
    untyped = [
        where
        for name, schema in document(client)["components"]["schemas"].items()
        for where, each in schemas_in(schema, name)
        if each is True or (isinstance(each, dict) and not SAYS_A_TYPE & each.keys())
    ]
    assert untyped == []
