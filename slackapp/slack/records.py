"""People, channels and groups as Slack writes them, in its answers and in its events alike.

Each raises `fields.Unreadable` for a record without an id, and reads every other one, whatever stands in it.
"""

from slackapp import zones
from slackapp.ids import ChannelId, GroupId, SlackTeamId, UserId
from slackapp.rules.directory.channels import Conversation
from slackapp.rules.directory.groups import Group
from slackapp.rules.directory.people import Account
from slackapp.slack import fields
from slackapp.slack.fields import Told

SLACKBOT = "USLACKBOT"
"""Slack's own; it does not call it a bot."""


def account(user: Told, slack_id: SlackTeamId) -> Account:
    """A user. `slack_id` is the workspace's own: somebody of another one is a stranger."""
    who = user_id(user.get("id"))
    profile = fields.record(user.get("profile"))
    return Account(
        user_id=who,
        name=_name(user, profile) or who,
        real_name=_said(user, profile, "real_name"),
        email=_said(user, profile, "email"),
        tz=_zone(user),
        locale=fields.locale(user.get("locale")),
        is_admin=fields.flag(user.get("is_admin")) or fields.flag(user.get("is_owner")),
        is_guest=fields.flag(user.get("is_restricted")) or fields.flag(user.get("is_ultra_restricted")),
        is_stranger=_is_stranger(user, profile, slack_id),
        is_bot=fields.flag(user.get("is_bot")) or who == SLACKBOT,
        is_deactivated=fields.flag(user.get("deleted")),
        status_emoji=fields.text(profile.get("status_emoji")),
        status_until=fields.moment(profile.get("status_expiration")),
    )


def conversation(channel: Told, *, has_app: bool | None = None) -> Conversation:
    """A channel; whether the app is in it is told unless it is known from where it was asked."""
    return Conversation(
        channel_id=channel_id(channel.get("id")),
        name=fields.text(channel.get("name")),
        is_private=fields.flag(channel.get("is_private")),
        is_archived=fields.flag(channel.get("is_archived")),
        is_shared=fields.flag(channel.get("is_ext_shared")),
        has_app=fields.flag(channel.get("is_member")) if has_app is None else has_app,
    )


def group(usergroup: Told) -> Group:
    """A user group, with its people where they are told."""
    return Group(
        group_id=group_id(usergroup.get("id")),
        handle=fields.text(usergroup.get("handle")),
        name=fields.text(usergroup.get("name")),
        is_disabled=fields.moment(usergroup.get("date_delete")) is not None,
        members=frozenset(user_ids(usergroup["users"])) if isinstance(usergroup.get("users"), list) else None,
    )


def user_id(value: object) -> UserId:
    """The id of a person."""
    return UserId(fields.id_of(value))


def user_ids(value: object) -> list[UserId]:
    """The people of a list."""
    return [UserId(each) for each in fields.ids(value)]


def channel_id(value: object) -> ChannelId:
    """The id of a channel."""
    return ChannelId(fields.id_of(value))


def group_id(value: object) -> GroupId:
    """The id of a user group."""
    return GroupId(fields.id_of(value))


def _zone(user: Told) -> str | None:
    """Their zone; where this machine does not know it, one in which it is as late as where they are."""
    tz = user.get("tz")
    return str(tz) if zones.is_known(tz) else zones.of_offset(user.get("tz_offset"))


def _name(user: Told, profile: Told) -> str:
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return next((name for name in map(fields.text, names) if name), "")


def _said(user: Told, profile: Told, field: str) -> str | None:
    """What stands in a profile, else in the account itself; None where nothing does."""
    return fields.text(profile.get(field)) or fields.text(user.get(field)) or None


def _is_stranger(user: Told, profile: Told, slack_id: SlackTeamId) -> bool | None:
    """Whether they belong elsewhere, by what stands in their own account; None where it does not say."""
    # In an Enterprise Grid somebody is of several workspaces, and `team_id` is only one of them.
    grid = fields.ids(fields.record(user.get("enterprise_user")).get("teams"))
    teams = {*fields.ids([user.get("team_id") or profile.get("team")]), *grid}
    if fields.flag(user.get("is_stranger")):
        return True
    return slack_id not in teams if teams else None
