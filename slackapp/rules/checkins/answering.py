"""Somebody answers, early or late, or says that they do not (CHK-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.database import insert_new
from slackapp.errors import NotPossibleNow
from slackapp.ids import Actor
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkin_setups import GivenAnswer
from slackapp.models.checkins import Checkin, CheckinRest, CheckinState
from slackapp.models.digests import ItemKind
from slackapp.queries.absences import zone_of
from slackapp.queries.checkins import next_turn, round_questions
from slackapp.queries.checkins.audience import audience
from slackapp.rules import digests, timers
from slackapp.rules.checkins import anonymous, answer_validation, places, reminders, rounds, steps

LATE = timedelta(days=7)
"""For how long after its end a round takes answers."""
SUNDAY = 6


@dataclass(frozen=True)
class Participation:
    """Somebody's part in a round, held until the transaction ends."""

    checkin: Checkin
    round: CheckinRound
    entry: CheckinEntry


def answer(session: Session, checkin_id: int, day: date, said: Sequence[GivenAnswer], *, by: Actor) -> None:
    """Keep what somebody answers to the round of a day; until it closes they may change it, and a little later too."""
    part = _part(session, checkin_id, day, by)
    kept = answer_validation.checked(session, part.round, said)
    is_first = part.entry.progress is not EntryProgress.ANSWERED
    if part.checkin.is_anonymous:
        _speak(session, part, kept, is_first=is_first)
    else:
        _keep(session, part, kept)
    part.entry.progress = EntryProgress.ANSWERED
    _done(session, part)
    if part.checkin.is_live and is_first:
        places.say_answered(session, part.checkin, part.round, part.entry)


def skip(session: Session, checkin_id: int, day: date, *, by: Actor) -> None:
    """Not this time: there are no reminders any more. Answering later is still possible."""
    part = _part(session, checkin_id, day, by)
    if part.entry.progress is EntryProgress.ANSWERED:
        raise NotPossibleNow("You have answered already. Thank you!")
    part.entry.progress = EntryProgress.SKIPPED
    _done(session, part)


def rest(session: Session, checkin_id: int, day: date, *, by: Actor) -> None:
    """Not this week: skip this round, and all that follow up to and with Sunday."""
    skip(session, checkin_id, day, by=by)
    sunday = day + timedelta(days=SUNDAY - day.weekday())
    mine = {"workspace_id": by.workspace_id, "checkin_id": checkin_id, "user_id": by.user_id}
    if not insert_new(session, CheckinRest, **mine, until=sunday):
        session.execute(update(CheckinRest).filter_by(**mine).values(until=sunday))


def _part(session: Session, checkin_id: int, day: date, by: Actor) -> Participation:
    """Their part in the round of a day; opened where they answer before they are asked."""
    checkin = steps.find(session, by.workspace_id, checkin_id)
    if checkin is None or checkin.state is CheckinState.DRAFT:
        raise steps.not_found()
    round_ = rounds.held(session, checkin, day)
    entry = round_questions.entry_of(session, round_, by.user_id) if round_ else None
    if round_ is None or entry is None:
        _check_takes_part(session, checkin, day, by)
        round_ = rounds.at(session, checkin, day)
        entry = round_questions.entry_of(session, round_, by.user_id) or rounds.enter(session, round_, by.user_id)
    _check_is_open(session, checkin, round_)
    return Participation(checkin, round_, entry)


def _check_takes_part(session: Session, checkin: Checkin, day: date, by: Actor) -> None:
    if by.user_id not in {person.user_id for person in audience(session, checkin)}:
        raise steps.not_found()
    here = ZoneInfo(checkin.tz or zone_of(session, by))
    if day != today(session, here) and day != next_turn.next_day(session, checkin, by.user_id):
        raise NotPossibleNow("Only the next round can be answered before it begins.")


def _check_is_open(session: Session, checkin: Checkin, round_: CheckinRound) -> None:
    if round_.closed_at is None:
        return
    if checkin.is_anonymous:
        # One more voice in a summary that everybody has seen would be known by who came late.
        raise NotPossibleNow("This round is over, and what is said anonymously is not added to afterwards.")
    if now(session) > round_.closed_at + LATE:
        raise NotPossibleNow("This round of {checkin} was over a week ago.", checkin=checkin.name)


def _speak(session: Session, part: Participation, said: Sequence[GivenAnswer], *, is_first: bool) -> None:
    if not is_first:
        raise NotPossibleNow("Your answers are anonymous: nobody knows which are yours, so they cannot be changed.")
    anonymous.speak(session, part.round, said)


def _keep(session: Session, part: Participation, said: Sequence[GivenAnswer]) -> None:
    """These in place of what was answered before, but for what was not touched; what a blocker became stays with it."""
    entry, untouched = part.entry, {each.question_id for each in said if each.is_untouched}
    given = {each.question_id: each for each in said if not each.is_untouched}
    if entry.answered_at is None:
        entry.answered_at = now(session)
    for answer in answer_validation.of(session, part.round, entry.user_id):
        if answer.question_id in untouched:
            continue
        new = given.pop(answer.question_id, None)
        if new is None:
            session.delete(answer)
        else:
            answer.text, answer.value, answer.team_id = new.text, new.number, new.team_id
    about = {"workspace_id": entry.workspace_id, "round_id": part.round.id, "user_id": entry.user_id}
    session.add_all(
        CheckinAnswer(**about, question_id=each.question_id, text=each.text, value=each.number, team_id=each.team_id)
        for each in given.values()
    )
    session.flush()


def _done(session: Session, part: Participation) -> None:
    """No reminder any more, and everything that shows it is true."""
    timers.clear(session, part.entry.workspace_id, reminders.KIND, part.entry.id)
    if part.entry.asked_at is not None:
        places.show_prompt(session, part.entry)
    if part.round.closed_at is not None or part.checkin.is_live:
        places.show_summary(session, part.checkin, part.round)
    if not part.checkin.is_anonymous:
        # A count that grows before everybody's eyes would tell who has just spoken.
        digests.follow(session, part.entry.workspace_id, ItemKind.ROUND, part.round.id)
