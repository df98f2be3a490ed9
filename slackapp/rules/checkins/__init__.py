"""What can happen to a check-in and in its rounds: a module for each stage."""

from slackapp.models.checkins import KIND
from slackapp.rules import checkin_news
from slackapp.rules.checkins import asking, closing, departures, reminders, request_links

TIMERS = {
    closing.KIND: closing.close,
    reminders.KIND: reminders.remind,
    request_links.KIND: request_links.look,
    checkin_news.OWNERS: departures.people_left,
}
"""What looks again: at the end of a round, at who has not answered, at what can be linked, at who owns what."""

SCHEDULES = {KIND: asking.SCHEDULE}
"""Who is asked when a time has come, and how."""
