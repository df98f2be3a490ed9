"""`app.py tick`: what is due at a moment that an operator names is done, or only told, a line for each."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from runtime import manual_tick, registry
from runtime.cannot_start import CannotStart
from runtime.tables import opened
from slackapp.models.schedules import ScheduleScope
from slackapp.rules import timers
from tests.schedules.club import KIND, Club, WallClock, person

AT_ELEVEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture
def club(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Club]:
    club = Club(database_url, members=[person("USANNE"), person("UAWAY", is_away=True)])
    monkeypatch.setattr(registry, "SCHEDULES", club.words)
    monkeypatch.setattr(registry, "TIMERS", {"request.remind": lambda *_: None})
    club.sets(scope=ScheduleScope.MEMBERS)
    due = club.moment("2026-11-23 10:00")
    club.database.run_now(timers.set, club.id, "request.remind", 12, stage="limit", at=due)
    yield club
    club.database.close()


ROUND = f"schedule {KIND} 1 (Europe/Amsterdam) 2026-11-23T09:00: 1 made, 1 skipped_away, 7200 s late"


def test_everything_that_is_due_is_done_and_told(club: Club) -> None:
    assert list(manual_tick.done(club.url, AT_ELEVEN)) == ["timer request.remind 12 (limit): rang", ROUND]
    assert (club.said(), list(manual_tick.done(club.url, AT_ELEVEN))) == (["USANNE 2026-11-23T09:00"], [])


def test_what_would_be_done_is_told_and_nothing_changes(club: Club) -> None:
    told = ["timer request.remind 12 (limit): would ring", f"{ROUND} (not kept)"]
    assert [list(manual_tick.told(club.url, AT_ELEVEN)) for _ in range(2)] == [told, told]
    assert (club.became(), club.said()) == ([], [])


def test_nothing_is_due_before_its_time(club: Club) -> None:
    assert list(manual_tick.done(club.url, datetime(2026, 11, 23, 7, 59, tzinfo=UTC))) == []


def test_a_file_that_another_process_works_on_is_left_alone(sqlite_url: str) -> None:
    with opened(sqlite_url, WallClock(AT_ELEVEN)), pytest.raises(CannotStart):
        list(manual_tick.done(sqlite_url, AT_ELEVEN))


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-11-23T11:00+01:00", AT_ELEVEN),
        ("2026-11-23T10:00", AT_ELEVEN),
        ("2026-11-23T10:00:00Z", AT_ELEVEN),
    ],
)
def test_a_moment_without_a_zone_is_in_utc(typed: str, moment: datetime) -> None:
    assert manual_tick.moment(typed) == moment


def test_a_moment_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        manual_tick.moment("tomorrow")
