"""What Slack refuses, the sandbox refuses, in the same words."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.faults import Fault, Kind
from sandbox.manifest import Manifest
from tests.sandbox.conftest import Polder
from tests.sandbox.tiny_app import button, card, form

pytestmark = pytest.mark.anyio


async def refusal(call: Awaitable[Any]) -> str:
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


async def test_unknown_channel(polder: Polder) -> None:
    assert await refusal(polder.client.chat_postMessage(channel="C0NOWHERE", text="x")) == "channel_not_found"


async def test_private_channel_without_membership_does_not_exist(polder: Polder) -> None:
    secret = polder.secret.id
    assert await refusal(polder.client.chat_postMessage(channel=secret, text="x")) == "channel_not_found"
    assert await refusal(polder.client.conversations_info(channel=secret)) == "channel_not_found"


async def test_public_channel_without_membership_needs_a_scope(polder: Polder) -> None:
    general = polder.workspace.channel("general")
    polder.workspace.installation.scopes = frozenset({"chat:write"})
    assert await refusal(polder.client.chat_postMessage(channel=general.id, text="x")) == "not_in_channel"
    polder.workspace.installation.scopes = frozenset({"chat:write", "chat:write.public"})
    assert (await polder.client.chat_postMessage(channel=general.id, text="x"))["ok"]


async def test_archived_channel(polder: Polder) -> None:
    await polder.sandbox.happenings.archives(polder.design)
    assert await refusal(polder.client.chat_postMessage(channel=polder.design.id, text="x")) == "is_archived"


async def test_message_without_anything(polder: Polder) -> None:
    empty = {"channel": polder.design.id, "text": " "}
    assert await refusal(polder.client.api_call("chat.postMessage", json=empty)) == "no_text"


async def test_bad_blocks_are_named_with_their_place(polder: Polder) -> None:
    with pytest.raises(SlackApiError) as caught:
        await polder.client.chat_postMessage(channel=polder.design.id, text="x", blocks=card(""))
    assert caught.value.response["error"] == "invalid_blocks"
    messages = caught.value.response["response_metadata"]["messages"]
    assert messages == ["[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"]


async def test_too_much_text_in_all_blocks_together(polder: Polder) -> None:
    blocks = [block for _ in range(5) for block in card("x" * 2900)]
    post = polder.client.chat_postMessage(channel=polder.design.id, text="x", blocks=blocks)
    assert await refusal(post) == "msg_blocks_too_long"


async def test_second_message_within_a_second_has_to_wait(polder: Polder) -> None:
    await polder.client.chat_postMessage(channel=polder.design.id, text="one")
    with pytest.raises(SlackApiError) as caught:
        await polder.client.chat_postMessage(channel=polder.design.id, text="two")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "1"
    polder.clock.move(timedelta(seconds=1))
    await polder.client.chat_postMessage(channel=polder.design.id, text="two")
    assert polder.sanne.sees(polder.design) == ["one", "two"]


async def test_another_channel_does_not_wait(polder: Polder) -> None:
    await polder.client.chat_postMessage(channel=polder.design.id, text="one")
    await polder.client.chat_postMessage(channel=polder.sanne.person.id, text="two")
    assert polder.sanne.sees(polder.sanne.app) == ["two"]


async def test_burst_is_what_was_set(polder: Polder) -> None:
    polder.sandbox.pacing.burst = 3
    for text in ("one", "two", "three"):
        await polder.client.chat_postMessage(channel=polder.design.id, text=text)
    assert await refusal(polder.client.chat_postMessage(channel=polder.design.id, text="four")) == "ratelimited"


async def test_trigger_works_once_and_for_three_seconds(polder: Polder) -> None:
    triggers, person = polder.workspace.triggers, polder.sanne.person.id
    once, late = triggers.give(person), triggers.give(person)
    await polder.client.views_open(trigger_id=once, view=form())
    assert await refusal(polder.client.views_open(trigger_id=once, view=form())) == "exchanged_trigger_id"
    polder.clock.move(timedelta(seconds=3.1))
    assert await refusal(polder.client.views_open(trigger_id=late, view=form())) == "expired_trigger_id"


async def test_fourth_modal_on_a_stack(polder: Polder) -> None:
    triggers, person = polder.workspace.triggers, polder.sanne.person.id
    await polder.client.views_open(trigger_id=triggers.give(person), view=form())
    for _ in range(2):
        await polder.client.views_push(trigger_id=triggers.give(person, in_modal=True), view=form())
    fourth = polder.client.views_push(trigger_id=triggers.give(person, in_modal=True), view=form())
    assert await refusal(fourth) == "push_limit_reached"


async def test_update_with_an_old_hash(polder: Polder) -> None:
    opened = await polder.client.views_open(
        trigger_id=polder.workspace.triggers.give(polder.sanne.person.id), view=form()
    )
    view_id, old = opened["view"]["id"], opened["view"]["hash"]
    await polder.client.views_update(view_id=view_id, hash=old, view=form())
    assert await refusal(polder.client.views_update(view_id=view_id, hash=old, view=form())) == "hash_conflict"


async def test_missing_scope_says_what_is_needed(polder: Polder) -> None:
    polder.workspace.installation.scopes = frozenset({"chat:write"})
    with pytest.raises(SlackApiError) as caught:
        await polder.client.conversations_history(channel=polder.design.id)
    assert caught.value.response["error"] == "missing_scope"
    assert caught.value.response["needed"] == "channels:history"
    assert caught.value.response["provided"] == "chat:write"


async def test_wrong_and_revoked_tokens(polder: Polder) -> None:
    stranger = AsyncWebClient(token="xoxb-wrong", base_url=polder.sandbox.api_url)
    assert await refusal(stranger.auth_test()) == "invalid_auth"
    await polder.sandbox.happenings.revokes_tokens(polder.workspace)
    assert await refusal(polder.client.auth_test()) == "token_revoked"
    await polder.sandbox.happenings.uninstalls(polder.workspace)
    assert await refusal(polder.client.auth_test()) == "account_inactive"


async def test_unknown_method(polder: Polder) -> None:
    assert await refusal(polder.client.api_call("chat.fly")) == "unknown_method"


async def test_message_to_a_deactivated_account_is_taken_without_an_error(polder: Polder) -> None:
    polder.jan.person.deleted = True
    assert (await polder.client.chat_postMessage(channel=polder.jan.person.id, text="Hello"))["ok"]


async def test_ephemeral_message_to_who_is_not_there(polder: Polder) -> None:
    outsider = polder.workspace.person("Piet Bakker")
    post = polder.client.chat_postEphemeral(channel=polder.design.id, user=outsider.id, text="x")
    assert await refusal(post) == "user_not_in_channel"


async def test_update_of_what_somebody_else_wrote(polder: Polder) -> None:
    message = await polder.jan.writes(polder.design, "Mine")
    update = polder.client.chat_update(channel=polder.design.id, ts=message.ts, text="Ours")
    assert await refusal(update) == "cant_update_message"


async def test_button_that_is_hidden_from_a_person_is_not_there_for_them(polder: Polder) -> None:
    for_jan = button("Accept", "accept", visible_to_user_ids=[polder.jan.person.id])
    await polder.client.chat_postMessage(channel=polder.design.id, text="x", blocks=card("R-1", for_jan))
    with pytest.raises(LookupError, match="nothing is called 'Accept'"):
        await polder.sanne.presses("Accept")


async def test_where_the_app_is_not_nothing_is_linked_read_or_told(polder: Polder) -> None:
    between = polder.workspace.direct(polder.sanne.person.id, polder.jan.person.id)
    few = polder.workspace.channel("mpdm-sanne--jan-1", [polder.sanne.person, polder.jan.person], is_private=True)
    for room in (between, few, polder.secret):
        message = await polder.jan.writes(room, "Between us")
        client, here = polder.client, room.id
        assert await refusal(client.chat_getPermalink(channel=here, message_ts=message.ts)) == "channel_not_found"
        assert await refusal(client.conversations_history(channel=here)) == "channel_not_found"
        assert await refusal(client.conversations_replies(channel=here, ts=message.ts)) == "channel_not_found"
        assert await refusal(client.conversations_members(channel=here)) == "channel_not_found"


async def test_history_of_a_public_channel_is_for_its_members(polder: Polder) -> None:
    general = polder.workspace.channel("general", [polder.jan.person])
    message = await polder.jan.writes(general, "Hello")
    assert await refusal(polder.client.conversations_history(channel=general.id)) == "not_in_channel"
    assert (await polder.client.chat_getPermalink(channel=general.id, message_ts=message.ts))["ok"]


async def test_only_a_trigger_from_within_a_modal_puts_another_on_top(polder: Polder) -> None:
    trigger = polder.workspace.triggers.give(polder.jan.person.id)
    assert await refusal(polder.client.views_push(trigger_id=trigger, view=form())) == "invalid_trigger_id"
    assert await refusal(polder.client.views_open(trigger_id="1.made-up", view=form())) == "invalid_trigger_id"


async def test_a_view_that_is_gone_cannot_be_changed(polder: Polder) -> None:
    assert await refusal(polder.client.views_update(view_id="V0GONE", view=form())) == "not_found"


async def test_people_groups_and_conversations_that_are_not_there(polder: Polder) -> None:
    assert await refusal(polder.client.users_info(user="U0NOBODY")) == "user_not_found"
    assert await refusal(polder.client.dnd_info(user="U0NOBODY")) == "user_not_found"
    assert await refusal(polder.client.conversations_open(users="U0NOBODY")) == "user_not_found"
    assert await refusal(polder.client.usergroups_users_list(usergroup="S0NONE")) == "no_such_subteam"


async def test_a_home_is_published_only_where_the_app_has_one(polder: Polder) -> None:
    polder.sandbox.manifest = Manifest({"features": {"app_home": {"home_tab_enabled": False}}})
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    assert await refusal(polder.client.views_publish(user_id=polder.jan.person.id, view=home)) == "not_enabled"


async def test_a_pace_that_is_asked_for_in_odd_words(polder: Polder) -> None:
    for words in ("1.5", "", "soon", "Wed, 21 Oct 2026 07:28:00 GMT"):
        polder.sandbox.faults.add(Fault("users.list", Kind.TOO_FAST, retry_after=words))
        with pytest.raises(SlackApiError) as caught:
            await polder.client.users_list()
        assert caught.value.response.headers["Retry-After"] == words


async def test_what_was_deleted_is_no_message(polder: Polder) -> None:
    posted = await polder.client.chat_postMessage(channel=polder.design.id, text="x")
    about = {"channel": polder.design.id, "ts": posted["ts"]}
    assert (await polder.client.chat_delete(**about))["ok"]
    assert await refusal(polder.client.chat_delete(**about)) == "message_not_found"
    assert await refusal(polder.client.chat_update(**about, text="y")) == "message_not_found"
