"""A workspace that lets its channels be looked through only one page a minute, of fifteen messages."""

from datetime import timedelta

import pytest

from sandbox.faults import Kind
from slackapp.slack import history
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio

LOOKS = "conversations.history"


def looks(office: Office) -> int:
    return len(office.sandbox.record.calls(LOOKS))


async def chatter(office: Office, count: int) -> None:
    jan = office.sandbox.visitor(office.slack.person("Jan Smit"))
    for number in range(count):
        await jan.types(office.design, f"small talk {number}")


async def test_a_look_goes_on_where_it_was_cut_short(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PAGE", 2)
    office.fails(Kind.DROPS, worked=True)
    office.says("one")
    await office.deliverer.once()
    await chatter(office, 5)
    for _ in range(3):
        office.clock.move(timedelta(seconds=100))
        # One page, and then no more for a minute.
        office.sandbox.faults.clear()
        office.fails(Kind.TOO_FAST, LOOKS, retry_after=60, after=1)
        await office.reconciler.once()
    assert (office.posts(), office.states()) == (1, ["sent"])
    cursors = [call.args.get("cursor") for call in office.sandbox.record.calls(LOOKS, done=True)]
    assert len(set(cursors)) == 3


async def test_all_channels_share_what_the_workspace_gives(office: Office) -> None:
    channels = [office.slack.channel(f"team-{n}", with_app=True) for n in range(5)]
    for channel in channels:
        office.fails(Kind.DROPS, channel=channel.id, worked=True)
        office.says(f"to {channel.name}", to=channel)
    await office.deliverer.once()
    office.clock.move(timedelta(seconds=31))
    office.fails(Kind.TOO_FAST, LOOKS, times=5, retry_after=60)
    await office.reconciler.once()
    office.sandbox.faults.clear()
    before = looks(office)
    await office.works(seconds=180)
    assert 2 <= looks(office) - before <= 4
    await office.works(seconds=400)
    assert office.states() == ["sent"] * 5


async def test_after_an_outage_a_channel_is_looked_through_once(office: Office) -> None:
    for number in range(10):
        office.says(str(number))
    office.clock.move(timedelta(hours=1))
    await office.works(seconds=15)
    assert (office.sees(), looks(office)) == ([str(number) for number in range(10)], 1)
