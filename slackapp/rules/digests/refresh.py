"""A digest that was posted stays true for a week: what changes in an item of it changes there (DIG-7)."""

from datetime import timedelta

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.digests import Digest, DigestEdition, DigestItem, ItemKind
from slackapp.rules.digests import places

FRESH = timedelta(weeks=1)  # an older edition is history, and stays as it was read


def follow(session: Session, workspace_id: WorkspaceId, kind: ItemKind, *items: int) -> None:
    """Something has happened to these: show the newest edition of each digest in which one of them stands again."""
    since = now(session) - FRESH
    standing = (
        select(DigestEdition.digest_id, func.max(DigestEdition.slot))
        .join(DigestItem, DigestItem.edition_id == DigestEdition.id)
        .where(
            DigestItem.workspace_id == workspace_id,
            DigestItem.kind == kind,
            DigestItem.item_id.in_(items),
            DigestEdition.until > since,
        )
        .group_by(DigestEdition.digest_id)
    )
    newest = (
        select(Digest, DigestEdition)
        .join(DigestEdition, DigestEdition.digest_id == Digest.id)
        .where(Digest.workspace_id == workspace_id, tuple_(DigestEdition.digest_id, DigestEdition.slot).in_(standing))
    )
    for digest, edition in session.execute(newest.order_by(DigestEdition.id)):
        places.show(session, digest, edition)
