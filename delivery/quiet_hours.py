"""Whether somebody may be written to now (QUI-1, QUI-2): quiet times, working hours, and how much they got today.

An appointment comes at its own time, also outside their hours and over their budget; only quiet holds it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from delivery import places, rendering
from delivery.rendering import Kinds
from slackapp.clock import now
from slackapp.ids import UserId
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.queries import locales
from slackapp.rules import quiet
from slackapp.views.message import Weight


@dataclass(frozen=True)
class Hold:
    """A message that does not go now. `until` is UTC, and None where it waits for another that is held."""

    until: datetime | None


def held(session: Session, lane: Lane, message: Message, kinds: Kinds) -> Hold | None:
    """Whether a direct message is held; None where it goes now, as everything to a channel does."""
    if not locales.is_person(lane.channel) or message.attempts:
        return None
    if message.card and places.of_card(session, message):
        return None  # a change in place disturbs nobody
    if message.thread:
        return Hold(None) if _card_is_held(session, message) else None
    until = _of_a_new_message(session, lane, message, kinds)
    return Hold(until) if until else None


def disturbs(session: Session, lane: Lane, message: Message, kinds: Kinds) -> bool:
    """Whether it is a direct message that may come later, so that Slack is asked whether its reader wants quiet."""
    if not locales.is_person(lane.channel) or message.attempts or message.thread or places.of_card(session, message):
        return False
    return rendering.weight(session, message, kinds) is not Weight.OWN


def _of_a_new_message(session: Session, lane: Lane, message: Message, kinds: Kinds) -> datetime | None:
    """When somebody may be written to; None where that is now."""
    person = UserId(lane.channel)
    if message.kind in quiet.APPOINTMENTS:
        rests_until = quiet.rests_until(session, lane.workspace_id, person)
        return rests_until if rests_until > now(session) else None
    free = quiet.free_at(session, lane.workspace_id, person)
    is_over = quiet.left_today(session, lane.workspace_id, lane.id, person) <= 0
    if free <= now(session) and not is_over:
        return None
    weight = rendering.weight(session, message, kinds)
    if weight is Weight.OWN or (weight is Weight.URGENT and free <= now(session)):
        return None
    return quiet.free_tomorrow(session, lane.workspace_id, person) if is_over else free


def _card_is_held(session: Session, line: Message) -> bool:
    """A line must not come before the card under which it stands."""
    theirs = (Message.workspace_id == line.workspace_id, Message.lane_id == line.lane_id)
    held = select(Message.id).where(*theirs, Message.state == Progress.HELD, Message.card == line.thread)
    return session.scalars(held.limit(1)).first() is not None
