"""How an answer reaches the person: a call to Slack where that is what opens it, and the ack."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from slackapp.errors import InvalidInput, Refusal
from slackapp.language import Language
from slackapp.language.refusals import told
from slackapp.slack.answers import Answer, Beneath, Errors, Open, Options, Replace, Reply
from slackapp.slack.calls import Call, Command, Event, Search, Shortcut, Submission
from slackapp.views import blocks
from slackapp.views.message import Content


async def give(call: Call, answer: Answer, ack: AsyncAck) -> BoltResponse:  # noqa: PLR0911 - one for each answer
    """Do what the handler answered; the ack is the last statement of every way."""
    match answer:
        case None:
            return await ack()
        case Errors(fields):
            return await ack(response_action="errors", errors=dict(fields))
        case Options(options):
            return await ack(options=list(options)[:100])
        case Open(view):
            return await _open(call, view, ack)
        case Replace(view):
            return await _replace(call, view, ack)
        case Beneath(view):
            return await _beneath(call, view, ack)
        case Reply(content, in_place):
            return await _reply(call, content, ack, in_place=in_place)


async def refuse(call: Call, refusal: Refusal, ack: AsyncAck) -> BoltResponse:
    """Tell why a rule said no, at the field that it concerns where there is one."""
    field = refusal.field if isinstance(refusal, InvalidInput) else ""
    return await _tell(call, told(refusal, call.language), ack, field)


async def apologise(call: Call, reference: str, ack: AsyncAck) -> BoltResponse:
    """Tell that something broke here, with a number under which the operator finds it. An event is to come again."""
    if isinstance(call, Event):
        return BoltResponse(status=500, body="")
    return await _tell(call, _apology(call, call.language, reference), ack)


async def unknown(call: Call, ack: AsyncAck) -> BoltResponse:
    """Tell that this button or command is not answered any more."""
    _ = call.language
    return await _tell(call, _("Afspraak does not know this any more. Open it again from a newer message."), ack)


def _apology(call: Call, _: Language, reference: str) -> str:
    if isinstance(call, Submission):
        return _(
            "This could not be stored. Nothing you typed is lost: press again in a moment. If it keeps failing, "
            "give your administrator this number: {reference}.",
            reference=reference,
        )
    return _(
        "Something went wrong on our side; nothing was changed. Try again, and if it keeps failing, give your "
        "administrator this number: {reference}.",
        reference=reference,
    )


async def _tell(call: Call, words: str, ack: AsyncAck, field: str = "") -> BoltResponse:
    _ = call.language
    match call:
        case Event():
            return await ack()
        case Search():
            return await ack(options=[])
        case Submission() if fields := _fields(call.body["view"]):
            return await ack(response_action="errors", errors={field if field in fields else fields[0]: words})
        case Shortcut() if "response_url" not in call.body:
            return await _open(call, blocks.notice(_, "Afspraak", words), ack)
        case _:
            return await _reply(call, Content(words, (blocks.text(words),)), ack, in_place=False)


def _fields(view: dict[str, Any]) -> list[str]:
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


async def _open(call: Call, view: blocks.Block, ack: AsyncAck) -> BoltResponse:
    if isinstance(call, Submission):
        return await ack(response_action="push", view=view)
    await call.open(view)
    return await ack()


async def _replace(call: Call, view: blocks.Block, ack: AsyncAck) -> BoltResponse:
    if isinstance(call, Submission):
        return await ack(response_action="update", view=view)
    current = call.body["view"]
    await call.client.views_update(view_id=current["id"], hash=current["hash"], view=view)
    return await ack()


async def _beneath(call: Call, view: blocks.Block, ack: AsyncAck) -> BoltResponse:
    below = call.body["view"].get("previous_view_id")
    if below:
        await call.client.views_update(view_id=below, view=view)
    return await ack()


async def _reply(call: Call, content: Content, ack: AsyncAck, *, in_place: bool) -> BoltResponse:
    if isinstance(call, Command):
        return await ack(text=content.text, blocks=list(content.blocks), response_type="ephemeral")
    if call.body.get("view"):
        return await _open_or_replace_with_notice(call, content, ack)
    await _whisper(call, content, in_place=in_place)
    return await ack()


async def _open_or_replace_with_notice(call: Call, content: Content, ack: AsyncAck) -> BoltResponse:
    _ = call.language
    page = blocks.modal("notice", "Afspraak", content.blocks, close=_("Close"))
    return await (_replace if isinstance(call, Submission) else _open)(call, page, ack)


async def _whisper(call: Call, content: Content, *, in_place: bool) -> None:
    # A response_url is a secret that answers once for this person; it also works where the app is not a member.
    url = AsyncWebhookClient(call.body["response_url"], session=call.client.session, timeout=2, retry_handlers=[])
    await url.send(
        text=content.text,
        blocks=list(content.blocks),
        response_type="ephemeral",
        replace_original=in_place,
    )
