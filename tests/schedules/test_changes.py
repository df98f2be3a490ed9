"""Edits, pauses and moves, also in the very minute in which something is due (F23, F24)."""

from datetime import time

import pytest

from slackapp.errors import NotPossibleNow
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.models.schedules import ScheduleScope
from slackapp.rules import schedules
from tests.schedules.club import AMSTERDAM, DAILY, HONOLULU, TOKYO, Club, person

OWN_ZONE = ScheduleScope.OWN_ZONE
AT_THREE = Recurrence(Frequency.DAILY, time(15))
MONDAYS = Recurrence(Frequency.WEEKLY, time(9), weekdays=frozenset({0}))


def test_a_new_time_holds_from_now_on(club: Club) -> None:
    club.sets()
    club.sets(AT_THREE)
    club.comes_to("2026-11-23 12:00")
    assert club.became() == []
    club.comes_to("2026-11-23 15:00")
    assert club.became() == [("11-23T15:00", "", "made")]


def test_what_came_this_morning_does_not_come_again_because_its_time_is_changed(club: Club) -> None:
    club.sets()
    club.comes_to("2026-11-23 09:00")
    club.sets(AT_THREE)
    club.lives_through("2026-11-24 16:00")
    assert club.became() == [("11-23T09:00", "", "made"), ("11-24T15:00", "", "made")]


def test_an_edit_in_the_minute_in_which_it_is_due_swallows_nothing(club: Club) -> None:
    club.sets()
    club.stands_at("2026-11-23 09:00")
    club.sets(MONDAYS)
    club.ticks()
    assert club.became() == [("11-23T09:00", "", "made")]


def test_what_was_due_by_the_old_rule_only_is_recorded(club: Club) -> None:
    club.sets()
    club.stands_at("2026-11-24 09:00")
    club.sets(MONDAYS)
    club.ticks()
    assert club.became() == [("11-23T09:00", "", "missed"), ("11-24T09:00", "", "missed")]


def test_a_new_rule_makes_up_for_nothing_that_it_would_have_brought(club: Club) -> None:
    club.sets(MONDAYS)
    club.comes_to("2026-11-23 09:00")
    club.stands_at("2026-11-25 10:00")
    club.sets()
    club.lives_through("2026-11-26 10:00")
    assert club.became() == [("11-23T09:00", "", "made"), ("11-26T09:00", "", "made")]


def test_what_passes_in_a_pause_is_recorded_when_it_ends(club: Club) -> None:
    club.sets()
    club.does(schedules.pause)
    club.does(schedules.pause)
    club.lives_through("2026-11-25 08:00")
    assert (club.became(), club.next()[0].is_paused) == ([], True)
    club.does(schedules.resume)
    club.does(schedules.resume)
    club.comes_to("2026-11-25 09:00")
    assert [state for _, _, state in club.became()] == ["skipped_paused", "skipped_paused", "made"]
    assert club.why("USANNE", "2026-11-24") == ["skipped_paused"]


def test_a_pause_in_the_minute_in_which_it_is_due_only_holds_it_up(club: Club) -> None:
    club.sets()
    club.stands_at("2026-11-23 09:00")
    club.clock.put(club.moment("2026-11-23 09:00:30"))
    club.does(schedules.pause)
    club.comes_to("2026-11-23 09:10")
    assert club.became() == []
    club.does(schedules.resume)
    club.ticks()
    assert club.became() == [("11-23T09:00", "", "made")]


def test_a_change_while_it_is_paused_keeps_it_paused(club: Club) -> None:
    club.sets()
    club.does(schedules.pause)
    club.stands_at("2026-11-24 12:00")
    club.sets(AT_THREE)
    club.lives_through("2026-11-25 12:00")
    club.does(schedules.resume)
    assert [slot for slot, _, state in club.became() if state == "skipped_paused"] == [
        "11-23T09:00",
        "11-24T09:00",
        "11-24T15:00",
    ]


def test_a_channel_that_moves_zone_hears_it_at_most_once_a_day(club: Club) -> None:
    club.sets(DAILY, TOKYO)
    club.lives_through("2026-11-24 12:00", TOKYO)
    club.does(schedules.move, to=HONOLULU)
    club.lives_through("2026-11-26 00:00")
    assert [slot for slot, _, state in club.became() if state == "made"] == ["11-24T09:00", "11-25T09:00"]


def test_what_follows_its_people_is_not_moved(club: Club) -> None:
    club.sets(DAILY, AMSTERDAM, TOKYO, scope=OWN_ZONE)
    with pytest.raises(NotPossibleNow):
        club.does(schedules.move, to=HONOLULU)


def test_who_flies_from_tokyo_to_honolulu_at_noon_is_asked_once_that_day(club: Club) -> None:
    club.members = [person("UAIKO", TOKYO), person("UKAI", HONOLULU)]
    club.sets(DAILY, TOKYO, HONOLULU, scope=OWN_ZONE)
    club.lives_through("2026-11-24 12:00", TOKYO)
    club.members = [person("UAIKO", HONOLULU), person("UKAI", HONOLULU)]
    club.lives_through("2026-11-25 21:00")
    asked = [said for said in club.said() if said.startswith("UAIKO")]
    assert asked == ["UAIKO 2026-11-24T09:00", "UAIKO 2026-11-25T09:00"]


def test_who_moves_to_a_zone_where_nobody_lived_is_followed(club: Club) -> None:
    club.members = [person("USANNE"), person("UAIKO")]
    club.sets(scope=OWN_ZONE)
    club.comes_to("2026-11-23 09:00")
    club.members = [person("USANNE"), person("UAIKO", TOKYO)]
    club.lives_through("2026-11-26 00:00")
    assert [said for said in club.said() if said.startswith("UAIKO")][-1] == "UAIKO 2026-11-25T09:00"
    assert [coming.tz for coming in club.next()] == [TOKYO, AMSTERDAM]


def test_a_zone_that_is_told_of_at_once_misses_nothing(club: Club) -> None:
    club.members = [person("USANNE"), person("UAIKO", TOKYO)]
    club.sets(scope=OWN_ZONE)
    club.does(schedules.follow, tzs={TOKYO})
    club.does(schedules.follow, tzs={TOKYO, AMSTERDAM})
    club.lives_through("2026-11-24 06:00")
    assert "UAIKO 2026-11-24T09:00" in club.said()


def test_a_thing_that_lives_in_one_zone_follows_nobody(club: Club) -> None:
    club.sets()
    club.does(schedules.follow, tzs={TOKYO})
    assert [coming.tz for coming in club.next()] == [AMSTERDAM]


def test_a_thing_that_leaves_a_zone_keeps_what_became_of_it_there(club: Club) -> None:
    club.sets()
    club.comes_to("2026-11-23 09:00")
    club.sets(DAILY, TOKYO)
    club.lives_through("2026-11-24 12:00")
    assert [each.slot for each in club.next()][-1] is None
    assert club.outcomes() == {"made": 2}


def test_what_is_still_due_after_a_move_is_due_at_the_moment_of_the_new_zone(club: Club) -> None:
    club.sets(DAILY, TOKYO)
    club.stands_at("2026-11-24 09:30")
    club.does(schedules.move, to=AMSTERDAM)
    assert [coming.at for coming in club.next()] == [club.moment("2026-11-24 09:00")]
    club.ticks()
    assert club.became() == [("11-24T09:00", "", "made")]
