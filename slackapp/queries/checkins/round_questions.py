"""What is asked in a round, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinEntry, CheckinRound
from slackapp.models.checkin_setups import QuestionKind
from slackapp.models.checkins import Checkin, CheckinQuestion
from slackapp.models.request_life import ENDED, RequestState
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.references import REQUEST


@dataclass(frozen=True)
class AskedQuestion:
    """A question as it is asked."""

    id: int
    text: str
    kind: QuestionKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lifting:
    """What is known of a blocker's team, and of the request that it became. `state` is None while it is none."""

    team_id: int | None = None
    team: str = ""
    request_id: int | None = None
    ref: str = ""
    state: RequestState | None = None

    @property
    def is_over(self) -> bool:
        """Whether the request has ended, so that one may ask again."""
        return self.state in ENDED


def questions_of(session: Session, checkin: Checkin) -> list[AskedQuestion]:
    """What a check-in asks now, in order."""
    now_asked = select(CheckinQuestion).where(
        CheckinQuestion.workspace_id == checkin.workspace_id,
        CheckinQuestion.checkin_id == checkin.id,
        CheckinQuestion.retired_at.is_(None),
    )
    rows = session.scalars(now_asked.order_by(CheckinQuestion.place, CheckinQuestion.id))
    return [_asked(row) for row in rows]


def questions_in(session: Session, round_: CheckinRound) -> list[AskedQuestion]:
    """What a round asks, in order."""
    ids = round_.asks["questions"]
    found = select(CheckinQuestion).where(
        CheckinQuestion.workspace_id == round_.workspace_id, CheckinQuestion.id.in_(ids)
    )
    return [_asked(row) for row in sorted(session.scalars(found), key=lambda row: ids.index(row.id))]


def round_of(session: Session, workspace_id: WorkspaceId, round_id: int) -> CheckinRound | None:
    """A round by its number."""
    found = select(CheckinRound).where(CheckinRound.workspace_id == workspace_id, CheckinRound.id == round_id)
    return session.scalars(found).one_or_none()


def round_on(session: Session, checkin: Checkin, day: date) -> CheckinRound | None:
    """The round of a date, if it has been opened."""
    found = select(CheckinRound).where(
        CheckinRound.workspace_id == checkin.workspace_id,
        CheckinRound.checkin_id == checkin.id,
        CheckinRound.day == day,
    )
    return session.scalars(found).one_or_none()


def checkin_of(session: Session, workspace_id: WorkspaceId, checkin_id: int) -> Checkin:
    """The check-in of a round; there always is one."""
    found = select(Checkin).where(Checkin.workspace_id == workspace_id, Checkin.id == checkin_id)
    return session.scalars(found).one()


def entry_of(session: Session, round_: CheckinRound, user_id: UserId) -> CheckinEntry | None:
    """Somebody's part in a round."""
    theirs = select(CheckinEntry).where(
        CheckinEntry.workspace_id == round_.workspace_id,
        CheckinEntry.round_id == round_.id,
        CheckinEntry.user_id == user_id,
    )
    return session.scalars(theirs).one_or_none()


def answers_of(session: Session, round_: CheckinRound, user_id: UserId | None = None) -> Sequence[CheckinAnswer]:
    """What was answered in a round, by everybody or by one person."""
    found = select(CheckinAnswer).where(
        CheckinAnswer.workspace_id == round_.workspace_id, CheckinAnswer.round_id == round_.id
    )
    theirs = found.where(CheckinAnswer.user_id == user_id) if user_id else found
    return session.scalars(theirs.order_by(CheckinAnswer.id)).all()


def lifting(session: Session, answer: CheckinAnswer) -> Lifting:
    """The team of a blocker, and how its request stands now: the request may have gone to another team since."""
    if answer.request_id is not None:
        found = select(Request).where(Request.workspace_id == answer.workspace_id, Request.id == answer.request_id)
        request = session.scalars(found).one()
        team = session.get_one(Team, request.to_team_id)
        return Lifting(team.id, team.name, request.id, REQUEST.of(request.number), request.state)
    if answer.team_id is None:
        return Lifting()
    team = session.get_one(Team, answer.team_id)
    return Lifting(team.id, team.name)


def by_question(answers: Sequence[CheckinAnswer]) -> Mapping[int, CheckinAnswer]:
    """One person's answers, by the question."""
    return {answer.question_id: answer for answer in answers}


def _asked(row: CheckinQuestion) -> AskedQuestion:
    return AskedQuestion(row.id, row.text, row.kind, tuple(row.choices["choices"]))
