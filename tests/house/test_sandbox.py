"""docs/sandbox.md names every method and payload that the app uses, and each with a test that is there."""

import re
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from sandbox.web import api
from sandbox.web.methods import METHODS
from tests.house import rooms

TABLE = rooms.HOUSE / "docs" / "sandbox.md"
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| `([^`]+)::([^`]+)` \|$", re.MULTILINE)
CALLED = re.compile(r"\.((?:apps|auth|bots|chat|conversations|dnd|files|reactions|team|usergroups|users|views)_\w+)\b")
NAMED = re.compile(r'"((?:chat|conversations|files|usergroups|users|views)\.[A-Za-z.]+)"')
PAYLOADS = {
    "slash_commands",
    "block_actions",
    "block_suggestion",
    "view_submission",
    "view_closed",
    "shortcut",
    "message_action",
    "events_api",
}


def rows() -> list[tuple[str, str, str, str]]:
    return ROW.findall(TABLE.read_text(encoding="utf-8"))


def used() -> set[str]:
    """The methods that the app calls, by their attribute of the client or by their name."""
    texts = [file.read_text(encoding="utf-8") for file in _app()]
    called = {name for text in texts for name in CALLED.findall(text) if hasattr(AsyncWebClient, name)}
    named = {name for text in texts for name in NAMED.findall(text) if hasattr(AsyncWebClient, name.replace(".", "_"))}
    return {name.replace("_", ".") for name in called} | named


def test_every_method_and_payload_of_the_app_has_a_row() -> None:
    named = {name for name, *_ in rows()}
    assert used() | PAYLOADS == named


def test_every_method_is_one_of_the_sandbox() -> None:
    assert api.ROOMS  # imported, so that METHODS is full
    assert used() - set(METHODS) - {"apps.connections.open"} == set()


def test_every_test_of_the_table_is_there() -> None:
    missing = [f"{file}::{test}" for _, _, file, test in rows() if f"def {test}(" not in _text(file)]
    assert missing == []


def _app() -> list[Path]:
    inside = rooms.sources("slackapp", "scheduler", "delivery", "runtime", "handlers")
    return [file for file in inside if not rooms.name(file).startswith(("sandbox/", "demo/"))]


def _text(file: str) -> str:
    return (rooms.HOUSE / "tests" / file).read_text(encoding="utf-8")
