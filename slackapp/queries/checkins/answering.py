"""What stands in the form of a round for one person: what they planned, answered, and what became of a blocker."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, UserId
from slackapp.models.checkin_rounds import CheckinRound, EntryProgress
from slackapp.models.checkin_setups import GivenAnswer, QuestionKind
from slackapp.models.checkins import Checkin
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries.checkins import open_blockers, round_questions
from slackapp.queries.checkins.audience import audience
from slackapp.queries.checkins.next_turn import next_day
from slackapp.queries.checkins.open_blockers import Blocked
from slackapp.queries.checkins.round_questions import AskedQuestion


@dataclass(frozen=True)
class Given:
    """What somebody answered to a question before, to begin with."""

    said: GivenAnswer
    team: str = ""


@dataclass(frozen=True)
class Sheet:
    """A form to fill in. `planned` is what they planned the last time; `blocked` what was in the way then."""

    checkin_id: int
    name: str
    day: date
    is_anonymous: bool
    questions: tuple[AskedQuestion, ...]
    planned: tuple[str, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    given: tuple[Given, ...] = ()
    has_answered: bool = False

    def said(self, question_id: int) -> Given | None:
        """What they answered to it before."""
        return next((each for each in self.given if each.said.question_id == question_id), None)


def sheet(session: Session, who: Actor, *, checkin_id: int, day: date | None) -> Sheet:
    """The form of the round of a day, or of the next one; NotFound for who is not asked."""
    checkin = _seen(session, who, checkin_id)
    when = day or next_day(session, checkin, who.user_id)
    if when is None:
        raise NotFound("There is no next round to answer.")
    round_ = round_questions.round_on(session, checkin, when)
    entry = round_questions.entry_of(session, round_, who.user_id) if round_ else None
    if entry is None and who.user_id not in {person.user_id for person in audience(session, checkin)}:
        raise NotFound("You are not asked in this check-in.")
    last = None if checkin.is_anonymous else open_blockers.last_round(session, checkin, who.user_id, when)
    return Sheet(
        checkin_id=checkin.id,
        name=checkin.name,
        day=when,
        is_anonymous=checkin.is_anonymous,
        questions=tuple(
            round_questions.questions_in(session, round_) if round_ else round_questions.questions_of(session, checkin)
        ),
        planned=_planned(session, last, who.user_id) if last else (),
        blocked=open_blockers.blocked_before(session, checkin, who.user_id, when) if last else (),
        given=_given(session, round_, who.user_id) if round_ else (),
        has_answered=entry is not None and entry.progress is EntryProgress.ANSWERED,
    )


def preview(session: Session, who: Actor, *, checkin_id: int) -> Sheet:
    """The form as everybody will see it, before it is started."""
    checkin = _seen(session, who, checkin_id)
    questions = tuple(round_questions.questions_of(session, checkin))
    if not questions:
        raise NotFound("There is no question yet. Add one first.")
    return Sheet(checkin.id, checkin.name, checkin.starts_on, checkin.is_anonymous, questions)


def mine(session: Session, who: Actor, *, checkin_id: int, day: date) -> tuple[Blocked, ...]:
    """The blockers that somebody has just named, for which a team can be asked."""
    checkin = _seen(session, who, checkin_id)
    round_ = round_questions.round_on(session, checkin, day)
    return _blocked(session, round_, who.user_id) if round_ else ()


def planned_before(session: Session, checkin: Checkin, user_id: UserId, day: date) -> tuple[str, ...]:
    """What somebody planned the last time; nothing where it is anonymous."""
    last = None if checkin.is_anonymous else open_blockers.last_round(session, checkin, user_id, day)
    return _planned(session, last, user_id) if last else ()


def _seen(session: Session, who: Actor, checkin_id: int) -> Checkin:
    found = select(Checkin).where(Checkin.id == checkin_id, permissions.visible_to(viewer(session, who)))
    checkin = session.scalars(found).one_or_none()
    if checkin is None:
        raise NotFound("There is no such check-in, or you may not see it.")
    return checkin


def _planned(session: Session, round_: CheckinRound, user_id: UserId) -> tuple[str, ...]:
    plans = {each.id for each in round_questions.questions_in(session, round_) if each.kind is QuestionKind.PLAN}
    return tuple(
        each.text for each in round_questions.answers_of(session, round_, user_id) if each.question_id in plans
    )


def _blocked(session: Session, round_: CheckinRound, user_id: UserId) -> tuple[Blocked, ...]:
    blockers = {each.id for each in round_questions.questions_in(session, round_) if each.kind is QuestionKind.BLOCKER}
    return tuple(
        open_blockers.blocked(session, each)
        for each in round_questions.answers_of(session, round_, user_id)
        if each.question_id in blockers
    )


def _given(session: Session, round_: CheckinRound, user_id: UserId) -> tuple[Given, ...]:
    return tuple(
        Given(
            GivenAnswer(each.question_id, each.text, each.value, each.team_id),
            round_questions.lifting(session, each).team,
        )
        for each in round_questions.answers_of(session, round_, user_id)
    )
