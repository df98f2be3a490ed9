"""When something comes, as a sentence: "Every Monday and Thursday at 09:00"."""

from collections.abc import Mapping, Sequence

from slackapp.language import N_, Language
from slackapp.models.recurrence import LAST, Frequency, OnHoliday, Recurrence
from slackapp.views.weekdays import in_order, is_span

NTH: Mapping[int, str] = {
    1: N_("the first {weekday}"),
    2: N_("the second {weekday}"),
    3: N_("the third {weekday}"),
    4: N_("the fourth {weekday}"),
    LAST: N_("the last {weekday}"),
}
ORDINALS: Mapping[int, str] = {1: N_("the {n}st"), 2: N_("the {n}nd"), 3: N_("the {n}rd")}
OTHER_ORDINAL = N_("the {n}th")
TEENS = range(11, 14)


def sentence(rule: Recurrence, _: Language) -> str:
    """The whole rule in the reader's words: days, time, days off, end."""
    return _ended(rule, _moved(rule, _SENTENCES[rule.freq](rule, _), _), _)


def _daily(rule: Recurrence, _: Language) -> str:
    return _.many("Every day at {time}", "Every {n} days at {time}", rule.interval, time=_.time(rule.time))


def _weekly(rule: Recurrence, _: Language) -> str:
    days, time = _days(sorted(rule.weekdays), _), _.time(rule.time)
    return _.many("Every {days} at {time}", "Every {n} weeks on {days} at {time}", rule.interval, days=days, time=time)


def _monthly(rule: Recurrence, _: Language) -> str:
    day, time = _day_of_month(rule, _), _.time(rule.time)
    return _.many(
        "Every month on {day} at {time}", "Every {n} months on {day} at {time}", rule.interval, day=day, time=time
    )


def _days(weekdays: Sequence[int], _: Language) -> str:
    ordered = in_order(weekdays)
    names = [_.weekday(day) for day in ordered]
    if len(names) == 7:  # noqa: PLR2004 - a week
        return _("day of the week")
    if is_span(ordered):
        return _("{first} to {last}", first=names[0], last=names[-1])
    return _.list(names)


def _day_of_month(rule: Recurrence, _: Language) -> str:
    if rule.last_workday:
        return _("the last working day")
    if rule.monthday == LAST:
        return _("the last day")
    if rule.monthday is not None:
        return _ordinal(rule.monthday, _)
    return _(NTH[rule.nth or 1], weekday=_.weekday(min(rule.weekdays)))


def _ordinal(n: int, _: Language) -> str:
    written = OTHER_ORDINAL if n in TEENS else ORDINALS.get(n % 10, OTHER_ORDINAL)
    return _(written, n=n)


def _moved(rule: Recurrence, said: str, _: Language) -> str:
    if rule.last_workday:
        return said
    match rule.skip_holidays:
        case OnHoliday.NEXT:
            return _("{rule}, on a day off the next working day", rule=said)
        case OnHoliday.PREVIOUS:
            return _("{rule}, on a day off the working day before", rule=said)
        case OnHoliday.SKIP:
            return said


def _ended(rule: Recurrence, said: str, _: Language) -> str:
    if rule.until:
        return _("{rule}, until {day}", rule=said, day=_.date(rule.until))
    if rule.count:
        return _.many("{rule}, once", "{rule}, {n} times", rule.count, rule=said)
    return said


_SENTENCES = {Frequency.DAILY: _daily, Frequency.WEEKLY: _weekly, Frequency.MONTHLY: _monthly}
