"""Twelve weeks in a picture, and the same in words: how long an answer took, and how long until it was done."""

from collections.abc import Callable, Sequence
from typing import Any

from slackapp.language import Language
from slackapp.language.shortening import shorten
from slackapp.queries.digests.content import DigestPage, Week
from slackapp.views import rich
from slackapp.views.digests.texts import amount
from slackapp.views.rich import Line

ALTERNATIVE = 2000  # what Slack takes as the words of a picture
Measure = Callable[[Week], float | None]


def answer_hours(week: Week) -> float | None:
    return week.answer_hours


def finish_days(week: Week) -> float | None:
    return week.finish_days


def words(page: DigestPage, _: Language) -> list[Line]:
    """What the picture says, for everybody: how it is now, and how it was at the beginning."""
    return [said for said in (_answers(page.trend, _), _ends(page.trend, _)) if said]


def alternative(page: DigestPage, _: Language) -> str:
    """Every number of the picture, for who cannot see it."""
    intro = _("Two graphs of the last twelve weeks, medians of each week.")
    told = [
        _("Working hours to an answer: {weeks}.", weeks=_listed(page.trend, answer_hours, _)),
        _("Days until it is done: {weeks}.", weeks=_listed(page.trend, finish_days, _)),
    ]
    return shorten(" ".join([intro, *told]), ALTERNATIVE)


def drawn_from(page: DigestPage, _: Language) -> dict[str, Any]:
    """All that the picture shows: from the same values comes the same picture."""
    return {
        "kind": "trend",
        "weeks": [_.day_and_month(week.starts) for week in page.trend],
        "panels": [
            _panel(page.trend, answer_hours, _("Working hours to an answer"), _),
            _panel(page.trend, finish_days, _("Days until it is done"), _),
        ],
    }


def _panel(weeks: Sequence[Week], measure: Measure, title: str, _: Language) -> dict[str, Any]:
    points = [measure(week) for week in weeks]
    return {"title": title, "points": points, "labels": ["" if one is None else amount(one, _) for one in points]}


def _answers(weeks: Sequence[Week], _: Language) -> Line:
    then, now = _first_and_last(weeks, answer_hours)
    if now is None:
        return []
    told = rich.bold(_.many("{n} working hour", "{n} working hours", _whole(now), n=amount(now, _)))
    if then is None:
        return rich.line("Half of all answers came within {time}.", _, time=told)
    before = amount(then, _)
    return rich.line("Half of all answers came within {time}; twelve weeks ago {then}.", _, time=told, then=before)


def _ends(weeks: Sequence[Week], _: Language) -> Line:
    then, now = _first_and_last(weeks, finish_days)
    if now is None:
        return []
    told = rich.bold(_.many("{n} day", "{n} days", _whole(now), n=amount(now, _)))
    if then is None:
        return rich.line("Half of all requests were done within {time}.", _, time=told)
    before = amount(then, _)
    return rich.line(
        "Half of all requests were done within {time}; twelve weeks ago {then}.", _, time=told, then=before
    )


def _whole(number: float) -> int:
    """One for exactly one, and many for everything else: 0.9 and 1.2 are days, not a day."""
    return 1 if round(number, 1) == 1 else 2


def _first_and_last(weeks: Sequence[Week], measure: Measure) -> tuple[float | None, float | None]:
    """How it was in the first week, if enough happened in it, and the newest number that there is."""
    known = [number for week in weeks if (number := measure(week)) is not None]
    return (measure(weeks[0]) if len(known) > 1 else None), (known[-1] if known else None)


def _listed(weeks: Sequence[Week], measure: Measure, _: Language) -> str:
    known = [(week.starts, number) for week in weeks if (number := measure(week)) is not None]
    said = [f"{_.day_and_month(starts)} {amount(number, _)}" for starts, number in known]
    return ", ".join(said) or _("too few to say")
