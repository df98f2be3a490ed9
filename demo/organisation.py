"""Polder & Co: a small organisation in three time zones, half of it Dutch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sandbox import Sandbox
from sandbox.channels import Channel
from sandbox.groups import Group
from sandbox.people import Person
from sandbox.workspace import Workspace
from slackapp.ids import UserId

AMSTERDAM, LONDON, NEW_YORK = "Europe/Amsterdam", "Europe/London", "America/New_York"
ENGLISH, DUTCH, AMERICAN = "en-GB", "nl-NL", "en-US"


@dataclass(frozen=True)
class Plan:
    """A team that is to be: its people, the lead first, where it lives, its user group, and the language it writes."""

    name: str
    people: list[Person]
    channel: Channel
    group: Group
    locale: str


@dataclass(frozen=True)
class Organisation:
    """The workspace and the teams that its people are about to make."""

    workspace: Workspace
    plans: list[Plan]

    def person(self, name: str) -> Person:
        """Somebody by their first name."""
        return next(person for person in self.workspace.people.values() if person.name == name)

    def channel(self, name: str) -> Channel:
        """A channel by its name."""
        return next(channel for channel in self.workspace.channels.values() if channel.name == name)

    def app_of(self, name: str) -> Channel:
        """Somebody's conversation with the app."""
        return self.workspace.direct(self.person(name).id, self.workspace.bot.id)

    @property
    def roles(self) -> Mapping[UserId, str]:
        """What each does, in a word or two."""
        return dict(self._roles())

    def _roles(self) -> Iterator[tuple[UserId, str]]:
        for plan in self.plans:
            lead, *others = plan.people
            yield lead.id, f"leads {plan.name}"
            yield from ((person.id, plan.name) for person in others)


def found(sandbox: Sandbox) -> Organisation:
    """Everybody and every channel, as they are before the app looks."""
    workspace = sandbox.workspace("Polder & Co", "polder")
    teams = {
        "Product": [*_dutch(workspace, "Sanne de Vries", "Daan Visser"), *_english(workspace, AMSTERDAM, "Jan Smit")],
        "Support": [*_english(workspace, LONDON, "Amy Clarke", "Tom Hughes"), *_dutch(workspace, "Joris Mulder")],
        "Marketing": _english(workspace, NEW_YORK, "Grace Miller", "Luis Romero", "Priya Patel"),
        "IT": _dutch(workspace, "Bram Jansen", "Noor Bakker", "Fatima El Amrani"),
    }
    teams["Product"][0].is_admin = True
    everybody = [person for people in teams.values() for person in people]
    workspace.channel("general", everybody, with_app=True)
    workspace.channel("launch-spring", [*teams["Product"], *teams["Marketing"]], with_app=True)
    workspace.channel("leads", [people[0] for people in teams.values()], is_private=True, with_app=True)
    return Organisation(workspace, [_plan(workspace, name, people, everybody) for name, people in teams.items()])


def _plan(workspace: Workspace, name: str, people: list[Person], everybody: list[Person]) -> Plan:
    """IT works behind a closed door, and in Dutch; the others' channels are open to all."""
    handle, is_it = name.lower(), name == "IT"
    group = workspace.group(f"{handle}-team", people, f"The team {name}")
    home = workspace.channel(f"team-{handle}", people if is_it else everybody, is_private=is_it, with_app=True)
    return Plan(name, people, home, group, "nl" if is_it else "en")


def _dutch(workspace: Workspace, *names: str) -> list[Person]:
    return [workspace.person(name, name=_first(name), locale=DUTCH, tz=AMSTERDAM) for name in names]


def _english(workspace: Workspace, tz: str, *names: str) -> list[Person]:
    locale = AMERICAN if tz == NEW_YORK else ENGLISH
    return [workspace.person(name, name=_first(name), locale=locale, tz=tz) for name in names]


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0]
