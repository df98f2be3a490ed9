"""Slack says no: for now, to this message, to this channel, or to all of us."""

import gc
from datetime import timedelta

import pytest

from delivery import gates
from sandbox.faults import Kind
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio


async def test_one_channel_that_is_slowed_down_lets_the_others_flow(office: Office) -> None:
    sales = office.slack.channel("sales", with_app=True)
    office.fails(Kind.TOO_FAST, channel=office.design.id, retry_after=20)
    office.says("one")
    office.says("two")
    office.says("three", to=sales)
    await office.works(seconds=20)
    assert (office.sees(), office.sees(sales)) == ([], ["three"])
    await office.works(seconds=10)
    assert office.sees() == ["one", "two"]


async def test_when_several_channels_are_slowed_down_the_whole_workspace_waits(office: Office) -> None:
    sales, support = (office.slack.channel(name, with_app=True) for name in ("sales", "support"))
    office.fails(Kind.TOO_FAST, times=2, retry_after=30)
    office.says("one")
    office.says("two", to=sales)
    await office.works(seconds=2)
    office.says("three", to=support)
    await office.works(seconds=25)
    assert office.sees(support) == []
    await office.works(seconds=20)
    assert [*office.sees(), *office.sees(sales), *office.sees(support)] == ["one", "two", "three"]


@pytest.mark.parametrize(("retry_after", "seconds"), [(None, 45), (0, 5), (86_400, 4_600)])
async def test_a_strange_time_to_wait_is_taken_within_reason(
    office: Office, retry_after: int | None, seconds: int
) -> None:
    office.fails(Kind.TOO_FAST, retry_after=retry_after)
    office.says("one")
    await office.works(seconds=1)
    office.clock.move(timedelta(seconds=seconds))
    await office.works(seconds=1)
    assert office.sees() == ["one"]


@pytest.mark.parametrize("reason", ["is_archived", "channel_not_found"])
async def test_a_channel_that_is_closed_to_the_app_does_not_hold_up_the_others(office: Office, reason: str) -> None:
    sales = office.slack.channel("sales", with_app=True)
    if reason == "is_archived":
        office.design.is_archived = True
    else:
        # Of a private channel the app is told nothing any more once it was removed from it.
        office.design.is_private = True
        office.design.members.remove(office.slack.installation.bot_user)
    office.says("one")
    office.says("two", to=sales)
    await office.works()
    assert (office.states(), office.rows()[0].error) == (["dead", "sent"], reason)
    assert office.count_is_right()


async def test_a_message_that_slack_refuses_does_not_hold_up_its_channel(office: Office) -> None:
    office.fails(Kind.ERROR, error="invalid_blocks")
    office.says("one")
    office.says("two")
    await office.works()
    assert (office.sees(), office.states()) == (["two"], ["dead", "sent"])


async def test_a_line_whose_card_never_stood_is_dead_and_says_why(office: Office) -> None:
    office.fails(Kind.ERROR, error="msg_too_long")
    card = office.shows("open")
    office.says("Jan accepted", thread=card)
    await office.works()
    assert (office.sees(), office.states()) == ([], ["dead", "dead"])
    assert "does not stand" in office.rows()[1].error


async def test_a_card_that_somebody_deleted_is_posted_anew_and_its_thread_follows(office: Office) -> None:
    card = office.shows("open")
    await office.works()
    next(office.design.posted()).deleted = True
    office.shows("accepted")
    office.says("Jan accepted", thread=card)
    await office.works()
    root, line = office.design.posted()
    assert (root.text, line.text, line.thread_ts) == ("accepted", "Jan accepted", root.ts)


async def test_a_line_under_a_message_that_is_gone_is_dead(office: Office) -> None:
    office.says("it is R-1 now", thread="1700000000.000100")
    office.says("two")
    await office.works()
    assert (office.sees(), office.states()) == (["two"], ["dead", "sent"])


async def test_a_revoked_token_loses_nothing_and_a_new_one_resumes(office: Office) -> None:
    office.slack.installation.token_revoked = True
    for text in ("one", "two"):
        office.says(text)
    await office.works(seconds=10)
    assert (office.sees(), office.states()) == ([], ["pending", "pending"])
    calls = office.posts()
    office.slack.installation.token_revoked = False
    office.database.run_now(gates.lift, office.id)
    await office.works()
    assert (calls, office.sees()) == (1, ["one", "two"])


async def test_a_token_that_came_back_unseen_is_tried_again_within_minutes(office: Office) -> None:
    office.slack.installation.token_revoked = True
    office.says("one")
    await office.works()
    office.slack.installation.token_revoked = False
    office.clock.move(timedelta(minutes=5))
    await office.works()
    assert office.sees() == ["one"]


async def test_while_slack_cannot_be_reached_the_tries_become_rarer_and_the_order_stays(office: Office) -> None:
    """F6: ten minutes of outage. Nothing piles up in the process meanwhile."""
    channels = [office.slack.channel(f"team-{number}", with_app=True) for number in range(8)]
    address, office.sandbox.address = office.sandbox.address, "http://127.0.0.1:9"
    for channel in channels:
        office.says(f"{channel.name} one", to=channel)
        office.says(f"{channel.name} two", to=channel)
    await office.works(seconds=120)
    held = _objects()
    await office.works(seconds=480)
    assert _objects() < held * 1.02
    attempts = [row.attempts for row in office.rows()]
    assert all(5 <= count <= 12 for count in attempts[::2])
    assert not any(attempts[1::2])
    office.sandbox.address = address
    await office.works(seconds=400)
    assert [office.sees(channel) for channel in channels] == [[f"{c.name} one", f"{c.name} two"] for c in channels]


def _objects() -> int:
    gc.collect()
    return len(gc.get_objects())
