"""Putting a message into words, as late as possible: right before it is sent for the first time."""

import sqlite3
from collections.abc import Mapping
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from slackapp.language import Language
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.queries import readers
from slackapp.views.message import Content, File, Kind, Picture, Weight

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
    except Exception as failure:  # one message that cannot be rendered must never stop the others
        if _is_the_databases(failure):
            raise
        log.exception("a message could not be rendered", message=message.id, kind=message.kind)
        return Progress.DEAD, f"could not be rendered: {type(failure).__name__}"
    if content is None:
        return Progress.EXPIRED, "there was nothing to say any more"
    message.payload = _frozen(content)
    return None


def weight(session: Session, message: Message, kinds: Kinds) -> Weight:
    """How much it matters to whoever gets it; one that cannot be told is dealt with when it is rendered."""
    kind = kinds.get(message.kind)
    try:
        with session.begin_nested():
            answer = kind.ask(session, message.workspace_id, message.refs) if kind else None
            return kind.weigh(answer) if kind and answer is not None else Weight.OWN
    except Exception as failure:  # it becomes a dead letter as above, not a stop for the others
        if _is_the_databases(failure):
            raise
        return Weight.OWN


def resends(message: Message, kinds: Kinds) -> bool:
    """Whether it is sent again when nobody can find out whether Slack has it."""
    kind = kinds.get(message.kind)
    return kind is None or kind.resends


def thawed(message: Message) -> Content:
    """What was frozen."""
    frozen = message.payload or {}
    drawn = frozen.get("picture")
    return Content(
        frozen["text"],
        tuple(frozen["blocks"]),
        has_files=bool(frozen.get("files")),
        picture=Picture(drawn) if drawn else None,
    )


def files(session: Session, message_id: int, kinds: Kinds) -> tuple[File, ...]:
    """The files that come with a message, made outside the transaction that claims it: they may take their time."""
    message = session.get_one(Message, message_id)
    made = kinds[message.kind].files
    if made is None:
        return ()
    locale = readers.locale_at(session, message.workspace_id, session.get_one(Lane, message.lane_id).channel)
    return made.show(made.ask(session, message.workspace_id, message.refs), Language.of(locale))


def _frozen(content: Content) -> dict[str, Any]:
    frozen = {"text": content.text, "blocks": list(content.blocks), "files": content.has_files}
    return frozen | ({"picture": dict(content.picture.values)} if content.picture else {})


def _is_the_databases(failure: Exception) -> bool:
    """Whether the database is in trouble, and not the question: SQLite has one name for both."""
    if not isinstance(failure, OperationalError):
        return False
    return getattr(failure.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR


def _rendered(session: Session, lane: Lane, message: Message, kind: Kind[Any]) -> Content | None:
    answer = kind.ask(session, message.workspace_id, message.refs)
    locale = readers.locale_at(session, message.workspace_id, lane.channel)
    return None if answer is None else kind.show(answer, Language.of(locale))
