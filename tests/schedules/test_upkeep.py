"""What became of times goes when it is old; what a round's history tells, and what is still to come, stays."""

import asyncio
from datetime import timedelta

import pytest

from scheduler import housekeeping
from scheduler.housekeeping import OCCURRENCES_LAST, Housekeeping
from slackapp.models.schedules import ScheduleScope
from tests.schedules.club import Club, person


@pytest.fixture(autouse=True)
def _in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "BATCH", 3)


def keeps_house(club: Club) -> int:
    club.forgets_what_was_said()
    return asyncio.run(Housekeeping(club.database).once())


def test_old_occurrences_go_and_who_was_away_stays(club: Club) -> None:
    club.members = [person("USANNE"), person("UAWAY", is_away=True), person("UNL", country="NL")]
    club.sets(scope=ScheduleScope.MEMBERS)
    club.lives_through("2026-11-26 12:00")
    club.clock.put(club.clock.now() + OCCURRENCES_LAST - timedelta(days=2))
    assert keeps_house(club) == 4
    assert club.outcomes() == {"made": 4, "skipped_away": 4}
    club.clock.put(club.clock.now() + timedelta(days=2))
    assert (keeps_house(club), keeps_house(club)) == (4, 0)
    assert club.outcomes() == {"skipped_away": 4}


def test_what_is_still_to_come_comes_after_the_past_is_gone(club: Club) -> None:
    club.sets()
    club.lives_through("2026-11-25 12:00")
    club.stands_at("2028-01-10 08:00")
    club.ticks()
    before = len(club.became())
    assert keeps_house(club) == before - len(club.became()) > 0
    club.comes_to("2028-01-10 09:00")
    assert (len(club.said()), club.next()[0].slot) == (1, "2028-01-11T09:00")
    assert club.why("USANNE", "2028-01-10") == ["made"]
