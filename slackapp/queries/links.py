"""Where a message stands in Slack, as an address that its readers can open."""

from collections.abc import Mapping
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, Timestamp, WorkspaceId
from slackapp.models.outbox import Posting
from slackapp.models.workspaces import Workspace

K = TypeVar("K")


def permalink(workspace_url: str, channel_id: ChannelId, ts: Timestamp) -> str:
    """The address of a message, as Slack's own "Copy link" gives it; empty where the workspace's is not known."""
    if not workspace_url:
        return ""
    return f"{workspace_url.rstrip('/')}/archives/{channel_id}/p{ts.replace('.', '')}"


def of_cards(session: Session, workspace_id: WorkspaceId, cards: Mapping[K, str]) -> dict[K, str]:
    """The addresses of cards, each known by its key (`slackapp.cards`); without those that were not posted yet."""
    posted = (
        select(Posting.card, Workspace.url, Posting.channel_id, Posting.ts)
        .join(Workspace, Workspace.id == Posting.workspace_id)
        .where(Posting.workspace_id == workspace_id, Posting.card.in_(cards.values()))
    )
    found = {card: permalink(url, channel_id, ts) for card, url, channel_id, ts in session.execute(posted)}
    return {name: found[card] for name, card in cards.items() if card in found}
