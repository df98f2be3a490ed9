"""Whether what was filled in about a team can be: what it is called and when it works.

Fields are named as in the form, so that each refusal stands where it belongs.
"""

from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import zones
from slackapp.errors import InvalidInput
from slackapp.models.teams import Team
from slackapp.models.terms import ONE_DAY, Terms, Within
from slackapp.normalization import clean, key
from slackapp.permissions.viewer import Viewer
from slackapp.rules import selectable, team_members
from slackapp.rules.working_time import WorkingTime

NAME_LIMIT = 60


def checked(session: Session, terms: Terms, who: Viewer, team: Team | None = None) -> dict[str, Any]:
    """The columns of a team that keeps these terms; InvalidInput at the first field that cannot be.

    `team` is the one that is changed: it may keep its own name and channel.
    """
    name = _name(session, terms.name, who, team)
    team_members.check_members(session, terms.members, who)
    return {
        "name": name,
        "key": key(name),
        "lead_id": team_members.lead(session, terms.lead_id, who),
        "group_id": selectable.group(session, terms.group_id, who),
        "home_channel": team_members.home(session, terms.home_channel, who, team),
        "locale": terms.locale,
        **_hours(terms),
    }


def _name(session: Session, typed: str, who: Viewer, team: Team | None) -> str:
    name = " ".join(clean(typed).split())
    if not name:
        raise InvalidInput("name", "A team needs a name.")
    if max(len(name), len(key(name))) > NAME_LIMIT:
        raise InvalidInput("name", "This name is too long; {limit} characters fit.", limit=NAME_LIMIT)
    same = select(Team).where(Team.workspace_id == who.workspace_id, Team.key == key(name))
    namesake = session.scalars(same).first()
    if namesake is None or namesake is team:
        return name
    if namesake.is_archived:
        raise InvalidInput("name", "An archived team is called {team}. Bring it back instead.", team=name)
    raise InvalidInput("name", "There is a team called {team} already.", team=namesake.name)


def _hours(terms: Terms) -> dict[str, Any]:
    clock = _clock(terms)
    return {
        "tz": terms.tz,
        "weekdays": "".join(str(day) for day in sorted(clock.weekdays)),
        "starts": clock.start,
        "ends": clock.end,
        **_holidays(terms.country),
        "answer_minutes": _answer_minutes(terms.within, clock),
    }


def _holidays(calendar: str | None) -> dict[str, str | None]:
    country, _, part = (calendar or "").partition("-")
    return {"country": country or None, "subdivision": part or None}


def _clock(terms: Terms) -> WorkingTime:
    starts, ends = _from_and_until(terms)
    if not terms.weekdays:
        raise InvalidInput("weekdays", "Tick at least one day: without one nothing would ever be due.")
    if not zones.is_known(terms.tz):
        raise InvalidInput("tz", "There is no time zone {tz}.", tz=terms.tz)
    try:
        return WorkingTime(ZoneInfo(terms.tz), terms.weekdays, starts, ends, terms.country)
    except ValueError as unknown:
        # Days, hours and zone are fine by now.
        raise InvalidInput(
            "country", "There are no holidays known for {country}.", country=terms.country or ""
        ) from unknown


def _from_and_until(terms: Terms) -> tuple[time, time]:
    if terms.starts is None:
        raise InvalidInput("starts", "Choose when the team begins.")
    if terms.ends is None:
        raise InvalidInput("ends", "Choose when the team stops.")
    if time() != terms.ends <= terms.starts:
        raise InvalidInput("ends", "The day ends before it begins. Choose a later time; 00:00 is midnight.")
    return terms.starts, terms.ends


def _answer_minutes(within: Within, clock: WorkingTime) -> int | None:
    return None if within == ONE_DAY else within.minutes(clock.start, clock.end)
