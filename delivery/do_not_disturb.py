"""Slack's own do-not-disturb, where the app was given the scope to ask for it (QUI-2)."""

from datetime import datetime, timedelta

import structlog

from delivery.claim import Claim
from slackapp.clock import Clock
from slackapp.ids import UserId, WorkspaceId
from slackapp.slack import do_not_disturb
from slackapp.slack.client import Client

WITHOUT_SCOPE = timedelta(hours=1)
"""For so long a workspace that did not grant it is not asked again."""


log = structlog.get_logger()


class DoNotDisturb:
    """Whether somebody has asked Slack not to be disturbed. Where nobody can tell, they have not."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asked_in_vain: dict[WorkspaceId, datetime] = {}

    async def end(self, client: Client, claim: Claim) -> datetime | None:
        """When the person of this claim can be disturbed again; None where that is now. UTC."""
        at = self._clock.now()
        if not claim.disturbs or self._asked_in_vain.get(claim.workspace_id, at) > at:
            return None
        try:
            return await do_not_disturb.until(client, UserId(claim.to), at)
        except do_not_disturb.NotGranted:
            self._asked_in_vain[claim.workspace_id] = at + WITHOUT_SCOPE
        except Exception as failure:  # noqa: BLE001 - a message that comes is better than one that waits for a question
            log.info("nobody knows whether somebody wants quiet", why=type(failure).__name__)
        return None
