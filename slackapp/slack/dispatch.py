"""From a payload to its handler and back: person, language, repeats, refusals, errors, and the ack as the very end."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from slackapp.database import Database
from slackapp.errors import Refusal
from slackapp.ids import Actor, UserId
from slackapp.language import Language
from slackapp.normalization import cleaned
from slackapp.slack import (
    acks,
    fields,
    home,
    inbox,
    listeners,
    lost_cards,
    mention_names,
    modal_stack,
    payload_workspace,
)
from slackapp.slack.answers import Answer, Home
from slackapp.slack.calls import Call, Command, Event, Press, Search, Shortcut, Submission
from slackapp.slack.installations import Installations
from slackapp.slack.listeners import PayloadKind
from slackapp.slack.locales import Locales
from slackapp.views.templates import Templates

log = structlog.get_logger()

CALLS: Mapping[PayloadKind, type[Call]] = {
    PayloadKind.COMMAND: Command,
    PayloadKind.PRESS: Press,
    PayloadKind.SUBMISSION: Submission,
    PayloadKind.SHORTCUT: Shortcut,
    PayloadKind.SEARCH: Search,
    PayloadKind.EVENT: Event,
}


@dataclass(frozen=True)
class Dispatcher:
    """Finds who answers, and lets them. One method for each kind of payload that Bolt hands over."""

    database: Database
    installations: Installations
    locales: Locales
    prefix: str
    templates: Templates

    async def command(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A slash command; the deployment's prefix is not part of its name."""
        name = "/" + str(body["command"])[1:].removeprefix(self.prefix)
        return await self._answer(PayloadKind.COMMAND, name, body, context, ack)

    async def press(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A button or a choice."""
        return await self._answer(PayloadKind.PRESS, body["actions"][0]["action_id"], body, context, ack)

    async def submission(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A form that was sent."""
        return await self._answer(PayloadKind.SUBMISSION, body["view"]["callback_id"], body, context, ack)

    async def closed(self, ack: AsyncAck) -> BoltResponse:
        """A form that was closed: nobody is owed anything."""
        return await ack()

    async def shortcut(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A global or a message shortcut."""
        return await self._answer(PayloadKind.SHORTCUT, body["callback_id"], body, context, ack)

    async def search(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A search field."""
        return await self._answer(PayloadKind.SEARCH, body["action_id"], body, context, ack)

    async def event(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """An event; one whose handler fails is not acknowledged, so that Slack sends it again."""
        answer = await self._answer(PayloadKind.EVENT, body["event"]["type"], body, context, ack)
        if body["event"]["type"] == "user_change":
            self.locales.forget(
                Actor(self.installations.of(context.team_id).workspace_id, UserId(context.user_id or ""))
            )
        return answer

    async def _answer(  # noqa: PLR0917 - what Bolt hands over, in its order
        self, entrance: PayloadKind, name: str, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck
    ) -> BoltResponse:
        if not self.installations.has(context.team_id):
            # Bolt asks nobody about the last words of a workspace: they come from any that shares our signing secret.
            log.warning("the app is not installed there", entrance=entrance, name=name)
            return await ack()
        call = self._call(entrance, body, context)
        try:
            elsewhere = payload_workspace.is_from_elsewhere(body, self.installations.of(context.team_id).slack_id)
            language = await self.locales.of(call.actor, is_from_elsewhere=elsewhere)
            call = await mention_names.given(replace(call, language=language))
            return await self._handle(entrance, name, call, ack)
        except Exception as failure:  # noqa: BLE001 - told apart there, and logged where it is ours
            return await _instead(failure, call, (entrance, name), context, ack)

    async def _handle(self, entrance: PayloadKind, name: str, call: Call, ack: AsyncAck) -> BoltResponse:
        handler = listeners.find(entrance, name)
        if handler is None:
            log.warning("nobody answers", entrance=entrance, name=name)
            return await acks.unknown(call, ack)
        try:
            return await self._given(call, await handler(call), ack)
        except SlackApiError as refused:
            if refused.response.get("error") != modal_stack.CHANGED:
                raise
        # What was read for the page may be older than what stands there: it is read anew; the change is not made again.
        again = replace(call, is_redrawn=True)
        return await self._given(again, await handler(again), ack)

    async def _given(self, call: Call, answer: Answer, ack: AsyncAck) -> BoltResponse:
        return await acks.give(call, answer, ack if isinstance(answer, Home) else home.before(ack, call))

    def _call(self, entrance: PayloadKind, body: dict[str, Any], context: AsyncBoltContext) -> Call:
        installation, clean = self.installations.of(context.team_id), cleaned(body)
        return CALLS[entrance](
            database=self.database,
            client=installation.client,
            actor=Actor(installation.workspace_id, UserId(context.user_id or "")),
            language=Language.of(None),
            key=inbox.key_of(clean),
            body=clean,
            templates=self.templates,
        )


async def _instead(  # noqa: PLR0917 - what the answer had, and what came in its place
    failure: Exception, call: Call, door: tuple[PayloadKind, str], context: AsyncBoltContext, ack: AsyncAck
) -> BoltResponse:
    """What is said where the handler came to no answer."""
    entrance, name = door
    match failure:
        case inbox.Repeated():
            context["outcome"] = "repeated"
            return await ack()
        case fields.Unreadable():
            # It would come again and again as it is, and each time nobody could say what it is about.
            context["outcome"] = "unreadable"
            log.warning("set aside: it is about nobody", entrance=entrance, name=name)
            return await ack()
        case Refusal() if not call.stored:
            context["outcome"] = "refused"
            refusal = await lost_cards.explained(call, failure)
            return await acks.refuse(call, refusal, home.before(ack, call, is_refused=True))
    context["outcome"] = "failed"
    reference = secrets.token_hex(3).upper()
    about = {"entrance": entrance, "name": name, "stored": call.rules}
    log.error("handler failed", reference=reference, **about, exc_info=failure)
    return await _told(call, reference, ack)


async def _told(call: Call, reference: str, ack: AsyncAck) -> BoltResponse:
    """Stored and shown are two things: what is stored is never told to have failed, and what stands open neither."""
    try:
        if call.stored:
            return await acks.done(call, reference, ack)
        return await (ack() if call.opened else acks.apologise(call, reference, ack))
    except Exception:
        log.exception("nor could that be said", reference=reference)
        # Slack's own sign that it did not work, where it did not.
        return await ack() if call.stored else BoltResponse(status=500, body="")
