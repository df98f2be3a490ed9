"""The digest of a channel as somebody meets it there: how it is set, when it comes, and whether they may change it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound, NotPossibleNow
from slackapp.ids import Actor, ChannelId, WorkspaceId
from slackapp.models import teams as rows
from slackapp.models.digest_choices import DigestTerms
from slackapp.models.digests import KIND, Digest, DigestTeam, Section
from slackapp.models.people import Channel, Person
from slackapp.models.schedules import Schedule
from slackapp.permissions import digests as permissions
from slackapp.permissions.audience import audience
from slackapp.permissions.viewer import viewer
from slackapp.queries import locales, teams
from slackapp.queries.people import name_of
from slackapp.queries.rows import of_row
from slackapp.queries.teams import TeamRecord


@dataclass(frozen=True)
class DigestStanding:
    """`choice` is what is set, or what a new one begins with; `teams` are those of its teams that are in use.

    `digest_id` is None where the channel has none. `lead` and `team` say who sets it up where a team lives there.
    `next_at` is None where it does not come: it is off, or all teams that it covers are archived (`is_idle`).
    """

    digest_id: int | None
    channel_id: ChannelId | None
    channel: str
    choice: DigestTerms
    teams: tuple[tuple[int, str], ...] = ()
    next_at: datetime | None = None
    is_idle: bool = False
    is_narrow: bool = False
    """Whether guests or people of another organisation read along, as far as is known."""
    may_set_up: bool = True
    team: str = ""
    lead: str = ""


def blank(session: Session, who: Actor) -> DigestStanding:
    """What a form begins with that was not opened in a channel."""
    person = session.get(Person, (who.workspace_id, who.user_id))
    choice = DigestTerms(None, tz=person.tz if person else None, locale=person.locale if person else None)
    return DigestStanding(None, None, "", choice, may_set_up=viewer(session, who).is_member)


def here(session: Session, who: Actor, *, channel_id: ChannelId, is_direct: bool) -> DigestStanding:
    """The digest of where somebody is; NotPossibleNow where that is no channel."""
    if is_direct:
        raise NotPossibleNow("A digest belongs to a channel. Type this in the channel that gets it.")
    return standing(session, who, channel_id=channel_id)


def standing(session: Session, who: Actor, *, channel_id: ChannelId) -> DigestStanding:
    """The digest of this channel. NotPossibleNow where there can be none, NotFound for who may not read it."""
    channel, reader = _channel(session, who, channel_id), viewer(session, who)
    digest = _of_channel(session, who.workspace_id, channel_id)
    # Who is in a public channel is known from the moment on at which it has a digest.
    if not permissions.may_read(reader, channel) and (digest or channel.is_private):
        raise NotFound("There is no such channel, or you may not see it.")
    home = teams.by_channel(session, who.workspace_id, channel_id)
    is_idle = digest is not None and not is_about_somebody(session, digest)
    covered = _covered(session, digest) if digest else ((home.id, home.name),) if home else ()
    return DigestStanding(
        digest_id=digest.id if digest else None,
        channel_id=channel_id,
        channel=channel.name,
        choice=_chosen(digest, covered) if digest else _beginning(session, who, channel_id, home),
        teams=covered,
        next_at=_next_at(session, digest) if digest and not is_idle else None,
        is_idle=is_idle,
        is_narrow=not audience(session, who.workspace_id, channel_id).is_among_members,
        may_set_up=permissions.may_set_up(reader, home.lead_id if home else None),
        team=home.name if home else "",
        lead=name_of(session, who.workspace_id, home.lead_id) if home else "",
    )


def is_about_somebody(session: Session, digest: Digest) -> bool:
    """Whether one of the teams that it covers is there still; without any it is about all teams."""
    covered = exists().where(DigestTeam.workspace_id == digest.workspace_id, DigestTeam.digest_id == digest.id)
    active = covered.where(rows.Team.id == DigestTeam.team_id, rows.Team.is_archived.is_(False))
    return not session.scalar(select(covered)) or bool(session.scalar(select(active)))


def allow(session: Session, who: Actor, *, digest_id: int) -> None:
    """Make sure that somebody can read the channel of a digest; NotFound otherwise."""
    found = select(Digest).where(Digest.workspace_id == who.workspace_id, Digest.id == digest_id)
    digest = session.scalars(found).one_or_none()
    channel = session.get(Channel, (who.workspace_id, digest.channel_id)) if digest else None
    if digest is None or channel is None or not permissions.may_read(viewer(session, who), channel):
        raise NotFound("There is no such digest, or you may not see it.")


def _channel(session: Session, who: Actor, channel_id: ChannelId) -> Channel:
    found = session.get(Channel, (who.workspace_id, channel_id))
    if found is None or not found.has_app:
        raise NotPossibleNow("Afspraak is not in this channel. Type /invite @Afspraak here, then try again.")
    return found


def _of_channel(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> Digest | None:
    here = select(Digest).where(Digest.workspace_id == workspace_id, Digest.channel_id == channel_id)
    return session.scalars(here).one_or_none()


def _beginning(session: Session, who: Actor, channel_id: ChannelId, home: TeamRecord | None) -> DigestTerms:
    """What fits the team that lives there; elsewhere all teams, as it is for whoever asks."""
    person = session.get(Person, (who.workspace_id, who.user_id))
    return DigestTerms(
        channel_id,
        team_ids=(home.id,) if home else (),
        tz=home.tz if home else person.tz if person else None,
        locale=locales.locale_at(session, who.workspace_id, channel_id),
    )


def _chosen(digest: Digest, covered: tuple[tuple[int, str], ...]) -> DigestTerms:
    return of_row(
        DigestTerms,
        digest,
        channel=digest.channel_id,
        sections=tuple(Section(each) for each in digest.sections["chosen"]),
        team_ids=tuple(team_id for team_id, _ in covered),
    )


def _covered(session: Session, digest: Digest) -> tuple[tuple[int, str], ...]:
    theirs = (
        select(rows.Team.id, rows.Team.name)
        .join(DigestTeam, DigestTeam.team_id == rows.Team.id)
        .where(DigestTeam.workspace_id == digest.workspace_id, DigestTeam.digest_id == digest.id)
    )
    found = session.execute(theirs.where(rows.Team.is_archived.is_(False)).order_by(rows.Team.key))
    return tuple((team_id, name) for team_id, name in found)


def _next_at(session: Session, digest: Digest) -> datetime | None:
    comes = select(func.min(Schedule.next_run_at)).where(
        Schedule.workspace_id == digest.workspace_id, Schedule.kind == KIND, Schedule.ref == digest.id
    )
    return session.scalar(comes)
