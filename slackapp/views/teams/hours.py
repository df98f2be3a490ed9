"""When a team works and how soon it answers, in few words."""

from collections.abc import Sequence

from slackapp.language import Language
from slackapp.models.terms import Within, within
from slackapp.queries.teams import TeamRecord
from slackapp.views.teams import zones
from slackapp.views.weekdays import in_order, is_span


def hours(team: TeamRecord, _: Language) -> str:
    return _(
        "{days} {starts}–{ends}, {place}",
        days=days([int(digit) for digit in team.weekdays], _),
        starts=_.time(team.starts),
        ends=_.time(team.ends),
        place=zones.place(team.tz),
    )


def answers(team: TeamRecord, _: Language) -> str:
    return length(within(team.answer_minutes, team.starts, team.ends), _)


def length(answer: Within, _: Language) -> str:
    if answer.are_days:
        return _.many("{n} working day", "{n} working days", answer.count)
    return _.many("{n} working hour", "{n} working hours", answer.count)


def days(weekdays: Sequence[int], _: Language) -> str:
    ordered = in_order(weekdays)
    names = [_.weekday_short(day) for day in ordered]
    return f"{names[0]}–{names[-1]}" if is_span(ordered) else _.list(names)
