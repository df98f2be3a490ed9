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
    _run(request, team, at, answer_time(team))
    expect(request, team, request.needed_by)


def stop(request: Request, team: Team, at: datetime) -> None:
    """The requester is asked something: the team's clock stands still."""
    if request.answer_by is not None:
        left = working_time_of(team).between(at, request.answer_by)
        answered(request)
        request.answer_left = int(left / MINUTE)


def go_on(request: Request, team: Team, at: datetime) -> None:
    """The requester has answered: the clock runs on with what was left."""
    if request.answer_left is not None:
        _run(request, team, at, request.answer_left * MINUTE)


def answered(request: Request) -> None:
    """The team has answered: there is no clock any more."""
    request.answer_by = request.warn_at = None
    request.answer_left = None


def expect(request: Request, team: Team, day: date) -> None:
    """It is due at the end of this day, in the team's hours."""
    request.due_at = working_time_of(team).end_of_working_day(day)


def _run(request: Request, team: Team, at: datetime, left: timedelta) -> None:
    hours = working_time_of(team)
    request.answer_by = hours.add(at, left)
    request.warn_at = hours.add(at, left * WARNING)
    request.answer_left = None
