"""Coming to know the workspace as soon as Slack can be asked: the app starts without it, and goes on from there."""

from collections.abc import Awaitable, Callable
from time import monotonic

import structlog

from runtime import installing
from runtime.cannot_start import CannotStart
from runtime.installing import Away
from slackapp.config import Settings
from slackapp.database import Database
from slackapp.slack.client import Client
from slackapp.slack.installations import Installations

EVERY_SECONDS, AFTER_A_REFUSAL, LONGEST = 5.0, 60.0, 300.0

log = structlog.get_logger()


class Connecting:
    """Asks Slack who the app is, until it knows. `away` says why it does not yet, in a sentence; empty once it does."""

    def __init__(self, settings: Settings, database: Database, client: Client, installations: Installations) -> None:
        self.away = "Slack was not asked yet."
        self._settings = settings
        self._database = database
        self.client = client
        self._installations = installations
        self._not_before = 0.0

    async def begin(self) -> None:
        """Ask for the first time; CannotStart where Slack does not take the token."""
        try:
            self._installations.add(await installing.install(self._settings, self._database, self.client))
        except Away as away:
            self._later(str(away), min(away.retry_after or EVERY_SECONDS, LONGEST))
        else:
            self.away = ""

    async def again(self) -> bool:
        """Ask once more where that is needed; whether the workspace came to be known by that."""
        if not self.away or monotonic() < self._not_before:
            return False
        try:
            await self.begin()
        except CannotStart as refused:
            self._later(str(refused), AFTER_A_REFUSAL)
        return not self.away

    def once_known(self, work: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
        """The same work, left out while there is no workspace to do it in."""

        async def once() -> None:
            if not self.away:
                await work()

        return once

    def _later(self, why: str, seconds: float) -> None:
        if why != self.away:
            log.warning("not connected to Slack yet", why=why)
        self.away, self._not_before = why, monotonic() + seconds
