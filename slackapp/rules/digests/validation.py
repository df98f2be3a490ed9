"""Whether what was chosen about a digest can be, told at the field that is wrong."""

from collections.abc import Collection
from typing import Any

from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput, NotAllowed
from slackapp.ids import ChannelId, UserId
from slackapp.models.digest_choices import DigestTerms
from slackapp.permissions import digests as permissions
from slackapp.permissions.viewer import Viewer
from slackapp.queries import teams
from slackapp.queries.people import name_of
from slackapp.rules import selectable
from slackapp.rules.schedules.plans import check_zone

DAYS = range(7)


def columns(session: Session, choice: DigestTerms, who: Viewer, *, templates: Collection[str]) -> dict[str, Any]:
    """The settings as they are stored, apart from the channel; InvalidInput at the first field that cannot be."""
    if choice.template not in templates:
        raise InvalidInput("digest.template", "There is no template of this name any more. Choose another.")
    if not choice.sections:
        raise InvalidInput("sections", "Tick at least one part: without one there is nothing to tell.")
    selectable.check_teams(session, choice.team_ids, who)
    if choice.weekday not in DAYS:
        raise InvalidInput("weekday", "Choose the day on which it comes.")
    if choice.at is None:
        raise InvalidInput("time", "Choose a time of day.")
    if choice.tz is None:
        raise InvalidInput("tz", "Choose the time zone of the channel.")
    check_zone(choice.tz)
    return {
        "owner_id": who.user_id,
        "template": choice.template,
        "sections": {"chosen": [section.value for section in choice.sections]},
        "weekday": choice.weekday,
        "at": choice.at,
        "tz": choice.tz,
        "locale": choice.locale,
        "quiet": choice.quiet,
        "is_on": choice.is_on,
    }


def channel(session: Session, chosen: ChannelId | None, who: Viewer) -> ChannelId:
    """A channel for which this person may set up the digest; NotAllowed, or InvalidInput at its field."""
    if chosen is None:
        raise InvalidInput("channel", "Choose the channel that gets the digest.")
    selectable.channel(session, "channel", chosen, who)
    allow(session, who, chosen)
    return chosen


def allow(session: Session, who: Viewer, channel_id: ChannelId | None) -> None:
    """NotAllowed, with a sentence that says who can."""
    if not who.is_member:
        raise NotAllowed("Guests can read a digest, but not set one up. Ask a colleague to do it.")
    team = teams.by_channel(session, who.workspace_id, channel_id) if channel_id else None
    if team is not None and not permissions.may_set_up(who, team.lead_id):
        raise NotAllowed(
            "{team} lives in this channel: {lead}, who leads it, and the workspace’s administrators set up its digest.",
            team=team.name,
            lead=name_of(session, who.workspace_id, team.lead_id),
        )


def check_inside(who: Viewer, inside: Collection[UserId]) -> None:
    """Who sets up a digest is in the channel that gets it."""
    if who.user_id not in inside:
        raise InvalidInput("channel", "Join this channel first: its digest is set up by somebody who is in it.")
