"""The App Home: shown when somebody opens it, and made true again after everything that began in it (HOM-1).

It has no channel and no response_url, so nothing could be said there: it is published anew, and what must be said to
somebody opens over it.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable

import structlog
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from slackapp.queries import home
from slackapp.slack import calls, modal_stack
from slackapp.slack.calls import Call, Event, Press, Search
from slackapp.views import home as views
from slackapp.views.blocks import Block

Ack = Callable[..., Awaitable[BoltResponse]]
OPENED = "app_home_opened"

log = structlog.get_logger()


async def publish(call: Call) -> None:
    """Show whoever did this their Home as it is now."""
    try:
        await _publish(call, await _page(call), _version(call))
    except SlackApiError as refused:
        if refused.response.get("error") != modal_stack.CHANGED:
            raise
        # Asked anew: what was read for this one may be older than what stands there.
        await _publish(call, await _page(call))


async def apologise(call: Call, reference: str) -> None:
    """Where it cannot be made: say so in its place, with the number under which the operator finds it."""
    await _publish(call, views.broken(call.language, reference))


def before(ack: Ack, call: Call, *, is_refused: bool = False) -> Ack:
    """The same ack; where the call began in the Home, first the Home shows what has become true."""
    if call.origin is None or isinstance(call, Search):
        return ack

    async def acked(*args: object, **answer: object) -> BoltResponse:
        await _refresh(call, with_list=is_refused or bool(call.stored))
        return await ack(*args, **answer)

    return acked


async def _refresh(call: Call, *, with_list: bool) -> None:
    try:
        await publish(call)
        if call.origin and with_list:
            await _show_list(call, call.origin)
    except Exception:  # what was done is done: that the page could not follow must not tell otherwise
        reference = secrets.token_hex(3).upper()
        log.exception("the home is not up to date", reference=reference, stored=call.rules)
        if call.stored:
            await _say_so(call, reference)


async def _show_list(call: Call, origin: str) -> None:
    """The list of the Home over which this was done, wherever on top of it."""
    part, start = views.read(origin)
    shown = await call.read(home.part, call.actor, part, start)
    lies = call.view.get("root_view_id")
    async with asyncio.timeout(calls.PATIENCE):
        await call.client.views_update(view_id=lies, view=views.listing(shown, call.language))


async def _say_so(call: Call, reference: str) -> None:
    """A press that nothing visible followed would look as if nothing had happened."""
    if not isinstance(call, Press):
        return
    try:
        await call.open(views.outdated(call.language, reference))
    except (SlackApiError, TimeoutError):
        log.warning("nor could that be said", reference=reference)


async def _page(call: Call) -> Block:
    return views.page(await call.read(home.home, call.actor), call.language)


async def _publish(call: Call, view: Block, version: str | None = None) -> None:
    async with asyncio.timeout(calls.PATIENCE):
        await call.client.views_publish(user_id=call.actor.user_id, view=view, hash=version)


def _version(call: Call) -> str | None:
    """Which one they had before them."""
    shown = call.event.get("view") or {} if isinstance(call, Event) else call.view
    return shown.get("hash") if shown.get("type") == "home" else None
