"""Whether the database takes a write: a disk that is full, or a file that became read-only, can still be read."""

from collections.abc import Callable
from time import monotonic

from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from runtime.probes import Probe
from slackapp.clock import now
from slackapp.database import Database, insert_new
from slackapp.models.heartbeats import ONLY, Heartbeat

EVERY_SECONDS = 10
"""Whoever asks more often gets the same answer: a question costs no more than six small writes a minute."""


def beat(session: Session) -> bool:
    """Write the moment down; true. It must be committed: until then nothing has reached the disk."""
    if not insert_new(session, Heartbeat, id=ONLY, at=now(session)):
        session.execute(update(Heartbeat).where(Heartbeat.id == ONLY).values(at=now(session)))
    return True


class WriteProbe:
    """Tries a write when somebody asks, though not each time."""

    def __init__(self, database: Database, seconds: Callable[[], float] = monotonic) -> None:
        """`seconds` is a clock that never goes back."""
        self._seconds = seconds
        self._probe = Probe(lambda: database.run_now(beat))
        self._tried_at: float | None = None
        self._answer: bool | None = None

    async def answer(self) -> bool | None:
        """Whether the last write worked, which is at most ten seconds ago; None where it is still waiting."""
        if self._tried_at is None or self._seconds() - self._tried_at >= EVERY_SECONDS:
            self._answer = await self._try()
            self._tried_at = None if self._answer is None else self._seconds()
        return self._answer

    async def _try(self) -> bool | None:
        try:
            return await self._probe.answer()
        except SQLAlchemyError:
            return False
