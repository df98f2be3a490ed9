"""A check-in as its page and its form show it to one reader."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, ChannelId, UserId
from slackapp.models.checkin_setups import Setup
from slackapp.models.checkins import Checkin, CheckinState, Role
from slackapp.models.people import Channel, UserGroup
from slackapp.permissions import checkins as permissions
from slackapp.permissions import teams as team_permissions
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.checkins import audience, round_questions
from slackapp.queries.checkins.next_turn import next_moment
from slackapp.queries.checkins.round_questions import AskedQuestion
from slackapp.queries.people import name_of
from slackapp.queries.rows import of_row


@dataclass(frozen=True)
class CheckinPage:
    """Everything that one reader may know of a check-in, and what they may do with it."""

    id: int
    setup: Setup
    state: CheckinState
    owner: str
    starts_on: date
    people: tuple[str, ...]
    questions: tuple[AskedQuestion, ...]
    next_at: datetime | None
    tzs: int
    """In how many time zones it comes."""
    group: str = ""
    teams: tuple[tuple[int, str], ...] = ()
    may_change: bool = False
    may_read: bool = False
    may_take_over: bool = False
    is_asked: bool = False


def page(session: Session, who: Actor, *, checkin_id: int) -> CheckinPage:
    """NotFound also for what this reader may not see."""
    reader = viewer(session, who)
    checkin = _seen(session, reader, checkin_id)
    people = audience.audience(session, checkin)
    group = session.get(UserGroup, (who.workspace_id, checkin.group_id)) if checkin.group_id else None
    return CheckinPage(
        id=checkin.id,
        setup=_setup(session, checkin, reader),
        state=checkin.state,
        owner=name_of(session, who.workspace_id, checkin.owner_id),
        starts_on=checkin.starts_on,
        people=tuple(person.name for person in people),
        questions=tuple(round_questions.questions_of(session, checkin)),
        next_at=next_moment(session, checkin),
        tzs=1 if checkin.tz else len({person.tz for person in people}),
        group=group.handle if group else "",
        teams=tuple((team.id, team.name) for team in audience.teams(session, checkin)),
        may_change=permissions.may_change(checkin, reader),
        may_read=permissions.may_read_answers(session, checkin, reader),
        may_take_over=permissions.may_take_over(session, checkin, reader),
        is_asked=reader.user_id in {person.user_id for person in people},
    )


def name_for(session: Session, who: Actor, checkin_id: int) -> str:
    """What it is called, for one reader: what stands above a form. NotFound as `page` says it."""
    return _seen(session, viewer(session, who), checkin_id).name


def _seen(session: Session, reader: Viewer, checkin_id: int) -> Checkin:
    found = select(Checkin).where(Checkin.id == checkin_id, permissions.visible_to(reader))
    checkin = session.scalars(found).one_or_none()
    if checkin is None:
        raise unseen(reader, NotFound("There is no such check-in, or you may not see it."))
    return checkin


def _setup(session: Session, checkin: Checkin, reader: Viewer) -> Setup:
    present = {person.user_id for person in audience.present(session, checkin.workspace_id, _named(session, checkin))}
    return of_row(
        Setup,
        checkin,
        channel=_known(session, checkin.channel_id, reader),
        people=tuple(each for each in audience.named(session, checkin, Role.PARTICIPANT) if each in present),
        from_channel=_known(session, checkin.from_channel, reader) if checkin.from_channel else None,
        team_ids=tuple(team.id for team in audience.teams(session, checkin)),
        observers=tuple(each for each in audience.named(session, checkin, Role.OBSERVER) if each in present),
        weekdays=frozenset(int(digit) for digit in checkin.weekdays),
        first_day=checkin.starts_on,
        last_day=checkin.ends_on,
    )


def _named(session: Session, checkin: Checkin) -> frozenset[UserId]:
    # Slack refuses to show a form that names somebody whose account is gone.
    return frozenset(each for role in Role for each in audience.named(session, checkin, role))


def _known(session: Session, channel_id: ChannelId, reader: Viewer) -> ChannelId | None:
    channel = session.get(Channel, (reader.workspace_id, channel_id))
    return channel_id if channel and team_permissions.may_know_channel(reader, channel) else None
