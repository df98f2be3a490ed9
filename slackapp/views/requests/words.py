"""What the states and priorities of a request are called."""

from collections.abc import Mapping

from slackapp.language import N_
from slackapp.models.request_life import State
from slackapp.models.requests import Priority

STATES: Mapping[State, str] = {
    State.OPEN: N_("Unanswered"),
    State.PROPOSED: N_("Another date proposed"),
    State.ACCEPTED: N_("Accepted"),
    State.IN_PROGRESS: N_("In progress"),
    State.BLOCKED: N_("Blocked"),
    State.WAITING: N_("Waiting for the requester"),
    State.DONE: N_("Done"),
    State.CONFIRMED: N_("Done and confirmed"),
    State.DECLINED: N_("Declined"),
    State.WITHDRAWN: N_("Withdrawn"),
}

SIGNS: Mapping[State, str] = {
    State.OPEN: "🆕",
    State.PROPOSED: "📅",
    State.ACCEPTED: "🤝",
    State.IN_PROGRESS: "🔧",
    State.BLOCKED: "⛔",
    State.WAITING: "💬",
    State.DONE: "✅",
    State.CONFIRMED: "🏁",
    State.DECLINED: "🚫",
    State.WITHDRAWN: "↩️",
}

PRIORITIES: Mapping[Priority, str] = {
    Priority.LOW: N_("Low"),
    Priority.NORMAL: N_("Normal"),
    Priority.HIGH: N_("High"),
    Priority.URGENT: N_("Urgent"),
}
