"""An old release works beside a new one: what it does not know it leaves to the one that does (F28)."""

from datetime import timedelta

import pytest

from delivery.deliver import Deliverer
from delivery.reconcile import Reconciler
from delivery.release_filter import PATIENCE
from sandbox.faults import Kind
from scheduler.tick import Ticker
from slackapp.rules import bundles
from tests.delivery.office import SECOND, Office
from tests.delivery.test_quiet_hours import knows, wants_quiet

pytestmark = pytest.mark.anyio


class Before:
    """The release before, which does not know one kind of message yet."""

    def __init__(self, office: Office, unknown: str = "card") -> None:
        self.kinds = {name: kind for name, kind in office.kinds().items() if name != unknown}
        self.deliverer = Deliverer(office.database, office.client, self.kinds, "before")
        self.reconciler = Reconciler(office.database, office.client, self.kinds, "before")


@pytest.fixture
def before(office: Office) -> Before:
    return Before(office)


async def test_what_only_the_new_release_knows_is_left_to_it_and_the_order_stays(
    office: Office, before: Before
) -> None:
    office.says("one")
    office.shows("open")
    office.says("two")
    for _ in range(6):
        await before.deliverer.once()
        office.clock.move(SECOND)
    assert (office.sees(), office.states()) == (["one"], ["sent", "pending", "pending"])
    for _ in range(6):
        await before.deliverer.once()
        await office.deliverer.once()
        office.clock.move(SECOND)
    assert (office.sees(), set(office.states())) == (["one", "open", "two"], {"sent"})


async def test_what_no_release_knows_holds_up_its_lane_for_ten_minutes_and_then_is_dead(
    office: Office, before: Before
) -> None:
    office.shows("open")
    office.says("two")
    await before.deliverer.once()
    office.clock.move(PATIENCE - SECOND)
    await before.deliverer.once()
    assert office.sees() == []
    for _ in range(10):
        office.clock.move(SECOND)
        await before.deliverer.once()
    assert (office.sees(), office.states()) == (["two"], ["dead", "sent"])
    assert "no such kind" in office.rows()[0].error


async def test_other_channels_do_not_wait_for_it(office: Office, before: Before) -> None:
    channels = [office.slack.channel(f"team-{number}", with_app=True) for number in range(25)]
    for number, channel in enumerate(channels):
        office.shows("open", f"R-{number}", to=channel)
    office.says("one")
    for _ in range(3):
        await before.deliverer.once()
    assert office.sees() == ["one"]


async def test_a_doubt_about_it_is_left_as_well(office: Office, before: Before) -> None:
    office.fails(Kind.DROPS, worked=True)
    office.shows("open")
    await office.deliverer.once()
    office.clock.move(timedelta(seconds=31))
    await before.reconciler.once()
    assert office.states() == ["sending"]
    office.clock.move(SECOND)
    await office.reconciler.once()
    assert (office.sees(), office.states()) == (["open"], ["sent"])


async def test_a_bundle_in_which_it_comes_is_left_too(office: Office) -> None:
    sanne, before = office.slack.person("Sanne de Vries"), Before(office, unknown="dear")
    office.database.run_now(knows, office, sanne.id)
    office.database.run_now(wants_quiet, office, sanne)
    office.says_to(sanne, "one")
    office.says_to(sanne, "two", kind="dear")
    await office.deliverer.once()
    office.clock.move(timedelta(hours=3))
    await Ticker(office.database, {bundles.KIND: bundles.deliver}).once()
    await before.deliverer.once()
    assert office.sees(office.direct(sanne)) == []
    office.clock.move(SECOND)
    await office.deliverer.once()
    assert (office.sees(office.direct(sanne)), office.states()) == (["one, two"], ["sent"] * 3)
