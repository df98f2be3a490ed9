"""Whether those who were chosen can be a team's people, and whether a channel can be its home."""

from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, UserId
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.permissions.viewer import Viewer
from slackapp.queries import teams
from slackapp.rules import selectable


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
    name = selectable.unfit(session, chosen, who)
    if name is not None:
        raise InvalidInput("members", "{person} cannot be a member: only people of the organisation can.", person=name)


def home(session: Session, chosen: ChannelId | None, who: Viewer, team: Team | None) -> ChannelId:
    """The channel in which the team is asked: one that the app is in and that is no other team's home."""
    if chosen is None and team is not None:
        return team.home_channel
    if chosen is None:
        raise InvalidInput("channel", "Choose the channel in which the team gets its requests.")
    selectable.channel(session, "channel", chosen, who)
    there = teams.by_channel(session, who.workspace_id, chosen)
    if there is not None and (team is None or there.id != team.id):
        raise InvalidInput("channel", "{team} lives in this channel already. Each team needs its own.", team=there.name)
    return chosen
