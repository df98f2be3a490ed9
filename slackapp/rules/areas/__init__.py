"""What can happen to an area: a module for each stage of its life."""

from slackapp.rules import area_news
from slackapp.rules.areas import confirmation_dates, deadlines, departures, handing_over, rounds

TIMERS = {
    confirmation_dates.KIND: confirmation_dates.daily,
    rounds.KIND: deadlines.ring,
    handing_over.EXPIRY: deadlines.offer_expires,
    area_news.PEOPLE: departures.people_changed,
    area_news.TEAM: departures.team_changed,
    area_news.CHANNEL: departures.channel_closed,
}
"""What looks at areas again when a day has come, and when something happened to people, teams and channels."""
