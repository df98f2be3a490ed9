"""What can happen to a decision, in the order of its life. Call it as `decisions.agree(session, decision_id, by=…)`."""

from slackapp.rules.decisions import ringing, timing
from slackapp.rules.decisions.answering import abstain, agree, let_silence_count, more_time, object_to, stand_in
from slackapp.rules.decisions.chains import supersede
from slackapp.rules.decisions.closing import decide, reject, reverse
from slackapp.rules.decisions.exporting import export
from slackapp.rules.decisions.reviewing import keep, see
from slackapp.rules.decisions.steps import check
from slackapp.rules.decisions.submitting import allow, submit
from slackapp.rules.decisions.versions import correct, edit

TIMERS = {timing.UNTIL: ringing.until, timing.REVIEW: ringing.review, timing.SEEN: ringing.seen}
"""What looks at a decision again when a date has come."""

__all__ = [
    "TIMERS",
    "abstain",
    "agree",
    "allow",
    "check",
    "correct",
    "decide",
    "edit",
    "export",
    "keep",
    "let_silence_count",
    "more_time",
    "object_to",
    "reject",
    "reverse",
    "see",
    "stand_in",
    "submit",
    "supersede",
]
