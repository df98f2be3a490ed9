"""A restored database is noticed at start, and nothing that was given before is given again (issue 11, E1)."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from runtime import tables, watermark
from slackapp import incarnations, outbox
from slackapp.clock import MovableClock
from slackapp.database import Database
from slackapp.high_water import HighWater
from slackapp.ids import WorkspaceId
from slackapp.models.timers import Timer
from slackapp.models.workspaces import Workspace
from slackapp.rules.numbers import next_number
from tests.delivery.opening import in_a_hurry
from tests.stories.driver.opening import TUESDAY_MORNING

T = TypeVar("T")
AHEAD = incarnations.NUMBERS_AHEAD
BY_THE_CLOCK = int(TUESDAY_MORNING.timestamp()) * incarnations.IDS_A_SECOND


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(TUESDAY_MORNING)


def test_a_copy_put_back_by_hand_is_noticed_and_goes_on_far_ahead(sqlite_url: str, clock: MovableClock) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    _works(sqlite_url, clock, _installed)
    before = _works(sqlite_url, clock, _asks)
    shutil.copy(file, file.with_name("copy"))
    lost = [_works(sqlite_url, clock, _asks) for _ in range(3)]
    shutil.copy(file.with_name("copy"), file)
    found = _works(sqlite_url, clock, _asks)
    assert before < max(lost) < found
    assert found == (BY_THE_CLOCK + 1, max(lost)[1] + AHEAD + 1)


def test_more_can_be_lost_than_is_left_out_where_it_is_known(sqlite_url: str, clock: MovableClock) -> None:
    _works(sqlite_url, clock, _installed)
    file = sqlite_url.removeprefix("sqlite:///")
    watermark.write(file, HighWater({"timers": 1 << 60}, {"1:request": 50_000}))
    assert _works(sqlite_url, clock, _asks) == ((1 << 60) + 1, 50_000 + AHEAD + 1)


def test_what_was_lost_for_long_leaves_out_more_numbers(sqlite_url: str, clock: MovableClock) -> None:
    _works(sqlite_url, clock, _installed)
    _works(sqlite_url, clock, _asks)
    _works(sqlite_url, clock, incarnations.mark_as_backup)
    clock.move(timedelta(days=1))
    assert _works(sqlite_url, clock, _asks)[1] == 1 + AHEAD + 24 * 60 + 1


def test_a_start_after_a_stop_is_no_restore(database_url: str, clock: MovableClock) -> None:
    _works(database_url, clock, _installed)
    first = _works(database_url, clock, _asks)
    clock.move(timedelta(days=30))
    assert _works(database_url, clock, _asks) == (first[0] + 1, first[1] + 1)


def test_a_kind_that_was_never_numbered_before_does_not_begin_at_one(sqlite_url: str, clock: MovableClock) -> None:
    _works(sqlite_url, clock, _installed)
    _works(sqlite_url, clock, incarnations.mark_as_backup)
    assert _works(sqlite_url, clock, _asks)[1] == AHEAD + 1


def test_the_id_of_a_row_that_was_removed_last_does_not_come_back(database_url: str, clock: MovableClock) -> None:
    _works(database_url, clock, _installed)
    first = _works(database_url, clock, _asks)
    _works(database_url, clock, lambda session: session.execute(text("DELETE FROM timers")))
    assert _works(database_url, clock, _asks)[0] == first[0] + 1


def test_a_file_beside_the_database_that_is_broken_stops_nothing(sqlite_url: str, clock: MovableClock) -> None:
    _works(sqlite_url, clock, _installed)
    for broken in ("", "[]", '{"ids": {"timers": "many"}, "numbers": {}}', '{"ids": 1, "numbers": {}}'):
        Path(sqlite_url.removeprefix("sqlite:///") + watermark.ENDING).write_text(broken, encoding="ascii")
        _works(sqlite_url, clock, _asks)
    assert _works(sqlite_url, clock, _asks) == (5, 5)


@pytest.mark.postgresql
def test_a_table_that_was_put_back_on_postgresql_is_noticed(postgresql_url: str, clock: MovableClock) -> None:
    """As `pg_restore --clean` does it: each table is dropped and made anew."""
    _works(postgresql_url, clock, _installed)
    first = _works(postgresql_url, clock, _asks)
    _works(postgresql_url, clock, _put_back)
    found = _works(postgresql_url, clock, _asks)
    assert found == (BY_THE_CLOCK + 1, first[1] + AHEAD + 1)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("lives")
    return (folder / f"{number}.db" for number in count())


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["ask", "remove", "back up", "restore", "by hand"]), max_size=8))
def test_whatever_happens_no_id_and_no_number_is_given_twice(
    sqlite_template: Path, files: Iterator[Path], clock: MovableClock, steps: list[str]
) -> None:
    life = Life(Path(shutil.copy(sqlite_template, next(files))), clock)
    life.works(_installed)
    given_out = [life.works(_asks)]
    life.backs_up()
    for step in ["ask", *steps, "ask"]:
        clock.move(timedelta(minutes=1))
        match step:
            case "ask":
                given_out.append(life.works(_asks))
            case "remove":
                life.works(lambda session: session.execute(text("DELETE FROM timers")))
            case "back up":
                life.backs_up()
            case "by hand":
                life.is_restored(by_hand=True)
            case "restore":
                life.is_restored(by_hand=False)
    life.database.close()
    assert len({id_ for id_, _ in given_out}) == len({number for _, number in given_out}) == len(given_out)


class Life:
    """One file, its back-up, and an app that looks at it at each start: nothing else of a start is needed here."""

    def __init__(self, file: Path, clock: MovableClock) -> None:
        self.file, self.backup = file, file.with_suffix(".backup")
        self.database = Database(in_a_hurry(f"sqlite:///{file}"), clock, outbox.put)

    def works(self, rule: Callable[[Session], T]) -> T:
        watermark.notice(self.database)
        done = self.database.run_now(rule)
        watermark.Watermark(self.database).now()
        self.database.engine.dispose()
        return done

    def backs_up(self) -> None:
        shutil.copy(self.file, self.backup)

    def is_restored(self, *, by_hand: bool) -> None:
        shutil.copy(self.backup, self.file)
        if not by_hand:  # a file of `app.py backup`, also on another machine
            Path(f"{self.file}{watermark.ENDING}").unlink(missing_ok=True)
            self.database.run_now(incarnations.mark_as_backup)
            self.works(lambda _: None)


def _works(url: str, clock: MovableClock, rule: Callable[[Session], T]) -> T:
    """The app starts, does this, and stops."""
    with tables.opened(url, clock) as opened:
        return opened.run_now(rule)


def _installed(session: Session) -> None:
    about = {"name": "Polder", "url": "https://polder.slack.com", "locale": "en", "tz": "Europe/Amsterdam"}
    session.add(Workspace(id=1, slack_id="T1", bot_user_id="U1", **about))


def _asks(session: Session) -> tuple[int, int]:
    """Something new: its id and its number."""
    number = next_number(session, WorkspaceId(1), "request")
    row = Timer(workspace_id=1, kind="some", ref=number, stage="", due_at=TUESDAY_MORNING)
    session.add(row)
    session.flush()
    return row.id, number


def _put_back(session: Session) -> None:
    for statement in (
        "ALTER SEQUENCE incarnations_id_seq OWNED BY NONE",
        "CREATE TABLE copied (LIKE incarnations INCLUDING ALL)",
        "INSERT INTO copied SELECT * FROM incarnations",
        "DROP TABLE incarnations",
        "ALTER TABLE copied RENAME TO incarnations",
        "ALTER SEQUENCE incarnations_id_seq OWNED BY incarnations.id",
    ):
        session.execute(text(statement))
