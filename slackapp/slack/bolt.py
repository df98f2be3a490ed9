"""Bolt, with one listener for each kind of payload.

Bolt looks through listeners one by one, 8 to 10 µs each; ours stand in a table, so that a hundred cost as much as one.
"""

import logging
import re

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from slackapp.slack.dispatch import Dispatcher

ANYTHING = re.compile(".*", re.DOTALL)


def build(dispatcher: Dispatcher, client: AsyncWebClient, signing_secret: str | None) -> AsyncApp:
    """The Bolt app. It answers when the handler is done: what a person submitted is stored before Slack is told."""
    app = AsyncApp(
        client=client,
        signing_secret=signing_secret,
        authorize=dispatcher.installations.authorize,  # type: ignore[arg-type] # None is how Bolt is told no
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


def _quiet() -> logging.Logger:
    # Below ERROR Bolt logs whole bodies: what people typed, and secrets that answer in their name.
    logger = logging.getLogger("slackapp.bolt")
    logger.setLevel(logging.ERROR)
    return logger
