"""A digest asks as much of a large organisation as of a small one: what is over does not cost (issue 8, 8).

Every statement is explained by the database itself: SQLite says through which index it reaches each table that grows,
and PostgreSQL how many rows of it were read.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Connection, event

from benchmarks.organisation import MONDAY, SANNE, Founded, Organisation
from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import Actor
from slackapp.queries import digests, teams
from slackapp.queries.requests import lists
from slackapp.rules.digests import selection

SMALL = Organisation("small", teams=13, old=400)
LARGE = Organisation("large", teams=13, old=12_000)
MOST_STATEMENTS = 55
"""Of gathering a digest and of showing it, together."""
GROWING = frozenset(
    {
        "requests",
        "decisions",
        "decision_concerns",
        "decision_voices",
        "areas",
        "area_events",
        "checkin_rounds",
        "checkin_entries",
        "checkin_answers",
        "digest_editions",
        "digest_items",
        "postings",
        "outbox",
    }
)
"""The tables that grow for ever."""
STEP = re.compile(
    r"(SCAN|SEARCH) (\w+?)(?:_\d+)?(?: |$)(?:USING (?:COVERING )?(INDEX \w+|INTEGER PRIMARY KEY) (\(.*\)))?"
)
"""What SQLite does with a table: its name, by which index, and which columns of that are known."""
BY_THE_WORKSPACE_ALONE = "(workspace_id=?)"
PARTIAL = {f"INDEX ix_{name}" for name in ("requests_under_way_to", "requests_under_way_from", "areas_in_use")}
"""Of these all of a workspace may be read: they hold what is under way, or in use, and nothing else."""


@dataclass(frozen=True)
class Asked:
    """A statement as it was sent."""

    sql: str
    values: Any


@dataclass(frozen=True)
class Archive:
    """Both organisations in one database. Only what is long over makes one of them larger."""

    database: Database
    small: Founded
    large: Founded

    def asked(self, founded: Founded, edition_id: int) -> list[Asked]:
        """Everything that is asked to gather a digest and to show it."""
        with _heard(self.database) as statements:
            self.database.run_now(selection.gather, founded.workspace_id, edition_id, "")
            assert self.database.read_now(digests.page, founded.workspace_id, {"edition": edition_id})
        return [each for each in statements if each.sql.lstrip().startswith("SELECT")]

    def overdue(self, founded: Founded) -> list[Asked]:
        """Everything that is asked to list what is late, and who is in which team."""
        who = Actor(founded.workspace_id, SANNE)
        with _heard(self.database) as statements:
            self.database.read_now(lists.listed, who, lists.WantedRequests(lists.RequestFilter.OVERDUE))
            self.database.read_now(teams.names_of, founded.workspace_id, [SANNE])
        return [each for each in statements if each.sql.lstrip().startswith("SELECT")]

    def explained(self, asked: Sequence[Asked], how: str) -> list[list[Any]]:
        with self.database.engine.connect() as connection:
            return [[*connection.exec_driver_sql(f"{how} {each.sql}", each.values)] for each in asked]


@pytest.fixture
def archive(database_url: str) -> Iterator[Archive]:
    database = Database(connect(database_url), MovableClock(MONDAY), outbox.put)
    yield Archive(database, database.run_now(SMALL.found), database.run_now(LARGE.found))
    database.close()


def test_a_digest_asks_no_more_of_a_large_organisation_and_looks_at_nothing_that_is_over(archive: Archive) -> None:
    _analyze(archive.database)
    for of_small, of_large in (
        (archive.small.editions[3], archive.large.editions[3]),
        (archive.small.overview, archive.large.overview),
    ):
        small, large = archive.asked(archive.small, of_small), archive.asked(archive.large, of_large)
        assert len(large) == len(small) <= MOST_STATEMENTS
        if archive.database.is_sqlite:
            assert _wide_steps(archive, large) == set()
        else:
            assert _more(_looked_at(archive, large), than=_looked_at(archive, small)) == {}


def test_what_is_late_is_found_without_reading_what_is_over(archive: Archive) -> None:
    _analyze(archive.database)
    small, large = archive.overdue(archive.small), archive.overdue(archive.large)
    assert sum("missed_at" in each.sql for each in large) > 1
    if archive.database.is_sqlite:
        assert _wide_steps(archive, large) == set()
    else:
        assert _more(_looked_at(archive, large), than=_looked_at(archive, small)) == {}


def _analyze(database: Database) -> None:
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE")


def _wide_steps(archive: Archive, asked: Sequence[Asked]) -> set[str]:
    """What SQLite would read a whole table for, or all of it that is in the workspace."""
    steps = {row[-1] for rows in archive.explained(asked, "EXPLAIN QUERY PLAN") for row in rows}
    found = [(step, STEP.match(step)) for step in steps]
    assert any(match and match[2] == "requests" for _, match in found)
    return {step for step, match in found if match and match[2] in GROWING and _is_wide(*match.groups())}


def _is_wide(how: str, _: str, index: str | None, known: str | None) -> bool:
    return how == "SCAN" or (known == BY_THE_WORKSPACE_ALONE and index not in PARTIAL)


def _looked_at(archive: Archive, asked: Sequence[Asked]) -> Counter[str]:
    """How many rows of each table PostgreSQL read."""
    looked: Counter[str] = Counter()
    for rows in archive.explained(asked, "EXPLAIN (ANALYZE, FORMAT JSON)"):
        for node in _nodes(rows[0][0][0]["Plan"]):
            if node.get("Relation Name") in GROWING:
                looked[node["Relation Name"]] += _read(node)
    return looked


def _more(looked: Counter[str], *, than: Counter[str]) -> dict[str, tuple[int, int]]:
    """Where more rows were read than half as many again: statistics are samples, and plans may differ a little."""
    return {table: (many, than[table]) for table, many in looked.items() if many > 1.5 * than[table] + 50}


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


def _read(node: dict[str, Any]) -> int:
    removed: int = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return round((float(node["Actual Rows"]) + removed) * float(node["Actual Loops"]))


@contextmanager
def _heard(database: Database) -> Iterator[list[Asked]]:
    """The statements that are sent meanwhile."""
    heard: list[Asked] = []

    def hear(_: Connection, __: Any, sql: str, values: Any, *rest: Any) -> None:
        heard.append(Asked(sql, values))

    event.listen(database.engine, "before_cursor_execute", hear)
    yield heard
    event.remove(database.engine, "before_cursor_execute", hear)
