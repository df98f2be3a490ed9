"""What stands in Slack from the time that a restore has lost.

It does not change any more, so each channel and each thread is read once and then known: for a week after a restore
every message is looked for, and Slack lets histories be read only slowly.
"""

from dataclasses import dataclass, field, replace

from delivery.claim import Claim
from slackapp.ids import Timestamp
from slackapp.incarnations import CLOCKS_DIFFER, Lost
from slackapp.slack import history
from slackapp.slack.client import Client
from slackapp.slack.history import HistoryPage, HistorySearch
from slackapp.slack.outcomes import Looked, NotThere, Place, Sent, Unread


@dataclass
class ReadHistory:
    """Our messages of that time by their keys. `read_to` is the cursor of the next page: "" where all is read."""

    places: dict[str, Place] = field(default_factory=dict)
    read_to: str | None = None


class LostMessages:
    """The histories that this worker has read."""

    def __init__(self) -> None:
        self._histories: dict[tuple[int, Timestamp | None, Lost], ReadHistory] = {}

    def has_read(self, lane_id: int, thread: Timestamp | None, lost: Lost | None) -> bool:
        """Whether nothing need be read in this lane or thread any more."""
        history = self._histories.get((lane_id, thread, lost)) if lost else None
        return history is not None and history.read_to == ""

    async def find(self, client: Client, claim: Claim, lost: Lost) -> Looked:
        """Whether a claimed message was posted in that time. A look that is cut short goes on where it stopped."""
        read = self._histories.setdefault((claim.lane_id, claim.thread, lost), ReadHistory())
        async for page in history.pages(client, _search(claim, lost), read.read_to):
            if not isinstance(page, HistoryPage):
                # The cursor is kept here: the message's own is for a look by its key.
                return replace(page, looked_to=None) if isinstance(page, Unread) else page
            read.places |= {copy.key: copy.place for copy in page.copies if copy.key}
            read.read_to = page.following
        place = read.places.get(claim.key)
        return Sent(place, was_there=True, is_outdated=True) if place else NotThere()


def _search(claim: Claim, lost: Lost) -> HistorySearch:
    since, until = lost.since - CLOCKS_DIFFER, lost.until + CLOCKS_DIFFER
    return HistorySearch(claim.to, None, since, claim.thread, until=until)
