"""Telling the administrators, once for each version, of a template of their organisation that cannot be used."""

import asyncio
from collections.abc import Iterable
from pathlib import PurePath

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.database import Database
from slackapp.ids import WorkspaceId
from slackapp.models.digests import Digest
from slackapp.models.workspaces import Workspace
from slackapp.queries import people
from slackapp.views.broken_templates import BROKEN
from slackapp.views.template_flaws import Flaw
from slackapp.views.templates import Templates

SHOWN = 500
"""How much of what is wrong is told; the rest stands in the log, and on the command line."""

log = structlog.get_logger()


class BrokenTemplates:
    """Looks whether a file has changed, and at those that have."""

    def __init__(self, database: Database, templates: Templates) -> None:
        """Any number of workers may do this at once, each for the folder on its own machine."""
        self._database = database
        self._templates = templates
        self._told: set[tuple[str, str]] = set()

    async def once(self) -> int:
        """Tell of what is broken and was not told of yet; how many templates that were."""
        # In a thread: a template that has changed is tried on every extreme, which takes a second.
        await asyncio.to_thread(self._templates.look)
        flaws = self._templates.flaws()
        firsts = {flaw.template: flaw for flaw in reversed(flaws)}
        versions = {(name, self._templates.version(name)): flaw for name, flaw in firsts.items()}
        new = [each for each in versions.items() if each[0] not in self._told]
        for (name, version), flaw in new:
            log.warning("a template is broken", template=name, file=flaw.file, line=flaw.line, why=flaw.why)
            await self._database.run(_tell, flaw, version)
        self._told = set(versions)
        return len(new)


def _tell(session: Session, flaw: Flaw, version: str) -> None:
    name, where, why = flaw.template, f"{PurePath(flaw.file).name}:{flaw.line}", flaw.why[:SHOWN]
    for workspace_id in _where(session, flaw.template):
        for person in people.admins(session, workspace_id):
            once = f"{BROKEN}:{flaw.template[:150]}:{version}:{person}"
            outbox.say(session, workspace_id, person, BROKEN, once=once, template=name, where=where, why=why)


def _where(session: Session, template: str) -> Iterable[WorkspaceId]:
    """The workspaces that use it; all, where nobody does yet or it is no digest's."""
    name = PurePath(template).stem
    using = select(Digest.workspace_id).where(Digest.template == name, Digest.is_on).distinct()
    return session.scalars(using).all() or session.scalars(select(Workspace.id)).all()
