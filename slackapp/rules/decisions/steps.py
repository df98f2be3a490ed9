"""What every step in a decision's life shares: who and whether, the history line, and who is told."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.errors import NotAllowed, NotFound, NotPossibleNow, Refusal
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.decision_life import LIFE, STATES, DecisionState, DecisionVerb, who_can
from slackapp.models.decisions import Decision, DecisionEvent
from slackapp.models.digests import ItemKind
from slackapp.permissions import decisions as permissions
from slackapp.permissions.viewer import Viewer
from slackapp.queries.people import name_of
from slackapp.references import DECISION
from slackapp.rules import digests, history
from slackapp.rules.decisions.places import asked, places, show_cards, show_prompts
from slackapp.rules.step_guard import StepGuard

QUIET = frozenset(
    {
        DecisionVerb.PROPOSE,
        DecisionVerb.RECORD,
        DecisionVerb.AGREE,
        DecisionVerb.ABSTAIN,
        DecisionVerb.OBJECT,
        DecisionVerb.STAND_IN,
        DecisionVerb.SEEN,
    }
)
"""What stands on the card and in the history, and takes no line in the threads."""


@dataclass(frozen=True)
class DecisionTurn:
    """A decision with which a step is taken, locked until the transaction ends. `by` is None for the app itself."""

    decision: Decision
    verb: DecisionVerb
    before: DecisionState
    by: UserId | None = None


def begin(session: Session, decision_id: int, verb: DecisionVerb, *, by: Actor) -> DecisionTurn:
    """Lock the decision and make sure that this step is theirs and possible now; refused as a Guard refuses."""
    decision, who = GUARD.begin(session, decision_id, verb, by=by)
    return DecisionTurn(decision, verb, decision.state, who.user_id)


def locked(session: Session, workspace_id: WorkspaceId, decision_id: int) -> Decision | None:
    """The decision, with the one that it replaces: two that replace each other never wait for one another."""
    own = select(Decision.replaces_id).where(Decision.workspace_id == workspace_id, Decision.id == decision_id)
    both = [each for each in (decision_id, session.scalar(own)) if each]
    found = select(Decision).where(Decision.workspace_id == workspace_id, Decision.id.in_(both)).order_by(Decision.id)
    # Read anew: what this transaction read before the lock may be over.
    rows = session.scalars(found.with_for_update().execution_options(populate_existing=True)).all()
    return next((row for row in rows if row.id == decision_id), None)


def end(session: Session, turn: DecisionTurn, *, why: str = "", tell: Iterable[UserId] = (), **about: str) -> None:
    """Write the one history line of this step, keep cards and prompts true, and tell whom it concerns.

    `tell` gets a line in direct messages: people who must know and need not be in a concerned channel.
    """
    decision = turn.decision
    line = history.line(
        session,
        DecisionEvent,
        decision,
        turn.verb,
        before=turn.before,
        after=decision.state,
        by=turn.by,
        why=why,
        about=about,
    )
    event = history.write(session, line)
    show_cards(session, decision)
    digests.follow(session, decision.workspace_id, ItemKind.DECISION, decision.id)
    show_prompts(session, decision, _prompted(session, turn))
    if turn.verb not in QUIET:
        _say_in_threads(session, event, decision)
    for person in dict.fromkeys(tell):
        if person != turn.by:
            once = f"decision.told:{event.id}:{person}"
            outbox.say(session, event.workspace_id, person, "decision.told", once=once, event=event.id, person=person)


def movers(decision: Decision) -> tuple[UserId, UserId]:
    """Who answers for it: the driver and the decider."""
    return decision.driver_id, decision.decider_id


def _refusal(session: Session, decision: Decision, who: Viewer, verb: DecisionVerb) -> Refusal | None:
    if not permissions.may_take(session, decision, who, verb):
        driver, decider = (name_of(session, decision.workspace_id, each) for each in movers(decision))
        return NotAllowed("Only {who} can do this.", who=who_can(verb, driver, decider))
    if decision.state in LIFE[verb].states:
        return None
    return NotPossibleNow(
        "{decision} {state}. {only}",
        decision=DECISION.of(decision.number),
        state=STATES[decision.state],
        only=LIFE[verb].only,
    )


def _prompted(session: Session, turn: DecisionTurn) -> list[UserId]:
    """Whose prompt says something else now; a vote changes that of who votes and of who decides."""
    if turn.decision.state is not DecisionState.PROPOSED and turn.before is not DecisionState.PROPOSED:
        return []
    if turn.verb is DecisionVerb.RECORD:
        return []
    everybody = asked(session, turn.decision)
    if turn.verb in (DecisionVerb.AGREE, DecisionVerb.OBJECT, DecisionVerb.ABSTAIN):
        return [each for each in everybody if each in (turn.by, everybody[0])]
    return everybody


def _say_in_threads(session: Session, event: DecisionEvent, decision: Decision) -> None:
    for place in places(session, decision):
        once, card = f"decision.line:{event.id}:{place}", cards.decision(decision.id, place).key
        outbox.say(session, event.workspace_id, place, "decision.line", once=once, thread=card, event=event.id)


GUARD = StepGuard(
    Decision,
    locked=locked,
    may_see=permissions.may_see,
    refusal=_refusal,
    nothing=lambda: NotFound("There is no such decision, or you may not see it."),
)
check = GUARD.check
