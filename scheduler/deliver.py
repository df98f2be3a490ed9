"""From the outbox to Slack."""

from collections.abc import Callable

from slack_sdk.web.async_client import AsyncWebClient

from scheduler import answers, lookup, settle, take
from scheduler.claim import Claim
from scheduler.outcomes import Gated, NotThere, Outcome, Sent, TooLate
from scheduler.rendering import Kinds
from scheduler.together import all_of
from slackapp.database import Database
from slackapp.ids import WorkspaceId
from slackapp.slack import posting
from slackapp.slack.posting import Place

ClientFor = Callable[[WorkspaceId], AsyncWebClient | None]
"""With what to speak in a workspace; None where the app is not installed any more."""

NOT_INSTALLED = Gated("app_uninstalled")


class Deliverer:
    """Posts what waits in the outbox: in order per channel, and never without having written that it will."""

    def __init__(self, database: Database, client_for: ClientFor, kinds: Kinds, name: str) -> None:
        """`name` tells this worker from others that work on the same tables."""
        self._database = database
        self._client_for = client_for
        self._kinds = kinds
        self._name = name

    async def once(self) -> int:
        """Send the first message of up to 20 lanes, all at once; how many that were."""
        claims = await self._database.run(take.due, self._name, self._kinds)
        await all_of(self._deliver(claim) for claim in claims)
        return len(claims)

    async def _deliver(self, claim: Claim) -> None:
        outcome = await self.outcome(claim)
        await self._database.run(settle.settle, claim, outcome)

    async def outcome(self, claim: Claim) -> Outcome:
        """Make the call for a claim; nothing is written down."""
        client = self._client_for(claim.workspace_id)
        already = await lookup.find(client, claim) if claim.looks_first else NotThere()
        return await self._sent(client, claim) if isinstance(already, NotThere) else already

    async def _sent(self, client: AsyncWebClient | None, claim: Claim) -> Outcome:
        if client is None:
            return NOT_INSTALLED
        if not claim.is_fresh(self._database.clock.now()):
            return TooLate()
        try:
            return Sent(await _call(client, claim))
        except Exception as raised:  # noqa: BLE001 - whatever it was, Slack may have the message
            return answers.of_posting(raised)


async def _call(client: AsyncWebClient, claim: Claim) -> Place:
    if claim.stands:
        return await posting.update(client, claim.stands, claim.content)
    return await posting.post(client, claim.to, claim.content, key=claim.key, thread=claim.thread)
