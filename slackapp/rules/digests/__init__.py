"""What can happen to the digest of a channel: `digests.save(session, choice, by=…)`, and what becomes of it (DIG)."""

from slackapp.models.digests import KIND
from slackapp.rules import digest_news
from slackapp.rules.digests import channels, selection
from slackapp.rules.digests.refresh import follow
from slackapp.rules.digests.schedule import SCHEDULE
from slackapp.rules.digests.settings import allow, check_channel, save

TIMERS = {selection.KIND: selection.gather, digest_news.CHANNEL: channels.changed}
"""What chooses the items of an edition, and what looks at a channel that has changed."""
SCHEDULES = {KIND: SCHEDULE}
"""What becomes of a time that has come."""
