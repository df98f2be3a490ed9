"""Why somebody was asked, or was not (issue 5, point 7)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkins import KIND, Checkin
from slackapp.models.people import Person
from slackapp.models.schedules import Occurrence, Outcome, Schedule
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries import schedules
from slackapp.queries.checkins import round_questions
from slackapp.queries.checkins.audience import audience

MOST = 10  # the last turns: who asks has one of them in mind


@dataclass(frozen=True)
class Reason:
    """What became of one date for somebody; `progress` is theirs where they were asked."""

    day: date
    outcome: Outcome
    late_s: int
    progress: EntryProgress | None


@dataclass(frozen=True)
class Reasons:
    """The last dates, the newest first, and whether somebody takes part at all."""

    checkin_id: int
    name: str
    takes_part: bool
    reasons: tuple[Reason, ...]


def why(session: Session, who: Actor, *, checkin_id: int) -> Reasons:
    """What became of the last ten dates for this person."""
    found = select(Checkin).where(Checkin.id == checkin_id, permissions.visible_to(viewer(session, who)))
    checkin = session.scalars(found).one_or_none()
    if checkin is None:
        raise NotFound("There is no such check-in, or you may not see it.")
    person = session.get(Person, (who.workspace_id, who.user_id))
    tz = checkin.tz or (person.tz if person else "")
    last = (
        select(Occurrence)
        .join(Schedule, Schedule.id == Occurrence.schedule_id)
        .where(Occurrence.workspace_id == who.workspace_id, Occurrence.kind == KIND, Occurrence.ref == checkin.id)
        .where(schedules.concerning(who.user_id, tz))
        .order_by(Occurrence.slot.desc())
        .limit(MOST)
    )
    reasons = tuple(_reason(session, checkin, who, each) for each in session.scalars(last))
    is_asked = who.user_id in {each.user_id for each in audience(session, checkin)}
    return Reasons(checkin.id, checkin.name, is_asked, reasons)


def _reason(session: Session, checkin: Checkin, who: Actor, occurrence: Occurrence) -> Reason:
    day = datetime.fromisoformat(occurrence.slot).date()
    return Reason(day, occurrence.state, occurrence.late_s, _progress(session, checkin, who, day))


def _progress(session: Session, checkin: Checkin, who: Actor, day: date) -> EntryProgress | None:
    round_: CheckinRound | None = round_questions.round_on(session, checkin, day)
    entry: CheckinEntry | None = round_questions.entry_of(session, round_, who.user_id) if round_ else None
    return entry.progress if entry else None
