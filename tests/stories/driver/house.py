"""The workspace of a story, the app that serves it, and the clock of both."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, TypeVar, Unpack
from zoneinfo import ZoneInfo

from runtime import time_travel
from runtime.assembly import Afspraak
from sandbox import Sandbox
from sandbox.attributes import PersonTraits
from sandbox.channels import Channel
from sandbox.groups import Group
from sandbox.workspace import Workspace
from slackapp.clock import MovableClock
from slackapp.ids import WorkspaceId
from slackapp.models.terms import Terms
from slackapp.rules import teams
from tests.stories.driver.loop import Loop
from tests.stories.driver.people import Person

T = TypeVar("T")

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass
class House:
    """Everything of one story. `address` is where the app answers HTTP; `running` ends with the app."""

    loop: Loop
    sandbox: Sandbox
    workspace: Workspace
    app: Afspraak
    clock: MovableClock
    address: str
    running: AsyncExitStack
    _is_known: bool = field(default=False, init=False)

    # Who and what there is

    def person(self, real_name: str, **traits: Unpack[PersonTraits]) -> Person:
        """Somebody with an account, in Amsterdam and in English unless said otherwise."""
        self._is_known = False
        return Person(self, self.sandbox.visitor(self.workspace.person(real_name, **traits)))

    def channel(
        self,
        name: str,
        members: Iterable[Person] = (),
        *,
        private: bool = False,
        shared: bool = False,
        with_app: bool = True,
    ) -> Channel:
        """A channel with these members and, unless said otherwise, the app."""
        self._is_known = False
        inside = [each.visitor.person for each in members]
        return self.workspace.channel(name, inside, with_app=with_app, is_private=private, is_shared=shared)

    def group(self, handle: str, members: Iterable[Person] = ()) -> Group:
        """A user group."""
        self._is_known = False
        return self.workspace.group(handle, [each.visitor.person for each in members])

    def team(self, name: str, *, lead: Person, channel: Channel, members: Iterable[Person] = (), **terms: Any) -> int:
        """A team that its lead created; `terms` are fields of Terms."""
        self.knows_everybody()
        agreed = Terms(name, lead.id, channel.id, tuple(each.id for each in members), **terms)
        return self.app.database.run_now(teams.create, agreed, by=lead.actor)

    def knows_everybody(self) -> None:
        """Let the app look who and what there is, as it does when it starts."""
        if not self._is_known:
            self.loop.run(self.app.refresh_directory())
            self._is_known = True

    @property
    def workspace_id(self) -> WorkspaceId:
        return self.app.installations.all()[0].workspace_id

    # What happens

    def lets(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do something in the workspace and let the app come to rest."""
        self.knows_everybody()
        return self.loop.run(self._done(work))

    def at_once(self, *works: Callable[[], Awaitable[Any]]) -> None:
        """Do several things in the same moment, and let the app come to rest."""
        self.knows_everybody()
        self.loop.run(self._all_done(works))

    def passes(self, **length: float) -> None:
        """Let time pass: hours=2, days=1."""
        self._moves(self.clock.now() + timedelta(**length))

    def moves_to(self, words: str) -> None:
        """Let time pass until it is so in Amsterdam: "Wed 10:00", the next one, or "2026-12-01 09:00"."""
        self._moves(_moment(words, self.clock.now()))

    def _moves(self, moment: datetime) -> None:
        self.knows_everybody()
        self.loop.run(time_travel.until(self.app, self.clock, moment, self.sandbox.settle))

    async def _done(self, work: Callable[[], Awaitable[T]]) -> T:
        result = await work()
        await self._rest()
        return result

    async def _all_done(self, works: Iterable[Callable[[], Awaitable[Any]]]) -> None:
        await asyncio.gather(*(work() for work in works))
        await self._rest()

    async def _rest(self) -> None:
        await time_travel.rest(self.app, self.clock, self.sandbox.settle)


def _moment(words: str, after: datetime) -> datetime:
    day, _, clock = words.partition(" ")
    if day not in DAYS:
        return datetime.fromisoformat(words).replace(tzinfo=AMSTERDAM)
    here = after.astimezone(AMSTERDAM)
    ahead = (DAYS.index(day) - here.weekday()) % 7
    moment = datetime.combine(here.date() + timedelta(days=ahead), time.fromisoformat(clock), AMSTERDAM)
    return moment if moment > after else moment + timedelta(days=7)
