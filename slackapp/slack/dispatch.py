"""From a payload to its handler and back: person, language, repeats, refusals, errors, and the ack as the very end."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncBoltContext
from slack_bolt.response import BoltResponse

from slackapp.database import Database
from slackapp.errors import Refusal
from slackapp.ids import Actor, UserId
from slackapp.language import Language
from slackapp.slack import acks, doors, home, inbox, lost
from slackapp.slack.answers import Home
from slackapp.slack.calls import Call, Command, Event, Press, Search, Shortcut, Submission
from slackapp.slack.doors import Entrance
from slackapp.slack.installations import Installations
from slackapp.slack.locales import Locales
from slackapp.views.templates import Templates

log = structlog.get_logger()

CALLS: Mapping[Entrance, type[Call]] = {
    Entrance.COMMAND: Command,
    Entrance.PRESS: Press,
    Entrance.SUBMISSION: Submission,
    Entrance.SHORTCUT: Shortcut,
    Entrance.SEARCH: Search,
    Entrance.EVENT: Event,
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
        return await self._answer(Entrance.COMMAND, name, body, context, ack)

    async def press(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A button or a choice."""
        return await self._answer(Entrance.PRESS, body["actions"][0]["action_id"], body, context, ack)

    async def submission(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A form that was sent."""
        return await self._answer(Entrance.SUBMISSION, body["view"]["callback_id"], body, context, ack)

    async def closed(self, ack: AsyncAck) -> BoltResponse:
        """A form that was closed: nobody is owed anything."""
        return await ack()

    async def shortcut(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A global or a message shortcut."""
        return await self._answer(Entrance.SHORTCUT, body["callback_id"], body, context, ack)

    async def search(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """A search field."""
        return await self._answer(Entrance.SEARCH, body["action_id"], body, context, ack)

    async def event(self, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        """An event; one whose handler fails is not acknowledged, so that Slack sends it again."""
        answer = await self._answer(Entrance.EVENT, body["event"]["type"], body, context, ack)
        if body["event"]["type"] == "user_change":
            self.locales.forget(Actor(self.installations.of(context.team_id).workspace_id, body["event"]["user"]["id"]))
        return answer

    async def _answer(  # noqa: PLR0917 - what Bolt hands over, in its order
        self, entrance: Entrance, name: str, body: dict[str, Any], context: AsyncBoltContext, ack: AsyncAck
    ) -> BoltResponse:
        call = self._call(entrance, body, context)
        try:
            call = replace(call, language=await self.locales.of(call.actor))
            return await self._handle(entrance, name, call, ack)
        except inbox.Repeated:
            context["outcome"] = "repeated"
            return await ack()
        except Refusal as refusal:
            context["outcome"] = "refused"
            refusal = await lost.explained(call, refusal)
            return await acks.refuse(call, refusal, home.before(ack, call, is_refused=True))
        except Exception:
            context["outcome"] = "failed"
            reference = secrets.token_hex(3).upper()
            log.exception("handler failed", reference=reference, entrance=entrance, name=name, stored=call.stored)
            if call.stored and entrance is Entrance.SUBMISSION:
                return await ack()
            return await acks.apologise(call, reference, ack)

    async def _handle(self, entrance: Entrance, name: str, call: Call, ack: AsyncAck) -> BoltResponse:
        handler = doors.find(entrance, name)
        if handler is None:
            log.warning("nobody answers", entrance=entrance, name=name)
            return await acks.unknown(call, ack)
        answer = await handler(call)
        return await acks.give(call, answer, ack if isinstance(answer, Home) else home.before(ack, call))

    def _call(self, entrance: Entrance, body: dict[str, Any], context: AsyncBoltContext) -> Call:
        installation = self.installations.of(context.team_id)
        return CALLS[entrance](
            database=self.database,
            client=installation.client,
            actor=Actor(installation.workspace_id, UserId(context.user_id or "")),
            language=Language.of(None),
            key=inbox.key_of(body),
            body=body,
            templates=self.templates,
        )
