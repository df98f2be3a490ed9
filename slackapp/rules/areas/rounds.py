"""One message for everything that somebody is asked, and what follows when it is not answered (OWN-3).

Two reminders, then the lead; then the area shows as unconfirmed. What nobody finds an owner for is told to its team.
"""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.clock import now
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.area_life import Why
from slackapp.models.areas import Area, AreaQuestion, AreaRound
from slackapp.rules import timers
from slackapp.rules.person_hours import hours_of

KIND = "area.round"
PLANNED, ASKED, REMINDED, REMINDED_AGAIN, WITH_LEAD, OVER = range(6)
BETWEEN = 3
"""Working days from one stage to the next."""
TOGETHER = timedelta(minutes=10)
"""What is asked within this time stands in one message."""


def ask(session: Session, area: Area, person_id: UserId, why: Why, *, into: AreaRound | None) -> None:
    """Ask about an area: in the message `into` if it is theirs, else in the one that they just got, or anew."""
    fits = into if into and into.person_id == person_id else _recent(session, area.workspace_id, person_id)
    round_ = fits or _new(session, area.workspace_id, person_id)
    named = {"workspace_id": area.workspace_id, "round_id": round_.id, "area_id": area.id, "person_id": person_id}
    session.add(AreaQuestion(**named, why=why))
    session.flush()
    show(session, round_)


def show(session: Session, round_: AreaRound) -> None:
    """Have the message stand in their direct messages and be true."""
    outbox.show(session, round_.workspace_id, cards.area_round(round_.id, round_.person_id))


def show_again(session: Session, question: AreaQuestion) -> None:
    """The same for the message in which a question stands."""
    outbox.show(session, question.workspace_id, cards.area_round(question.round_id, question.person_id))


def await_answer(session: Session, round_: AreaRound) -> None:
    """Look again after some of their working days."""
    hours = hours_of(session, round_.workspace_id, round_.person_id)
    at = hours.add_working_days(now(session), BETWEEN)
    timers.set(session, round_.workspace_id, KIND, round_.id, stage="wait", at=at)


def open_questions(session: Session, round_: AreaRound) -> list[AreaQuestion]:
    """What is not answered yet, by area."""
    asked = select(AreaQuestion).where(
        AreaQuestion.workspace_id == round_.workspace_id, AreaQuestion.round_id == round_.id, AreaQuestion.is_open
    )
    return list(session.scalars(asked.order_by(AreaQuestion.area_id)))


def locked(session: Session, workspace_id: WorkspaceId, round_id: int) -> AreaRound | None:
    """The round, until the transaction ends."""
    found = select(AreaRound).where(AreaRound.workspace_id == workspace_id, AreaRound.id == round_id)
    return session.scalars(found.with_for_update().execution_options(populate_existing=True)).one_or_none()


def _recent(session: Session, workspace_id: WorkspaceId, person_id: UserId) -> AreaRound | None:
    found = select(AreaRound).where(
        AreaRound.workspace_id == workspace_id,
        AreaRound.person_id == person_id,
        AreaRound.stage == ASKED,
        AreaRound.asked_at > now(session) - TOGETHER,
    )
    return session.scalars(found.order_by(AreaRound.id.desc()).limit(1)).first()


def _new(session: Session, workspace_id: WorkspaceId, person_id: UserId) -> AreaRound:
    named = {"workspace_id": workspace_id, "person_id": person_id, "is_rhythm": False}
    round_ = AreaRound(**named, asked_at=now(session), stage=ASKED)
    session.add(round_)
    session.flush()
    await_answer(session, round_)
    return round_
