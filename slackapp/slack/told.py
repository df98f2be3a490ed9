"""People, channels and groups as Slack writes them, in its answers and in its events alike."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from slackapp.ids import ChannelId, GroupId, SlackTeamId, UserId
from slackapp.normalization import clean
from slackapp.rules.directory.channels import Conversation
from slackapp.rules.directory.groups import Group
from slackapp.rules.directory.people import Account

Told = Mapping[str, Any]

SLACKBOT = "USLACKBOT"
"""Slack's own; it does not call it a bot."""


def account(user: Told, slack_id: SlackTeamId) -> Account:
    """A user. `slack_id` is the workspace's own: somebody of another one is a stranger."""
    return Account(
        user_id=UserId(user["id"]),
        name=_name(user),
        real_name=_said(user, "real_name"),
        email=_said(user, "email"),
        tz=user.get("tz") or None,
        locale=user.get("locale") or None,
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_stranger=bool(user.get("is_stranger")) or not _is_of(user, slack_id),
        is_bot=bool(user.get("is_bot")) or user["id"] == SLACKBOT,
        is_deactivated=bool(user.get("deleted")),
        status_emoji=str((user.get("profile") or {}).get("status_emoji") or ""),
        status_until=_status_until(user),
    )


def conversation(channel: Told, *, has_app: bool | None = None) -> Conversation:
    """A channel; whether the app is in it is told unless it is known from where it was asked."""
    return Conversation(
        channel_id=ChannelId(channel["id"]),
        name=clean(str(channel.get("name") or "")),
        is_private=bool(channel.get("is_private")),
        is_archived=bool(channel.get("is_archived")),
        is_shared=bool(channel.get("is_ext_shared")),
        has_app=bool(channel.get("is_member")) if has_app is None else has_app,
    )


def group(usergroup: Told) -> Group:
    """A user group, with its people where they are told."""
    users = usergroup.get("users")
    return Group(
        group_id=GroupId(usergroup["id"]),
        handle=clean(str(usergroup.get("handle") or "")),
        name=clean(str(usergroup.get("name") or "")),
        is_disabled=bool(usergroup.get("date_delete")),
        members=None if users is None else frozenset(UserId(user) for user in users),
    )


def _status_until(user: Told) -> datetime | None:
    ends = int((user.get("profile") or {}).get("status_expiration") or 0)
    return datetime.fromtimestamp(ends, UTC) if ends else None


def _name(user: Told) -> str:
    profile: Told = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return next((seen for name in names if name and (seen := clean(str(name)).strip())), str(user["id"]))


def _said(user: Told, field: str) -> str | None:
    """What stands in a profile, else in the account itself; None where nothing does."""
    told = (user.get("profile") or {}).get(field) or user.get(field)
    return clean(str(told)).strip() or None if told else None


def _is_of(user: Told, slack_id: SlackTeamId) -> bool:
    # In an Enterprise Grid somebody is of several workspaces, and `team_id` is only one of them.
    teams = (user.get("enterprise_user") or {}).get("teams") or ()
    return slack_id in {user.get("team_id") or slack_id, *teams}
