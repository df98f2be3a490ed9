"""The tables and their states; one module per word. Importing the package registers them all."""

from slackapp.models import (
    absences,
    areas,
    checkin_rounds,
    checkins,
    decisions,
    digests,
    heartbeats,
    inbox,
    incarnations,
    outbox,
    people,
    quarantine,
    quiet,
    requests,
    schedules,
    teams,
    timers,
    uploads,
    workspaces,
)
