"""One reminder to who has not answered, in their own hours (CHK-4)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.rules import quiet, timers

KIND = "checkin.remind"


def remind(session: Session, workspace_id: WorkspaceId, entry_id: int, _: str) -> None:
    """The alarm rings: remind them once, or wait until they work, or let it be where the round is over by then."""
    found = select(CheckinEntry).where(CheckinEntry.workspace_id == workspace_id, CheckinEntry.id == entry_id)
    # Held: who answers at this moment is not reminded.
    entry = session.scalars(found.with_for_update()).one_or_none()
    if entry is None or entry.progress is not EntryProgress.ASKED:
        return
    round_ = session.get_one(CheckinRound, entry.round_id)
    free = quiet.free_at(session, workspace_id, entry.user_id)
    if free >= round_.closes_at or round_.closed_at is not None:
        return
    if free > now(session):
        timers.set(session, workspace_id, KIND, entry.id, stage="", at=free)
        return
    to, until = entry.user_id, round_.closes_at
    kind, once = "checkin.reminder", f"checkin.reminder:{round_.id}:{to}"
    outbox.say(session, workspace_id, to, kind, once=once, expires_at=until, round=round_.id, person=to)
