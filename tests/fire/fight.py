"""Real processes, killed again and again, against a Slack that misbehaves; and the count of what is lost or doubled."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from delivery import lanes, sweep
from sandbox import Sandbox
from sandbox.channels import Channel
from sandbox.workspace import Workspace
from slackapp import outbox
from slackapp.clock import Clock
from slackapp.database import Database, connect
from slackapp.models.outbox import Message, Progress
from tests.fire import copies, in_hand, invariants
from tests.fire.blows import BLOWS, pause
from tests.fire.clock import SwiftClock
from tests.fire.lines import Lines
from tests.fire.orders import Orders
from tests.fire.plan import HOUSE, Plan, Result
from tests.fire.points import OFTEN
from tests.fire.troubles import Troubles
from tests.stories.driver import Loop

Question = Callable[[Session], bool]

MOST_RECORDED = 200_000
AT_REST = 150
STARTS = 60
"""Seconds for a process to come to its work, on a machine that is busy with other things."""
A_MOMENT = 0.5
A_WHILE = 1.5
"""Seconds in which others find out what became of whoever stands still."""


class Matter(Protocol):
    """What a fight is about."""

    @property
    def channels(self) -> Sequence[Channel]:
        """Those that the processes fill with lines."""

    @property
    def is_endless(self) -> bool:
        """Whether more comes until it is enough."""

    def are_all_ended(self, session: Session) -> bool:
        """Whether everything that was to be said has come to its end."""

    def count(self, session: Session, result: Result) -> None:
        """What was lost, and what came more than once or out of order."""


class Fight:
    """One store, its processes, and the workspace that they post to."""

    def __init__(self, url: str, plan: Plan, logs: Path) -> None:
        self.url, self.plan, self.logs = url, plan, logs
        self.dice = Random(plan.seed)
        # An earlier release knows of no clock that can be sent ahead.
        ahead = str(logs / "ahead") if set(plan.releases) == {HOUSE} else ""
        self.clock = SwiftClock(time.monotonic(), plan.speed, ahead)
        self.sandbox = Sandbox(self.clock)
        self.sandbox.record.made = deque(maxlen=MOST_RECORDED)
        self.workspace: Workspace = self.sandbox.workspace()
        self.processes: dict[int, subprocess.Popen[bytes]] = {}
        self.signs: dict[int, Path] = {}
        self.armed: dict[int, str] = {}
        self.points: list[str] = []
        self.freezes = False
        self.is_alone = False
        self.troubles = Troubles(self.sandbox.faults, Random(plan.seed + 1), plan.seconds_between_faults)
        self._tries = Counter[str]()
        self._numbers = count()
        self.result = Result(url.partition(":")[0].partition("+")[0], plan.replicas, plan.messages)
        promised = str(logs / "promised") if self.clock.ahead else ""
        self.lines = Lines(plan, self.workspace, promised)
        self.matter: Matter = self.lines

    def fought(self) -> Result:
        """Fight to the end: all kills made, all faults gone, all messages at rest."""
        began = time.monotonic()
        with _served(self.sandbox), self.troubles.going_on():
            try:
                self.strikes()
                self._comes_to_rest()
                self._stop()
            finally:
                self._stop(signal.SIGKILL)
        self._count()
        self.result.seconds = time.monotonic() - began
        return self.result

    @property
    def mortals(self) -> range:
        """The replicas that may be killed."""
        return range(self.plan.spared, self.plan.spared + 1 if self.is_alone else self.plan.replicas)

    def strikes(self) -> None:
        """Everything that is planned."""
        if self.plan.points or not all(replica in self.processes for replica in self.mortals):
            self.dies_at(self.plan.points)
        wanted = self.result.kills + self.plan.kills
        # Whoever was not yet at work, or had nothing to do any more, does not count.
        while self.result.kills < wanted and self._has_more_to_do():
            pause(self.dice.uniform(0.5, 1.5) * self.plan.seconds_between_kills)
            self._bury_the_dead()
            self._strike(self.dice.choice(self.mortals))
        if self.result.kills < wanted:
            self.result.idle.append(f"{wanted - self.result.kills} kills came when all was done")
        for blow in self.plan.blows:
            pause(self.dice.uniform(0.5, 1.5))
            self._deals(blow)
        if self.plan.freezes:
            self.dies_at(self.plan.freezes, freezes=True)
        self._waits_for_faults()

    def _deals(self, blow: str) -> None:
        """A blow to processes that are at work."""
        if not self._has_more_to_do():
            self.result.idle.append(f"this came when all was done: {blow}")
        BLOWS[blow](self)
        self.result.stops += 1
        self._bury_the_dead()

    def _has_more_to_do(self) -> bool:
        return self.matter.is_endless or not self._asked(self.matter.are_all_ended)

    def _waits_for_faults(self) -> None:
        """So many calls as must meet a fault, and of each kind, have done so, or do not within a minute."""
        give_up = time.monotonic() + STARTS
        while self.matter.is_endless and self._faults_missing() and time.monotonic() < give_up:
            self._bury_the_dead()
            pause(0.2)

    def _faults_missing(self) -> list[str]:
        few = self.troubles.hits.total() < self.plan.faults
        unmet = self.troubles.unmet if self.plan.every_kind else []
        return [*unmet, *([f"{self.plan.faults} in all"] if few else [])]

    def dies_at(self, points: tuple[str, ...], *, freezes: bool = False) -> None:
        """A process dies at each of these points, or stands still there and goes on later."""
        self.points, self.freezes = list(points), freezes
        self._tries.clear()
        for replica in self.mortals:
            if replica in self.processes:
                self._kill(replica)
            else:
                self.start(replica)
        while self.points or self.armed:
            pause(0.2)
            self._bury_the_dead()
            self._strike_who_did_not_get_there()
            for replica in [each for each, process in self.processes.items() if _stands_still(process)]:
                self._wake(replica)
        self.freezes = False

    def dies_alone_at(self, points: tuple[str, ...]) -> None:
        """The same at what happens once, with a single process at work: whoever comes to it is the one that dies."""
        others = list(self.mortals)[1:]
        for replica in others:
            process = self.processes.pop(replica)
            process.kill()
            process.wait()
        self.is_alone = True
        self.dies_at(points)
        self.is_alone = False
        for replica in others:
            self.start(replica)

    def _strike_who_did_not_get_there(self) -> None:
        for replica in list(self.armed):
            if self._works_for(replica) > self.plan.seconds_to_get_there and not _stands_still(self.processes[replica]):
                self._once_more(self.armed.pop(replica))
                self._kill(replica)

    def _once_more(self, point: str) -> None:
        """Nobody came to this point: somebody is sent there again, a few times."""
        self._tries[point] += 1
        if self._tries[point] < self.plan.tries:
            self.points.append(point)
        else:
            (self.result.unfrozen if self.freezes else self.result.missed).append(point)

    def _is_at_work(self, replica: int) -> bool:
        """As far as it says so: an earlier release does not."""
        return not self.clock.ahead or self.signs[replica].exists()

    def _works_for(self, replica: int) -> float:
        """Seconds since it has begun to work, however long it took to start."""
        sign = self.signs[replica]
        return time.time() - sign.stat().st_mtime if sign.exists() else 0  # noqa: TID251 - as the file tells

    def _strike(self, replica: int) -> None:
        if self.dice.random() < 0.15:
            self._deals("freeze")
            return
        self.comes_to_work(replica)
        pause(self.dice.uniform(0, A_MOMENT))
        self._kill(replica)

    def comes_to_work(self, replica: int) -> None:
        """Wait until it has begun to work: before, there is nothing to be cut off."""
        give_up = time.monotonic() + STARTS
        while not self._is_at_work(replica) and time.monotonic() < give_up:
            pause(0.1)

    def was_refused(self) -> bool:
        """Whether the database has refused a process something, since this was forgotten."""
        return any(sign.exists() for sign in self._refused())

    def forget_refusals(self) -> None:
        for sign in self._refused():
            sign.unlink(missing_ok=True)

    def _refused(self) -> list[Path]:
        return [Path(f"{sign}, refused") for sign in self.signs.values()]

    def _kill(self, replica: int) -> None:
        self.processes[replica].kill()
        self.processes[replica].wait()
        self._bury_the_dead()

    def _wake(self, replica: int) -> None:
        """Its lease is over, others have looked after what it had in hand; now it goes on."""
        self.clock.travel(lanes.LEASE + timedelta(seconds=30))
        pause(A_WHILE)
        self.excuse(replica)
        self.processes[replica].send_signal(signal.SIGCONT)
        self.result.stops += 1
        self.armed.pop(replica, None)
        pause(A_WHILE)
        self._kill(replica)

    def excuse(self, replica: int) -> None:
        """It stands still; what it has in its hands it may post when others have posted it."""
        self.result.excused += in_hand.of(self.signs[replica])

    def _bury_the_dead(self) -> None:
        for replica, process in list(self.processes.items()):
            if process.poll() is not None:
                was_killed = process.returncode == -signal.SIGKILL
                self.result.kills += was_killed and self._is_at_work(replica)
                if (point := self.armed.pop(replica, None)) and (self.freezes or not was_killed):
                    self._once_more(point)
                if self.plan.haste:
                    self.clock.travel(lanes.LEASE)
                self.start(replica)

    def _comes_to_rest(self) -> None:
        self.troubles.end()
        self._enough.touch()
        if self.until(self.is_at_rest) and self.clock.ahead:
            self.clock.travel(sweep.SETTLED)
        self.until(self._is_certain)

    def until(self, holds: Question) -> bool:
        """Whether it holds within some time; whoever dies meanwhile is started again."""
        give_up = time.monotonic() + AT_REST
        while not (found := self._asked(holds)) and time.monotonic() < give_up:
            self._bury_the_dead()
            pause(0.3)
        return found

    def is_at_rest(self, session: Session) -> bool:
        open_ = select(func.count()).where(Message.state.in_(lanes.OPEN))
        return self.matter.are_all_ended(session) and session.scalar(open_) == 0

    def _is_certain(self, session: Session) -> bool:
        """Whether no second copy can stand anywhere any more."""
        doubts = select(func.count()).where(Message.doubted_at.is_not(None), Message.state == Progress.SENT)
        return self.is_at_rest(session) and session.scalar(doubts) == 0

    def _asked(self, question: Question) -> bool:
        try:
            with reading(self.url, self.clock) as database:
                return database.read_now(question)
        except OperationalError:
            return False

    def start(self, replica: int) -> None:
        self.signs[replica] = self.logs / f"{replica} is at work {next(self._numbers)}"
        told = Orders(
            began=self.clock.began,
            seed=self.plan.seed,
            messages=self.plan.messages,
            channels=tuple(channel.id for channel in self.matter.channels),
            readers=tuple(person.id for person in self.lines.readers),
            replica=replica,
            replicas=self.plan.replicas,
            pause=self.plan.pause,
            ahead=self.clock.ahead,
            speed=self.clock.speed,
            batch=self.plan.batch,
            sign=str(self.signs[replica]) if self.clock.ahead else "",
            enough=str(self._enough) if self.clock.ahead else "",
            promised=self.lines.promised,
        )
        if self.points:
            self.armed[replica] = self.points.pop(0)
            most = OFTEN.get(self.armed[replica], self.plan.hits)
            hits = self.dice.randint(1, min(most, self.plan.batch or most))
            told = replace(told, point=self.armed[replica], hits=hits, freezes=self.freezes)
        release = self.plan.releases[replica % len(self.plan.releases)]
        with (self.logs / f"replica-{replica}.log").open("ab") as log:
            command = [sys.executable, "-m", "tests.fire.worker"]
            self.processes[replica] = subprocess.Popen(command, cwd=release, env=self._settings(told), stderr=log)

    @property
    def _enough(self) -> Path:
        return self.logs / "enough"

    def _settings(self, told: Orders) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return kept | {
            "PORT": "0",
            "DATABASE_URL": self.url,
            "SLACK_API_URL": self.sandbox.api_url,
            "SLACK_BOT_TOKEN": self.workspace.installation.token,
            "SLACK_APP_TOKEN": "xapp-fire",
            "FIRE_ORDERS": told.text(),
        }

    def _stop(self, sent: signal.Signals = signal.SIGTERM) -> None:
        for process in self.processes.values():
            if process.poll() is None:
                process.send_signal(sent)
        for process in self.processes.values():
            process.wait(30)

    def _count(self) -> None:
        self.result.faults = self.troubles.hits.total()
        self.result.idle += [f"faults that met no call: {each}" for each in self._faults_missing()]
        self.result.doubled = copies.second(self.sandbox.record, self.result.excused).total()
        with reading(self.url, self.clock) as database:
            self.result.broken = database.read_now(invariants.broken, self.sandbox, self.workspace)
            database.read_now(self.matter.count, self.result)


def _stands_still(process: subprocess.Popen[bytes]) -> bool:
    """Whether it was stopped by a signal; it is not waited for."""
    try:
        status = os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:  # it has died meanwhile
        return False
    return status is not None and status.si_code == os.CLD_STOPPED


@contextmanager
def _served(sandbox: Sandbox) -> Iterator[None]:
    loop = Loop()
    loop.run(sandbox.start())
    try:
        yield
    finally:
        loop.run(sandbox.stop())
        loop.close()


@contextmanager
def reading(url: str, clock: Clock) -> Iterator[Database]:
    database = Database(connect(url), clock, outbox.put)
    try:
        yield database
    finally:
        database.close()
