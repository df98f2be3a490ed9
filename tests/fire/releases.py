"""The release before this one works beside it, on a PostgreSQL that this one has migrated under its feet (F28).

It needs the history of this repository: the release before is the newest commit without the newest migration.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from sandbox import APP_TOKEN, Sandbox, Visitor
from slackapp import migrating
from slackapp.clock import SystemClock
from slackapp.ids import Actor
from slackapp.models.terms import Terms
from slackapp.models.workspaces import Workspace
from slackapp.rules import teams
from tests.fire import fight
from tests.fire.blows import pause
from tests.fire.fight import Fight
from tests.fire.plan import HOUSE
from tests.runtime import process
from tests.stories.driver import Loop

PATIENCE = 60
"""Seconds for what takes one."""


@contextmanager
def before() -> Iterator[Path | None]:
    """The code of the newest commit that starts, and that expects other tables; None where there is none at hand."""
    newest = max(migrating.SCRIPTS.glob("versions/*.py")).name
    with tempfile.TemporaryDirectory(prefix="afspraak-before-") as folder:
        for commit in _git("log", "--first-parent", "--format=%H").split():
            if newest not in _git("ls-tree", "-r", "--name-only", commit, "migrations/versions"):
                house = _checked_out(commit, Path(folder) / commit)
                if house is not None:
                    yield house
                    return
    yield None


def _checked_out(commit: str, house: Path) -> Path | None:
    house.mkdir()
    packed = subprocess.run(["git", "archive", commit], cwd=HOUSE, capture_output=True, check=True)
    subprocess.run(["tar", "-x"], cwd=house, input=packed.stdout, check=True)
    starts = subprocess.run([sys.executable, "-c", "import app"], cwd=house, capture_output=True, check=False)
    return house if starts.returncode == 0 else None


def migrated(url: str, house: Path) -> None:
    """Bring the tables to the version of this code, as an operator does."""
    done = process.of(house, house, "migrate", DATABASE_URL=url)
    assert done.ends() == 0, "".join(done.said)


class Upgrade(Fight):
    """The first replica is of the release before. The tables change while it works; then the others come."""

    def strikes(self) -> None:
        self.start(0)
        until(lambda: bool(self.sandbox.record.calls("chat.postMessage", done=True)))
        migrated(self.url, HOUSE)
        super().strikes()


@dataclass
class Served:
    """What stands in the channel in the end, each card with its thread, and how many payloads each release answered."""

    cards: list[str]
    threads: list[list[str]]
    answered: dict[str, float]


class Counters:
    """The same people are served at two counters by turns: one of the release before, one of this."""

    def __init__(self, url: str, before: Path, folder: Path) -> None:
        self.url, self.folder, self.before = url, folder, before
        self.loop = Loop()
        manifest = json.loads((HOUSE / "manifest.json").read_text(encoding="utf-8"))
        self.sandbox = Sandbox(SystemClock(), manifest=manifest)
        self.workspace = self.sandbox.workspace()
        self.sanne, self.jan = (self.sandbox.visitor(self.workspace.person(n)) for n in ("Sanne de Vries", "Jan Smit"))
        self.design = self.workspace.channel("design", [self.jan.person], with_app=True)

    def serve(self, count: int) -> Served:
        """Have so many requests made, accepted and done."""
        self.loop.run(self.sandbox.start())
        with ExitStack() as closing:
            closing.callback(self.loop.close)
            closing.callback(lambda: self.loop.run(self.sandbox.stop()))
            before = self._opened(self.before, closing)
            migrated(self.url, HOUSE)
            here = self._opened(HOUSE, closing)
            self._makes_a_team()
            for number in range(count):
                self._asks_and_answers(number)
            cards = self.jan.messages(self.design)
            threads = [self.jan.sees_thread(card) for card in cards]
            return Served(self.jan.sees(self.design), threads, {"before": _answered(before), "this": _answered(here)})

    def _opened(self, house: Path, closing: ExitStack) -> str:
        settings = {
            "SLACK_BOT_TOKEN": self.workspace.installation.token,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_URL": self.sandbox.api_url,
            "DATABASE_URL": self.url,
        }
        running = process.of(house, self.folder, **settings)
        closing.callback(running.kill)
        return running.becomes_ready()

    def _makes_a_team(self) -> None:
        with fight.reading(self.url, SystemClock()) as database:
            place = database.read_now(lambda session: session.scalars(select(Workspace.id)).one())
            jan = Actor(place, self.jan.person.id)
            database.run_now(teams.create, Terms("Design", jan.user_id, self.design.id, (jan.user_id,)), by=jan)

    def _asks_and_answers(self, number: int) -> None:
        soon = str(SystemClock().now().date() + timedelta(days=7))
        self._does(self.sanne.types(self.sanne.app, "/request"))
        self._fills(self.sanne, team="Design", title=f"Banner {number}", why="The launch", needed_by=soon)
        self._until(lambda: len(self.jan.messages(self.design)) > number)
        self._presses(number, "Accept")
        self._fills(self.jan, promised=soon)
        self._until(lambda: "owner" in self.jan.sees(self.design)[number])
        self._presses(number, "Done")
        self._until(lambda: len(self.jan.sees_thread(self.jan.messages(self.design)[number])) >= 2)

    def _presses(self, number: int, what: str) -> None:
        self._does(self.jan.presses(what, on=self.jan.messages(self.design)[number]))

    def _fills(self, who: Visitor, **fields: str) -> None:
        for name, entry in fields.items():
            self._does(who.fills(name, entry))
        self._does(who.submits())
        assert not who.has_modal, who.sees_modal()

    def _does(self, work: Coroutine[Any, Any, Any]) -> None:
        self.loop.run(work)

    def _until(self, holds: Callable[[], bool]) -> None:
        until(holds)
        assert holds(), self.jan.sees(self.design)


def until(holds: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < give_up:
        pause(0.1)


def _answered(address: str) -> float:
    figures = process.get(address, "/metrics")[1].splitlines()
    return sum(float(line.split()[-1]) for line in figures if line.startswith("afspraak_payloads_total"))


def _git(*arguments: str) -> str:
    """What it answers; nothing where this is no checkout."""
    done = subprocess.run(["git", *arguments], cwd=HOUSE, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""
