"""Looking whether a message stands in its channel."""

from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from scheduler import answers
from scheduler.claim import Claim
from scheduler.outcomes import Hidden, NotThere, Sent, Unread
from slackapp.slack import posting
from slackapp.slack.posting import Search


async def find(client: AsyncWebClient, claim: Claim) -> Sent | NotThere | Hidden | Unread:
    """What the channel says about a claimed message. A look that is cut short goes on next time where it stopped."""
    looked_to = claim.looked_to
    try:
        channel = await posting.conversation(client, claim.to)
        search = Search(channel, claim.key, claim.since, claim.thread, files=claim.files)
        while looked_to != "":
            page = await posting.page(client, search, looked_to)
            if page.copies:
                return Sent(page.copies[0].place, was_there=True)
            looked_to = page.following
    except Exception as raised:  # noqa: BLE001 - whatever it was, the channel has not been read
        outcome = answers.of_reading(raised)
        return replace(outcome, looked_to=looked_to) if isinstance(outcome, Unread) else outcome
    return NotThere()
