"""What the app writes down about itself: never what people wrote, and never what opens a door."""

import logging
import re
import sys
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from slackapp.repeats import SparingHandler

SECRET = re.compile(
    r"xox[a-z]?-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+"  # tokens
    r"|https://hooks\.slack(?:-gov)?\.com/\S+"  # answers in the app's name
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"  # a user and password in an address
    r"|(?<=DETAIL:)[^\n]*"  # PostgreSQL quotes the row that it refuses
)
HIDDEN = "[hidden]"
NEVER = frozenset(
    {
        *("token", "bot_token", "app_token", "signing_secret", "authorization", "cookie", "x-slack-signature"),
        *("response_url", "trigger_id", "body", "payload", "headers", "text", "blocks", "view", "private_metadata"),
    }
)
"""Names whose values are secret, or are what somebody wrote."""
CHATTY = ("alembic", "apscheduler", "slack_sdk", "slack_bolt", "aiohttp", "uvicorn", "asyncio")


def configure(stream: TextIO = sys.stderr, seconds: Callable[[], float] = monotonic) -> None:
    """Write to this stream from now on: JSON, one line for each event, or readable where it is a terminal.

    `seconds` is the clock by which repeated errors are held back; it never goes back.
    """
    handler = SparingHandler(stream, seconds)
    handler.setFormatter(_formatter(is_read_by_people=stream.isatty()))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_noted(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def discreet(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Hide secrets and what people wrote, wherever in the event they turn up."""
    return {key: _hidden(key, value) for key, value in event.items()}


def _formatter(*, is_read_by_people: bool) -> logging.Formatter:
    renderer: Processor = structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    if is_read_by_people:
        renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_noted(),
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            # The trace becomes text before it is looked through: it quotes what was being done.
            structlog.processors.format_exc_info,
            discreet,
            renderer,
        ],
    )


def _noted() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.PositionalArgumentsFormatter(),
    ]


def _hidden(key: str, value: Any) -> Any:  # noqa: ANN401 - an event holds anything
    if key.lower() in NEVER:
        return HIDDEN
    if isinstance(value, Mapping):
        return {str(name): _hidden(str(name), inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_hidden("", each) for each in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return SECRET.sub(HIDDEN, str(value))
