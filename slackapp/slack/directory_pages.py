"""Keeping what Slack lists: all of a page together, and each by itself where one of them is odd."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import structlog
from sqlalchemy.orm import Session

from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.ids import WorkspaceId
from slackapp.rules import quarantine
from slackapp.rules.quarantine import Case
from slackapp.slack import fields
from slackapp.slack.fields import Told

T = TypeVar("T")
Know = Callable[[Session, WorkspaceId, Sequence[T]], None]
JOB = "directory"

log = structlog.get_logger()


@dataclass(frozen=True)
class DirectoryPages:
    """What is learned about one workspace. What cannot be kept is set aside; it is told again the next day."""

    database: Database
    workspace_id: WorkspaceId

    async def know(self, rule: Know[T], listed: object, read: Callable[[Told], T]) -> list[T]:
        """Keep what a list says, read one by one; what was kept. Raises what a database raises that cannot work."""
        told = [(each, await self._read(each, read)) for each in fields.records(listed)]
        things = [(_id_of(each), thing) for each, thing in told if thing is not None]
        try:
            await self.database.run(rule, self.workspace_id, [thing for _, thing in things])
        except Exception as failure:
            if is_the_databases(failure):
                raise
            log.exception("a page could not be kept; each on it is now kept by itself")
            return [thing for ref, thing in things if await self._kept(rule, ref, thing)]
        return [thing for _, thing in things]

    async def set_aside(self, ref: str, failure: Exception) -> None:
        """Something about this person, channel or group failed."""
        log.warning("somebody or something was set aside", ref=ref, why=quarantine.reason(failure))
        await self.database.run(quarantine.set_aside, Case(self.workspace_id, JOB, ref[:128]), failure)

    async def _read(self, listed: Told, read: Callable[[Told], T]) -> T | None:
        try:
            return read(listed)
        except Exception as failure:  # noqa: BLE001 - whatever Slack says of one, the others are read
            await self.set_aside(_id_of(listed), failure)
            return None

    async def _kept(self, rule: Know[T], ref: str, thing: T) -> bool:
        try:
            await self.database.run(rule, self.workspace_id, [thing])
        except Exception as failure:
            if is_the_databases(failure):
                raise
            await self.set_aside(ref, failure)
            return False
        return True


def _id_of(listed: Told) -> str:
    return str(listed.get("id") or "")
