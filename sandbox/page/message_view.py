"""One message for the page."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice

from babel.dates import format_date, format_time

from sandbox.files import File
from sandbox.messages import Message
from sandbox.payload import Payload
from sandbox.rendering import emoji, screen
from sandbox.visitors import Visitor, using

MOST_FACES = 3


def bubble(visitor: Visitor, message: Message, replies: Sequence[Message] = ()) -> Payload:
    """A message as this person sees it, with who replied to it."""
    return {
        "ts": message.ts,
        "channel": message.channel,
        **_author(visitor, message),
        **_when(visitor, message),
        "paragraphs": [] if message.blocks else screen.text(visitor.reader, message.text),
        "blocks": screen.shown(visitor.reader, message.blocks),
        "files": [_file(file) for file in message.files],
        "values": screen.shown(visitor.reader, using.state_of(visitor, message)),
        "edited": message.edited_ts is not None,
        "only_for_you": message.only_for is not None,
        "reactions": _reactions(visitor, message),
        "replies": _replies(visitor, replies),
        "is_mine": message.user == visitor.person.id,
    }


def _file(file: File) -> Payload:
    address = f"/page/file/{file.id}"
    return {
        "name": file.name,
        "title": file.title or file.name,
        "address": address,
        "picture": {"source": address, "alt_text": file.alt or file.title or file.name} if file.picture_type else None,
    }


def _author(visitor: Visitor, message: Message) -> Payload:
    person = visitor.workspace.people.get(message.user)
    name = person.real_name if person else "Slack"
    return {"author": name, "author_id": message.user, "is_app": person is None or person.is_bot}


def _when(visitor: Visitor, message: Message) -> Payload:
    reader = visitor.reader
    at = datetime.fromtimestamp(float(message.ts), UTC).astimezone(reader.zone)
    return {
        "time": format_time(at, "short", locale=reader.locale),
        "day": format_date(at, "EEEE d MMMM", locale=reader.locale),
    }


def _replies(visitor: Visitor, replies: Sequence[Message]) -> Payload:
    by = {reply.user: reply for reply in replies}
    return {
        "count": len(replies),
        "by": [_author(visitor, reply) for reply in islice(by.values(), MOST_FACES)],
        "last": _when(visitor, replies[-1]) if replies else None,
    }


def _reactions(visitor: Visitor, message: Message) -> list[Payload]:
    return [
        {"name": r["name"], "sign": emoji.sign(r["name"]), "count": r["count"], "mine": visitor.person.id in r["users"]}
        for r in message.as_reactions()
    ]
