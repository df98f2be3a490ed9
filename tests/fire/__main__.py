"""The proof, as a table: python -m tests.fire [--seed N] [--part chance|round|writer|releases] [--store …]."""

import argparse
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import SystemRandom

from slackapp import database, migrating
from tests import postgresql
from tests.fire import releases
from tests.fire.fight import Fight
from tests.fire.morning import Morning
from tests.fire.plan import HOUSE, Plan, Result
from tests.fire.points import ASLEEP, AT_ITS_CLOSE, IN_THE_ROUND, POINTS
from tests.fire.releases import Counters, Upgrade

COLUMNS = ("replicas", "kills", "stops", "faults", "messages", "lost", "doubled", "out of order")
REPLICAS = {"sqlite": 1, "postgresql": 3}
BLOWS = {"sqlite": ("suspend", "occupy") * 2, "postgresql": ("suspend",) * 3}
PARTS = {
    "chance": "killed, frozen and suspended at named points and at random",
    "round": "a check-in for 500 people, killed in the middle of it and at its close",
    "writer": "a foreign program writes to the SQLite file for 40 s, at the real speed",
    "releases": "the release before this one, and this one beside it",
}
AGAIN = "   once more, with the points alone that nobody came to"
SERVED = 20
REPEATS = 2
"""So often it is fought again for the points that nobody came to."""


def main() -> int:
    """Fight; the exit status tells whether anything was lost, doubled or out of order."""
    asked = _parser().parse_args()
    print(f"seed {asked.seed}\n{'store':12}{''.join(f'{column:>13}' for column in COLUMNS)}", flush=True)
    parts = {"chance": _by_chance, "round": _in_a_round, "writer": _beside_a_writer, "releases": _upgrading}
    are_well = [parts[part](asked) for part in asked.part or PARTS]
    return int(not all(are_well))


def _by_chance(asked: argparse.Namespace) -> bool:
    are_well = [_of_store(store, asked) for store in asked.store or REPLICAS]
    return all(are_well)


def _of_store(store: str, asked: argparse.Namespace) -> bool:
    plan = Plan(
        seed=asked.seed,
        replicas=REPLICAS[store],
        messages=asked.messages,
        channels=max(4, asked.messages // 20),
        kills=asked.kills,
        points=tuple(POINTS),
        blows=BLOWS[store],
        freezes=ASLEEP,
        every_kind=True,
    )
    result = _by_plan(store, plan)
    are_idle = bool(result.idle)
    for _ in range(REPEATS):
        if result.is_unharmed and (result.missed or result.unfrozen):
            points, freezes = tuple(result.missed), tuple(result.unfrozen)
            print(AGAIN, flush=True)
            result = _by_plan(store, replace(plan, kills=0, points=points, freezes=freezes, blows=(), every_kind=False))
    return result.is_well and not are_idle


def _by_plan(store: str, plan: Plan) -> Result:
    # Something must still be to come when the last of all this has its turn.
    lasts = 3 * plan.kills + 4 * (len(plan.points) + len(plan.freezes)) + 3 * len(plan.blows)
    plan.pause = lasts * 3 * plan.replicas / plan.messages
    with _empty(store) as (url, logs):
        _migrate(url)
        result = Fight(url, plan, logs).fought()
        _told("chance", result, logs)
        return result


def _in_a_round(asked: argparse.Namespace) -> bool:
    are_well = [_round_of_store(store, asked) for store in asked.store or REPLICAS]
    return all(are_well)


def _round_of_store(store: str, asked: argparse.Namespace) -> bool:
    plan = Plan(seed=asked.seed, replicas=REPLICAS[store], hits=1, kills=asked.kills // 5)
    plan.seconds_between_faults = 1
    result = _morning(store, plan, asked.people)
    are_idle = bool(result.idle)
    for _ in range(REPEATS):
        if result.is_unharmed and result.missed:
            print(AGAIN, flush=True)
            result = _morning(store, replace(plan, kills=0), asked.people, only=frozenset(result.missed))
    return result.is_well and not are_idle


def _morning(store: str, plan: Plan, people: int, only: Collection[str] = IN_THE_ROUND + AT_ITS_CLOSE) -> Result:
    with _empty(store) as (url, logs):
        _migrate(url)
        morning = Morning(url, plan, logs, people)
        morning.in_the_round = tuple(point for point in IN_THE_ROUND if point in only)
        morning.at_its_close = tuple(point for point in AT_ITS_CLOSE if point in only)
        result = morning.fought()
        _told("round", result, logs)
        return result


def _beside_a_writer(asked: argparse.Namespace) -> bool:
    if asked.store and "sqlite" not in asked.store:
        return True
    plan = Plan(seed=asked.seed, replicas=1, messages=40, channels=8, speed=1, blows=("occupy",), pause=2)
    plan.seconds_between_faults, plan.faults = 1, 5
    with _empty("sqlite") as (url, logs):
        _migrate(url)
        return _told("writer", Fight(url, plan, logs).fought(), logs)


def _upgrading(asked: argparse.Namespace) -> bool:
    if asked.store and "postgresql" not in asked.store:
        return True
    with releases.before() as before:
        if before is None:
            print("   releases: the history at hand has no release before this one")
            return True
        with _empty("postgresql") as (url, logs):
            releases.migrated(url, before)
            well = _told("releases", Upgrade(url, _of_two(before, asked.seed), logs).fought(), logs)
        with _empty("postgresql") as (url, logs):
            releases.migrated(url, before)
            served = Counters(url, before, logs).serve(SERVED)
        whole = len(served.cards) == SERVED and all(len(thread) == 2 for thread in served.threads)
        print(f"   {SERVED} requests were made, accepted and done: {'each once' if whole else served}")
        print(f"   what people did was answered by the release before and by this one: {served.answered}", flush=True)
        return well and whole and all(served.answered.values())


def _of_two(before: Path, seed: int) -> Plan:
    return Plan(
        seed=seed,
        replicas=3,
        messages=240,
        channels=12,
        kills=8,
        pause=0.6,
        spared=1,  # the release before may not start on tables that are later than itself
        releases=(before, HOUSE, HOUSE),
        readers=0,  # the release before may know of no files in a fight
        blows=("freeze",),
    )


def _told(part: str, result: Result, logs: Path) -> bool:
    print(result.row(), f"   {part}: {PARTS[part]}; {result.seconds:.0f} s, logs in {logs}", flush=True)
    missed = [f"   nobody came to: {point}" for point in [*result.missed, *result.unfrozen]]
    for line in [*missed, *(f"   {line}" for line in result.idle), *result.broken]:
        print(line, flush=True)
    return result.is_well


@contextmanager
def _empty(store: str) -> Iterator[tuple[str, Path]]:
    """The address of an empty database, and a folder for what is logged."""
    logs = Path(tempfile.mkdtemp(prefix=f"afspraak-fire-{store}-"))
    if store == "sqlite":
        yield f"sqlite:///{logs}/afspraak.db", logs
        return
    with postgresql.cluster() as cluster:
        yield cluster.template_url, logs


def _migrate(url: str) -> None:
    engine = database.connect(url)
    migrating.migrate(engine)
    engine.dispose()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make fire", description="Nothing lost, nothing twice, under fire.")
    parser.add_argument("--messages", type=int, default=800)
    parser.add_argument("--kills", type=int, default=30, help="at random, beside one at each named point")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10_000))
    parser.add_argument("--store", action="append", choices=REPLICAS)
    parser.add_argument("--part", action="append", choices=PARTS, help=_described(PARTS))
    return parser


def _described(parts: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {what}" for name, what in parts.items())


if __name__ == "__main__":
    sys.exit(main())
