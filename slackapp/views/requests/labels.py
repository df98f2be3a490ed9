"""What the states and priorities of a request are called."""

from collections.abc import Mapping

from slackapp.language import N_
from slackapp.models.request_life import RequestState
from slackapp.models.requests import Priority

STATES: Mapping[RequestState, str] = {
    RequestState.OPEN: N_("Unanswered"),
    RequestState.PROPOSED: N_("Another date proposed"),
    RequestState.ACCEPTED: N_("Accepted"),
    RequestState.IN_PROGRESS: N_("In progress"),
    RequestState.BLOCKED: N_("Blocked"),
    RequestState.WAITING: N_("Waiting for the requester"),
    RequestState.DONE: N_("Done"),
    RequestState.CONFIRMED: N_("Done and confirmed"),
    RequestState.DECLINED: N_("Declined"),
    RequestState.WITHDRAWN: N_("Withdrawn"),
}

SIGNS: Mapping[RequestState, str] = {
    RequestState.OPEN: "🆕",
    RequestState.PROPOSED: "📅",
    RequestState.ACCEPTED: "🤝",
    RequestState.IN_PROGRESS: "🔧",
    RequestState.BLOCKED: "⛔",
    RequestState.WAITING: "💬",
    RequestState.DONE: "✅",
    RequestState.CONFIRMED: "🏁",
    RequestState.DECLINED: "🚫",
    RequestState.WITHDRAWN: "↩️",
}

PRIORITIES: Mapping[Priority, str] = {
    Priority.LOW: N_("Low"),
    Priority.NORMAL: N_("Normal"),
    Priority.HIGH: N_("High"),
    Priority.URGENT: N_("Urgent"),
}
