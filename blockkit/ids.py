"""Slack's ids, typed, so that a person is never passed where a channel is meant."""

from typing import NewType

UserId = NewType("UserId", str)
ChannelId = NewType("ChannelId", str)
GroupId = NewType("GroupId", str)
SlackTeamId = NewType("SlackTeamId", str)
Timestamp = NewType("Timestamp", str)
