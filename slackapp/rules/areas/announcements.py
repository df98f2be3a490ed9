"""Who is told of a change once: the channels of both teams, and whoever owned it (OWN-4)."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import UserId
from slackapp.models.areas import AreaEvent
from slackapp.models.teams import Team
from slackapp.rules.areas import questions


def tell_teams(session: Session, event: AreaEvent, team_ids: Iterable[int]) -> None:
    """One line in each team's channel."""
    teams = [session.get_one(Team, team_id) for team_id in sorted(set(team_ids))]
    for channel in dict.fromkeys(team.home_channel for team in teams if not team.is_archived):
        once = f"area.line:{event.id}:{channel}"
        outbox.say(session, event.workspace_id, channel, "area.line", once=once, event=event.id)


def tell_person(session: Session, event: AreaEvent, person: UserId | None) -> None:
    """The same to one person, unless they did it themselves or their account is gone."""
    if person and person != event.by and questions.has_account(session, event.workspace_id, person):
        once = f"area.told:{event.id}:{person}"
        outbox.say(session, event.workspace_id, person, "area.told", once=once, event=event.id)
