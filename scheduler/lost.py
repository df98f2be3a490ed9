"""What stands in Slack from the time that a restore has lost.

It does not change any more, so each channel and each thread is read once and then known: for a week after a restore
every message is looked for, and Slack lets histories be read only slowly.
"""

from dataclasses import dataclass, field

from slack_sdk.web.async_client import AsyncWebClient

from scheduler import answers
from scheduler.claim import Claim
from scheduler.outcomes import Hidden, NotThere, Sent, Unread
from slackapp.ids import Timestamp
from slackapp.incarnations import CLOCKS_DIFFER, Lost
from slackapp.slack import posting
from slackapp.slack.posting import Place, Search


@dataclass
class History:
    """Our messages of that time by their keys. `read_to` is the cursor of the next page: "" where all is read."""

    places: dict[str, Place] = field(default_factory=dict)
    read_to: str | None = None


class LostMessages:
    """The histories that this worker has read."""

    def __init__(self) -> None:
        """None so far."""
        self._histories: dict[tuple[int, Timestamp | None, Lost], History] = {}

    def has_read(self, lane_id: int, thread: Timestamp | None, lost: Lost | None) -> bool:
        """Whether nothing need be read in this lane or thread any more."""
        history = self._histories.get((lane_id, thread, lost)) if lost else None
        return history is not None and history.read_to == ""

    async def find(self, client: AsyncWebClient, claim: Claim, lost: Lost) -> Sent | NotThere | Hidden | Unread:
        """Whether a claimed message was posted in that time. A look that is cut short goes on where it stopped."""
        history = self._histories.setdefault((claim.lane_id, claim.thread, lost), History())
        try:
            if history.read_to != "":
                await _read(client, claim, lost, history)
        except Exception as raised:  # noqa: BLE001 - whatever it was, the channel has not been read
            return answers.of_reading(raised)
        place = history.places.get(claim.key)
        return Sent(place, was_there=True, is_outdated=True) if place else NotThere()


async def _read(client: AsyncWebClient, claim: Claim, lost: Lost, history: History) -> None:
    since, until = lost.since - CLOCKS_DIFFER, lost.until + CLOCKS_DIFFER
    search = Search(await posting.conversation(client, claim.to), None, since, claim.thread, until=until)
    while history.read_to != "":
        page = await posting.page(client, search, history.read_to)
        history.places |= {copy.key: copy.place for copy in page.copies if copy.key}
        history.read_to = page.following
