"""How long a team has to answer, and until when it promised. Both run in the team's own working hours (REQ-7)."""

from datetime import date, datetime, timedelta

from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.rules.teams import working_time_of

MINUTE = timedelta(minutes=1)
WARNING = 3 / 4
"""How much of the time to answer is over when the quiet reminder comes."""


def answer_time(team: Team) -> timedelta:
    """How much working time the team's norm gives for an answer: one working day where it says nothing else."""
    return team.answer_minutes * MINUTE if team.answer_minutes else working_time_of(team).working_day


def ask_team(request: Request, team: Team, at: datetime) -> None:
    """The team is asked: its clock starts anew."""
    request.answered_at = request.answered_after = request.answered_in_time = None
    request.missed_at = _missed(request, at)
    _run(request, team, at, answer_time(team))
    expect(request, team, request.needed_by)


def stop(request: Request, team: Team, at: datetime) -> None:
    """The requester is asked something: the team's clock stands still."""
    if request.answer_by is not None:
        left, missed_at = working_time_of(team).between(at, request.answer_by), _missed(request, at)
        _measure(request, team, at)
        forget(request)
        request.answer_left, request.missed_at = int(left / MINUTE), missed_at


def go_on(request: Request, team: Team, at: datetime) -> None:
    """The requester has answered: the clock runs on with what was left."""
    if request.answer_left is not None:
        _run(request, team, at, request.answer_left * MINUTE)


def answered(request: Request, team: Team, at: datetime) -> None:
    """The team has answered: how long that took is kept, and there is no clock any more."""
    if request.answer_by is not None:
        _measure(request, team, at)
    if request.answer_by is not None or request.answer_left is not None:
        request.answered_at = at
    forget(request)


def forget(request: Request) -> None:
    """No answer is waited for any more."""
    request.answer_by = request.warn_at = request.asked_at = None
    request.answer_left = request.missed_at = None


def expect(request: Request, team: Team, day: date) -> None:
    """It is due at the end of this day, in the team's hours."""
    request.due_at = working_time_of(team).end_of_working_day(day)


def _missed(request: Request, at: datetime) -> datetime | None:
    """Since when an answer is missing: neither a question nor another team makes that good again (REQ-22)."""
    is_over = request.answer_by is not None and request.answer_by <= at
    return request.missed_at or (request.answer_by if is_over else None)


def _run(request: Request, team: Team, at: datetime, left: timedelta) -> None:
    hours = working_time_of(team)
    request.answer_by = hours.add(at, left)
    request.warn_at = hours.add(at, left * WARNING)
    request.asked_at = at
    request.answer_left = None


def _measure(request: Request, team: Team, at: datetime) -> None:
    """Count what the clock has run since it was started last, and whether the time was kept."""
    ran = working_time_of(team).between(request.asked_at or request.submitted_at, at)
    request.answered_after = (request.answered_after or 0) + int(ran / MINUTE)
    # Once it was missed, a question to the requester does not make it good again.
    request.answered_in_time = request.answered_in_time is not False and at <= (request.answer_by or at)
