"""A short form of `make fire`: real processes, killed and frozen, on both stores. The seed is fixed and shown."""

from pathlib import Path

import pytest

from tests.fire.fight import Fight, Plan
from tests.fire.points import POINTS

SEED = 11


@pytest.mark.timeout(180)
def test_one_process_on_sqlite_loses_doubles_and_mixes_up_nothing(sqlite_url: str, tmp_path: Path) -> None:
    result = Fight(sqlite_url, _plan(replicas=1), tmp_path).fought()
    assert (result.lost, result.doubled, result.out_of_order, result.broken) == (0, 0, 0, []), f"seed {SEED}"


@pytest.mark.postgresql
@pytest.mark.timeout(180)
def test_three_replicas_on_postgresql_lose_double_and_mix_up_nothing(postgresql_url: str, tmp_path: Path) -> None:
    result = Fight(postgresql_url, _plan(replicas=3), tmp_path).fought()
    assert (result.lost, result.doubled, result.out_of_order, result.broken) == (0, 0, 0, []), f"seed {SEED}"


@pytest.mark.timeout(180)
def test_a_process_that_dies_at_named_points_is_made_good(sqlite_url: str, tmp_path: Path) -> None:
    plan = Plan(seed=SEED, messages=80, kills=0, channels=25, replicas=1, points=tuple(POINTS)[::2])
    plan.seconds_between_kills, plan.pause = 0.2, 0.4
    result = Fight(sqlite_url, plan, tmp_path).fought()
    assert (result.lost, result.doubled, result.out_of_order, result.broken) == (0, 0, 0, []), f"seed {SEED}"
    assert len(result.missed) <= 1, result.missed


def _plan(replicas: int) -> Plan:
    return Plan(seed=SEED, messages=60, kills=3, channels=8, replicas=replicas)
