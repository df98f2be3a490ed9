"""A round ends: the summary goes to its channel, once, and is kept true for who answers late (CHK-5)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkins import Checkin
from slackapp.models.digests import ItemKind
from slackapp.rules import digests, timers
from slackapp.rules.checkins import places, request_links

KIND = "checkin.close"


def close(session: Session, workspace_id: WorkspaceId, round_id: int, _: str) -> None:
    """The alarm rings at the end of a round."""
    found = select(CheckinRound).where(CheckinRound.workspace_id == workspace_id, CheckinRound.id == round_id)
    # Held: an answer of this moment is either in the summary or shown in it afterwards.
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
    digests.follow(session, workspace_id, ItemKind.ROUND, round_.id)
    request_links.link(session, checkin, round_)


def _let_go(session: Session, round_: CheckinRound) -> None:
    """Who could not be reached in time was not asked: that is no silence of theirs (CHK-8)."""
    waited_for = select(CheckinEntry).where(
        CheckinEntry.workspace_id == round_.workspace_id,
        CheckinEntry.round_id == round_.id,
        CheckinEntry.progress == EntryProgress.ASKED,
    )
    for entry in session.scalars(waited_for):
        if not places.is_prompted(session, entry):
            entry.progress = EntryProgress.MISSED
