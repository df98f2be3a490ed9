"""Slack's ids, typed, so that a person is never passed where a channel is meant."""

from dataclasses import dataclass
from typing import NewType

UserId = NewType("UserId", str)
ChannelId = NewType("ChannelId", str)
GroupId = NewType("GroupId", str)
SlackTeamId = NewType("SlackTeamId", str)
Timestamp = NewType("Timestamp", str)

WorkspaceId = NewType("WorkspaceId", int)
"""Our own number for a workspace: what every table is scoped by."""


@dataclass(frozen=True)
class Actor:
    """Who does something, and in which workspace: every rule is told."""

    workspace_id: WorkspaceId
    user_id: UserId
