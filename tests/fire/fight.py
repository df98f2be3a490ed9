"""Real processes, killed again and again, against a Slack that misbehaves; and the count of what is lost or doubled."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.database import Database, connect
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.sandbox import Fault, Kind, Sandbox
from slackapp.sandbox.channels import Channel
from slackapp.sandbox.workspace import Workspace
from tests.fire import invariants, orders
from tests.fire.clock import SwiftClock
from tests.fire.orders import Orders
from tests.stories.driver import Loop

HOUSE = Path(__file__).resolve().parents[2]
METHODS = ("chat.postMessage", "chat.postMessage", "chat.postMessage", "conversations.history", "chat.update")
FAULTS = tuple(kind for kind in Kind if kind is not Kind.HANGS)
MOST_RECORDED = 200_000
AT_REST = 150


@dataclass
class Plan:
    """How hard it is fought. Everything that chance decides follows from the seed."""

    seed: int
    messages: int
    kills: int
    channels: int
    replicas: int
    seconds_between_kills: float = 1.5
    seconds_between_faults: float = 0.4
    pause: float = 0.1
    """How long a process waits after every few messages that it puts up."""
    points: tuple[str, ...] = ()
    """Each of them once, before chance takes over."""
    seconds_to_get_there: float = 6
    """After so long a process that has not come to its point is killed where it is."""


@dataclass
class Result:
    """What came of it. `broken` names each invariant that does not hold."""

    store: str
    replicas: int
    messages: int
    kills: int = 0
    faults: int = 0
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    seconds: float = 0
    broken: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    """The named points that no process came to in time."""

    def row(self) -> str:
        numbers = (self.replicas, self.kills, self.faults, self.messages, self.lost, self.doubled, self.out_of_order)
        return "".join([f"{self.store:12}", *(f"{number:>13}" for number in numbers)])


class Fight:
    """One store, its processes, and the workspace that they post to."""

    def __init__(self, url: str, plan: Plan, logs: Path) -> None:
        self.url, self.plan, self.logs = url, plan, logs
        self.dice = Random(plan.seed)
        self.clock = SwiftClock(time.monotonic())
        self.sandbox = Sandbox(self.clock)
        self.sandbox.record.made = deque(maxlen=MOST_RECORDED)
        self.workspace: Workspace = self.sandbox.workspace()
        self.channels = [self.workspace.channel(f"team-{n}", with_app=True) for n in range(plan.channels)]
        self.processes: dict[int, subprocess.Popen[bytes]] = {}
        self.begun: dict[int, float] = {}
        self.armed: dict[int, str] = {}
        self.points = list(plan.points)
        self.result = Result(url.partition(":")[0].partition("+")[0], plan.replicas, plan.messages)

    def fought(self) -> Result:
        """Fight to the end: all kills made, all faults gone, all messages at rest."""
        began = time.monotonic()
        with _served(self.sandbox), self._misbehaving():
            for replica in range(self.plan.replicas):
                self._start(replica)
            try:
                self._kill_again_and_again()
                self.sandbox.faults.clear()
                self._until_at_rest()
                self._stop()
            finally:
                self._stop(signal.SIGKILL)
        self._count()
        self.result.seconds = time.monotonic() - began
        return self.result

    def _kill_again_and_again(self) -> None:
        while self.result.kills < self.plan.kills or self.points:
            _pause(self.dice.uniform(0.5, 1.5) * self.plan.seconds_between_kills)
            self._bury_the_dead()
            if self.points:
                self._strike_who_did_not_get_there()
            elif self.result.kills < self.plan.kills:
                self._strike(self.dice.randrange(self.plan.replicas))

    def _strike_who_did_not_get_there(self) -> None:
        for replica, process in self.processes.items():
            if time.monotonic() - self.begun[replica] > self.plan.seconds_to_get_there:
                self.result.missed.append(self.armed[replica])
                process.kill()
                process.wait()

    def _strike(self, replica: int) -> None:
        """Kill it; or freeze it past the end of its lease, and let it go on as if nothing had been."""
        process = self.processes[replica]
        if self.dice.random() < 0.15:
            process.send_signal(signal.SIGSTOP)
            _pause(self.dice.uniform(1, 11))
            process.send_signal(signal.SIGCONT)
        else:
            process.kill()
            process.wait()
            self._bury_the_dead()

    def _bury_the_dead(self) -> None:
        for replica, process in list(self.processes.items()):
            if process.poll() is not None:
                self.result.kills += process.returncode == -signal.SIGKILL
                self._start(replica)

    def _until_at_rest(self) -> None:
        give_up = time.monotonic() + AT_REST
        while not self._is_at_rest():
            self._bury_the_dead()
            if time.monotonic() > give_up:
                return
            _pause(0.3)

    def _is_at_rest(self) -> bool:
        try:
            with _reading(self.url, self.clock) as database:
                return database.read_now(_ended) == self.plan.messages and database.read_now(_open) == 0
        except OperationalError:
            return False

    def _start(self, replica: int) -> None:
        told = Orders(
            began=self.clock.began,
            seed=self.plan.seed,
            messages=self.plan.messages,
            channels=tuple(channel.id for channel in self.channels),
            replica=replica,
            replicas=self.plan.replicas,
            pause=self.plan.pause,
        )
        if self.points:
            told = replace(told, point=self.points.pop(0), hits=self.dice.randint(1, 2))
            self.armed[replica] = told.point
        self.begun[replica] = time.monotonic()
        with (self.logs / f"replica-{replica}.log").open("ab") as log:
            command = [sys.executable, "-m", "tests.fire.worker"]
            self.processes[replica] = subprocess.Popen(command, cwd=HOUSE, env=self._settings(told), stderr=log)

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

    @contextmanager
    def _misbehaving(self) -> Iterator[None]:
        """Something goes wrong with a call every now and then."""
        over = threading.Event()
        thread = threading.Thread(target=self._misbehave, args=(over,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def _misbehave(self, over: threading.Event) -> None:
        dice = Random(self.plan.seed + 1)
        while not over.wait(dice.uniform(0.5, 1.5) * self.plan.seconds_between_faults):
            if self.result.kills >= self.plan.kills and not self.points:
                return
            self.sandbox.faults.add(_fault(dice))
            self.result.faults += 1

    def _count(self) -> None:
        with _reading(self.url, self.clock) as database:
            self.result.broken = database.read_now(invariants.broken, self.sandbox, self.workspace)
            self.result.out_of_order = database.read_now(self._inversions)
        told = Orders(0, self.plan.seed, self.plan.messages, tuple(c.id for c in self.channels), 0, 1)
        wanted = {(line.channel, str(line.number)) for line in told.all_lines()}
        found = Counter((str(channel.id), each.text) for channel in self.channels for each in channel.posted())
        self.result.lost = sum(1 for each in wanted if not found[each])
        self.result.doubled = sum(count - 1 for count in found.values()) + sum(map(_extra_cards, self.channels))

    def _inversions(self, session: Session) -> int:
        lanes = {lane.channel: lane for lane in session.scalars(select(Lane))}
        pairs = [(lanes[channel.id], channel) for channel in self.channels if channel.id in lanes]
        return sum(invariants.inversions(session, lane, channel) for lane, channel in pairs)


def _fault(dice: Random) -> Fault:
    kind, method = dice.choice(FAULTS), dice.choice(METHODS)
    # Slack never does what it answers with 429, and always what it answers late.
    worked = kind is Kind.SLOW or (dice.random() < 0.5 and kind is not Kind.TOO_FAST)
    after = dice.choice([0, 1, 3, None])
    return Fault(method, kind, worked=worked, seconds=dice.uniform(0.1, 2), retry_after=after)


def _extra_cards(channel: Channel) -> int:
    cards = [each for each in channel.posted() if each.text.startswith("card")]
    return max(0, len(cards) - 1)


def _ended(session: Session) -> int:
    lines = select(func.count()).where(Message.kind == orders.LINE, Message.state.in_(invariants.DONE))
    return session.scalar(lines) or 0


def _open(session: Session) -> int:
    waits = select(func.count()).where(Message.state.in_((Progress.PENDING, Progress.SENDING)))
    return session.scalar(waits) or 0


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
def _reading(url: str, clock: SwiftClock) -> Iterator[Database]:
    database = Database(connect(url), clock, outbox.put)
    try:
        yield database
    finally:
        database.close()


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)
