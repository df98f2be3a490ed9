"""What can happen to a check-in and in its rounds: `checkins.answer(session, checkin_id, day, said, by=…)`."""

from slackapp.models.checkins import KIND
from slackapp.rules.checkins import closing, reminding
from slackapp.rules.checkins.answering import answer, rest, skip
from slackapp.rules.checkins.asking import SCHEDULE
from slackapp.rules.checkins.away import be_away
from slackapp.rules.checkins.blockers import ask_team
from slackapp.rules.checkins.exporting import export
from slackapp.rules.checkins.living import delete, hand_over, pause, resume, take_over
from slackapp.rules.checkins.making import allow, check_channel, save, start
from slackapp.rules.checkins.questions import put, remove

TIMERS = {closing.KIND: closing.close, reminding.KIND: reminding.remind}
"""What looks at a round again: its end, and somebody who has not answered."""
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
