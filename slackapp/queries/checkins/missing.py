"""Who did not answer a round, and why: said plainly, and reproached to nobody (CHK-3, CHK-5)."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkins import KIND, Checkin
from slackapp.models.schedules import EVERYBODY, Occurrence, Outcome
from slackapp.queries.checkins import audience
from slackapp.queries.people import name_of


def people(
    session: Session,
    checkin: Checkin,
    round_: CheckinRound,
    entries: Sequence[CheckinEntry],
) -> dict[str, tuple[str, ...]]:
    """Their names, by why; none where it is anonymous."""
    if checkin.is_anonymous:
        return {}
    resting = _outcome(session, checkin, round_, Outcome.AWAY)
    away = {*resting, *(entry.user_id for entry in entries if entry.progress is EntryProgress.AWAY)}
    holiday = _outcome(session, checkin, round_, Outcome.HOLIDAY)
    answered = {entry.user_id for entry in entries if entry.progress is EntryProgress.ANSWERED}
    return {
        "skipped": _names(session, round_, entries, EntryProgress.SKIPPED),
        "away": _named(session, round_.workspace_id, away - answered),
        "on_holiday": _named(session, round_.workspace_id, holiday - answered),
        "unheard": _present(session, round_, entries),
    }


def _names(
    session: Session, round_: CheckinRound, entries: Sequence[CheckinEntry], progress: EntryProgress
) -> tuple[str, ...]:
    return _named(session, round_.workspace_id, {entry.user_id for entry in entries if entry.progress is progress})


def _present(session: Session, round_: CheckinRound, entries: Sequence[CheckinEntry]) -> tuple[str, ...]:
    """Of whom something may still be heard: not of who has left meanwhile."""
    waited_for = {entry.user_id for entry in entries if entry.progress is EntryProgress.ASKED}
    return tuple(person.name for person in audience.present(session, round_.workspace_id, waited_for))


def _named(session: Session, workspace_id: WorkspaceId, people: set[UserId]) -> tuple[str, ...]:
    return tuple(sorted((name_of(session, workspace_id, each) for each in people), key=str.casefold))


def _outcome(session: Session, checkin: Checkin, round_: CheckinRound, outcome: Outcome) -> set[UserId]:
    """Whom this became of on the day of the round."""
    found = select(Occurrence.member).where(
        Occurrence.workspace_id == checkin.workspace_id,
        Occurrence.kind == KIND,
        Occurrence.ref == checkin.id,
        Occurrence.slot.startswith(round_.day.isoformat()),
        Occurrence.state == outcome,
        Occurrence.member != EVERYBODY,
    )
    return set(session.scalars(found))
