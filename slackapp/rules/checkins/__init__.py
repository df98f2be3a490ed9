"""What can happen to a check-in and in its rounds: a module for each stage."""

from slackapp.models.checkins import KIND
from slackapp.rules import checkin_news
from slackapp.rules.checkins import asking, closing, leaving, linking, reminding

TIMERS = {
    closing.KIND: closing.close,
    reminding.KIND: reminding.remind,
    linking.KIND: linking.look,
    checkin_news.OWNERS: leaving.people_left,
}
"""What looks again: at the end of a round, at who has not answered, at what can be linked, at who owns what."""

SCHEDULES = {KIND: asking.SCHEDULE}
"""Who is asked when a time has come, and how."""
