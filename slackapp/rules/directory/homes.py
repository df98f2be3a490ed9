"""A team whose home channel is closed, or where the app was removed, gets its requests nowhere: its lead is told."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.people import Person
from slackapp.queries import team_homes
from slackapp.queries.teams import TeamRecord


@contextmanager
def watched(session: Session, workspace_id: WorkspaceId, channels: Collection[ChannelId]) -> Iterator[None]:
    """Tell the leads of the teams that had a home in one of these channels before, and have none after."""
    at_home = team_homes.at_home(session, workspace_id, channels)
    yield
    session.flush()
    still = {team.id for team in team_homes.at_home(session, workspace_id, channels)}
    for team in at_home:
        if team.id not in still and not _is_gone(session, team):
            _tell(session, team)


def _is_gone(session: Session, team: TeamRecord) -> bool:
    # Slack takes a message to an account that is gone without a word, and nobody reads it.
    lead = session.get(Person, (team.workspace_id, team.lead_id))
    return lead is not None and lead.is_deactivated


def _tell(session: Session, team: TeamRecord) -> None:
    # Once a day at most: a channel that is archived again next year is worth a new line.
    once = f"teams.homeless:{team.id}:{team.home_channel}:{now(session).date()}"
    outbox.say(session, team.workspace_id, team.lead_id, "teams.homeless", once=once, team_id=team.id)
