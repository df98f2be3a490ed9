"""Bolt, with one listener for each kind of payload.

Bolt looks through listeners one by one, 8 to 10 µs each; ours stand in a table, so that a hundred cost as much as one.
"""

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from slackapp.slack import payload_workspace
from slackapp.slack.dispatch import Dispatcher
from slackapp.slack.installations import Installations

App = AsyncApp

ANYTHING = re.compile(".*", re.DOTALL)


def build(dispatcher: Dispatcher, client: AsyncWebClient, signing_secret: str | None) -> App:
    """The Bolt app. It answers when the handler is done: what a person submitted is stored before Slack is told."""
    app = AsyncApp(
        client=client,
        signing_secret=signing_secret,
        before_authorize=_addressing(dispatcher.installations),
        authorize=_asking(dispatcher.installations),
        process_before_response=True,
        request_verification_enabled=signing_secret is not None,
        logger=_quiet(),
    )
    app.command(ANYTHING)(dispatcher.command)
    app.block_action({"action_id": ANYTHING})(dispatcher.press)
    app.view_submission(ANYTHING)(dispatcher.submission)
    app.view_closed(ANYTHING)(dispatcher.closed)
    app.shortcut(ANYTHING)(dispatcher.shortcut)
    app.options(ANYTHING)(dispatcher.search)
    app.event(ANYTHING)(dispatcher.event)
    return app


def _addressing(installations: Installations) -> Callable[..., Awaitable[BoltResponse]]:
    async def address(
        body: dict[str, Any],
        context: AsyncBoltContext,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        context["team_id"] = payload_workspace.workspace_of(body, installations.has) or context.team_id
        return await next()

    return address


def _asking(installations: Installations) -> Callable[..., Awaitable[AuthorizeResult]]:
    # A plain function: Bolt reads the names of its parameters, and would pass a method its own `self`.
    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        return await installations.authorize(enterprise_id, team_id)

    return authorize  # type: ignore[return-value] # None is how Bolt is told no


def _quiet() -> logging.Logger:
    # Below ERROR Bolt logs whole bodies: what people typed, and secrets that answer in their name.
    logger = logging.getLogger("slackapp.bolt")
    logger.setLevel(logging.ERROR)
    return logger
