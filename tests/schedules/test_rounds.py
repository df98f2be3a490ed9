"""A schedule comes, each time once, for everybody or with a reason (CHK-2, CHK-3, I1, I2)."""

from datetime import date, time

import pytest

from slackapp.errors import InvalidInput
from slackapp.models.recurrence import Frequency, OnHoliday, Recurrence
from slackapp.models.schedules import ScheduleScope
from slackapp.rules import schedules
from tests.schedules.club import AMSTERDAM, DAILY, HONOLULU, KIND, TOKYO, Club, person

MEMBERS, OWN_ZONE = ScheduleScope.MEMBERS, ScheduleScope.OWN_ZONE


def test_it_comes_at_its_time_and_not_before(club: Club) -> None:
    club.sets()
    club.comes_to("2026-11-23 08:59")
    assert club.said() == []
    club.comes_to("2026-11-23 09:00")
    assert club.said() == ["CHOME 2026-11-23T09:00"]


def test_a_second_tick_says_nothing_more(club: Club) -> None:
    club.sets()
    for _ in range(3):
        club.comes_to("2026-11-23 09:00")
    assert (club.became(), len(club.said())) == ([("11-23T09:00", "", "made")], 1)


def test_it_comes_again_every_working_day(club: Club) -> None:
    club.sets()
    club.lives_through("2026-11-30 12:00")
    assert club.outcomes() == {"made": 6, "skipped_weekday": 2}


def test_each_member_is_asked_once(club: Club) -> None:
    club.members = [person("USANNE"), person("UJAN"), person("UJAN")]
    club.sets(scope=MEMBERS)
    club.comes_to("2026-11-23 09:00")
    assert club.said() == ["UJAN 2026-11-23T09:00", "USANNE 2026-11-23T09:00"]


def test_each_member_is_asked_at_nine_of_their_own_day(club: Club) -> None:
    club.members = [person("USANNE"), person("UAIKO", TOKYO)]
    club.sets(DAILY, AMSTERDAM, TOKYO, scope=OWN_ZONE)
    club.lives_through("2026-11-24 09:00", TOKYO)
    assert club.said() == ["UAIKO 2026-11-24T09:00", "USANNE 2026-11-23T09:00"]


def test_a_national_holiday_of_a_member_skips_that_member_alone(club: Club) -> None:
    club.members = [person("USANNE", country="NL"), person("UBOB", country="US")]
    club.sets(scope=MEMBERS)
    club.comes_to("2026-11-26 09:00")
    thanksgiving = [(member, state) for slot, member, state in club.became() if slot.startswith("11-26")]
    assert thanksgiving == [("UBOB", "skipped_holiday"), ("USANNE", "made")]


def test_who_is_away_is_skipped_and_who_says_they_are_there_is_asked_on_a_holiday(club: Club) -> None:
    club.members = [person("UAWAY", is_away=True), person("UHERE", country="US", is_away=False)]
    club.sets(scope=MEMBERS)
    club.comes_to("2026-11-26 09:00")
    assert club.said() == ["UHERE 2026-11-26T09:00"]
    assert club.why("UAWAY", "2026-11-26") == ["skipped_away"]


def test_a_holiday_of_the_team_skips_everybody_and_comes_before_away(club: Club) -> None:
    club.members = [person("USANNE"), person("UAWAY", is_away=True)]
    club.stands_at("2026-12-24 12:00")
    club.sets(scope=MEMBERS, country="NL")
    club.comes_to("2026-12-25 09:00")
    assert club.became() == [("12-25T09:00", "", "skipped_holiday")]
    assert club.why("UAWAY", "2026-12-25") == ["skipped_holiday"]


def test_a_weekend_comes_before_a_holiday(club: Club) -> None:
    club.stands_at("2026-12-25 12:00")
    club.sets(country="NL")
    club.comes_to("2026-12-26 09:00")
    assert club.became() == [("12-26T09:00", "", "skipped_weekday")]


def test_a_holiday_moves_it_to_the_next_working_day(club: Club) -> None:
    fridays = Recurrence(Frequency.WEEKLY, time(9), weekdays=frozenset({4, 5}), skip_holidays=OnHoliday.NEXT)
    club.stands_at("2026-12-22 12:00")
    club.sets(fridays, country="NL")
    club.lives_through("2026-12-30 12:00")
    assert club.became() == [("12-28T09:00", "", "made")]


def test_it_ends_after_its_last_time(club: Club) -> None:
    club.sets(Recurrence(Frequency.DAILY, time(9), until=date(2026, 11, 24)))
    club.lives_through("2026-11-27 12:00")
    [coming] = club.next()
    assert (len(club.became()), coming.slot, coming.at) == (2, None, None)


def test_it_comes_at_the_first_minute_after_a_time_that_does_not_exist(club: Club) -> None:
    half_past_two = Recurrence(Frequency.WEEKLY, time(2, 30), weekdays=frozenset({6}))
    club.stands_at("2027-03-27 12:00")
    club.sets(half_past_two)
    assert [coming.at for coming in club.next()] == [club.moment("2027-03-28 03:00")]


def test_it_comes_once_when_the_hour_comes_twice(club: Club) -> None:
    club.stands_at("2027-10-30 12:00")
    club.sets(Recurrence(Frequency.WEEKLY, time(2, 30), weekdays=frozenset({6})))
    club.lives_through("2027-10-31 12:00")
    assert club.became() == [("10-31T02:30", "", "made")]


def test_nobody_is_asked_where_nobody_lives(club: Club) -> None:
    club.members = [person("USANNE")]
    club.sets(DAILY, AMSTERDAM, HONOLULU, scope=OWN_ZONE)
    club.lives_through("2026-11-24 12:00")
    assert set(club.said()) == {"USANNE 2026-11-23T09:00", "USANNE 2026-11-24T09:00"}


def test_a_holiday_calendar_or_a_zone_that_nobody_knows_is_refused(club: Club) -> None:
    for wrong, field in (({"country": "XX"}, "country"), ({"weekdays": frozenset()}, "weekdays")):
        with pytest.raises(InvalidInput) as refusal:
            club.sets(**wrong)
        assert refusal.value.field == field
    with pytest.raises(InvalidInput):
        club.sets(DAILY, "Europe/Atlantis")
    assert club.next() == []


def test_what_is_deleted_leaves_nothing_behind(club: Club) -> None:
    club.sets(ref=1)
    club.sets(ref=2)
    club.does(schedules.delete, 1)
    club.comes_to("2026-11-23 09:00")
    club.does(schedules.delete, 1)
    assert (club.next(1), club.became(1), len(club.became(2))) == ([], [], 1)


def test_a_kind_that_this_release_does_not_know_is_left_alone(club: Club) -> None:
    club.sets()
    club.stands_at("2026-11-23 09:00")
    club.rounds._words = {"another": club.words[KIND]}
    assert (club.ticks(), club.became()) == (0, [])
