"""Rules that make no sense are refused, at the field that is wrong."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.errors import InvalidInput
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.rules import recurrence
from slackapp.rules.recurrence import Calendar
from tests.time.rules import START, rules

MONDAYS = Recurrence(Frequency.WEEKLY, time(9), weekdays=frozenset({0}))
DAILY = Recurrence(Frequency.DAILY, time(9))
MONTHLY = Recurrence(Frequency.MONTHLY, time(9))
ONE = frozenset({0})


def refused_at(rule: Recurrence, calendar: Calendar) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as refusal:
        recurrence.check(rule, starts_on=date(2026, 11, 24), calendar=calendar)
    return refusal.value.field, refusal.value.key


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (replace(DAILY, interval=0), "interval"),
        (replace(MONDAYS, interval=53), "interval"),
        (replace(DAILY, weekdays=ONE), "weekdays"),
        (replace(DAILY, monthday=3), "monthday"),
        (replace(MONDAYS, nth=2), "nth"),
        (replace(MONDAYS, weekdays=frozenset()), "weekdays"),
        (replace(MONDAYS, weekdays=frozenset({7})), "weekdays"),
        (replace(MONDAYS, last_workday=True), "last_workday"),
        (replace(MONDAYS, count=0), "count"),
        (replace(MONDAYS, count=3, until=date(2027, 1, 1)), "count"),
        (replace(MONDAYS, until=date(2026, 11, 23)), "until"),
        (replace(MONDAYS, until=date(2026, 11, 28)), "until"),
        (replace(MONDAYS, time=time(9, 0, 30)), "time"),
        (MONTHLY, "monthday"),
        (replace(MONTHLY, monthday=3, last_workday=True), "monthday"),
        (replace(MONTHLY, monthday=0), "monthday"),
        (replace(MONTHLY, monthday=32), "monthday"),
        (replace(MONTHLY, weekdays=ONE), "nth"),
        (replace(MONTHLY, weekdays=ONE, nth=5), "nth"),
        (replace(MONTHLY, weekdays=frozenset({0, 1}), nth=1), "weekdays"),
        (replace(MONTHLY, nth=1), "weekdays"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(rule: Recurrence, field: str) -> None:
    assert refused_at(rule, Calendar())[0] == field


@pytest.mark.parametrize("day", [29, 30, 31])
def test_a_day_that_not_every_month_has_offers_the_last(day: int) -> None:
    field, said = refused_at(replace(MONTHLY, monthday=day), Calendar())
    assert (field, "Choose the last day" in said) == ("monthday", True)


def test_a_turn_that_always_falls_on_a_day_off_is_refused() -> None:
    christmas = replace(MONTHLY, monthday=25, interval=12, until=date(2027, 1, 1))
    with pytest.raises(InvalidInput) as refusal:
        recurrence.check(christmas, starts_on=date(2026, 12, 1), calendar=Calendar(country="NL"))
    assert refusal.value.field == "until"


@given(rules(with_end=False))
def test_every_rule_of_the_form_passes_and_comes_back_from_json(rule: Recurrence) -> None:
    recurrence.check(rule, starts_on=START, calendar=Calendar())
    assert recurrence.read(rule.written()) == rule


@pytest.mark.parametrize(
    "written",
    [
        "FREQ=SECONDLY;BYSECOND=0,1,2",
        {"rrule": "FREQ=SECONDLY", "freq": "daily", "time": "09:00"},
        {"freq": "secondly", "time": "09:00"},
        {"freq": "daily"},
        {"freq": "daily", "time": "25:00"},
        {"freq": "daily", "time": 9},
        {"freq": "daily", "time": "09:00", "interval": "2"},
        {"freq": "daily", "time": "09:00", "interval": True},
        {"freq": "daily", "time": "09:00", "until": "never"},
        {"freq": "weekly", "time": "09:00", "weekdays": 3},
        None,
        [],
    ],
)
def test_anything_but_the_closed_rule_is_refused(written: Any) -> None:
    with pytest.raises(InvalidInput):
        recurrence.read(written)


@given(st.dictionaries(st.sampled_from([*DAILY.written(), "byday"]), st.none() | st.integers() | st.text()))
def test_whatever_is_sent_is_read_or_refused(written: dict[str, Any]) -> None:
    try:
        rule = recurrence.read(written)
        recurrence.check(rule, starts_on=START, calendar=Calendar())
    except InvalidInput:
        return
    assert rule.freq in Frequency
