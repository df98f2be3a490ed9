"""What was typed or chosen in an element, in words."""

from datetime import UTC, datetime

from sandbox.payload import Payload
from sandbox.rendering import rich
from sandbox.rendering.reader import Reader
from sandbox.rendering.spans import as_text
from sandbox.values import SLOTS


def chosen(reader: Reader, state: Payload | None) -> str:
    """The value of an element as a person reads it; empty when there is none."""
    if not state:
        return ""
    value = state.get(SLOTS[state["type"]].key)
    if value in (None, "", []):
        return ""
    if isinstance(value, list):
        return ", ".join(_one(reader, state["type"], item) for item in value)
    return _one(reader, state["type"], value)


def _words(reader: Reader, kind: str, value: Payload) -> str:
    if kind == "rich_text_input":
        return as_text(rich.paragraphs(reader, value))
    return str(value.get("name") or value["id"]) if kind == "file_input" else str(value["text"]["text"])


def _one(reader: Reader, kind: str, value: object) -> str:
    if isinstance(value, dict):
        return _words(reader, kind, value)
    if "users_" in kind:
        return reader.user(str(value))
    if "channels_" in kind or "conversations_" in kind:
        return reader.channel(str(value))
    if isinstance(value, int):
        return datetime.fromtimestamp(value, UTC).astimezone(reader.zone).strftime("%Y-%m-%d %H:%M")
    return str(value)
