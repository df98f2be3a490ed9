"""Whether what was filled in about a check-in can be, told at the field that is wrong (issue 5, point 8)."""

from collections.abc import Collection
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp import zones
from slackapp.clock import today
from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, UserId
from slackapp.models.checkin_setups import OPEN_FOR, Setup
from slackapp.models.people import Person
from slackapp.permissions.viewer import Viewer
from slackapp.rules import selectable
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
        "channel_id": _channel(session, setup, who),
        "group_id": setup.group_id,
        "from_channel": _from_channel(session, setup, who),
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


def _channel(session: Session, setup: Setup, who: Viewer) -> ChannelId:
    if setup.channel is None:
        raise InvalidInput("channel", "Choose the channel that gets the summary.")
    return selectable.channel(session, "channel", setup.channel, who)


def _from_channel(session: Session, setup: Setup, who: Viewer) -> ChannelId | None:
    return selectable.channel(session, "from_channel", setup.from_channel, who) if setup.from_channel else None


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
    return today(session, ZoneInfo(tz))


def _check_people(session: Session, setup: Setup, who: Viewer) -> None:
    if not (setup.people or setup.group_id or setup.from_channel or setup.team_ids):
        raise InvalidInput("people", "Choose who is asked: people, a user group, a channel or teams.")
    _check_named(session, "people", setup.people, who)
    _check_named(session, "observers", setup.observers, who)
    selectable.group(session, setup.group_id, who)
    selectable.check_teams(session, setup.team_ids, who)


def _check_named(session: Session, field: str, chosen: Collection[UserId], who: Viewer) -> None:
    name = selectable.unfit(session, chosen, who)
    if name is not None:
        raise InvalidInput(field, "{person} cannot take part: only people of the organisation can.", person=name)
