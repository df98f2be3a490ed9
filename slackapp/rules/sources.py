"""The message that a request or a decision was made from: remembered, and told what became of it."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import Actor, ChannelId, Timestamp, UserId
from slackapp.models.decisions import Decision
from slackapp.models.people import Channel
from slackapp.models.requests import Request
from slackapp.rules.requests.places import places, show_card


def remember(thing: Request | Decision, source: Mapping[str, str]) -> None:
    """Keep where it came from: the words are a copy, the link leads back."""
    if source:
        thing.source_channel = ChannelId(source["channel"])
        thing.source_ts = Timestamp(source["ts"]) if source.get("ts") else None
        thing.source_thread = Timestamp(source["thread"])
        thing.source_url = source["url"]
        thing.source_author_id = UserId(author) if (author := source.get("author")) else None


def tell(session: Session, thing: Request | Decision, word: str) -> None:
    """The thread that it came from gets a link, where the app may speak."""
    if thing.source_channel is None or thing.source_thread is None:
        return
    channel = session.get(Channel, (thing.workspace_id, thing.source_channel))
    if channel is not None and channel.has_app:
        kind, to = f"{word}.linked", thing.source_channel
        once, refs = f"{kind}:{thing.id}", cast("dict[str, Any]", {word: thing.id})
        outbox.say(session, thing.workspace_id, to, kind, once=once, thread=thing.source_thread, **refs)


def lose_source(session: Session, request_id: int, *, by: Actor) -> None:
    """The message is gone from Slack: the request keeps its text, and its card says that the original is gone."""
    found = select(Request).where(Request.id == request_id, Request.workspace_id == by.workspace_id)
    # Held: of two who open its page at once one changes the card.
    request = session.scalars(found.with_for_update()).one_or_none()
    if request is None or request.source_gone:
        return
    request.source_gone = True
    for place in places(session, request):
        show_card(session, request, place)
