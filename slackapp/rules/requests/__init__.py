"""What can happen to a request, in the order of its life. Call it as `requests.accept(session, request_id, by=…)`."""

from slackapp.rules.requests.answering import accept, agree, assign, decline, propose, refuse_date
from slackapp.rules.requests.closing import confirm, hand_over, reopen, withdraw
from slackapp.rules.requests.reminders import BECOMES_LATE, KIND, become_late, remind
from slackapp.rules.requests.sharing import let_in, let_out
from slackapp.rules.requests.source import lose_source
from slackapp.rules.requests.steps import check
from slackapp.rules.requests.submitting import allow, submit
from slackapp.rules.requests.working import answer, ask, block, finish, start, unblock

TIMERS = {KIND: remind, BECOMES_LATE: become_late}
"""What looks at a request again when its alarm rings."""

__all__ = [
    "TIMERS",
    "accept",
    "agree",
    "allow",
    "answer",
    "ask",
    "assign",
    "block",
    "check",
    "confirm",
    "decline",
    "finish",
    "hand_over",
    "let_in",
    "let_out",
    "lose_source",
    "propose",
    "refuse_date",
    "remind",
    "reopen",
    "start",
    "submit",
    "unblock",
    "withdraw",
]
