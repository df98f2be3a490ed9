"""A clock for trying out: it can be sent ahead, it can stand still, and it runs."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class TravellingClock:
    """Stands still at an aware moment until it is set going; then it runs like another clock (the machine's)."""

    def __init__(self, start: datetime, runs_like: Clock | None = None) -> None:
        self._runs_like = runs_like or SystemClock()
        # One value, because threads read it while it is moved: what it showed, and when that was if it runs.
        self._shown: tuple[datetime, datetime | None] = (start, None)

    def now(self) -> datetime:
        """The present moment of the sandbox, aware."""
        shown, since = self._shown
        return shown + (self._runs_like.now() - since if since else timedelta(0))

    def move_to(self, moment: datetime) -> None:
        """Go forward to an aware moment; one that is past by then is no reason to go back."""
        self._shown = max(moment, self.now()), self._runs_like.now() if self.runs else None

    def run(self) -> None:
        """Go on by itself from now on."""
        self._shown = self.now(), self._runs_like.now()

    @property
    def runs(self) -> bool:
        """Whether it goes on by itself."""
        return self._shown[1] is not None
