"""What happens to a channel happens to its digest."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.digests import KIND, Digest, DigestEdition, DigestItem, DigestTeam
from slackapp.models.people import Channel
from slackapp.rules import schedules, timers
from slackapp.rules.digests import places, selection
from slackapp.rules.digests.refresh import FRESH


def changed(session: Session, workspace_id: WorkspaceId, digest_id: int, _: str) -> None:
    """The channel is gone, and its digest with it; or others can read it now, who may see less (DIG-4)."""
    schedules.locked(session, workspace_id, KIND, digest_id)
    found = select(Digest).where(Digest.workspace_id == workspace_id, Digest.id == digest_id)
    digest = session.scalars(found.with_for_update()).one_or_none()
    if digest is None:
        return
    if session.get(Channel, (workspace_id, digest.channel_id)) is None:
        _forget(session, digest)
    elif places.takes_messages(session, workspace_id, digest):
        _look_again(session, digest)


def _look_again(session: Session, digest: Digest) -> None:
    """Show the last edition as it reads now: what somebody of the channel may not see leaves it."""
    last = select(DigestEdition).where(
        DigestEdition.workspace_id == digest.workspace_id,
        DigestEdition.digest_id == digest.id,
        DigestEdition.until > now(session) - FRESH,
    )
    edition = session.scalars(last.order_by(DigestEdition.until.desc()).limit(1)).first()
    if edition is not None and places.stands(session, digest, edition):
        places.show(session, digest, edition)


def _forget(session: Session, digest: Digest) -> None:
    workspace_id = digest.workspace_id
    schedules.delete(session, workspace_id, KIND, digest.id)
    theirs = select(DigestEdition.id).where(
        DigestEdition.workspace_id == workspace_id, DigestEdition.digest_id == digest.id
    )
    editions = session.scalars(theirs).all()
    for edition_id in editions:
        timers.clear(session, workspace_id, selection.KIND, edition_id)
    items = delete(DigestItem).where(DigestItem.workspace_id == workspace_id, DigestItem.edition_id.in_(editions))
    session.execute(items)
    for part in (DigestEdition, DigestTeam):
        session.execute(delete(part).where(part.workspace_id == workspace_id, part.digest_id == digest.id))
    session.delete(digest)
