"""What can happen to a check-in and in its rounds: `checkins.answer(session, checkin_id, day, said, by=…)`."""

from slackapp.models.checkins import KIND
from slackapp.rules import checkin_news
from slackapp.rules.checkins import closing, leaving, linking, reminding
from slackapp.rules.checkins.answering import answer, rest, skip
from slackapp.rules.checkins.asking import SCHEDULE
from slackapp.rules.checkins.away import be_away
from slackapp.rules.checkins.blockers import ask_team
from slackapp.rules.checkins.exporting import export
from slackapp.rules.checkins.living import delete, hand_over, pause, resume, take_over
from slackapp.rules.checkins.making import allow, check_channel, save, start
from slackapp.rules.checkins.questions import put, remove

TIMERS = {
    closing.KIND: closing.close,
    reminding.KIND: reminding.remind,
    linking.KIND: linking.look,
    checkin_news.OWNERS: leaving.people_left,
}
"""What looks again: at the end of a round, at who has not answered, at what can be linked, at who owns what."""
SCHEDULES = {KIND: SCHEDULE}
"""Who is asked when a time has come, and how."""

__all__ = [
    "SCHEDULES",
    "TIMERS",
    "allow",
    "answer",
    "ask_team",
    "be_away",
    "check_channel",
    "delete",
    "export",
    "hand_over",
    "pause",
    "put",
    "remove",
    "rest",
    "resume",
    "save",
    "skip",
    "start",
    "take_over",
]
