"""What can happen to a request: a module for each stage of its life."""

from slackapp.rules.requests import reminders

TIMERS = {reminders.KIND: reminders.remind, reminders.BECOMES_LATE: reminders.become_late}
"""What looks at a request again when its alarm rings."""
