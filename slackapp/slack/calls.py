"""What Slack sends, as plain values: the only place where payloads are read."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, cast

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from slackapp.database import Database
from slackapp.ids import Actor, ChannelId, Timestamp, UserId
from slackapp.language import Language
from slackapp.slack import home_origin, inbox, modal_stack, untouched_fields
from slackapp.views import action_values
from slackapp.views.blocks import Block
from slackapp.views.templates import Templates
from slackapp.views.typed import Typed

PATIENCE = 2.0
"""Seconds for opening a form: Slack waits three for the ack that comes after it."""

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Change:
    """What a rule did, and what it answered."""

    rule: str
    result: object


@dataclass(frozen=True)
class Call:
    """One thing that came from Slack: who did it, in which language they read, and what can be done about it."""

    database: Database
    client: AsyncWebClient
    actor: Actor
    language: Language
    key: str
    body: Mapping[str, Any]
    templates: Templates
    """For what is answered with a message that is a template."""
    stored: list[Change] = field(default_factory=list, compare=False)
    """The change that a rule has made: what fails after it must not tell that nothing was stored."""
    opened: list[str] = field(default_factory=list, compare=False)
    """The forms and pages that stand open by now: what fails after that must not tell that nothing came of it."""
    is_redrawn: bool = False
    """Whether the handler is asked once more, for what its page shows by now; its change is made already."""

    async def run(self, rule: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Let a rule make its change, in one transaction with the note that this delivery has been dealt with.

        Raises `inbox.Repeated` when it had been already: the dispatcher then answers without changing anything.
        """
        if self.is_redrawn and self.stored:
            return cast("R", self.stored[-1].result)
        result = await self.database.run(inbox.once(self.actor.workspace_id, self.key, rule), *args, **kwargs)
        self.stored.append(Change(getattr(rule, "__name__", "rule"), result))
        return result

    @property
    def rules(self) -> list[str]:
        """The names of the rules that made their change, for the log."""
        return [change.rule for change in self.stored]

    async def read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask the database a question."""
        return await self.database.read(query, *args, **kwargs)

    @property
    def view(self) -> Mapping[str, Any]:
        """The form, page or App Home that it was done in; empty where that was none."""
        view: Mapping[str, Any] = self.body.get("view") or {}
        return view

    @property
    def origin(self) -> str | None:
        """What of the App Home it began in (see `origins`); None where it began elsewhere."""
        return home_origin.origin(self.view)

    async def open(self, view: Block) -> None:
        """Open a form now, where something slower follows; otherwise return `Open`.

        Over another one it lies on top of it, or takes its place where three lie there already.
        """
        shown = home_origin.noted(view, self.origin)
        async with asyncio.timeout(PATIENCE):
            if self.view.get("type") != "modal":
                await self.client.views_open(trigger_id=self.body["trigger_id"], view=shown)
            elif modal_stack.is_full(self.view):
                await self.take_place(shown)
            else:
                await self._push(shown)
        self.opened.append(str(view.get("callback_id")))

    async def take_place(self, view: Block) -> None:
        """Show this in place of what was pressed in, whatever stands there by now."""
        await self.client.views_update(view_id=self.view["id"], view=modal_stack.in_place(view))

    async def _push(self, view: Block) -> None:
        try:
            await self.client.views_push(trigger_id=self.body["trigger_id"], view=view)
        except SlackApiError as refused:
            # Another press was quicker and put a third one there.
            if refused.response.get("error") != modal_stack.FULL:
                raise
            await self.take_place(view)

    async def permalink(self, channel: ChannelId, ts: Timestamp) -> str:
        """The address of a message, as Slack gives it; "" where the app may not look, or Slack does not say."""
        try:
            answer = await self.client.chat_getPermalink(channel=channel, message_ts=ts)
        except (SlackApiError, aiohttp.ClientError, TimeoutError):
            return ""
        return str(answer["permalink"])

    async def is_there(self, channel: ChannelId, ts: Timestamp) -> bool:
        """Whether a message still stands in Slack; one that cannot be looked at counts as there."""
        try:
            await self.client.chat_getPermalink(channel=channel, message_ts=ts)
        except SlackApiError as error:
            return bool(error.response.get("error") != "message_not_found")
        except (aiohttp.ClientError, TimeoutError):
            return True
        return True


@dataclass(frozen=True)
class Command(Call):
    """A slash command."""

    @property
    def name(self) -> str:
        """The command as it was typed, with its slash and the deployment's prefix."""
        return str(self.body["command"])

    def with_text(self, text: str) -> Self:
        """The same command with something else behind it."""
        return replace(self, body={**self.body, "text": text})

    @property
    def text(self) -> str:
        """What stands behind the command, with Slack's tokens for people and channels."""
        return str(self.body.get("text") or "").strip()

    @property
    def channel(self) -> ChannelId:
        """Where it was typed, also where the app is not."""
        return ChannelId(self.body["channel_id"])

    @property
    def is_direct(self) -> bool:
        """Whether that is a conversation of two or of a few, and no channel. A group's id does not tell."""
        return self.channel.startswith("D") or str(self.body.get("channel_name")).startswith(("mpdm-", "directmessage"))


