"""Where something happens to a channel that has a digest, it is looked at a moment later, in a transaction of its own.

The directory calls this and knows nothing else of digests.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.digests import Digest
from slackapp.rules import timers

CHANNEL = "digest.channel"


def after_channel_changed(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> None:
    """It is gone, or guests or people of another organisation can read it from now on."""
    here = select(Digest.id).where(Digest.workspace_id == workspace_id, Digest.channel_id == channel_id)
    for digest_id in session.scalars(here).all():
        timers.set(session, workspace_id, CHANNEL, digest_id, stage="", at=now(session))
