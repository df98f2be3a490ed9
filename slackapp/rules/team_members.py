"""Whether those who were chosen can be a team's people, and whether a channel can be its home."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.models.people import Channel, Person, UserGroup
from slackapp.models.teams import Team
from slackapp.permissions import teams as permissions
from slackapp.permissions.viewer import Viewer
from slackapp.queries import teams


def lead(session: Session, chosen: UserId | None, who: Viewer) -> UserId:
    """Who leads the team: a full member, since a lead sees and decides what guests do not."""
    if chosen is None:
        raise InvalidInput("lead", "Choose who leads the team.")
    person = session.get(Person, (who.workspace_id, chosen))
    if person is None:
        raise InvalidInput("lead", "Slack has not told Afspraak yet who this is. Try again in a minute.")
    if person.is_deactivated:
        raise InvalidInput("lead", "{person} has no account here any more.", person=person.name)
    if not person.is_member:
        raise InvalidInput(
            "lead", "{person} cannot lead a team: a full member of the organisation can.", person=person.name
        )
    return chosen


def check_members(session: Session, chosen: tuple[UserId, ...], who: Viewer) -> None:
    """Refuse apps, visitors and accounts that are gone."""
    unfit = select(Person.name).where(
        Person.workspace_id == who.workspace_id,
        Person.user_id.in_(chosen),
        or_(Person.is_bot, Person.is_deactivated, Person.is_stranger),
    )
    name = session.scalars(unfit.order_by(Person.name).limit(1)).first()
    if name is not None:
        raise InvalidInput("members", "{person} cannot be a member: only people of the organisation can.", person=name)


def group(session: Session, chosen: GroupId | None, who: Viewer) -> GroupId | None:
    """The user group whose people are members besides; none is fine."""
    if chosen is None:
        return None
    found = session.get(UserGroup, (who.workspace_id, chosen))
    if found is None or found.is_disabled:
        raise InvalidInput("group", "This user group is not in use any more. Choose another, or none.")
    return chosen


def home(session: Session, chosen: ChannelId | None, who: Viewer, team: Team | None) -> ChannelId:
    """The channel in which the team is asked: one that the app is in and that is no other team's home."""
    if chosen is None and team is not None:
        return team.home_channel
    if chosen is None:
        raise InvalidInput("channel", "Choose the channel in which the team gets its requests.")
    _check_channel(_known_channel(session, chosen, who))
    there = teams.by_channel(session, who.workspace_id, chosen)
    if there is not None and (team is None or there.id != team.id):
        raise InvalidInput("channel", "{team} lives in this channel already. Each team needs its own.", team=there.name)
    return chosen


def _known_channel(session: Session, chosen: ChannelId, who: Viewer) -> Channel:
    channel = session.get(Channel, (who.workspace_id, chosen))
    if channel is None or not permissions.may_know_channel(who, channel):
        raise InvalidInput("channel", "Afspraak is not in this channel. Type /invite @Afspraak there, then save again.")
    return channel


def _check_channel(channel: Channel) -> None:
    if channel.is_archived:
        raise InvalidInput("channel", "#{channel} is archived. Choose another.", channel=channel.name)
    if not channel.has_app:
        raise InvalidInput(
            "channel",
            "Afspraak is not in #{channel}. Type /invite @Afspraak there, then save again.",
            channel=channel.name,
        )
