"""The demo is the app in a workspace full of people."""

from datetime import datetime, timedelta

import pytest

from demo import calendar
from demo.running import opened
from slackapp.queries import teams
from tests.stories.driver import Loop


def test_its_people_have_made_their_teams_and_time_can_be_moved() -> None:
    loop = Loop()
    loop.run(_tried_out())
    loop.close()


async def _tried_out() -> None:
    async with opened(port=0) as polder:
        assert polder.app
        known = await polder.app.database.read(teams.all, polder.app.installations.all()[0].workspace_id)
        assert {team.name for team in known} == {"Product", "Support", "Marketing", "IT"}
        tomorrow = polder.clock.now() + timedelta(days=1)
        await polder.travel(tomorrow)
        assert polder.clock.now() >= tomorrow


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        ("2026-11-24 10:30", "2026-11-24 10:30"),
        ("2026-11-24 06:00", "2026-11-24 09:00"),
        ("2026-11-24 20:00", "2026-11-25 09:00"),
        ("2026-11-27 20:00", "2026-11-30 09:00"),
        ("2026-11-29 12:00", "2026-11-30 09:00"),
    ],
)
def test_it_begins_when_people_are_at_work(at: str, begins: str) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=calendar.HOME)
    assert calendar.opening(moment).astimezone(calendar.HOME).strftime("%Y-%m-%d %H:%M") == begins
