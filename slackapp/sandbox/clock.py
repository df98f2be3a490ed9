"""A clock for trying out: it runs, and it can be sent ahead."""

from datetime import datetime, timedelta

from slackapp.clock import Clock, SystemClock


class TravellingClock:
    """Runs like another clock (the machine's), ahead of it by all the time that was skipped."""

    def __init__(self, runs_like: Clock | None = None) -> None:
        self._runs_like = runs_like or SystemClock()
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        """The present moment of the sandbox, in UTC."""
        return self._runs_like.now() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Skip to an aware moment; ValueError when that is in its past."""
        ahead = moment - self.now()
        if ahead < timedelta(0):
            raise ValueError("time goes forward only")
        self._ahead += ahead
