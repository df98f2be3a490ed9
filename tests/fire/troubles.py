"""Calls that go wrong every now and then, and which of them really did."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from sandbox import Fault, Kind
from sandbox.faults import Faults

METHODS = ("chat.postMessage", "chat.postMessage", "chat.postMessage", "conversations.history", "chat.update")
KINDS = tuple(kind for kind in Kind if kind is not Kind.HANGS)
MOST_WAITING = 2
"""So many wait at the same time for calls of one method."""


class Troubles:
    """Arms a fault after the other: all kinds by turns, in an order of chance."""

    def __init__(self, faults: Faults, dice: Random, seconds_between: float) -> None:
        self._faults, self._dice, self._seconds = faults, dice, seconds_between
        self._armed: list[Fault] = []
        self._kinds = self._by_turns()
        self._are_over = threading.Event()

    @property
    def hits(self) -> Counter[Kind]:
        """How many calls each kind has met: a fault that still waits, or was cleared, has done nothing."""
        return Counter(fault.kind for fault in list(self._armed) if fault.times == 0)

    @property
    def unmet(self) -> list[str]:
        """The kinds that no call has met."""
        return [kind for kind in KINDS if not self.hits[kind]]

    @contextmanager
    def going_on(self) -> Iterator[None]:
        thread = threading.Thread(target=self._go_on, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._are_over.set()
            thread.join()

    def arm(self, method: str) -> None:
        """Let a call of this method go wrong; the next kind has its turn."""
        fault = self._fault(method)
        self._faults.add(fault)
        self._armed.append(fault)

    def end(self) -> None:
        """Slack behaves again."""
        self._are_over.set()
        self._faults.clear()

    def _go_on(self) -> None:
        self.arm(METHODS[0])  # even the shortest fight has one
        while not self._are_over.wait(self._dice.uniform(0.5, 1.5) * self._seconds):
            method = self._dice.choice(METHODS)
            # Not more than calls come, or nothing would ever get through.
            if sum(each.meets(method, None) for each in self._faults.waiting) < MOST_WAITING:
                self.arm(method)

    def _by_turns(self) -> Iterator[Kind]:
        while True:
            yield from self._dice.sample(KINDS, len(KINDS))

    def _fault(self, method: str) -> Fault:
        kind = next(self._kinds)
        # Slack never does what it answers with 429, and always what it answers late.
        worked = kind is Kind.SLOW or (self._dice.random() < 0.5 and kind is not Kind.TOO_FAST)
        after = self._dice.choice([0, 1, 3, None])
        return Fault(method, kind, worked=worked, seconds=self._dice.uniform(0.1, 2), retry_after=after)
