"""Putting a message into words, as late as possible: right before it is sent for the first time."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from slackapp.language import Language
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.queries import locales
from slackapp.views.message import Content, File, MessageKind, Picture, Weight

Kinds = Mapping[str, MessageKind[Any]]
Unfit = tuple[Progress, str]


def freeze(session: Session, lane: Lane, message: Message, kinds: Kinds) -> Unfit | None:
    """Render it in its reader's language, unless an earlier attempt did. Where it is not sent: why not.

    Raises whatever its kind raises.
    """
    if message.payload is not None:
        return None
    if message.kind not in kinds:
        return Progress.DEAD, f"no such kind of message: {message.kind}"
    content = _rendered(session, lane, message, kinds[message.kind])
    if content is None:
        return Progress.EXPIRED, "there was nothing to say any more"
    message.payload = _frozen(content)
    return None


def weight(session: Session, message: Message, kinds: Kinds) -> Weight:
    """How much it matters to whoever gets it; where there is nothing to say, it is dealt with when it is rendered."""
    kind = kinds.get(message.kind)
    answer = kind.ask(session, message.workspace_id, message.refs) if kind else None
    return kind.weigh(answer) if kind and answer is not None else Weight.OWN


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
    locale = locales.locale_at(session, message.workspace_id, session.get_one(Lane, message.lane_id).channel)
    return made.show(made.ask(session, message.workspace_id, message.refs), Language.of(locale))


def _frozen(content: Content) -> dict[str, Any]:
    frozen = {"text": content.text, "blocks": list(content.blocks), "files": content.has_files}
    return frozen | ({"picture": dict(content.picture.values)} if content.picture else {})


def _rendered(session: Session, lane: Lane, message: Message, kind: MessageKind[Any]) -> Content | None:
    answer = kind.ask(session, message.workspace_id, message.refs)
    locale = locales.locale_at(session, message.workspace_id, lane.channel)
    return None if answer is None else kind.show(answer, Language.of(locale))
