"""A blocker, to be made a request."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor
from slackapp.models.checkin_rounds import CheckinAnswer
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries import teams
from slackapp.queries.absences import today_of
from slackapp.queries.checkins import round_questions
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class Named:
    """What stands in whose way, which team can lift it, and on behalf of which teams the reader may ask."""

    answer_id: int
    by: str
    text: str
    team_id: int | None
    team: str
    checkin: str
    day: date
    today: date
    own_teams: tuple[tuple[int, str], ...]


def named(session: Session, who: Actor, *, answer_id: int) -> Named:
    """NotFound for whom it does not concern, and where it has become a request already."""
    found = select(CheckinAnswer).where(CheckinAnswer.workspace_id == who.workspace_id, CheckinAnswer.id == answer_id)
    answer = session.scalars(found).one_or_none()
    round_ = round_questions.round_of(session, who.workspace_id, answer.round_id) if answer else None
    if answer is None or round_ is None:
        raise NotFound("There is no such check-in, or you may not see it.")
    checkin = round_questions.checkin_of(session, who.workspace_id, round_.checkin_id)
    is_theirs = answer.user_id == who.user_id
    if not is_theirs and not permissions.may_read_answers(session, checkin, viewer(session, who)):
        raise NotFound("There is no such check-in, or you may not see it.")
    lifting = round_questions.lifting(session, answer)
    if lifting.request_id is not None:
        raise NotFound("This blocker is {request} already.", request=lifting.ref)
    return Named(
        answer_id=answer.id,
        by=name_of(session, who.workspace_id, answer.user_id),
        text=answer.text,
        team_id=lifting.team_id,
        team=lifting.team,
        checkin=checkin.name,
        day=round_.day,
        today=today_of(session, who),
        own_teams=tuple((team.id, team.name) for team in teams.teams_of(session, who)),
    )
