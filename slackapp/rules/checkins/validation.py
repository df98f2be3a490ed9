"""Whether what was filled in about a check-in can be, told at the field that is wrong (issue 5, point 8)."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from slackapp import zones
from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId
from slackapp.models.checkin_setups import OPEN_FOR, Setup
from slackapp.models.people import Channel, Person, UserGroup
from slackapp.models.teams import Team
from slackapp.permissions import teams as permissions
from slackapp.permissions.viewer import Viewer
from slackapp.rules.schedules.plans import check_zone

NAME_LIMIT = 100


def columns(session: Session, setup: Setup, who: Viewer) -> dict[str, Any]:
    """The setup as it is stored; InvalidInput at the first field that cannot be."""
    _check_people(session, setup, who)
    if setup.at is None:
        raise InvalidInput("time", "Choose a time of day.")
    if setup.tz:
        check_zone(setup.tz)
    starts_on = setup.first_day or _today(session, setup, who)
    if setup.last_day and setup.last_day < starts_on:
        raise InvalidInput("until", "It would end before it begins. Choose a later day.")
    return {
        "name": _name(setup.name),
        "channel_id": channel(session, "channel", setup.channel, who),
        "group_id": setup.group_id,
        "from_channel": channel(session, "from_channel", setup.from_channel, who) if setup.from_channel else None,
        "every": setup.every,
        "weekdays": "".join(str(day) for day in sorted(setup.weekdays)),
        "at": setup.at,
        "tz": setup.tz,
        "starts_on": starts_on,
        "ends_on": setup.last_day,
        "open_minutes": setup.open_minutes if setup.open_minutes in OPEN_FOR else OPEN_FOR[2],
        "is_anonymous": setup.is_anonymous,
        "is_live": _live(setup),
    }


def channel(session: Session, field: str, chosen: ChannelId | None, who: Viewer) -> ChannelId:
    """A channel in which the app is, and of which this person may know."""
    if chosen is None:
        raise InvalidInput(field, "Choose the channel that gets the summary.")
    found = session.get(Channel, (who.workspace_id, chosen))
    if found is None or not permissions.may_know_channel(who, found):
        raise InvalidInput(field, "Afspraak is not in this channel. Type /invite @Afspraak there, then save again.")
    if found.is_archived:
        raise InvalidInput(field, "#{channel} is archived. Choose another.", channel=found.name)
    if not found.has_app:
        raise InvalidInput(
            field, "Afspraak is not in #{channel}. Type /invite @Afspraak there, then save again.", channel=found.name
        )
    return chosen


def _name(name: str) -> str:
    if not name:
        raise InvalidInput("name", "Give it a name by which people know it.")
    if len(name) > NAME_LIMIT:
        raise InvalidInput("name", "This is too long; {limit} characters fit.", limit=NAME_LIMIT)
    return name


def _live(setup: Setup) -> bool:
    if setup.is_live and setup.is_anonymous:
        raise InvalidInput("how", "Answers that come in one by one are not anonymous. Choose one of the two.")
    return setup.is_live


def _today(session: Session, setup: Setup, who: Viewer) -> date:
    person = session.get(Person, (who.workspace_id, who.user_id))
    tz = setup.tz or (person.tz if person else zones.UTC)
    return now(session).astimezone(ZoneInfo(tz)).date()


def _check_people(session: Session, setup: Setup, who: Viewer) -> None:
    if not (setup.people or setup.group_id or setup.from_channel or setup.team_ids):
        raise InvalidInput("people", "Choose who is asked: people, a user group, a channel or teams.")
    _check_named(session, "people", setup, who)
    _check_named(session, "observers", setup, who)
    _check_group(session, setup, who)
    _check_teams(session, setup, who)


def _check_named(session: Session, field: str, setup: Setup, who: Viewer) -> None:
    chosen = setup.people if field == "people" else setup.observers
    unfit = select(Person.name).where(
        Person.workspace_id == who.workspace_id,
        Person.user_id.in_(chosen),
        or_(Person.is_bot, Person.is_deactivated, Person.is_stranger),
    )
    name = session.scalars(unfit.order_by(Person.name).limit(1)).first()
    if name is not None:
        raise InvalidInput(field, "{person} cannot take part: only people of the organisation can.", person=name)


def _check_group(session: Session, setup: Setup, who: Viewer) -> None:
    found = session.get(UserGroup, (who.workspace_id, setup.group_id)) if setup.group_id else None
    if setup.group_id and (found is None or found.is_disabled):
        raise InvalidInput("group", "This user group is not in use any more. Choose another, or none.")


def _check_teams(session: Session, setup: Setup, who: Viewer) -> None:
    known = select(Team.id).where(
        Team.workspace_id == who.workspace_id, Team.id.in_(setup.team_ids), Team.is_archived.is_(False)
    )
    if set(setup.team_ids) - set(session.scalars(known)):
        raise InvalidInput("teams", "One of these teams does not exist any more. Choose again.")
