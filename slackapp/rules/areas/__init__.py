"""What can happen to an area: a module for each stage of its life."""

from slackapp.rules import area_news
from slackapp.rules.areas import handing_over, losses, rhythm, ringing, rounds

TIMERS = {
    rhythm.KIND: rhythm.daily,
    rounds.KIND: ringing.ring,
    handing_over.EXPIRY: ringing.offer_expires,
    area_news.PEOPLE: losses.people_changed,
    area_news.TEAM: losses.team_changed,
    area_news.CHANNEL: losses.channel_closed,
}
"""What looks at areas again when a day has come, and when something happened to people, teams and channels."""
