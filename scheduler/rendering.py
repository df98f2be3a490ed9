"""Putting a message into words, as late as possible: right before it is sent for the first time."""

from collections.abc import Mapping
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from slackapp.language import Language
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.queries import readers
from slackapp.views.message import Content, Kind

Kinds = Mapping[str, Kind[Any]]
Unfit = tuple[Progress, str]

log = structlog.get_logger()


def freeze(session: Session, lane: Lane, message: Message, kinds: Kinds) -> Unfit | None:
    """Render it in its reader's language, unless an earlier attempt did. Where it is not sent: why not."""
    if message.payload is not None:
        return None
    if message.kind not in kinds:
        return Progress.DEAD, f"no such kind of message: {message.kind}"
    try:
        # A savepoint: a question that fails must not take the other lanes of this transaction with it.
        with session.begin_nested():
            content = _rendered(session, lane, message, kinds[message.kind])
    except OperationalError:
        raise  # the database's trouble, not the message's
    except Exception as failure:  # one message that cannot be rendered must never stop the others
        log.exception("a message could not be rendered", message=message.id, kind=message.kind)
        return Progress.DEAD, f"could not be rendered: {type(failure).__name__}"
    if content is None:
        return Progress.EXPIRED, "there was nothing to say any more"
    message.payload = {"text": content.text, "blocks": list(content.blocks)}
    return None


def thawed(message: Message) -> Content:
    """What was frozen."""
    frozen = message.payload or {}
    return Content(frozen["text"], tuple(frozen["blocks"]))


def _rendered(session: Session, lane: Lane, message: Message, kind: Kind[Any]) -> Content | None:
    answer = kind.ask(session, message.workspace_id, message.refs)
    locale = readers.locale_at(session, message.workspace_id, lane.channel)
    return None if answer is None else kind.show(answer, Language.of(locale))
