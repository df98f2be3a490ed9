"""Letting time pass faster than it does, without missing anything: for the demo and for tests."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from runtime.assembly import Afspraak
from slackapp.clock import now
from slackapp.models.outbox import Gate, Lane, Message, Progress
from slackapp.models.schedules import Schedule
from slackapp.models.timers import Timer

SOON = timedelta(seconds=5)
"""Slack takes one message a second in a channel: for so long a rest waits for the next."""
MOST_STOPS = 1000  # more is a loop, which should be seen


class Movable(Protocol):
    """A clock that can be put forward."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def move_to(self, moment: datetime) -> None:
        """Go forward to an aware moment."""


class NoRest(Exception):
    """The app goes on and on finding work, at one and the same moment."""


async def rest(app: Afspraak, clock: Movable, beside: Callable[[], Awaitable[None]]) -> None:
    """Let the app do all that is due at this moment, and what the pace of Slack keeps back for a few seconds.

    `beside` waits for what goes on in the workspace meanwhile.
    """
    for _ in range(MOST_STOPS):
        await _do_what_is_due(app, beside)
        later = await app.database.read(_next_lane)
        if later is None or later > clock.now() + SOON:
            return
        _move(clock, later)
    raise NoRest


async def until(app: Afspraak, clock: Movable, moment: datetime, beside: Callable[[], Awaitable[None]]) -> None:
    """Go forward to an aware moment, and stop on the way wherever something is due."""
    for _ in range(MOST_STOPS):
        await rest(app, clock, beside)
        due = await app.database.read(_next_due)
        if due is None or due > moment:
            break
        _move(clock, due)
    _move(clock, moment)
    await rest(app, clock, beside)


async def _do_what_is_due(app: Afspraak, beside: Callable[[], Awaitable[None]]) -> None:
    for _ in range(MOST_STOPS):
        jobs = (app.ticker, app.dead_letters, app.reconciler, app.deliverer, app.unknown_people)
        worked = [await job.once() for job in jobs]
        await beside()
        if not any(worked):
            return
    raise NoRest


def _move(clock: Movable, moment: datetime) -> None:
    clock.move_to(max(moment, clock.now()))


def _next_due(session: Session) -> datetime | None:
    rings = session.scalar(select(func.min(Timer.due_at)).where(Timer.due_at > now(session)))
    comes = session.scalar(select(func.min(Schedule.next_run_at)).where(Schedule.next_run_at > now(session)))
    return min((moment for moment in (rings, comes, _next_lane(session)) if moment), default=None)


def _next_lane(session: Session) -> datetime | None:
    """When a channel with something to send takes it, which is not yet; of every workspace that is not shut."""
    at = now(session)
    waits = select(Message.lane_id).where(Message.state == Progress.PENDING)
    shut = select(Gate.workspace_id).where(Gate.not_before > at)
    later = select(func.min(Lane.not_before)).where(Lane.not_before > at, Lane.id.in_(waits))
    return session.scalar(later.where(Lane.workspace_id.not_in(shut)))
