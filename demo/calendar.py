"""The days of the demo: it opens while people work, and its history lies in the working days before that."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Amsterdam")
OPENS, CLOSES = time(9), time(16)
SATURDAY = 5
A_DAY = timedelta(days=1)


def opening(at: datetime) -> datetime:
    """This moment, or where nobody works the next morning on which they do: a demo at night is quiet."""
    there = at.astimezone(HOME)
    if there.weekday() < SATURDAY and OPENS <= there.time() < CLOSES:
        return at
    day = there.date() if there.time() < OPENS else there.date() + A_DAY
    while day.weekday() >= SATURDAY:
        day += A_DAY
    return datetime.combine(day, OPENS, HOME)


def working_day(opening: datetime, distance: int) -> date:
    """The day that many working days after the opening, or before it where the distance is negative."""
    step, day = A_DAY if distance > 0 else -A_DAY, opening.astimezone(HOME).date()
    for _ in range(abs(distance)):
        day += step
        while day.weekday() >= SATURDAY:
            day += step
    return day


def moment(opening: datetime, distance: int, clock: str) -> datetime:
    """A time of such a day in Amsterdam, as in "09:40"."""
    return datetime.combine(working_day(opening, distance), time.fromisoformat(clock), HOME)
