"""Where an edition stands, and keeping it true there."""

from datetime import timedelta

from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.ids import WorkspaceId
from slackapp.models.digests import Digest, DigestEdition
from slackapp.models.outbox import Posting
from slackapp.models.people import Channel
from slackapp.queries import team_homes

GRACE = timedelta(hours=48)
"""So late a digest is still worth posting after an outage."""


def show(session: Session, digest: Digest, edition: DigestEdition) -> None:
    """Have the edition stand in its channel and be true: posted once, and from then on updated in place.

    One that an outage held up for too long never comes, also not because something in it has changed.
    """
    until = None if stands(session, digest, edition) else edition.until + GRACE
    outbox.show(session, digest.workspace_id, cards.digest_edition(edition.id, digest.channel_id), expires_at=until)


def takes_messages(session: Session, workspace_id: WorkspaceId, digest: Digest) -> bool:
    """Whether the app can post there now."""
    return team_homes.trouble(session.get(Channel, (workspace_id, digest.channel_id))) is None


def stands(session: Session, digest: Digest, edition: DigestEdition) -> bool:
    """Whether it has been posted."""
    key = cards.digest_edition(edition.id, digest.channel_id).key
    return session.get(Posting, (digest.workspace_id, key)) is not None
