"""When a team works and how soon it answers, in few words."""

from collections.abc import Sequence
from itertools import pairwise

from slackapp.language import Language
from slackapp.models.terms import Within, within
from slackapp.queries.teams import Team
from slackapp.views.teams import zones

A_SPAN = 3
"""From three days in a row on, the first and the last say it."""


def hours(team: Team, _: Language) -> str:
    return _(
        "{days} {starts}–{ends}, {place}",
        days=days([int(digit) for digit in team.weekdays], _),
        starts=_.time(team.starts),
        ends=_.time(team.ends),
        place=zones.place(team.tz),
    )


def answers(team: Team, _: Language) -> str:
    return length(within(team.answer_minutes, team.starts, team.ends), _)


def length(answer: Within, _: Language) -> str:
    if answer.are_days:
        return _.many("{n} working day", "{n} working days", answer.count)
    return _.many("{n} working hour", "{n} working hours", answer.count)


def days(weekdays: Sequence[int], _: Language) -> str:
    names = [_.weekday_short(day) for day in weekdays]
    in_a_row = all(after - before == 1 for before, after in pairwise(weekdays))
    if in_a_row and len(weekdays) >= A_SPAN:
        return f"{names[0]}–{names[-1]}"
    return _.list(names)
