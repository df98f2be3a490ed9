"""What a channel's digest says: only what all of its members may see (DIG).

The questions of one digest are as many for a large organisation as for a small one, and none of them looks at what is
over and lies outside of the period (tests/rules/test_digest_plans.py).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.digests import Digest, DigestEdition, DigestItem, Section
from slackapp.queries.digests.content import DigestPage, Everything, Gathered
from slackapp.queries.digests.full_section import everything_of
from slackapp.queries.digests.pages import page_of
from slackapp.queries.digests.scope import scope_of
from slackapp.queries.digests.selection import choose

WEEK = timedelta(weeks=1)


def gathered(session: Session, edition: DigestEdition) -> Gathered:
    """What is to stand in an edition: the first items of each section, most pressing first, and its figures."""
    digest = _digest(session, edition.workspace_id, edition.digest_id)
    return choose(session, scope_of(session, digest, edition.since, edition.until))


def page(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> DigestPage | None:
    """An edition, refs["edition"], as it reads now; None where it is gone or nothing was gathered for it yet."""
    found = select(DigestEdition).where(
        DigestEdition.workspace_id == workspace_id, DigestEdition.id == int(refs["edition"])
    )
    edition = session.scalars(found).one_or_none()
    if edition is None or edition.gathered_at is None:
        return None
    digest = _digest(session, workspace_id, edition.digest_id)
    scope = scope_of(session, digest, edition.since, edition.until)
    earlier = session.scalars(_editions(digest).where(DigestEdition.slot < edition.slot).limit(1)).first()
    return page_of(session, scope, _kept(session, edition), earlier.figures if earlier else {}, edition_id=edition.id)


def preview(session: Session, workspace_id: WorkspaceId, digest_id: int, at: datetime) -> DigestPage:
    """What the digest would say at this moment, since the last one."""
    digest = _digest(session, workspace_id, digest_id)
    last = session.scalars(_editions(digest).limit(1)).first()
    scope = scope_of(session, digest, last.until if last else at - WEEK, at)
    return page_of(session, scope, choose(session, scope), last.figures if last else {}, is_preview=True)


def everything(
    session: Session, workspace_id: WorkspaceId, digest_id: int, section: Section, *, page: int
) -> Everything:
    """All of a section as it is now, in the period of the last digest and since: one page of it, counted from 0."""
    digest = _digest(session, workspace_id, digest_id)
    last = session.scalars(_editions(digest).limit(1)).first()
    until = now(session)
    return everything_of(session, scope_of(session, digest, last.since if last else until - WEEK, until), section, page)


def _digest(session: Session, workspace_id: WorkspaceId, digest_id: int) -> Digest:
    return session.scalars(select(Digest).where(Digest.workspace_id == workspace_id, Digest.id == digest_id)).one()


def _editions(digest: Digest) -> Select[DigestEdition]:
    """Those that were gathered, the last one first."""
    theirs = select(DigestEdition).where(
        DigestEdition.workspace_id == digest.workspace_id,
        DigestEdition.digest_id == digest.id,
        DigestEdition.gathered_at.is_not(None),
    )
    return theirs.order_by(DigestEdition.slot.desc())


def _kept(session: Session, edition: DigestEdition) -> Gathered:
    """What was chosen when it came."""
    stands = select(DigestItem).where(
        DigestItem.workspace_id == edition.workspace_id, DigestItem.edition_id == edition.id
    )
    items = [(each.section, each.kind, each.item_id) for each in session.scalars(stands.order_by(DigestItem.position))]
    return Gathered(tuple(items), edition.figures, edition.is_quiet)
