"""The tables and their states; one module per word. Importing the package registers them all."""

from slackapp.models import (
    absences,
    areas,
    checkin_rounds,
    checkins,
    decisions,
    inbox,
    outbox,
    people,
    quiet,
    requests,
    schedules,
    teams,
    timers,
    workspaces,
)

__all__ = [
    "absences",
    "areas",
    "checkin_rounds",
    "checkins",
    "decisions",
    "inbox",
    "outbox",
    "people",
    "quiet",
    "requests",
    "schedules",
    "teams",
    "timers",
    "workspaces",
]
