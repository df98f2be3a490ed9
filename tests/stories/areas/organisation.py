"""An organisation of four teams with three hundred areas, in a table with mistakes in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.stories.driver import House, Person
from tests.stories.driver.house import AMSTERDAM

TEAMS = ("Platform", "Sales", "Finance", "Support")
AREAS = 300
MISTAKES = (
    "Ghosts,system,Platform,nobody-here,,",
    "Secrets,spaceship,Platform,,,",
    ",system,Platform,,,",
    "Refunds,system,Elsewhere,,,",
)


@dataclass(frozen=True)
class Organisation:
    """Everybody, team by team: the lead comes first."""

    admin: Person
    teams: dict[str, list[Person]]

    @property
    def everybody(self) -> list[Person]:
        return [self.admin, *(person for team in self.teams.values() for person in team)]


def organisation(house: House) -> Organisation:
    admin = house.person("Ada Visser", is_admin=True)
    teams = {name: [house.person(f"{name}{n} Jansen") for n in range(10)] for name in TEAMS}
    for name, people in teams.items():
        channel = house.channel(name.lower(), people)
        house.team(name, lead=people[0], members=people[1:], channel=channel)
    return Organisation(admin, teams)


def table(org: Organisation) -> str:
    """Three hundred areas and four lines that cannot be, somewhere in between."""
    lines = [_line(org, number) for number in range(AREAS)]
    for place, mistake in enumerate(MISTAKES, start=1):
        lines.insert(place * 50, mistake)
    return "\n".join(["name,kind,team,owner,backup,description", *lines])


def _line(org: Organisation, number: int) -> str:
    team = TEAMS[number % len(TEAMS)]
    people = org.teams[team]
    owner, backup = people[number // 4 % 10], people[(number // 4 + 3) % 10]
    return f"Area {number:03},system,{team},{owner.name},{backup.name},What it is for"


def busiest_day(people: Sequence[Person]) -> int:
    """The most direct messages that anybody got in one day; a change in place is none."""
    return max(_busiest(person) for person in people)


def _busiest(person: Person) -> int:
    days = Counter(datetime.fromtimestamp(float(each.ts), AMSTERDAM).date() for each in person.visitor.app.messages)
    return max(days.values(), default=0)
