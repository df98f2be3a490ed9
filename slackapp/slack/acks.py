"""How an answer reaches the person: a call to Slack where that is what opens it, and the ack."""

from typing import Any

import aiohttp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from slackapp.errors import InvalidInput, Refusal
from slackapp.language import Language
from slackapp.language.refusals import told
from slackapp.slack import home, home_origin, modal_stack
from slackapp.slack.answers import Answer, Beneath, Errors, Home, Open, Options, Replace, Reply
from slackapp.slack.calls import Call, Command, Event, Search, Shortcut, Submission
from slackapp.slack.home import Ack
from slackapp.views import blocks
from slackapp.views.home import errors
from slackapp.views.message import Content


async def give(call: Call, answer: Answer, ack: Ack) -> BoltResponse:  # noqa: PLR0911 - one for each answer
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
        case Home():
            await home.publish(call)
            return await ack()


async def refuse(call: Call, refusal: Refusal, ack: Ack) -> BoltResponse:
    """Tell why a rule said no, at the field that it concerns where there is one."""
    field = refusal.field if isinstance(refusal, InvalidInput) else ""
    return await _tell(call, told(refusal, call.language), ack, field)


async def apologise(call: Call, reference: str, ack: Ack) -> BoltResponse:
    """Tell that something broke here, with a number under which the operator finds it. An event is to come again."""
    if isinstance(call, Event):
        if call.event["type"] == home.OPENED:
            await home.apologise(call, reference)
        return BoltResponse(status=500, body="")
    return await _tell(call, _apology(call, call.language, reference), ack)


async def done(call: Call, reference: str, ack: Ack) -> BoltResponse:
    """Tell that it is stored although what shows it failed: nothing may say that it was not."""
    if isinstance(call, Submission):
        return await ack()
    return await _tell(call, errors.done(call.language, reference), ack)


async def unknown(call: Call, ack: Ack) -> BoltResponse:
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


async def _tell(call: Call, words: str, ack: Ack, field: str = "") -> BoltResponse:
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
        case _ if call.view:
            return await _tell_over(call, blocks.notice(_, "Afspraak", words), ack)
        case _:
            return await _reply(call, Content(words, (blocks.text(words),)), ack, in_place=False)


async def _tell_over(call: Call, notice: blocks.Block, ack: Ack) -> BoltResponse:
    """Over the page, or in its place: an update needs no trigger, and no room on the stack."""
    if isinstance(call, Submission):
        return await _replace(call, notice, ack)
    try:
        return await _open(call, notice, ack)
    except (SlackApiError, aiohttp.ClientError, TimeoutError):
        if call.view.get("type") != "modal":
            raise
        await call.take_place(home_origin.noted(notice, call.origin))
        return await ack()


def _fields(view: dict[str, Any]) -> list[str]:
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


async def _open(call: Call, view: blocks.Block, ack: Ack) -> BoltResponse:
    if isinstance(call, Submission):
        shown = home_origin.noted(view, call.origin)
        if modal_stack.is_full(call.view):
            return await ack(response_action="update", view=modal_stack.in_place(shown))
        return await ack(response_action="push", view=shown)
    await call.open(view)
    return await ack()


async def _replace(call: Call, view: blocks.Block, ack: Ack) -> BoltResponse:
    shown, current = home_origin.noted(view, call.origin), call.view
    if isinstance(call, Submission):
        return await ack(response_action="update", view=shown)
    if not current or (home_origin.is_of_home(current) and not home_origin.is_of_home(view)):
        return await _open(call, view, ack)
    version = None if call.is_redrawn else current["hash"]
    try:
        await call.client.views_update(view_id=current["id"], hash=version, view=shown)
    except SlackApiError as refused:
        # Closed meanwhile: nobody looks at it any more.
        if refused.response.get("error") != modal_stack.CLOSED:
            raise
    return await ack()


async def _beneath(call: Call, view: blocks.Block, ack: Ack) -> BoltResponse:
    if modal_stack.took_place(call.view):
        return await ack(response_action="update", view=home_origin.noted(view, call.origin))
    below = call.view.get("previous_view_id")
    # A list of the Home stays what it is, and is made true with the Home.
    is_list = call.origin and below == call.view["root_view_id"]
    if below and not is_list:
        await call.client.views_update(view_id=below, view=home_origin.noted(view, call.origin))
    return await ack()


async def _reply(call: Call, content: Content, ack: Ack, *, in_place: bool) -> BoltResponse:
    if isinstance(call, Command):
        return await ack(text=content.text, blocks=list(content.blocks), response_type="ephemeral")
    if call.view:
        return await _open_or_replace_with_notice(call, content, ack, in_place=in_place)
    await _whisper(call, content, in_place=in_place)
    return await ack()


async def _open_or_replace_with_notice(call: Call, content: Content, ack: Ack, *, in_place: bool) -> BoltResponse:
    _ = call.language
    page = blocks.modal("notice", "Afspraak", content.blocks, close=_("Close"))
    return await (_replace if in_place or isinstance(call, Submission) else _open)(call, page, ack)


async def _whisper(call: Call, content: Content, *, in_place: bool) -> None:
    # A response_url is a secret that answers once for this person; it also works where the app is not a member.
    url = AsyncWebhookClient(call.body["response_url"], session=call.client.session, timeout=2, retry_handlers=[])
    await url.send(
        text=content.text,
        blocks=list(content.blocks),
        response_type="ephemeral",
        replace_original=in_place,
    )
