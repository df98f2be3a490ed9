"""A time has come: who is asked, and the prompts (CHK-2, CHK-3)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId
from slackapp.models.checkin_rounds import CheckinRound, EntryProgress
from slackapp.models.checkins import Checkin, CheckinRest
from slackapp.models.people import Person
from slackapp.queries import absences
from slackapp.queries.checkins.audience import audience, present
from slackapp.rules import quiet, schedules, timers
from slackapp.rules.checkins import holiday_choices, places, rounds, steps
from slackapp.rules.checkins import reminders as reminding
from slackapp.rules.schedules import Made, Member, Round


def members(session: Session, round_: Round) -> Sequence[Member]:
    """Everybody who takes part, with what is known of that day of theirs."""
    checkin = steps.find(session, round_.workspace_id, round_.ref)
    if checkin is None:
        return ()
    places.ask_for_owner(session, checkin)
    people = audience(session, checkin)
    away = _away(session, round_, people)
    countries = holiday_choices.countries_of(session, round_.workspace_id, people)
    return [Member(each.user_id, each.tz, countries[each.user_id], away.get(each.user_id)) for each in people]


def made(session: Session, round_: Round, asked: Sequence[Made]) -> None:
    """Ask them, each once; who has answered already is not asked again (CHK-4)."""
    found = select(Checkin).where(Checkin.workspace_id == round_.workspace_id, Checkin.id == round_.ref)
    checkin = session.scalars(found.with_for_update()).one_or_none()
    if checkin is None:
        return
    opened = rounds.at(session, checkin, round_.day)
    if opened.closed_at is None:
        _ask(session, checkin, opened, [each.member for each in asked])
        if checkin.is_live:
            places.show_summary(session, checkin, opened)


SCHEDULE = schedules.ScheduleKind(members=members, made=made)


def _ask(session: Session, checkin: Checkin, round_: CheckinRound, people: Sequence[UserId]) -> None:
    """In few questions for many people: no other transaction is as long."""
    reminders: dict[int, datetime] = {}
    known = present(session, round_.workspace_id, frozenset(people))
    entries = rounds.entered(session, round_, [each.user_id for each in known])
    with session.no_autoflush:
        for entry in entries:
            if entry.progress is EntryProgress.ASKED and entry.asked_at is None:
                # While they rest the prompt waits: from then on counts how late it is.
                entry.asked_at = quiet.rests_until(session, round_.workspace_id, entry.user_id)
                places.show_prompt(session, entry)
                reminders[entry.id] = _half_way(checkin, round_, entry.asked_at)
    timers.set_all(session, round_.workspace_id, reminding.KIND, reminders)


def _half_way(checkin: Checkin, round_: CheckinRound, asked_at: datetime) -> datetime:
    """Through the time that is theirs, and not through that of the people furthest west."""
    return asked_at + min(checkin.open_minutes * rounds.MINUTE, round_.closes_at - asked_at) / 2


def _away(session: Session, round_: Round, people: Sequence[Person]) -> Mapping[UserId, bool]:
    """What is known of everybody's day, and who said "not this week"."""
    days = {each.user_id: round_.due_at.astimezone(ZoneInfo(each.tz)).date() for each in people}
    return {**absences.all_away(session, round_.workspace_id, days), **dict.fromkeys(_resting(session, round_), True)}


def _resting(session: Session, round_: Round) -> frozenset[UserId]:
    theirs = select(CheckinRest.user_id).where(
        CheckinRest.workspace_id == round_.workspace_id,
        CheckinRest.checkin_id == round_.ref,
        CheckinRest.until >= round_.day,
    )
    return frozenset(session.scalars(theirs))
