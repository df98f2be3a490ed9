"""What a prompt and a reminder say, if they are still true when they are sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.clock import now
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.outbox import Posting
from slackapp.queries.checkins import answering, round_questions

GRACE = timedelta(hours=2)
"""A prompt that an outage held up for longer is not sent any more: nobody is asked at night (CHK-8)."""


@dataclass(frozen=True)
class CheckinPrompt:
    """A round to one person. `is_open` tells whether it still runs."""

    checkin_id: int
    name: str
    day: date
    closes_at: datetime
    progress: EntryProgress
    is_open: bool
    is_anonymous: bool
    questions: int
    planned: tuple[str, ...] = ()
    """What they planned the last time."""

    @property
    def value(self) -> str:
        """Which round a button is about."""
        return f"{self.checkin_id}:{self.day}"


def prompt(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> CheckinPrompt | None:
    """None where it came too late to be sent at all, or the check-in was deleted."""
    found = _found(session, workspace_id, refs)
    if found is None or _is_too_late(session, *found):
        return None
    return _prompt(session, *found)


def reminder(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> CheckinPrompt | None:
    """None where they have answered or skipped meanwhile, or the round is over."""
    found = _found(session, workspace_id, refs)
    if found is None or found[1].progress is not EntryProgress.ASKED or found[0].closed_at is not None:
        return None
    return _prompt(session, *found)


def _found(
    session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]
) -> tuple[CheckinRound, CheckinEntry] | None:
    round_ = round_questions.round_of(session, workspace_id, int(refs["round"]))
    entry = round_questions.entry_of(session, round_, UserId(str(refs["person"]))) if round_ else None
    return (round_, entry) if round_ and entry else None


def _is_too_late(session: Session, round_: CheckinRound, entry: CheckinEntry) -> bool:
    key = cards.checkin_prompt(round_.id, entry.user_id).key
    if session.get(Posting, (entry.workspace_id, key)) is not None:
        return False
    asked_at = entry.asked_at or now(session)
    return round_.closed_at is not None or now(session) > asked_at + GRACE or entry.progress is not EntryProgress.ASKED


def _prompt(session: Session, round_: CheckinRound, entry: CheckinEntry) -> CheckinPrompt:
    checkin = round_questions.checkin_of(session, round_.workspace_id, round_.checkin_id)
    return CheckinPrompt(
        checkin_id=checkin.id,
        name=checkin.name,
        day=round_.day,
        closes_at=round_.closes_at,
        progress=entry.progress,
        is_open=round_.closed_at is None,
        is_anonymous=checkin.is_anonymous,
        questions=len(round_.asks["questions"]),
        planned=answering.planned_before(session, checkin, entry.user_id, round_.day),
    )
