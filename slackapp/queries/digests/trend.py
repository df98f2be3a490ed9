"""Twelve weeks in figures: how long an answer took, and how long it took until it was done (DIG-6).

Medians, never an average: one request that was forgotten for a year says nothing about the others.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, FunctionElement, Integer, SQLColumnExpression, case, func, select, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from slackapp.models.requests import Request
from slackapp.permissions import audience as permissions
from slackapp.queries.digests.content import Week
from slackapp.queries.digests.figures import FINISHED
from slackapp.queries.digests.scope import DigestScope

WEEKS = 12
"""A quarter: short enough for a phone, long enough to see whether a change lasts."""
FEWEST_IN_A_WEEK = 3
"""The median of two is their average, and that of one is the one: of fewer a week says nothing, and leaves a gap."""
FEWEST_WEEKS = 4
"""Below a month of weeks that say something, the direction of a line is chance."""
MINUTES = 60
"""In an hour."""
HOURS = 24
"""In a day."""
WEEK = timedelta(weeks=1)

Median = tuple[float, int]
"""And of how many."""
NOTHING: Median = (0, 0)


def trend(session: Session, scope: DigestScope) -> Sequence[Week]:
    """The last twelve whole weeks, where the digest is, the oldest first; none at all where too little happened."""
    mondays = _mondays(scope)
    took = _hours_between(Request.submitted_at, Request.closed_at)
    answers = _medians(session, scope, mondays, Request.answered_at, length=Request.answered_after, only=true())
    ends = _medians(session, scope, mondays, Request.closed_at, length=took, only=Request.state.in_(FINISHED))
    weeks = [
        _week(monday, answers.get(number, NOTHING), ends.get(number, NOTHING))
        for number, monday in enumerate(mondays[:-1])
    ]
    return weeks if sum(week.answer_hours is not None for week in weeks) >= FEWEST_WEEKS else []


def written(weeks: Sequence[Week]) -> list[list[Any]]:
    """The weeks as JSON; `read` takes them back."""
    return [
        [week.starts.isoformat(), week.answer_hours, week.finish_days, week.answered, week.finished] for week in weeks
    ]


def read(stored: Sequence[Sequence[Any]]) -> tuple[Week, ...]:
    """The weeks as they were written."""
    return tuple(Week(date.fromisoformat(starts), *rest) for starts, *rest in stored)


def _week(monday: date, answer: Median, end: Median) -> Week:
    (minutes, answered), (hours, finished) = answer, end
    return Week(
        starts=monday,
        answer_hours=round(minutes / MINUTES, 2) if answered >= FEWEST_IN_A_WEEK else None,
        finish_days=round(hours / HOURS, 2) if finished >= FEWEST_IN_A_WEEK else None,
        answered=answered,
        finished=finished,
    )


def _mondays(scope: DigestScope) -> list[date]:
    """The Mondays on which the weeks begin, and the one on which the last of them is over."""
    today = scope.until.astimezone(ZoneInfo(scope.digest.tz)).date()
    this = today - timedelta(days=today.weekday())
    return [this - WEEK * ago for ago in range(WEEKS, -1, -1)]


def _medians(
    session: Session,
    scope: DigestScope,
    mondays: Sequence[date],
    moment: SQLColumnExpression[datetime | None],
    *,
    length: SQLColumnExpression[Any],
    only: ColumnElement[bool],
) -> Mapping[int, Median]:
    """By the number of the week; weeks in which nothing happened are missing."""
    zone = ZoneInfo(scope.digest.tz)
    begins = [datetime.combine(monday, time(), zone) for monday in mondays]
    week = case(*((moment < end, number) for number, end in enumerate(begins[1:])))
    lengths = (
        select(week.label("week"), length.label("length"))
        .where(
            Request.workspace_id == scope.workspace_id,
            Request.to_team_id.in_(scope.asked_ids),
            moment >= begins[0],
            moment < begins[-1],
            length.is_not(None),
            permissions.requests(scope.audience),
            only,
        )
        .subquery()
    )
    # Counted by length, so that only as many rows come as there are minutes or hours, however much happened.
    found = select(lengths.c.week, lengths.c.length, func.count()).group_by(lengths.c.week, lengths.c.length)
    spread: dict[int, Counter[int]] = defaultdict(Counter)
    for number, value, many in session.execute(found):
        spread[number][value] = many
    return {number: (median(counted.elements()), counted.total()) for number, counted in spread.items()}


class _hours_between(FunctionElement[int]):  # noqa: N801 - it reads as a function
    """Whole hours from one moment to another: each database counts in its own way."""

    type = Integer()
    inherit_cache = True


@compiles(_hours_between, "sqlite")
def _on_sqlite(element: _hours_between, compiler: SQLCompiler, **options: object) -> str:
    start, end = (compiler.process(each, **options) for each in element.clauses)
    return f"CAST(round((julianday({end}) - julianday({start})) * 24) AS INTEGER)"


@compiles(_hours_between, "postgresql")
def _on_postgresql(element: _hours_between, compiler: SQLCompiler, **options: object) -> str:
    start, end = (compiler.process(each, **options) for each in element.clauses)
    return f"CAST(round(extract(epoch from {end} - {start}) / 3600) AS INTEGER)"
