"""A whole conversation: people act, a real Bolt app answers, people see it."""

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp

from tests.sandbox.conftest import Polder
from tests.sandbox.tiny_app import SECRET, bolt, button, card, form, served

pytestmark = pytest.mark.anyio


@pytest.fixture
async def app(polder: Polder) -> AsyncIterator[AsyncApp]:
    app = bolt(polder.client)
    async with served(app) as url:
        polder.sandbox.reaches(url, SECRET)
        yield app


def opens_form(app: AsyncApp) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []

    @app.command("/request")
    async def opens(ack: Any, body: Any, client: Any) -> None:
        seen.append(body)
        await client.views_open(trigger_id=body["trigger_id"], view=form())
        await ack()

    return seen


async def test_command_arrives_signed_with_mentions_as_ids(polder: Polder, app: AsyncApp) -> None:
    seen = opens_form(app)
    ack = await polder.sanne.types(polder.design, "/request @jan new <banner> for #design & #secret")
    assert ack.is_ok
    jan, design, secret = polder.jan.person.id, polder.design.id, polder.secret.id
    assert seen[0]["text"] == f"<@{jan}|jan> new &lt;banner&gt; for <#{design}|design> &amp; <#{secret}|>"
    assert seen[0]["channel_name"] == "design"


async def test_form_opens_and_closes_when_it_was_taken(polder: Polder, app: AsyncApp) -> None:
    opens_form(app)
    taken: list[Any] = []

    @app.view("request.form")
    async def takes(ack: Any, view: Any) -> None:
        taken.append(view["state"]["values"])
        await ack()

    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.fills("What do you need?", "A banner")
    await polder.sanne.fills("who", "@jan")
    await polder.sanne.fills("when", "2026-12-01")
    assert (await polder.sanne.submits()).is_taken
    assert not polder.sanne.has_modal
    assert taken[0]["what"]["value"] == {"type": "plain_text_input", "value": "A banner"}
    assert taken[0]["who"]["value"]["selected_user"] == polder.jan.person.id
    assert taken[0]["when"]["value"]["selected_date"] == "2026-12-01"


async def test_field_errors_keep_the_form_open_with_everything_typed(polder: Polder, app: AsyncApp) -> None:
    opens_form(app)

    @app.view("request.form")
    async def refuses(ack: Any) -> None:
        await ack(response_action="errors", errors={"when": "That day is past."})

    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.fills("what", "A banner")
    assert (await polder.sanne.submits()).errors == {"when": "That day is past."}
    assert "A banner" in polder.sanne.sees_modal()
    assert "⚠ That day is past." in polder.sanne.sees_modal()


async def test_errors_for_something_that_is_no_input_show_as_trouble(polder: Polder, app: AsyncApp) -> None:
    opens_form(app)

    @app.view("request.form")
    async def confuses(ack: Any) -> None:
        await ack(response_action="errors", errors={"nowhere": "Wrong."})

    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.fills("what", "A banner")
    assert "trouble connecting" in (await polder.sanne.submits()).trouble


async def test_client_refuses_an_incomplete_form_without_telling_the_app(polder: Polder, app: AsyncApp) -> None:
    opens_form(app)
    await polder.sanne.types(polder.design, "/request")
    submission = await polder.sanne.submits()
    assert submission.ack is None
    assert submission.errors == {"what": "Please complete this required field."}
    assert not polder.sandbox.record.parcels("view_submission")


async def test_a_handler_that_fails_leaves_the_form_open_with_a_warning(polder: Polder, app: AsyncApp) -> None:
    opens_form(app)

    @app.view("request.form")
    async def breaks(ack: Any) -> None:
        raise RuntimeError("no database")

    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.fills("what", "A banner")
    assert (await polder.sanne.submits()).trouble
    assert "What do you need?: A banner" in polder.sanne.sees_modal()


async def test_answers_update_push_and_clear_change_the_stack(polder: Polder, app: AsyncApp) -> None:
    opens_form(app)
    answers: Iterator[dict[str, Any]] = iter(
        [
            {"response_action": "update", "view": form(callback_id="second")},
            {"response_action": "push", "view": form(callback_id="third")},
            {"response_action": "clear"},
        ]
    )

    @app.view({"type": "view_submission", "callback_id": re.compile(".*")})
    async def answers_in_turn(ack: Any) -> None:
        await ack(**next(answers))

    stack = polder.workspace.modals_of(polder.sanne.person.id)
    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.fills("what", "A banner")
    await polder.sanne.submits()
    assert [view.body["callback_id"] for view in stack] == ["second"]
    assert "A banner" in polder.sanne.sees_modal()
    await polder.sanne.submits()
    assert [view.body["callback_id"] for view in stack] == ["second", "third"]
    assert stack[1].previous == stack[0].id
    await polder.sanne.fills("what", "More")
    await polder.sanne.submits()
    assert stack == []


