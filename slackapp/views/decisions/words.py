"""What the states of a decision and the stances of those consulted are called."""

from collections.abc import Mapping

from slackapp.language import N_
from slackapp.models.decision_life import Stance, State, Unheard

STATES: Mapping[State, str] = {
    State.PROPOSED: N_("Proposed"),
    State.DECIDED: N_("Decided"),
    State.REVIEW_DUE: N_("Decided, review due"),
    State.REJECTED: N_("Rejected"),
    State.SUPERSEDED: N_("Superseded"),
    State.REVERSED: N_("Reversed"),
}
STALE = N_("Stale: its review is unanswered")

SIGNS: Mapping[State, str] = {
    State.PROPOSED: "💡",
    State.DECIDED: "⚖️",
    State.REVIEW_DUE: "🔁",
    State.REJECTED: "🚫",
    State.SUPERSEDED: "⏭️",
    State.REVERSED: "↩️",
}

STANCES: Mapping[Stance | None, str] = {
    Stance.AGREE: N_("agrees"),
    Stance.OBJECT: N_("objects"),
    Stance.ABSTAIN: N_("abstains"),
    None: N_("has not answered"),
}

UNHEARD: Mapping[Unheard, str] = {
    Unheard.NOT_ASKED: N_("not reached yet"),
    Unheard.AWAY: N_("away"),
    Unheard.QUIET: N_("does not want to be disturbed"),
    Unheard.GONE: N_("has no account any more"),
}

FIELDS: Mapping[str, str] = {
    "title": N_("Title"),
    "text": N_("Decision"),
    "context": N_("Context"),
    "options": N_("Options that were weighed"),
}