@dataclass(frozen=True)
class Press(Call):
    """A button, a menu or a choice."""

    @property
    def value(self) -> str:
        """The value of the button or of the option that was chosen."""
        action = self.body["actions"][0]
        return str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")

    @property
    def number(self) -> int:
        """The value, where that is one of our own numbers; a refusal where it is none."""
        return action_values.number(self.value)

    @property
    def page(self) -> int:
        """The value, where that is where a page of a list begins; a refusal where it is not."""
        return action_values.page(self.value)

    @property
    def channel(self) -> ChannelId:
        """Where the message stands; "" on a page."""
        return ChannelId((self.body.get("channel") or {}).get("id", ""))

    @property
    def message(self) -> Mapping[str, Any] | None:
        """The message that it was pressed on; None on a page."""
        return self.body.get("message")

    @property
    def is_on_a_reply(self) -> bool:
        """Whether that is a message which only the person who pressed sees."""
        return bool((self.body.get("container") or {}).get("is_ephemeral"))

    @property
    def is_from_page(self) -> bool:
        """Whether it was pressed on the page of a thing, which is to show what is true after it."""
        return bool(self.about.get("page"))

    @property
    def typed(self) -> Typed:
        """What stands in the fields of the page or message it was pressed on."""
        holder = self.body.get("view") or self.body
        return Typed((holder.get("state") or {}).get("values") or {})

    @property
    def about(self) -> Mapping[str, Any]:
        """What the page it was pressed on is about."""
        return home_origin.about(self.view)


@dataclass(frozen=True)
class Submission(Call):
    """A form that was sent."""

    @property
    def is_from_page(self) -> bool:
        """Whether it was opened from the page of a thing, which lies below it and is to show what is true after it."""
        return bool(self.view.get("previous_view_id"))

    @property
    def typed(self) -> Typed:
        """What was filled in."""
        return Typed(self.body["view"]["state"]["values"])

    @property
    def untouched(self) -> frozenset[str]:
        """The names of the fields that hold what the form began with."""
        return untouched_fields.fields(self.body["view"])

    @property
    def about(self) -> Mapping[str, Any]:
        """What the form was opened for: ids only."""
        return home_origin.about(self.view)


@dataclass(frozen=True)
class Shortcut(Call):
    """A shortcut, from the composer or from a message's menu."""

    @property
    def channel(self) -> ChannelId:
        """Where the message stands."""
        return ChannelId(self.body["channel"]["id"])

    @property
    def message(self) -> Mapping[str, Any]:
        """The message itself."""
        message: Mapping[str, Any] = self.body["message"]
        return message

    @property
    def author(self) -> UserId | None:
        """Who wrote the message; an app's message has no author."""
        user = self.message.get("user")
        return UserId(user) if user else None

    async def source(self) -> dict[str, str]:
        """The message as a draft keeps it: who wrote it, where and when, and its address where the app may look."""
        return {
            "channel": self.channel,
            "ts": self.ts,
            "thread": self.thread,
            "url": await self.permalink(self.channel, self.ts),
            "author": self.author or "",
        }

    @property
    def ts(self) -> Timestamp:
        """The message's own timestamp."""
        return Timestamp(self.message["ts"])

    @property
    def thread(self) -> Timestamp:
        """The thread the message stands in, or would begin."""
        return Timestamp(self.message.get("thread_ts") or self.message["ts"])


@dataclass(frozen=True)
class Search(Call):
    """A search field that asks for its options."""

    @property
    def words(self) -> str:
        """What was typed so far."""
        return str(self.body.get("value") or "")


@dataclass(frozen=True)
class Event(Call):
    """Something that happened in the workspace."""

    @property
    def event(self) -> Mapping[str, Any]:
        """The inner event."""
        event: Mapping[str, Any] = self.body["event"]
        return event
