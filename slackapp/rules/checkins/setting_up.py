"""A check-in is set up, looked at, and begun (CHK-1)."""

from collections.abc import Set as AbstractSet

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput, NotAllowed, NotPossibleNow
from slackapp.ids import Actor, ChannelId, UserId
from slackapp.models.checkin_rounds import CheckinRound
from slackapp.models.checkin_setups import Setup
from slackapp.models.checkins import Checkin, CheckinPerson, CheckinState, CheckinTeam, Role
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.rules import recurrence, selectable
from slackapp.rules.checkins import plans, questions, reachability, steps, validation
from slackapp.rules.directory import members
from slackapp.rules.recurrence import Calendar


def save(
    session: Session, setup: Setup, *, checkin_id: int | None, by: Actor, inside: AbstractSet[UserId] | None = None
) -> int:
    """Set up a check-in, or change the one with this number; its number.

    `inside` are the people of the channel whose members are asked, as Slack has just told.
    """
    if setup.from_channel and inside is not None:
        members.know(session, by.workspace_id, setup.from_channel, inside)
    return create(session, setup, by=by) if checkin_id is None else change(session, checkin_id, setup, by=by)


def create(session: Session, setup: Setup, *, by: Actor) -> int:
    """Set one up: nobody is asked before it is started. NotAllowed for a guest, InvalidInput at the field."""
    who = allow(session, by=by)
    checkin = Checkin(
        workspace_id=by.workspace_id,
        owner_id=by.user_id,
        state=CheckinState.DRAFT,
        **validation.columns(session, setup, who),
    )
    _check_when(checkin)
    session.add(checkin)
    session.flush()
    _name(session, checkin, setup)
    reachability.check(session, checkin)
    for question in setup.questions:
        questions.append(session, checkin, question)
    return checkin.id


def change(session: Session, checkin_id: int, setup: Setup, *, by: Actor) -> int:
    """Change who is asked and when; what was asked today is not asked again today (CHK-7)."""
    checkin = steps.begin(session, checkin_id, by=by)
    values = validation.columns(session, setup, viewer(session, by))
    if values["is_anonymous"] != checkin.is_anonymous and _has_rounds(session, checkin):
        raise InvalidInput(
            "how", "Whether it is anonymous was promised to those who answered. Make a new check-in for that."
        )
    for name, value in values.items():
        if name != "starts_on" or setup.first_day:
            setattr(checkin, name, value)
    _check_when(checkin)
    _name(session, checkin, setup)
    reachability.check(session, checkin)
    if checkin.state is not CheckinState.DRAFT:
        plans.schedule(session, checkin)
    return checkin.id


def start(session: Session, checkin_id: int, *, by: Actor) -> None:
    """Begin to ask. NotPossibleNow where there is no question or nobody to ask."""
    checkin = steps.begin(session, checkin_id, by=by)
    if checkin.state is not CheckinState.DRAFT:
        raise NotPossibleNow("{checkin} has started already.", checkin=checkin.name)
    if not questions.of(session, checkin):
        raise NotPossibleNow("There is no question yet. Add one first.")
    reachability.check(session, checkin)
    checkin.state = CheckinState.ACTIVE
    session.flush()
    plans.schedule(session, checkin)


def allow(session: Session, *, by: Actor) -> Viewer:
    """Make sure, also before the form is opened, that this person sets up check-ins; NotAllowed otherwise."""
    who = viewer(session, by)
    if not permissions.may_create(who):
        raise NotAllowed("Guests can answer what they are asked, but not set up check-ins. Ask a colleague to do it.")
    return who


def check_channel(session: Session, channel: ChannelId, *, by: Actor) -> None:
    """Make sure, before Slack is asked who is in it, that the app is there; InvalidInput at its field."""
    selectable.channel(session, "from_channel", channel, allow(session, by=by))


def _check_when(checkin: Checkin) -> None:
    recurrence.check(plans.rule(checkin), starts_on=checkin.starts_on, calendar=Calendar(plans.plan(checkin).weekdays))


def _has_rounds(session: Session, checkin: Checkin) -> bool:
    theirs = select(CheckinRound.id).where(
        CheckinRound.workspace_id == checkin.workspace_id, CheckinRound.checkin_id == checkin.id
    )
    return session.scalars(theirs.limit(1)).first() is not None


def _name(session: Session, checkin: Checkin, setup: Setup) -> None:
    """Keep exactly these people and teams; who observes is not asked, also where they were named for both."""
    for table in (CheckinPerson, CheckinTeam):
        theirs = (table.workspace_id == checkin.workspace_id, table.checkin_id == checkin.id)
        session.execute(delete(table).where(*theirs))
    about = {"workspace_id": checkin.workspace_id, "checkin_id": checkin.id}
    roles = dict.fromkeys(setup.people, Role.PARTICIPANT) | dict.fromkeys(setup.observers, Role.OBSERVER)
    session.add_all(CheckinPerson(**about, user_id=user_id, role=role) for user_id, role in roles.items())
    session.add_all(CheckinTeam(**about, team_id=team_id) for team_id in dict.fromkeys(setup.team_ids))
    session.flush()
