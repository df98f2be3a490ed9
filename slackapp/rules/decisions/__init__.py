"""What can happen to a decision: a module for each stage of its life."""

from slackapp.rules.decisions import dates, deadlines

TIMERS = {dates.UNTIL: deadlines.until, dates.REVIEW: deadlines.review, dates.SEEN: deadlines.seen}
"""What looks at a decision again when a date has come."""
