"""Who is reminded of a request, and when (REQ-7).

Before the limit a quiet reminder to the owner, or to the lead where there is none; at the limit the same person, once;
after a second period the lead. Nobody is reminded outside their own working hours, and each stage comes once.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models import request_lateness
from slackapp.models.people import Person
from slackapp.models.request_life import RequestState
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.rules import timers, working_days
from slackapp.rules.requests import clocks
from slackapp.rules.requests.places import places, show_card
from slackapp.rules.teams import working_time_of
from slackapp.rules.working_time import WorkingTime

KIND = "request.remind"
BECOMES_LATE = "request.late"
UNDERWAY = frozenset({RequestState.ACCEPTED, RequestState.IN_PROGRESS, RequestState.BLOCKED})
OF_NO_USE_AFTER = timedelta(days=7)
"""For how long a reminder that an outage held up is still worth sending (docs/decisions/delivery.md)."""


class Stage(StrEnum):
    """How far the limit is."""

    SOON = "soon"
    LIMIT = "limit"
    LATE = "late"


@dataclass(frozen=True)
class NextReminder:
    """The next time that somebody is reminded."""

    stage: Stage
    at: datetime


def plan(session: Session, request: Request, team: Team) -> None:
    """Set the alarm for the first stage that is still ahead; none while nobody of the team is waited for."""
    at, ahead = now(session), stages(request, team)
    _set(session, request, next((each for each in ahead if each.at > at), None))
    late_from = request_lateness.late_from(request)
    if late_from and late_from > at and late_from not in {each.at for each in ahead}:
        timers.set(session, request.workspace_id, BECOMES_LATE, request.id, stage="", at=late_from)
    else:
        timers.clear(session, request.workspace_id, BECOMES_LATE, request.id)


def become_late(session: Session, workspace_id: WorkspaceId, request_id: int, _: str) -> None:
    """It is late from now on while nobody is reminded, as when a date is proposed: its cards say so (REQ-22)."""
    found = select(Request).where(Request.id == request_id, Request.workspace_id == workspace_id)
    request = session.scalars(found).one_or_none()
    if request is not None:
        _show_cards(session, request)


def remind(session: Session, workspace_id: WorkspaceId, request_id: int, _: str) -> None:
    """The alarm rings: remind whoever it concerns, or wait until they work, and set the next one."""
    found = select(Request).where(Request.id == request_id, Request.workspace_id == workspace_id)
    # Held: a step of this moment is either seen here, or sets the next reminder itself.
    request = session.scalars(found.with_for_update()).one_or_none()
    if request is None:
        return
    team = session.get_one(Team, request.to_team_id)
    reached = [each for each in stages(request, team) if each.at <= now(session)]
    if not reached:
        plan(session, request, team)
    elif (wait := _until_they_work(session, request, team, reached[-1])) is not None:
        timers.set(session, workspace_id, KIND, request_id, stage=reached[-1].stage, at=wait)
    else:
        _ring(session, request, team, reached[-1])
        plan(session, request, team)


def stages(request: Request, team: Team) -> list[NextReminder]:
    """The reminders of the limit that the team has now, in order; none while it is not the team's turn."""
    hours, period = working_time_of(team), clocks.answer_time(team)
    if request.state == RequestState.OPEN and request.answer_by and request.warn_at:
        soon, limit = request.warn_at, request.answer_by
    elif request.state in UNDERWAY and request.due_at:
        soon, limit = _morning_of(request.due_at, hours), request.due_at
    else:
        return []
    return [
        NextReminder(Stage.SOON, soon),
        NextReminder(Stage.LIMIT, limit),
        NextReminder(Stage.LATE, hours.add(limit, period)),
    ]


def _morning_of(due: datetime, hours: WorkingTime) -> datetime:
    opening = due.astimezone(hours.tz).replace(hour=hours.start.hour, minute=hours.start.minute, fold=0)
    return min(opening.astimezone(UTC), due)


def _until_they_work(session: Session, request: Request, team: Team, reminder: NextReminder) -> datetime | None:
    person = _whom(session, request, team, reminder.stage)
    if person is None:
        return None
    moment = working_days.next_working_moment(session, person, now(session))
    return moment if moment > now(session) else None


def _ring(session: Session, request: Request, team: Team, reminder: NextReminder) -> None:
    if now(session) - reminder.at <= OF_NO_USE_AFTER:
        _say(session, request, reminder, _whom(session, request, team, reminder.stage))
    _show_cards(session, request)


def _show_cards(session: Session, request: Request) -> None:
    for place in places(session, request):
        show_card(session, request, place)


def _say(session: Session, request: Request, reminder: NextReminder, person: Person | None) -> None:
    """To the person; where nobody is left to tell, in the card's thread, so that it is no silent gap."""
    once = f"request.remind:{request.id}:{reminder.stage}:{reminder.at:%Y%m%dT%H%M%S}"
    limit = request.answer_by if request.state == RequestState.OPEN else request.due_at
    to = person.user_id if person else places(session, request)[0]
    thread = None if person else cards.request(request.id, to).key
    outbox.say(
        session,
        request.workspace_id,
        to,
        "request.reminder",
        once=once,
        thread=thread,
        request=request.id,
        stage=reminder.stage,
        limit=int(limit.timestamp()) if limit else 0,
    )


def _whom(session: Session, request: Request, team: Team, stage: Stage) -> Person | None:
    first = team.lead_id if stage is Stage.LATE or request.owner_id is None else request.owner_id
    for user_id in (first, team.lead_id):
        person = session.get(Person, (request.workspace_id, user_id))
        if person is not None and not person.is_deactivated:
            return person
    return None


def _set(session: Session, request: Request, reminder: NextReminder | None) -> None:
    if reminder is None:
        timers.clear(session, request.workspace_id, KIND, request.id)
    else:
        timers.set(session, request.workspace_id, KIND, request.id, stage=reminder.stage, at=reminder.at)
