"""A little war: random faults and dead workers, and still everything once and in order.

The seeds are fixed; a failure shows its seed in the name of the test.
"""

from random import Random

import pytest

from delivery import claiming
from delivery.worker import Worker
from sandbox.channels import Channel
from sandbox.faults import Kind
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio

FAULTS = [kind for kind in Kind if kind not in {Kind.HANGS, Kind.SLOW}]
METHODS = ["chat.postMessage", "chat.postMessage", "conversations.history", "chat.update"]


@pytest.mark.parametrize("seed", range(3))
async def test_nothing_is_lost_doubled_or_out_of_order(office: Office, seed: int) -> None:
    dice = Random(seed)
    channels = [office.slack.channel(f"team-{n}", with_app=True) for n in range(4)]
    for number in range(40):
        office.says(str(number), to=dice.choice(channels))
        office.shows(f"card after {number}", to=channels[0])
        _misbehave(office, dice)
        await office.works(seconds=dice.randrange(4))
    office.sandbox.faults.clear()
    await office.works(seconds=400)
    _everything_is_there(office, channels)


def _misbehave(office: Office, dice: Random) -> None:
    if dice.random() < 0.4:
        kind, worked = dice.choice(FAULTS), dice.random() < 0.5
        # Slack never does what it answers with 429: that answer alone is believed.
        office.fails(kind, dice.choice(METHODS), worked=worked and kind != Kind.TOO_FAST)
    if dice.random() < 0.1:
        office.database.run_now(claiming.due, Worker("killed before the call", office.kinds()))


def _everything_is_there(office: Office, channels: list[Channel]) -> None:
    lines = [[text for text in office.sees(channel) if text.isdecimal()] for channel in channels]
    assert sorted(int(text) for line in lines for text in line) == list(range(40))
    assert all(line == sorted(line, key=int) for line in lines)
    assert [text for text in office.sees(channels[0]) if not text.isdecimal()] == ["card after 39"]
    assert (set(office.states()), office.count_is_right()) == ({"sent"}, True)
