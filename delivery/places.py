"""Where a message goes: onto the card that stands, or into a thread."""

import re

from sqlalchemy.orm import Session

from slackapp.ids import Timestamp
from slackapp.models.outbox import Message, Posting
from slackapp.slack.outcomes import Place

TIMESTAMP = re.compile(r"\d+\.\d+")


def of_card(session: Session, message: Message) -> Place | None:
    """Where the card that this message shows already stands."""
    posting = _posting(session, message, message.card)
    return Place(posting.channel_id, posting.ts) if posting else None


def of_thread(session: Session, message: Message) -> Timestamp | None:
    """The message in whose thread this one goes; None also where its card does not stand in the channel."""
    if message.thread and TIMESTAMP.fullmatch(message.thread):
        return Timestamp(message.thread)
    posting = _posting(session, message, message.thread)
    return posting.ts if posting else None


def stand(session: Session, message: Message, place: Place) -> None:
    """Remember where a card stands from now on; other messages are not looked for again."""
    if message.card:
        found = {"channel_id": place.channel, "ts": place.ts}
        session.merge(Posting(workspace_id=message.workspace_id, card=message.card, **found))


def forget(session: Session, message: Message) -> None:
    """The card does not stand there any more: the next attempt posts it anew."""
    posting = _posting(session, message, message.card)
    if posting:
        session.delete(posting)


def _posting(session: Session, message: Message, card: str | None) -> Posting | None:
    return session.get(Posting, (message.workspace_id, card)) if card else None
