"""What a decision replaces, and what replaces it: linked both ways (DEC-2, DEC-5)."""

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor, UserId
from slackapp.models.decision_life import IN_FORCE, DecisionState, DecisionVerb
from slackapp.models.decision_texts import Proposal
from slackapp.models.decisions import Decision
from slackapp.permissions import decisions as permissions
from slackapp.permissions.viewer import Viewer
from slackapp.queries.people import name_of
from slackapp.references import DECISION
from slackapp.rules.decisions import dates
from slackapp.rules.decisions.places import show_cards
from slackapp.rules.decisions.steps import DecisionTurn, end, locked, movers


def supersede_replaced(session: Session, decision: Decision, *, by: UserId | None) -> None:
    """Now that it is decided, what it was meant to replace gives way, unless something else has replaced it."""
    if decision.replaces_id is None:
        return
    old = session.get_one(Decision, decision.replaces_id)
    if old.state in IN_FORCE:
        supersede(session, DecisionTurn(old, DecisionVerb.SUPERSEDE, old.state, by), decision)


def replaced(session: Session, said: Proposal, who: Viewer) -> Decision | None:
    """The decision that a new one is meant to replace, locked; InvalidInput where that is not possible."""
    if said.replaces_id is None:
        return None
    old = locked(session, who.workspace_id, said.replaces_id)
    if old is None or not permissions.may_see(session, old, who) or old.state not in IN_FORCE:
        raise InvalidInput("replaces", "Choose a decision that is in force.")
    if said.is_decided and who.user_id not in movers(old):
        decider = name_of(session, who.workspace_id, old.decider_id)
        raise InvalidInput(
            "replaces",
            "{decider} decided {decision}. Propose the new one, so that they are heard.",
            decider=decider,
            decision=DECISION.of(old.number),
        )
    return old


def announce(session: Session, successor: Decision, old: Decision, *, by: Actor) -> None:
    """Whoever was asked to review the old one has answered by proposing another."""
    if old.state is not DecisionState.REVIEW_DUE or by.user_id not in movers(old):
        return
    turn = DecisionTurn(old, DecisionVerb.CHANGE, old.state, by.user_id)
    old.state, old.stale_since, old.review_on = DecisionState.DECIDED, None, None
    dates.await_review(session, old)
    end(session, turn, successor=DECISION.of(successor.number))


def supersede(session: Session, turn: DecisionTurn, successor: Decision) -> None:
    """The successor takes the place of the decision of this step."""
    old = turn.decision
    old.state, old.superseded_by_id, old.closed_at, old.stale_since = (
        DecisionState.SUPERSEDED,
        successor.id,
        now(session),
        None,
    )
    dates.over(session, old)
    end(session, turn, tell=movers(old), successor=DECISION.of(successor.number))
    _show_successor(session, successor)


def _show_successor(session: Session, successor: Decision) -> None:
    # Its card says from now on what it replaced.
    session.flush()
    show_cards(session, successor)
