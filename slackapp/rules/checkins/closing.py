"""A round ends: the summary goes to its channel, once, and is kept true for who answers late (CHK-5)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinEntry, CheckinRound, Progress
from slackapp.models.checkins import Checkin
from slackapp.rules import timers
from slackapp.rules.checkins import places

KIND = "checkin.close"


def close(session: Session, workspace_id: WorkspaceId, round_id: int, _: str) -> None:
    """The alarm rings at the end of a round."""
    found = select(CheckinRound).where(CheckinRound.workspace_id == workspace_id, CheckinRound.id == round_id)
    round_ = session.scalars(found.with_for_update()).one_or_none()
    if round_ is None or round_.closed_at is not None:
        return
    if round_.closes_at > now(session):
        timers.set(session, workspace_id, KIND, round_id, stage="", at=round_.closes_at)
        return
    round_.closed_at = now(session)
    mine = select(Checkin).where(Checkin.workspace_id == workspace_id, Checkin.id == round_.checkin_id)
    checkin = session.scalars(mine).one()
    _let_go(session, round_)
    places.ask_for_owner(session, checkin)
    places.show_summary(session, checkin, round_)
    for request_id in _requests(session, round_):
        places.say_linked(session, checkin, round_, request_id)


def _let_go(session: Session, round_: CheckinRound) -> None:
    """Who could not be reached in time was not asked: that is no silence of theirs (CHK-8)."""
    waited_for = select(CheckinEntry).where(
        CheckinEntry.workspace_id == round_.workspace_id,
        CheckinEntry.round_id == round_.id,
        CheckinEntry.progress == Progress.ASKED,
    )
    for entry in session.scalars(waited_for):
        if not places.is_prompted(session, entry):
            entry.progress = Progress.MISSED


def _requests(session: Session, round_: CheckinRound) -> list[int]:
    """What its blockers have become meanwhile."""
    linked = select(CheckinAnswer.request_id).where(
        CheckinAnswer.workspace_id == round_.workspace_id,
        CheckinAnswer.round_id == round_.id,
        CheckinAnswer.request_id.is_not(None),
    )
    return [request_id for request_id in session.scalars(linked) if request_id is not None]
