"""What a digest is about: for whom, which teams, which period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.digests import Digest, DigestTeam, Section
from slackapp.models.teams import Team
from slackapp.permissions import audience as permissions
from slackapp.permissions.audience import Audience


@dataclass(frozen=True)
class DigestScope:
    """Everything that each question of a digest is asked with. Moments are UTC.

    The period is what lies after `since`, up to and with `until`.
    """

    digest: Digest
    audience: Audience
    since: datetime
    until: datetime
    at: datetime
    """The present: what is late is late by now."""
    team_ids: tuple[int, ...]
    """The teams that it covers."""
    asked_ids: tuple[int, ...]
    """Those of them whose requests everybody in the channel may see."""
    homes: tuple[ChannelId, ...]
    names: tuple[str, ...]
    """The teams that were chosen and may be named here; none where it covers all."""
    covers_all: bool

    @property
    def workspace_id(self) -> WorkspaceId:
        """Where all of this is."""
        return self.digest.workspace_id

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that were chosen, in their order."""
        return tuple(Section(each) for each in self.digest.sections["chosen"])

    @property
    def next_until(self) -> datetime:
        """When the next period ends, if it is as long as this one."""
        return self.until + (self.until - self.since or timedelta(weeks=1))

    def has(self, section: Section) -> bool:
        """Whether a section was chosen."""
        return section in self.sections


def scope_of(session: Session, digest: Digest, since: datetime, until: datetime) -> DigestScope:
    """The same for every question, asked once."""
    audience = permissions.audience(session, digest.workspace_id, digest.channel_id)
    chosen = _chosen(session, digest)
    teams = _teams(session, audience, chosen)
    return DigestScope(
        digest=digest,
        audience=audience,
        since=since,
        until=until,
        at=now(session),
        team_ids=tuple(team.id for team in teams),
        asked_ids=tuple(team.id for team in teams if team.is_read),
        homes=tuple(dict.fromkeys([digest.channel_id, *(team.home_channel for team in teams)])),
        names=tuple(team.name for team in teams if chosen and (team.is_read or audience.is_among_members)),
        covers_all=not chosen,
    )


def _chosen(session: Session, digest: Digest) -> Sequence[int]:
    theirs = select(DigestTeam.team_id).where(
        DigestTeam.workspace_id == digest.workspace_id, DigestTeam.digest_id == digest.id
    )
    return session.scalars(theirs).all()


def _teams(session: Session, audience: Audience, chosen: Sequence[int]) -> Sequence[Row[int, str, ChannelId, bool]]:
    """The teams, also archived ones: what was asked of them is still under way."""
    is_read = permissions.teams(audience).label("is_read")
    found = select(Team.id, Team.name, Team.home_channel, is_read).where(Team.workspace_id == audience.workspace_id)
    covered = found.where(Team.id.in_(chosen)) if chosen else found
    return session.execute(covered.order_by(Team.key)).all()
