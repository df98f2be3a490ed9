"""Slack misbehaving: what the client gets, and whether the work was done."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from sandbox import Fault, Kind
from tests.sandbox.conftest import Polder

pytestmark = pytest.mark.anyio
POST = "chat.postMessage"


async def posts(polder: Polder) -> str:
    """How a call ends, in one word."""
    try:
        await polder.client.chat_postMessage(channel=polder.design.id, text="Hello")
    except SlackApiError as refused:
        return str(refused)
    except Exception as broken:  # noqa: BLE001  whatever the client makes of it is the answer
        return type(broken).__name__
    return "ok"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.HANGS, Kind.SLOW}])
@pytest.mark.parametrize("worked", [False, True])
async def test_bad_answer_says_nothing_about_the_work(polder: Polder, kind: Kind, *, worked: bool) -> None:
    polder.sandbox.faults.add(Fault(POST, kind, worked=worked))
    assert await posts(polder) != "ok"
    assert polder.sanne.sees(polder.design) == (["Hello"] if worked else [])
    polder.clock.move(timedelta(seconds=1))
    assert await posts(polder) == "ok"


async def test_connection_that_drops_breaks_the_call(polder: Polder) -> None:
    polder.sandbox.faults.add(Fault(POST, Kind.DROPS, worked=True))
    with pytest.raises(aiohttp.ClientError):
        await polder.client.chat_postMessage(channel=polder.design.id, text="Hello")


async def test_hanging_call_ends_when_the_client_gives_up(polder: Polder) -> None:
    polder.sandbox.faults.add(Fault(POST, Kind.HANGS, worked=True))
    call = asyncio.create_task(polder.client.chat_postMessage(channel=polder.design.id, text="Hello"))
    async with asyncio.timeout(60):
        while not polder.jan.sees(polder.design):  # noqa: ASYNC110 - what hangs sets no event here
            await asyncio.sleep(0.01)
    assert not call.done()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert polder.jan.sees(polder.design) == ["Hello"]


@pytest.mark.parametrize("retry_after", [None, 0, 86_400])
async def test_retry_after_can_be_missing_or_huge(polder: Polder, retry_after: int | None) -> None:
    polder.sandbox.faults.add(Fault(POST, Kind.TOO_FAST, retry_after=retry_after))
    with pytest.raises(SlackApiError) as caught:
        await polder.client.chat_postMessage(channel=polder.design.id, text="Hello")
    shown = caught.value.response.headers.get("Retry-After")
    assert shown == (None if retry_after is None else str(retry_after))


async def test_fault_waits_for_its_channel_and_its_turn(polder: Polder) -> None:
    polder.sandbox.faults.add(Fault(POST, Kind.UNAVAILABLE, channel=polder.secret.id, times=2))
    assert await posts(polder) == "ok"


async def test_message_shows_up_late_in_the_history(polder: Polder) -> None:
    polder.workspace.history_lag = timedelta(seconds=5)
    await polder.client.chat_postMessage(channel=polder.design.id, text="Hello")
    history = await polder.client.conversations_history(channel=polder.design.id)
    assert history["messages"] == []
    polder.clock.move(timedelta(seconds=5))
    history = await polder.client.conversations_history(channel=polder.design.id)
    assert [m["text"] for m in history["messages"]] == ["Hello"]


async def test_record_tells_calls_and_whether_the_work_was_done(polder: Polder) -> None:
    polder.sandbox.faults.add(Fault(POST, Kind.SERVER_ERROR), Fault(POST, Kind.SERVER_ERROR, worked=True))
    await posts(polder)
    await posts(polder)
    assert [call.done for call in polder.sandbox.record.calls(POST)] == [False, True]
    assert [call.args["text"] for call in polder.sandbox.record.calls(POST, done=True)] == ["Hello"]
