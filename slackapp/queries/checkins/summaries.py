"""What a round came to: blockers first, then by question; who skipped or was away is no failing (CHK-5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkin_setups import QuestionKind
from slackapp.models.checkins import Checkin
from slackapp.queries.checkins import missing, open_blockers, round_questions, sections
from slackapp.queries.checkins.round_questions import AskedQuestion, Lifting
from slackapp.queries.checkins.sections import AnswerShown, SummarySection, reply
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class Blocker:
    """What is in somebody's way."""

    answer_id: int
    by: str
    text: str
    lifting: Lifting


@dataclass(frozen=True)
class Summary:
    """A round as it is now. The names of who skipped, is away or was not heard from are empty where it is anonymous."""

    round_id: int
    checkin_id: int
    name: str
    day: date
    closes_at: datetime
    is_open: bool
    is_anonymous: bool
    asked: int
    answered: int
    blockers: tuple[Blocker, ...]
    sections: tuple[SummarySection, ...]
    skipped: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    on_holiday: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()


@dataclass(frozen=True)
class SummaryLine:
    """One person's answers, for the thread of a live round."""

    by: str
    replies: tuple[tuple[AskedQuestion, AnswerShown], ...]


def summary(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Summary | None:
    """The round as it stands at a place; None where its check-in was deleted."""
    round_ = round_questions.round_of(session, workspace_id, int(refs["round"]))
    return of(session, round_) if round_ else None


def of(session: Session, round_: CheckinRound) -> Summary:
    """The same of a round that was found."""
    checkin = round_questions.checkin_of(session, round_.workspace_id, round_.checkin_id)
    questions = round_questions.questions_in(session, round_)
    entries = _entries(session, round_)
    parts = (
        sections.voiced(session, round_, questions)
        if checkin.is_anonymous
        else sections.signed(session, round_, questions)
    )
    return Summary(
        round_id=round_.id,
        checkin_id=checkin.id,
        name=checkin.name,
        day=round_.day,
        closes_at=round_.closes_at,
        is_open=round_.closed_at is None,
        is_anonymous=checkin.is_anonymous,
        asked=sum(
            entry.progress in (EntryProgress.ANSWERED, EntryProgress.ASKED, EntryProgress.SKIPPED) for entry in entries
        ),
        answered=sum(entry.progress is EntryProgress.ANSWERED for entry in entries),
        blockers=(*_blockers(session, round_, questions), *_standing(session, checkin, round_, entries)),
        sections=tuple(parts),
        **missing.people(session, checkin, round_, entries),
    )


def line(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> SummaryLine | None:
    """What somebody answered; None where it is gone."""
    found = select(CheckinEntry).where(CheckinEntry.workspace_id == workspace_id, CheckinEntry.id == int(refs["entry"]))
    entry = session.scalars(found).one_or_none()
    round_ = round_questions.round_of(session, workspace_id, entry.round_id) if entry else None
    if entry is None or round_ is None:
        return None
    given = round_questions.by_question(round_questions.answers_of(session, round_, entry.user_id))
    by = name_of(session, workspace_id, entry.user_id)
    replies = [
        (each, reply(by, given[each.id])) for each in round_questions.questions_in(session, round_) if each.id in given
    ]
    return SummaryLine(by, tuple(replies))


def _blockers(session: Session, round_: CheckinRound, questions: Sequence[AskedQuestion]) -> tuple[Blocker, ...]:
    """What was named in this round."""
    kinds = {each.id for each in questions if each.kind is QuestionKind.BLOCKER}
    named = [each for each in round_questions.answers_of(session, round_) if each.question_id in kinds]
    return tuple(
        Blocker(
            each.id,
            name_of(session, each.workspace_id, each.user_id),
            each.text,
            round_questions.lifting(session, each),
        )
        for each in named
    )


def _standing(
    session: Session, checkin: Checkin, round_: CheckinRound, entries: Sequence[CheckinEntry]
) -> list[Blocker]:
    """What was named in earlier rounds and is a request under way: it is not asked again, and not forgotten either."""
    if checkin.is_anonymous:
        return []
    people = sorted((name_of(session, entry.workspace_id, entry.user_id), entry.user_id) for entry in entries)
    return [
        Blocker(each.answer_id, by, each.text, each.lifting)
        for by, user_id in people
        for each in open_blockers.blocked_before(session, checkin, user_id, round_.day)
        if each.lifting.request_id and not each.lifting.is_over
    ]


def _entries(session: Session, round_: CheckinRound) -> Sequence[CheckinEntry]:
    theirs = select(CheckinEntry).where(
        CheckinEntry.workspace_id == round_.workspace_id, CheckinEntry.round_id == round_.id
    )
    return session.scalars(theirs.order_by(CheckinEntry.id)).all()
