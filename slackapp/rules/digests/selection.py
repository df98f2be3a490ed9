"""Choosing what stands in an edition, when it comes: from then on these are its items (DIG-2, DIG-7)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.digests import Digest, DigestEdition, DigestItem, QuietWeek
from slackapp.queries import digests
from slackapp.queries.digests.content import Gathered
from slackapp.rules.digests import places

KIND = "digest.gather"


def gather(session: Session, workspace_id: WorkspaceId, edition_id: int, _: str) -> None:
    """The alarm rings: choose the items, once, and have the digest posted; a quiet week as the channel wants it."""
    found = select(DigestEdition).where(DigestEdition.workspace_id == workspace_id, DigestEdition.id == edition_id)
    # Held: what follows an item at this moment shows the edition once it has its items.
    edition = session.scalars(found.with_for_update()).one_or_none()
    if edition is None or edition.gathered_at is not None:
        return
    digest = session.get_one(Digest, edition.digest_id)
    _keep(session, edition, digests.gathered(session, edition))
    if places.takes_messages(session, workspace_id, digest) and not _is_silent(digest, edition):
        places.show(session, digest, edition)


def _keep(session: Session, edition: DigestEdition, found: Gathered) -> None:
    edition.gathered_at, edition.is_quiet, edition.figures = now(session), found.is_quiet, found.figures
    about = {"workspace_id": edition.workspace_id, "edition_id": edition.id}
    session.add_all(
        DigestItem(**about, section=section, position=position, kind=kind, item_id=item_id)
        for position, (section, kind, item_id) in enumerate(found.items)
    )
    session.flush()


def _is_silent(digest: Digest, edition: DigestEdition) -> bool:
    return edition.is_quiet and digest.quiet is QuietWeek.NOTHING
