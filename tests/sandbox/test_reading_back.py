"""What the app reads of the workspace: people, channels, history, page by page."""

from datetime import timedelta

import pytest

from tests.sandbox.conftest import Polder
from tests.sandbox.tiny_app import card

pytestmark = pytest.mark.anyio


async def test_metadata_is_found_again_in_the_history(polder: Polder) -> None:
    metadata = {"event_type": "afspraak", "event_payload": {"key": "k1"}}
    posted = await polder.client.chat_postMessage(channel=polder.design.id, text="x", metadata=metadata)
    history = await polder.client.conversations_history(channel=polder.design.id, include_all_metadata=True)
    assert history["messages"][0]["metadata"] == metadata
    assert history["messages"][0]["ts"] == posted["ts"]
    without = await polder.client.conversations_history(channel=polder.design.id)
    assert "metadata" not in without["messages"][0]


async def test_history_comes_in_pages_newest_first(polder: Polder) -> None:
    for number in range(5):
        await polder.sanne.types(polder.design, f"message {number}")
    first = await polder.client.conversations_history(channel=polder.design.id, limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    second = await polder.client.conversations_history(channel=polder.design.id, limit=3, cursor=cursor)
    texts = [m["text"][-1] for page in (first, second) for m in page["messages"]]
    assert texts == ["4", "3", "2", "1", "0"]
    assert not second["has_more"]


async def test_replies_start_with_their_root(polder: Polder) -> None:
    root = await polder.client.chat_postMessage(channel=polder.design.id, text="root")
    polder.clock.move(timedelta(seconds=1))
    await polder.client.chat_postMessage(channel=polder.design.id, text="reply", thread_ts=root["ts"])
    replies = await polder.client.conversations_replies(channel=polder.design.id, ts=root["ts"])
    assert [m["text"] for m in replies["messages"]] == ["root", "reply"]
    assert polder.sanne.sees(polder.design) == ["root"]


async def test_timestamps_only_grow_on_a_clock_that_stands_still(polder: Polder) -> None:
    for _ in range(3):
        await polder.sanne.types(polder.design, "x")
    stamps = [float(m.ts) for m in polder.sanne.messages(polder.design)]
    assert stamps == sorted(set(stamps))


async def test_update_with_text_alone_removes_the_blocks(polder: Polder) -> None:
    posted = await polder.client.chat_postMessage(channel=polder.design.id, text="x", blocks=card("A card"))
    await polder.client.chat_update(channel=polder.design.id, ts=posted["ts"], text="Only text")
    assert polder.sanne.sees(polder.design) == ["Only text"]


async def test_people_with_language_and_zone(polder: Polder) -> None:
    answer = await polder.client.users_info(user=polder.sanne.person.id, include_locale=True)
    user = answer["user"]
    assert (user["locale"], user["tz"], user["tz_offset"]) == ("nl-NL", "Europe/Amsterdam", 3600)
    assert len((await polder.client.users_list())["members"]) == 3


async def test_channels_that_the_app_may_know_of(polder: Polder) -> None:
    answer = await polder.client.conversations_list(types="public_channel,private_channel")
    assert [c["name"] for c in answer["channels"]] == ["design"]
    members = await polder.client.conversations_members(channel=polder.design.id)
    assert polder.workspace.bot.id in members["members"]


async def test_direct_conversation_is_the_same_each_time(polder: Polder) -> None:
    opened = await polder.client.conversations_open(users=polder.sanne.person.id)
    posted = await polder.client.chat_postMessage(channel=polder.sanne.person.id, text="Hello")
    assert opened["channel"]["id"] == posted["channel"]
    assert polder.sanne.unread(polder.sanne.app) == 1
    polder.sanne.reads(polder.sanne.app)
    assert polder.sanne.unread(polder.sanne.app) == 0


async def test_user_groups(polder: Polder) -> None:
    group = polder.workspace.group("design-team", [polder.jan.person])
    listed = await polder.client.usergroups_list(include_users=True)
    assert listed["usergroups"][0]["users"] == [polder.jan.person.id]
    users = await polder.client.usergroups_users_list(usergroup=group.id)
    assert users["users"] == [polder.jan.person.id]


async def test_permalink_of_a_reply_names_its_thread(polder: Polder) -> None:
    root = await polder.sanne.writes(polder.design, "root")
    reply = await polder.sanne.writes(polder.design, "reply", thread=root)
    answer = await polder.client.chat_getPermalink(channel=polder.design.id, message_ts=reply.ts)
    assert answer["permalink"].endswith(f"?thread_ts={root.ts}&cid={polder.design.id}")


async def test_each_token_opens_its_own_workspace(polder: Polder) -> None:
    other = polder.sandbox.workspace("Duin & Co", "duin")
    answer = await polder.client.auth_test()
    assert answer["team"] == "Polder & Co"
    assert (await polder.client.auth_test(token=other.installation.token))["team"] == "Duin & Co"