async def test_press_in_a_message_lets_the_app_change_it(polder: Polder, app: AsyncApp) -> None:
    bodies: list[Any] = []

    @app.action("request.accept")
    async def accepts(ack: Any, body: Any, client: Any) -> None:
        bodies.append(body)
        ts = body["container"]["message_ts"]
        await client.chat_update(channel=body["channel"]["id"], ts=ts, text="Taken", blocks=card("Taken by Jan"))
        await ack()

    blocks = card("*R-1* New banner", button("Accept", "request.accept", value="1"))
    await polder.client.chat_postMessage(channel=polder.design.id, text="R-1 New banner", blocks=blocks)
    assert polder.sanne.sees(polder.design) == ["R-1 New banner\n[Accept]"]
    await polder.jan.presses("Accept")
    assert polder.sanne.sees(polder.design) == ["Taken by Jan"]
    assert bodies[0]["actions"][0]["value"] == "1"
    assert bodies[0]["user"]["id"] == polder.jan.person.id


async def test_answer_by_response_url_is_seen_by_one_person(polder: Polder, app: AsyncApp) -> None:
    @app.command("/teams")
    async def answers(ack: Any, respond: Any) -> None:
        await ack("One moment")
        await respond(text="You have *no* teams", response_type="ephemeral")

    await polder.sanne.types(polder.design, "/teams")
    assert polder.sanne.sees(polder.design) == ["You have no teams", "One moment"]
    assert polder.jan.sees(polder.design) == []


async def test_message_shortcut_carries_the_message(polder: Polder, app: AsyncApp) -> None:
    seen: list[Any] = []

    @app.shortcut("request.from_message")
    async def takes(ack: Any, shortcut: Any) -> None:
        seen.append(shortcut)
        await ack()

    message = await polder.jan.writes(polder.design, "We need a banner @sanne")
    await polder.sanne.uses_shortcut("request.from_message", on=message)
    assert seen[0]["message"]["text"] == f"We need a banner <@{polder.sanne.person.id}>"
    assert seen[0]["message_ts"] == message.ts


async def test_commands_do_not_work_in_threads(polder: Polder, app: AsyncApp) -> None:
    message = await polder.jan.writes(polder.design, "Hello")
    await polder.jan.types(polder.design, "/request", thread=message)
    assert polder.jan.sees_thread(message) == ["/request is not supported in threads. Sorry!"]
    assert not polder.sandbox.record.parcels("slash_commands")


async def test_events_are_retried_until_the_app_takes_them(polder: Polder, app: AsyncApp) -> None:
    polder.sandbox.event_retries = 3
    retries: list[Any] = []

    @app.event("member_joined_channel")
    async def fails_twice(request: Any, ack: Any) -> None:
        retries.append(request.headers.get("x-slack-retry-num", ["0"])[0])
        if len(retries) < 3:
            raise RuntimeError("not yet")
        await ack()

    general = polder.workspace.channel("general", with_app=True)
    await polder.jan.joins(general)
    assert retries == ["0", "1", "2"]
    assert len({parcel.payload["event_id"] for parcel in polder.sandbox.record.parcels("events_api")}) == 1


async def test_same_payload_can_be_sent_again(polder: Polder, app: AsyncApp) -> None:
    seen = opens_form(app)
    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.sends_again()
    assert seen[0]["trigger_id"] == seen[1]["trigger_id"]


async def test_external_select_asks_the_app_for_options(polder: Polder, app: AsyncApp) -> None:
    chosen: list[Any] = []

    @app.options("team")
    async def offers(ack: Any, payload: Any) -> None:
        text = {"type": "plain_text", "text": f"{payload['value']} team"}
        await ack(options=[{"text": text, "value": "7"}])

    @app.action("team")
    async def chooses(ack: Any, payload: Any) -> None:
        chosen.append(payload["selected_option"]["value"])
        await ack()

    placeholder = {"type": "plain_text", "text": "Which team"}
    select = {"type": "external_select", "action_id": "team", "placeholder": placeholder}
    await polder.client.chat_postMessage(channel=polder.design.id, text="x", blocks=card("Which?", select))
    assert await polder.sanne.searches("Which team", "Design") == ["Design team"]
    await polder.sanne.chooses("Which team", "7")
    assert chosen == ["7"]
    assert "[7 team]" in polder.sanne.sees(polder.design)[0]


async def test_home_is_published_and_pressed(polder: Polder, app: AsyncApp) -> None:
    @app.event("app_home_opened")
    async def publishes(event: Any, client: Any) -> None:
        blocks = card("Hello", button("More", "home.more"))
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.action("home.more")
    async def more(ack: Any, body: Any, client: Any) -> None:
        view = {"type": "home", "blocks": card("More")}
        await client.views_publish(user_id=body["user"]["id"], hash=body["view"]["hash"], view=view)
        await ack()

    await polder.sanne.opens_home()
    assert polder.sanne.sees_home() == "Hello\n[More]"
    await polder.sanne.presses("More")
    assert polder.sanne.sees_home() == "More"


async def test_closing_tells_the_app_where_it_asked_for_that(polder: Polder, app: AsyncApp) -> None:
    opens_form(app)
    closed: list[bool] = []

    @app.view_closed("request.form")
    async def notes(ack: Any, body: Any) -> None:
        closed.append(body["is_cleared"])
        await ack()

    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.closes()
    assert closed == [False]
    assert not polder.sanne.has_modal
