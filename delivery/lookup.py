"""Looking whether a message stands in its channel."""

from delivery.claim import Claim
from slackapp.slack import history
from slackapp.slack.client import Client
from slackapp.slack.history import HistoryPage, HistorySearch
from slackapp.slack.outcomes import Looked, NotThere, Sent


async def find(client: Client, claim: Claim) -> Looked:
    """What the channel says about a claimed message. A look that is cut short goes on next time where it stopped."""
    search = HistorySearch(claim.to, claim.key, claim.since, claim.thread, files=claim.files)
    async for page in history.pages(client, search, claim.looked_to):
        if not isinstance(page, HistoryPage):
            return page
        if page.copies:
            return Sent(page.copies[0].place, was_there=True)
    return NotThere()
