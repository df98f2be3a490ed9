"""What can happen to a decision: a module for each stage of its life."""

from slackapp.rules.decisions import ringing, timing

TIMERS = {timing.UNTIL: ringing.until, timing.REVIEW: ringing.review, timing.SEEN: ringing.seen}
"""What looks at a decision again when a date has come."""
