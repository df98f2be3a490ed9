"""The manifest that a workspace is set up from is one that Slack takes."""

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.house import rooms

MANIFEST = rooms.HOUSE / "manifest.json"
SCHEMA = rooms.HOUSE.parent / "shared" / "data" / "manifest.schema.2.0.0.json"


@pytest.fixture
def manifest() -> Any:
    return json.loads(MANIFEST.read_text(encoding="utf-8"))


@pytest.mark.skipif(not SCHEMA.exists(), reason="Slack's schema of manifests is not in ../shared/data")
def test_the_manifest_is_valid_by_the_schema_of_slack(manifest: Any) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(manifest)] == []


def test_the_manifest_asks_for_no_scope_twice(manifest: Any) -> None:
    scopes = manifest["oauth_config"]["scopes"]
    asked = [*scopes["bot"], *scopes.get("bot_optional", [])]
    assert len(asked) == len(set(asked))


def test_reading_history_is_optional(manifest: Any) -> None:
    assert [scope for scope in manifest["oauth_config"]["scopes"]["bot"] if scope.endswith(":history")] == []
