"""Presses, choices, submissions and shortcuts."""

import copy

from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.payload import Payload
from sandbox.payloads.frame import interaction, triggered
from sandbox.people import Person
from sandbox.values import Values
from sandbox.workspace import Workspace


def action_in_message(
    workspace: Workspace, person: Person, message: Message, *, action: Payload, values: Values, response_url: str
) -> Payload:
    """Something was pressed or chosen in a message."""
    channel = workspace.channels[message.channel]
    frame = triggered("block_actions", workspace, person)
    return frame | {
        "container": _message_container(message),
        "channel": _channel(channel),
        "message": copy.deepcopy(message.as_message()),
        "state": {"values": values},
        "response_url": response_url,
        "actions": [action],
    }


def action_in_view(workspace: Workspace, person: Person, view: View, *, action: Payload) -> Payload:
    """Something was pressed or chosen in a modal or a Home."""
    frame = triggered("block_actions", workspace, person, in_modal=view.body["type"] == "modal")
    return frame | {
        "container": {"type": "view", "view_id": view.id},
        "view": view.as_view(),
        "actions": [action],
    }


def suggestion(workspace: Workspace, person: Person, source: Message | View, *, names: Payload) -> Payload:
    """A person types in an external select; `names` are its action_id and block_id, and the value typed."""
    frame = interaction("block_suggestion", workspace, person) | names
    if isinstance(source, View):
        return frame | {"container": {"type": "view", "view_id": source.id}, "view": source.as_view()}
    channel = _channel(workspace.channels[source.channel])
    return frame | {"container": _message_container(source), "channel": channel, "message": source.as_message()}


def submission(workspace: Workspace, person: Person, view: View, *, response_urls: list[Payload]) -> Payload:
    """A modal was submitted."""
    frame = triggered("view_submission", workspace, person, in_modal=True)
    # Slack names the workspace of whoever sends a form; the app's own stands in the view.
    team = frame["team"] | {"id": person.team}
    return frame | {"team": team, "view": view.as_view(), "response_urls": response_urls}


def closed(workspace: Workspace, person: Person, view: View, *, is_cleared: bool) -> Payload:
    """A modal was closed without being submitted; `is_cleared` when the whole stack went."""
    return interaction("view_closed", workspace, person) | {"view": view.as_view(), "is_cleared": is_cleared}


def global_shortcut(workspace: Workspace, person: Person, callback_id: str) -> Payload:
    """A shortcut that belongs to no channel."""
    frame = triggered("shortcut", workspace, person)
    return frame | {"callback_id": callback_id, "action_ts": workspace.stamp()}


def message_shortcut(
    workspace: Workspace, person: Person, message: Message, *, callback_id: str, response_url: str
) -> Payload:
    """A shortcut on a message."""
    frame = triggered("message_action", workspace, person)
    return frame | {
        "callback_id": callback_id,
        "action_ts": workspace.stamp(),
        "channel": _channel(workspace.channels[message.channel]),
        "message_ts": message.ts,
        "message": copy.deepcopy(message.as_message()),
        "response_url": response_url,
    }


def _channel(channel: Channel) -> Payload:
    return {"id": channel.id, "name": channel.name_in_payloads}


def _message_container(message: Message) -> Payload:
    thread = {"thread_ts": message.thread_ts} if message.thread_ts else {}
    return {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.only_for is not None,
    } | thread
