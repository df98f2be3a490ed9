"""Pause, resume, hand over, take over, delete (CHK-7)."""

from collections.abc import Sequence

from sqlalchemy import delete as deletion
from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput, NotAllowed, NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinEntry, CheckinRound, CheckinVoice
from slackapp.models.checkins import (
    KIND,
    Checkin,
    CheckinPerson,
    CheckinQuestion,
    CheckinRest,
    CheckinState,
    CheckinTeam,
)
from slackapp.models.digests import ItemKind
from slackapp.models.people import Person
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries.people import name_of
from slackapp.rules import digests, schedules, timers
from slackapp.rules.checkins import closing, places, reminders, steps


def pause(session: Session, checkin_id: int, *, by: Actor) -> None:
    """Ask nobody until it is resumed; a round that is under way goes on."""
    checkin = steps.begin(session, checkin_id, by=by)
    if checkin.state is not CheckinState.ACTIVE:
        raise NotPossibleNow("{checkin} does not run, so it cannot be paused.", checkin=checkin.name)
    checkin.state = CheckinState.PAUSED
    schedules.pause(session, by.workspace_id, KIND, checkin.id)


def resume(session: Session, checkin_id: int, *, by: Actor) -> None:
    """Ask again from the next time on."""
    checkin = steps.begin(session, checkin_id, by=by)
    if checkin.state is not CheckinState.PAUSED:
        raise NotPossibleNow("{checkin} is not paused.", checkin=checkin.name)
    checkin.state = CheckinState.ACTIVE
    schedules.resume(session, by.workspace_id, KIND, checkin.id)


def hand_over(session: Session, checkin_id: int, *, by: Actor, owner: UserId | None) -> None:
    """Make somebody else its owner, who is told."""
    checkin = steps.begin(session, checkin_id, by=by)
    person = session.get(Person, (by.workspace_id, owner)) if owner else None
    if person is None or not person.is_member:
        raise InvalidInput("owner", "Choose a full member of the organisation.")
    if person.user_id == checkin.owner_id:
        raise InvalidInput("owner", "{person} owns this already.", person=person.name)
    checkin.owner_id = person.user_id
    places.tell_new_owner(session, checkin, by=by)


def take_over(session: Session, checkin_id: int, *, by: Actor) -> None:
    """Become its owner, after the former one has left."""
    checkin = steps.hold(session, checkin_id, by=by)
    if not permissions.may_take_over(session, checkin, viewer(session, by)):
        owner = name_of(session, by.workspace_id, checkin.owner_id)
        raise NotAllowed("{owner} owns this check-in, and can hand it over.", owner=owner)
    former, checkin.owner_id = checkin.owner_id, by.user_id
    places.show_orphan(session, checkin, former)


def delete(session: Session, checkin_id: int, *, by: Actor) -> None:
    """Let it be for good, with everything that was answered. What stands in Slack already stays there."""
    checkin = steps.begin(session, checkin_id, by=by)
    schedules.delete(session, by.workspace_id, KIND, checkin.id)
    rounds = select(CheckinRound.id).where(
        CheckinRound.workspace_id == by.workspace_id, CheckinRound.checkin_id == checkin.id
    )
    ids = session.scalars(rounds).all()
    _forget_alarms(session, checkin, ids)
    digests.follow(session, by.workspace_id, ItemKind.ROUND, *ids)
    for table in (CheckinAnswer, CheckinVoice, CheckinEntry):
        session.execute(deletion(table).where(table.workspace_id == by.workspace_id, table.round_id.in_(ids)))
    for part in (CheckinRound, CheckinQuestion, CheckinPerson, CheckinTeam, CheckinRest):
        session.execute(deletion(part).where(part.workspace_id == by.workspace_id, part.checkin_id == checkin.id))
    session.delete(checkin)


def _forget_alarms(session: Session, checkin: Checkin, rounds: Sequence[int]) -> None:
    entries = select(CheckinEntry.id).where(
        CheckinEntry.workspace_id == checkin.workspace_id, CheckinEntry.round_id.in_(rounds)
    )
    for entry_id in session.scalars(entries):
        timers.clear(session, checkin.workspace_id, reminders.KIND, entry_id)
    for round_id in rounds:
        timers.clear(session, checkin.workspace_id, closing.KIND, round_id)
