"""The message that a decision was recorded from."""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import ChannelId, Timestamp, UserId
from slackapp.models.decisions import Decision
from slackapp.models.people import Channel
from slackapp.rules import drafts
from slackapp.rules.decisions.places import places


def remember(session: Session, decision: Decision, draft: str) -> None:
    """Keep where it came from: the words are a copy, the link leads back."""
    source = drafts.take(session, decision.workspace_id, draft)
    if source:
        decision.source_channel = ChannelId(source["channel"])
        decision.source_ts = Timestamp(source["ts"]) if source.get("ts") else None
        decision.source_thread = Timestamp(source["thread"])
        decision.source_url = source["url"]
        decision.source_author_id = UserId(source["author"]) if source["author"] else None


def tell(session: Session, decision: Decision) -> None:
    """The thread that it came from gets a link, where the app may speak and where it concerns: nowhere else."""
    if decision.source_channel not in places(session, decision) and not _is_public(session, decision):
        return
    if decision.source_channel is None or decision.source_thread is None:
        return
    channel = session.get(Channel, (decision.workspace_id, decision.source_channel))
    if channel is None or not channel.has_app:
        return
    outbox.say(
        session,
        decision.workspace_id,
        decision.source_channel,
        "decision.linked",
        once=f"decision.linked:{decision.id}",
        thread=decision.source_thread,
        decision=decision.id,
    )


def _is_public(session: Session, decision: Decision) -> bool:
    found = (session.get(Channel, (decision.workspace_id, place)) for place in places(session, decision))
    return any(channel is not None and not channel.is_private for channel in found)
