"""A short form of `make fire`: real processes, killed, frozen and suspended, on both stores. The seed is fixed."""

from pathlib import Path

import pytest

from tests.fire.fight import Fight
from tests.fire.morning import Morning
from tests.fire.plan import Plan, Result

SEED = 11
SOME_POINTS = (
    "after an update",
    "after the commit of a tick",
    "before the commit of a claim",
    "after a post",
    "before the commit of a settlement",
)
"""What chance seldom brings comes first, while there is still much to come."""

pytestmark = pytest.mark.timeout(240)


def test_one_process_on_sqlite_loses_doubles_and_mixes_up_nothing(sqlite_url: str, tmp_path: Path) -> None:
    """It is killed, its machine sleeps for an hour, and a foreign program holds its file (F2, F17, F21)."""
    plan = Plan(seed=SEED, messages=60, kills=3, channels=8, replicas=1, blows=("suspend", "occupy"), pause=1)
    plan.haste = True
    assert _is_well(Fight(sqlite_url, plan, tmp_path).fought())


@pytest.mark.postgresql
def test_three_replicas_on_postgresql_lose_double_and_mix_up_nothing(postgresql_url: str, tmp_path: Path) -> None:
    """They are killed, and stand still past their leases where that hurts most (F2, F9)."""
    plan = Plan(seed=SEED, messages=90, kills=2, channels=8, replicas=3, pause=1)
    plan.freezes = ("after the commit of a claim", "right before a post", "after a post")
    assert _is_well(Fight(postgresql_url, plan, tmp_path).fought())


def test_a_process_that_dies_at_named_points_is_made_good(sqlite_url: str, tmp_path: Path) -> None:
    plan = Plan(seed=SEED, messages=48, channels=6, replicas=1, points=SOME_POINTS, pause=1, haste=True)
    plan.seconds_between_faults = 2
    assert _is_well(Fight(sqlite_url, plan, tmp_path).fought())


def test_a_round_in_which_the_process_dies_asks_everybody_once(sqlite_url: str, tmp_path: Path) -> None:
    """In the middle of its people, between two transactions, and at its close."""
    plan = Plan(seed=SEED, replicas=1, batch=10, hits=1, haste=True)
    plan.seconds_between_faults = 5
    morning = Morning(sqlite_url, plan, tmp_path, people=30)
    morning.in_the_round = ("in the middle of asking", "after the commit of a round")
    morning.at_its_close = ("before the commit of a closing",)
    assert _is_well(morning.fought())


def _is_well(result: Result) -> bool:
    assert result.is_well, f"seed {SEED}: {result}"
    return True
