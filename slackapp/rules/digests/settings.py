"""A channel chooses its digest, changes it, turns it off and on again (DIG-1, DIG-5)."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from slackapp.clock import today
from slackapp.database import insert_new
from slackapp.errors import InvalidInput, NotFound
from slackapp.ids import Actor, ChannelId, UserId
from slackapp.models.digest_choices import DigestTerms
from slackapp.models.digests import KIND, Digest, DigestTeam
from slackapp.models.people import Channel
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.permissions.viewer import viewer
from slackapp.rules import schedules
from slackapp.rules.digests import places, validation
from slackapp.rules.directory import members

EVERY_DAY = frozenset(range(7))


def save(
    session: Session,
    choice: DigestTerms,
    *,
    digest_id: int | None,
    templates: Collection[str],
    inside: AbstractSet[UserId],
    by: Actor,
) -> int:
    """Set up the digest of a channel, or change the one with this number; its number.

    `templates` are the names that can be chosen, `inside` the people of the channel as Slack has just told: from now on
    the app follows who comes and goes, since what a digest says depends on it (DIG-4).
    """
    who = viewer(session, by)
    channel_id = validation.channel(session, choice.channel, who)
    validation.check_inside(who, inside)
    values = validation.columns(session, choice, who, templates=templates)
    members.know(session, by.workspace_id, channel_id, inside)
    if digest_id is None:
        _begin(session, by, channel_id, values)
    digest = _held(session, by, channel_id)
    for name, value in values.items():
        setattr(digest, name, value)
    _cover(session, digest, choice)
    _schedule(session, digest)
    return digest.id


def allow(session: Session, channel_id: ChannelId | None, *, by: Actor) -> None:
    """Make sure, before the form is opened, that this person may set up the digest of a channel, or any at all."""
    validation.allow(session, viewer(session, by), channel_id)


def check_channel(session: Session, channel_id: ChannelId | None, *, by: Actor) -> ChannelId:
    """Make sure, before Slack is asked who is in it, that this person may set up the channel's digest."""
    return validation.channel(session, channel_id, viewer(session, by))


def _begin(session: Session, by: Actor, channel_id: ChannelId, values: dict[str, object]) -> None:
    if not insert_new(session, Digest, workspace_id=by.workspace_id, channel_id=channel_id, **values):
        name = session.get_one(Channel, (by.workspace_id, channel_id)).name
        raise InvalidInput(
            "channel", "#{channel} has a digest already. Type /digest settings there to change it.", channel=name
        )


def _held(session: Session, by: Actor, channel_id: ChannelId) -> Digest:
    """The digest, held until the commit, its schedule first as a tick does."""
    here = select(Digest).where(Digest.workspace_id == by.workspace_id, Digest.channel_id == channel_id)
    found = session.scalars(here).one_or_none()
    if found is None:
        raise NotFound("This digest is gone. Type /digest settings in the channel to set it up anew.")
    schedules.locked(session, by.workspace_id, KIND, found.id)
    return session.scalars(here.with_for_update().execution_options(populate_existing=True)).one()


def _cover(session: Session, digest: Digest, choice: DigestTerms) -> None:
    """Keep exactly these teams."""
    theirs = (DigestTeam.workspace_id == digest.workspace_id, DigestTeam.digest_id == digest.id)
    session.execute(delete(DigestTeam).where(*theirs))
    about = {"workspace_id": digest.workspace_id, "digest_id": digest.id}
    session.add_all(DigestTeam(**about, team_id=team_id) for team_id in dict.fromkeys(choice.team_ids))
    session.flush()


def _schedule(session: Session, digest: Digest) -> None:
    """Let it come from now on, or not at all; moved to another zone it comes at most once a day, also today."""
    workspace_id = digest.workspace_id
    known = schedules.locked(session, workspace_id, KIND, digest.id)
    if known and digest.tz not in {each.tz for each in known}:
        schedules.move(session, workspace_id, KIND, digest.id, to=digest.tz)
    schedules.set(session, workspace_id, KIND, digest.id, plan=_plan(session, digest), tzs={digest.tz})
    turn = schedules.resume if digest.is_on else schedules.pause
    turn(session, workspace_id, KIND, digest.id)


def _plan(session: Session, digest: Digest) -> schedules.SchedulePlan:
    """Every week on its day, also where others have a weekend or a holiday: nobody is asked anything."""
    return schedules.SchedulePlan(
        rule=Recurrence(Frequency.WEEKLY, digest.at, weekdays=frozenset({digest.weekday})),
        starts_on=today(session, ZoneInfo(digest.tz)),
        weekdays=EVERY_DAY,
        grace=places.GRACE,
    )
