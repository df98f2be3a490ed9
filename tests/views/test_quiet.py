"""How people say until when they want quiet, in English and in Dutch (QUI-2)."""

from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.errors import InvalidInput
from slackapp.models.quiet import Allowed, Back, Until, Wish
from slackapp.views import quiet

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("2d", Until(length=timedelta(days=2))),
        ("for 2 hours", Until(length=2 * HOUR)),
        ("2 uur", Until(length=2 * HOUR)),
        ("voor 2 uur", Until(length=2 * HOUR)),
        ("2 uur lang", Until(length=2 * HOUR)),
        ("gedurende 3 dagen", Until(length=timedelta(days=3))),
        ("an hour", Until(length=HOUR)),
        ("for a week", Until(length=timedelta(weeks=1))),
        ("één dag", Until(length=timedelta(days=1))),
        ("e\u0301e\u0301n uur", Until(length=HOUR)),
        ("anderhalf uur", Until(length=1.5 * HOUR)),
        ("1.5 hours", Until(length=1.5 * HOUR)),
        ("2,5 uur", Until(length=2.5 * HOUR)),
        ("half an hour", Until(length=HOUR / 2)),
        ("een half uur", Until(length=HOUR / 2)),
        ("for half an hour", Until(length=HOUR / 2)),
        ("until 5pm", Until(at=time(17))),
        ("until 5 PM", Until(at=time(17))),
        ("5:30 p.m.", Until(at=time(17, 30))),
        ("till 12am", Until(at=time(0))),
        ("until 12 pm", Until(at=time(12))),
        ("until 9am", Until(at=time(9))),
        ("until noon", Until(at=time(12))),
        ("tot middernacht", Until(at=time(0))),
        ("tot 17:00", Until(at=time(17))),
        ("tot 17.00 uur", Until(at=time(17))),
        ("tot 17 uur", Until(at=time(17))),
        ("tot 17u", Until(at=time(17))),
        ("until 17", Until(at=time(17))),
        ("until 09", Until(at=time(9))),
        ("14:00", Until(at=time(14))),
        ("until Monday", Until(weekday=0)),
        ("tot morgen", Until(ahead=1)),
        ("2026-12-24", Until(day=date(2026, 12, 24))),
        ("off", Back()),
        ("budget 7", Allowed(7)),
    ],
)
def test_it_is_understood_as_it_was_meant(text: str, wish: Wish) -> None:
    assert quiet.read(text) == wish


@pytest.mark.parametrize(("text", "early", "late"), [("until 5", "5:00", "17:00"), ("tot 12 uur", "12:00", "00:00")])
def test_what_can_be_meant_in_two_ways_is_asked(text: str, early: str, late: str) -> None:
    with pytest.raises(InvalidInput) as asked:
        quiet.read(text)
    assert asked.value.values == {"early": early, "late": late}


@pytest.mark.parametrize(
    "text", ["until 25:00", "until 13pm", "0 hours", "for a while", "until 2 hours", "zero uur", "17:60"]
)
def test_anything_else_is_answered_with_what_can_be_said(text: str) -> None:
    with pytest.raises(InvalidInput, match="Say for how long"):
        quiet.read(text)


@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_whatever_is_typed_is_understood_or_refused(text: str) -> None:
    with suppress(InvalidInput):
        assert isinstance(quiet.read(text), Wish | None)
