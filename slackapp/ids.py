"""Slack's ids, and our own for a workspace."""

from dataclasses import dataclass
from typing import NewType

from blockkit.ids import ChannelId, GroupId, SlackTeamId, Timestamp, UserId

WorkspaceId = NewType("WorkspaceId", int)
"""Our own number for a workspace: what every table is scoped by."""


@dataclass(frozen=True)
class Actor:
    """Who does something, and in which workspace: every rule is told."""

    workspace_id: WorkspaceId
    user_id: UserId
