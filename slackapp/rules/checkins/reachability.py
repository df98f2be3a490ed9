"""Whether a check-in can reach anybody at all, told when it is made (CHK-2, CHK-3)."""

from collections.abc import Iterator, Sequence
from itertools import islice
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp import holiday_calendars
from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import UserId
from slackapp.models.checkins import Checkin
from slackapp.models.people import Person
from slackapp.queries import absences
from slackapp.queries.checkins.audience import audience
from slackapp.rules.checkins import holiday_choices, plans
from slackapp.rules.recurrence import Calendar, Slot, Timetable

MOST = 60
"""So many times of one that ends are looked at; one that goes on for longer reaches somebody."""


def check(session: Session, checkin: Checkin) -> None:
    """InvalidInput, with the reason, where nobody takes part, or nobody is there whenever it comes."""
    people = audience(session, checkin)
    if not people:
        raise InvalidInput("people", "There is nobody to ask: the group, channel or teams have no people yet.")
    if checkin.ends_on is None:
        return
    times = {tz: _times(session, checkin, tz) for tz in {checkin.tz or person.tz for person in people}}
    if not any(times.values()):
        raise InvalidInput("until", "Its only time is over already, so nobody would be asked. Choose a later day.")
    if not any(_is_asked(session, _here(people, checkin, tz), slot) for tz, slot in _first_to_last(times)):
        raise InvalidInput(
            "until", "Nobody would be asked: everybody has a day off or a public holiday then. Choose a later day."
        )


def _times(session: Session, checkin: Checkin, tz: str) -> list[Slot]:
    """When it still comes in a zone."""
    plan = plans.plan(checkin)
    table = Timetable(plan.rule, plan.starts_on, ZoneInfo(tz), Calendar(plan.weekdays))
    coming = (slot for slot in table.since(max(plan.starts_on, now(session).date())) if slot.due_at > now(session))
    return list(islice(coming, MOST))


def _first_to_last(times: dict[str, list[Slot]]) -> Iterator[tuple[str, Slot]]:
    found = [(slot, tz) for tz, slots in times.items() for slot in slots]
    return ((tz, slot) for slot, tz in sorted(found))


def _here(people: Sequence[Person], checkin: Checkin, tz: str) -> list[Person]:
    """Those whom it comes to in this zone."""
    return [each for each in people if checkin.tz or each.tz == tz]


def _is_asked(session: Session, people: Sequence[Person], slot: Slot) -> bool:
    """Whether one of them would be asked at this time."""
    workspace_id = people[0].workspace_id
    days = {each.user_id: slot.due_at.astimezone(ZoneInfo(each.tz)).date() for each in people}
    away = absences.all_away(session, workspace_id, days)
    countries = holiday_choices.countries_of(session, workspace_id, people)

    def is_there(person: UserId) -> bool:
        is_away = away.get(person)
        return not holiday_calendars.is_holiday(slot.day, countries[person]) if is_away is None else not is_away

    return any(is_there(each.user_id) for each in people)
