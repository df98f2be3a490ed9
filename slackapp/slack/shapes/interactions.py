"""What people do: https://docs.slack.dev/reference/interaction-payloads."""

import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from slackapp.slack.shapes.parts import Id, Key, Name, Text, Thing


def _object(text: str) -> str:
    if text and not isinstance(json.loads(text), dict):
        raise ValueError("no object")
    return text


Metadata = Annotated[str, StringConstraints(max_length=3000), AfterValidator(_object)]


class Option(BaseModel):
    """What can be chosen."""

    value: Text


class EntryShape(BaseModel):
    """What was typed or chosen in an element; which of these there is depends on its type."""

    value: Text | None = None
    selected_option: Option | None = None
    selected_options: list[Option] | None = None
    selected_user: Id | None = None
    selected_users: list[Id] | None = None
    selected_conversation: Id | None = None
    selected_conversations: list[Id] | None = None
    selected_date: Text | None = None
    selected_time: Text | None = None
    files: list[dict[str, Any]] | None = None


class Action(EntryShape):
    """What was pressed or chosen just now."""

    action_id: Name
    action_ts: Key


class StateShape(BaseModel):
    """The elements of a form or message, by block and action."""

    values: dict[str, dict[str, EntryShape]] | None = None


class SentState(StateShape):
    """The same of a form that was sent."""

    values: dict[str, dict[str, EntryShape]]


class Block(BaseModel):
    """A block of a view, to which Slack has given an id."""

    type: str
    block_id: str


class ViewShape(BaseModel):
    """A form, a page or a Home."""

    id: Id
    type: str
    callback_id: Key | None
    private_metadata: Metadata | None
    hash: str
    blocks: list[Block]
    root_view_id: Id | None = None
    previous_view_id: Id | None = None
    state: StateShape | None = None


class SentView(ViewShape):
    """A form that was sent."""

    callback_id: Name
    private_metadata: Metadata
    state: SentState


class MessageShape(BaseModel):
    """A message that somebody acted on."""

    ts: Key
    user: Id | None = None
    thread_ts: Key | None = None


class Interaction(BaseModel):
    """Something that a person did."""

    user: Thing
    channel: Thing | None = None
    container: dict[str, Any] | None = None
    message: MessageShape | None = None
    view: ViewShape | None = None


class PressShape(Interaction):
    """A button or a choice."""

    trigger_id: Key
    actions: list[Action] = Field(min_length=1)
    state: StateShape | None = None


class PressInView(PressShape):
    """On a form, a page or the Home."""

    view: ViewShape


class PressInMessage(PressShape):
    """In a message, where the answer has an address of its own."""

    response_url: str


class SubmissionShape(Interaction):
    """A form was sent."""

    view: SentView


class Closed(Interaction):
    """A form was closed unsent."""

    view: ViewShape


class ShortcutShape(Interaction):
    """A shortcut of the composer."""

    trigger_id: Key
    callback_id: Name


class MessageShortcut(ShortcutShape):
    """A shortcut of a message's menu."""

    channel: Thing
    message: MessageShape
    response_url: str


class SearchShape(Interaction):
    """A search field asks for its options."""

    action_id: Name
    value: Text | None = None


class CommandShape(BaseModel):
    """A slash command: a flat form, in which every value is a string."""

    command: Annotated[Name, StringConstraints(pattern="^/.")]
    user_id: Id
    channel_id: Id
    trigger_id: Key
    text: Text | None = None


KINDS: Mapping[str, type[BaseModel]] = {
    "view_submission": SubmissionShape,
    "view_closed": Closed,
    "shortcut": ShortcutShape,
    "message_action": MessageShortcut,
    "block_suggestion": SearchShape,
}


def shape(payload: Mapping[str, Any]) -> type[BaseModel]:
    """What it must look like; ValueError where it is no kind that we answer."""
    kind = str(payload.get("type"))
    if kind == "block_actions":
        return PressInView if payload.get("view") else PressInMessage
    if kind not in KINDS:
        raise ValueError("an unknown kind")
    return KINDS[kind]
