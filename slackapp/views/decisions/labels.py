"""What the states of a decision and the stances of those consulted are called."""

from collections.abc import Mapping

from slackapp.language import N_
from slackapp.models.decision_life import DecisionState, Stance, Unheard

STATES: Mapping[DecisionState, str] = {
    DecisionState.PROPOSED: N_("Proposed"),
    DecisionState.DECIDED: N_("Decided"),
    DecisionState.REVIEW_DUE: N_("Decided, review due"),
    DecisionState.REJECTED: N_("Rejected"),
    DecisionState.SUPERSEDED: N_("Superseded"),
    DecisionState.REVERSED: N_("Reversed"),
}
STALE = N_("Stale: its review is unanswered")

SIGNS: Mapping[DecisionState, str] = {
    DecisionState.PROPOSED: "💡",
    DecisionState.DECIDED: "⚖️",
    DecisionState.REVIEW_DUE: "🔁",
    DecisionState.REJECTED: "🚫",
    DecisionState.SUPERSEDED: "⏭️",
    DecisionState.REVERSED: "↩️",
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
