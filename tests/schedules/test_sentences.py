"""A rule as people read it, in both languages."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given

from slackapp.language import SUPPORTED, Language
from slackapp.models.recurrence import LAST, Frequency, OnHoliday, Recurrence
from slackapp.views.recurrence import sentence
from tests.time.rules import rules

EN, NL = Language("en"), Language("nl")
NINE = time(9)


def daily(**more: Any) -> Recurrence:
    return Recurrence(Frequency.DAILY, NINE, **more)


def weekly(*days: int, **more: Any) -> Recurrence:
    return Recurrence(Frequency.WEEKLY, NINE, weekdays=frozenset(days), **more)


def monthly(**more: Any) -> Recurrence:
    return Recurrence(Frequency.MONTHLY, NINE, **more)


MONDAY, FRIDAY = frozenset({0}), frozenset({4})


@pytest.mark.parametrize(
    ("rule", "english", "dutch"),
    [
        (daily(), "Every day at 09:00", "Elke dag om 09:00"),
        (daily(interval=3), "Every 3 days at 09:00", "Elke 3 dagen om 09:00"),
        (weekly(0, 3), "Every Monday and Thursday at 09:00", "Elke maandag en donderdag om 09:00"),
        (weekly(0, interval=2), "Every 2 weeks on Monday at 09:00", "Elke 2 weken op maandag om 09:00"),
        (weekly(*range(5)), "Every Monday to Friday at 09:00", "Elke maandag tot en met vrijdag om 09:00"),
        (weekly(*range(7)), "Every day of the week at 09:00", "Elke dag van de week om 09:00"),
        (
            monthly(weekdays=MONDAY, nth=1),
            "Every month on the first Monday at 09:00",
            "Elke maand op de eerste maandag om 09:00",
        ),
        (
            monthly(weekdays=FRIDAY, nth=LAST, interval=2),
            "Every 2 months on the last Friday at 09:00",
            "Elke 2 maanden op de laatste vrijdag om 09:00",
        ),
        (monthly(monthday=1), "Every month on the 1st at 09:00", "Elke maand op de 1e om 09:00"),
        (monthly(monthday=12), "Every month on the 12th at 09:00", "Elke maand op de 12e om 09:00"),
        (monthly(monthday=22), "Every month on the 22nd at 09:00", "Elke maand op de 22e om 09:00"),
        (monthly(monthday=LAST), "Every month on the last day at 09:00", "Elke maand op de laatste dag om 09:00"),
        (
            monthly(last_workday=True),
            "Every month on the last working day at 09:00",
            "Elke maand op de laatste werkdag om 09:00",
        ),
        (
            weekly(0, until=date(2027, 1, 5)),
            "Every Monday at 09:00, until 5 January 2027",
            "Elke maandag om 09:00, tot en met 5 januari 2027",
        ),
        (weekly(0, count=3), "Every Monday at 09:00, 3 times", "Elke maandag om 09:00, 3 keer"),
        (weekly(0, count=1), "Every Monday at 09:00, once", "Elke maandag om 09:00, één keer"),
        (
            weekly(0, skip_holidays=OnHoliday.NEXT),
            "Every Monday at 09:00, on a day off the next working day",
            "Elke maandag om 09:00, op een vrije dag de volgende werkdag",
        ),
        (
            weekly(0, skip_holidays=OnHoliday.PREVIOUS),
            "Every Monday at 09:00, on a day off the working day before",
            "Elke maandag om 09:00, op een vrije dag de werkdag ervoor",
        ),
    ],
)
def test_a_rule_is_a_sentence_in_both_languages(rule: Recurrence, english: str, dutch: str) -> None:
    assert (sentence(rule, EN), sentence(rule, NL)) == (english, dutch)


@given(rules())
def test_every_rule_has_its_sentence(rule: Recurrence) -> None:
    said = [sentence(rule, Language(code)) for code in SUPPORTED]
    assert all(f"{rule.time:%H:%M}" in each and "{" not in each for each in said)
    assert len(set(said)) == len(SUPPORTED)
