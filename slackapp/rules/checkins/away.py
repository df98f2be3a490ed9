"""Somebody says that they are away: what waits for them waits no more (CHK-3)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import Actor
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.rules import absences, timers
from slackapp.rules.checkins import places, reminders


def be_away(
    session: Session, *, first_day: date | None, last_day: date | None, is_away: bool, by: Actor
) -> tuple[date, date]:
    """Keep their days off, or that they work; the days. They are not reminded of rounds that fall on days off."""
    first, last = absences.tell(session, first_day=first_day, last_day=last_day, is_away=is_away, by=by)
    if is_away:
        _let_go(session, by, first, last)
    return first, last


def _let_go(session: Session, by: Actor, first: date, last: date) -> None:
    waiting = (
        select(CheckinEntry)
        .join(CheckinRound, CheckinRound.id == CheckinEntry.round_id)
        .where(
            CheckinEntry.workspace_id == by.workspace_id,
            CheckinEntry.user_id == by.user_id,
            CheckinEntry.progress == EntryProgress.ASKED,
            CheckinRound.closed_at.is_(None),
            CheckinRound.day.between(first, last),
        )
    )
    # In the order of their numbers, so that two such changes never wait for each other.
    for entry in session.scalars(waiting.order_by(CheckinEntry.id).with_for_update(of=CheckinEntry)):
        entry.progress = EntryProgress.AWAY
        timers.clear(session, by.workspace_id, reminders.KIND, entry.id)
        places.show_prompt(session, entry)
