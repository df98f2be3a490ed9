"""A thousand digests on a Monday at nine: python -m benchmarks.digests [URL].

Two organisations of as many channels stand in one database: a small one, and one with a million items, more than nine
tenths of which are long over. The digests of both are gathered and read in turn, so that a busy machine slows both
down: the ratio is what the million costs. Then the whole Monday of the large one, each digest in a transaction of its
own, and the digest over all of its teams. Without a URL a SQLite file is made for the occasion; a PostgreSQL that is
named must be empty. The plans of the same questions are asserted in tests/rules/test_digest_plans.py.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, event, func, select

from benchmarks.organisation import MONDAY, WEEK, Founded, Organisation
from slackapp import migrating, outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.models.requests import Request
from slackapp.queries import digests
from slackapp.rules.digests import selection

PAIRS = 60
"""So many channels of both are compared; their editions are gathered once."""
ROUNDS = 5
Act = Callable[[Database, Founded, int], None]


def main() -> None:
    asked = _parser().parse_args()
    with TemporaryDirectory() as folder:
        url = asked.url or f"sqlite:///{Path(folder) / 'benchmark.db'}"
        database = Database(connect(url), MovableClock(MONDAY), outbox.put)
        migrating.migrate(database.engine)
        _measure(database, asked.channels, asked.items)
        database.close()


def _measure(database: Database, channels: int, items: int) -> None:
    begin = perf_counter()
    small = database.run_now(Organisation("small", teams=channels, old=channels).found)
    large = database.run_now(Organisation("large", teams=channels, old=items - 120 * channels).found)
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
    print(
        f"{database.engine.dialect.name}: {_count(database):,} requests in {perf_counter() - begin:.0f} s", flush=True
    )
    _warm(database, small, large)
    _compare(database, small, large)
    _overviews(database, small, large)
    _monday(database, large)
    _one_question(database, large)


def _warm(database: Database, small: Founded, large: Founded) -> None:
    """Compile the statements, and fill the caches."""
    for founded in (small, large):
        for edition_id in founded.editions[-5:]:
            _gather(database, founded, edition_id)
            _read(database, founded, edition_id)


def _compare(database: Database, small: Founded, large: Founded) -> None:
    """The same channel of both, in turn."""
    for name, act in (("gathering", _gather), ("reading", _read)):
        pairs = [
            (_timed(act, database, small, one), _timed(act, database, large, other))
            for one, other in zip(small.editions[:PAIRS], large.editions[:PAIRS], strict=True)
        ]
        few, many = (median(each) * 1000 for each in zip(*pairs, strict=True))
        ratio = median(other / one for one, other in pairs)
        with _counted(database) as statements:
            act(database, large, large.editions[PAIRS])
        print(f"{name:12}{few:>8.1f} ms small{many:>8.1f} ms large   ratio {ratio:.2f}   {len(statements)} statements")


def _overviews(database: Database, small: Founded, large: Founded) -> None:
    """The digest over all teams."""
    for name, act in (("gathering", _gather), ("reading", _read)):
        with _counted(database) as statements:
            few, many = (_timed(act, database, founded, founded.overview) * 1000 for founded in (small, large))
        print(f"all teams, {name:12}{few:>8.0f} ms small{many:>8.0f} ms large   ratio {many / few:.2f}", end="")
        print(f"   {len(statements) // 2} statements", flush=True)


def _monday(database: Database, large: Founded) -> None:
    """All channels, one after the other."""
    left = large.editions[PAIRS + 1 : -5]
    lengths = [_timed(_gather, database, large, edition_id) for edition_id in left]
    pages = [_timed(_read, database, large, edition_id) for edition_id in left]
    print(f"{len(left)} channels: gathered in {sum(lengths):.1f} s, read in {sum(pages):.1f} s, ", end="")
    print(f"longest transaction {max(lengths) * 1000:.0f} ms", flush=True)


def _one_question(database: Database, large: Founded) -> None:
    """What the week of all channels takes in one grouped question: no permissions, no lists, no lines."""
    week = (Request.answered_at > MONDAY - WEEK, Request.answered_at <= MONDAY)
    grouped = select(Request.to_team_id, func.count()).where(Request.workspace_id == large.workspace_id, *week)
    times = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        database.read_now(lambda session: session.execute(grouped.group_by(Request.to_team_id)).all())
        times.append(perf_counter() - begin)
    print(f"the week's answers of all channels in one grouped question: {median(times) * 1000:.0f} ms", flush=True)


def _gather(database: Database, founded: Founded, edition_id: int) -> None:
    database.run_now(selection.gather, founded.workspace_id, edition_id, "")


def _read(database: Database, founded: Founded, edition_id: int) -> None:
    page = database.read_now(digests.page, founded.workspace_id, {"edition": edition_id})
    assert page is not None
    assert len(page.parts) > 4


def _timed(act: Act, database: Database, founded: Founded, edition_id: int) -> float:
    begin = perf_counter()
    act(database, founded, edition_id)
    return perf_counter() - begin


def _count(database: Database) -> int:
    return database.read_now(lambda session: session.scalar(select(func.count()).select_from(Request))) or 0


@contextmanager
def _counted(database: Database) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    statements: list[str] = []

    def hear(_: Connection, __: object, sql: str, *rest: object) -> None:
        statements.append(sql)

    event.listen(database.engine, "before_cursor_execute", hear)
    yield statements
    event.remove(database.engine, "before_cursor_execute", hear)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?", help="SQLAlchemy URL of an empty PostgreSQL database")
    parser.add_argument("--channels", type=int, default=1_000)
    parser.add_argument("--items", type=int, default=1_000_000)
    return parser


if __name__ == "__main__":
    main()
