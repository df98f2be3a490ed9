"""The proof, as a table: python -m tests.fire [--messages 800] [--kills 30] [--seed N] [--store sqlite|postgresql]."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom

from slackapp import database, migrating
from tests import postgresql
from tests.fire.fight import Fight, Plan, Result
from tests.fire.points import POINTS

COLUMNS = ("replicas", "kills", "faults", "messages", "lost", "doubled", "out of order")
REPLICAS = {"sqlite": 1, "postgresql": 3}
SLOWLY = 0.4
"""Seconds between messages, so that some are still to come when the last named point has its turn."""
PATIENCE = 12
"""Seconds for a process to come to its point, three of them starting at once on a busy machine."""


def main() -> int:
    """Fight on each store; the exit status tells whether anything was lost, doubled or out of order."""
    asked = _parser().parse_args()
    print(f"seed {asked.seed}\n{'store':12}{''.join(f'{column:>13}' for column in COLUMNS)}", flush=True)
    results = [_fought(store, asked) for store in asked.store or REPLICAS]
    return int(any(result.lost or result.doubled or result.out_of_order or result.broken for result in results))


def _fought(store: str, asked: argparse.Namespace) -> Result:
    plan = Plan(
        seed=asked.seed,
        messages=asked.messages,
        kills=asked.kills,
        channels=max(4, asked.messages // 20),
        replicas=REPLICAS[store],
    )
    if asked.points:
        plan.points, plan.pause, plan.seconds_to_get_there = tuple(POINTS), SLOWLY, PATIENCE
    logs = Path(tempfile.mkdtemp(prefix=f"afspraak-fire-{store}-"))
    with _url(store, logs) as url:
        result = Fight(url, plan, logs).fought()
    print(result.row(), f"   {result.seconds:.0f} s, logs in {logs}", flush=True)
    print(*(f"   nobody came to: {point}" for point in result.missed), sep="\n", end="\n" if result.missed else "")
    print(*result.broken, sep="\n", end="\n" if result.broken else "", flush=True)
    return result


@contextmanager
def _url(store: str, folder: Path) -> Iterator[str]:
    if store == "sqlite":
        url = f"sqlite:///{folder}/afspraak.db"
        _migrate(url)
        yield url
        return
    with postgresql.cluster() as cluster:
        _migrate(cluster.template_url)
        with cluster.copied_database() as url:
            yield url


def _migrate(url: str) -> None:
    engine = database.connect(url)
    migrating.migrate(engine)
    engine.dispose()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make fire", description="Nothing lost, nothing twice, under fire.")
    parser.add_argument("--messages", type=int, default=800)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10_000))
    parser.add_argument("--store", action="append", choices=REPLICAS)
    parser.add_argument("--points", action="store_true", help="die once at each named point before chance takes over")
    return parser


if __name__ == "__main__":
    sys.exit(main())
